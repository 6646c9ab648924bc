package dev.laurel.journeys.path;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Duration;

/**
 * How often one touchpoint was directly followed by another, and how long that took.
 *
 * @param from the touchpoint before
 * @param to the touchpoint after
 * @param count how often, at least once
 * @param totalMicros the sum of all times between the two, in microseconds
 * @param shortestMicros the shortest of them
 * @param longestMicros the longest of them
 */
public record Arc(
    TouchpointId from,
    TouchpointId to,
    long count,
    long totalMicros,
    long shortestMicros,
    long longestMicros) {
  /**
   * A checked arc.
   *
   * @throws InvalidValueException RANGE if the times cannot be
   */
  public Arc {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    InvalidValueException.check(
        count >= 1
            && 0 <= shortestMicros
            && shortestMicros <= longestMicros
            && longestMicros <= totalMicros,
        FailureCode.RANGE,
        "count",
        "arc from '%s' to '%s' must have happened and taken time: %s, %s to %s, %s in all",
        from,
        to,
        count,
        shortestMicros,
        longestMicros,
        totalMicros);
  }

  /** The mean time, to the microsecond below. */
  public Duration mean() {
    return micros(totalMicros / count);
  }

  /** The shortest time. */
  public Duration shortest() {
    return micros(shortestMicros);
  }

  /** The longest time. */
  public Duration longest() {
    return micros(longestMicros);
  }

  /** Whether a touchpoint followed itself. */
  public boolean isLoop() {
    return from.equals(to);
  }

  Arc merge(Arc other) {
    return new Arc(
        from,
        to,
        Math.addExact(count, other.count),
        Math.addExact(totalMicros, other.totalMicros),
        Math.min(shortestMicros, other.shortestMicros),
        Math.max(longestMicros, other.longestMicros));
  }

  static Duration micros(long micros) {
    return Duration.ofSeconds(
        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
  }
}
