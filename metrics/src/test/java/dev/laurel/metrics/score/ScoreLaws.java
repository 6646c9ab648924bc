package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.exact.Ratio;
import dev.laurel.metrics.Generators;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntBiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

/** What holds for all answers; the names end in those of the invariants. */
@Domain(Generators.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class ScoreLaws {
  @Provide
  Arbitrary<List<Integer>> answers() {
    return Generators.answers();
  }

  @Provide
  Arbitrary<NetCounts> counts() {
    return Generators.netCounts();
  }

  @Property
  void theScoreIsPromotersLessDetractorsWithinItsRange_G1(
      @ForAll("answers") List<Integer> answers) {
    Assume.that(!answers.isEmpty());
    long promoters = answers.stream().filter(answer -> answer >= 9).count();
    long detractors = answers.stream().filter(answer -> answer <= 6).count();
    NetCounts counts = histogram(Conventions.NPS, answers).netCounts();

    assertThat(counts.exact()).contains(Ratio.of(promoters - detractors, answers.size()));
    assertThat(counts.exact().orElseThrow()).isBetween(Ratio.of(-1), Ratio.ONE);
  }

  @Property
  void everyMetricStaysWithinItsRange_G1(
      @ForAll MetricDefinition definition, @ForAll("answers") List<Integer> answers) {
    Scoring.STANDARD
        .score(histogram(definition, answers))
        .ifPresent(
            score -> assertThat(score.value()).isBetween(definition.least(), definition.most()));
  }

  @Property
  void orderDoesNotMatter_G2(
      @ForAll MetricDefinition definition,
      @ForAll("answers") List<Integer> answers,
      @ForAll long seed) {
    List<Integer> shuffled = new ArrayList<>(answers);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(histogram(definition, shuffled)).isEqualTo(histogram(definition, answers));
  }

  @Property
  void repeatingTheSampleChangesNoScore_G3(
      @ForAll("counts") NetCounts counts, @ForAll @IntRange(min = 1, max = 9) int times) {
    NetCounts repeated = NetCounts.NONE;
    for (int i = 0; i < times; i++) {
      repeated = repeated.merge(counts);
    }

    assertThat(repeated.exact()).isEqualTo(counts.exact());
  }

  @Property
  void mergingIsCountingTogether_G4(
      @ForAll MetricDefinition definition,
      @ForAll("answers") List<Integer> a,
      @ForAll("answers") List<Integer> b,
      @ForAll("answers") List<Integer> c) {
    List<Integer> all = new ArrayList<>(a);
    all.addAll(b);
    all.addAll(c);
    ScoreHistogram left = histogram(definition, a);
    ScoreHistogram middle = histogram(definition, b);
    ScoreHistogram right = histogram(definition, c);

    assertThat(left.merge(middle).merge(right)).isEqualTo(histogram(definition, all));
    assertThat(left.merge(middle.merge(right))).isEqualTo(histogram(definition, all));
    assertThat(middle.merge(left)).isEqualTo(left.merge(middle));
    assertThat(left.merge(ScoreHistogram.none(definition))).isEqualTo(left);
  }

  @Property
  void takingBackIsNeverHavingCounted_G5(
      @ForAll("answers") List<Integer> kept, @ForAll("answers") List<Integer> taken) {
    ScoreAccumulator accumulator = new ScoreAccumulator(Conventions.NPS);
    kept.forEach(accumulator::add);
    taken.forEach(accumulator::add);
    taken.forEach(accumulator::remove);
    ScoreHistogram both = histogram(Conventions.NPS, kept).merge(histogram(Conventions.NPS, taken));

    assertThat(accumulator.snapshot()).isEqualTo(histogram(Conventions.NPS, kept));
    assertThat(both.without(histogram(Conventions.NPS, taken))).isEqualTo(accumulator.snapshot());
  }

  @Property
  void oneDetractorLessAndOnePromoterMoreAddTwoOutOfN_G6(@ForAll("counts") NetCounts counts) {
    Assume.that(counts.negatives() > 0);
    NetCounts better =
        new NetCounts(counts.negatives() - 1, counts.neutrals(), counts.positives() + 1);

    assertThat(better.exact().orElseThrow().minus(counts.exact().orElseThrow()))
        .isEqualTo(Ratio.of(2, counts.answers()));
  }

  @Property
  void quantilesLieAmongTheSumsAndRiseWithTheLevel_G8(
      @ForAll("small") NetCounts counts,
      @ForAll @DoubleRange(max = 1) double level,
      @ForAll @DoubleRange(max = 1) double higher) {
    assertThat(keepsG8(TrinomialSum::quantile, counts, level, higher)).isTrue();
  }

  /** A broken twin of G8: sums whose rounding never reaches the level end beyond the last. */
  @Example
  void aQuantileBeyondTheLastSumIsTold() {
    ToIntBiFunction<double[], Double> broken = (probabilities, level) -> {
      int k = 0;
      for (double cumulated = 0; cumulated <= level && k < probabilities.length; k++) {
        cumulated += probabilities[k];
      }
      return k;
    };

    assertThat(keepsG8(broken, new NetCounts(1, 1, 1), 0.5, 1)).isFalse();
  }

  private static boolean keepsG8(
      ToIntBiFunction<double[], Double> quantile, NetCounts counts, double level, double higher) {
    double[] probabilities = TrinomialSum.probabilities(counts);
    int low = quantile.applyAsInt(probabilities, Math.min(level, higher));
    int high = quantile.applyAsInt(probabilities, Math.max(level, higher));
    return 0 <= low && low <= high && high <= 2 * counts.answers();
  }

  @Property
  void intervalsContainTheScoreAndStayWithinTheRange_G14(
      @ForAll("counts") NetCounts counts,
      @ForAll NetMethod method,
      @ForAll("levels") Confidence confidence) {
    Assume.that(counts.answers() > 0);
    Interval interval =
        counts.estimate(method, confidence).orElseThrow().interval().orElseThrow();

    assertThat(interval.contains(counts.value())).isTrue();
    assertThat(interval.lower()).isGreaterThanOrEqualTo(-1);
    assertThat(interval.upper()).isLessThanOrEqualTo(1);
  }

  @Property
  void intervalsNarrowWhenTheSampleIsRepeated_G14(@ForAll("counts") NetCounts counts) {
    Assume.that(counts.answers() > 0);
    NetCounts twice = counts.merge(counts);
    for (NetMethod method : List.of(NetMethod.ADJUSTED_WALD, NetMethod.SCORE)) {
      assertThat(width(twice, method)).isLessThan(width(counts, method));
    }
  }

  @Property
  void turningTheScaleOverTurnsTheIntervalOver(
      @ForAll("counts") NetCounts counts, @ForAll NetMethod method) {
    Assume.that(counts.answers() > 0 && method != NetMethod.EXACT_BOOTSTRAP);
    NetCounts mirrored = new NetCounts(
        /* negatives= */ counts.positives(),
        counts.neutrals(),
        /* positives= */ counts.negatives());
    Interval there = method.unclipped(counts, Confidence.P95);
    Interval back = method.unclipped(mirrored, Confidence.P95).times(-1);

    assertThat(back.lower()).isCloseTo(there.lower(), within(1e-9));
    assertThat(back.upper()).isCloseTo(there.upper(), within(1e-9));
  }

  @Property
  void theFastBootstrapIsTheConvolution(@ForAll("small") NetCounts counts) {
    double[] fast = TrinomialSum.probabilities(counts);
    double[] naive = convolution(counts);

    assertThat(fast).hasSameSizeAs(naive);
    for (int k = 0; k < naive.length; k++) {
      assertThat(fast[k]).isCloseTo(naive[k], within(1e-12));
    }
  }

  @Provide
  Arbitrary<NetCounts> small() {
    return Generators.netCounts(12).filter(counts -> counts.answers() > 0);
  }

  @Provide
  Arbitrary<Confidence> levels() {
    return Arbitraries.of(0.5, 0.8, 0.95, 0.999).map(Confidence::of);
  }

  private static double width(NetCounts counts, NetMethod method) {
    return counts
        .estimate(method, Confidence.P95)
        .orElseThrow()
        .interval()
        .orElseThrow()
        .width();
  }

  private static double[] convolution(NetCounts counts) {
    int n = (int) counts.answers();
    double[] shares = {
      (double) counts.negatives() / n,
      (double) counts.neutrals() / n,
      (double) counts.positives() / n
    };
    double[] sums = {1};
    for (int draw = 0; draw < n; draw++) {
      double[] next = new double[sums.length + 2];
      for (int k = 0; k < sums.length; k++) {
        for (int y = 0; y < 3; y++) {
          next[k + y] += sums[k] * shares[y];
        }
      }
      sums = next;
    }
    return sums;
  }

  static ScoreHistogram histogram(MetricDefinition definition, List<Integer> answers) {
    ScoreAccumulator accumulator = new ScoreAccumulator(definition);
    answers.stream().filter(definition.scale()::contains).forEach(accumulator::add);
    return accumulator.snapshot();
  }
}
