package dev.laurel.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.time.TimeDomain.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(TimeDomain.class)
class ProgramCalendarLaws {
  @Property
  void anInstantLiesBetweenTheStartOfItsDayAndOfTheNext(@ForAll Moment moment) {
    liesWithinItsDay(moment.calendar()::dateOf, moment);
  }

  @Property
  void daysStartInOrder(@ForAll ProgramCalendar calendar, @ForAll LocalDate date) {
    assertThat(calendar.startOf(date)).isBeforeOrEqualTo(calendar.afterLast(date));
    assertThat(calendar.afterLast(date)).isEqualTo(calendar.startOf(date.plusDays(1)));
  }

  @Property
  void everyLocalTimeThatExistsComesBack(@ForAll Moment moment) {
    ProgramCalendar calendar = moment.calendar();
    LocalDateTime local = LocalDateTime.ofInstant(moment.at(), calendar.zone());
    Instant back = calendar.instantOf(local);

    assertThat(LocalDateTime.ofInstant(back, calendar.zone())).isEqualTo(local);
    assertThat(back).isBeforeOrEqualTo(moment.at());
  }

  @Property
  void everyPartOfTheYearHoldsItsDate(@ForAll ProgramCalendar calendar, @ForAll LocalDate date) {
    for (CalendarPeriod part : CalendarPeriod.values()) {
      LocalDate first = part.firstDay(date, calendar);
      LocalDate last = part.lastDay(date, calendar);

      assertThat(date).isBetween(first, last);
      assertThat(part.firstDay(first, calendar)).isEqualTo(first);
      assertThat(part.lastDay(first, calendar)).isEqualTo(last);
      assertThat(part.firstDay(last.plusDays(1), calendar)).isEqualTo(last.plusDays(1));
    }
  }

  @Example
  void theLawOfDaysCatchesThePlainLocalDate() {
    ProgramCalendar stJohns = TimeDomain.in("America/St_Johns");
    Moment repeated = new Moment(Instant.parse("2010-11-07T03:00:00Z"), stJohns);
    Function<Instant, LocalDate> plain = at -> LocalDate.ofInstant(at, stJohns.zone());

    assertThatThrownBy(() -> liesWithinItsDay(plain, repeated)).isInstanceOf(AssertionError.class);
  }

  private static void liesWithinItsDay(Function<Instant, LocalDate> dateOf, Moment moment) {
    LocalDate date = dateOf.apply(moment.at());
    assertThat(moment.at())
        .isAfterOrEqualTo(moment.calendar().startOf(date))
        .isBefore(moment.calendar().afterLast(date));
  }
}
