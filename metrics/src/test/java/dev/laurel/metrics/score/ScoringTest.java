package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.RespondentPolicy;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringTest {
  private static final Offset<Double> PRINTED = within(6e-11);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void sevenTwoAndOneScoreSixty() {
    Score score = Scoring.STANDARD
        .score(ScoreHistogram.of(Conventions.NPS, 0, 0, 0, 1, 0, 0, 0, 1, 1, 4, 3))
        .orElseThrow();

    assertThat(score.value()).isEqualTo(0.6);
    assertThat(score.answers()).isEqualTo(10);
    assertThat(score.estimate().method()).isEqualTo("adjusted Wald");
  }

  /** Oracle: R, t.test on the expanded answers and statsmodels for the share. */
  @Test
  void satisfactionIsAShareWithWilsonOrAMeanWithStudent() {
    Score share = Scoring.STANDARD
        .score(ScoreHistogram.of(Conventions.CSAT, 5, 10, 15, 30, 40))
        .orElseThrow();
    Score mean = Scoring.STANDARD
        .score(ScoreHistogram.of(Conventions.STARS, 5, 10, 15, 30, 40))
        .orElseThrow();

    assertThat(share.value()).isEqualTo(0.7);
    assertThat(share.interval().lower()).isCloseTo(.6041514537, PRINTED);
    assertThat(share.interval().upper()).isCloseTo(.7810511470, PRINTED);
    assertThat(mean.value()).isCloseTo(3.9, PRINTED);
    assertThat(mean.estimate().standardError().getAsDouble()).isCloseTo(.11849221088, PRINTED);
    assertThat(mean.interval().lower()).isCloseTo(3.6648857465, PRINTED);
    assertThat(mean.interval().upper()).isCloseTo(4.1351142535, PRINTED);
  }

  /** Oracle: E. Miller's formula with z 1.65. */
  @ParameterizedTest
  @CsvSource({"5,10,15,30,40, 3.6637772501", "0,0,0,0,3, 2.9365390298", "0,0,1,0,10, 3.7497702734"})
  void starsAreRankedByWhatTheyAreWorthAtLeast(
      long one, long two, long three, long four, long five, double bound) {
    ScoreHistogram reviews = ScoreHistogram.of(Conventions.STARS, one, two, three, four, five);

    assertThat(Stars.lowerBound(reviews, Stars.USUAL_Z)).isCloseTo(bound, PRINTED);
  }

  @Test
  void effortOnFiveAndOnSevenPointsDoesNotMeetInOneAverage() {
    ScoreHistogram five = ScoreHistogram.none(Conventions.CES_1);
    ScoreHistogram seven = ScoreHistogram.none(Conventions.CES_2);

    assertThatThrownBy(() -> five.merge(seven))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("ces-1 v1 (mean, 1 to 5, lower is better)")
        .hasMessageContaining("ces-2 v1 (mean, 1 to 7)")
        .extracting("code")
        .isEqualTo(FailureCode.DEFINITION_MISMATCH);
  }

  @Test
  void histogramsOfOneMetricAddUp() {
    ScoreHistogram one = ScoreHistogram.of(Conventions.CSAT, 1, 0, 2, 0, 3);
    ScoreHistogram other = ScoreHistogram.of(Conventions.CSAT, 0, 4, 0, 5, 0);

    assertThat(ScoreHistogram.sum(Conventions.CSAT, List.of(one, other, one)))
        .isEqualTo(ScoreHistogram.of(Conventions.CSAT, 2, 4, 4, 5, 6));
    assertThat(ScoreHistogram.sum(Conventions.CSAT, List.of()))
        .isEqualTo(ScoreHistogram.none(Conventions.CSAT));
    assertThatThrownBy(() -> ScoreHistogram.sum(Conventions.CES_1, List.of(one)))
        .extracting("code")
        .isEqualTo(FailureCode.DEFINITION_MISMATCH);
  }

  @Test
  void onlyAnswersAreTheDenominator() {
    ScoreAccumulator accumulator = new ScoreAccumulator(Conventions.NPS);
    accumulator.add(10);
    accumulator.add(3);
    accumulator.add(9);
    for (ResponseStatus status : ResponseStatus.values()) {
      if (status != ResponseStatus.ANSWERED) {
        accumulator.add(Response.without(MemberId.of("m"), NOON, status));
      }
    }
    accumulator.add(Response.answered(MemberId.of("m"), NOON, 11));
    ScoreHistogram histogram = accumulator.snapshot();
    Score score = Scoring.STANDARD.score(histogram, 20).orElseThrow();

    assertThat(score.value()).isCloseTo(1 / 3.0, PRINTED);
    assertThat(histogram.responses()).isEqualTo(9);
    assertThat(histogram.others()).containsEntry(ResponseStatus.INVALID, 2L);
    assertThat(score.responseRate().orElseThrow().total()).isEqualTo(20);
    assertThat(histogram.answeredOfResponses().successes()).isEqualTo(3);
  }

  @Test
  void moreResponsesThanInvitationsAreRefused() {
    ScoreHistogram two = ScoreHistogram.of(Conventions.CSAT, 0, 0, 0, 1, 1);

    assertThatThrownBy(() -> Scoring.STANDARD.score(two, 1))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
  }

  @Test
  void noAnswersHaveNoScore_row95() {
    assertThat(Scoring.STANDARD.score(ScoreHistogram.none(Conventions.NPS))).isEmpty();
    assertThat(Scoring.STANDARD.score(ScoreHistogram.none(Conventions.CES_2))).isEmpty();
    assertThat(Scoring.STANDARD.score(Conventions.NPS, List.of(), RespondentPolicy.ALL))
        .isEmpty();
  }

  @Test
  void oneAnswerOfAMeanSaysNothingOfTheSpread() {
    Score one = Scoring.STANDARD
        .score(ScoreHistogram.of(Conventions.STARS, 0, 0, 0, 1, 0))
        .orElseThrow();

    assertThat(one.interval().lower()).isEqualTo(1);
    assertThat(one.interval().upper()).isEqualTo(5);
    assertThat(one.estimate().assumptions()).anyMatch(text -> text.contains("one observation"));
  }

  @Test
  void whatWasNotCountedCannotBeTakenBack() {
    ScoreAccumulator accumulator = new ScoreAccumulator(Conventions.NPS);
    accumulator.add(9);

    assertThatThrownBy(() -> accumulator.remove(10))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> accumulator.add(11))
        .extracting("code")
        .isEqualTo(FailureCode.SCORE_RANGE);
  }

  @Test
  void whatCannotBeTakenBackWholeIsNotTakenBackAtAll() {
    ScoreAccumulator accumulator = new ScoreAccumulator(Conventions.CSAT);
    accumulator.add(ScoreHistogram.of(Conventions.CSAT, 3, 0, 0, 0, 1));
    ScoreHistogram before = accumulator.snapshot();

    assertThatThrownBy(() -> accumulator.remove(ScoreHistogram.of(Conventions.CSAT, 2, 0, 0, 0, 2)))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() ->
            accumulator.add(ScoreHistogram.of(Conventions.CSAT, 1, 0, 0, 0, Long.MAX_VALUE - 1)))
        .extracting("code")
        .isEqualTo(FailureCode.LIMIT_EXCEEDED);
    assertThat(accumulator.snapshot()).isEqualTo(before);
  }

  @Test
  void whereNoMoreCanBeCountedASingleResponseIsRefusedToo() {
    ScoreAccumulator full = new ScoreAccumulator(Conventions.CSAT);
    full.add(ScoreHistogram.of(Conventions.CSAT, 1, 0, 0, 0, Long.MAX_VALUE - 1));
    ScoreHistogram before = full.snapshot();

    for (int answer : new int[] {2, 5}) {
      assertThatThrownBy(() -> full.add(answer))
          .extracting("code")
          .isEqualTo(FailureCode.LIMIT_EXCEEDED);
    }
    assertThatThrownBy(
            () -> full.add(Response.without(MemberId.of("m"), NOON, ResponseStatus.SKIPPED)))
        .extracting("code")
        .isEqualTo(FailureCode.LIMIT_EXCEEDED);
    assertThat(full.snapshot()).isEqualTo(before);

    full.remove(1);
    full.add(2);
    assertThat(full.snapshot())
        .isEqualTo(ScoreHistogram.of(Conventions.CSAT, 0, 1, 0, 0, Long.MAX_VALUE - 1));
  }

  @Nested
  class WhenOnePersonAnswersSeveralTimes {
    private final List<Response> responses = List.of(
        Response.answered(MemberId.of("ann"), NOON, 3),
        Response.answered(MemberId.of("ann"), NOON.plusSeconds(1), 8),
        Response.answered(MemberId.of("ann"), NOON.plusSeconds(2), 10),
        Response.answered(MemberId.of("bob"), NOON, 9),
        Response.answered(MemberId.of("cid"), NOON, 0));

    @ParameterizedTest
    @CsvSource({
      // ann counts as 10, as 3, thrice, and as the mean (-1 + 0 + 1) / 3 = 0.
      "LATEST, .3333333333, 3",
      "FIRST, -.3333333333, 3",
      "ALL, 0, 5",
      "MEAN, 0, 3"
    })
    void thePolicyDecidesWhatCounts(RespondentPolicy policy, double net, long observations) {
      Score score = Scoring.STANDARD.score(Conventions.NPS, responses, policy).orElseThrow();

      assertThat(score.value()).isCloseTo(net, PRINTED);
      assertThat(score.estimate().observations()).hasValue(observations);
      assertThat(score.histogram().responses()).isEqualTo(5);
    }

    @Test
    void answersOfOnePersonAreOneLump() {
      Score score = Scoring.STANDARD
          .score(Conventions.NPS, responses, RespondentPolicy.ALL)
          .orElseThrow();

      // Lumps 0, 1 and -1 around a score of 0: sqrt(3/2 (0 + 1 + 1)) / 5.
      assertThat(score.estimate().standardError().getAsDouble())
          .isCloseTo(Math.sqrt(3) / 5, PRINTED);
    }

    @ParameterizedTest
    @EnumSource(RespondentPolicy.class)
    void theResponseRateChangesNothingElse(RespondentPolicy policy) {
      Score alone = Scoring.STANDARD.score(Conventions.NPS, responses, policy).orElseThrow();
      Score beside =
          Scoring.STANDARD.score(Conventions.NPS, responses, policy, 20).orElseThrow();

      assertThat(beside.estimate()).isEqualTo(alone.estimate());
      assertThat(alone.responseRate()).isEmpty();
      assertThat(beside.responseRate()).hasValue(Proportion.of(5, 20));
      assertThatThrownBy(() -> Scoring.STANDARD.score(Conventions.NPS, responses, policy, 4))
          .extracting("code")
          .isEqualTo(FailureCode.RANGE);
    }
  }
}
