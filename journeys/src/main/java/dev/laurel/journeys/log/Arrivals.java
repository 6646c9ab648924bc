package dev.laurel.journeys.log;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events as they arrive, out of order and sometimes late.
 *
 * <p>The watermark is the latest instant seen less the allowed lateness. An event before it is
 * late: it is kept apart and told, and does not change the log. With an hour allowed, an event of
 * 11:59 is late once one of 13:00 has come. All orders of arrival in which no event is late give
 * the same log.
 */
public final class Arrivals {
  /** What became of an event. */
  public enum Arrival {
    /** It is part of the log. */
    ON_TIME,
    /** It came after the watermark had passed it. */
    LATE
  }

  private final Duration allowedLateness;
  private final JourneyLog.Builder log;
  private final List<TouchEvent> late = new ArrayList<>();
  private Optional<Instant> latest = Optional.empty();

  /**
   * No events yet.
   *
   * @throws InvalidValueException VALUE_INVALID if the policy depends on the order of input;
   *     PERIOD_INVALID if the lateness is negative
   */
  public Arrivals(Duration allowedLateness, TiePolicy ties) {
    InvalidValueException.check(
        ties.isIndependentOfInput(),
        FailureCode.VALUE_INVALID,
        "ties",
        "the order of ties must not depend on the order of arrival: %s",
        ties);
    this.allowedLateness = TimeGate.checkDuration(allowedLateness, "allowedLateness");
    this.log = JourneyLog.builder(ties);
  }

  /** Takes an event in, and says what became of it. */
  public Arrival add(TouchEvent event) {
    boolean isLate = watermark().map(event.at()::isBefore).orElse(false);
    if (isLate) {
      late.add(event);
      return Arrival.LATE;
    }
    log.add(event);
    if (latest.map(event.at()::isAfter).orElse(true)) {
      latest = Optional.of(event.at());
    }
    return Arrival.ON_TIME;
  }

  /** The instant before which events are late; absent before the first event. */
  public Optional<Instant> watermark() {
    return latest.map(at -> at.minus(allowedLateness));
  }

  /** The late events in the order of their arrival. */
  public ImmutableList<TouchEvent> late() {
    return ImmutableList.copyOf(late);
  }

  /** The log of the events that were on time. */
  public JourneyLog log() {
    return log.build();
  }
}
