package dev.laurel.benchmarks.basket;

import dev.laurel.core.basket.PricedReward;
import dev.laurel.core.basket.RewardChooser;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A catalogue with a planted best basket: a few rewards whose prices add up to the balance and that
 * are worth two cents a point, among many that are worth at most one.
 *
 * <p>Nothing can beat the planted ones: no basket is worth more than two cents for each of its
 * points, and they spend them all.
 */
final class PlantedCatalog {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final int PLANTED = 8;
  private static final long STEP = 100;

  private final List<PricedReward> rewards = new ArrayList<>();
  private long balance;
  private long best;

  private PlantedCatalog() {}

  /** A catalogue of so many rewards, at prices in steps of 100 points. */
  static PlantedCatalog of(int size) {
    PlantedCatalog catalog = new PlantedCatalog();
    SplittableRandom random = new SplittableRandom(size);
    for (int i = 0; i < PLANTED; i++) {
      long price = STEP * random.nextLong(10, 100);
      catalog.add("planted-" + i, price, 2 * price);
      catalog.balance += price;
      catalog.best += 2 * price;
    }
    for (int i = PLANTED; i < size; i++) {
      long price = STEP * random.nextLong(5, 200);
      catalog.add("other-" + i, price, random.nextLong(price / 2, price));
    }
    return catalog;
  }

  private void add(String id, long price, long cents) {
    PricedReward.Builder reward = PricedReward.builder().id(Sku.of(id));
    rewards.add(reward
        .price(STARS.points(price))
        .value(ExactMoney.ofMinor("EUR", cents))
        .stock(1)
        .build());
  }

  RewardChooser chooser() {
    return RewardChooser.of(rewards);
  }

  /** The points to spend: what the planted rewards cost. */
  Points balance() {
    return STARS.points(balance);
  }

  /** What the planted rewards are worth. */
  ExactMoney best() {
    return ExactMoney.ofMinor("EUR", best);
  }
}
