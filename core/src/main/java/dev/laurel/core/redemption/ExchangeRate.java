package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.money.MoneyGate;
import dev.laurel.core.points.PointRate;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What one unit of a currency is worth in another on a day: EUR 0.9207255317189946 for a dollar.
 *
 * <p>The rate is exact; a conversion rounds once, to the smallest coin of the other currency, and
 * names its mode. USD 123.45 at that rate are EUR 113.66.
 *
 * @param from the ISO 4217 code of the currency that is converted
 * @param to the ISO 4217 code of the currency that it becomes
 * @param rate units of the other currency for one unit, above zero
 * @param date the day on which it holds
 */
public record ExchangeRate(String from, String to, Ratio rate, LocalDate date) {
  /**
   * A rate of checked parts.
   *
   * @throws InvalidValueException RATE_INVALID if the rate is not above zero, or not one within a
   *     currency; the codes of {@link MoneyGate#currency}
   */
  public ExchangeRate {
    MoneyGate.standard().currency(from);
    MoneyGate.standard().currency(to);
    requireNonNull(date, "date");
    InvalidValueException.check(
        requireNonNull(rate, "rate").isPositive() && (!from.equals(to) || rate.equals(Ratio.ONE)),
        FailureCode.RATE_INVALID,
        "rate",
        "a rate from %s to %s must be above zero, and one within a currency: %s",
        from,
        to,
        rate);
  }

  /**
   * The rate that decimal text names.
   *
   * @throws InvalidValueException RATE_INVALID if it is not a plain decimal above zero
   */
  public static ExchangeRate parse(String from, String to, String rate, LocalDate date) {
    Ratio exact;
    try {
      exact = Ratio.from(ExactNumber.parse(rate));
    } catch (InvalidValueException failure) {
      throw new InvalidValueException(
          FailureCode.RATE_INVALID, "rate", String.valueOf(failure.getMessage()));
    }
    return new ExchangeRate(from, to, exact, date);
  }

  /**
   * The amount in the other currency, rounded once.
   *
   * @throws InvalidValueException MIXED_CURRENCY if the amount is of another currency
   * @throws PointsOverflowException if it does not fit
   */
  public ExactMoney convert(ExactMoney amount, RoundingMode rounding) {
    checkFrom(amount);
    Ratio minor = rate.times(scale());
    return ExactMoney.ofMinor(to, Ratio.scale(amount.minor(), minor, rounding));
  }

  /**
   * The rate of points in the other currency, exact: nothing is rounded until points are valued.
   *
   * @throws InvalidValueException MIXED_CURRENCY if the rate is of another currency
   * @throws PointsOverflowException if the exact pair does not fit
   */
  public PointRate convert(PointRate points) {
    checkFrom(points.money());
    BigInteger money = big(points.money().minor()).multiply(big(rate.numerator()));
    BigInteger count = big(points.points().units()).multiply(big(rate.denominator()));
    Ratio scale = scale();
    BigInteger upper = money.multiply(big(scale.numerator()));
    BigInteger lower = count.multiply(big(scale.denominator()));
    BigInteger divisor = upper.gcd(lower);
    BigInteger minor = upper.divide(divisor);
    BigInteger units = lower.divide(divisor);
    if (minor.bitLength() >= Long.SIZE || units.bitLength() >= Long.SIZE) {
      throw PointsOverflowException.of(points, "*", rate);
    }
    // One coin times a count: exact pairs may go beyond what the gate admits as an amount.
    return PointRate.of(
        points.points().type().points(units.longValueExact()),
        ExactMoney.ofMinor(to, 1).times(minor.longValueExact()));
  }

  /** The rate of the way back. */
  public ExchangeRate inverse() {
    return new ExchangeRate(to, from, Ratio.ONE.dividedBy(rate), date);
  }

  /**
   * Coins of the other currency for a coin of this one where units are equal: 1/100 from EUR to
   * JPY.
   */
  private Ratio scale() {
    int digits = MoneyGate.standard().digits(to) - MoneyGate.standard().digits(from);
    long power = 1;
    for (int i = 0; i < Math.abs(digits); i++) {
      power *= 10;
    }
    return digits >= 0 ? Ratio.of(power) : Ratio.of(1, power);
  }

  private void checkFrom(ExactMoney amount) {
    InvalidValueException.check(
        amount.currency().equals(from),
        FailureCode.MIXED_CURRENCY,
        "currency",
        "a rate from %s must convert that currency: %s",
        from,
        amount);
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
