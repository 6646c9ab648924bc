package dev.laurel.core.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A fraction without limits and without cleverness. */
public record NaiveFraction(BigInteger upper, BigInteger lower) {
  static final NaiveFraction ZERO = of(0);
  static final NaiveFraction ONE = of(1);

  /** A fraction. */
  public static NaiveFraction of(long whole) {
    return of(whole, 1);
  }

  /** A fraction. */
  public static NaiveFraction of(long upper, long lower) {
    return new NaiveFraction(BigInteger.valueOf(upper), BigInteger.valueOf(lower));
  }

  NaiveFraction plus(NaiveFraction other) {
    return new NaiveFraction(
        upper.multiply(other.lower).add(other.upper.multiply(lower)), lower.multiply(other.lower));
  }

  NaiveFraction minus(NaiveFraction other) {
    return plus(new NaiveFraction(other.upper.negate(), other.lower));
  }

  NaiveFraction times(NaiveFraction other) {
    return new NaiveFraction(upper.multiply(other.upper), lower.multiply(other.lower));
  }

  NaiveFraction times(long whole) {
    return times(of(whole));
  }

  int sign() {
    return upper.signum() * lower.signum();
  }

  int compare(NaiveFraction other) {
    return minus(other).sign();
  }

  /** The whole number it rounds to. */
  public long rounded(RoundingMode mode) {
    return new BigDecimal(upper).divide(new BigDecimal(lower), 0, mode).longValueExact();
  }
}
