package dev.laurel.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.metrics.survey.Conventions;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for all weights. */
class WeightLaws {

  @Property
  void mergingIsAddingTogether_G4(
      @ForAll @Size(max = 20) List<@IntRange(max = 10) Integer> left,
      @ForAll @Size(max = 20) List<@IntRange(max = 10) Integer> right,
      @ForAll @DoubleRange(min = 0.1, max = 50) double weight) {
    WeightedSums both = sums(left, 1).merge(sums(right, weight));
    WeightedSums other = sums(right, weight).merge(sums(left, 1));

    assertThat(both.answers()).isEqualTo(left.size() + right.size());
    assertThat(both.wwyy()).isCloseTo(other.wwyy(), within(1e-6));
    assertThat(both.merge(WeightedSums.none(Conventions.NPS))).isEqualTo(both);
  }

  @Property
  void scalingAllWeightsChangesNothing(
      @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 10) Integer> answers,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
    WeightedSums one = sums(answers, 1);
    WeightedSums scaled = sums(answers, factor);

    assertThat(scaled.estimate(Confidence.P95).orElseThrow().value())
        .isCloseTo(one.estimate(Confidence.P95).orElseThrow().value(), within(1e-9));
    assertThat(scaled.effectiveAnswers().getAsDouble()).isCloseTo(answers.size(), within(1e-6));
  }

  @Property
  void unequalWeightsNeverAddAnswers(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 100) Double> weights) {
    WeightedSums sums = WeightedSums.none(Conventions.NPS);
    for (double weight : weights) {
      sums = sums.plus(9, weight);
    }
    Assume.that(sums.answers() > 0 && sums.ww() > 0);

    assertThat(sums.effectiveAnswers().getAsDouble())
        .isLessThanOrEqualTo(sums.answers() + 1e-6)
        .isGreaterThanOrEqualTo(1 - 1e-6);
  }

  private static WeightedSums sums(List<Integer> answers, double weight) {
    WeightedSums sums = WeightedSums.none(Conventions.NPS);
    for (int answer : answers) {
      sums = sums.plus(answer, weight);
    }
    return sums;
  }
}
