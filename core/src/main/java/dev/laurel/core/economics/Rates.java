package dev.laurel.core.economics;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointRate;

/** Checks of rates, and point rates as exact ratios of smallest units. */
final class Rates {
  private Rates() {}

  static void checkShare(Ratio share, String path, String what) {
    InvalidValueException.check(
        !share.isNegative() && share.compareTo(Ratio.ONE) <= 0,
        FailureCode.PERCENT_RANGE,
        path,
        "%s must lie from 0 to 1: %s",
        what,
        share);
  }

  static void checkSame(PointRate one, PointRate other, String path) {
    InvalidValueException.check(
        one.points().type().equals(other.points().type()),
        FailureCode.TYPE_MISMATCH,
        path,
        "rates must be of points of one type: %s and %s",
        one,
        other);
    InvalidValueException.check(
        one.money().isSameCurrency(other.money()),
        FailureCode.MIXED_CURRENCY,
        path,
        "rates must be in one currency: %s and %s",
        one,
        other);
  }

  /** The minor units of money of one smallest unit of points. */
  static Ratio moneyPerPoint(PointRate rate) {
    return Ratio.of(rate.money().minor(), rate.points().units());
  }
}
