package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.redemption.RedemptionQuote.LineShare;
import java.math.RoundingMode;
import java.util.List;

/**
 * What can still be refunded of an order that was partly paid with points.
 *
 * <p>A refund gives back the share of points and cash that its lines were paid with: of 3,000
 * points over lines of EUR 40, 35 and 25, the second gets 1,050 points and EUR 29.75. Parts of a
 * line are the difference of rounded-down cumulative shares, so that however a line is taken apart,
 * all of it gives back all that was paid and nothing is given twice.
 */
public final class Refundable {
  private final ImmutableList<LineShare> shares;
  private final ImmutableList<ExactMoney> refunded;

  private Refundable(ImmutableList<LineShare> shares, ImmutableList<ExactMoney> refunded) {
    this.shares = shares;
    this.refunded = refunded;
  }

  /**
   * What goes back to the member.
   *
   * @param points the points that come back
   * @param value what these stand for
   * @param cash the money that comes back
   * @param left what can be refunded afterwards
   */
  public record Refund(Points points, ExactMoney value, ExactMoney cash, Refundable left) {
    /** A refund of these parts. */
    public Refund {
      requireNonNull(points, "points");
      requireNonNull(value, "value");
      requireNonNull(cash, "cash");
      requireNonNull(left, "left");
    }

    /** The price of what came back: value and cash. */
    public ExactMoney amount() {
      return value.plus(cash);
    }
  }

  static Refundable of(RedemptionQuote quote) {
    ImmutableList<LineShare> shares = ImmutableList.copyOf(quote.shares());
    ImmutableList<ExactMoney> nothing = shares.stream()
        .map(share -> share.price().minus(share.price()))
        .collect(ImmutableList.toImmutableList());
    return new Refundable(shares, nothing);
  }

  /**
   * What is left of a line.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the order has no such line
   */
  public ExactMoney left(int line) {
    return share(line).price().minus(refunded.get(line));
  }

  /**
   * The refund of all that is left of a line.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the order has no such line
   */
  public Refund refund(int line) {
    return refund(line, left(line));
  }

  /**
   * The refund of a part of a line, told by its price.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the order has no such line, RANGE if the
   *     amount is below zero or above what is left
   */
  public Refund refund(int line, ExactMoney amount) {
    LineShare share = share(line);
    InvalidValueException.check(
        !amount.isNegative() && amount.isAtMost(left(line)),
        FailureCode.RANGE,
        "amount",
        "a refund of line %s must be from zero to what is left of it, %s: %s",
        line,
        left(line),
        amount);
    ExactMoney before = refunded.get(line);
    ExactMoney after = before.plus(amount);
    Points points = pointsBack(share, after).minus(pointsBack(share, before));
    ExactMoney value = valueBack(share, after).minus(valueBack(share, before));
    return new Refund(points, value, amount.minus(value), with(line, after));
  }

  /** The refund of all that is left of all lines. */
  public Refund refundAll() {
    Refund sum = refund(0);
    for (int line = 1; line < shares.size(); line++) {
      Refund next = sum.left().refund(line);
      sum = new Refund(
          sum.points().plus(next.points()),
          sum.value().plus(next.value()),
          sum.cash().plus(next.cash()),
          next.left());
    }
    return sum;
  }

  private LineShare share(int line) {
    InvalidValueException.check(
        line >= 0 && line < shares.size(),
        FailureCode.REFERENCE_UNKNOWN,
        "line",
        "a refund must name one of the %s lines of its order: %s",
        shares.size(),
        line);
    return shares.get(line);
  }

  private static Points pointsBack(LineShare share, ExactMoney refunded) {
    return share.points().type().points(part(share.points().units(), share, refunded));
  }

  private static ExactMoney valueBack(LineShare share, ExactMoney refunded) {
    return ExactMoney.ofMinor(refunded.currency(), part(share.value().minor(), share, refunded));
  }

  private static long part(long whole, LineShare share, ExactMoney refunded) {
    return refunded.isZero()
        ? 0
        : Ratio.scale(whole, Ratio.of(refunded.minor(), share.price().minor()), RoundingMode.FLOOR);
  }

  private Refundable with(int line, ExactMoney amount) {
    ImmutableList.Builder<ExactMoney> next = ImmutableList.builder();
    for (int i = 0; i < refunded.size(); i++) {
      next.add(i == line ? amount : refunded.get(i));
    }
    return new Refundable(shares, next.build());
  }

  /** What was refunded of each line so far. */
  public List<ExactMoney> refunded() {
    return refunded;
  }
}
