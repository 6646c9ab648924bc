package dev.laurel.core.time;

import static dev.laurel.core.time.Refusals.refuses;
import static dev.laurel.core.time.Refusals.refusesText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import java.nio.CharBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeGateTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Nested
  class WhenAnInstantArrives {
    @Test
    void itIsKeptToTheMicrosecond() {
      assertThat(TimeGate.admit(NOON.plusNanos(123_456_789), "occurredAt"))
          .isEqualTo("2026-03-01T12:00:00.123456Z");
    }

    @Test
    void theAdmittedRangeIs1971To9999() {
      Instant first = Instant.parse("1971-01-01T00:00:00Z");
      Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");

      assertThat(TimeGate.admit(first, "at")).isEqualTo(first);
      assertThat(TimeGate.admit(last.plusNanos(999), "at")).isEqualTo(last);
    }

    @Test
    @SuppressWarnings("NullAway")
    @DisplayName("row 61: null names the parameter")
    void nullNamesTheParameter() {
      assertThatNullPointerException()
          .isThrownBy(() -> TimeGate.admit(null, "occurredAt"))
          .withMessage("occurredAt");
      assertThatNullPointerException()
          .isThrownBy(() -> TimeGate.parseInstant(null))
          .withMessage("text");
      assertThatNullPointerException()
          .isThrownBy(() -> TimeGate.parseZone(null, "zone"))
          .withMessage("zone");
    }

    @Test
    @DisplayName("row 62: Instant.MIN and MAX are TIME_RANGE")
    void theEndsOfTimeAreOutOfRange() {
      refuses(
          FailureCode.TIME_RANGE, "occurredAt", () -> TimeGate.admit(Instant.MIN, "occurredAt"));
      refuses(
          FailureCode.TIME_RANGE, "occurredAt", () -> TimeGate.admit(Instant.MAX, "occurredAt"));
    }

    @Test
    @DisplayName("row 63: the year 10000 is TIME_RANGE")
    void fiveDigitYearsAreOutOfRange() {
      refuses(FailureCode.TIME_RANGE, "at", () -> TimeGate.admit(Span.END, "at"));
      refuses(
          FailureCode.TIME_RANGE, "at", () -> TimeGate.admit(Instant.EPOCH.minusNanos(1), "at"));
    }

    @Test
    @DisplayName("row 64: seconds read as milliseconds are TIME_SUSPECT, the reverse is TIME_RANGE")
    void secondsAreNotMilliseconds() {
      long seconds = NOON.getEpochSecond();

      refuses(
          FailureCode.TIME_SUSPECT,
          "at",
          () -> TimeGate.admit(Instant.ofEpochMilli(seconds), "at"));
      refuses(
          FailureCode.TIME_RANGE,
          "at",
          () -> TimeGate.admit(Instant.ofEpochSecond(seconds * 1_000), "at"));
      assertThatThrownBy(() -> TimeGate.admit(Instant.ofEpochMilli(1_700_000_000), "occurredAt"))
          .hasMessage("occurredAt must not lie in 1970, where seconds read as milliseconds end up:"
              + " 1970-01-20T16:13:20Z");
    }

    @Test
    @DisplayName(
        "row 73: the gate knows no now, an event five years ahead is the ledger's to refuse")
    void theFutureIsNotTheGatesBusiness() {
      Instant ahead = NOON.plus(Duration.ofDays(5 * 365));

      assertThat(TimeGate.admit(ahead, "occurredAt")).isEqualTo(ahead);
    }
  }

  @Nested
  class WhenTextIsAnInstant {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
      "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
      "2026-03-01T13:00:00+01:00, 2026-03-01T12:00:00Z",
      "2026-03-01T12:00:00.5Z, 2026-03-01T12:00:00.500Z",
      "2026-03-01T12:00:00.123456789Z, 2026-03-01T12:00:00.123456Z",
      "2024-02-29T00:00:00-11:30, 2024-02-29T11:30:00Z"
    })
    void isoTextIsRead(String text, Instant expected) {
      assertThat(TimeGate.parseInstant(text)).isEqualTo(expected);
      assertThat(TimeGate.parseInstant(CharBuffer.wrap(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "row 61: {0} names no offset and is REQUIRED")
    @ValueSource(strings = "2026-03-01T12:00:00")
    void aMissingZoneIsRequired(String text) {
      refusesText(FailureCode.REQUIRED, () -> TimeGate.parseInstant(text));
    }

    @ParameterizedTest(name = "row 63: {0} is {1}")
    @CsvSource({
      "+10000-01-01T00:00:00Z, TIME_RANGE",
      "-0001-01-01T00:00:00Z, TIME_RANGE",
      "0000-01-01T00:00:00Z, TIME_RANGE",
      "0999-01-01T00:00:00Z, TIME_RANGE",
      "10000-01-01T00:00:00Z, TIME_FORMAT"
    })
    void yearsHaveFourDigits(String text, FailureCode code) {
      refusesText(code, () -> TimeGate.parseInstant(text));
    }

    @Test
    @DisplayName("row 64: an instant of 1970 is TIME_SUSPECT, an epoch number is TIME_FORMAT")
    void epochNumbersAreSuspect() {
      refusesText(FailureCode.TIME_SUSPECT, () -> TimeGate.parseInstant("1970-01-20T16:13:20Z"));
      refusesText(FailureCode.TIME_FORMAT, () -> TimeGate.parseInstant("1700000000"));
    }

    @ParameterizedTest(name = "row 65: {0} is DATE_INVALID")
    @ValueSource(
        strings = {
          "2023-02-29T00:00:00Z",
          "2024-02-30T00:00:00Z",
          "2026-13-01T00:00:00Z",
          "2026-00-01T00:00:00Z",
          "2026-01-00T00:00:00Z",
          "2026-03-01T24:00:00Z",
          "2026-03-01T12:60:00Z",
          "2016-12-31T23:59:60Z"
        })
    void timesThatDoNotExistAreInvalid(String text) {
      refusesText(FailureCode.DATE_INVALID, () -> TimeGate.parseInstant(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "now",
          "2026-03-01",
          "2026-03-01T12:00Z",
          "2026-03-01t12:00:00z",
          "2026-03-01 12:00:00Z",
          "2026-03-01T12:00:00Z ",
          "2026-03-01T12:00:00.Z",
          "2026-03-01T12:00:00.1234567890Z",
          "2026-03-01T12:00:00+0100",
          "2026-03-01T12:00:00[Europe/Berlin]",
          "2026-3-1T12:00:00Z",
          "٢٠٢٦-03-01T12:00:00Z",
          "2026-03-01T12:00:00Z\n"
        })
    void otherFormsAreRefused(String text) {
      refusesText(FailureCode.TIME_FORMAT, () -> TimeGate.parseInstant(text));
    }

    @Test
    void anOffsetBeyond18HoursIsUnknown() {
      refusesText(
          FailureCode.ZONE_UNKNOWN, () -> TimeGate.parseInstant("2026-03-01T12:00:00+19:00"));
    }

    @Test
    void theMessageNamesThePathAndAnEscapedExcerpt() {
      assertThatThrownBy(() -> TimeGate.parseInstant("x\n" + "9".repeat(5_000_000), "lines[3].at"))
          .isInstanceOfSatisfying(MalformedInputException.class, e -> {
            assertThat(e.path()).isEqualTo("lines[3].at");
            assertThat(e.code()).isEqualTo(FailureCode.TIME_FORMAT);
            assertThat(e).hasMessageStartingWith("lines[3].at must be at most 64 characters");
            assertThat(e.getMessage()).contains("'x\\u000a999").hasSizeLessThan(130);
          });
    }
  }

  @Nested
  class WhenTextIsADate {
    @Test
    void isoTextIsRead() {
      assertThat(TimeGate.parseDate("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
      assertThat(TimeGate.parseDate("1959-08-15")).isEqualTo(LocalDate.of(1959, 8, 15));
    }

    @Test
    @DisplayName("row 65: 2023-02-29 says why")
    void theReasonIsNamed() {
      assertThatThrownBy(() -> TimeGate.parseDate("2023-02-29"))
          .hasMessage("date must have a day of 1 to 28: '2023-02-29'");
      refusesText(FailureCode.DATE_INVALID, () -> TimeGate.parseDate("2023-02-29"));
      refusesText(FailureCode.DATE_INVALID, () -> TimeGate.parseDate("2024-02-30"));
      refusesText(FailureCode.DATE_INVALID, () -> TimeGate.parseDate("2026-04-31"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "29.02.2024", "2024-2-29", "20240229", "2024-02-29T00:00:00Z", "２０２４-02-29"})
    void otherFormsAreRefused(String text) {
      refusesText(FailureCode.TIME_FORMAT, () -> TimeGate.parseDate(text));
    }

    @Test
    @DisplayName("row 63: years outside 1 to 9999 are TIME_RANGE")
    void yearsAreBounded() {
      refusesText(FailureCode.TIME_RANGE, () -> TimeGate.parseDate("+10000-01-01"));
      refusesText(FailureCode.TIME_RANGE, () -> TimeGate.parseDate("0000-01-01"));
      refuses(FailureCode.TIME_RANGE, "born", () -> TimeGate.admitDate(LocalDate.MIN, "born"));
      refuses(FailureCode.TIME_RANGE, "born", () -> TimeGate.admitDate(LocalDate.MAX, "born"));
    }
  }

  @Nested
  class WhenTextIsAZone {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Europe/Berlin",
          "America/Argentina/Buenos_Aires",
          "Etc/GMT+5",
          "America/Port-au-Prince"
        })
    void regionsAreRead(String id) {
      assertThat(TimeGate.parseZone(id)).isEqualTo(ZoneId.of(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Z", "+00:00", "-00:00"})
    void utcHasOneForm(String id) {
      assertThat(TimeGate.parseZone(id)).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void offsetsAreRead() {
      assertThat(TimeGate.parseZone("+05:30")).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
      assertThat(TimeGate.parseZone("-18:00")).isEqualTo(ZoneOffset.MIN);
    }

    @ParameterizedTest(name = "row 70: {0} is ZONE_UNKNOWN")
    @ValueSource(
        strings = {
          "Mars/Phobos",
          "EST5EDT4",
          "GMT+25",
          "",
          "EST5EDT",
          "CET",
          "GMT",
          "GMT+2",
          "UTC+01:00",
          "europe/berlin",
          "SystemV/EST5",
          "+19:00",
          "+2",
          "+02:60",
          "../../etc/passwd",
          "Europe/Berlin\u0000"
        })
    void otherZonesAreUnknown(String id) {
      refusesText(FailureCode.ZONE_UNKNOWN, () -> TimeGate.parseZone(id));
    }

    @Test
    void aCheckedZoneSurvivesBeingWrittenDown() {
      for (String id : TimeDomain.ZONES) {
        ZoneId zone = TimeGate.parseZone(id);
        assertThat(TimeGate.parseZone(TimeGate.checkZone(zone, "zone").getId())).isEqualTo(zone);
      }
    }
  }

  @Nested
  @DisplayName("row 71: periods and expiries")
  class WhenALengthArrives {
    @ParameterizedTest(name = "row 71: {0} is PERIOD_INVALID")
    @ValueSource(
        strings = {"P-1D", "P1M-40D", "P-1Y13M", "P1000000000Y", "P1001Y", "P1000Y1D", "P365243D"})
    void negativeMixedAndEndlessPeriodsAreRefused(String text) {
      refuses(
          FailureCode.PERIOD_INVALID,
          "period",
          () -> TimeGate.checkPeriod(Period.parse(text), "period"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P730D", "P12M", "P1000Y", "P365242D", "P999Y12M"})
    void otherPeriodsPassUnchanged(String text) {
      assertThat(TimeGate.checkPeriod(Period.parse(text), "period")).isEqualTo(Period.parse(text));
    }

    @Test
    @DisplayName("row 71: an expiry at or before the instant of earning is EXPIRY_INVALID")
    void expiryLiesAfterEarning() {
      assertThat(TimeGate.checkExpiry(NOON.plusNanos(1_000), NOON, "expiresAt"))
          .isEqualTo(NOON.plusNanos(1_000));
      refuses(
          FailureCode.EXPIRY_INVALID,
          "expiresAt",
          () -> TimeGate.checkExpiry(NOON, NOON, "expiresAt"));
      refuses(
          FailureCode.EXPIRY_INVALID,
          "expiresAt",
          () -> TimeGate.checkExpiry(NOON.minusSeconds(1), NOON, "expiresAt"));
    }

    @Test
    @DisplayName("row 76: a duration of Long.MAX is TIME_RANGE")
    void endlessDurationsAreOutOfRange() {
      Duration endless = Duration.ofSeconds(Long.MAX_VALUE);

      refuses(FailureCode.TIME_RANGE, "hold", () -> TimeGate.checkDuration(endless, "hold"));
      assertThatThrownBy(() -> Duration.ofDays(Long.MAX_VALUE))
          .as("the JDK itself refuses this one")
          .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void durationsAreZeroTo1000Years() {
      Duration longest = Duration.ofHours(365_242 * 24 + 12);

      assertThat(TimeGate.checkDuration(Duration.ZERO, "hold")).isZero();
      assertThat(TimeGate.checkDuration(longest, "hold")).isEqualTo(longest);
      refuses(
          FailureCode.TIME_RANGE,
          "hold",
          () -> TimeGate.checkDuration(longest.plusNanos(1), "hold"));
      refuses(
          FailureCode.PERIOD_INVALID,
          "hold",
          () -> TimeGate.checkDuration(Duration.ofNanos(-1), "hold"));
    }
  }
}
