package dev.laurel.metrics.score;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.immutables.value.Value;

/**
 * A score with all that is needed to judge it: its interval, on how many answers it rests, what
 * came back beside answers, the response rate where it is known, and the definition with its
 * version.
 *
 * <p>{@link ScoreText} says it in words.
 */
@Value.Immutable
public abstract class Score {
  private static final double USUAL_POWER = 0.8;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  Score() {}

  /** The answers it is made of, and what came back beside them. */
  public abstract ScoreHistogram histogram();

  /**
   * The number with its interval: from -1 to 1 for a net score, 0 to 1 for a share, on the scale
   * for a mean.
   */
  public abstract Estimate estimate();

  /** Responses out of people asked; absent where nobody knows how many were. */
  public abstract Optional<Proportion> responseRate();

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Score}. */
  static final class Builder extends ImmutableScore.Builder {
    Builder() {}
  }

  /** What the number means. */
  public MetricDefinition definition() {
    return histogram().definition();
  }

  /** The number, unrounded. */
  public double value() {
    return estimate().value();
  }

  /** How many answers it rests on. */
  public long answers() {
    return histogram().answers();
  }

  /** The interval. */
  public Interval interval() {
    return estimate().interval().orElseThrow();
  }

  /**
   * The variance of one answer, which sample sizes are made of: 0.61 for 20 detractors, 30 passives
   * and 50 promoters. Where all answers are alike, nothing says that the next one will be; it is
   * then the variance that the width of the interval leaves room for.
   */
  public double variance() {
    return error() * error() * estimate().observations().orElse(answers());
  }

  /**
   * The smallest change from this score to the next, as many answers strong, that would be found
   * significant four times out of five, in the unit of the number. For 100 answers around 0.3 it is
   * about 0.31: what moves less is not seen. By the normal approximation.
   */
  public double detectableChange() {
    double z = interval().confidence().z();
    return (z + NORMAL.inverseCumulativeProbability(USUAL_POWER)) * error() * Math.sqrt(2);
  }

  private double error() {
    double error = estimate().standardError().orElse(0);
    return error > 0 ? error : interval().width() / 2 / interval().confidence().z();
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        estimate().interval().isPresent(),
        FailureCode.VALUE_INVALID,
        "estimate",
        "a score must have an interval: %s",
        estimate());
  }
}
