package dev.laurel.core.time;

import static dev.laurel.core.time.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.laurel.core.failure.FailureCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramCalendarTest {
  private static final ProgramCalendar BERLIN = TimeDomain.in("Europe/Berlin");

  @Test
  void aDayIsReadInTheZoneOfTheProgram() {
    Instant at = Instant.parse("2026-06-30T22:30:00Z");

    assertThat(BERLIN.dateOf(at)).isEqualTo("2026-07-01");
    assertThat(TimeDomain.utc().dateOf(at)).isEqualTo("2026-06-30");
    assertThat(BERLIN.localTimeOf(at)).isEqualTo(LocalTime.of(0, 30));
    assertThat(BERLIN.weekdayOf(at)).isEqualTo(DayOfWeek.WEDNESDAY);
  }

  @Test
  void whatIsValidThroughADayIsGoneAtTheStartOfTheNext() {
    Instant gone = BERLIN.afterLast(LocalDate.of(2027, 6, 1));

    assertThat(gone).isEqualTo("2027-06-01T22:00:00Z");
    assertThat(gone).isEqualTo(BERLIN.startOf(LocalDate.of(2027, 6, 2)));
  }

  @ParameterizedTest(name = "{0} in Europe/Berlin is {1} hours long")
  @CsvSource({"2026-03-28,24", "2026-03-29,23", "2026-10-25,25"})
  void daysOfClockChangesHave23Or25Hours(LocalDate day, long hours) {
    Span span = BERLIN.spanOf(day, day);

    assertThat(Duration.between(span.from(), span.until())).isEqualTo(Duration.ofHours(hours));
  }

  @Nested
  @DisplayName("row 69: odd midnights")
  class WhenMidnightIsOdd {
    @Test
    void aDayThatNeverWasStartsWithItsSuccessor() {
      ProgramCalendar apia = TimeDomain.in("Pacific/Apia");

      assertThat(apia.startOf(LocalDate.of(2011, 12, 30))).isEqualTo("2011-12-30T10:00:00Z");
      assertThat(apia.startOf(LocalDate.of(2011, 12, 31))).isEqualTo("2011-12-30T10:00:00Z");
      assertThat(apia.afterLast(LocalDate.of(2011, 12, 29))).isEqualTo("2011-12-30T10:00:00Z");
      assertThat(apia.dateOf(Instant.parse("2011-12-30T09:59:59Z"))).isEqualTo("2011-12-29");
      assertThat(apia.dateOf(Instant.parse("2011-12-30T10:00:00Z"))).isEqualTo("2011-12-31");
    }

    @Test
    void aDayWithoutMidnightStartsAtOne() {
      ProgramCalendar saoPaulo = TimeDomain.in("America/Sao_Paulo");
      Instant start = saoPaulo.startOf(LocalDate.of(2018, 11, 4));

      assertThat(start).isEqualTo("2018-11-04T03:00:00Z");
      assertThat(saoPaulo.localTimeOf(start)).isEqualTo(LocalTime.of(1, 0));
      assertThat(saoPaulo.dateOf(start.minusNanos(1_000))).isEqualTo("2018-11-03");
    }

    @Test
    void minutesRepeatedAcrossMidnightBelongToTheNewDay() {
      ProgramCalendar stJohns = TimeDomain.in("America/St_Johns");
      LocalDate day = LocalDate.of(2010, 11, 7);
      Instant secondHalfPastEleven = Instant.parse("2010-11-07T03:00:00Z");

      assertThat(stJohns.startOf(day)).isEqualTo("2010-11-07T02:30:00Z");
      assertThat(stJohns.localTimeOf(secondHalfPastEleven)).isEqualTo(LocalTime.of(23, 30));
      assertThat(stJohns.dateOf(secondHalfPastEleven)).isEqualTo(day);
      assertThat(stJohns.dateOf(Instant.parse("2010-11-07T02:00:00Z"))).isEqualTo("2010-11-06");
    }

    @Test
    void aMidnightThatComesTwiceIsTheFirst() {
      ProgramCalendar havana = TimeDomain.in("America/Havana");

      assertThat(havana.startOf(LocalDate.of(2025, 11, 2))).isEqualTo("2025-11-02T04:00:00Z");
    }
  }

  @Nested
  @DisplayName("row 68: local times in a gap or an overlap")
  class WhenClocksChange {
    @Test
    void aSkippedTimeMovesForwardByTheGap() {
      Instant at = BERLIN.instantOf(LocalDateTime.parse("2026-03-29T02:30"));

      assertThat(at).isEqualTo("2026-03-29T01:30:00Z");
      assertThat(BERLIN.localTimeOf(at)).isEqualTo(LocalTime.of(3, 30));
    }

    @Test
    void aRepeatedTimeIsItsFirstPassing() {
      assertThat(BERLIN.instantOf(LocalDateTime.parse("2026-10-25T02:30")))
          .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void anOrdinaryTimeIsItself() {
      assertThat(BERLIN.instantOf(LocalDateTime.parse("2026-07-01T12:00")))
          .isEqualTo("2026-07-01T10:00:00Z");
    }

    @Test
    void aTimeOnADayThatNeverWasMovesByThatDay() {
      assertThat(TimeDomain.in("Pacific/Apia").instantOf(LocalDateTime.parse("2011-12-30T10:00")))
          .isEqualTo("2011-12-30T20:00:00Z");
    }
  }

  @Nested
  class WhenItIsBuilt {
    @Test
    void theYearStartsOnNewYearsDayUnlessSaid() {
      assertThat(BERLIN.yearStart()).isEqualTo(MonthDay.of(1, 1));
      assertThat(ProgramCalendar.of(ZoneOffset.UTC, MonthDay.of(4, 1)).yearStart())
          .isEqualTo(MonthDay.of(4, 1));
    }

    @Test
    void theLeapDayStartsNoYear() {
      refuses(
          FailureCode.DATE_INVALID,
          "yearStart",
          () -> ProgramCalendar.of(ZoneOffset.UTC, MonthDay.of(2, 29)));
    }

    @Test
    void utcHasOneForm() {
      assertThat(ProgramCalendar.of(ZoneId.of("UTC")))
          .isEqualTo(ProgramCalendar.of(ZoneOffset.UTC))
          .hasSameHashCodeAs(ProgramCalendar.of(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMT+2", "CET", "UTC+01:00", "GMT"})
    void aZoneThatCannotBeWrittenDownIsRefused(String id) {
      refuses(FailureCode.ZONE_UNKNOWN, "zone", () -> ProgramCalendar.of(ZoneId.of(id)));
    }

    @Test
    @SuppressWarnings("NullAway")
    @DisplayName("row 61: a missing zone names the parameter")
    void nullIsNamed() {
      assertThatNullPointerException()
          .isThrownBy(() -> ProgramCalendar.of(null))
          .withMessage("zone");
      assertThatNullPointerException()
          .isThrownBy(() -> ProgramCalendar.of(ZoneOffset.UTC, null))
          .withMessage("yearStart");
    }
  }

  @Test
  void instantsAndDatesPassTheGate() {
    refuses(FailureCode.TIME_RANGE, "instant", () -> BERLIN.dateOf(Instant.MAX));
    refuses(FailureCode.TIME_SUSPECT, "instant", () -> BERLIN.localTimeOf(Instant.EPOCH));
    refuses(FailureCode.TIME_RANGE, "date", () -> BERLIN.startOf(LocalDate.MAX));
    refuses(FailureCode.TIME_RANGE, "lastDay", () -> BERLIN.afterLast(LocalDate.MAX));
    refuses(FailureCode.TIME_RANGE, "local", () -> BERLIN.instantOf(LocalDateTime.MAX));
  }

  /** What {@link ProgramCalendar#dateOf} relies on, asked of every zone that the JDK knows. */
  @Test
  void sinceTheEarliestInstantNoClockWentBackByMoreThanEightHours() {
    Duration longest = Duration.ofHours(24 - ProgramCalendar.EARLIEST_REPEATED_HOUR);
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneRules rules = ZoneId.of(id).getRules();
      ZoneOffsetTransition next = rules.nextTransition(TimeGate.EARLIEST);
      while (next != null && next.getDateTimeBefore().getYear() < 2100) {
        assertThat(next.getDuration().negated()).as("%s %s", id, next).isLessThanOrEqualTo(longest);
        next = rules.nextTransition(next.getInstant());
      }
    }
  }
}
