package dev.laurel.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: the package survey of R 4.2.2, and the formulas named in the documentation. */
class WeightTest {
  private static final Offset<Double> PRINTED = within(6e-11);

  @Nested
  class WhenStrataAnsweredUnequally {
    private final PostStratification strata = PostStratification.of(Map.of(
        "new", new PostStratification.Stratum(nps(40, 30, 30), 5000),
        "mid", new PostStratification.Stratum(nps(20, 40, 40), 3000),
        "vip", new PostStratification.Stratum(nps(5, 15, 30), 2000)));

    @Test
    void theScoreIsThatOfThePopulation() {
      Estimate estimate = strata.estimate(Confidence.P95);

      assertThat(estimate.value()).isCloseTo(.11, PRINTED);
      assertThat(estimate.standardError().getAsDouble()).isCloseTo(.05098428768, PRINTED);
      assertThat(strata.strata().values().stream().map(PostStratification.Stratum::weight))
          .containsExactly(30.0, 50.0, 40.0);
    }

    @Test
    void weightsTakenAsGivenHaveALargerError() {
      WeightedSums sums = strata.sums();

      assertThat(error(sums.estimate(Confidence.P95).orElseThrow()))
          .isCloseTo(.05328769383, PRINTED);
      assertThat(sums.effectiveAnswers().getAsDouble()).isCloseTo(238.0952381, within(1e-7));
      assertThat(error(sums.kish(Confidence.P95).orElseThrow())).isCloseTo(.05256595857, PRINTED);
      assertThat(sums.kish(Confidence.P95).orElseThrow().value()).isCloseTo(.11, PRINTED);
      // What the weights cost: 250 answers are worth 238.1 unweighted ones.
      assertThat(sums.answers() / sums.effectiveAnswers().getAsDouble())
          .isCloseTo(1.05, within(1e-12));
    }

    @Test
    void withoutWeightsItIsFourteen() {
      WeightedSums sums = WeightedSums.none(Conventions.NPS)
          .plusAll(1, 1, 100)
          .plusAll(0, 1, 85)
          .plusAll(-1, 1, 65);

      Estimate estimate = sums.estimate(Confidence.P95).orElseThrow();
      assertThat(estimate.value()).isCloseTo(.14, PRINTED);
      // Decision 38: .05071 uses n - 1, .0506125 would use n.
      assertThat(error(estimate)).isCloseTo(.05071, within(5e-6));
    }

    @Test
    void aStratumWithoutAnswersCannotBeSpokenFor() {
      assertThatThrownBy(
              () -> new PostStratification.Stratum(ScoreHistogram.none(Conventions.NPS), 10))
          .extracting("code")
          .isEqualTo(FailureCode.DIVISION);
      assertThatThrownBy(() -> new PostStratification.Stratum(nps(1, 0, 1), 1))
          .extracting("code")
          .isEqualTo(FailureCode.RANGE);
    }
  }

  @Nested
  class WhenOnlyMarginsAreKnown {
    private final ImmutableSortedMap<String, ImmutableSortedMap<String, Long>> margins =
        ImmutableSortedMap.of(
            "kind", ImmutableSortedMap.of("a", 600L, "b", 400L),
            "region", ImmutableSortedMap.of("N", 450L, "S", 550L));

    // The oracle prints promoters, passives, detractors.
    private final ImmutableList<Raking.Cell> cells = ImmutableList.of(
        cell("a", "N", nps(6, 9, 15)),
        cell("a", "S", nps(8, 6, 6)),
        cell("b", "N", nps(5, 6, 14)),
        cell("b", "S", nps(9, 7, 9)));

    @Test
    void weightsAreThoseOfThePeer() {
      Raking.Raked raked = (Raking.Raked) new Raking(margins, cells).rake();
      Estimate estimate = raked.estimate(Confidence.P95);

      assertThat(raked.weights().get(0)).isCloseTo(9.7964258258, PRINTED);
      assertThat(raked.weights().get(1)).isCloseTo(15.3053612612, PRINTED);
      assertThat(raked.weights().get(2)).isCloseTo(6.2442890090, PRINTED);
      assertThat(raked.weights().get(3)).isCloseTo(9.7557109910, PRINTED);
      assertThat(estimate.value()).isCloseTo(.1137557110, PRINTED);
      assertThat(error(estimate)).isCloseTo(.0859751021, PRINTED);
    }

    @Test
    void withoutWeightsItIsSixteen() {
      ScoreHistogram all = cells.stream()
          .map(Raking.Cell::answers)
          .reduce(ScoreHistogram.none(Conventions.NPS), ScoreHistogram::merge);

      assertThat(all.meanWorth()).isCloseTo(.16, PRINTED);
    }

