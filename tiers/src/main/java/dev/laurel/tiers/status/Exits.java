package dev.laurel.tiers.status;

import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When figures fall by time alone: events leave rolling windows, and credits with a validity of
 * their own end. Only ladders whose tiers last while qualified have to look.
 */
final class Exits {
  private Exits() {}

  /** The first such instant after another; {@link Span#END} where there is none. */
  static Instant nextAfter(Instant clock, Events events, Ground ground, TierLadder ladder) {
    Instant next = Span.END;
    for (QualifyingEvent event : events.inOrder()) {
      for (Instant exit : exits(event, ground, ladder)) {
        next = exit.isAfter(clock) && exit.isBefore(next) ? exit : next;
      }
    }
    return next;
  }

  private static List<Instant> exits(QualifyingEvent event, Ground ground, TierLadder ladder) {
    List<Instant> exits = new ArrayList<>();
    periods(ladder).forEach(length -> exits.add(leaves(event.occurredAt(), length, ground)));
    ends(Events.ownValidity(event, null, ladder), event, ground).ifPresent(exits::add);
    for (QualifyingEvent.Credit credit : event.credits()) {
      ends(Events.ownValidity(event, credit.rule(), ladder), event, ground).ifPresent(exits::add);
    }
    return exits;
  }

  private static Optional<Instant> ends(
      Optional<Expiry> validity, QualifyingEvent event, Ground ground) {
    return validity.flatMap(own -> own.expiresAt(event.occurredAt(), ground.calendar()));
  }

  private static List<Period> periods(TierLadder ladder) {
    List<Period> lengths = new ArrayList<>();
    if (ladder.period() instanceof QualifyingPeriod.Rolling rolling) {
      lengths.add(rolling.length());
    }
    ladder
        .rungs()
        .forEach(rung -> rung.stay()
            .thresholds()
            .forEach(reach -> reach
                .period()
                .filter(QualifyingPeriod.Rolling.class::isInstance)
                .map(QualifyingPeriod.Rolling.class::cast)
                .ifPresent(rolling -> lengths.add(rolling.length()))));
    return lengths;
  }

  /** The start of the first day whose window, which ends with that day, no longer has the event. */
  private static Instant leaves(Instant at, Period length, Ground ground) {
    LocalDate day = ground.calendar().dateOf(at);
    LocalDate out = day.plus(length).minusDays(4);
    while (!out.plusDays(1).minus(length).isAfter(day)) {
      out = out.plusDays(1);
    }
    return ground.calendar().startOf(out);
  }
}
