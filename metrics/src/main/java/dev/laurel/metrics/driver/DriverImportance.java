package dev.laurel.metrics.driver;

import dev.laurel.core.estimate.Interval;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One driver by the measures of importance, each a share of the variation of the outcome.
 *
 * <p>{@link #shapley()} and {@link #johnson()} share R squared out among drivers that go with each
 * other and are the ones to report; {@link #first()} counts what is common to several drivers for
 * each of them, {@link #last()} for none, and {@link #pratt()} can be below zero.
 */
@Value.Immutable
public abstract class DriverImportance {
  DriverImportance() {}

  /** The name of the driver. */
  public abstract String name();

  /** The correlation with the outcome, from -1 to 1. */
  public abstract double correlation();

  /** The standardised weight in the regression on all drivers. */
  public abstract double weight();

  /** Weight times correlation (Pratt 1987); adds up to R squared, but may be negative. */
  public abstract double pratt();

  /** What the driver explains alone: the square of the correlation. */
  public abstract double first();

  /** What the driver adds when all others are there already. */
  public abstract double last();

  /**
   * The relative weight of Johnson (2000): what the nearest uncorrelated stand-ins of the drivers
   * explain, handed back to the drivers; adds up to R squared.
   */
  public abstract double johnson();

  /**
   * What the driver adds in the mean over all orders in which drivers can come (Lindeman, Merenda
   * and Gold 1980; Shapley 1953), exact; adds up to R squared.
   */
  public abstract double shapley();

  /** The percentile interval of {@link #shapley()}; absent without bootstrap. */
  public abstract Optional<Interval> shapleyInterval();

  /** The percentile interval of {@link #johnson()}; absent without bootstrap. */
  public abstract Optional<Interval> johnsonInterval();

  /** The same importance with intervals, if there are some. */
  DriverImportance within(Optional<Interval> ofShapley, Optional<Interval> ofJohnson) {
    Builder importance = builder();
    importance
        .name(name())
        .correlation(correlation())
        .weight(weight())
        .pratt(pratt())
        .first(first())
        .last(last())
        .johnson(johnson())
        .shapley(shapley())
        .shapleyInterval(ofShapley)
        .johnsonInterval(ofJohnson);
    return importance.build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DriverImportance}. */
  public static final class Builder extends ImmutableDriverImportance.Builder {
    Builder() {}
  }
}
