package dev.laurel.core.time;

import static dev.laurel.core.time.Refusals.refuses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.ActivityKind;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {
  private static final ProgramCalendar UTC = TimeDomain.utc();
  private static final ActivityKind FULFILMENT = ActivityKind.of("reward-fulfilment");

  @ParameterizedTest(name = "scenario 11: {1} after {0} is through {2}, gone at {3}")
  @CsvSource({
    "2026-01-25, P1M, 2026-02-25, 2026-02-26T00:00:00Z",
    "2026-01-31, P1M, 2026-02-28, 2026-03-01T00:00:00Z",
    "2026-01-01, P0M, 2026-01-01, 2026-01-02T00:00:00Z",
    "2024-02-29, P1Y, 2025-02-28, 2025-03-01T00:00:00Z",
    "2024-02-29, P4Y, 2028-02-29, 2028-03-01T00:00:00Z",
    "2026-01-31, P2M, 2026-03-31, 2026-04-01T00:00:00Z"
  })
  @DisplayName("scenario 11 and rows 66, 67: a period after earning")
  void aPeriodAfterEarning(LocalDate earned, Period period, LocalDate lastDay, Instant gone) {
    Expiry expiry = Expiry.after(period);

    assertThat(expiry.lastDay(noon(earned), UTC)).contains(lastDay);
    assertThat(expiry.expiresAt(noon(earned), UTC)).contains(gone);
  }

  @ParameterizedTest(
      name = "scenario 11: {1} after {0} to the end of {2} is through {3}, gone at {4}")
  @CsvSource({
    "2026-01-25, P0M, QUARTER, 2026-03-31, 2026-04-01T00:00:00Z",
    "2026-01-25, P1M, QUARTER, 2026-03-31, 2026-04-01T00:00:00Z",
    "2020-07-06, P12M, MONTH, 2021-07-31, 2021-08-01T00:00:00Z",
    "2020-07-31, P12M, MONTH, 2021-07-31, 2021-08-01T00:00:00Z",
    "2025-07-06, P1Y, HALF, 2026-12-31, 2027-01-01T00:00:00Z",
    "2025-07-06, P2Y, YEAR, 2027-12-31, 2028-01-01T00:00:00Z"
  })
  void aPeriodRoundedUp(
      LocalDate earned, Period period, CalendarPeriod end, LocalDate lastDay, Instant gone) {
    Expiry expiry = Expiry.afterRoundedUp(period, end);

    assertThat(expiry.lastDay(noon(earned), UTC)).contains(lastDay);
    assertThat(expiry.expiresAt(noon(earned), UTC)).contains(gone);
  }

  @ParameterizedTest(name = "{1} and {2} years, earned {0}, is through {3}")
  @CsvSource({
    "2025-05-10, --12-31, 0, 2025-12-31",
    "2025-05-10, --12-31, 1, 2026-12-31",
    "2025-12-31, --12-31, 0, 2025-12-31",
    "2025-05-10, --03-31, 0, 2026-03-31",
    "2025-05-10, --03-31, 2, 2028-03-31",
    "2023-05-10, --02-29, 0, 2024-02-29",
    "2023-05-10, --02-29, 1, 2025-02-28",
    "2025-02-28, --02-29, 0, 2025-02-28",
    "2025-02-28, --02-29, 3, 2028-02-29"
  })
  void aFixedDay(LocalDate earned, String day, int years, LocalDate lastDay) {
    Expiry expiry = Expiry.fixedDay(MonthDay.parse(day), years);

    assertThat(expiry.lastDay(noon(earned), UTC)).contains(lastDay);
    assertThat(expiry.expiresAt(noon(earned), UTC)).contains(UTC.afterLast(lastDay));
  }

  @Test
  @DisplayName("scenario 12: 730 days after 2025-06-01 the last usable day is 2027-06-01")
  void inactivityCountsFromTheLastQualifyingActivity() {
    Expiry expiry = Expiry.inactivity(
        Period.ofDays(730), Set.of(ActivityKind.PURCHASE, ActivityKind.REDEMPTION, FULFILMENT));

    Instant gone = expiry.expiresAt(noon(LocalDate.of(2025, 6, 1)), UTC).orElseThrow();

    assertThat(expiry.isCountedBy(ActivityKind.REDEMPTION)).isTrue();
    assertThat(expiry.isCountedBy(ActivityKind.APP_EVENT)).isFalse();
    assertThat(expiry.lastDay(noon(LocalDate.of(2025, 6, 1)), UTC))
        .contains(LocalDate.of(2027, 6, 1));
    assertThat(gone).isEqualTo("2027-06-02T00:00:00Z");
    // 1,000 earned and 200 redeemed: 800 as long as the day is before the expiry.
    assertThat(Span.until(gone).contains(Instant.parse("2027-06-01T23:59:59.999999999Z")))
        .isTrue();
    assertThat(Span.until(gone).contains(Instant.parse("2027-06-02T00:00:00Z"))).isFalse();
  }

  @Test
  void neverHasNoDate() {
    assertThat(Expiry.never().expiresAt(noon(LocalDate.of(2026, 1, 1)), UTC)).isEmpty();
    assertThat(Expiry.never().lastDay(noon(LocalDate.of(2026, 1, 1)), UTC)).isEmpty();
    assertThat(Expiry.never().isCountedBy(ActivityKind.PURCHASE)).isFalse();
  }

  @Test
  void theZoneOfTheProgramDecidesTheDay() {
    Instant lateInUtc = Instant.parse("2026-01-31T20:00:00Z");

    assertThat(Expiry.after(Period.ofMonths(1)).lastDay(lateInUtc, TimeDomain.in("Asia/Tokyo")))
        .contains(LocalDate.of(2026, 3, 1));
    assertThat(Expiry.after(Period.ofMonths(1)).expiresAt(lateInUtc, TimeDomain.in("Asia/Tokyo")))
        .contains(Instant.parse("2026-03-01T15:00:00Z"));
  }

  @Test
  void equalPeriodsAreEqualModels() {
    assertThat(Expiry.after(Period.ofMonths(12))).isEqualTo(Expiry.after(Period.ofYears(1)));
    assertThat(Expiry.inactivity(Period.ofDays(1), Set.of(FULFILMENT, ActivityKind.PURCHASE)))
        .hasToString("Inactivity[period=P1D, kinds=[purchase, reward-fulfilment]]");
  }

  @Nested
  class WhenAModelIsWrong {
    @ParameterizedTest(name = "row 71: {0} is PERIOD_INVALID")
    @ValueSource(strings = {"P-1D", "P1M-40D", "P1000000000Y"})
    void invalidPeriodsAreRefused(String text) {
      Period period = Period.parse(text);

      refuses(FailureCode.PERIOD_INVALID, "period", () -> Expiry.after(period));
      refuses(
          FailureCode.PERIOD_INVALID,
          "period",
          () -> Expiry.afterRoundedUp(period, CalendarPeriod.MONTH));
      refuses(
          FailureCode.PERIOD_INVALID,
          "period",
          () -> Expiry.inactivity(period, Set.of(ActivityKind.PURCHASE)));
    }

    @Test
    @DisplayName("row 71: zero days are legal after earning and nowhere else")
    void zeroInactivityIsRefused() {
      refuses(
          FailureCode.PERIOD_INVALID,
          "period",
          () -> Expiry.inactivity(Period.ZERO, Set.of(ActivityKind.PURCHASE)));
    }

    @Test
    void inactivityNamesItsKinds() {
      refuses(
          FailureCode.VALUE_INVALID, "kinds", () -> Expiry.inactivity(Period.ofDays(1), Set.of()));
    }

    @Test
    void yearsAheadAreZeroTo1000() {
      MonthDay day = MonthDay.of(12, 31);

      refuses(FailureCode.PERIOD_INVALID, "yearsAhead", () -> Expiry.fixedDay(day, -1));
      refuses(FailureCode.PERIOD_INVALID, "yearsAhead", () -> Expiry.fixedDay(day, 1_001));
    }

    @Test
    @DisplayName("row 71: an expiry after 9999 is TIME_RANGE")
    void theEndOfTimeIsNotPassed() {
      Instant late = noon(LocalDate.of(9_500, 1, 1));

      refuses(
          FailureCode.TIME_RANGE,
          "lastDay",
          () -> Expiry.after(Period.ofYears(600)).expiresAt(late, UTC));
      refuses(
          FailureCode.TIME_RANGE,
          "expiresAt",
          () -> Expiry.fixedDay(MonthDay.of(12, 31), 499).expiresAt(late, UTC));
    }
  }

  @Nested
  class WhenALiveProgramSwitchesExpiryOn {
    private final ExpiryPolicy policy = ExpiryPolicy.switchedOn(
        Expiry.after(Period.ofMonths(12)),
        noon(LocalDate.of(2026, 3, 1)),
        Period.ofMonths(12),
        UTC);

    @Test
    void nothingExpiresBeforeTheGraceIsOver() {
      Instant earned = noon(LocalDate.of(2020, 5, 1));

      assertThat(policy.grandfatheredUntil()).contains(Instant.parse("2027-03-02T00:00:00Z"));
      assertThat(policy.expiresAt(earned, UTC)).contains(Instant.parse("2027-03-02T00:00:00Z"));
      assertThat(policy.lastDay(earned, UTC)).contains(LocalDate.of(2027, 3, 1));
    }

    @Test
    void laterPointsKeepTheirOwnDate() {
      Instant earned = noon(LocalDate.of(2026, 5, 1));

      assertThat(policy.expiresAt(earned, UTC)).contains(Instant.parse("2027-05-02T00:00:00Z"));
      assertThat(policy.lastDay(earned, UTC)).contains(LocalDate.of(2027, 5, 1));
    }

    @Test
    void neverStaysNever() {
      ExpiryPolicy never =
          ExpiryPolicy.grandfathered(Expiry.never(), noon(LocalDate.of(2026, 3, 1)));

      assertThat(never.expiresAt(noon(LocalDate.of(2020, 5, 1)), UTC)).isEmpty();
      assertThat(never.lastDay(noon(LocalDate.of(2020, 5, 1)), UTC)).isEmpty();
    }

    @Test
    void withoutGraceTheModelAloneDecides() {
      ExpiryPolicy plain =
          ExpiryPolicy.of(Expiry.inactivity(Period.ofDays(730), Set.of(ActivityKind.PURCHASE)));

      assertThat(plain.expiresAt(noon(LocalDate.of(2025, 6, 1)), UTC))
          .contains(Instant.parse("2027-06-02T00:00:00Z"));
      assertThat(plain.isCountedBy(ActivityKind.PURCHASE)).isTrue();
      assertThat(plain.isCountedBy(ActivityKind.APP_EVENT)).isFalse();
    }

    @Test
    void theGracePassesTheGate() {
      refuses(
          FailureCode.TIME_RANGE,
          "grandfatheredUntil",
          () -> new ExpiryPolicy(Expiry.never(), Optional.of(Instant.MAX)));
    }
  }

  @Test
  @DisplayName("A12: the same local date gives the same instant in every default zone of the JVM")
  void theDefaultZoneOfTheJvmPlaysNoPart() throws Exception {
    String here = Sample.text();

    assertThat(here).contains("2027-06-01T22:00:00Z");
    for (String zone : List.of("Pacific/Kiritimati", "Etc/GMT+12", "America/Sao_Paulo")) {
      assertThat(Sample.inJvmOf(zone)).as(zone).isEqualTo(here);
    }
  }

  /** A program that prints expiries, to be run under other defaults. */
  static final class Sample {
    private Sample() {}

    public static void main(String[] args) {
      System.out.print(text());
    }

    static String text() {
      ProgramCalendar berlin = TimeDomain.in("Europe/Berlin");
      Instant earned = TimeGate.parseInstant("2025-06-01T21:59:59Z");
      return Expiry.after(Period.ofDays(730)).expiresAt(earned, berlin).orElseThrow()
          + " "
          + Expiry.afterRoundedUp(Period.ofMonths(12), CalendarPeriod.QUARTER)
              .expiresAt(earned, berlin)
              .orElseThrow()
          + " "
          + Window.rolling(Period.ofMonths(1)).spanAt(earned, LocalDate.EPOCH, berlin)
          + " "
          + TimeGate.parseDate("2024-02-29");
    }

    static String inJvmOf(String zone) throws IOException, InterruptedException {
      String java =
          System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
      Process process = new ProcessBuilder(
              java,
              "-Duser.timezone=" + zone,
              "-Duser.language=ar",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              Sample.class.getName())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).isZero();
      return printed;
    }
  }

  private static Instant noon(LocalDate date) {
    return Instant.parse(date + "T12:00:00Z");
  }
}
