package dev.laurel.journeys.funnel;

import java.util.Arrays;

/**
 * How one journey came through a funnel, found in one pass over its events.
 *
 * <p>For each step it keeps the latest first step from which a chain leads there: a later start
 * leaves more of the window, so that no other chain can come further. Source: the algorithm of
 * {@code windowFunnel} in ClickHouse, without its further modes.
 */
final class Passage {
  private static final long NEVER = Long.MIN_VALUE;

  private final int steps;
  private final long window;
  private final boolean isFirstEntryOnly;
  private final boolean isStrictlyLater;
  private final boolean isOneStepPerEvent;
  private final boolean isDirect;

  /** The start of the best chain to each step. */
  private final long[] starts;

  /** The starts as they were before the instant of the event, and before the event. */
  private final long[] before;

  private final long[] reachedAt;
  private final long[] reachedFrom;
  private long instant;
  private long lastStart;
  private int level;

  Passage(FunnelSpec spec) {
    steps = spec.steps().size();
    window = spec.window().map(length -> length.toNanos() / 1_000).orElse(Long.MAX_VALUE);
    isFirstEntryOnly = spec.entry() == FunnelSpec.Entry.FIRST;
    isStrictlyLater = spec.isStrictlyLater();
    isOneStepPerEvent = spec.isOneStepPerEvent();
    isDirect = spec.order() == FunnelSpec.Order.DIRECT;
    starts = new long[steps];
    before = new long[steps];
    reachedAt = new long[steps];
    reachedFrom = new long[steps];
  }

  /** Begins a journey. */
  void begin() {
    Arrays.fill(starts, NEVER);
    Arrays.fill(before, NEVER);
    instant = NEVER;
    lastStart = NEVER;
    level = 0;
  }

  /**
   * Takes in the next event.
   *
   * @param filled the steps that the event fills, as the bits of a number
   */
  void add(long micros, long filled) {
    if (!isStrictlyLater || micros != instant) {
      System.arraycopy(starts, 0, before, 0, steps);
    } else if (isDirect) {
      // The event directly before is of the same instant, and so it leads nowhere.
      Arrays.fill(before, NEVER);
    }
    instant = micros;
    if (isDirect) {
      Arrays.fill(starts, NEVER);
    }
    for (int step = 0; step < steps; step++) {
      if ((filled >> step & 1) != 0) {
        reach(step, micros);
      }
    }
  }

  /** How many steps were reached. */
  int level() {
    return level;
  }

  /** When a step was first reached, in microseconds. */
  long reachedAt(int step) {
    return reachedAt[step];
  }

  /** The first step of the chain that first reached it. */
  long reachedFrom(int step) {
    return reachedFrom[step];
  }

  /** The latest first step that counts. */
  long lastStart() {
    return lastStart;
  }

  private void reach(int step, long micros) {
    long start = step == 0 ? entry(micros) : previous(step - 1);
    boolean isInTime = start != NEVER && (window == Long.MAX_VALUE || micros - start <= window);
    if (!isInTime) {
      return;
    }
    starts[step] = Math.max(starts[step], start);
    if (step >= level) {
      level = step + 1;
      reachedAt[step] = micros;
      reachedFrom[step] = start;
    }
  }

  private long entry(long micros) {
    if (isFirstEntryOnly && lastStart != NEVER) {
      return NEVER;
    }
    lastStart = micros;
    return micros;
  }

  /** One event fills several steps only if what it has just filled counts for the next. */
  private long previous(int step) {
    return isOneStepPerEvent || isStrictlyLater
        ? before[step]
        : Math.max(before[step], starts[step]);
  }
}
