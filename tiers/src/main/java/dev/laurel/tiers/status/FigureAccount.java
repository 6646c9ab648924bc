package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Metric;
import java.time.Instant;
import java.util.List;

/**
 * How one figure of one period came together: which events counted, which did not and why.
 *
 * @param metric what is counted
 * @param period over which stretch
 * @param counted the events that counted, in order of time
 * @param skipped the events that have to do with the metric and did not count
 * @param carriedIn what was carried in from the period before
 * @param used what reaching a tier took off
 * @param total the figure: the counted amounts and what was carried in, less what was used
 */
public record FigureAccount(
    Metric metric,
    Span period,
    List<Counted> counted,
    List<Skipped> skipped,
    long carriedIn,
    long used,
    long total) {
  /**
   * An event that counted.
   *
   * @param activity the event
   * @param occurredAt when it happened
   * @param amount what it added, in the metric's smallest unit; 0 where it was not the first of its
   *     month or partner
   */
  public record Counted(ActivityId activity, Instant occurredAt, long amount) {
    /** An event of these parts. */
    public Counted {
      requireNonNull(activity, "activity");
      requireNonNull(occurredAt, "occurredAt");
    }
  }

  /** Why an event did not count. */
  public enum Reason {
    /** It happened in another period. */
    OTHER_PERIOD,
    /** It counted longer than its period, and that time is over. */
    VALIDITY_ENDED,
    /** All of it came back. */
    TAKEN_BACK,
    /** It arrived after its period had closed. */
    TOO_LATE
  }

  /**
   * An event that did not count.
   *
   * @param activity the event
   * @param occurredAt when it happened
   * @param reason why it did not count
   */
  public record Skipped(ActivityId activity, Instant occurredAt, Reason reason) {
    /** An event of these parts. */
    public Skipped {
      requireNonNull(activity, "activity");
      requireNonNull(occurredAt, "occurredAt");
      requireNonNull(reason, "reason");
    }
  }

  /** An account of these parts. */
  public FigureAccount {
    requireNonNull(metric, "metric");
    requireNonNull(period, "period");
    counted = ImmutableList.copyOf(counted);
    skipped = ImmutableList.copyOf(skipped);
  }
}
