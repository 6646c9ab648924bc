package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of money that need not be whole minor units: a third of EUR 1.00.
 *
 * <p>Such amounts appear where points paid a share of a purchase.
 *
 * @param currency the ISO 4217 code
 * @param digits the decimal places of the currency
 * @param minor the exact number of minor units
 */
public record BasisAmount(String currency, int digits, Ratio minor) {
  /** An amount of checked parts. */
  public BasisAmount {
    requireNonNull(currency, "currency");
    requireNonNull(minor, "minor");
  }

  /** The least money that must be added to reach an amount of the same currency. */
  public ExactMoney missingTo(ExactMoney target) {
    Ratio missing = Ratio.of(target.minor()).minus(minor);
    return ExactMoney.ofMinor(
        currency, missing.isPositive() ? missing.roundToLong(RoundingMode.CEILING) : 0);
  }

  /** The amount for reading: {@code EUR 19.99}, {@code EUR 19.995}, {@code EUR 33.3333...}. */
  @Override
  public String toString() {
    if (minor.isWhole()) {
      return currency + ' ' + BigDecimal.valueOf(minor.numerator(), digits).toPlainString();
    }
    return minor.isFiniteDecimal()
        ? currency + ' ' + minor.toBigDecimal().movePointLeft(digits).toPlainString()
        : currency + ' ' + Decimals.approximate(minor, digits);
  }
}
