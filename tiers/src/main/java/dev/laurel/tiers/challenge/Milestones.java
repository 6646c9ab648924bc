package dev.laurel.tiers.challenge;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.tiers.ladder.Metric;
import java.util.OptionalLong;

/**
 * Rewards for every so many, independent of tiers: every 10 nights from 20 to 150.
 *
 * <p>What overshoots one milestone counts for the next: from 19,000 to 21,000 of "every 20,000
 * miles" the first is passed and 1,000 of the second are done. One event may pass several.
 *
 * @param metric what is counted
 * @param first the first milestone, 1 or more, in the metric's smallest unit
 * @param every the distance to the next, 1 or more
 * @param last the last milestone; absent where there is always another
 */
public record Milestones(Metric metric, long first, long every, OptionalLong last) {
  /**
   * Checked milestones.
   *
   * @throws InvalidValueException RANGE if one is below 1, or the last below the first
   */
  public Milestones {
    requireNonNull(metric, "metric");
    requireNonNull(last, "last");
    InvalidValueException.check(
        first >= 1 && every >= 1 && (last.isEmpty() || last.getAsLong() >= first),
        FailureCode.RANGE,
        "milestones",
        "milestones of %s must rise from 1 or more: first %s, every %s, last %s",
        metric.label(),
        first,
        every,
        last);
  }

  /** A milestone at every multiple: every 20,000 miles. */
  public static Milestones every(Metric metric, long every) {
    return new Milestones(metric, every, every, OptionalLong.empty());
  }

  /** Milestones from a first to a last one: every 10 nights from 20 to 150. */
  public static Milestones between(Metric metric, long first, long every, long last) {
    return new Milestones(metric, first, every, OptionalLong.of(last));
  }

  /** How many milestones a figure has passed: 45 nights of "every 10 from 20" are 3. */
  public long passed(long figure) {
    long most = last.isPresent() ? Math.min(figure, last.getAsLong()) : figure;
    return most < first ? 0 : 1 + (most - first) / every;
  }

  /**
   * The milestones that lie above one figure and not above another, from low to high; none where
   * the figure fell.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED above 10,000 of them
   */
  public ImmutableList<Long> reached(long before, long after) {
    long from = passed(before);
    long to = passed(after);
    InvalidValueException.check(
        to - from <= 10_000,
        FailureCode.LIMIT_EXCEEDED,
        "milestones",
        "one event must pass at most 10000 milestones: %s",
        to - from);
    ImmutableList.Builder<Long> reached = ImmutableList.builder();
    for (long each = from; each < to; each++) {
      reached.add(first + each * every);
    }
    return reached.build();
  }

  /** How much is missing to the next milestone; absent where the last is passed. */
  public OptionalLong missing(long figure) {
    long next = first + passed(figure) * every;
    return last.isPresent() && next > last.getAsLong()
        ? OptionalLong.empty()
        : OptionalLong.of(next - figure);
  }
}
