package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.LargestRemainder;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.money.ExactMoney;
import java.util.List;

/**
 * A price divided over what was promised for it, in proportion to stand-alone prices.
 *
 * <p>100,000 over goods of 100,000 and points of 9,500 are 91,324 and 8,676. The parts add up to
 * the price, by largest remainder. The allocation is made at the sale and stays as it is: a changed
 * expectation changes when revenue is recognised, never how much.
 *
 * <p>Source: IFRS 15.74 and B42; ASC 606-10-32-31 and 55-44.
 *
 * @param price what was paid
 * @param parts what falls on each obligation, in their order
 */
public record Allocation(ExactMoney price, List<Part> parts) {
  /**
   * What falls on one obligation.
   *
   * @param obligation its stand-alone price
   * @param amount its part of the price
   */
  public record Part(StandalonePrice obligation, ExactMoney amount) {
    /** A part of these parts. */
    public Part {
      requireNonNull(obligation, "obligation");
      requireNonNull(amount, "amount");
    }
  }

  /**
   * A division that adds up.
   *
   * @throws InvalidValueException TOTAL_MISMATCH, telling the difference
   */
  public Allocation {
    parts = ImmutableList.copyOf(parts);
    ExactMoney difference = price;
    for (Part part : parts) {
      difference = difference.minus(part.amount());
    }
    InvalidValueException.check(
        difference.isZero(),
        FailureCode.TOTAL_MISMATCH,
        "parts",
        "an allocation of %s must add up: difference %s",
        price,
        difference);
  }

  /**
   * The division of a price.
   *
   * @throws InvalidValueException DIVISION if all stand-alone prices are zero, MIXED_CURRENCY,
   *     CONFIG_DUPLICATE for an obligation named twice, RANGE for a negative price
   * @throws PointsOverflowException if the prices have no common fraction of a coin in 64 bits
   */
  public static Allocation of(ExactMoney price, StandalonePrice... obligations) {
    InvalidValueException.check(
        !price.isNegative(),
        FailureCode.RANGE,
        "price",
        "a price to be allocated must not be negative: %s",
        price);
    ImmutableList<StandalonePrice> all = ImmutableList.copyOf(obligations);
    for (StandalonePrice one : all) {
      InvalidValueException.check(
          one.currency().equals(price.currency()),
          FailureCode.MIXED_CURRENCY,
          "obligations",
          "obligation '%s' must be priced in %s: %s",
          one.obligation(),
          price.currency(),
          one.currency());
      InvalidValueException.check(
          all.stream()
                  .filter(other -> other.obligation().equals(one.obligation()))
                  .count()
              == 1,
          FailureCode.CONFIG_DUPLICATE,
          "obligations",
          "an allocation must name each obligation once: %s",
          one.obligation());
    }
    long[] shares = LargestRemainder.allocate(price.minor(), weights(all));
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    for (int i = 0; i < shares.length; i++) {
      parts.add(new Part(all.get(i), ExactMoney.ofMinor(price.currency(), shares[i])));
    }
    return new Allocation(price, parts.build());
  }

  /** The stand-alone prices in their common fraction of a coin. */
  private static long[] weights(List<StandalonePrice> prices) {
    long common = 1;
    for (StandalonePrice price : prices) {
      // The numerator of a reduced product: the least common multiple.
      long denominator = price.minor().denominator();
      common = timesExact(common, Ratio.of(denominator, common).numerator());
    }
    long[] weights = new long[prices.size()];
    for (int i = 0; i < weights.length; i++) {
      Ratio minor = prices.get(i).minor();
      weights[i] = timesExact(minor.numerator(), common / minor.denominator());
    }
    return weights;
  }

  private static long timesExact(long one, long other) {
    long product = one * other;
    if (Math.multiplyHigh(one, other) != product >> 63) {
      throw PointsOverflowException.of(one, "*", other);
    }
    return product;
  }

  /** What falls on an obligation; nothing where there is none of that name. */
  public ExactMoney amount(String obligation) {
    requireNonNull(obligation, "obligation");
    for (Part part : parts) {
      if (part.obligation().obligation().equals(obligation)) {
        return part.amount();
      }
    }
    return price.minus(price);
  }
}