    @Test
    void rakedWeightsAddUpToEveryMargin() {
      Raking.Raked raked = (Raking.Raked) new Raking(margins, cells).rake();

      margins.forEach((trait, margin) -> margin.forEach((value, people) -> {
        double sum = 0;
        for (int i = 0; i < cells.size(); i++) {
          boolean isIn = value.equals(cells.get(i).values().get(trait));
          sum += isIn ? raked.weights().get(i) * cells.get(i).answers().answers() : 0;
        }
        assertThat(sum).isCloseTo(people, within(1e-9 * people));
      }));
    }

    @Test
    void marginsThatNoAnswersCanMeetAreSaidSo() {
      Raking raking = new Raking(
          margins, ImmutableList.of(cell("a", "N", nps(1, 1, 1)), cell("b", "S", nps(1, 1, 1))));

      assertThat(raking.rake()).isInstanceOf(Raking.NotConverged.class);
    }

    @Test
    void marginsOfDifferentTotalsAreRefused() {
      assertThatThrownBy(() -> new Raking(
              ImmutableSortedMap.of(
                  "kind", ImmutableSortedMap.of("a", 600L),
                  "region", ImmutableSortedMap.of("N", 450L)),
              ImmutableList.of(cell("a", "N", nps(1, 1, 1)))))
          .extracting("code")
          .isEqualTo(FailureCode.TOTAL_MISMATCH);
      assertThatThrownBy(() -> new Raking(margins, ImmutableList.of(cell("c", "N", nps(1, 1, 1)))))
          .extracting("code")
          .isEqualTo(FailureCode.REFERENCE_UNKNOWN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "N_MINUS_ONE, 200, .0553653920",
    "N_MINUS_ONE, 500, .0699269587",
    "N_MINUS_ONE, 1000, .0741316093",
    "SAMPLING_FRACTION, 1000, .0744678088",
    "N_MINUS_ONE, 100, 0",
    "SAMPLING_FRACTION, 100, 0"
  })
  void aLargeShareOfAllPeopleLeavesLessDoubt(
      FinitePopulation convention, long population, double error) {
    Estimate estimate =
        convention.estimate(nps(20, 30, 50), population, Confidence.P95).orElseThrow();

    assertThat(error(estimate)).isCloseTo(error, PRINTED);
    assertThat(estimate.value()).isCloseTo(.3, PRINTED);
  }

  @Test
  void equalWeightsGiveTheIntervalOfWilson() {
    WeightedSums sums = WeightedSums.none(Conventions.CSAT).plusAll(1, 7, 8).plusAll(0, 7, 2);

    Interval interval = sums.wilson(Confidence.P95).orElseThrow().interval().orElseThrow();
    // Oracle: statsmodels 0.13.5, 8 of 10.
    assertThat(interval.lower()).isCloseTo(.4901624715, PRINTED);
    assertThat(interval.upper()).isCloseTo(.9433178485, PRINTED);
  }

  @Test
  void aWeightOfZeroLeavesAnAnswerOut() {
    WeightedSums sums = WeightedSums.none(Conventions.NPS).plus(3, 0);

    assertThat(sums.estimate(Confidence.P95)).isEmpty();
    assertThat(sums.kish(Confidence.P95)).isEmpty();
    assertThat(sums.effectiveAnswers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1", "NaN", "Infinity"})
  void aWeightIsFiniteAndNotNegative(double weight) {
    assertThatThrownBy(() -> WeightedSums.none(Conventions.NPS).plus(3, weight))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
  }

  @Test
  void sumsOfTwoMetricsDoNotMerge() {
    assertThatThrownBy(() ->
            WeightedSums.none(Conventions.NPS).merge(WeightedSums.none(Conventions.EMPLOYEE_NPS)))
        .extracting("code")
        .isEqualTo(FailureCode.DEFINITION_MISMATCH);
    assertThatThrownBy(() -> WeightedSums.none(Conventions.NPS).wilson(Confidence.P95))
        .extracting("code")
        .isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
  }

  private static double error(Estimate estimate) {
    return estimate.standardError().getAsDouble();
  }

  private static Raking.Cell cell(String kind, String region, ScoreHistogram answers) {
    return Raking.Cell.of(Map.of("kind", kind, "region", region), answers);
  }

  /** Detractors, passives, promoters. */
  private static ScoreHistogram nps(long d, long p0, long p) {
    return ScoreHistogram.of(Conventions.NPS, d, 0, 0, 0, 0, 0, 0, p0, 0, 0, p);
  }
}
