package dev.laurel.journeys.exchange;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.log.JourneyLog;

/**
 * What came of reading a file: the log, and all that was not taken into it. Of 10,000 events of
 * which 3 are broken, 9,997 are in the log and 3 among the rejected.
 *
 * @param log the events that were accepted
 * @param read how many were read
 * @param rejected those that were not accepted, in their order
 */
public record LogReading(JourneyLog log, long read, ImmutableList<RejectedEvent> rejected) {
  /**
   * A checked result.
   *
   * @throws InvalidValueException TOTAL_MISMATCH unless accepted and rejected are those read
   */
  public LogReading {
    requireNonNull(log, "log");
    InvalidValueException.check(
        log.events() + (long) rejected.size() == read,
        FailureCode.TOTAL_MISMATCH,
        "read",
        "accepted and rejected events must be those read: %s + %s, %s",
        log.events(),
        rejected.size(),
        read);
  }

  /** How many events were accepted. */
  public long accepted() {
    return log.events();
  }
}
