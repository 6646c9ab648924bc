package dev.laurel.core.earning;

import dev.laurel.core.identity.Category;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What of a purchase counts as spending.
 *
 * <p>Unless said otherwise: the goods, after discount, before tax, without shipping, without the
 * part that was paid with points. Where points or gift cards paid a share of the total, that share
 * of every line, its tax and the shipping is left out: of goods of EUR 100.00, of which points paid
 * 30 percent, EUR 70.00 count. A fraction of a minor unit that this leaves of the lines together is
 * dropped, so that neither the order of the lines nor the length of a history matters.
 */
@Value.Immutable
public abstract class Basis {
  private static final Basis STANDARD = builder().build();

  Basis() {}

  /** Whether discounts are ignored; they lower the basis unless said otherwise. */
  @Value.Default
  public boolean isBeforeDiscount() {
    return false;
  }

  /** Whether tax counts; it does not unless said otherwise. */
  @Value.Default
  public boolean isWithTax() {
    return false;
  }

  /** Whether shipping counts, tax included; it does not unless said otherwise. */
  @Value.Default
  public boolean isWithShipping() {
    return false;
  }

  /** Whether the part paid with points counts; it does not unless said otherwise. */
  @Value.Default
  public boolean isWithPointsPaid() {
    return false;
  }

  /** Whether the part paid with a gift card counts; it does unless said otherwise. */
  @Value.Default
  public boolean isWithGiftCard() {
    return true;
  }

  /** The categories whose lines never count. */
  public abstract Set<Category> excludedCategories();

  /** Net merchandise actually paid, without the part paid with points. */
  public static Basis standard() {
    return STANDARD;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Basis}. */
  public static final class Builder extends ImmutableBasis.Builder {
    Builder() {}
  }
}
