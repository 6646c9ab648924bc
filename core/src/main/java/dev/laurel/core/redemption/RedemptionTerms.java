package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.LaurelCopiedValue;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Category;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The terms under which points pay for a part of an order.
 *
 * <p>At 200 points for EUR 1.00, in steps of 500, at least 1,000 and at most half of the eligible
 * lines, an order of EUR 149.99 of which EUR 120.00 are eligible takes 12,000 of a balance of
 * 18,430 points: EUR 60.00, and EUR 89.99 stay to be paid.
 *
 * <p>Points are worth their rate rounded down, once, in the currency of the order. Only goods are
 * eligible unless the terms say otherwise.
 */
@LaurelCopiedValue
@Value.Immutable
public abstract class RedemptionTerms {
  RedemptionTerms() {}

  /** What points are worth. */
  public abstract PointRate rate();

  /** The kinds of lines that points may pay besides goods. */
  public abstract Set<OrderLine.Kind> furtherKinds();

  /** The categories that points may not pay, whatever the kind of line. */
  public abstract Set<Category> excludedCategories();

  /** The fewest points that may be spent on an order. */
  @Value.Default
  public Points minimum() {
    return rate().points().type().zero();
  }

  /** Points are spent in whole multiples of this; one unit unless said otherwise. */
  @Value.Default
  public Points step() {
    return rate().points().type().points(1);
  }

  /** The most points that may be spent on an order. */
  public abstract Optional<Points> maximum();

  /** The largest part of the eligible lines that points may pay, 0 to 1. */
  @Value.Default
  public Ratio maximumShare() {
    return Ratio.ONE;
  }

  /** The most money that points may stand for. */
  public abstract Optional<ExactMoney> maximumMoney();

  /** The least that the eligible lines must come to. */
  public abstract Optional<ExactMoney> minimumOrder();

  /**
   * The most that a balance can pay of an order; zero with the reason where it can pay nothing.
   *
   * @throws InvalidValueException TYPE_MISMATCH or MIXED_CURRENCY if points or money are of another
   *     kind than the rate
   */
  public RedemptionQuote quote(Order order, Points balance) {
    return new Quoting(this, order, balance).best();
  }

  /**
   * What a member asks for, or why not.
   *
   * @throws InvalidValueException TYPE_MISMATCH or MIXED_CURRENCY if points or money are of another
   *     kind than the rate
   */
  public RedemptionDecision decide(Order order, Points balance, Points requested) {
    return new Quoting(this, order, balance).exactly(requested);
  }

  /**
   * The same terms with the points worth money of another currency.
   *
   * <p>The rate is multiplied, not rounded: 8 points at USD 0.0033 each and EUR 0.92 for a dollar
   * are EUR 0.024288 before the one rounding. Limits in money must be none, since their conversion
   * would be a second rounding.
   *
   * @throws InvalidValueException VALUE_INVALID if the terms have a limit in money
   */
  public RedemptionTerms in(ExchangeRate exchange) {
    InvalidValueException.check(
        maximumMoney().isEmpty() && minimumOrder().isEmpty(),
        FailureCode.VALUE_INVALID,
        "",
        "terms with limits in money must be stated in the currency of the order: %s",
        rate());
    return withRate(requireNonNull(exchange, "exchange").convert(rate()));
  }

  abstract RedemptionTerms withRate(PointRate rate);

  boolean accepts(OrderLine line) {
    return (line.kind() == OrderLine.Kind.GOODS || furtherKinds().contains(line.kind()))
        && line.category().filter(excludedCategories()::contains).isEmpty();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link RedemptionTerms}. */
  public static final class Builder extends ImmutableRedemptionTerms.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        !step().isZero(), FailureCode.RANGE, "step", "terms must have a step above zero");
    InvalidValueException.check(
        maximum().isEmpty() || minimum().compareTo(maximum().get()) <= 0,
        FailureCode.RANGE,
        "maximum",
        "terms must have a maximum of at least the minimum of %s: %s",
        minimum(),
        maximum());
    InvalidValueException.check(
        !maximumShare().isNegative() && maximumShare().compareTo(Ratio.ONE) <= 0,
        FailureCode.PERCENT_RANGE,
        "maximumShare",
        "terms must have a maximum share from 0 to 1: %s",
        maximumShare());
    // Sums with the rate tell points and money of another kind.
    step().plus(rate().points()).plus(minimum());
    maximumMoney().ifPresent(most -> checkMoney("maximumMoney", most));
    minimumOrder().ifPresent(least -> checkMoney("minimumOrder", least));
  }

  private void checkMoney(String path, ExactMoney amount) {
    InvalidValueException.check(
        !rate().money().plus(amount).isLessThan(rate().money()),
        FailureCode.RANGE,
        path,
        "terms must not have a negative %s: %s",
        path,
        amount);
  }
}
