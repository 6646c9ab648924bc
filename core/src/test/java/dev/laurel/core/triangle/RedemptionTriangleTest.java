package dev.laurel.core.triangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RedemptionTriangleTest {
  private static final ProgramCalendar BERLIN = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));
  private static final MemberId ANNA = MemberId.of("anna");

  @Nested
  class FromNumbers {
    @Test
    void aHoleIsRefusedWithItsRow() {
      assertThatThrownBy(() -> RedemptionTriangle.of(
              Triangles.POINTS,
              TriangleRow.of("2021", 1000, 220, 480, 640),
              TriangleRow.of("2022", 1200, 270),
              TriangleRow.of("2023", 1500, 330)))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage("cohort '2022' must show 2 periods without a hole: 1")
          .extracting("path")
          .isEqualTo("rows[1]");
    }

    @Test
    void noRowIsNoTriangle() {
      assertThatThrownBy(() -> RedemptionTriangle.of(Triangles.POINTS))
          .hasMessage("a triangle must have a cohort");
      assertThatThrownBy(() -> TriangleRow.of("2021", 1000))
          .hasMessage("cohort '2021' must have its first period at least");
    }

    @Test
    void aCohortGivesNoMoreThanItReceived() {
      assertThatThrownBy(() -> TriangleRow.of("2021", 1000, 220, 1001))
          .hasMessage(
              "cohort '2021' must not give more than it received: issued 1000, redeemed 1001, lapsed 0");
      assertThatThrownBy(() -> TriangleRow.of("2021", 1000, -1))
          .extracting("code", "path")
          .containsExactly(FailureCode.RANGE, "cumulative[0]");
      assertThatThrownBy(() ->
              new TriangleRow("2021", 1000, 700, TriangleRow.of("x", 1000, 400).cumulative()))
          .hasMessageContaining("must not give more than it received");
    }

    @Test
    void oneNameIsOneCohort() {
      assertThatThrownBy(() -> RedemptionTriangle.of(
              Triangles.POINTS, TriangleRow.of("a", 9, 1, 2), TriangleRow.of("a", 9, 1)))
          .extracting("code")
          .isEqualTo(FailureCode.CONFIG_DUPLICATE);
    }

    @Test
    void otherCohortsDoNotMerge() {
      RedemptionTriangle one = RedemptionTriangle.of(Triangles.POINTS, TriangleRow.of("a", 9, 1));
      RedemptionTriangle other = RedemptionTriangle.of(Triangles.POINTS, TriangleRow.of("b", 9, 1));

      assertThatThrownBy(() -> one.merge(other))
          .hasMessageContaining("[points, a:1] and [points, b:1]");
      assertThat(one.merge(one))
          .isEqualTo(RedemptionTriangle.of(Triangles.POINTS, TriangleRow.of("a", 18, 2)));
    }

    /** 80 % are redeemed in the end, 20, 30, 20 and 10 % by year; issuance is not constant. */
    @Test
    void aPeriodRatioIsNoRedemptionRate() {
      RedemptionTriangle growing = RedemptionTriangle.of(
          Triangles.POINTS,
          TriangleRow.of("1", 100_000, 20_000, 50_000, 70_000, 80_000),
          TriangleRow.of("2", 130_000, 26_000, 65_000, 91_000),
          TriangleRow.of("3", 169_000, 33_800, 84_500),
          TriangleRow.of("4", 219_700, 43_940));
      RedemptionTriangle shrinking = RedemptionTriangle.of(
          Triangles.POINTS,
          TriangleRow.of("1", 125_000, 25_000, 62_500, 87_500, 100_000),
          TriangleRow.of("2", 100_000, 20_000, 50_000, 70_000),
          TriangleRow.of("3", 80_000, 16_000, 40_000),
          TriangleRow.of("4", 64_000, 12_800));

      assertThat(percent(growing)).isCloseTo(59.46, within(5e-3));
      assertThat(percent(shrinking)).isCloseTo(108, within(0.5));
      assertThat(rate(growing)).isCloseTo(0.8, within(1e-12));
      assertThat(rate(shrinking)).isCloseTo(0.8, within(1e-12));
    }

    private double percent(RedemptionTriangle triangle) {
      Ratio ratio = triangle.periodRatio().orElseThrow();
      return 100.0 * ratio.numerator() / ratio.denominator();
    }

    private double rate(RedemptionTriangle triangle) {
      return ChainLadder.of(SigmaTail.MACK)
          .fit(triangle)
          .orElseThrow()
          .forecast(triangle.cohorts())
          .ultimateRedemptionRate()
          .orElseThrow()
          .value();
    }
  }

  @Nested
  class FromLots {
    private final TriangleGrid grid = new TriangleGrid(
        Triangles.POINTS,
        BERLIN,
        CalendarPeriod.MONTH,
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2026-03-31"));
    private final TriangleAccumulator lots = TriangleAccumulator.of(grid);

    @Test
    void whatHappenedIsCountedByCohortAndAge() {
      Instant january = Instant.parse("2026-01-15T12:00:00Z");
      Instant march = Instant.parse("2026-03-15T12:00:00Z");
      lots.issued(ANNA, january, 1000);
      lots.redeemed(ANNA, january, january, 100);
      lots.redeemed(ANNA, january, march, 300);
      lots.redemptionReversed(ANNA, january, march, 50);
      lots.takenBack(ANNA, january, march, 200);
      lots.lapsed(ANNA, january, march, 80);

      assertThat(lots.triangle().rows())
          .startsWith(new TriangleRow(
              "2026-01", 800, 80, TriangleRow.of("x", 800, 100, 100, 350).cumulative()))
          .contains(TriangleRow.of("2026-02", 0, 0, 0), TriangleRow.of("2026-03", 0, 0));
    }

    @Test
    void monthsAreThoseOfTheProgram() {
      // 23:30 UTC on 31 January is 1 February in Berlin.
      lots.issued(ANNA, Instant.parse("2026-01-31T23:30:00Z"), 5);

      assertThat(lots.triangle().rows().get(1).issued()).isEqualTo(5);
    }

    @Test
    void whatHasNoPlaceIsCounted() {
      lots.issued(ANNA, Instant.parse("2025-12-31T12:00:00Z"), 5);
      lots.issued(ANNA, Instant.parse("2026-04-01T12:00:00Z"), 5);
      lots.redeemed(
          ANNA, Instant.parse("2026-03-01T12:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"), 5);

      assertThat(lots.earlier()).isEqualTo(1);
      assertThat(lots.later()).isEqualTo(2);
    }

    @Test
    void aFactDatedBeforeTheEarningCountsInTheFirstPeriod() {
      Instant january = Instant.parse("2026-01-31T12:00:00Z");
      Instant february = Instant.parse("2026-02-01T12:00:00Z");
      lots.issued(ANNA, february, 5);
      lots.redeemed(ANNA, february, january, 3);

      assertThat(lots.triangle().rows().get(1)).isEqualTo(TriangleRow.of("2026-02", 5, 3, 3));
    }

    @Test
    void whatCannotBeIsRefused() {
      Instant january = Instant.parse("2026-01-15T12:00:00Z");
      assertThatThrownBy(() -> lots.issued(ANNA, january, -1))
          .extracting("code")
          .isEqualTo(FailureCode.POINTS_NEGATIVE);
      lots.redeemed(ANNA, january, january, 1);
      assertThatThrownBy(lots::triangle)
          .hasMessage(
              "cohort '2026-01' must not give more than it received: issued 0, redeemed 1, lapsed 0");
    }

    @Test
    void aGridIsOfWholePeriods() {
      assertThat(TriangleGrid.of(
              Triangles.POINTS,
              BERLIN,
              CalendarPeriod.MONTH,
              Instant.parse("2026-01-15T12:00:00Z"),
              Instant.parse("2026-04-14T12:00:00Z")))
          .isEqualTo(grid);
      assertThatThrownBy(() -> new TriangleGrid(
              Triangles.POINTS,
              BERLIN,
              CalendarPeriod.MONTH,
              LocalDate.parse("2026-01-02"),
              LocalDate.parse("2026-03-31")))
          .hasMessage("a triangle must start with a MONTH of the program: 2026-01-02");
      assertThatThrownBy(() -> new TriangleGrid(
              Triangles.POINTS,
              BERLIN,
              CalendarPeriod.MONTH,
              LocalDate.parse("2026-01-01"),
              LocalDate.parse("2026-03-30")))
          .extracting("code", "path")
          .containsExactly(FailureCode.WINDOW_INVALID, "lastDay");
    }

    @Test
    void otherDefinitionsDoNotMerge() {
      TriangleGrid years = new TriangleGrid(
          Triangles.POINTS,
          BERLIN,
          CalendarPeriod.YEAR,
          LocalDate.parse("2026-01-01"),
          LocalDate.parse("2026-12-31"));

      assertThatThrownBy(() -> lots.merge(TriangleAccumulator.of(years)))
          .hasMessageContaining("must have one definition to be merged")
          .hasMessageContaining("MONTH")
          .hasMessageContaining("YEAR");
    }
  }

  /** T. Mack (1994), appendix H: Z = 14, E = 12.875, Var = 3.978, which is 3.97852 cut off. */
  @Test
  void theCalendarTestOfMacksOwnPaper() {
    CalendarEffect effect = CalendarEffect.of(Triangles.of(Triangles.RAA));

    assertThat(effect.rarer()).isEqualTo(14);
    assertThat(effect.expected()).isCloseTo(12.875, within(5e-4));
    assertThat(effect.variance()).isCloseTo(3.978, within(1e-3));
    assertThat(effect.isFound(Confidence.P95)).isFalse();
  }

  @Test
  void aClosedYearIsFoundByTheCalendarTest() {
    // Everybody redeems half of the rest each year, but every other calendar year nobody can.
    long[][] rows = new long[14][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[rows.length - i];
      rows[i][0] = 100_000 + 13L * i;
      for (int k = 1; k < rows[i].length; k++) {
        long step = (i + k) % 2 == 0 ? 1 : (1_000_000 - rows[i][k - 1]) / 3;
        rows[i][k] = rows[i][k - 1] + step + i;
      }
    }

    assertThat(CalendarEffect.of(Triangles.of(rows)).isFound(Confidence.P95)).isTrue();
  }
}
