package dev.laurel.metrics.compare;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.Score;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.score.Scoring;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How two scores are compared: the level, and below how many answers not at all.
 *
 * <p>Net scores are compared by adjusted Wald, shares by Newcombe's interval with the pooled z
 * test, means by Welch's t. Of 8, 13 and 15 answers against 10, 10 and 5 plain Wald finds a
 * difference (p 0.046); the adjusted one does not (p 0.056), and is right more often.
 *
 * <p>Assumed: answers are independent of each other, within and between the two sides. If the same
 * people answer twice, a difference is told more surely by their own changes, and these tests are
 * too shy; if a side was asked because it was unhappy, they compare what is not alike.
 *
 * <p>Sources: B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician
 * 70 (2016); R. G. Newcombe, Statistics in Medicine 17 (1998); B. L. Welch, Biometrika 34 (1947).
 */
@Value.Immutable
public abstract class Comparing {
  /** The default of every part. */
  public static final Comparing STANDARD = builder().build();

  Comparing() {}

  /** How the scores on either side are made. */
  @Value.Default
  public Scoring scoring() {
    return Scoring.STANDARD;
  }

  /** How many answers a side needs for a test; 10 unless set. */
  @Value.Default
  public long fewestAnswers() {
    return 10;
  }

  /** A builder of which every part has its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Comparing}. */
  public static final class Builder extends ImmutableComparing.Builder {
    Builder() {}
  }

  /**
   * The change from one sample of answers to another; absent if one has none.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if they differ
   */
  public Optional<ScoreChange> compare(ScoreHistogram before, ScoreHistogram after) {
    before.definition().requireSame(after.definition());
    Optional<Score> first = scoring().score(before);
    Optional<Score> second = scoring().score(after);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    Significance test = test(before, after);
    double value = second.get().value() - first.get().value();
    MetricDefinition definition = after.definition();
    double span = definition.most() - definition.least();
    Interval interval = test.interval().clippedTo(-span, span);
    Estimate.Builder estimate = Estimate.builder().value(value).standardError(test.standardError());
    estimate
        .interval(new Interval(
            Math.min(interval.lower(), value),
            Math.max(interval.upper(), value),
            interval.confidence()))
        .observations(Math.addExact(before.answers(), after.answers()))
        .method(test.method())
        .addAssumption("answers are independent of each other, within and between the samples");
    ScoreChange.Builder change = ScoreChange.builder().before(first.get()).after(second.get());
    change.estimate(estimate.build()).pValue(test.pValue()).fewest(fewestAnswers());
    return Optional.of(change.build());
  }

  /** The test of after minus before; both have answers. */
  private Significance test(ScoreHistogram before, ScoreHistogram after) {
    Confidence confidence = scoring().confidence();
    return after
        .definition()
        .rule()
        .match(
            net ->
                new NetDifference(after.netCounts(), before.netCounts()).adjustedWald(confidence),
            top -> shares(before, after, confidence),
            mean -> MeanDifference.test(after, before, confidence));
  }

  private static Significance shares(
      ScoreHistogram before, ScoreHistogram after, Confidence confidence) {
    ProportionDifference difference = new ProportionDifference(share(after), share(before));
    Estimate newcombe = difference.newcombe(confidence);
    return new Significance(
        newcombe.method(),
        newcombe.value(),
        newcombe.standardError().orElse(0),
        newcombe.interval().orElseThrow(),
        difference.pValue());
  }

  private static Proportion share(ScoreHistogram histogram) {
    return Proportion.of(histogram.netCounts().positives(), histogram.answers());
  }
}
