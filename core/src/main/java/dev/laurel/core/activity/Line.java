package dev.laurel.core.activity;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * One line of a purchase: two oil filters at EUR 14.90, less EUR 2.00, plus EUR 5.28 tax.
 *
 * <p>The unit price is before tax and before discount; discount and tax are those of the whole
 * line.
 */
@Value.Immutable
public abstract class Line {
  private static final int LARGEST_QUANTITY = 1_000_000;

  Line() {}

  /** The article. */
  public abstract Sku sku();

  /** The group the article belongs to, if it belongs to one. */
  public abstract Optional<Category> category();

  /** The count of articles, 1 to 1,000,000; one unless said otherwise. */
  @Value.Default
  public int quantity() {
    return 1;
  }

  /** The price of one article before tax and discount. */
  public abstract ExactMoney unitPrice();

  /** What is taken off the whole line. */
  @Value.Default
  public ExactMoney discount() {
    return ExactMoney.zero(unitPrice().currency());
  }

  /** The tax on the whole line, on top of the discounted price. */
  @Value.Default
  public ExactMoney tax() {
    return ExactMoney.zero(unitPrice().currency());
  }

  /** The price of all articles before discount and tax: 2 at EUR 14.90 are EUR 29.80. */
  @Value.Derived
  public ExactMoney listPrice() {
    return unitPrice().times(quantity());
  }

  /** The price after discount and before tax: EUR 27.80. */
  @Value.Derived
  public ExactMoney net() {
    return listPrice().minus(discount());
  }

  /** What is to be paid: EUR 33.08. */
  @Value.Derived
  public ExactMoney total() {
    return net().plus(tax());
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** One article of a category at a price. */
  public static Line of(Sku sku, Category category, MonetaryAmount unitPrice) {
    return builder().sku(sku).category(category).unitPrice(unitPrice).build();
  }

  /** Builds a {@link Line}. */
  public static final class Builder extends ImmutableLine.Builder {
    Builder() {}

    /** The price of one article before tax and discount. */
    public Builder unitPrice(MonetaryAmount amount) {
      return unitPrice(ExactMoney.from(amount));
    }

    /** What is taken off the whole line. */
    public Builder discount(MonetaryAmount amount) {
      return discount(ExactMoney.from(amount));
    }

    /** The tax on the whole line. */
    public Builder tax(MonetaryAmount amount) {
      return tax(ExactMoney.from(amount));
    }
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        quantity() >= 1 && quantity() <= LARGEST_QUANTITY,
        FailureCode.QUANTITY_INVALID,
        "quantity",
        "line of '%s' must have a quantity of 1 to %s: %s",
        sku(),
        LARGEST_QUANTITY,
        quantity());
    checkNotNegative("unitPrice", unitPrice());
    checkNotNegative("discount", discount());
    checkNotNegative("tax", tax());
    InvalidValueException.check(
        !net().isNegative(),
        FailureCode.DISCOUNT_EXCEEDS,
        "discount",
        "line of '%s' must have a discount of at most %s: %s",
        sku(),
        listPrice(),
        discount());
  }

  private void checkNotNegative(String path, ExactMoney amount) {
    InvalidValueException.check(
        !amount.isNegative(),
        FailureCode.LINE_NEGATIVE,
        path,
        "line of '%s' must not have a negative %s: %s",
        sku(),
        path,
        amount);
  }
}
