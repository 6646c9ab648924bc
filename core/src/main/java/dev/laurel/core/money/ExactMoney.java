package dev.laurel.core.money;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.LargestRemainder;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of money: a whole number of minor units of one currency.
 *
 * <p>EUR 12.30 is 1,230 cents, JPY 500 is 500 yen, BHD 1.234 is 1,234 fils. Negative amounts are
 * allowed. Amounts are admitted up to 10^15 minor units; sums and products may go on to the limits
 * of 64 bits, and beyond them they throw.
 *
 * <p>Amounts of two currencies never meet: sum, comparison and sorting throw MIXED_CURRENCY, while
 * {@link #equals} answers false. Two amounts are equal exactly if currency, decimal places and
 * minor units are.
 */
public final class ExactMoney implements Comparable<ExactMoney> {
  private final CurrencyScale unit;
  private final long minor;

  ExactMoney(CurrencyScale unit, long minor) {
    this.unit = unit;
    this.minor = minor;
  }

  /**
   * The amount of this many minor units, for example EUR 12.30 for 1,230.
   *
   * @throws InvalidValueException as {@link MoneyGate#admitMinor}
   */
  public static ExactMoney ofMinor(String currency, long minor) {
    return MoneyGate.standard().admitMinor(currency, minor);
  }

  /**
   * The decimal amount of the currency; 12.3, 12.30 and 12.300 are the same EUR 12.30.
   *
   * @throws InvalidValueException as {@link MoneyGate#admit(String, BigDecimal)}
   */
  public static ExactMoney of(String currency, BigDecimal amount) {
    return MoneyGate.standard().admit(currency, amount);
  }

  /**
   * The amount that text such as {@code EUR 12.30} names, the form of {@link #toString}.
   *
   * @throws InvalidValueException as {@link MoneyGate#parse}
   */
  public static ExactMoney parse(String text) {
    return MoneyGate.standard().parse(text);
  }

  /**
   * The amount that a foreign object holds.
   *
   * @throws InvalidValueException as {@link MoneyGate#admit(MonetaryAmount)}
   */
  public static ExactMoney from(MonetaryAmount amount) {
    return MoneyGate.standard().admit(amount);
  }

  /**
   * Nothing, in the currency.
   *
   * @throws InvalidValueException as {@link MoneyGate#currency}
   */
  public static ExactMoney zero(String currency) {
    return ofMinor(currency, 0);
  }

  /** The ISO 4217 code, for example EUR. */
  public String currency() {
    return unit.code();
  }

  /** The number of decimal places, for example 2 for EUR. */
  public int digits() {
    return unit.digits();
  }

  /** The number of minor units, for example 1,230 for EUR 12.30. */
  public long minor() {
    return minor;
  }

  /** The decimal amount at the scale of the currency, for example 12.30. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, unit.digits());
  }

  /**
   * The sum: EUR 0.10 and EUR 0.20 are EUR 0.30.
   *
   * @throws InvalidValueException MIXED_CURRENCY
   * @throws PointsOverflowException if the sum does not fit 64 bits
   */
  public ExactMoney plus(ExactMoney other) {
    long right = minorOf(other);
    long sum = minor + right;
    if (((minor ^ sum) & (right ^ sum)) < 0) {
      throw PointsOverflowException.of(this, "+", other);
    }
    return with(sum);
  }

  /**
   * The difference, below zero where the other is larger.
   *
   * @throws InvalidValueException MIXED_CURRENCY
   * @throws PointsOverflowException if the difference does not fit 64 bits
   */
  public ExactMoney minus(ExactMoney other) {
    long right = minorOf(other);
    long difference = minor - right;
    if (((minor ^ right) & (minor ^ difference)) < 0) {
      throw PointsOverflowException.of(this, "-", other);
    }
    return with(difference);
  }

  /**
   * The whole multiple: three times EUR 1.99 is EUR 5.97.
   *
   * @throws PointsOverflowException if the product does not fit 64 bits
   */
  public ExactMoney times(long factor) {
    long product = minor * factor;
    if (Math.multiplyHigh(minor, factor) != product >> 63) {
      throw PointsOverflowException.of(this, "*", factor);
    }
    return with(product);
  }

  /**
   * The exact multiple rounded once to whole minor units: EUR 19.99 by 1/3 under FLOOR is EUR 6.66.
   *
   * @throws InvalidValueException POINTS_NOT_INTEGRAL if the mode is UNNECESSARY and rounding is
   *     needed
   * @throws PointsOverflowException if the product does not fit 64 bits
   */
  public ExactMoney times(Ratio factor, RoundingMode mode) {
    return with(Ratio.scale(minor, factor, mode));
  }

  /**
   * The amount with the other sign.
   *
   * @throws PointsOverflowException if it does not fit 64 bits
   */
  public ExactMoney negated() {
    if (minor == Long.MIN_VALUE) {
      throw PointsOverflowException.of(0, "-", this);
    }
    return with(-minor);
  }

  /**
   * The parts of the amount by weight, which add up to it: EUR 1.00 by 1, 1, 1 is 0.34, 0.33, 0.33.
   *
   * @throws InvalidValueException as {@link LargestRemainder#allocate}
   */
  public ImmutableList<ExactMoney> allocate(long... weights) {
    long[] parts = LargestRemainder.allocate(minor, weights);
    ImmutableList.Builder<ExactMoney> list = ImmutableList.builderWithExpectedSize(parts.length);
    for (long part : parts) {
      list.add(with(part));
    }
    return list.build();
  }

  /** Whether this is nothing. */
  public boolean isZero() {
    return minor == 0;
  }

  /** Whether this is below zero. */
  public boolean isNegative() {
    return minor < 0;
  }

  /** Whether this is above zero. */
  public boolean isPositive() {
    return minor > 0;
  }

  /** -1, 0 or 1 as this is below, at or above zero. */
  public int signum() {
    return Long.signum(minor);
  }

  /**
   * Whether this is less than the other.
   *
   * @throws InvalidValueException MIXED_CURRENCY
   */
  public boolean isLessThan(ExactMoney other) {
    return minor < minorOf(other);
  }

  /**
   * Whether this is the other or less.
   *
   * @throws InvalidValueException MIXED_CURRENCY
   */
  public boolean isAtMost(ExactMoney other) {
    return minor <= minorOf(other);
  }

  /**
   * Whether this is more than the other.
   *
   * @throws InvalidValueException MIXED_CURRENCY
   */
  public boolean isGreaterThan(ExactMoney other) {
    return minor > minorOf(other);
  }

  /**
   * Whether this is the other or more.
   *
   * @throws InvalidValueException MIXED_CURRENCY
   */
  public boolean isAtLeast(ExactMoney other) {
    return minor >= minorOf(other);
  }

  /** Whether the two may be added and compared. */
  public boolean isSameCurrency(ExactMoney other) {
    requireNonNull(other, "other");
    return unit.equals(other.unit);
  }

  /**
   * The order of size within one currency.
   *
   * @throws InvalidValueException MIXED_CURRENCY, since euros and dollars have no order
   */
  @Override
  public int compareTo(ExactMoney other) {
    return Long.compare(minor, minorOf(other));
  }

  /**
   * The amount as an object of the caller's JSR 354 implementation.
   *
   * <p>The factory is changed by it, as JSR 354 factories are; do not share one between threads.
   */
  public <T extends MonetaryAmount> T toMonetaryAmount(MonetaryAmountFactory<T> factory) {
    requireNonNull(factory, "factory");
    return factory.setCurrency(unit.code()).setNumber(amount()).create();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExactMoney money && minor == money.minor && isSameCurrency(money);
  }

  @Override
  public int hashCode() {
    return 31 * unit.hashCode() + Long.hashCode(minor);
  }

  /** The code and the amount at the scale of the currency, for example {@code EUR 12.30}. */
  @Override
  public String toString() {
    return unit.code() + ' ' + amount().toPlainString();
  }

  private long minorOf(ExactMoney other) {
    requireNonNull(other, "other");
    if (!unit.equals(other.unit)) {
      throw new InvalidValueException(
          FailureCode.MIXED_CURRENCY,
          "",
          "amounts must be of one currency: " + this + " and " + other);
    }
    return other.minor;
  }

  private ExactMoney with(long otherMinor) {
    return new ExactMoney(unit, otherMinor);
  }
}
