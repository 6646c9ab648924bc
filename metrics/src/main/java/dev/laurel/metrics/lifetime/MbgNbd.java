package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableList;
import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.List;

/**
 * The modified beta-geometric/NBD model: as {@link BgNbd}, but customers may leave after their
 * first purchase as well.
 *
 * <p>With r 0.525, alpha 6.183, a 0.891 and b 1.614 and time in weeks, as published for CDNOW,
 * somebody who has not come back for 38.86 weeks is alive with a probability of 0.29, where BG/NBD
 * says 1.
 *
 * <p>Assumed: rates and chances are independent of each other over customers, and steady.
 *
 * <p>Sources: E. Batislam, M. Denizel and A. Filiztekin, International Journal of Research in
 * Marketing 24 (2007); D. Hoppe and U. Wagner, Marketing JRM 29 (2007).
 *
 * @param r shape of the rates of buying
 * @param alpha scale of the rates of buying, in units of time; the mean rate is r / alpha
 * @param a with b the chances to leave; the mean chance is a / (a + b)
 * @param b with a the chances to leave
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BuyingModel {
  private static final int AT_ONCE = 1;
  private static final List<String> NAMES = ImmutableList.of("r", "alpha", "a", "b");

  /**
   * A model of these parameters.
   *
   * @throws dev.laurel.core.failure.InvalidValueException RANGE if one is not finite and above zero
   */
  public MbgNbd {
    Checks.parameter("MBG/NBD", "r", r);
    Checks.parameter("MBG/NBD", "alpha", alpha);
    Checks.parameter("MBG/NBD", "a", a);
    Checks.parameter("MBG/NBD", "b", b);
  }

  /** The model that makes these histories most likely, or why there is none. */
  public static Fit<MbgNbd> fit(HistoryTable histories) {
    return Starts.<MbgNbd>refusal(histories)
        .orElseGet(() -> Fitting.search(
            new DropoutLikelihood(histories, AT_ONCE),
            histories.customers(),
            NAMES,
            Starts.dropout(histories),
            found -> new MbgNbd(found[0], found[1], found[2], found[3])));
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
   * of (2, 30.43, 38.86) are 4.91.
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
