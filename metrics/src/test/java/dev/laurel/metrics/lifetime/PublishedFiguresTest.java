package dev.laurel.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the literature and of high precision arithmetic, at published parameters. */
class PublishedFiguresTest {
  private static final BgNbd BG = new BgNbd(.243, 4.414, .793, 2.426);
  private static final ParetoNbd PARETO = new ParetoNbd(.5534, 10.5802, .6061, 11.6562);
  private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

  /** B. Hardie's sheet, which prints 1.226; further digits by hypergeometric series in scipy. */
  @ParameterizedTest
  @CsvSource({
    "2, 30.43, 38.86, .7265785701, 1.2260281748",
    "0, 0, 38.86, 1, .1950980520",
    "26, 30.86, 31, .9689156497, 20.7497261409",
    "7, 29.43, 38.86, .6417563459, 3.3370532749",
    "1, 1.71, 38.86, .2121009854, .2031869871"
  })
  void bgNbdTellsWhoIsAliveAndHowOftenTheyBuy(
      int frequency, double recency, double age, double alive, double purchases) {
    PurchaseHistory history = PurchaseHistory.of(frequency, recency, age);

    assertThat(BG.probabilityAlive(history)).isCloseTo(alive, within(6e-11));
    assertThat(BG.expectedPurchases(history, 39)).isCloseTo(purchases, within(6e-11));
  }

  /** At the published parameters, not at those of the best fit. */
  @ParameterizedTest
  @CsvSource({"10, 2, 1.0786896404e-7", "0, 39, .5737863521", "11, 30, .0019995214"})
  void bgNbdTellsHowLikelyEachNumberOfPurchasesIs(int purchases, double time, double probability) {
    assertThat(BG.probabilityOfPurchases(purchases, time))
        .isCloseTo(probability, within(6e-11 * Math.max(probability, 1e-3) / 1e-3));
  }

  /** 60-digit arithmetic. */
  @ParameterizedTest
  @CsvSource({
    "26, 30.86, 31, .997917766551906709",
    "2, 30.43, 38.86, .869110643968137037",
    "0, 0, 38.86, .294961486437042219"
  })
  void paretoNbdTellsWhoIsAlive(int frequency, double recency, double age, double alive) {
    assertThat(PARETO.probabilityAlive(PurchaseHistory.of(frequency, recency, age)))
        .isCloseTo(alive, within(1e-13));
  }

  /** Histories that broke an older CLVTools; 60-digit arithmetic. */
  @ParameterizedTest
  @CsvSource({
    "221, 103.42857, 103.57143, .999596052317938",
    "254, 97.14286, 97.28571, .999558226123011",
    "161, 94.71429, 98, .749487752258105",
    "204, 98.57143, 99.42857, .994255079637896"
  })
  void paretoNbdDoesNotLoseThoseWhoBuyOften(
      int frequency, double recency, double age, double alive) {
    assertThat(new ParetoNbd(.5143, 2.8845, .2856, 14.1087)
            .probabilityAlive(PurchaseHistory.of(frequency, recency, age)))
        .isCloseTo(alive, within(1e-12));
  }

  /** BTYD prints 25.46 for the first. */
  @Test
  void paretoNbdTellsHowOftenTheyBuyInAYear() {
    assertThat(PARETO.expectedPurchases(PurchaseHistory.of(26, 30.86, 31), 52))
        .isCloseTo(25.4549135, within(6e-8));
  }

  /** Closed form and numeric integral agree to 1e-11. */
  @ParameterizedTest
  @CsvSource({
    "2, 30.43, 38.86, 6.4825623649",
    "7, 29.43, 38.86, 16.5353707646",
    "0, 0, 38.86, .4768230582",
    "26, 30.86, 31, 86.0303756154"
  })
  void paretoNbdTellsResidualTransactionsAt15PercentAYear(
      int frequency, double recency, double age, double transactions) {
    assertThat(PARETO.discountedResidualTransactions(
            PurchaseHistory.of(frequency, recency, age), .0027))
        .isCloseTo(transactions, within(1e-9));
  }

