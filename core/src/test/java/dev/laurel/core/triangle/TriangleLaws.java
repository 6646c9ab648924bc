package dev.laurel.core.triangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.breakage.CohortForecast;
import dev.laurel.core.breakage.Liability;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of triangles, and of forecasts from them. */
class TriangleLaws {
  private static final TriangleGrid GRID = new TriangleGrid(
      Triangles.POINTS,
      ProgramCalendar.of(ZoneOffset.UTC),
      CalendarPeriod.MONTH,
      LocalDate.parse("2026-01-01"),
      LocalDate.parse("2026-06-30"));
  private static final PointRate COST =
      PointRate.of(Triangles.POINTS.points(100), ExactMoney.parse("EUR 1.00"));

  /** A lot, and what was redeemed of it so many days after it was earned. */
  record Fate(int day, int units, int redeemed, int after) {}

  /** Merging is associative and commutative, has an identity, and equals counting in one go. */
  @Property(tries = 300)
  void howLotsAreDividedDoesNotMatter(
      @ForAll("fates") List<Fate> some,
      @ForAll("fates") List<Fate> more,
      @ForAll("fates") List<Fate> rest) {
    checkMerging(TriangleAccumulator::merge, some, more, rest);
    RedemptionTriangle once = counted(concat(some, more, rest)).triangle();

    assertThat(counted(some)
            .triangle()
            .merge(counted(more).triangle())
            .merge(counted(rest).triangle()))
        .isEqualTo(once);
  }

  /** The law of merging, for whatever merges. */
  static void checkMerging(
      BinaryOperator<TriangleAccumulator> merge,
      List<Fate> some,
      List<Fate> more,
      List<Fate> rest) {
    RedemptionTriangle once = counted(concat(some, more, rest)).triangle();
    TriangleAccumulator one = counted(some);
    TriangleAccumulator two = counted(more);
    TriangleAccumulator three = counted(rest);

    assertThat(merge.apply(merge.apply(one, two), three).triangle()).isEqualTo(once);
    assertThat(merge.apply(one, merge.apply(two, three)).triangle()).isEqualTo(once);
    assertThat(merge.apply(merge.apply(three, one), two).triangle()).isEqualTo(once);
    assertThat(merge.apply(one, TriangleAccumulator.of(GRID)).triangle()).isEqualTo(one.triangle());
  }

  /** The law of bounds (F10), for whatever forecasts. */
  static void checkBounds(double future, Cohort cohort) {
    assertThat(future).isBetween(0.0, (double) cohort.outstanding());
  }

  /** F10: 0 <= liability <= outstanding x unit cost, and no points owe nothing. */
  @Property(tries = 300)
  void aLiabilityIsBounded(@ForAll("triangles") RedemptionTriangle triangle) {
    BreakageForecast forecast = forecast(triangle);
    Liability liability = forecast.liability(COST, RoundingMode.CEILING);

    assertThat(liability.amount().minor()).isBetween(0L, forecast.outstanding());
    liability
        .lower()
        .ifPresent(lower -> assertThat(lower.isAtMost(liability.amount())).isTrue());
    liability.upper().ifPresent(upper -> {
      assertThat(upper.isAtLeast(liability.amount())).isTrue();
      assertThat(upper.minor()).isLessThanOrEqualTo(forecast.outstanding());
    });
    forecast
        .breakageRate()
        .ifPresent(rate -> assertThat(rate.value()).isBetween(-1e-12, 1 + 1e-12));
  }

  /** F10: more points issued, and as many redeemed, do not make a liability smaller. */
  @Property(tries = 300)
  void aLiabilityRisesWithTheBalance(
      @ForAll("triangles") RedemptionTriangle triangle, @ForAll @IntRange(max = 1000) int more) {
    Development development = ChainLadder.of(SigmaTail.MACK).fit(triangle).orElseThrow();
    for (Cohort cohort : triangle.cohorts()) {
      Cohort larger =
          new Cohort(cohort.name(), cohort.issued() + more, cohort.redeemed(), 0, cohort.age());

      assertThat(development.forecast(List.of(larger)).future().value())
          .isGreaterThanOrEqualTo(development.forecast(List.of(cohort)).future().value());
    }
  }

