package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import java.util.List;
import java.util.Optional;

/**
 * What is to be paid, line by line, in one currency: goods for EUR 120.00 and tax of EUR 29.99.
 *
 * <p>Lines are named by their place, counted from 0.
 *
 * @param lines the parts of the price, 1 to 10,000
 */
public record Order(List<OrderLine> lines) {
  private static final int MOST_LINES = 10_000;

  /**
   * An order of these lines.
   *
   * @throws InvalidValueException REQUIRED without lines, LIMIT_EXCEEDED, MIXED_CURRENCY
   */
  public Order {
    lines = ImmutableList.copyOf(lines);
    InvalidValueException.check(
        !lines.isEmpty(), FailureCode.REQUIRED, "lines", "an order must have lines");
    InvalidValueException.check(
        lines.size() <= MOST_LINES,
        FailureCode.LIMIT_EXCEEDED,
        "lines",
        "an order must have at most %s lines: %s",
        MOST_LINES,
        lines.size());
    sum(lines);
  }

  /** An order of these lines. */
  public static Order of(OrderLine... lines) {
    return new Order(ImmutableList.copyOf(lines));
  }

  /**
   * What a purchase is to be paid for: each line of goods, its tax after it, shipping at the end.
   *
   * <p>Tax and shipping of zero make no line.
   */
  public static Order from(Purchase purchase) {
    ImmutableList.Builder<OrderLine> lines = ImmutableList.builder();
    for (Line line : requireNonNull(purchase, "purchase").lines()) {
      lines.add(new OrderLine(OrderLine.Kind.GOODS, line.category(), line.net()));
      if (!line.tax().isZero()) {
        lines.add(new OrderLine(OrderLine.Kind.TAX, line.category(), line.tax()));
      }
    }
    if (!purchase.shipping().isZero()) {
      lines.add(new OrderLine(OrderLine.Kind.SHIPPING, Optional.empty(), purchase.shipping()));
    }
    return new Order(lines.build());
  }

  /** What is to be paid: the sum of the lines. */
  public ExactMoney gross() {
    return sum(lines);
  }

  private static ExactMoney sum(List<OrderLine> lines) {
    ExactMoney sum = lines.get(0).amount();
    for (OrderLine line : lines.subList(1, lines.size())) {
      sum = sum.plus(line.amount());
    }
    return sum;
  }
}
