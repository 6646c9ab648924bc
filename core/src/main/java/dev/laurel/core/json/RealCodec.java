package dev.laurel.core.json;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A finite number of statistics: the fewest decimal digits that are read as the same {@code double}
 * again.
 *
 * <p>We look for them ourselves: {@link Double#toString(double)} gives a digit more than is needed
 * up to JDK 18, and documents must not tell by which JDK they were written.
 */
final class RealCodec<T> implements Codec<T> {
  /** Plain numbers. */
  static final RealCodec<Double> PLAIN = new RealCodec<>(value -> value, value -> value);

  private static final int MOST_DIGITS = 17;

  /** Zeros that are written out before or after the digits; beyond, there is an exponent. */
  private static final int MOST_ZEROS = 20;

  private final ToDoubleFunction<T> to;
  private final DoubleFunction<T> from;

  /** Values that are one number each. */
  RealCodec(ToDoubleFunction<T> to, DoubleFunction<T> from) {
    this.to = to;
    this.from = from;
  }

  @Override
  public Node write(T value, Place at) {
    double number = to.applyAsDouble(value);
    if (!Double.isFinite(number)) {
      throw at.unwritable(FailureCode.NUMBER_NOT_FINITE, "be a finite number: " + number);
    }
    return new Node.Num(literal(number));
  }

  private static String literal(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shortest.doubleValue() == value) {
        break;
      }
    }
    BigDecimal plain = shortest.stripTrailingZeros();
    return Math.abs(plain.scale()) <= MOST_ZEROS ? plain.toPlainString() : plain.toString();
  }

  @Override
  public T read(Node node, Place at) {
    if (!(node instanceof Node.Num number)) {
      throw at.wrongType("a number", node);
    }
    double value = Double.parseDouble(number.literal());
    if (!Double.isFinite(value)) {
      throw at.malformed(
          FailureCode.RANGE, "be in the range of its type: " + Excerpt.of(number.literal()));
    }
    return at.makeWhole(() -> from.apply(value));
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return Schemas.named("number");
  }
}