  /**
   * No closed form is published. Oracle: mpmath with 40 digits, the mean over the rate of rate /
   * (discount + rate) 2F1(1, c; a + c; rate / (discount + rate)), at the same discount.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 30.43, 38.86, 5.156379826154, 4.913027319128",
    "7, 29.43, 38.86, 12.670657817805, 11.152631406391",
    "0, 0, 38.86, 1.0157019311181, .72283633828684",
    "26, 30.86, 31, 70.906486525558, 61.415717558302"
  })
  void residualTransactionsOfThoseWhoLeaveAfterAPurchase(
      int frequency, double recency, double age, double bg, double mbg) {
    PurchaseHistory history = PurchaseHistory.of(frequency, recency, age);

    assertThat(BG.discountedResidualTransactions(history, .0027)).isCloseTo(bg, within(1e-11 * bg));
    assertThat(new MbgNbd(.525, 6.183, .891, 1.614).discountedResidualTransactions(history, .0027))
        .isCloseTo(mbg, within(1e-11 * mbg));
  }

  /** The same oracle where series are long or tails are heavy. */
  @ParameterizedTest
  @CsvSource({
    ".243, 4.414, .05, 2.426, 2, 30.43, 38.86, 1e-6, 32189.976607452",
    ".5143, 2.8845, 1.5, .4, 161, 94.71429, 98, .01, 26.271038096055",
    ".1, 20, .3, .2, 0, 0, 10, .5, .006403489060322",
    ".243, 4.414, .000001, 2.426, 2, 30.43, 38.86, .01, 5.1832441833774",
    "3, 20, 250, .4, 5, 40, 45, .01, .0085875492990691"
  })
  void residualTransactionsAtTheEnds(
      double r,
      double alpha,
      double a,
      double b,
      int frequency,
      double recency,
      double age,
      double rate,
      double transactions) {
    assertThat(new BgNbd(r, alpha, a, b)
            .discountedResidualTransactions(PurchaseHistory.of(frequency, recency, age), rate))
        .isCloseTo(transactions, within(1e-11 * transactions));
  }

  /**
   * Oracle: the closed form of Fader, Hardie and Shang (2010) by mpmath with 40 digits, 10 % from
   * one appeal to the next.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, .11464699618176",
    "3, 4, 1.6286607730608",
    "2, 4, 1.6650699025937",
    "1, 6, 1.8077078034842",
    "6, 6, 5.9086783195554"
  })
  void whatDonorsWillStillGive(int frequency, int recency, double transactions) {
    assertThat(new BgBb(1.204, .750, .657, 2.783)
            .discountedResidualTransactions(
                OpportunityHistory.of(frequency, recency, 6), Discount.of(.1)))
        .isCloseTo(transactions, within(1e-12 * transactions));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 22.35, 24.6637139108",
    "1, 11.77, 18.9168520578",
    "7, 73.74, 71.4696709",
    "2, 40, 39.1404199"
  })
  void gammaGammaPullsFewPurchasesToTheMean(int purchases, double mean, double expected) {
    assertThat(SPEND.expectedSpend(new SpendTable.Spend(purchases, mean)))
        .isCloseTo(expected, within(6e-8));
  }

  @Test
  void gammaGammaKnowsTheMeanOfAll() {
    assertThat(SPEND.expectedSpend().orElseThrow()).isCloseTo(35.2189781, within(6e-8));
    assertThat(new GammaGamma(6, 1, 15).expectedSpend()).isEmpty();
  }

  /** The recipe of lifetimes: a discount for each month, weeks in the model, 4.345 for a month. */
  @ParameterizedTest
  @CsvSource({"2, 30.43, 38.86, 22.35, 36.2892111256", "7, 29.43, 38.86, 73.74, 283.5327763171"})
  void twelveMonthsAtOnePercent(
      int frequency, double recency, double age, double mean, double value) {
    LifetimeValue lifetime = LifetimeValue.estimate(
        BG,
        PurchaseHistory.of(frequency, recency, age),
        SPEND.expectedSpend(new SpendTable.Spend(frequency, mean)),
        "USD",
        ValueHorizon.monthsOfWeeks(12, Discount.of(.01)));

    assertThat(lifetime.value()).isCloseTo(value, within(1e-8));
    assertThat(lifetime.currency()).isEqualTo("USD");
  }

  @Test
  void expectationsHaveNoHoleWhereTheClosedFormsDivideByZero() {
    PurchaseHistory history = PurchaseHistory.of(2, 30.43, 38.86);
    double below = new BgNbd(.243, 4.414, 1 - 1e-9, 2.426).expectedPurchases(history, 39);
    double at = new BgNbd(.243, 4.414, 1, 2.426).expectedPurchases(history, 39);
    double above = new ParetoNbd(.5534, 10.5802, 1 + 1e-9, 11.6562).expectedPurchases(history, 39);
    double one = new ParetoNbd(.5534, 10.5802, 1, 11.6562).expectedPurchases(history, 39);

    // The published formulas are (a + b + x - 1) / (a - 1) and 1 / (s - 1) times a difference.
    assertThat(at).isCloseTo(below, within(1e-7)).isBetween(.5, 2.0);
    assertThat(one).isCloseTo(above, within(1e-7)).isBetween(.5, 2.0);
  }

