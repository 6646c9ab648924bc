package dev.laurel.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.time.TimeDomain.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(TimeDomain.class)
@Domain(DomainContext.Global.class)
class ExpiryLaws {
  /** What the laws speak of, so that they can speak of a broken twin too. */
  @FunctionalInterface
  private interface Rule {
    Instant expiresAt(Instant earnedAt, ProgramCalendar calendar);
  }

  /** Month arithmetic, good or broken. */
  @FunctionalInterface
  private interface Months {
    LocalDate lastDay(LocalDate earned, int months);
  }

  @Property
  void pointsExpireAfterTheyWereEarned(@ForAll Expiry expiry, @ForAll Moment moment) {
    liesAfterEarning(rule(expiry), moment);
  }

  @Property
  void usableThroughTheLastDayAndGoneAtItsEnd(@ForAll Expiry expiry, @ForAll Moment moment) {
    isTheEndOfTheLastDay(
        rule(expiry), moment, expiry.lastDay(moment.at(), moment.calendar()).orElseThrow());
  }

  @Property
  void theSameLocalDateGivesTheSameInstant(@ForAll Expiry expiry, @ForAll Moment moment) {
    dependsOnTheLocalDateAlone(rule(expiry), moment);
  }

  @Property
  void pointsEarnedLaterNeverExpireEarlier(
      @ForAll Expiry expiry, @ForAll Moment moment, @ForAll @IntRange(max = 2_000) int hours) {
    Instant later = moment.at().plus(Duration.ofHours(hours));

    assertThat(rule(expiry).expiresAt(later, moment.calendar()))
        .isAfterOrEqualTo(rule(expiry).expiresAt(moment.at(), moment.calendar()));
  }

  @Property
  void monthsAreCountedFromTheOriginalDate(
      @ForAll LocalDate earned, @ForAll @IntRange(max = 240) int months) {
    monthsKeepTheDay(
        (day, count) ->
            Expiry.after(Period.ofMonths(count)).lastDay(day, TimeDomain.utc()).orElseThrow(),
        earned,
        months);
  }

  @Property
  void shiftingByWholeWeeksShiftsTheExpiry(
      @ForAll Instant at,
      @ForAll @IntRange(max = 2_000) int days,
      @ForAll @IntRange(max = 500) int weeks) {
    shiftsWithTheEarning(rule(Expiry.after(Period.ofDays(days))), at, weeks);
  }

  @Property
  void graceOnlyEverProlongs(
      @ForAll Expiry expiry, @ForAll Moment moment, @ForAll Instant graceUntil) {
    Instant own = rule(expiry).expiresAt(moment.at(), moment.calendar());
    ExpiryPolicy policy = ExpiryPolicy.grandfathered(expiry, graceUntil);

    assertThat(policy.expiresAt(moment.at(), moment.calendar()))
        .contains(own.isBefore(graceUntil) ? graceUntil : own);
    assertThat(ExpiryPolicy.of(expiry).expiresAt(moment.at(), moment.calendar()))
        .contains(own);
  }

  @Property
  void theDisplayedDayIsTheLastThatHasAUsableInstant(
      @ForAll Expiry expiry, @ForAll Instant at, @ForAll Instant graceUntil) {
    ProgramCalendar utc = TimeDomain.utc();
    ExpiryPolicy policy = ExpiryPolicy.grandfathered(expiry, graceUntil);
    Optional<LocalDate> lastUsable =
        policy.expiresAt(at, utc).map(gone -> utc.dateOf(gone.minusNanos(1_000)));

    assertThat(policy.lastDay(at, utc)).isEqualTo(lastUsable);
  }

  @Example
  void theLawOfEarningCatchesAFixedDayOfTheSameYear() {
    Rule sameYear = (at, calendar) ->
        calendar.afterLast(MonthDay.of(3, 31).atYear(calendar.dateOf(at).getYear()));

    assertThatThrownBy(() -> liesAfterEarning(sameYear, moment("2026-05-10T12:00:00Z")))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfTheLastDayCatchesAnExclusiveDay() {
    Rule exclusive = (at, calendar) -> calendar.startOf(calendar.dateOf(at).plusDays(30));

    assertThatThrownBy(() -> isTheEndOfTheLastDay(
            exclusive, moment("2026-05-10T12:00:00Z"), LocalDate.of(2026, 6, 9)))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfTheLocalDateCatchesAnExpiryByTheHour() {
    Rule byTheHour = (at, calendar) -> at.plus(Duration.ofDays(30));

    assertThatThrownBy(() -> dependsOnTheLocalDateAlone(byTheHour, moment("2026-05-10T12:00:00Z")))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfMonthsCatchesChainedMonths() {
    Months chained = (earned, months) -> {
      LocalDate day = earned;
      for (int i = 0; i < months; i++) {
        day = day.plusMonths(1);
      }
      return day;
    };

    assertThatThrownBy(() -> monthsKeepTheDay(chained, LocalDate.of(2026, 1, 31), 2))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfShiftsCatchesAnExpiryThatLooksAtTheMonth() {
    Rule monthEnd = rule(Expiry.afterRoundedUp(Period.ofDays(30), CalendarPeriod.MONTH));

    assertThatThrownBy(
            () -> shiftsWithTheEarning(monthEnd, Instant.parse("2026-05-10T12:00:00Z"), 1))
        .isInstanceOf(AssertionError.class);
  }

  private static Rule rule(Expiry expiry) {
    return (at, calendar) -> expiry.expiresAt(at, calendar).orElseThrow();
  }

  private static void liesAfterEarning(Rule rule, Moment moment) {
    assertThat(rule.expiresAt(moment.at(), moment.calendar())).isAfter(moment.at());
  }

  private static void isTheEndOfTheLastDay(Rule rule, Moment moment, LocalDate lastDay) {
    Instant gone = rule.expiresAt(moment.at(), moment.calendar());

    assertThat(moment.calendar().dateOf(gone.minusNanos(1_000))).isBeforeOrEqualTo(lastDay);
    assertThat(moment.calendar().dateOf(gone)).isAfter(lastDay);
    assertThat(gone)
        .isEqualTo(lastDay.plusDays(1).atStartOfDay(moment.calendar().zone()).toInstant());
  }

  private static void dependsOnTheLocalDateAlone(Rule rule, Moment moment) {
    ProgramCalendar calendar = moment.calendar();
    LocalDate date = calendar.dateOf(moment.at());
    Instant expected = rule.expiresAt(moment.at(), calendar);

    assertThat(rule.expiresAt(calendar.startOf(date), calendar)).isEqualTo(expected);
    assertThat(rule.expiresAt(calendar.afterLast(date).minusNanos(1_000), calendar))
        .isEqualTo(expected);
  }

  private static void monthsKeepTheDay(Months rule, LocalDate earned, int months) {
    YearMonth month = YearMonth.from(earned).plusMonths(months);
    int day = Math.min(earned.getDayOfMonth(), month.lengthOfMonth());

    assertThat(rule.lastDay(earned, months)).isEqualTo(month.atDay(day));
  }

  private static void shiftsWithTheEarning(Rule rule, Instant at, int weeks) {
    Duration shift = Duration.ofDays(7L * weeks);

    assertThat(rule.expiresAt(at.plus(shift), TimeDomain.utc()))
        .isEqualTo(rule.expiresAt(at, TimeDomain.utc()).plus(shift));
  }

  private static Moment moment(String at) {
    return new Moment(Instant.parse(at), TimeDomain.utc());
  }
}
