package dev.laurel.journeys.experience;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.math.BigInteger;

/**
 * How many whole numbers there are, their sum and the sum of their squares, exact and mergeable: of
 * 1, 2 and 4 these are 3, 7 and 21.
 *
 * @param count how many
 * @param sum their sum
 * @param squares the sum of their squares
 */
public record WholeSums(long count, BigInteger sum, BigInteger squares) {
  /**
   * Checked sums.
   *
   * @throws InvalidValueException RANGE if no numbers have such sums
   */
  public WholeSums {
    requireNonNull(sum, "sum");
    requireNonNull(squares, "squares");
    InvalidValueException.check(
        count >= 0
            && squares.signum() >= 0
            && BigInteger.valueOf(count).multiply(squares).compareTo(sum.multiply(sum)) >= 0,
        FailureCode.RANGE,
        "count",
        "sums must be those of some numbers: %s",
        count);
  }

  WholeSums merge(WholeSums other) {
    return new WholeSums(
        Math.addExact(count, other.count), sum.add(other.sum), squares.add(other.squares));
  }

  /** Adds numbers one by one. */
  static final class Builder {
    private long count;
    private BigInteger sum = BigInteger.ZERO;
    private BigInteger squares = BigInteger.ZERO;

    void add(long number) {
      BigInteger exact = BigInteger.valueOf(number);
      count++;
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }

    WholeSums build() {
      return new WholeSums(count, sum, squares);
    }
  }
}
