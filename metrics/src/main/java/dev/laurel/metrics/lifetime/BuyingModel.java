package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableList;
import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.List;

/**
 * A model of customers who buy when they like and leave without saying so.
 *
 * <p>All times are in the unit of the histories that the model was fitted to. The models differ in
 * when customers can leave: {@link BgNbd} after each repeat purchase, {@link MbgNbd} after the
 * first as well, {@link ParetoNbd} at any time.
 */
public sealed interface BuyingModel permits BgNbd, MbgNbd, ParetoNbd {
  /** The probability, from 0 to 1, that somebody of this history will ever buy again. */
  double probabilityAlive(PurchaseHistory history);

  /**
   * The expected number of purchases within each of these times from now, from somebody of this
   * history; in the order of the times, all in one pass.
   *
   * @throws dev.laurel.core.failure.InvalidValueException RANGE if a time is below zero or not
   *     finite, LIMIT_EXCEEDED if it is beyond what can be summed
   */
  ImmutableList<Double> expectedPurchases(PurchaseHistory history, List<Double> times);

  /** The expected number of purchases within one time from now. */
  default double expectedPurchases(PurchaseHistory history, double time) {
    return expectedPurchases(history, ImmutableList.of(time)).get(0);
  }

  /** The expected number of repeat purchases of a new customer within a time. */
  double expectedPurchasesOfNewcomer(double time);

  /**
   * The probability that a new customer makes exactly so many repeat purchases within a time.
   *
   * @throws dev.laurel.core.failure.InvalidValueException RANGE if either is below zero
   */
  double probabilityOfPurchases(int purchases, double time);

  /**
   * The discounted expected residual transactions: all purchases that are still to come from
   * somebody of this history, each at its worth of today. Times a spend per purchase it is the
   * residual lifetime value without a horizon.
   *
   * <p>It is the integral over all future of exp(-rate t) times the rate at which purchases are
   * expected. Only Pareto/NBD has a closed form in the literature (Fader, Hardie and Lee, "RFM and
   * CLV", Journal of Marketing Research 42, 2005). All models sum positive terms here; the relative
   * error is below 1e-10, tried against arithmetic of 40 digits.
   *
   * @param rate the continuous discount rate for one unit of time: log(1 + yearly rate) / units in
   *     a year, 0.0027 a week for 15 % a year
   * @throws dev.laurel.core.failure.InvalidValueException RANGE if the rate is below zero or not
   *     finite, METRIC_DIVERGES if it is 0 and so few leave that the sum is infinite
   */
  double discountedResidualTransactions(PurchaseHistory history, double rate);

  /** The natural logarithm of the likelihood of these histories; 0 if there are none. */
  double logLikelihood(HistoryTable histories);
}
