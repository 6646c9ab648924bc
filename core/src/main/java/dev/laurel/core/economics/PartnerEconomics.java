package dev.laurel.core.economics;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import org.immutables.value.Value;

/**
 * What is left of points that are sold to a partner and paid out when they are redeemed.
 *
 * <p>10,000,000 points at EUR 0.015, reimbursed at EUR 0.010 and redeemed to 85 %: EUR 150,000.00
 * less EUR 85,000.00 leaves EUR 65,000.00, of which EUR 15,000.00 is breakage.
 */
@Value.Immutable
public abstract class PartnerEconomics {
  PartnerEconomics() {}

  /** The points sold. */
  public abstract Points issued();

  /** What the partner pays: 1,000 points are EUR 15.00. */
  public abstract PointRate price();

  /** What a redemption is reimbursed with: 1,000 points are EUR 10.00. */
  public abstract PointRate reimbursement();

  /** The share of points issued that will be redeemed, from 0 to 1. */
  public abstract Ratio ultimateRate();

  /** How amounts are rounded to the currency. */
  public abstract RoundingMode rounding();

  /** What the partner pays for all points. */
  public ExactMoney income() {
    return price().worth(issued(), rounding());
  }

  /** What will be reimbursed. */
  public ExactMoney expectedReimbursement() {
    return times(ultimateRate());
  }

  /** What is left. */
  public ExactMoney margin() {
    return income().minus(expectedReimbursement());
  }

  /** The part of what is left that is there because points are never redeemed. */
  public ExactMoney breakageMargin() {
    return times(Ratio.ONE).minus(expectedReimbursement());
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PartnerEconomics}. */
  public static final class Builder extends ImmutablePartnerEconomics.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Rates.checkSame(price(), reimbursement(), "reimbursement");
    Rates.checkShare(ultimateRate(), "ultimateRate", "an ultimate redemption rate");
    InvalidValueException.check(
        issued().type().equals(price().points().type()),
        FailureCode.TYPE_MISMATCH,
        "issued",
        "points sold must be those that are priced: %s and %s",
        issued(),
        price());
  }

  private ExactMoney times(Ratio share) {
    Ratio perPoint = Rates.moneyPerPoint(reimbursement()).times(share);
    String currency = price().money().currency();
    return ExactMoney.ofMinor(currency, Ratio.scale(issued().units(), perPoint, rounding()));
  }
}
