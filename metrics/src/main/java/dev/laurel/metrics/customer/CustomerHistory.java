package dev.laurel.metrics.customer;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * One customer, the history of buying, and the mean spend for each purchase.
 *
 * <p>For example m-17, (2, 30.43, 38.86), USD 22.35. The mean spend is in major units of the
 * currency of its {@link PurchaseHistories} and is absent where the convention leaves no purchase
 * to average.
 */
@Value.Immutable
public abstract class CustomerHistory {
  CustomerHistory() {}

  /** The customer. */
  @Value.Parameter
  public abstract MemberId customer();

  /** How often, until when, observed for how long. */
  @Value.Parameter
  public abstract PurchaseHistory history();

  /** The mean spend for each purchase, at least 0. */
  @Value.Parameter
  public abstract OptionalDouble meanSpend();

  /** A customer with a history and, if there is one, a mean spend. */
  public static CustomerHistory of(
      MemberId customer, PurchaseHistory history, OptionalDouble meanSpend) {
    return ImmutableCustomerHistory.of(customer, history, meanSpend);
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        meanSpend().isEmpty()
            || (Double.isFinite(meanSpend().getAsDouble()) && meanSpend().getAsDouble() >= 0),
        FailureCode.RANGE,
        "meanSpend",
        "mean spend must be finite and at least 0: %s",
        meanSpend());
  }
}
