package dev.laurel.journeys.funnel;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.path.Durations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;

/** Counts how far journeys come through a funnel. */
public final class Funnel {
  private final JourneyLog log;
  private final FunnelSpec spec;
  private final long asOf;
  private final long[] filled;

  private Funnel(JourneyLog log, FunnelSpec spec, Instant asOf) {
    this.log = log;
    this.spec = spec;
    this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, TimeGate.admit(asOf, "asOf"));
    this.filled = new long[log.touchpoints().size()];
    for (int code = 0; code < filled.length; code++) {
      for (int step = 0; step < spec.steps().size(); step++) {
        filled[code] |= spec.fills(step, log.touchpoints().get(code)) ? 1L << step : 0;
      }
    }
  }

  /**
   * How far the journeys of a log came, as known at an instant: events after it are not seen, and a
   * journey whose window is still open then may yet come further.
   */
  public static FunnelResult evaluate(JourneyLog log, FunnelSpec spec, Instant asOf) {
    Funnel funnel = new Funnel(log, spec, asOf);
    return spec.order() == FunnelSpec.Order.ANY_ORDER ? funnel.inAnyOrder() : funnel.inOrder();
  }

  private FunnelResult inOrder() {
    int steps = spec.steps().size();
    long window = spec.window().map(length -> length.toNanos() / 1_000).orElse(-1L);
    long[] reached = new long[steps];
    long[] matured = new long[steps];
    long[] open = new long[steps];
    LongStream.Builder[] times = times(steps);
    Passage passage = new Passage(spec);
    for (int journey = 0; journey < log.journeys(); journey++) {
      pass(journey, passage);
      boolean isOpen = window >= 0
          && passage.level() > 0
          && passage.level() < steps
          && passage.lastStart() + window >= asOf;
      for (int step = 0; step < passage.level(); step++) {
        reached[step]++;
        matured[step] += isOpen ? 0 : 1;
        times[step].add(passage.reachedAt(step) - passage.reachedFrom(step));
      }
      if (isOpen) {
        open[passage.level() - 1]++;
      }
    }
    return result(reached, matured, open, times);
  }

  private FunnelResult inAnyOrder() {
    int steps = spec.steps().size();
    long[] reached = new long[steps];
    for (int journey = 0; journey < log.journeys(); journey++) {
      long seen = 0;
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        seen |= log.microsAt(event) <= asOf ? filled[log.codeAt(event)] : 0;
      }
      for (int step = 0; step < steps && (seen >> step & 1) != 0; step++) {
        reached[step]++;
      }
    }
    return result(reached, reached, new long[steps], times(steps));
  }

  private void pass(int journey, Passage passage) {
    passage.begin();
    for (int event = log.begin(journey); event < log.end(journey); event++) {
      if (log.microsAt(event) <= asOf) {
        passage.add(log.microsAt(event), filled[log.codeAt(event)]);
      }
    }
  }

  private FunnelResult result(
      long[] reached, long[] matured, long[] open, LongStream.Builder[] times) {
    ImmutableList.Builder<FunnelResult.Stage> stages = ImmutableList.builder();
    for (int step = 0; step < reached.length; step++) {
      stages.add(new FunnelResult.Stage(
          spec.steps().get(step),
          reached[step],
          matured[step],
          open[step],
          Durations.ofMicros(times[step].build().toArray())));
    }
    return new FunnelResult(
        spec, TimeGate.admit(Instant.EPOCH.plus(asOf, ChronoUnit.MICROS), "asOf"), stages.build());
  }

  private static LongStream.Builder[] times(int steps) {
    LongStream.Builder[] times = new LongStream.Builder[steps];
    for (int step = 0; step < steps; step++) {
      times[step] = LongStream.builder();
    }
    return times;
  }
}
