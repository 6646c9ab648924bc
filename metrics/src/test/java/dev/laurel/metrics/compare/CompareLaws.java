package dev.laurel.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.metrics.Generators;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every pair of samples. */
class CompareLaws {
  @Provide
  Arbitrary<NetCounts> counts() {
    return Generators.netCounts();
  }

  @Provide
  Arbitrary<Map<String, ScoreHistogram>> segments() {
    Arbitrary<ScoreHistogram> histograms = Generators.netCounts(50)
        .map(c -> ScoreHistogram.of(
            Conventions.NPS, c.negatives(), 0, 0, 0, 0, 0, 0, c.neutrals(), 0, 0, c.positives()));
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "e"), histograms).ofMaxSize(5);
  }

  @Property
  void turningTheSidesTurnsTheSign(
      @ForAll("counts") NetCounts first, @ForAll("counts") NetCounts second) {
    Assume.that(first.answers() > 0 && second.answers() > 0);
    Significance there = new NetDifference(first, second).adjustedWald(Confidence.P95);
    Significance back = new NetDifference(second, first).adjustedWald(Confidence.P95);

    assertThat(back.difference()).isEqualTo(-there.difference());
    assertThat(back.pValue()).isEqualTo(there.pValue());
  }

  @Property
  void intervalAndPValueAgree(
      @ForAll("counts") NetCounts first, @ForAll("counts") NetCounts second) {
    Assume.that(first.answers() > 0 && second.answers() > 0);
    Significance test = new NetDifference(first, second).adjustedWald(Confidence.P95);
    Assume.that(Math.abs(test.pValue() - 0.05) > 1e-9);

    assertThat(test.interval().contains(0)).isEqualTo(!test.isSignificant());
  }

  @Property
  void theSameSampleTwiceIsNoChange(@ForAll("counts") NetCounts counts) {
    Assume.that(counts.answers() > 0);

    assertThat(new NetDifference(counts, counts).adjustedWald(Confidence.P95).pValue())
        .isEqualTo(1);
    assertThat(Homogeneity.of(List.of(counts, counts, counts)).statistic())
        .isCloseTo(0, within(1e-9));
    assertThat(DistributionShift.ofClasses(counts, counts).pValue()).isCloseTo(1, within(1e-6));
  }

  @Property
  void thePartsAddUpToTheChange(
      @ForAll("segments") Map<String, ScoreHistogram> before,
      @ForAll("segments") Map<String, ScoreHistogram> after) {
    Map<String, Long> people = Map.of("a", 3L, "b", 20L, "c", 1L);
    Map<String, Long> later = Map.of("a", 9L, "b", 2L, "e", 5L);
    for (MixShift shift :
        List.of(MixShift.of(before, after), MixShift.of(before, after, people, later)).stream()
            .flatMap(java.util.Optional::stream)
            .toList()) {
      assertThat(shift.rate() + shift.mix() + shift.answered())
          .isCloseTo(shift.change(), within(1e-12));
    }
  }

  @Property
  void mixMovesNothingWhereSharesStandStill(
      @ForAll("segments") Map<String, ScoreHistogram> before) {
    Map<String, ScoreHistogram> after = new LinkedHashMap<>();
    before.forEach((segment, histogram) -> after.put(segment, turned(histogram)));

    MixShift.of(before, after)
        .ifPresent(shift -> assertThat(shift.parts())
            .allSatisfy(part -> assertThat(part.mix()).isCloseTo(0, within(1e-12))));
  }

  @Property
  void moreAnswersMeanMorePower(@ForAll("powers") List<Double> sizes) {
    double variance = sizes.get(0);
    double difference = sizes.get(1);
    double power = SampleSize.power(variance, variance, difference, 100, Confidence.P95);

    assertThat(SampleSize.power(variance, variance, difference, 200, Confidence.P95))
        .isGreaterThanOrEqualTo(power);
  }

  @Provide
  Arbitrary<List<Double>> powers() {
    return Combinators.combine(
            Arbitraries.doubles().between(0.05, 1), Arbitraries.doubles().between(0.01, 1))
        .as(List::of);
  }

  /** As many answers, promoters and detractors exchanged. */
  private static ScoreHistogram turned(ScoreHistogram histogram) {
    long[] counts = histogram.counts().toArray();
    long first = counts[0];
    counts[0] = counts[10];
    counts[10] = first;
    return ScoreHistogram.of(Conventions.NPS, counts);
  }
}