  @Test
  void oneSweepOfQuadratureLosesThoseWhoBuyOften() {
    // What a fixed rule over the time since the last purchase gives, where ours divides it.
    double r = .5143 + 161;
    double alive = Math.exp(
        -r * Math.log((2.8845 + 98) / (2.8845 + 94.71429)) - .2856 * Math.log(14.1087 + 98));
    double width = 98.0;
    double dead = 0;
    for (int i = 0; i < 200; i++) {
      double time = (i + .5) * width / 200;
      dead += time < 94.71429
          ? 0
          : .2856
              * width
              / 200
              * Math.exp(-r * Math.log((2.8845 + time) / (2.8845 + 94.71429))
                  - 1.2856 * Math.log(14.1087 + time));
    }

    assertThat(alive / (alive + dead)).isNotCloseTo(.749487752258105, within(1e-3));
  }

  @Test
  void monthsTakenForWeeksMakeAnotherValue() {
    // The classic mistake: a monthly discount on the unit of the model.
    LifetimeValue mistaken = LifetimeValue.estimate(
        BG,
        PurchaseHistory.of(2, 30.43, 38.86),
        24.6637139108,
        "USD",
        new ValueHorizon(12, 1, Discount.of(.01)));

    assertThat(mistaken.value()).isLessThan(15);
  }

  /** Fader and Hardie (2007), tables of two cohorts; printed .668/3.806 and .704/1.182. */
  @Test
  void contractsOfTwoCohorts() {
    Fit.Converged<ShiftedBetaGeometric> high = (Fit.Converged<ShiftedBetaGeometric>)
        ShiftedBetaGeometric.fit(longs(1000, 869, 743, 653, 593, 551, 517, 491));
    Fit.Converged<ShiftedBetaGeometric> regular = (Fit.Converged<ShiftedBetaGeometric>)
        ShiftedBetaGeometric.fit(longs(1000, 631, 468, 382, 326, 289, 262, 241));

    assertThat(high.fitted().alpha()).isCloseTo(.6680883732, within(1e-7));
    assertThat(high.fitted().beta()).isCloseTo(3.8060953845, within(1e-6));
    assertThat(high.logLikelihood()).isCloseTo(-1611.1581474, within(1e-7));
    assertThat(regular.fitted().alpha()).isCloseTo(.7040773340, within(1e-7));
    assertThat(regular.fitted().beta()).isCloseTo(1.1820431113, within(1e-7));
    assertThat(regular.logLikelihood()).isCloseTo(-1680.2651885, within(1e-7));
  }

  /**
   * Fader, Hardie and Shang (2010): 11,104 donors by frequency, recency and six years. The
   * published counts, whose sum is the published number of donors, give back the published 1.204,
   * 0.750, 0.657, 2.783 and log-likelihood -33,225.6.
   */
  @Test
  void donationsGiveThePublishedBgBb() {
    Fit.Converged<BgBb> fit = (Fit.Converged<BgBb>) BgBb.fit(donations());

    assertThat(fit.customers()).isEqualTo(11_104);
    assertThat(fit.fitted().alpha()).isCloseTo(1.204, within(6e-4));
    assertThat(fit.fitted().beta()).isCloseTo(.750, within(6e-4));
    assertThat(fit.fitted().gamma()).isCloseTo(.657, within(6e-4));
    assertThat(fit.fitted().delta()).isCloseTo(2.783, within(6e-4));
    assertThat(fit.logLikelihood()).isCloseTo(-33_225.6, within(.06));
  }

  /** Table 6 of the same. */
  @ParameterizedTest
  @CsvSource({"0, 0, .11", "2, 4, .59", "6, 6, .93"})
  void donorsWhoAreStillThere(int frequency, int recency, double alive) {
    assertThat(new BgBb(1.204, .750, .657, 2.783)
            .probabilityAliveNext(OpportunityHistory.of(frequency, recency, 6)))
        .isCloseTo(alive, within(.005));
  }

  private static List<Long> longs(long... values) {
    ImmutableList.Builder<Long> list = ImmutableList.builder();
    for (long value : values) {
      list.add(value);
    }
    return list.build();
  }

  private static Map<OpportunityHistory, Long> donations() {
    int[][] rows = {
      {6, 6, 1203},
      {5, 6, 728},
      {4, 6, 512},
      {3, 6, 357},
      {2, 6, 234},
      {1, 6, 129},
      {5, 5, 335},
      {4, 5, 284},
      {3, 5, 225},
      {2, 5, 173},
      {1, 5, 119},
      {4, 4, 240},
      {3, 4, 181},
      {2, 4, 155},
      {1, 4, 78},
      {3, 3, 322},
      {2, 3, 255},
      {1, 3, 129},
      {2, 2, 613},
      {1, 2, 277},
      {1, 1, 1091},
      {0, 0, 3464}
    };
    Map<OpportunityHistory, Long> counts = new LinkedHashMap<>();
    for (int[] row : rows) {
      counts.put(OpportunityHistory.of(row[0], row[1], 6), (long) row[2]);
    }
    return counts;
  }
}
