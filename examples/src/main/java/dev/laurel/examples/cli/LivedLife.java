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
 * @param day the day
 * @param membership the membership after all that was known by then
 * @param asOf the last instant of the day
 * @param refused the events that the program refused
 */
record LivedLife(
    LocalDate day, Membership membership, Instant asOf, List<MembershipHistory.Step> refused) {
  /**
   * The life by the end of the day, or of the day of the last event; empty where it has not begun.
   */
  static Optional<LivedLife> of(
      Memberships memberships, WhatIf.Life life, Optional<LocalDate> asOf) {
    LocalDate day = asOf.orElseGet(() -> memberships.program().calendar().dateOf(last(life)));
    Instant end = memberships.program().calendar().afterLast(day);
    if (!life.enrolledAt().isBefore(end)) {
      return Optional.empty();
    }
    MembershipHistory history = MembershipHistory.open(
        memberships, memberships.enrol(life.member(), life.enrolledAt(), life.facts()));
    for (MembershipEvent event : life.events()) {
      if (event.recordedAt().isBefore(end) && event.occurredAt().isBefore(end)) {
        history = history.append(event);
      }
    }
    // Instants are kept to the microsecond, so that this is the last one of the day.
    return Optional.of(new LivedLife(
        day,
        history.membership(),
        end.minus(1, ChronoUnit.MICROS),
        history.steps().stream()
            .filter(step -> step.outcome().rejection().isPresent())
            .toList()));
  }

  private static Instant last(WhatIf.Life life) {
    return life.events().stream()
        .flatMap(event -> Stream.of(event.occurredAt(), event.recordedAt()))
        .reduce(life.enrolledAt(), (a, b) -> a.isBefore(b) ? b : a);
  }

  MembershipStatement statement() {
    return MembershipStatement.of(membership, asOf);
  }
}
