package dev.laurel.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * What the purchases of one customer within a horizon are expected to be worth today, with the
 * units it is counted in.
 *
 * <p>By the CDNOW models in weeks, somebody of history (2, 30.43, 38.86) who spends USD 24.66 a
 * purchase is worth USD 36.29 over twelve months at 1 % a month. Purchases of a period count at its
 * end. It is revenue unless the spend handed in is a margin, and an expectation over all customers
 * of this history, not a promise of this one.
 *
 * <p>Assumed: what a purchase brings does not depend on how often somebody buys, see
 * {@link SpendTable#correlation}. Source: P. Fader, B. Hardie and K. L. Lee, "RFM and CLV", Journal
 * of Marketing Research 42 (2005).
 *
 * @param value the worth today, in major units of the currency
 * @param currency the currency
 * @param probabilityAlive how likely the customer is still one
 * @param expectedPurchases the purchases within the horizon, not discounted
 * @param spendPerPurchase what a purchase is expected to bring
 * @param horizon how far ahead, in which steps, at which discount
 */
public record LifetimeValue(
    double value,
    String currency,
    double probabilityAlive,
    double expectedPurchases,
    double spendPerPurchase,
    ValueHorizon horizon) {
  /** A value with its units. */
  public LifetimeValue {
    requireNonNull(currency, "currency");
    requireNonNull(horizon, "horizon");
  }

  /**
   * The value of a customer of this history.
   *
   * @param model how often and how long customers buy
   * @param history what was seen of the customer
   * @param spendPerPurchase what a purchase is expected to bring, such as by {@link GammaGamma}
   * @param currency the currency of the spend
   * @param horizon how far ahead
   * @throws InvalidValueException RANGE if the spend is below zero or not finite; METRIC_DIVERGES
   *     if a discount below zero makes the value exceed the range of numbers
   */
  public static LifetimeValue estimate(
      BuyingModel model,
      PurchaseHistory history,
      double spendPerPurchase,
      String currency,
      ValueHorizon horizon) {
    InvalidValueException.check(
        spendPerPurchase >= 0 && Double.isFinite(spendPerPurchase),
        FailureCode.RANGE,
        "spendPerPurchase",
        "spend on a purchase must be finite and at least 0: %s",
        spendPerPurchase);
    ImmutableList<Double> purchases = model.expectedPurchases(history, horizon.ends());
    List<Double> payments = new ArrayList<>();
    payments.add(0.0);
    double before = 0;
    for (double through : purchases) {
      payments.add(spendPerPurchase * (through - before));
      before = through;
    }
    return new LifetimeValue(
        horizon.discount().presentValue(payments),
        ExactMoney.zero(currency).currency(),
        model.probabilityAlive(history),
        before,
        spendPerPurchase,
        horizon);
  }
}
