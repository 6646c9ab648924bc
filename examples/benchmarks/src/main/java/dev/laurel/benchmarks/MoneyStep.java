package dev.laurel.benchmarks;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryOperator;
import javax.money.MonetaryRounding;
import javax.money.RoundingQueryBuilder;

/**
 * One step with money in five ways: an amount plus 1.25 percent of it, rounded half to even.
 *
 * <p>EUR 19.99 plus EUR 0.25 are EUR 20.24.
 */
final class MoneyStep {
  private static final Ratio RATE = Ratio.of(125, 10_000);
  private static final BigDecimal DECIMAL_RATE = new BigDecimal("0.0125");
  private static final MonetaryRounding ROUNDING = Monetary.getRounding(
      RoundingQueryBuilder.of().setScale(2).set(RoundingMode.HALF_EVEN).build());

  private MoneyStep() {}

  /** The step for this one rate and mode alone, with nothing left to say: the lower bound. */
  static long byHand(long cents) {
    long product = Math.multiplyExact(cents, 125L);
    long quotient = product / 10_000;
    long remainder = Math.abs(product - quotient * 10_000);
    if (remainder > 5_000 || (remainder == 5_000 && (quotient & 1) != 0)) {
      quotient += product < 0 ? -1 : 1;
    }
    return Math.addExact(cents, quotient);
  }

  /** The step on minor units, as Laurel does it inside. */
  static long minorUnits(long cents) {
    return Math.addExact(cents, Ratio.scale(cents, RATE, RoundingMode.HALF_EVEN));
  }

  /** The step on Laurel's money. */
  static ExactMoney exactMoney(ExactMoney money) {
    return money.plus(money.times(RATE, RoundingMode.HALF_EVEN));
  }

  static BigDecimal bigDecimal(BigDecimal amount) {
    return amount.add(amount.multiply(DECIMAL_RATE).setScale(2, RoundingMode.HALF_EVEN));
  }

  /** The step on either of Moneta's amounts. */
  static MonetaryAmount moneta(MonetaryAmount amount) {
    return moneta(amount, ROUNDING);
  }

  private static MonetaryAmount moneta(MonetaryAmount amount, MonetaryOperator rounding) {
    return amount.add(amount.multiply(DECIMAL_RATE).with(rounding));
  }
}
