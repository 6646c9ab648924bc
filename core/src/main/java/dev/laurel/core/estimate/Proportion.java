package dev.laurel.core.estimate;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A count out of a total, such as 8 redeemed of 10 issued.
 *
 * <p>Counts merge; an empty total has no share.
 *
 * @param successes how many have the property
 * @param total how many were looked at
 */
public record Proportion(long successes, long total) {
  /**
   * A checked proportion.
   *
   * @throws InvalidValueException RANGE if there are more successes than the total, or a negative
   *     count
   */
  public Proportion {
    InvalidValueException.check(
        successes >= 0 && successes <= total,
        FailureCode.RANGE,
        "successes",
        "a proportion must count from 0 to its total: %s of %s",
        successes,
        total);
  }

  /** How to put an interval around a proportion. */
  public enum Method {
    /** Score interval of Wilson (1927); the default: near its level at any count. */
    WILSON("Wilson", BinomialConfidenceInterval.WILSON_SCORE),
    /** The normal approximation; too short for small counts, clipped to 0 and 1. */
    WALD("Wald", BinomialConfidenceInterval.NORMAL_APPROXIMATION),
    /** Wald after adding z squared observations; clipped to 0 and 1. */
    AGRESTI_COULL("Agresti-Coull", BinomialConfidenceInterval.AGRESTI_COULL),
    /** Never below its level, at the price of length (Clopper and Pearson 1934). */
    CLOPPER_PEARSON("Clopper-Pearson", BinomialConfidenceInterval.CLOPPER_PEARSON),
    /** Equal-tailed posterior under the prior Beta(1/2, 1/2). */
    JEFFREYS("Jeffreys", BinomialConfidenceInterval.JEFFREYS);

    private final String title;
    private final BinomialConfidenceInterval library;

    Method(String title, BinomialConfidenceInterval library) {
      this.title = title;
      this.library = library;
    }

    /** The name statisticians use. */
    public String title() {
      return title;
    }
  }

  /** The proportion of these counts. */
  public static Proportion of(long successes, long total) {
    return new Proportion(successes, total);
  }

  /** The counts of both. */
  public Proportion merge(Proportion other) {
    return new Proportion(
        Math.addExact(successes, other.successes), Math.addExact(total, other.total));
  }

  /** The share, from 0 to 1; absent if nothing was looked at. */
  public Optional<Estimate> estimate(Method method, Confidence confidence) {
    requireNonNull(method, "method");
    if (total == 0) {
      return Optional.empty();
    }
    double share = share();
    Estimate.Builder estimate = Estimate.builder().value(share).method(method.title());
    estimate
        .standardError(Math.sqrt(share * (1 - share) / total))
        .interval(interval(method, confidence))
        .observations(total)
        .addAssumption("the observations are independent of each other");
    return Optional.of(estimate.build());
  }

  /** The share with Wilson's interval at 95 %; absent if nothing was looked at. */
  public Optional<Estimate> estimate() {
    return estimate(Method.WILSON, Confidence.P95);
  }

  /**
   * The share, from 0 to 1, without its uncertainty.
   *
   * @throws InvalidValueException DIVISION if nothing was looked at; {@link #estimate()} is absent
   *     then
   */
  public double share() {
    InvalidValueException.check(
        total > 0, FailureCode.DIVISION, "total", "a share must be of a total above 0: %s", total);
    return (double) successes / total;
  }

  /** The interval of a non-empty proportion. */
  Interval interval(Method method, Confidence confidence) {
    InvalidValueException.check(
        total <= Integer.MAX_VALUE,
        FailureCode.LIMIT_EXCEEDED,
        "total",
        "an interval must be of at most 2147483647 observations: %s",
        total);
    org.apache.commons.statistics.interval.Interval bounds =
        method.library.fromErrorRate((int) total, (int) successes, confidence.alpha());
    // A bound of the library can miss the share by the last bit at 0 and at 1.
    return new Interval(
        Math.min(bounds.getLowerBound(), share()),
        Math.max(bounds.getUpperBound(), share()),
        confidence);
  }
}
