package dev.laurel.core.estimate;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A number with what is known of its uncertainty and how it was found.
 *
 * <p>For example 0.30, standard error 0.078, interval 0.14 to 0.44 at 95 %, from 100 answers, by
 * "adjusted Wald". The unit is the caller's and is told in {@link #method()} or by the context.
 */
@Value.Immutable
public abstract class Estimate {
  Estimate() {}

  /** The number. */
  public abstract double value();

  /** The standard error, in the unit of the number; absent where the method gives none. */
  public abstract OptionalDouble standardError();

  /** The interval; absent where the method gives none. */
  public abstract Optional<Interval> interval();

  /** How many observations it rests on; absent where that has no meaning. */
  public abstract OptionalLong observations();

  /** The name of the method, such as "Wilson". */
  public abstract String method();

  /** What the method takes for granted, in sentences that a reviewer can contest. */
  public abstract List<String> assumptions();

  /**
   * The estimate of a multiple: 300 points of 1,000, plus or minus 40, are a share of 0.3, plus or
   * minus 0.04. A negative factor turns the interval over.
   */
  public Estimate times(double factor) {
    Estimate.Builder product = builder().value(value() * factor).method(method());
    standardError().ifPresent(error -> product.standardError(error * Math.abs(factor)));
    interval().ifPresent(range -> product.interval(range.times(factor)));
    observations().ifPresent(product::observations);
    return product.addAllAssumptions(assumptions()).build();
  }

  /** The estimate of a sum with something known; the error stays. */
  public Estimate plus(double known) {
    Estimate.Builder sum = builder().value(value() + known).method(method());
    standardError().ifPresent(sum::standardError);
    interval().ifPresent(range -> sum.interval(range.plus(known)));
    observations().ifPresent(sum::observations);
    return sum.addAllAssumptions(assumptions()).build();
  }

  /**
   * The estimate with its interval cut to the scale on which it lies, such as 4.9 of 5, not up to
   * 5.2 but to 5; value and error stay.
   *
   * @throws InvalidValueException RANGE if the value lies outside
   */
  public Estimate clippedTo(double least, double most) {
    Estimate.Builder cut = builder().value(value()).method(method());
    standardError().ifPresent(cut::standardError);
    interval().ifPresent(range -> cut.interval(range.clippedTo(least, most)));
    observations().ifPresent(cut::observations);
    return cut.addAllAssumptions(assumptions()).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Estimate}. */
  public static final class Builder extends ImmutableEstimate.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        Double.isFinite(value()),
        FailureCode.NUMBER_NOT_FINITE,
        "value",
        "an estimate must be a finite number: %s",
        value());
    InvalidValueException.check(
        standardError().isEmpty() || standardError().getAsDouble() >= 0,
        FailureCode.RANGE,
        "standardError",
        "an estimate must have a standard error of at least 0: %s",
        standardError());
    InvalidValueException.check(
        interval().isEmpty() || interval().get().contains(value()),
        FailureCode.RANGE,
        "interval",
        "an interval must contain its estimate: %s in %s",
        value(),
        interval());
    InvalidValueException.check(
        observations().isEmpty() || observations().getAsLong() >= 0,
        FailureCode.RANGE,
        "observations",
        "an estimate must rest on at least 0 observations: %s",
        observations());
  }
}
