package dev.laurel.core.basket;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that points buy, such as a service worth EUR 66.00 for 12,000 points.
 *
 * <p>A reward costs at least one point: a price of zero is most likely a slip, and a reward that is
 * meant to be free says so.
 */
@Value.Immutable
public abstract class PricedReward {
  PricedReward() {}

  /** Its name in the catalogue. */
  public abstract Sku id();

  /** What it costs. */
  public abstract Points price();

  /** What it is worth to the member, in the judgement of the caller; zero or more. */
  public abstract ExactMoney value();

  /** How many there are; absent if there is no end of them. */
  public abstract Optional<Integer> stock();

  /** Whether it is meant to cost nothing. */
  @Value.Default
  public boolean isFree() {
    return false;
  }

  /**
   * The reward at another price that is not suspiciously lower: 1 point instead of 50,000 is a
   * slip.
   *
   * @param price the other price
   * @param largestFall the part of the old price by which it may fall, 0 to 1
   * @throws InvalidValueException PRICE_BELOW_FLOOR if it falls by more, PERCENT_RANGE
   */
  public PricedReward repriced(Points price, Ratio largestFall) {
    InvalidValueException.check(
        !largestFall.isNegative() && largestFall.compareTo(Ratio.ONE) <= 0,
        FailureCode.PERCENT_RANGE,
        "largestFall",
        "a price may fall by a part from 0 to 1: %s",
        largestFall);
    Points fall = price().minusAtMost(price);
    long most = Ratio.scale(price().units(), largestFall, RoundingMode.FLOOR);
    InvalidValueException.check(
        fall.units() <= most,
        FailureCode.PRICE_BELOW_FLOOR,
        "price",
        "reward '%s' must not fall by more than %s of %s: %s",
        id(),
        largestFall,
        price(),
        price);
    Builder builder = builder().id(id()).price(price).value(value()).isFree(isFree());
    stock().ifPresent(builder::stock);
    return builder.build();
  }

  /** A reward of which there is no end. */
  public static PricedReward of(Sku id, Points price, ExactMoney value) {
    return builder().id(id).price(price).value(value).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PricedReward}. */
  public static final class Builder extends ImmutablePricedReward.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    requireNonNull(price(), "price");
    InvalidValueException.check(
        isFree() == price().isZero(),
        FailureCode.PRICE_BELOW_FLOOR,
        "price",
        "reward '%s' must cost a point or be declared free: %s, free %s",
        id(),
        price(),
        isFree());
    InvalidValueException.check(
        !value().isNegative(),
        FailureCode.RANGE,
        "value",
        "reward '%s' must not have a negative value: %s",
        id(),
        value());
    InvalidValueException.check(
        stock().isEmpty() || stock().get() >= 0,
        FailureCode.QUANTITY_INVALID,
        "stock",
        "reward '%s' must not have a negative stock: %s",
        id(),
        stock());
  }
}
