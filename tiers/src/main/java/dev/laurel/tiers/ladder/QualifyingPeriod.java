package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.TimeGate;
import dev.laurel.core.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Over which stretch of time figures are counted.
 *
 * <p>All but {@link Rolling} and {@link Lifetime} divide time into periods, at whose ends members
 * are reviewed and counts begin anew. All count whole days in the program's zone.
 */
public sealed interface QualifyingPeriod {
  /** The calendar year. */
  static QualifyingPeriod calendarYear() {
    return calendar(CalendarPeriod.YEAR, MonthDay.of(1, 1));
  }

  /** A part of a year that starts on a day of its own, such as a year from 1 March. */
  static QualifyingPeriod calendar(CalendarPeriod part, MonthDay yearStart) {
    return new Calendar(part, yearStart);
  }

  /**
   * The member's own cycle, from enrolment on.
   *
   * @throws InvalidValueException WINDOW_INVALID if the length is zero; PERIOD_INVALID if it is
   *     negative or too long
   */
  static QualifyingPeriod membershipYear(Period length) {
    return new MembershipAnniversary(length);
  }

  /**
   * The cycle that starts anew whenever the member reaches a tier.
   *
   * @throws InvalidValueException as {@link #membershipYear}
   */
  static QualifyingPeriod tierYear(Period length) {
    return new TierAnniversary(length);
  }

  /**
   * The last days, today included.
   *
   * @throws InvalidValueException as {@link #membershipYear}
   */
  static QualifyingPeriod rolling(Period length) {
    return new Rolling(length);
  }

  /** All time. */
  static QualifyingPeriod lifetime() {
    return new Lifetime();
  }

  /**
   * The cycle of the whole program from a date on, such as every two years from 2025-04-01.
   *
   * @throws InvalidValueException as {@link #membershipYear}
   */
  static QualifyingPeriod programCycle(Period length, LocalDate anchor) {
    return new ProgramCycle(length, anchor);
  }

  /**
   * The stretch in which the instant is counted.
   *
   * @param enrolledOn the day from which membership years are counted
   * @param tierSince the day from which tier years are counted
   */
  Span spanAt(Instant at, LocalDate enrolledOn, LocalDate tierSince, ZoneId zone);

  /** Whether it divides time into periods that end. */
  boolean isPeriodic();

  /** Whether reaching a tier begins a new period. */
  default boolean restartsWithTier() {
    return false;
  }

  /**
   * A part of the year.
   *
   * @param part the part
   * @param yearStart the first day of the year of which it is a part; never 29 February
   */
  record Calendar(CalendarPeriod part, MonthDay yearStart) implements QualifyingPeriod {
    /**
     * A period of this part.
     *
     * @throws InvalidValueException DATE_INVALID if the year starts on 29 February
     */
    public Calendar {
      requireNonNull(part, "part");
      ProgramCalendar unused = ProgramCalendar.of(ZoneOffset.UTC, yearStart);
    }

    @Override
    public Span spanAt(Instant at, LocalDate enrolledOn, LocalDate tierSince, ZoneId zone) {
      return part.spanAt(at, ProgramCalendar.of(zone, yearStart));
    }

    @Override
    public boolean isPeriodic() {
      return true;
    }
  }

  /**
   * A cycle from enrolment.
   *
   * @param length the length
   */
  record MembershipAnniversary(Period length) implements QualifyingPeriod {
    /** A cycle of this length. */
    public MembershipAnniversary {
      Window unused = Window.anniversary(length);
    }

    @Override
    public Span spanAt(Instant at, LocalDate enrolledOn, LocalDate tierSince, ZoneId zone) {
      return Window.anniversary(length).spanAt(at, enrolledOn, ProgramCalendar.of(zone));
    }

    @Override
    public boolean isPeriodic() {
      return true;
    }
  }

  /**
   * A cycle from the day a tier was reached.
   *
   * @param length the length
   */
  record TierAnniversary(Period length) implements QualifyingPeriod {
    /** A cycle of this length. */
    public TierAnniversary {
      Window unused = Window.anniversary(length);
    }

    @Override
    public Span spanAt(Instant at, LocalDate enrolledOn, LocalDate tierSince, ZoneId zone) {
      return Window.anniversary(length).spanAt(at, tierSince, ProgramCalendar.of(zone));
    }

    @Override
    public boolean isPeriodic() {
      return true;
    }

    @Override
    public boolean restartsWithTier() {
      return true;
    }
  }

  /**
   * The last days.
   *
   * @param length the length
   */
  record Rolling(Period length) implements QualifyingPeriod {
    /** A window of this length. */
    public Rolling {
      Window unused = Window.rolling(length);
    }

    @Override
    public Span spanAt(Instant at, LocalDate enrolledOn, LocalDate tierSince, ZoneId zone) {
      return Window.rolling(length).spanAt(at, enrolledOn, ProgramCalendar.of(zone));
    }

    @Override
    public boolean isPeriodic() {
      return false;
    }
  }

  /** All time. */
  record Lifetime() implements QualifyingPeriod {
    @Override
    public Span spanAt(Instant at, LocalDate enrolledOn, LocalDate tierSince, ZoneId zone) {
      return Span.ALWAYS;
    }

    @Override
    public boolean isPeriodic() {
      return false;
    }
  }

  /**
   * A cycle of the whole program.
   *
   * @param length the length
   * @param anchor the first day of one of its periods
   */
  record ProgramCycle(Period length, LocalDate anchor) implements QualifyingPeriod {
    /** A cycle of this length. */
    public ProgramCycle {
      Window unused = Window.anniversary(length);
      anchor = TimeGate.admitDate(anchor, "anchor");
    }

    @Override
    public Span spanAt(Instant at, LocalDate enrolledOn, LocalDate tierSince, ZoneId zone) {
      return Window.anniversary(length).spanAt(at, anchor, ProgramCalendar.of(zone));
    }

    @Override
    public boolean isPeriodic() {
      return true;
    }
  }
}
