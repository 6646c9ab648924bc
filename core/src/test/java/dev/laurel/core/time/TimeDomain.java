package dev.laurel.core.time;

import dev.laurel.core.identity.ActivityKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Random calendars, moments, periods, windows and expiries, with a taste for midnights and clock
 * changes.
 */
final class TimeDomain extends DomainContextBase {
  private static final long FIRST_SECOND = Instant.parse("1972-01-02T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("2105-01-01T00:00:00Z").getEpochSecond();
  private static final LocalDate FIRST_DATE = LocalDate.of(1972, 1, 2);

  /** An instant together with the calendar in which it is read. */
  record Moment(Instant at, ProgramCalendar calendar) {}

  /** A length of at least one day. */
  record Length(Period period) {}

  /** Clocks that do something odd around midnight, and some that do nothing. */
  static final List<String> ZONES = List.of(
      "Z",
      "+05:45",
      "Europe/Berlin",
      "America/New_York",
      "America/Sao_Paulo",
      "America/St_Johns",
      "America/Havana",
      "Pacific/Apia",
      "Pacific/Kwajalein",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "Asia/Gaza",
      "Asia/Tokyo");

  @Provide
  Arbitrary<ProgramCalendar> calendars() {
    Arbitrary<ZoneId> odd = Arbitraries.of(ZONES).map(TimeGate::parseZone);
    Arbitrary<ZoneId> any = Arbitraries.of(regions());
    Arbitrary<MonthDay> yearStarts = Arbitraries.integers()
        .between(1, 365)
        .map(day -> MonthDay.from(LocalDate.ofYearDay(2023, day)));
    return Combinators.combine(
            Arbitraries.oneOf(odd, any),
            Arbitraries.oneOf(
                Arbitraries.of(MonthDay.of(1, 1), MonthDay.of(8, 31), MonthDay.of(2, 28)),
                yearStarts))
        .as(ProgramCalendar::of);
  }

  @Provide
  Arbitrary<Moment> moments() {
    return calendars()
        .flatMap(calendar -> Arbitraries.oneOf(
                instants(), nearMidnight(calendar), nearClockChange(calendar))
            .map(at -> new Moment(at, calendar)));
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(FIRST_SECOND, LAST_SECOND).withoutEdgeCases(),
            Arbitraries.integers().between(0, 999_999))
        .as((second, micro) -> Instant.ofEpochSecond(second, micro * 1_000L));
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    Arbitrary<LocalDate> any = Arbitraries.longs()
        .between(FIRST_DATE.toEpochDay(), LocalDate.of(2100, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
    Arbitrary<LocalDate> lateInTheMonth = Combinators.combine(
            Arbitraries.integers().between(1972, 2100), Arbitraries.integers().between(1, 12))
        .as((year, month) -> LocalDate.of(year, month, 1).plusMonths(1).minusDays(1));
    return Arbitraries.oneOf(any, lateInTheMonth).filter(date -> !date.isBefore(FIRST_DATE));
  }

  @Provide
  Arbitrary<Period> periods() {
    Arbitrary<Period> days = Arbitraries.integers().between(0, 1_500).map(Period::ofDays);
    Arbitrary<Period> months = Arbitraries.integers().between(0, 60).map(Period::ofMonths);
    Arbitrary<Period> mixed = Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 60))
        .as(Period::of);
    return Arbitraries.oneOf(days, months, mixed);
  }

  @Provide
  Arbitrary<Length> lengths() {
    return periods().filter(period -> !period.isZero()).map(Length::new);
  }

  @Provide
  Arbitrary<Window> windows() {
    return Arbitraries.oneOf(
        Arbitraries.of(CalendarPeriod.class).map(Window::calendar),
        lengths().map(length -> Window.anniversary(length.period())),
        lengths().map(length -> Window.rolling(length.period())),
        Arbitraries.create(Window::lifetime));
  }

  /** Models that do expire. */
  @Provide
  Arbitrary<Expiry> expiries() {
    return Arbitraries.oneOf(
        periods().map(Expiry::after),
        Combinators.combine(periods(), Arbitraries.of(CalendarPeriod.class))
            .as(Expiry::afterRoundedUp),
        Combinators.combine(
                Arbitraries.integers().between(1, 366), Arbitraries.integers().between(0, 5))
            .as((day, years) ->
                Expiry.fixedDay(MonthDay.from(LocalDate.ofYearDay(2024, day)), years)),
        lengths().map(length -> Expiry.inactivity(length.period(), Set.of(ActivityKind.PURCHASE))));
  }

  /** Spans over a handful of hours, so that equal bounds are common. */
  @Provide
  Arbitrary<Span> spans() {
    Arbitrary<Span> bounded = Combinators.combine(
            Arbitraries.integers().between(0, 8), Arbitraries.integers().between(1, 6))
        .as((from, hours) -> Span.of(hour(from), hour(from + hours)));
    return Arbitraries.frequencyOf(
        Tuple.of(8, bounded),
        Tuple.of(1, Arbitraries.integers().between(0, 8).map(h -> Span.from(hour(h)))),
        Tuple.of(1, Arbitraries.integers().between(1, 8).map(h -> Span.until(hour(h)))),
        Tuple.of(1, Arbitraries.just(Span.ALWAYS)));
  }

  /** The hour of 2026-03-01 in UTC. */
  static Instant hour(int hour) {
    return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(hour * 3_600L);
  }

  private Arbitrary<Instant> nearMidnight(ProgramCalendar calendar) {
    return Combinators.combine(dates(), Arbitraries.of(-1, 0, 1))
        .as((date, micros) -> calendar.startOf(date).plusNanos(micros * 1_000L));
  }

  private Arbitrary<Instant> nearClockChange(ProgramCalendar calendar) {
    return Combinators.combine(instants(), Arbitraries.of(-3_600, -1, 0, 1, 1_800, 3_600))
        .as((at, seconds) -> changeAfter(at, calendar.zone()).plusSeconds(seconds));
  }

  private static Instant changeAfter(Instant at, ZoneId zone) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(at);
    return next == null ? at : next.getInstant();
  }

  private static List<ZoneId> regions() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> Arrays.asList("Africa", "America", "Asia", "Europe", "Pacific")
            .contains(id.split("/", 2)[0]))
        .filter(id -> id.contains("/"))
        .sorted()
        .map(ZoneId::of)
        .toList();
  }

  /** The calendar of UTC. */
  static ProgramCalendar utc() {
    return ProgramCalendar.of(ZoneOffset.UTC);
  }

  /** The calendar of a region. */
  static ProgramCalendar in(String zone) {
    return ProgramCalendar.of(TimeGate.parseZone(zone));
  }
}
