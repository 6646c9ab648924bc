package dev.laurel.journeys.path;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A collection of times with its exact quantiles: how long journeys last, how long customers stay
 * at a touchpoint, how long they take from one to the next.
 *
 * <p>Times of 1, 2, 3 and 10 seconds have the mean 4 s and the median 2.5 s. All times are kept, to
 * the microsecond, so that merged collections have exact quantiles too.
 */
public final class Durations {
  private final long[] sorted;

  private Durations(long[] sorted) {
    this.sorted = sorted;
  }

  /**
   * These times in microseconds, in any order.
   *
   * @throws InvalidValueException RANGE if one is negative
   */
  public static Durations ofMicros(long... micros) {
    long[] sorted = micros.clone();
    Arrays.sort(sorted);
    InvalidValueException.check(
        sorted.length == 0 || sorted[0] >= 0,
        FailureCode.RANGE,
        "micros",
        "times must not be negative: %s",
        sorted.length == 0 ? 0 : sorted[0]);
    return new Durations(sorted);
  }

  /** From the first to the last event of each journey. */
  public static Durations ofJourneys(JourneyLog log) {
    return new Durations(LongStream.range(0, log.journeys())
        .map(journey ->
            log.microsAt(log.end((int) journey) - 1) - log.microsAt(log.begin((int) journey)))
        .sorted()
        .toArray());
  }

  /** From each event at a touchpoint to the next event of the journey, if there is one. */
  public static Durations at(JourneyLog log, TouchpointId touchpoint) {
    return following(log, touchpoint, null);
  }

  /** From each event at the one touchpoint to the next event, where that is at the other. */
  public static Durations between(JourneyLog log, TouchpointId from, TouchpointId to) {
    return following(log, from, to);
  }

  /** How many times there are. */
  public long count() {
    return sorted.length;
  }

  /** The mean, to the microsecond below; absent for no time. */
  public Optional<Duration> mean() {
    if (sorted.length == 0) {
      return Optional.empty();
    }
    long sum = 0;
    for (long micros : sorted) {
      sum = Math.addExact(sum, micros);
    }
    return Optional.of(Arc.micros(sum / sorted.length));
  }

  /** The middle one, or the mean of the two in the middle; absent for no time. */
  public Optional<Duration> median() {
    return quantile(0.5);
  }

  /**
   * The time below which this share lies, by linear interpolation between the two nearest, to the
   * microsecond below; absent for no time.
   *
   * <p>Source: R. J. Hyndman and Y. Fan, The American Statistician 50 (1996), definition 7.
   */
  public Optional<Duration> quantile(double share) {
    InvalidValueException.check(
        share >= 0 && share <= 1,
        FailureCode.PERCENT_RANGE,
        "share",
        "a quantile must be of a share between 0 and 1: %s",
        share);
    if (sorted.length == 0) {
      return Optional.empty();
    }
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    long one = sorted[below];
    long next = sorted[Math.min(below + 1, sorted.length - 1)];
    return Optional.of(Arc.micros(one + (long) Math.floor((place - below) * (next - one))));
  }

  /** The times of both. */
  public Durations merge(Durations other) {
    return new Durations(LongStream.concat(Arrays.stream(sorted), Arrays.stream(other.sorted))
        .sorted()
        .toArray());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Durations that && Arrays.equals(sorted, that.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  /** The size and the median, such as {@code 4 times, median PT2.5S}. */
  @Override
  public String toString() {
    return count() + " times" + median().map(middle -> ", median " + middle).orElse("");
  }

  private static Durations following(JourneyLog log, TouchpointId from, @Nullable TouchpointId to) {
    int code = log.codeOf(from).orElse(-1);
    int next = to == null ? -1 : log.codeOf(to).orElse(-2);
    LongStream.Builder times = LongStream.builder();
    for (int journey = 0; journey < log.journeys(); journey++) {
      for (int event = log.begin(journey); event + 1 < log.end(journey); event++) {
        if (log.codeAt(event) == code && (next == -1 || log.codeAt(event + 1) == next)) {
          times.add(log.microsAt(event + 1) - log.microsAt(event));
        }
      }
    }
    return new Durations(times.build().sorted().toArray());
  }
}
