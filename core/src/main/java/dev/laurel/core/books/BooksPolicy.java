package dev.laurel.core.books;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.valuation.Allocation;
import dev.laurel.core.valuation.StandalonePrice;
import dev.laurel.core.valuation.UnexercisedRights;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** What has to be decided before the books of one type of points can be kept. */
@Value.Immutable
public abstract class BooksPolicy {
  BooksPolicy() {}

  /** The zone in which months are counted. */
  public abstract ProgramCalendar calendar();

  /**
   * What a point is worth to a member, in each currency of sales; the first is that of points given
   * without a sale.
   */
  public abstract List<PointRate> worth();

  /** How many points will be redeemed. */
  public abstract RedemptionExpectation expectation();

  /** What becomes of money for points that nobody redeems. */
  @Value.Default
  public UnexercisedRights rights() {
    return UnexercisedRights.IN_PROPORTION;
  }

  /** How recognised sums are rounded to coins. */
  @Value.Default
  public RoundingMode rounding() {
    return RoundingMode.HALF_EVEN;
  }

  /** The type of points. */
  @Value.Derived
  public PointType type() {
    InvalidValueException.check(
        !worth().isEmpty(), FailureCode.REQUIRED, "worth", "books must know what points are worth");
    return worth().get(0).points().type();
  }

  /** The currency of points given without a sale. */
  public String homeCurrency() {
    return worth().get(0).money().currency();
  }

  /**
   * The price of a sale divided over its goods and its points, as it is known in its month.
   *
   * @throws InvalidValueException UNKNOWN_CURRENCY if points have no worth in the currency
   */
  public Allocation allocate(ExactMoney price, Points issued, YearMonth month) {
    return Allocation.of(
        price, StandalonePrice.goods(price), standalone(issued, month, price.currency()));
  }

  /** What points given without a sale stand for, rounded once. */
  ExactMoney standing(Points issued, YearMonth month) {
    StandalonePrice price = standalone(issued, month, homeCurrency());
    return ExactMoney.ofMinor(
        price.currency(), Ratio.scale(1, price.minor(), RoundingMode.HALF_EVEN));
  }

  private StandalonePrice standalone(Points issued, YearMonth month, String currency) {
    for (PointRate rate : worth()) {
      if (rate.money().currency().equals(currency)) {
        return StandalonePrice.points(issued, expected(month, month), rate);
      }
    }
    throw new InvalidValueException(
        FailureCode.UNKNOWN_CURRENCY,
        "worth",
        "books must know what points are worth in the currency of a sale: " + currency);
  }

  Ratio expected(YearMonth cohort, YearMonth knownIn) {
    return RedemptionExpectation.checked(expectation().of(cohort, knownIn));
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link BooksPolicy}. */
  public static final class Builder extends ImmutableBooksPolicy.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Set<String> currencies = new HashSet<>();
    Points sum = type().zero();
    for (PointRate rate : worth()) {
      sum = sum.plus(rate.points());
      InvalidValueException.check(
          currencies.add(rate.money().currency()),
          FailureCode.CONFIG_DUPLICATE,
          "worth",
          "books must know one worth in a currency: %s",
          rate.money().currency());
    }
  }
}
