package dev.laurel.examples.cli;

import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipHistory;
import dev.laurel.tiers.membership.MembershipStatement;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A life as a program has carried it out by the end of a day.
 *
 * @param membership the membership after all that was known by then
 * @param asOf the last instant of the day
 * @param refused the events that the program refused
 */
record LivedLife(Membership membership, Instant asOf, List<MembershipHistory.Step> refused) {
  /**
   * The life by the end of the day, or of the day of the last event; empty where it has not begun.
   */
  static Optional<LivedLife> of(
      Memberships memberships, WhatIf.Life life, Optional<LocalDate> asOf) {
    LocalDate day = asOf.orElseGet(() -> memberships.program().calendar().dateOf(last(life)));
    Instant end = memberships.program().calendar().afterLast(day);
    return knownBefore(end, life).map(known -> lived(memberships, known, end));
  }

  private static LivedLife lived(Memberships memberships, WhatIf.Life life, Instant end) {
    MembershipHistory history = MembershipHistory.open(
        memberships, memberships.enrol(life.member(), life.enrolledAt(), life.facts()));
    for (MembershipEvent event : life.events()) {
      history = history.append(event);
    }
    return new LivedLife(
        history.membership(),
        lastBefore(end),
        history.steps().stream()
            .filter(step -> step.outcome().rejection().isPresent())
            .toList());
  }

  /** The last instant; they are kept to the microsecond. */
  static Instant lastBefore(Instant end) {
    return end.minus(1, ChronoUnit.MICROS);
  }

  /** What was known of a life before an instant; empty where it has not begun. */
  static Optional<WhatIf.Life> knownBefore(Instant end, WhatIf.Life life) {
    if (!life.enrolledAt().isBefore(end)) {
      return Optional.empty();
    }
    return Optional.of(new WhatIf.Life(
        life.member(),
        life.enrolledAt(),
        life.facts(),
        life.events().stream()
            .filter(
                event -> event.recordedAt().isBefore(end) && event.occurredAt().isBefore(end))
            .toList()));
  }

  /** When something last happened, or became known, in a life. */
  static Instant last(WhatIf.Life life) {
    return life.events().stream()
        .flatMap(event -> Stream.of(event.occurredAt(), event.recordedAt()))
        .reduce(life.enrolledAt(), (a, b) -> a.isBefore(b) ? b : a);
  }

  MembershipStatement statement() {
    return MembershipStatement.of(membership, asOf);
  }
}
