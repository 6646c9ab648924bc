package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How an order would be paid: 12,000 points stand for EUR 60.00, EUR 89.99 remain.
 *
 * <p>It tells what each term would have admitted and which of them was the narrowest. Points and
 * value are split over the lines by largest remainder, so that a refund of a line knows its share.
 */
@Value.Immutable
public abstract class RedemptionQuote {
  /** Why a best quote is zero, in order of precedence. */
  public enum Reason {
    /** No line may be paid with points, or those that may cost nothing. */
    NOTHING_ELIGIBLE,
    /** The eligible lines stay below the least that an order must come to. */
    ORDER_TOO_SMALL,
    /** What the limits leave, in whole steps, stays below the fewest points. */
    BELOW_MINIMUM,
    /** What could be spent is worth less than the smallest coin. */
    WORTH_NOTHING
  }

  /**
   * What one term admits by itself.
   *
   * @param kind the term
   * @param most the most points under it, before whole steps
   */
  public record Limit(Kind kind, Points most) {
    /** A term that bounds a redemption. */
    public enum Kind {
      /** The points there are. */
      BALANCE,
      /** The most points on an order. */
      MAXIMUM_POINTS,
      /** The largest part of the eligible lines. */
      SHARE_OF_ORDER,
      /** The most money that points may stand for. */
      MAXIMUM_MONEY
    }

    /** A limit of these parts. */
    public Limit {
      requireNonNull(kind, "kind");
      requireNonNull(most, "most");
    }
  }

  /**
   * The part of a redemption that falls on one line; its value and cash add up to its price.
   *
   * @param line the place of the line, from 0
   * @param price what the line costs
   * @param points the points that pay for it
   * @param value what these stand for
   * @param cash what remains to be paid
   */
  public record LineShare(
      int line, ExactMoney price, Points points, ExactMoney value, ExactMoney cash) {
    /**
     * A checked share.
     *
     * @throws InvalidValueException TOTAL_MISMATCH
     */
    public LineShare {
      requireNonNull(points, "points");
      InvalidValueException.check(
          price.equals(value.plus(cash)),
          FailureCode.TOTAL_MISMATCH,
          "cash",
          "line %s must have value and cash that add up to its price of %s: %s and %s",
          line,
          price,
          value,
          cash);
    }
  }

  RedemptionQuote() {}

  /** What is to be paid. */
  public abstract Order order();

  /** The points that would be spent. */
  public abstract Points points();

  /** What these stand for. */
  public abstract ExactMoney value();

  /** What falls on each line, in their order. */
  public abstract List<LineShare> shares();

  /** What each term admits. */
  public abstract List<Limit> limits();

  /** The narrowest of the limits. */
  public abstract Limit binding();

  /** Why nothing can be spent; absent where something can. */
  public abstract Optional<Reason> reason();

  /** What the order costs. */
  @Value.Derived
  public ExactMoney gross() {
    return order().gross();
  }

  /** What remains to be paid in money: gross less value. */
  @Value.Derived
  public ExactMoney cash() {
    return gross().minus(value());
  }

  /** What can be refunded of the order once it is paid like this: all of it. */
  public Refundable refundable() {
    return Refundable.of(this);
  }

  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RedemptionQuote}. */
  static final class Builder extends ImmutableRedemptionQuote.Builder {
    Builder() {}
  }
}
