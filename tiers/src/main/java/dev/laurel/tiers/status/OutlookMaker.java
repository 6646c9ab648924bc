package dev.laurel.tiers.status;

import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Looks ahead from where a walk stands. */
final class OutlookMaker {
  private OutlookMaker() {}

  static Outlook of(Climb now, Instant asOf, StatusRecord record) {
    Instant end = now.held().validUntil();
    boolean isEnding = now.held().level() > 0 && end.isBefore(Span.END);
    Tier projected =
        isEnding ? record.course(end).tierAt(end) : record.standing(asOf).tier();
    return new Outlook(
        asOf,
        now.tier(),
        next(now),
        keep(now),
        projected,
        isEnding ? Optional.of(end) : Optional.empty());
  }

  private static Optional<Outlook.Way> next(Climb now) {
    TierLadder ladder = now.ladder();
    if (now.held().level() == ladder.rungs().size()) {
      return Optional.empty();
    }
    Rung rung = ladder.rung(now.held().level() + 1);
    return Optional.of(new Outlook.Way(
        rung.tier(),
        now.levels().entry(now.held().level() + 1).evaluate(now.measures()),
        now.period()));
  }

  /** What it takes to stay, in the period that the next review will look at. */
  private static Optional<Outlook.Way> keep(Climb now) {
    if (now.held().level() == 0) {
      return Optional.empty();
    }
    Rung rung = now.ladder().rung(now.held().level());
    if (now.ladder().validity() instanceof Validity.WhileQualified) {
      return Optional.of(
          new Outlook.Way(rung.tier(), rung.stay().evaluate(now.measures()), now.period()));
    }
    if (!now.held().reviewAt().isBefore(Span.END)) {
      return Optional.empty();
    }
    Climb then = now.copy();
    Instant looked = now.dates().looksBack()
        ? now.held().reviewAt().minus(1, ChronoUnit.MICROS)
        : now.held().reviewAt();
    if (!now.period().contains(looked)) {
      Instant start = then.dates().spanAt(looked).from();
      then.advanceTo(start);
    }
    // Where the review at that very start has taken the tier, the terms are still those of keeping
    // it.
    return Optional.of(
        new Outlook.Way(rung.tier(), rung.stay().evaluate(then.measures()), then.period()));
  }
}
