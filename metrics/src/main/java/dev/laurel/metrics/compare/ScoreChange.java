package dev.laurel.metrics.compare;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.metrics.score.Score;
import org.immutables.value.Value;

/**
 * From one score to another under the same definition, after minus before.
 *
 * <p>{@link ChangeText} says it in words.
 */
@Value.Immutable
public abstract class ScoreChange {
  ScoreChange() {}

  /** The earlier score. */
  public abstract Score before();

  /** The later score. */
  public abstract Score after();

  /** The difference with its interval, in the unit of the score. */
  public abstract Estimate estimate();

  /** The two-sided p-value against no change. */
  public abstract double pValue();

  /** How few answers on a side make a test not worth making. */
  abstract long fewest();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ScoreChange}. */
  static final class Builder extends ImmutableScoreChange.Builder {
    Builder() {}
  }

  /** The difference, after minus before. */
  public double value() {
    return estimate().value();
  }

  /** Whether the p-value is below one minus the level. */
  public boolean isSignificant() {
    return pValue() < after().interval().confidence().alpha();
  }

  /** What may be said of it. */
  public Verdict verdict() {
    if (Math.min(before().answers(), after().answers()) < fewest()) {
      return Verdict.TOO_FEW_ANSWERS;
    }
    if (!isSignificant()) {
      return Verdict.NO_DETECTABLE_CHANGE;
    }
    boolean isMore = value() > 0;
    return isMore == after().definition().isMoreBetter() ? Verdict.IMPROVED : Verdict.WORSENED;
  }

  /**
   * How many answers each of two waves would need to see a change of this size four times out of
   * five, judged by the variances at hand: 958 for ten points where 20, 30 and 50 answers were
   * given both times.
   *
   * @param change the size of the change, above zero, in the unit of the score
   */
  public long answersNeeded(double change) {
    return SampleSize.perGroup(
        before().variance(),
        after().variance(),
        change,
        SampleSize.USUAL_POWER,
        after().interval().confidence());
  }
}