  /** Points that are counted in units ten times as small are ten times as many, errors included. */
  @Property(tries = 300)
  void theUnitDoesNotMatter(@ForAll("triangles") RedemptionTriangle triangle) {
    BreakageForecast fine = forecast(times(triangle, 10));
    BreakageForecast coarse = forecast(triangle);

    assertThat(fine.future().value())
        .isCloseTo(10 * coarse.future().value(), within(1e-6 * fine.issued()));
    assertThat(fine.future().standardError().isPresent())
        .isEqualTo(coarse.future().standardError().isPresent());
    coarse
        .future()
        .standardError()
        .ifPresent(error -> assertThat(fine.future().standardError().orElseThrow())
            .isCloseTo(10 * error, within(1e-6 * fine.issued())));
  }

  /**
   * Errors that are shared do not cancel: the total is no surer than independence would have it.
   */
  @Property(tries = 300)
  void theTotalIsNoSurerThanIndependentCohorts(@ForAll("triangles") RedemptionTriangle triangle) {
    BreakageForecast forecast = forecast(triangle);
    forecast.parts().ifPresent(total -> {
      double squares = 0;
      double sum = 0;
      for (CohortForecast cohort : forecast.cohorts()) {
        double parameter = cohort.parts().orElseThrow().parameter();
        squares += parameter * parameter;
        sum += parameter;
      }

      assertThat(total.parameter())
          .isBetween(Math.sqrt(squares) * (1 - 1e-9), sum * (1 + 1e-9) + 1e-9);
    });
  }

  @Provide
  Arbitrary<List<Fate>> fates() {
    Arbitrary<Integer> day = Arbitraries.integers().between(0, 180);
    Arbitrary<Integer> units = Arbitraries.integers().between(0, 500);
    return Combinators.combine(day, units, units, day)
        .as((earned, points, redeemed, after) ->
            new Fate(earned, points, Math.min(points, redeemed), after))
        .list()
        .ofMaxSize(20);
  }

  /** Squares of redeemed shares by cohort and age, cut to triangles of 2 to 7 cohorts. */
  @Provide
  Arbitrary<RedemptionTriangle> triangles() {
    Arbitrary<List<Integer>> shares =
        Arbitraries.integers().between(0, 30).list().ofSize(7);
    return Combinators.combine(
            Arbitraries.integers().between(2, 7),
            Arbitraries.integers().between(1, 100_000).list().ofSize(7),
            shares.list().ofSize(7))
        .as(TriangleLaws::triangle);
  }

  private static RedemptionTriangle triangle(
      int size, List<Integer> issued, List<List<Integer>> shares) {
    List<TriangleRow> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long[] cumulative = new long[size - i];
      long sum = 1;
      for (int k = 0; k < cumulative.length; k++) {
        long rest = issued.get(i) - sum;
        // A share of 30 takes everything, one of 0 reverses the half.
        sum = shares.get(i).get(k) == 0
            ? Math.max(1, sum / 2)
            : sum + rest * shares.get(i).get(k) / 30;
        cumulative[k] = sum;
      }
      rows.add(TriangleRow.of("c" + i, issued.get(i), cumulative));
    }
    return RedemptionTriangle.of(Triangles.POINTS, rows);
  }

  private static RedemptionTriangle times(RedemptionTriangle triangle, int factor) {
    RedemptionTriangle sum = triangle;
    for (int i = 1; i < factor; i++) {
      sum = sum.merge(triangle);
    }
    return sum;
  }

  private static BreakageForecast forecast(RedemptionTriangle triangle) {
    return ChainLadder.of(SigmaTail.MACK).fit(triangle).orElseThrow().forecast(triangle.cohorts());
  }

  @SafeVarargs
  private static List<Fate> concat(List<Fate>... parts) {
    List<Fate> all = new ArrayList<>();
    for (List<Fate> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  static TriangleAccumulator counted(List<Fate> fates) {
    TriangleAccumulator counted = TriangleAccumulator.of(GRID);
    MemberId member = MemberId.of("m");
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (Fate fate : fates) {
      Instant earned = start.plusSeconds(86_400L * fate.day());
      counted.issued(member, earned, fate.units());
      counted.redeemed(member, earned, earned.plusSeconds(86_400L * fate.after()), fate.redeemed());
    }
    return counted;
  }
}
