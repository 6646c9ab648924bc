package dev.laurel.metrics.customer;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import java.util.Optional;

/**
 * Where the revenue of a period comes from, beside that of the period before: net revenue retention
 * and earned growth, exact.
 *
 * <p>Of EUR 1,000 last year, the same customers spend 900 this year; new customers spend 250, of
 * which 150 by those who came because somebody recommended it and 100 by those who were bought by
 * advertising. Net revenue retention is 90 %, earned new customers are 15 %, and earned growth is 5
 * %, while revenue grew by 15 %: two thirds of the growth were bought.
 *
 * <p>New customers whose reason for joining is not known are neither; hence {@link #unknown()}, and
 * two bounds. Figures merge.
 *
 * <p>Source: F. Reichheld, D. Darnell and M. Burns, "Net Promoter 3.0", HBR, Nov 2021.
 *
 * @param before the revenue of the period before, of all customers
 * @param retained the revenue of this period from customers of the period before
 * @param earned the revenue of this period from new customers who came by recommendation
 * @param bought the revenue of this period from new customers who came for another reason
 * @param unknown the revenue of this period from new customers whose reason nobody knows
 */
public record RevenueRetention(
    ExactMoney before,
    ExactMoney retained,
    ExactMoney earned,
    ExactMoney bought,
    ExactMoney unknown) {
  /**
   * Checked revenues.
   *
   * @throws InvalidValueException MIXED_CURRENCY, or RANGE if one is below zero
   */
  public RevenueRetention {
    requireNonNull(before, "before");
    check("retained", before, retained);
    check("earned", before, earned);
    check("bought", before, bought);
    check("unknown", before, unknown);
    check("before", before, before);
  }

  /** No revenue at all. */
  public static RevenueRetention none(String currency) {
    ExactMoney zero = ExactMoney.zero(currency);
    return new RevenueRetention(zero, zero, zero, zero, zero);
  }

  /**
   * The revenues of both.
   *
   * @throws InvalidValueException MIXED_CURRENCY, naming both
   */
  public RevenueRetention merge(RevenueRetention other) {
    return new RevenueRetention(
        before.plus(other.before),
        retained.plus(other.retained),
        earned.plus(other.earned),
        bought.plus(other.bought),
        unknown.plus(other.unknown));
  }

  /** This period's revenue from last period's customers for each unit of last period's revenue. */
  public Optional<Ratio> netRevenueRetention() {
    return share(retained);
  }

  /** Revenue from customers who came by recommendation for each unit of last period's revenue. */
  public Optional<Ratio> earnedNewCustomers() {
    return share(earned);
  }

  /**
   * Net revenue retention plus earned new customers minus one: 0.05 is 5 %. Revenue of unknown
   * reason counts as bought; absent if there was no revenue before.
   */
  public Optional<Ratio> earnedGrowth() {
    return growth(earned);
  }

  /** The same if all revenue of unknown reason were earned: the other bound. */
  public Optional<Ratio> earnedGrowthAtMost() {
    return growth(earned.plus(unknown));
  }

  private Optional<Ratio> growth(ExactMoney won) {
    return share(retained.plus(won)).map(share -> share.minus(Ratio.ONE));
  }

  private Optional<Ratio> share(ExactMoney part) {
    return before.isZero() ? Optional.empty() : Optional.of(Ratio.of(part.minor(), before.minor()));
  }

  private static void check(String path, ExactMoney before, ExactMoney part) {
    requireNonNull(part, path);
    InvalidValueException.check(
        part.isSameCurrency(before),
        FailureCode.MIXED_CURRENCY,
        path,
        "revenues must be in one currency: %s and %s",
        before.currency(),
        part.currency());
    InvalidValueException.check(
        !part.isNegative(), FailureCode.RANGE, path, "revenue must not be below zero: %s", part);
  }
}
