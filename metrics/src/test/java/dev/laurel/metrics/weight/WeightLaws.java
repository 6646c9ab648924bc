package dev.laurel.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.metrics.survey.Conventions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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
    WeightedSums oneByOne = sums(left, 1);
    for (int answer : right) {
      oneByOne = oneByOne.plus(answer, weight);
    }

    for (WeightedSums sums : List.of(other, oneByOne)) {
      assertThat(sums.answers()).isEqualTo(both.answers());
      assertThat(sums.w()).isCloseTo(both.w(), within(1e-6));
      assertThat(sums.ww()).isCloseTo(both.ww(), within(1e-6));
      assertThat(sums.wy()).isCloseTo(both.wy(), within(1e-6));
      assertThat(sums.wyy()).isCloseTo(both.wyy(), within(1e-6));
      assertThat(sums.wwy()).isCloseTo(both.wwy(), within(1e-6));
      assertThat(sums.wwyy()).isCloseTo(both.wwyy(), within(1e-6));
    }
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

  @Property
  void whoeverAnswersInProportionIsLikeThoseAsked(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 500) Integer> sizes,
      @ForAll @IntRange(min = 2, max = 20) int oneIn) {
    Map<String, Long> asked = new TreeMap<>();
    Map<String, Long> answered = new TreeMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      asked.put("s" + i, (long) sizes.get(i) * oneIn);
      answered.put("s" + i, (long) sizes.get(i));
    }
    WhoAnswered who = WhoAnswered.of(asked, answered).orElseThrow();

    assertThat(who.statistic()).isCloseTo(0, within(1e-9));
    assertThat(who.dissimilarity()).isCloseTo(0, within(1e-12));
    assertThat(who.pValue()).isCloseTo(1, within(1e-4));
  }

  @Property
  void everybodyAskedAndEveryAnswerIsInOneSegment(
      @ForAll @Size(max = 12) List<@IntRange(max = 500) Integer> sizes, @ForAll Random random) {
    Map<String, Long> asked = new TreeMap<>();
    Map<String, Long> answered = new TreeMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      asked.put("s" + i, (long) sizes.get(i));
      answered.put("s" + i, (long) random.nextInt(sizes.get(i) + 1));
    }
    Optional<WhoAnswered> who = WhoAnswered.of(asked, answered);

    assertThat(who.isPresent()).isEqualTo(answered.values().stream().anyMatch(each -> each > 0));
    who.ifPresent(each -> {
      assertThat(each.parts().stream().mapToLong(part -> part.rate().total()).sum())
          .isEqualTo(asked.values().stream().mapToLong(Long::longValue).sum());
      assertThat(each.parts().stream()
              .mapToDouble(WhoAnswered.Part::shareOfAnswers)
              .sum())
          .isCloseTo(1, within(1e-9));
      assertThat(each.pValue()).isBetween(0.0, 1.0);
      assertThat(each.dissimilarity()).isBetween(0.0, 1.0);
    });
  }

  private static WeightedSums sums(List<Integer> answers, double weight) {
    WeightedSums sums = WeightedSums.none(Conventions.NPS);
    for (int answer : answers) {
      sums = sums.plus(answer, weight);
    }
    return sums;
  }
}
