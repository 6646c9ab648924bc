package dev.laurel.core.breakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Spells;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The laws of breakage models, and of what points cost. */
class BreakageLaws {
  private static final PointType POINTS = PointType.redeemable("points", "Points");
  private static final PointRate COST =
      PointRate.of(POINTS.points(7), ExactMoney.parse("EUR 0.05"));

  /** F10: whatever the model, 0 <= future <= outstanding, cohort by cohort and in total. */
  @Property(tries = 500)
  void noModelExpectsMoreThanIsOutstanding(
      @ForAll("models") BreakageModel model, @ForAll("cohorts") List<Cohort> cohorts) {
    BreakageForecast forecast = model.forecast(cohorts);
    Liability liability = forecast.liability(COST, RoundingMode.CEILING);

    for (CohortForecast each : forecast.cohorts()) {
      assertThat(each.future().value()).isBetween(0.0, each.cohort().outstanding() * (1 + 1e-12));
    }
    assertThat(liability.amount().isNegative()).isFalse();
    assertThat(liability.amount().minor() * 7).isLessThan(forecast.outstanding() * 5 + 7);
    forecast
        .breakageRate()
        .ifPresent(rate -> assertThat(rate.value()).isBetween(-1e-12, 1 + 1e-12));
  }

  /** F10: a liability rises with the balance and falls as breakage rises. */
  @Property(tries = 500)
  void moreBreakageOwesLess(
      @ForAll @IntRange(max = 1_000_000) int units,
      @ForAll @IntRange(max = 1_000_000) int more,
      @ForAll @IntRange(max = 100) int rate,
      @ForAll @IntRange(max = 100) int other) {
    Ratio low = Ratio.of(Math.min(rate, other), 100);
    Ratio high = Ratio.of(Math.max(rate, other), 100);

    assertThat(amount(low, units)).isLessThanOrEqualTo(amount(high, units));
    assertThat(amount(low, units)).isLessThanOrEqualTo(amount(low, (long) units + more));
    assertThat(amount(high, 0)).isZero();
  }

  /** Percentage points add up; parts in proportion multiply. */
  @Property(tries = 500)
  void changesGoBackTheWayTheyCame(
      @ForAll @IntRange(min = 1, max = 1_000_000) int units,
      @ForAll @IntRange(min = 20, max = 80) int rate,
      @ForAll @DoubleRange(min = -20, max = 20) double change) {
    Liability liability =
        Liability.at(Ratio.of(rate, 100), POINTS.points(units), COST, RoundingMode.HALF_EVEN);
    double back = 100 * (1 / (1 + change / 100) - 1);

    assertThat(liability
            .withRateShifted(change)
            .withRateShifted(-change)
            .expected()
            .value())
        .isCloseTo(liability.expected().value(), within(1e-6));
    assertThat(liability
            .withBreakageChanged(change)
            .withBreakageChanged(back)
            .expected()
            .value())
        .isCloseTo(liability.expected().value(), within(1e-6));
  }

  /** The closed form is what happens period by period. */
  @Property(tries = 500)
  void theClosedFormIsTheSumOfPeriods(
      @ForAll @DoubleRange(min = 0, max = 1) double redemption,
      @ForAll @DoubleRange(min = 0, max = 1) double churn,
      @ForAll @IntRange(min = 1, max = 60) int periods,
      @ForAll @IntRange(max = 70) int age) {
    double there = 1;
    double redeemed = 0;
    for (int period = age; period < periods; period++) {
      redeemed += there * redemption;
      there *= (1 - redemption) * (1 - churn);
    }

    assertThat(ConstantHazard.expiring(redemption, churn, periods).futureRate(age))
        .isCloseTo(redeemed, within(1e-9));
  }

  /** What is redeemed and what is broken add up to one, and the run-off to what is redeemed. */
  @Property(tries = 500)
  void aChainEndsEverything(@ForAll("chains") ActivityChain chain) {
    ActivityChain turned = ActivityChain.of(chain.states().stream()
        .map(state -> new ActivityChain.State(
            state.name(),
            state.moves(),
            /* redeemed= */ state.broken(),
            /* broken= */ state.redeemed()))
        .toArray(ActivityChain.State[]::new));
    for (ActivityChain.State state : chain.states()) {
      assertThat(chain.ultimateRate(state.name()) + turned.ultimateRate(state.name()))
          .isCloseTo(1, within(1e-9));
    }
    double runOff = chain.runOff(List.of(1000.0, 500.0), 2000).stream()
        .mapToDouble(each -> each)
        .sum();

    assertThat(runOff)
        .isCloseTo(
            1000 * chain.ultimateRate("active") + 500 * chain.ultimateRate("dormant"),
            within(1e-3));
  }

  @Provide
  Arbitrary<BreakageModel> models() {
    Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
    Arbitrary<BreakageModel> fixed = share.map(FixedRate::new);
    Arbitrary<BreakageModel> hazard = Combinators.combine(
            share, share, Arbitraries.integers().between(1, 30))
        .as(ConstantHazard::expiring);
    Arbitrary<BreakageModel> curve = Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.of(LotFates.REDEEMED, LotFates.LAPSED),
            Arbitraries.integers().between(1, 9))
        .as((time, cause, weight) -> Spells.endingIn(LotFates.REDEEMED, LotFates.LAPSED)
            .add(time, cause, weight, "m" + weight % 3)
            .addCensored(time / 2, weight, "m" + time % 3)
            .build())
        .list()
        .ofMaxSize(12)
        .map(all -> RedemptionCurve.of(all.stream()
            .reduce(Spells.endingIn(LotFates.REDEEMED, LotFates.LAPSED).build(), Spells::merge)));
    return Arbitraries.oneOf(fixed, hazard, curve);
  }

  @Provide
  Arbitrary<List<Cohort>> cohorts() {
    Arbitrary<Integer> units = Arbitraries.integers().between(0, 1_000_000);
    return Combinators.combine(units, units, units, Arbitraries.integers().between(1, 15))
        .as((outstanding, redeemed, lapsed, age) ->
            new Cohort("a cohort", (long) outstanding + redeemed + lapsed, redeemed, lapsed, age))
        .list()
        .ofMaxSize(8);
  }

  /** Two states of which each loses at least a hundredth of its points in a period. */
  @Provide
  Arbitrary<ActivityChain> chains() {
    Arbitrary<Integer> weight = Arbitraries.integers().between(0, 20);
    Arbitrary<ActivityChain.State> state = Combinators.combine(weight, weight, weight, weight)
        .as((redeemed, broken, first, second) -> {
          double sum = redeemed + broken + first + second + 1.0;
          return new ActivityChain.State(
              "any",
              List.of(first / sum, second / sum),
              redeemed / sum,
              1 - (redeemed + first + second) / sum);
        });
    return Combinators.combine(state, state)
        .as((one, other) -> ActivityChain.of(named("active", one), named("dormant", other)));
  }

  private static ActivityChain.State named(String name, ActivityChain.State state) {
    return new ActivityChain.State(name, state.moves(), state.redeemed(), state.broken());
  }

  private static long amount(Ratio rate, long units) {
    return Liability.at(rate, POINTS.points(units), COST, RoundingMode.HALF_EVEN)
        .amount()
        .minor();
  }
}
