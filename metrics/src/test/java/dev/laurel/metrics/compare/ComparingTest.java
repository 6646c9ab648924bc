package dev.laurel.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.MultipleTesting;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparingTest {

  @Test
  void tenPointsOnHundredAnswersAreNoDetectableChange() {
    ScoreChange change =
        Comparing.STANDARD.compare(nps(25, 30, 45), nps(20, 30, 50)).orElseThrow();

    assertThat(change.verdict()).isEqualTo(Verdict.NO_DETECTABLE_CHANGE);
    assertThat(change.value()).isCloseTo(.1, within(1e-12));
    assertThat(ChangeText.text(change))
        .startsWith("No detectable change: Net Promoter Score went from +20 to +30, a difference of"
            + " +10 that may be anything from -12 to +31. Chance alone would do this 38 times in 100"
            + " (p 0.38). To see a change of 10, 997")
        .endsWith(" answers per wave would be needed; there were 100 and 100.");
    // (.66 + .61) (1.96 + .8416)^2 / .1^2 by hand.
    assertThat(change.answersNeeded(.1)).isEqualTo(997);
  }

  /** Oracle: variance .61, ten points, 80 %: 958 in each wave. */
  @Test
  void whatWouldBeNeededIsThePublishedSize() {
    ScoreChange same =
        Comparing.STANDARD.compare(nps(20, 30, 50), nps(20, 30, 50)).orElseThrow();

    assertThat(same.answersNeeded(.1)).isEqualTo(958);
    assertThat(same.answersNeeded(.05)).isEqualTo(3831);
    assertThat(same.before().variance()).isCloseTo(.61, within(1e-12));
    assertThat(same.before().detectableChange()).isCloseTo(.3094452, within(5e-8));
  }

  @Test
  void answersThatAreAllAlikeStillNeedASize() {
    ScoreChange alike = Comparing.STANDARD.compare(nps(0, 0, 20), nps(0, 0, 20)).orElseThrow();

    assertThat(alike.before().variance()).isPositive();
    assertThat(alike.answersNeeded(.1)).isGreaterThan(10);
  }

  @Test
  void theSameOnATenfoldSampleIsBetter() {
    ScoreChange change =
        Comparing.STANDARD.compare(nps(250, 300, 450), nps(200, 300, 500)).orElseThrow();

    assertThat(change.verdict()).isEqualTo(Verdict.IMPROVED);
    assertThat(ChangeText.text(change))
        .startsWith("Better: ")
        .endsWith("Chance alone would do this 5 times in 1,000 (p 0.005).");
  }

  @Test
  void lessEffortIsBetter() {
    ScoreHistogram before = ScoreHistogram.of(Conventions.CES_1, 10, 20, 30, 40, 50);
    ScoreHistogram after = ScoreHistogram.of(Conventions.CES_1, 50, 40, 30, 20, 10);

    assertThat(Comparing.STANDARD.compare(before, after).orElseThrow().verdict())
        .isEqualTo(Verdict.IMPROVED);
    assertThat(Comparing.STANDARD.compare(after, before).orElseThrow().verdict())
        .isEqualTo(Verdict.WORSENED);
  }

  @Test
  void sharesAreComparedByNewcombe() {
    ScoreChange change = Comparing.STANDARD
        .compare(
            ScoreHistogram.of(Conventions.CSAT, 32, 0, 0, 0, 48),
            ScoreHistogram.of(Conventions.CSAT, 14, 0, 0, 0, 56))
        .orElseThrow();

    // Oracle: statsmodels, 56/70 against 48/80.
    assertThat(change.estimate().interval().orElseThrow().lower())
        .isCloseTo(.0524314724, within(6e-11));
    assertThat(change.pValue()).isCloseTo(.0080450814, within(6e-11));
  }

  @Test
  void fewOrEqualAnswersClaimNothing() {
    assertThat(
            Comparing.STANDARD.compare(nps(0, 0, 5), nps(5, 0, 0)).orElseThrow().verdict())
        .isEqualTo(Verdict.TOO_FEW_ANSWERS);
    assertThat(Comparing.STANDARD.compare(nps(0, 0, 0), nps(5, 0, 0))).isEmpty();
    ScoreChange flat = Comparing.STANDARD
        .compare(
            ScoreHistogram.of(Conventions.CES_2, 0, 0, 0, 0, 0, 0, 20),
            ScoreHistogram.of(Conventions.CES_2, 0, 0, 0, 0, 0, 20, 0))
        .orElseThrow();
    assertThat(flat.verdict()).isEqualTo(Verdict.NO_DETECTABLE_CHANGE);
    assertThat(ChangeText.text(flat)).startsWith("No detectable change");
  }

  @Test
  void twoMetricsAreNotCompared() {
    assertThatThrownBy(() -> Comparing.STANDARD.compare(
            nps(1, 1, 1), ScoreHistogram.of(Conventions.CSAT, 1, 1, 1, 1, 1)))
        .extracting("code")
        .isEqualTo(FailureCode.DEFINITION_MISMATCH);
  }

  @Test
  void ofManyRegionsOnlyTheTrulyDifferentOneIsNamed() {
    ImmutableSortedMap.Builder<String, ScoreHistogram> regions = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < 19; i++) {
      regions.put("region-" + (10 + i), nps(20 + i % 4, 30, 50));
    }
    regions.put("far", nps(60, 20, 20));

    SegmentScan scan = SegmentScan.of(
        regions.buildOrThrow(),
        Conventions.NPS,
        Comparing.STANDARD,
        MultipleTesting.BENJAMINI_HOCHBERG);

    assertThat(scan.findings()).hasSize(20);
    assertThat(scan.findings().stream().filter(SegmentScan.Finding::isDifferent))
        .extracting(SegmentScan.Finding::segment)
        .containsExactly("far");
  }

  /** Oracle: the example of Simpson's paradox in the specification, centred at 40.6. */
  @Test
  void bothSegmentsRoseAndTheTotalFell() {
    Map<String, ScoreHistogram> before = Map.of("store", nps(0, 400, 400), "app", nps(0, 160, 40));
    Map<String, ScoreHistogram> after = Map.of("store", nps(0, 184, 216), "app", nps(0, 444, 156));
    MixShift shift = MixShift.of(before, after).orElseThrow();
    MixShift.Laspeyres older = MixShift.laspeyres(before, after).orElseThrow();

    assertThat(shift.before()).isCloseTo(.44, within(1e-12));
    assertThat(shift.after()).isCloseTo(.372, within(1e-12));
    assertThat(shift.rate()).isCloseTo(.048, within(1e-12));
    assertThat(shift.mix()).isCloseTo(-.116, within(1e-12));
    assertThat(shift.answered()).isCloseTo(0, within(1e-12));
    assertThat(shift.parts().get(0).segment()).isEqualTo("app");
    assertThat(shift.parts().get(0).rate()).isCloseTo(.024, within(1e-12));
    assertThat(shift.parts().get(0).mix()).isCloseTo(-.0704, within(1e-12));
    assertThat(shift.parts().get(1).mix()).isCloseTo(-.0456, within(1e-12));
    assertThat(older.rate()).isCloseTo(.044, within(1e-12));
    assertThat(older.mix()).isCloseTo(-.12, within(1e-12));
    assertThat(older.interaction()).isCloseTo(.008, within(1e-12));
    assertThat(ChangeText.text(shift, Conventions.NPS))
        .isEqualTo(
            "Net Promoter Score went from +44 to +37: +4.8 by the segments' own scores, -11.6"
                + " by their sizes.\n  app: +2.4 own score, -7.0 size\n  store: +2.4 own score, -4.6"
                + " size");
  }

  @Test
  void aPopulationThatStoodStillMovesNothing() {
    Map<String, Long> people = Map.of("store", 5000L, "app", 5000L);
    MixShift shift = MixShift.of(
            Map.of("store", nps(0, 400, 400), "app", nps(0, 160, 40)),
            Map.of("store", nps(0, 184, 216), "app", nps(0, 444, 156)),
            people,
            people)
        .orElseThrow();

    assertThat(shift.mix()).isCloseTo(0, within(1e-12));
    assertThat(shift.answered()).isCloseTo(-.116, within(1e-12));
    assertThat(ChangeText.text(shift, Conventions.NPS))
        .contains("+4.8 by the segments' own scores, 0.0 by their sizes, -11.6 by who answered.");
  }

  @Test
  void withoutAnswersThereIsNothingToExplain() {
    assertThat(MixShift.of(Map.of(), Map.of("a", nps(1, 1, 1)))).isEmpty();
    assertThatThrownBy(() -> MixShift.of(
            Map.of("a", nps(1, 1, 1)), Map.of("a", nps(1, 1, 1)), Map.of(), Map.of("a", 1L)))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
  }

  /** Detractors, passives, promoters. */
  private static ScoreHistogram nps(long d, long p0, long p) {
    MetricDefinition nps = Conventions.NPS;
    return ScoreHistogram.of(nps, d, 0, 0, 0, 0, 0, 0, p0, 0, 0, p);
  }
}
