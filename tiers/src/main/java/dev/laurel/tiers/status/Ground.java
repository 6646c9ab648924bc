package dev.laurel.tiers.status;

import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What does not change while a member climbs.
 *
 * @param versions the ladder
 * @param calendar the program's days and years
 * @param enrolledAt when the member enrolled
 */
record Ground(LadderVersions versions, ProgramCalendar calendar, Instant enrolledAt) {
  /** The same for somebody who enrolled at another time. */
  Ground enrolled(Instant at) {
    return new Ground(versions, calendar, at);
  }

  LocalDate enrolledOn() {
    return calendar.dateOf(enrolledAt);
  }

  Span span(QualifyingPeriod period, Instant at, LocalDate tierSince) {
    return period.spanAt(at, enrolledOn(), tierSince, calendar.zone());
  }
}
