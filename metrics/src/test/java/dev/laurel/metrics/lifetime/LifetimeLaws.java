package dev.laurel.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of all models, whatever their parameters. */
class LifetimeLaws {
  @Provide
  Arbitrary<BuyingModel> models() {
    Arbitrary<Double> shape = Arbitraries.doubles().between(0.05, 8);
    Arbitrary<Double> scale = Arbitraries.doubles().between(0.5, 60);
    return Arbitraries.oneOf(
        Combinators.combine(shape, scale, shape, shape).as(BgNbd::new),
        Combinators.combine(shape, scale, shape, shape).as(MbgNbd::new),
        Combinators.combine(shape, scale, shape, scale).as(ParetoNbd::new));
  }

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 12)),
                Tuple.of(1, Arbitraries.integers().between(13, 300))),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.doubles().between(0, 120))
        .as((frequency, share, age) ->
            PurchaseHistory.of(frequency, frequency == 0 ? 0 : share * age, age));
  }

  @Property
  void theProbabilityToBeAliveIsAProbability(
      @ForAll("models") BuyingModel model, @ForAll("histories") PurchaseHistory history) {
    assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
  }

  @Property
  void whoeverWaitsLongerIsLessLikelyAlive(
      @ForAll("models") BuyingModel model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(max = 50) double more) {
    PurchaseHistory later =
        PurchaseHistory.of(history.frequency(), history.recency(), history.age() + more);

    assertThat(model.probabilityAlive(later))
        .isLessThanOrEqualTo(model.probabilityAlive(history) + 1e-12);
  }

  @Property
  void moreTimeBringsMorePurchasesAndNoneBringsNone(
      @ForAll("models") BuyingModel model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(min = 0.01, max = 100) double time,
      @ForAll @DoubleRange(min = 0.01, max = 100) double more) {
    ImmutableList<Double> expected =
        model.expectedPurchases(history, ImmutableList.of(time + more, 0.0, time));

    assertThat(expected.get(1)).isZero();
    assertThat(expected.get(2)).isGreaterThanOrEqualTo(0);
    // Where all have left, more time adds less than rounding takes, 2e-11 after 300 purchases.
    assertThat(expected.get(0)).isFinite().isGreaterThanOrEqualTo(expected.get(2) * (1 - 1e-9));
    assertThat(expected.get(2)).isEqualTo(model.expectedPurchases(history, time));
  }

  @Property
  void nobodyBuysMoreOftenThanSomebodyWhoStays(
      @ForAll("models") BuyingModel model, @ForAll @DoubleRange(min = 0.01, max = 50) double time) {
    double rate = model instanceof BgNbd bg
        ? bg.r() / bg.alpha()
        : model instanceof MbgNbd mbg
            ? mbg.r() / mbg.alpha()
            : ((ParetoNbd) model).r() / ((ParetoNbd) model).alpha();

    assertThat(model.expectedPurchasesOfNewcomer(time)).isLessThanOrEqualTo(rate * time + 1e-9);
  }

  @Property(tries = 100)
  void numbersOfPurchasesHaveProbabilitiesThatAddUpAndTheExpectedMean(
      @ForAll("models") BuyingModel model, @ForAll @DoubleRange(min = 0.1, max = 2) double time) {
    double sum = 0;
    double mean = 0;
    for (int purchases = 0; purchases < 1_500 && sum < 1 - 1e-13; purchases++) {
      double probability = model.probabilityOfPurchases(purchases, time);
      assertThat(probability).isBetween(0.0, 1.0 + 1e-9);
      sum += probability;
      mean += purchases * probability;
    }

    assertThat(sum).isCloseTo(1, within(1e-8));
    assertThat(mean).isCloseTo(model.expectedPurchasesOfNewcomer(time), within(1e-6));
  }

  @Property
  void aNewcomerIsSomebodyWithoutHistory(
      @ForAll("models") BuyingModel model, @ForAll @DoubleRange(max = 50) double time) {
    assertThat(model.expectedPurchases(PurchaseHistory.of(0, 0, 0), time))
        .isCloseTo(model.expectedPurchasesOfNewcomer(time), within(1e-9 * (1 + time)));
  }

  @Property
  void theUnitOfTimeIsIndifferent(
      @ForAll("histories") PurchaseHistory history, @ForAll @DoubleRange(max = 50) double time) {
    PurchaseHistory days =
        PurchaseHistory.of(history.frequency(), 7 * history.recency(), 7 * history.age());
    ParetoNbd inWeeks = new ParetoNbd(.55, 10.6, .6, 11.7);
    ParetoNbd inDays = new ParetoNbd(.55, 7 * 10.6, .6, 7 * 11.7);

    assertThat(inDays.probabilityAlive(days))
        .isCloseTo(inWeeks.probabilityAlive(history), within(1e-11));
    assertThat(inDays.expectedPurchases(days, 7 * time))
        .isCloseTo(inWeeks.expectedPurchases(history, time), within(1e-8));
  }

  @Property
  void residualTransactionsFallWithTheDiscount(
      @ForAll("models") BuyingModel model,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @DoubleRange(min = 0.01, max = 1) double rate) {
    double less = model.discountedResidualTransactions(history, 2 * rate);

    assertThat(less).isFinite().isGreaterThanOrEqualTo(0);
    assertThat(model.discountedResidualTransactions(history, rate)).isGreaterThanOrEqualTo(less);
  }

  /** Sums of what is expected in each short time, which know nothing of the formula. */
  @Property(tries = 60)
  void residualTransactionsAreTheLimitOfDiscountedPurchases(
      @ForAll("models") BuyingModel model,
      @ForAll @IntRange(max = 6) int frequency,
      @ForAll @DoubleRange(min = 0.05, max = 0.3) double rate) {
    PurchaseHistory history = PurchaseHistory.of(frequency, frequency == 0 ? 0 : 20, 25);
    List<Double> times = new ArrayList<>();
    for (int i = 1; i <= 4_000; i++) {
      times.add(i * 0.1);
    }
    double least = 0;
    double most = 0;
    double before = 0;
    List<Double> through = model.expectedPurchases(history, times);
    for (int i = 0; i < times.size(); i++) {
      double purchases = through.get(i) - before;
      least += purchases * Math.exp(-rate * times.get(i));
      most += purchases * Math.exp(-rate * (times.get(i) - 0.1));
      before = through.get(i);
    }

    // Purchases of a tenth of a unit lie somewhere in it, and nothing to speak of beyond 400 units.
    assertThat(model.discountedResidualTransactions(history, rate))
        .isBetween(least * (1 - 1e-9) - 1e-12, most * (1 + 1e-6) + 1e-12)
        .isCloseTo((least + most) / 2, within(1e-3 * most));
  }

  @Property
  void withoutDiscountPurchasesEndOnlyIfEnoughLeave(
      @ForAll @DoubleRange(min = 0.05, max = 4) double leaving,
      @ForAll("histories") PurchaseHistory history) {
    for (BuyingModel model : List.of(
        new BgNbd(.243, 4.414, leaving, 2.426),
        new MbgNbd(.243, 4.414, leaving, 2.426),
        new ParetoNbd(.55, 10.6, leaving, 11.7))) {
      if (leaving > 1) {
        double all = model.discountedResidualTransactions(history, 0);
        assertThat(all).isFinite();
        assertThat(model.discountedResidualTransactions(history, 1e-9))
            .isLessThanOrEqualTo(all * (1 + 1e-9));
        assertThat(model.expectedPurchases(history, 200)).isLessThanOrEqualTo(all * (1 + 1e-9));
      } else {
        assertThatThrownBy(() -> model.discountedResidualTransactions(history, 0))
            .extracting("code")
            .isEqualTo(FailureCode.METRIC_DIVERGES);
      }
    }
  }

  /** Opportunity by opportunity, which knows nothing of the closed form. */
  @Property(tries = 200)
  void residualOpportunitiesAreTheirSum(
      @ForAll @DoubleRange(min = 0.05, max = 5) double gamma,
      @ForAll @DoubleRange(min = 0.05, max = 5) double delta,
      @ForAll @IntRange(max = 4) int frequency,
      @ForAll @DoubleRange(min = 0.05, max = 2) double rate) {
    BgBb model = new BgBb(1.204, .75, gamma, delta);
    OpportunityHistory history = OpportunityHistory.of(frequency, frequency == 0 ? 0 : 5, 6);
    double sum = 0;
    double before = 0;
    for (int next = 1; next <= 700; next++) {
      double through = model.expectedPurchases(history, next);
      sum += (through - before) / Math.pow(1 + rate, next);
      before = through;
    }

    assertThat(model.discountedResidualTransactions(history, Discount.of(rate)))
        .isCloseTo(sum, within(1e-10 * sum));
  }

  @Property
  void meansOverChancesAreThoseOfTheSeries(
      @ForAll @DoubleRange(min = 0.01, max = 30) double a,
      @ForAll @DoubleRange(min = 0.01, max = 400) double c,
      @ForAll @DoubleRange(min = 0.02, max = 50) double discount) {
    double term = 1 / (1 + discount);
    double sum = 0;
    for (int j = 0; j < 4_000; j++) {
      sum += term;
      term *= (c + j) / (a + c + j) / (1 + discount);
    }

    assertThat(new DiscountedStay(a, c, discount / 1000).opportunities(discount))
        .isCloseTo(sum, within(1e-11 * sum));
  }

  @Property
  void g10_withoutDiscountValueIsThePlainSum(
      @ForAll @Size(max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> payments) {
    double sum = payments.stream().mapToDouble(payment -> payment).sum();

    assertThat(Discount.NONE.presentValue(payments)).isCloseTo(sum, within(1e-6));
  }

  @Property
  void g10_valueFallsWithTheDiscount(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 1, max = 1e6) Double> payments,
      @ForAll @DoubleRange(min = -.9, max = 2) double rate,
      @ForAll @DoubleRange(min = .01, max = 1) double more) {
    assertThat(fallsWithTheDiscount(
            (all, each) -> Discount.of(each).presentValue(all), payments, rate, more))
        .isTrue();
  }

  /** Broken twins of G10: rates in whole percent, and a discount that forgets to compound. */
  @Example
  void g10_theLawTellsRatesCutToPercentAndSimpleInterest() {
    List<Double> payments = List.of(0.0, 100.0, 100.0, 100.0);

    assertThat(fallsWithTheDiscount(
            (all, rate) -> Discount.of((int) (rate * 100) / 100.0).presentValue(all),
            payments,
            .021,
            .005))
        .isFalse();
    assertThat(fallsWithTheDiscount(
            (all, rate) -> IntStream.range(0, all.size())
                .mapToDouble(i -> all.get(i) / (1 + i * rate))
                .sum(),
            payments,
            -.6,
            .1))
        .isFalse();
  }

  private static boolean fallsWithTheDiscount(
      ToDoubleBiFunction<List<Double>, Double> value,
      List<Double> payments,
      double rate,
      double more) {
    double less = value.applyAsDouble(payments, rate + more);
    double plain = value.applyAsDouble(payments, rate);
    return Double.isFinite(less) && less > 0 && less < plain;
  }

  @Property
  void aPerpetuityIsTheLimitOfItsPayments(
      @ForAll @DoubleRange(max = .95) double retention,
      @ForAll @DoubleRange(min = 0, max = 1) double rate) {
    List<Double> payments = new ArrayList<>();
    double left = 100;
    for (int i = 0; i < 700; i++) {
      payments.add(left);
      left *= retention;
    }

    assertThat(Discount.of(rate).perpetualValue(100, retention))
        .isCloseTo(Discount.of(rate).presentValue(payments), within(1e-6));
  }

  @Property
  void g12_survivalNeverRisesAndRetentionNeverFalls(
      @ForAll @DoubleRange(min = .01, max = 50) double alpha,
      @ForAll @DoubleRange(min = .01, max = 50) double beta,
      @ForAll @IntRange(min = 1, max = 200) int period) {
    ShiftedBetaGeometric model = new ShiftedBetaGeometric(alpha, beta);

    assertThat(model.survival(0)).isEqualTo(1);
    assertThat(model.survival(period)).isBetween(0.0, model.survival(period - 1) + 1e-12);
    assertThat(model.survival(period))
        .isCloseTo(model.survival(period - 1) * model.retention(period), within(1e-10));
    assertThat(model.retention(period + 1)).isGreaterThanOrEqualTo(model.retention(period));
  }

  @Property
  void expectedSpendLiesBetweenThePersonAndTheCrowd(
      @ForAll @DoubleRange(min = .5, max = 20) double p,
      @ForAll @DoubleRange(min = 1.1, max = 20) double q,
      @ForAll @DoubleRange(min = .1, max = 100) double v,
      @ForAll @IntRange(min = 1, max = 50) int purchases,
      @ForAll @DoubleRange(min = .01, max = 1000) double mean) {
    GammaGamma model = new GammaGamma(p, q, v);
    double crowd = model.expectedSpend().orElseThrow();

    assertThat(model.expectedSpend(new SpendTable.Spend(purchases, mean)))
        .isBetween(Math.min(mean, crowd) - 1e-9, Math.max(mean, crowd) + 1e-9);
  }

  @Property(tries = 100)
  void gradientsAreTheSlopesOfTheirLikelihoods(
      @ForAll("someHistories") List<PurchaseHistory> rows,
      @ForAll @Size(4) List<@DoubleRange(min = .2, max = 6) Double> point) {
    HistoryTable.Builder builder = HistoryTable.builder();
    rows.forEach(row -> builder.add(row, 2));
    HistoryTable table = builder.build();
    double[] parameters = point.stream().mapToDouble(value -> value).toArray();

    assertSlopes(new DropoutLikelihood(table, 0), parameters);
    assertSlopes(new DropoutLikelihood(table, 1), parameters);
    assertSlopes(new DeathLikelihood(table), parameters);
    assertSlopes(
        new BgBb.Likelihood(ImmutableSortedMap.of(
            OpportunityHistory.of(2, 4, 6), 3L,
            OpportunityHistory.of(0, 0, 6), 5L,
            OpportunityHistory.of(6, 6, 6), 1L)),
        parameters);
    assertSlopes(
        new GammaGamma.Likelihood(SpendTable.none()
            .plus(new SpendTable.Spend(2, 22.35))
            .plus(new SpendTable.Spend(1, 11.77))),
        new double[] {parameters[0], parameters[1], parameters[2]});
    assertSlopes(
        new ShiftedBetaGeometric.Likelihood(ImmutableList.of(10L, 7L, 6L)),
        new double[] {parameters[0], parameters[1]});
  }

  @Provide
  Arbitrary<List<PurchaseHistory>> someHistories() {
    return histories().list().ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 60)
  void everyFitIsATopOrAReason(@ForAll("someHistories") List<PurchaseHistory> rows) {
    HistoryTable.Builder builder = HistoryTable.builder();
    rows.forEach(row -> builder.add(row, 5));
    HistoryTable table = builder.build();

    for (Fit<? extends BuyingModel> fit :
        List.of(BgNbd.fit(table), MbgNbd.fit(table), ParetoNbd.fit(table))) {
      if (fit instanceof Fit.Converged<? extends BuyingModel> converged) {
        assertThat(converged.logLikelihood())
            .isFinite()
            .isCloseTo(converged.fitted().logLikelihood(table), within(1e-7));
      } else {
        assertThat(fit.model()).isEmpty();
      }
    }
  }

  private static void assertSlopes(Objective objective, double[] at) {
    double[] gradient = new double[at.length];
    double[] ignored = new double[at.length];
    objective.at(at, gradient);
    for (int i = 0; i < at.length; i++) {
      double step = 1e-5 * at[i];
      double[] above = at.clone();
      double[] below = at.clone();
      above[i] += step;
      below[i] -= step;
      double slope = (objective.at(above, ignored) - objective.at(below, ignored)) / (2 * step);
      assertThat(gradient[i]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
    }
  }
}
