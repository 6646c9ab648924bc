package dev.laurel.metrics.score;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.survey.Conventions;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A Net Promoter Score that the laws are tried on: the real one, and twins that break one thing. It
 * counts answers as the real one does unless a twin overrides how.
 */
class NetUnderTest {
  final ScoreAccumulator counted = new ScoreAccumulator(Conventions.NPS);

  NetUnderTest none() {
    return new NetUnderTest();
  }

  final NetUnderTest of(List<Integer> answers) {
    NetUnderTest net = none();
    answers.forEach(net::add);
    return net;
  }

  void add(int answer) {
    counted.add(answer);
  }

  void remove(int answer) {
    counted.remove(answer);
  }

  void merge(NetUnderTest other) {
    counted.merge(other.counted);
  }

  OptionalDouble score() {
    NetCounts counts = counts();
    return counts.answers() == 0 ? OptionalDouble.empty() : OptionalDouble.of(counts.value());
  }

  /** The interval of a score with answers. */
  Interval interval() {
    return counts().estimate().orElseThrow().interval().orElseThrow();
  }

  final NetCounts counts() {
    return counted.snapshot().netCounts();
  }

  final Interval wald() {
    return NetMethod.WALD.unclipped(counts(), Confidence.P95);
  }
}
