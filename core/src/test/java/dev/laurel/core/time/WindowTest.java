package dev.laurel.core.time;

import static dev.laurel.core.time.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
  private static final ProgramCalendar UTC = TimeDomain.utc();
  private static final LocalDate ENROLLED = LocalDate.of(2024, 1, 31);

  @Nested
  class OfTheCalendar {
    @ParameterizedTest(name = "{0} of 2026-02-14 with a year from {1} is {2} to {3}")
    @CsvSource({
      "MONTH, --01-01, 2026-02-01, 2026-02-28",
      "QUARTER, --01-01, 2026-01-01, 2026-03-31",
      "HALF, --01-01, 2026-01-01, 2026-06-30",
      "YEAR, --01-01, 2026-01-01, 2026-12-31",
      "QUARTER, --02-01, 2026-02-01, 2026-04-30",
      "YEAR, --04-01, 2025-04-01, 2026-03-31",
      "HALF, --04-01, 2025-10-01, 2026-03-31",
      "MONTH, --04-15, 2026-01-15, 2026-02-14",
      "QUARTER, --08-31, 2025-11-30, 2026-02-27",
      "YEAR, --02-28, 2025-02-28, 2026-02-27"
    })
    void partsAreCountedFromTheStartOfTheYear(
        CalendarPeriod part, String yearStart, LocalDate first, LocalDate last) {
      ProgramCalendar calendar = ProgramCalendar.of(ZoneOffset.UTC, MonthDay.parse(yearStart));
      LocalDate day = LocalDate.of(2026, 2, 14);

      assertThat(part.firstDay(day, calendar)).isEqualTo(first);
      assertThat(part.lastDay(day, calendar)).isEqualTo(last);
      assertThat(Window.calendar(part).spanAt(noon("2026-02-14"), ENROLLED, calendar))
          .isEqualTo(calendar.spanOf(first, last));
    }

    @Test
    void theMonthOfAClockChangeIsAnHourShort() {
      Span march = CalendarPeriod.MONTH.spanAt(noon("2026-03-15"), TimeDomain.in("Europe/Berlin"));

      assertThat(Duration.between(march.from(), march.until()))
          .isEqualTo(Duration.ofDays(31).minusHours(1));
    }

    @Test
    void lengthsAreOneThreeSixAndTwelveMonths() {
      assertThat(CalendarPeriod.values())
          .extracting(CalendarPeriod::months)
          .containsExactly(1, 3, 6, 12);
    }
  }

  @Nested
  class OfAnAnniversary {
    @ParameterizedTest(name = "row 67: months from 2024-01-31, on {0} it is {1} to {2}")
    @CsvSource({
      "2024-01-31, 2024-01-31, 2024-02-28",
      "2024-02-29, 2024-02-29, 2024-03-30",
      "2024-03-30, 2024-02-29, 2024-03-30",
      "2024-03-31, 2024-03-31, 2024-04-29",
      "2025-02-28, 2025-02-28, 2025-03-30",
      "2024-01-30, 2023-12-31, 2024-01-30"
    })
    void monthsAreCountedFromTheAnchor(String day, LocalDate first, LocalDate last) {
      assertThat(Window.anniversary(Period.ofMonths(1)).spanAt(noon(day), ENROLLED, UTC))
          .isEqualTo(UTC.spanOf(first, last));
    }

    @ParameterizedTest(name = "row 66: years from 2024-02-29, on {0} it is {1} to {2}")
    @CsvSource({
      "2024-02-29, 2024-02-29, 2025-02-27",
      "2025-02-28, 2025-02-28, 2026-02-27",
      "2028-02-28, 2027-02-28, 2028-02-28",
      "2028-02-29, 2028-02-29, 2029-02-27"
    })
    void theLeapDayComesBack(String day, LocalDate first, LocalDate last) {
      LocalDate leapDay = LocalDate.of(2024, 2, 29);

      assertThat(Window.anniversary(Period.ofYears(1)).spanAt(noon(day), leapDay, UTC))
          .isEqualTo(UTC.spanOf(first, last));
    }

    @Test
    void anAnchorLongAgoIsNoObstacle() {
      Span day = Window.anniversary(Period.ofDays(1))
          .spanAt(noon("9998-01-01"), LocalDate.of(1, 1, 1), UTC);

      assertThat(day).isEqualTo(UTC.spanOf(LocalDate.of(9998, 1, 1), LocalDate.of(9998, 1, 1)));
    }

    @Test
    void twelveMonthsAreOneYear() {
      assertThat(Window.anniversary(Period.ofMonths(12)))
          .isEqualTo(Window.anniversary(Period.ofYears(1)));
    }
  }

  @Nested
  class ThatRolls {
    @ParameterizedTest(name = "{0} on {1} is {2} to {1}")
    @CsvSource({
      "P1D, 2026-03-31, 2026-03-31",
      "P30D, 2026-03-31, 2026-03-02",
      "P12M, 2026-03-31, 2025-04-01",
      "P1M, 2026-03-30, 2026-02-28",
      "P1Y, 2024-02-28, 2023-02-28"
    })
    void theLengthGoesBackFromTomorrow(Period length, LocalDate day, LocalDate first) {
      assertThat(Window.rolling(length).spanAt(noon(day.toString()), ENROLLED, UTC))
          .isEqualTo(UTC.spanOf(first, day));
    }

    @Test
    void wholeDaysCountAcrossAClockChange() {
      ProgramCalendar berlin = TimeDomain.in("Europe/Berlin");
      Span week = Window.rolling(Period.ofDays(7)).spanAt(noon("2026-03-31"), ENROLLED, berlin);

      assertThat(week)
          .isEqualTo(berlin.spanOf(LocalDate.of(2026, 3, 25), LocalDate.of(2026, 3, 31)));
      assertThat(Duration.between(week.from(), week.until())).isEqualTo(Duration.ofHours(167));
    }

    @Test
    void aStartBefore1971IsOpen() {
      assertThat(Window.rolling(Period.ofYears(100)).spanAt(noon("2026-03-31"), ENROLLED, UTC))
          .isEqualTo(Span.until(UTC.startOf(LocalDate.of(2026, 4, 1))));
    }

    @Test
    void anEndAfter9999IsOpen() {
      assertThat(Window.calendar(CalendarPeriod.YEAR).spanAt(noon("9999-06-01"), ENROLLED, UTC))
          .isEqualTo(Span.from(UTC.startOf(LocalDate.of(9999, 1, 1))));
    }
  }

  @Test
  void lifetimeIsAlways() {
    assertThat(Window.lifetime().spanAt(noon("2026-03-31"), ENROLLED, UTC)).isEqualTo(Span.ALWAYS);
    assertThat(Window.lifetime()).isEqualTo(Window.lifetime());
  }

  @Test
  @DisplayName("row 72: a window of no length is WINDOW_INVALID")
  void zeroLengthIsRefused() {
    refuses(FailureCode.WINDOW_INVALID, "length", () -> Window.rolling(Period.ZERO));
    refuses(FailureCode.WINDOW_INVALID, "length", () -> Window.anniversary(Period.ofMonths(0)));
  }

  @Test
  @DisplayName("row 71: negative and endless lengths are PERIOD_INVALID")
  void invalidLengthsAreRefused() {
    refuses(FailureCode.PERIOD_INVALID, "length", () -> Window.rolling(Period.ofDays(-1)));
    refuses(
        FailureCode.PERIOD_INVALID,
        "length",
        () -> Window.anniversary(Period.ofYears(1_000_000_000)));
  }

  @Test
  void instantsAndAnchorsPassTheGate() {
    Window window = Window.anniversary(Period.ofYears(1));

    refuses(
        FailureCode.TIME_RANGE,
        "anchor",
        () -> window.spanAt(noon("2026-01-01"), LocalDate.MIN, UTC));
    refuses(FailureCode.TIME_RANGE, "instant", () -> window.spanAt(Instant.MAX, ENROLLED, UTC));
    refuses(
        FailureCode.TIME_SUSPECT,
        "at",
        () -> Window.lifetime().spanAt(Instant.EPOCH, ENROLLED, UTC));
  }

  private static Instant noon(String date) {
    return Instant.parse(date + "T12:00:00Z");
  }
}
