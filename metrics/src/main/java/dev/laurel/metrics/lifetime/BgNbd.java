package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableList;
import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.List;

/**
 * The beta-geometric/NBD model: customers buy at their own steady rate, and after each repeat
 * purchase leave with their own steady chance.
 *
 * <p>With r 0.243, alpha 4.414, a 0.793 and b 2.426 and time in weeks, as published for CDNOW,
 * somebody of history (2, 30.43, 38.86) is alive with probability 0.727 and will make 1.226
 * purchases in the next 39 weeks. Whoever has not come back is alive for certain: in this model
 * nobody leaves before the first repeat purchase. {@link MbgNbd} lifts that.
 *
 * <p>Assumed: rates and chances are independent of each other over customers, and steady.
 *
 * <p>Source: P. Fader, B. Hardie and K. L. Lee, "Counting your customers the easy way", Marketing
 * Science 24 (2005).
 *
 * @param r shape of the rates of buying
 * @param alpha scale of the rates of buying, in units of time; the mean rate is r / alpha
 * @param a with b the chances to leave; the mean chance is a / (a + b)
 * @param b with a the chances to leave
 */
public record BgNbd(double r, double alpha, double a, double b) implements BuyingModel {
  private static final int AT_ONCE = 0;
  private static final List<String> NAMES = ImmutableList.of("r", "alpha", "a", "b");

  /**
   * A model of these parameters.
   *
   * @throws dev.laurel.core.failure.InvalidValueException RANGE if one is not finite and above zero
   */
  public BgNbd {
    Checks.parameter("BG/NBD", "r", r);
    Checks.parameter("BG/NBD", "alpha", alpha);
    Checks.parameter("BG/NBD", "a", a);
    Checks.parameter("BG/NBD", "b", b);
  }

  /** The model that makes these histories most likely, or why there is none. */
  public static Fit<BgNbd> fit(HistoryTable histories) {
    return Starts.<BgNbd>refusal(histories)
        .orElseGet(() -> Fitting.search(
            new DropoutLikelihood(histories, AT_ONCE),
            histories.customers(),
            NAMES,
            Starts.dropout(histories),
            found -> new BgNbd(found[0], found[1], found[2], found[3])));
  }

  @Override
  public double probabilityAlive(PurchaseHistory history) {
    return dropout().probabilityAlive(history);
  }

  @Override
  public ImmutableList<Double> expectedPurchases(PurchaseHistory history, List<Double> times) {
    return dropout().expectedPurchases(history, times);
  }

  @Override
  public double expectedPurchasesOfNewcomer(double time) {
    return dropout().expectedPurchasesOfNewcomer(time);
  }

  @Override
  public double probabilityOfPurchases(int purchases, double time) {
    return dropout().probabilityOfPurchases(purchases, time);
  }

  /**
   * {@inheritDoc}
   *
   * <p>At the CDNOW parameters and a continuous rate of 0.0027 a week, which is 15 % a year, those
   * of (2, 30.43, 38.86) are 5.16.
   */
  @Override
  public double discountedResidualTransactions(PurchaseHistory history, double rate) {
    return dropout().discountedResidualTransactions(history, rate);
  }

  @Override
  public double logLikelihood(HistoryTable histories) {
    return new DropoutLikelihood(histories, AT_ONCE)
        .at(new double[] {r, alpha, a, b}, new double[NAMES.size()]);
  }

  private DropoutAfterPurchase dropout() {
    return new DropoutAfterPurchase(r, alpha, a, b, AT_ONCE);
  }
}
