package dev.laurel.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.time.TimeDomain.Length;
import dev.laurel.core.time.TimeDomain.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(TimeDomain.class)
class WindowLaws {
  /** What the laws speak of, so that they can speak of a broken twin too. */
  @FunctionalInterface
  private interface Rule {
    Span spanAt(Instant at, LocalDate anchor, ProgramCalendar calendar);
  }

  @Property
  void aWindowContainsItsInstant(
      @ForAll Window window, @ForAll Moment moment, @ForAll LocalDate anchor) {
    assertThat(window.spanAt(moment.at(), anchor, moment.calendar()).contains(moment.at()))
        .isTrue();
  }

  @Property
  void eachInstantLiesInExactlyOneCalendarWindow(
      @ForAll CalendarPeriod part, @ForAll Moment moment, @ForAll LocalDate anchor) {
    windowsDivideTime(Window.calendar(part)::spanAt, moment, anchor);
  }

  @Property
  void eachInstantLiesInExactlyOneAnniversaryWindow(
      @ForAll Length length, @ForAll Moment moment, @ForAll LocalDate anchor) {
    windowsDivideTime(Window.anniversary(length.period())::spanAt, moment, anchor);
  }

  @Property(tries = 300)
  void anniversariesAreMultiplesCountedFromTheAnchor(
      @ForAll Length length, @ForAll Moment moment, @ForAll LocalDate anchor) {
    windowsStartOnMultiples(
        Window.anniversary(length.period())::spanAt, length.period(), moment, anchor);
  }

  @Property(tries = 300)
  void aRollingWindowHoldsTheDaysThatANaiveRecountHolds(
      @ForAll Length length, @ForAll Moment moment, @ForAll LocalDate anchor) {
    rollingIsTheNaiveRecount(
        Window.rolling(length.period())::spanAt, length.period(), moment, anchor);
  }

  @Property
  void rollingWindowsNeverStepBack(@ForAll Length length, @ForAll Moment moment) {
    Window window = Window.rolling(length.period());
    Span today = window.spanAt(moment.at(), LocalDate.EPOCH, moment.calendar());
    Span tomorrow = window.spanAt(today.until(), LocalDate.EPOCH, moment.calendar());

    assertThat(tomorrow.from()).isAfterOrEqualTo(today.from());
    assertThat(tomorrow.until()).isAfter(today.until());
  }

  @Example
  void theLawOfDivisionCatchesAWindowThatEndsADayEarly() {
    Rule early = (at, anchor, calendar) -> {
      LocalDate date = calendar.dateOf(at);
      return Span.of(
          calendar.startOf(CalendarPeriod.MONTH.firstDay(date, calendar)),
          calendar.startOf(CalendarPeriod.MONTH.lastDay(date, calendar)));
    };

    assertThatThrownBy(() -> windowsDivideTime(early, moment("2026-03-15"), LocalDate.EPOCH))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfMultiplesCatchesChainedMonths() {
    Rule chained = (at, anchor, calendar) -> {
      LocalDate first = anchor;
      while (!first.plusMonths(1).isAfter(calendar.dateOf(at))) {
        first = first.plusMonths(1);
      }
      return Span.of(calendar.startOf(first), calendar.startOf(first.plusMonths(1)));
    };

    assertThatThrownBy(() -> windowsStartOnMultiples(
            chained, Period.ofMonths(1), moment("2026-03-30"), LocalDate.of(2026, 1, 31)))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfRollingCatchesSpansOf24Hours() {
    Rule hours =
        (at, anchor, calendar) -> Span.of(at.minus(Duration.ofDays(7)), at.plusNanos(1_000));

    assertThatThrownBy(() -> rollingIsTheNaiveRecount(
            hours, Period.ofDays(7), moment("2026-03-31"), LocalDate.EPOCH))
        .isInstanceOf(AssertionError.class);
  }

  private static void windowsDivideTime(Rule rule, Moment moment, LocalDate anchor) {
    ProgramCalendar calendar = moment.calendar();
    Span span = rule.spanAt(moment.at(), anchor, calendar);

    assertThat(span.contains(moment.at())).isTrue();
    assertThat(rule.spanAt(span.until().minusNanos(1_000), anchor, calendar)).isEqualTo(span);
    assertThat(rule.spanAt(span.until(), anchor, calendar).from()).isEqualTo(span.until());
    if (!span.isUnboundedStart()) {
      assertThat(rule.spanAt(span.from(), anchor, calendar)).isEqualTo(span);
    }
  }

  private static void windowsStartOnMultiples(
      Rule rule, Period length, Moment moment, LocalDate anchor) {
    ProgramCalendar calendar = moment.calendar();
    LocalDate date = calendar.dateOf(moment.at());
    int step = date.isBefore(anchor) ? -1 : 1;
    int n = 0;
    while (!isWindow(n, length, anchor, date)) {
      n += step;
    }

    Span expected = Span.clamped(
        calendar.firstInstantOf(anchor.plus(length.multipliedBy(n))),
        calendar.firstInstantOf(anchor.plus(length.multipliedBy(n + 1))));
    assertThat(rule.spanAt(moment.at(), anchor, calendar)).isEqualTo(expected);
  }

  private static boolean isWindow(int n, Period length, LocalDate anchor, LocalDate date) {
    return !anchor.plus(length.multipliedBy(n)).isAfter(date)
        && anchor.plus(length.multipliedBy(n + 1)).isAfter(date);
  }

  private static void rollingIsTheNaiveRecount(
      Rule rule, Period length, Moment moment, LocalDate anchor) {
    ProgramCalendar calendar = moment.calendar();
    Span span = rule.spanAt(moment.at(), anchor, calendar);
    LocalDate today = calendar.dateOf(moment.at());
    LocalDate first = today.plusDays(1).minus(length);

    // Day by day around the window: a day is inside as a whole or not at all.
    for (LocalDate day = first.minusDays(3);
        day.isBefore(today.plusDays(3));
        day = day.plusDays(1)) {
      Instant start = calendar.firstInstantOf(day);
      Instant end = calendar.firstInstantOf(day.plusDays(1));
      boolean inside = !day.isBefore(first) && !day.isAfter(today);
      if (start.isBefore(end) && !start.isBefore(TimeGate.EARLIEST)) {
        assertThat(span.contains(start)).as("start of %s", day).isEqualTo(inside);
        assertThat(span.contains(end.minusNanos(1_000))).as("end of %s", day).isEqualTo(inside);
      }
    }
  }

  private static Moment moment(String date) {
    return new Moment(Instant.parse(date + "T12:00:00Z"), TimeDomain.utc());
  }
}
