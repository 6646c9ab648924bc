package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.money.ExactMoney;

/** Something that makes an order cheaper: a part of its price, or an amount. */
public sealed interface Reduction {
  /** Its name, unique in a stack. */
  String code();

  /**
   * A part of what is left of the price, such as 15 %.
   *
   * @param code its name
   * @param part which part, above 0 and at most 1
   */
  record Part(String code, Ratio part) implements Reduction {
    /**
     * A checked part.
     *
     * @throws InvalidValueException ID_INVALID for the name; PERCENT_RANGE outside 0 to 1
     */
    public Part {
      code = Codes.code("reduction", code, 64);
      requireNonNull(part, "part");
      InvalidValueException.check(
          part.numerator() > 0 && part.compareTo(Ratio.ONE) <= 0,
          FailureCode.PERCENT_RANGE,
          "part",
          "reduction '%s' must be above 0 and at most the price: %s",
          code,
          part);
    }
  }

  /**
   * An amount, such as a voucher of EUR 10.00 or the value of points.
   *
   * @param code its name
   * @param money how much, above zero
   */
  record Amount(String code, ExactMoney money) implements Reduction {
    /**
     * A checked amount.
     *
     * @throws InvalidValueException ID_INVALID for the name; LINE_NEGATIVE if it is not above zero
     */
    public Amount {
      code = Codes.code("reduction", code, 64);
      InvalidValueException.check(
          money.minor() > 0,
          FailureCode.LINE_NEGATIVE,
          "money",
          "reduction '%s' must be above zero: %s",
          code,
          money);
    }
  }
}
