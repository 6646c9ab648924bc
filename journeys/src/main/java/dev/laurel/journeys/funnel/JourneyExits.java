package dev.laurel.journeys.funnel;

import dev.laurel.core.estimate.Spells;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.log.JourneyLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * How long journeys lasted and in which way each ended, as spells for
 * {@link dev.laurel.core.estimate.KaplanMeier}, {@link dev.laurel.core.estimate.CompetingRisks} and
 * {@link dev.laurel.core.estimate.LogRank}.
 *
 * <p>A journey that began on 1 March and bought on the 4th is a spell of 3 days that ended in
 * {@code bought}; one that began then and has not ended when the log is looked at on the 10th is a
 * spell of 9 days, censored. Whoever leaves in one way cannot leave in another: one less the
 * Kaplan-Meier share of a single exit overstates it.
 */
public final class JourneyExits {
  private static final int NONE = -1;

  private final JourneyLog log;
  private final ExitSpec spec;
  private final List<String> names;
  private final boolean[] isStart;
  private final int[] exitOf;
  private final long unit;
  private final long silence;
  private final long asOf;
  private final Spells.Builder spells;

  private JourneyExits(JourneyLog log, ExitSpec spec, Instant asOf) {
    this.log = log;
    this.spec = spec;
    this.names = spec.names();
    this.isStart = RetentionCounting.chosen(log, spec.startingAt());
    this.exitOf = new int[log.touchpoints().size()];
    Arrays.fill(exitOf, NONE);
    for (int exit = 0; exit < spec.exits().size(); exit++) {
      int name = exit;
      spec.exits()
          .get(exit)
          .touchpoints()
          .forEach(at -> log.codeOf(at).ifPresent(code -> exitOf[code] = name));
    }
    this.unit = spec.unit().toNanos() / 1_000;
    this.silence = spec.silence().map(pause -> pause.toNanos() / 1_000).orElse(Long.MAX_VALUE);
    this.asOf = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
    this.spells = Spells.endingIn(names.toArray(String[]::new));
  }

  /**
   * The spells of the journeys of a log as known at an instant; later events are not seen, and a
   * journey without a starting event is none.
   */
  public static Spells spells(JourneyLog log, ExitSpec spec, Instant asOf) {
    JourneyExits exits = new JourneyExits(log, spec, TimeGate.admit(asOf, "asOf"));
    for (int journey = 0; journey < log.journeys(); journey++) {
      exits.look(journey);
    }
    return exits.spells.build();
  }

  private void look(int journey) {
    int event = log.begin(journey);
    while (isSeen(journey, event) && !isStart[log.codeAt(event)]) {
      event++;
    }
    if (!isSeen(journey, event)) {
      return;
    }
    long start = log.microsAt(event);
    long last = start;
    while (isSeen(journey, event) && log.microsAt(event) - last < silence) {
      last = log.microsAt(event);
      if (exitOf[log.codeAt(event)] != NONE) {
        add(journey, last - start, exitOf[log.codeAt(event)]);
        return;
      }
      event++;
    }
    if (asOf - last >= silence) {
      add(journey, last + silence - start, names.size() - 1);
    } else {
      add(journey, asOf - start, NONE);
    }
  }

  private boolean isSeen(int journey, int event) {
    return event < log.end(journey) && log.microsAt(event) <= asOf;
  }

  private void add(int journey, long micros, int exit) {
    String cluster = spec.isClusteredByMember()
        ? log.facts(journey).member().map(Object::toString).orElse("")
        : "";
    if (exit == NONE) {
      spells.addCensored(micros / unit, 1, cluster);
    } else {
      spells.add(micros / unit, names.get(exit), 1, cluster);
    }
  }
}
