package dev.laurel.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.examples.survey.DealerWave.Group;
import dev.laurel.examples.survey.DealerWave.Quarter;
import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.compare.Verdict;
import dev.laurel.metrics.driver.DriverImportance;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.voice.ClosedLoop;
import dev.laurel.metrics.voice.FeedbackCase;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class DealerSurveyTest {
  private final DealerSurvey survey = DealerSurvey.of(2025);

  /** 3 x 60 % and 4 x 40 %; -0.4 x 17.7 and 0.4 x -26.8. */
  @Test
  void theScoreFellAlthoughEveryoneWasBetterPleased() {
    MixShift why = survey.whyItFell();

    assertThat(survey.fall().verdict()).isEqualTo(Verdict.WORSENED);
    assertThat(why.before()).isCloseTo(.36, within(1e-12));
    assertThat(why.after()).isCloseTo(.216, within(1e-12));
    assertThat(why.parts()).extracting(MixShift.Part::segment).containsExactly("counter", "online");
    assertThat(why.parts().get(0).rate()).isCloseTo(.018, within(1e-12));
    assertThat(why.parts().get(1).rate()).isCloseTo(.016, within(1e-12));
    assertThat(why.parts().get(0).mix()).isCloseTo(-.0708, within(1e-12));
    assertThat(why.parts().get(1).mix()).isCloseTo(-.1072, within(1e-12));
  }

  /** All 600 have 222 for and 198 against, without the 150 silent ones 216 and 78. */
  @Test
  void aThemeIsWhatTheScoreWouldBeWithoutIt() {
    assertThat(survey.about(DealerSurvey.SILENCE).netCounts()).isEqualTo(new NetCounts(120, 24, 6));
    assertThat(survey.about(DealerSurvey.PRICE).netCounts()).isEqualTo(new NetCounts(30, 20, 10));
    assertThat(survey.themes().impact(DealerSurvey.SILENCE, Confidence.P95))
        .hasValueSatisfying(
            impact -> assertThat(impact.value()).isCloseTo(4 - 100 * 138 / 450.0, within(1e-12)));
  }

  @Test
  void theDriverThatWasPlantedIsFound() {
    assertThat(survey.drivers().drivers().stream()
            .max(Comparator.comparingDouble(DriverImportance::shapley)))
        .map(DriverImportance::name)
        .hasValue("kept informed");
  }

  @Test
  void theLoopIsClosedWithMostOfThem() {
    ClosedLoop figures = survey.loop().figures();

    assertThat(survey.loop().cases()).hasSize(64);
    assertThat(figures.contactedInTime()).isEqualTo(Proportion.of(56, 64));
    assertThat(figures.resolved()).isEqualTo(Proportion.of(55, 64));
    assertThat(figures.recovered()).isEqualTo(Proportion.of(29, 44));
    assertThat(survey.loop().cases())
        .filteredOn(each -> each.status() == FeedbackCase.Status.GIVEN_UP)
        .hasSize(4);
    assertThat(survey.loop().waiting().at(48)).isCloseTo(8 / 64.0, within(1e-12));
  }

  @Test
  void theRemedyIsProvenWhereItWasTriedAndNowhereElse() {
    assertThat(survey.change(Group.PILOT).verdict()).isEqualTo(Verdict.IMPROVED);
    assertThat(survey.change(Group.OTHERS).verdict()).isEqualTo(Verdict.NO_DETECTABLE_CHANGE);
    assertThat(survey.gain().interval().orElseThrow().lower()).isPositive();
    assertThat(survey.flag()).isEmpty();
  }

  /** The seed moves ratings and single answers, never a count that is told. */
  @Test
  void noScoreDependsOnTheSeed() {
    DealerSurvey other = DealerSurvey.of(7);

    for (Quarter quarter : Quarter.values()) {
      for (Group group : Group.values()) {
        assertThat(other.online(quarter, group).netCounts())
            .isEqualTo(survey.online(quarter, group).netCounts());
      }
    }
    assertThat(other.online(Quarter.AUTUMN, Group.PILOT))
        .isNotEqualTo(survey.online(Quarter.AUTUMN, Group.PILOT));
    assertThat(other.loop().figures()).isEqualTo(survey.loop().figures());
  }

  @Test
  void theStoryReadsWithoutStatistics() {
    assertThat(DealerSurvey.tell()).isEqualTo("""
        A network of car dealers asks: would you recommend our workshop, 0 to 10? Some customers
        hand their key over at the counter, others book online and drop it into a box.

        1. Why did the score fall?
                           answers     0-6     7-8    9-10   score
        spring  counter        800     120     200     480     +45
        spring  online         200      70      60      70       0
        spring  all          1,000     190     260     550     +36
        summer  counter        400      52     104     244     +48
        summer  online         600     198     180     222      +4
        summer  all          1,000     250     284     466     +22
        Worse: Net Promoter Score went from +36 to +22, a difference of -14 that may be anything from -21 to -7. Chance alone would do this less than once in 1,000 (p < 0.001).
        Net Promoter Score went from +36 to +22: +3.4 by the segments' own scores, -17.8 by their sizes.
          counter: +1.8 own score, -7.1 size
          online: +1.6 own score, -10.7 size
        By hand: the counter rose by 3 and had 80 %, then 40 % of the answers, 60 % in the mean:
        3 x 60 % = +1.8. Its share fell by 40 %, and its scores lie 17.7 above the middle of the
        two totals: -40 % x 17.7 = -7.1.
        So nobody got worse. More customers book online, and those were never as pleased.

        2. What goes with it, among the online bookers of the summer?
        150 of 600 write that nobody told them anything, and score -76.
        By hand: all score +4, and without these 150 it would be (216 - 78) / 450 = +31: an impact of -27.
          price       60 answers  impact -4.1 (-6.4 to -1.9), -4.9 with overlaps shared out
          silence    150 answers  impact -26.7 (-31.2 to -22.1), -27.4 with overlaps shared out
        Their ratings of four things go with 49 % of the variation of the answer:
          kept informed   33 %, between 28 and 37
          repair          16 %, between 12 and 20
          booking          0 %, between 0 and 1
          price            0 %, between 0 and 1
        But this is association, not cause: changing a driver need not change the outcome.
        So it is tried: from October on, half of the dealers, drawn by lot, call those who booked
        online the day before and when the car is ready.

        3. Is the loop closed with those who are still displeased?
        Each of 64 bad answers makes a case: a call within 48 hours, a remedy, a new question.
        A dealer who wants to close one without a call is refused: ILLEGAL_TRANSITION.
          called in time            56 of 64, 88 %, between 77 and 94
          resolved                  55 of 64, 86 %, between 75 and 92
          better when asked again   29 of 44, 66 %, between 51 and 78
        Half of them had been called after 27 hours; 12.5 %, 8 of 64, still waited after 48.
        The new answers count here only: in the score each customer is whom they were at first.

        4. Did the calls help?
        Where customers were called. Better: Net Promoter Score went from +3 to +30, a difference of +27 that may be anything from +14 to +39. Chance alone would do this less than once in 1,000 (p < 0.001).
        Where they were not. No detectable change: Net Promoter Score went from +5 to +6, a difference of +2 that may be anything from -11 to +15. Chance alone would do this 79 times in 100 (p 0.79). To see a change of 10, 1,102 answers per wave would be needed; there were 300 and 310.
        By hand: +3 to +30 and +5 to +6, so the pilot gained +24.9 (+6.6 to +43.2) more.
        Did fewer answer? Of those asked 25 % did before and 26 % after: no reason to doubt.
        Lots decided which dealers call, so this is more than association. If dealers differ much
        from each other, the range is wider than this: answers at one dealer are alike.
        """);
  }
}
