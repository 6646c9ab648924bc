package dev.laurel.core.basket;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import java.util.List;

/**
 * Rewards chosen for a balance: A and D for 30,000 points, worth 152.
 *
 * @param items the rewards and their counts, in the order of their names
 * @param points what they cost
 * @param value what they are worth
 * @param leftover the points that remain
 */
public record RewardBasket(List<Item> items, Points points, ExactMoney value, Points leftover) {
  /**
   * So many of a reward.
   *
   * @param reward the reward
   * @param count how many, 1 or more
   */
  public record Item(PricedReward reward, int count) {
    /** An item of these parts. */
    public Item {
      requireNonNull(reward, "reward");
    }
  }

  /** A basket of these parts. */
  public RewardBasket {
    items = ImmutableList.copyOf(items);
    requireNonNull(points, "points");
    requireNonNull(value, "value");
    requireNonNull(leftover, "leftover");
  }

  static RewardBasket of(List<Item> items, Points balance, ExactMoney nothing) {
    Points points = balance.type().zero();
    ExactMoney value = nothing;
    for (Item item : items) {
      points = points.plus(item.reward().price().times(item.count()));
      value = value.plus(item.reward().value().times(item.count()));
    }
    return new RewardBasket(items, points, value, balance.minus(points));
  }
}
