package dev.laurel.journeys.funnel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The pass over a log that counts who came back. */
final class RetentionCounting {
  private static final long DAY = 86_400_000_000L;

  private final JourneyLog log;
  private final RetentionSpec spec;
  private final Instant asOf;
  private final boolean[] isStart;
  private final boolean[] isActive;
  private final long[] observed;
  private final long[] returned;

  private RetentionCounting(JourneyLog log, RetentionSpec spec, Instant asOf) {
    this.log = log;
    this.spec = spec;
    this.asOf = asOf;
    this.isStart = chosen(log, spec.startingAt());
    this.isActive = chosen(log, spec.activeAt());
    this.observed = new long[spec.brackets().size() - 1];
    this.returned = new long[observed.length];
  }

  static RetentionCurve of(JourneyLog log, RetentionSpec spec, Instant asOf) {
    RetentionCounting counting = new RetentionCounting(log, spec, asOf);
    for (int journey = 0; journey < log.journeys(); journey++) {
      counting.add(journey);
    }
    ImmutableList.Builder<Proportion> points = ImmutableList.builder();
    for (int i = 0; i < counting.observed.length; i++) {
      points.add(Proportion.of(counting.returned[i], counting.observed[i]));
    }
    return new RetentionCurve(spec, asOf, points.build());
  }

  private void add(int journey) {
    int start = log.begin(journey);
    while (start < log.end(journey) && !isStart[log.codeAt(start)]) {
      start++;
    }
    if (start == log.end(journey) || at(start).isAfter(asOf)) {
      return;
    }
    boolean[] isBack = new boolean[observed.length];
    for (int event = start; event < log.end(journey); event++) {
      if (isActive[log.codeAt(event)] && !at(event).isAfter(asOf)) {
        mark(isBack, day(start, at(event)));
      }
    }
    // A day is over once the next has begun.
    long today = day(start, asOf);
    for (int i = 0; i < observed.length; i++) {
      if (today >= spec.brackets().get(i + 1)) {
        observed[i]++;
        returned[i] += isBack[i] ? 1 : 0;
      }
    }
  }

  private void mark(boolean[] isBack, long day) {
    for (int i = 0; i < isBack.length; i++) {
      boolean isInTime = spec.isUnbounded() || day < spec.brackets().get(i + 1);
      isBack[i] |= day >= spec.brackets().get(i) && isInTime;
    }
  }

  private long day(int start, Instant at) {
    return spec.zone()
        .map(zone -> ChronoUnit.DAYS.between(
            LocalDate.ofInstant(at(start), zone), LocalDate.ofInstant(at, zone)))
        .orElseGet(() -> Math.floorDiv(ChronoUnit.MICROS.between(at(start), at), DAY));
  }

  private Instant at(int event) {
    return Instant.EPOCH.plus(log.microsAt(event), ChronoUnit.MICROS);
  }

  /** For each code of a log whether it is of one of these touchpoints; of none named, all are. */
  static boolean[] chosen(JourneyLog log, ImmutableSet<TouchpointId> touchpoints) {
    boolean[] chosen = new boolean[log.touchpoints().size()];
    for (int code = 0; code < chosen.length; code++) {
      chosen[code] =
          touchpoints.isEmpty() || touchpoints.contains(log.touchpoints().get(code));
    }
    return chosen;
  }
}
