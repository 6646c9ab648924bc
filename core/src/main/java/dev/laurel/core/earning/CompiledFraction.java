package dev.laurel.core.earning;

import dev.laurel.core.exact.Ratio;
import java.math.BigInteger;
import java.util.List;

/**
 * The fixed parts of what a rule makes of a number: it is multiplied and divided by these.
 *
 * @param multiplier above zero
 * @param divisor above zero
 */
record CompiledFraction(long multiplier, long divisor) {
  private static final CompiledFraction WHOLE = new CompiledFraction(1, 1);

  static CompiledFraction of(EarningRule rule) {
    if (rule.formula() instanceof Formula.PerAmount formula) {
      Ratio rate =
          Ratio.of(formula.rate().points().units(), formula.rate().money().minor());
      return new CompiledFraction(rate.numerator(), rate.denominator());
    }
    return WHOLE;
  }

  /** The multipliers that multiply a base rule. */
  static List<EarningRule> multipliersOf(EarningRule base, RuleBook book) {
    return book.rules().stream()
        .filter(rule -> rule.isMultiplier()
            && rule.points().equals(base.points())
            && (rule.of().isEmpty() || rule.of().contains(base.id())))
        .toList();
  }

  /** The least unit in which the factors of all these multipliers are whole numbers. */
  static BigInteger unitOf(List<EarningRule> multipliers) {
    BigInteger unit = BigInteger.ONE;
    for (EarningRule rule : multipliers) {
      BigInteger own = BigInteger.valueOf(
          rule.formula() instanceof Formula.Multiplier multiplier
              ? multiplier.factor().denominator()
              : ActivityCoder.FACTOR_UNIT);
      unit = unit.divide(unit.gcd(own)).multiply(own);
    }
    return unit;
  }

  /** The most that these multipliers can make of one unit together, in this unit. */
  static BigInteger mostOf(List<EarningRule> multipliers, BigInteger unit) {
    BigInteger most = unit;
    for (EarningRule rule : multipliers) {
      Ratio factor = rule.formula() instanceof Formula.Multiplier multiplier
          ? multiplier.factor()
          : Formula.Multiplier.LARGEST;
      BigInteger excess = unit.multiply(BigInteger.valueOf(factor.numerator()))
          .divide(BigInteger.valueOf(factor.denominator()))
          .subtract(unit);
      most = most.add(excess.max(BigInteger.ZERO));
    }
    return most;
  }
}
