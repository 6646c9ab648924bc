package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;

/** How much of what makes a goal, such as ten visits, 20,000 miles or EUR 500.00. */
public sealed interface GoalTarget {
  /** The target in its own smallest unit: events, articles or minor units. */
  long size();

  /** So many events. */
  static GoalTarget events(long count) {
    return new Events(count);
  }

  /** So many articles of a purchase, or so much of an engagement's quantity. */
  static GoalTarget quantity(long quantity) {
    return new Quantity(quantity);
  }

  /** So much money spent. */
  static GoalTarget amount(ExactMoney money) {
    return new Amount(money);
  }

  /**
   * So many events.
   *
   * @param size above zero
   */
  record Events(long size) implements GoalTarget {
    /** A checked count. */
    public Events {
      checkPositive(size);
    }
  }

  /**
   * So many articles, miles, minutes.
   *
   * @param size above zero
   */
  record Quantity(long size) implements GoalTarget {
    /** A checked quantity. */
    public Quantity {
      checkPositive(size);
    }
  }

  /**
   * So much money of the rule's basis.
   *
   * @param money above zero
   */
  record Amount(ExactMoney money) implements GoalTarget {
    /** A checked amount. */
    public Amount {
      checkPositive(requireNonNull(money, "money").minor());
    }

    @Override
    public long size() {
      return money.minor();
    }
  }

  private static void checkPositive(long size) {
    InvalidValueException.check(
        size > 0, FailureCode.RANGE, "target", "goal must have a target above zero: %s", size);
  }
}
