package dev.laurel.examples.journey;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.moment.Moment;
import java.util.Locale;
import java.util.Optional;

/** Numbers for people, the same on every machine. */
final class Texts {
  private Texts() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** The share with its interval, such as {@code 74.4 % (70.8 % to 77.6 %)}. */
  static String share(Proportion proportion) {
    Optional<Estimate> estimate = proportion.estimate();
    return estimate.map(Texts::interval).orElse("-");
  }

  /** Both sides and the difference in percentage points, with its interval. */
  static String effect(Moment moment) {
    Estimate effect = moment.effect();
    return moment.with().successes() + " of " + moment.with().total() + " with, "
        + moment.without().successes() + " of " + moment.without().total() + " without: "
        + points(effect.value()) + " points"
        + effect
            .interval()
            .map(interval ->
                " (" + points(interval.lower()) + " to " + points(interval.upper()) + ")")
            .orElse("")
        + ", q " + qValue(moment.qValue());
  }

  private static String interval(Estimate estimate) {
    return percent(estimate.value())
        + estimate
            .interval()
            .map(interval ->
                " (" + percent(interval.lower()) + " to " + percent(interval.upper()) + ")")
            .orElse("");
  }

  private static String points(double difference) {
    return String.format(Locale.ROOT, "%+.1f", 100 * difference);
  }

  private static String qValue(double value) {
    return value < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", value);
  }
}
