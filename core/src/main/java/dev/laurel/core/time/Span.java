package dev.laurel.core.time;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.Instant;
import java.util.Optional;

/**
 * A half-open stretch of time: {@code from} belongs to it, {@code until} does not.
 *
 * <p>A promotion "from 1 to 31 March" is the span from 1 March 00:00 until 1 April 00:00. A span is
 * never empty. Open ends are the sentinels {@link #BEGINNING} and {@link #END}, which no admitted
 * instant equals; {@link #ALWAYS} contains every admitted instant.
 *
 * @param from the first instant inside
 * @param until the first instant after it
 */
public record Span(Instant from, Instant until) {
  /** The sentinel of a span without a start, 1970-01-01T00:00:00Z. */
  public static final Instant BEGINNING = Instant.EPOCH;

  /** The sentinel of a span without an end, +10000-01-01T00:00:00Z. */
  public static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** The span of every admitted instant. */
  public static final Span ALWAYS = new Span(BEGINNING, END);

  /**
   * A span of two admitted instants or sentinels.
   *
   * @throws InvalidValueException WINDOW_INVALID if it ends at or before its start; TIME_RANGE or
   *     TIME_SUSPECT as {@link TimeGate#admit}
   */
  public Span {
    requireNonNull(from, "from");
    requireNonNull(until, "until");
    from = from.equals(BEGINNING) ? from : TimeGate.admit(from, "from");
    until = until.equals(END) ? until : TimeGate.admit(until, "until");
    InvalidValueException.check(
        from.isBefore(until),
        FailureCode.WINDOW_INVALID,
        "until",
        "span must end after it starts: from %s until %s",
        from,
        until);
  }

  /** The span from one instant until another. */
  public static Span of(Instant from, Instant until) {
    return new Span(from, until);
  }

  /** The span from this instant on, without an end. */
  public static Span from(Instant from) {
    return new Span(from, END);
  }

  /** The span up to this instant, without a start. */
  public static Span until(Instant until) {
    return new Span(BEGINNING, until);
  }

  /** The span of computed bounds; a bound beyond the admitted range becomes the open end. */
  static Span clamped(Instant from, Instant until) {
    return new Span(
        from.isBefore(TimeGate.EARLIEST) ? BEGINNING : from, until.isBefore(END) ? until : END);
  }

  /** Whether there is no start. */
  public boolean isUnboundedStart() {
    return from.equals(BEGINNING);
  }

  /** Whether there is no end. */
  public boolean isUnboundedEnd() {
    return until.equals(END);
  }

  /** Whether the instant lies inside; the start does, the end does not. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  /** Whether every instant of the other span lies inside; a span encloses itself. */
  public boolean encloses(Span other) {
    return !other.from.isBefore(from) && !other.until.isAfter(until);
  }

  /** Whether the two share an instant; spans that only touch do not. */
  public boolean overlaps(Span other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  /** Whether one ends exactly where the other starts. */
  public boolean abuts(Span other) {
    return until.equals(other.from) || other.until.equals(from);
  }

  /** The instants of both; absent if there are none. */
  public Optional<Span> intersection(Span other) {
    if (!overlaps(other)) {
      return Optional.empty();
    }
    Instant later = from.isAfter(other.from) ? from : other.from;
    Instant earlier = until.isBefore(other.until) ? until : other.until;
    return Optional.of(new Span(later, earlier));
  }

  /**
   * The bounds for reading, such as {@code [2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z)}; an open
   * end is {@code ..}.
   */
  @Override
  public String toString() {
    return (isUnboundedStart() ? "(.." : "[" + from)
        + ", "
        + (isUnboundedEnd() ? ".." : until)
        + ")";
  }
}
