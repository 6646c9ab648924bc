package dev.laurel.core.basket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.basket.RewardChooser.Repetition;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every catalogue, with trying all baskets as the oracle: F9 and F15. */
class RewardChooserLaws {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");

  @Property
  void noBasketIsWorthMore(
      @ForAll("catalogues") List<PricedReward> catalogue,
      @ForAll @LongRange(max = 40) long balance,
      @ForAll Repetition repetition) {
    RewardBasket best = RewardChooser.of(catalogue).best(STARS.points(balance), repetition);

    assertThat(best.value().minor())
        .isEqualTo(highest(catalogue, balance, repetition, (worth, left) -> worth));
    assertThat(isWithin(best, balance, repetition)).isTrue();
    assertThat(best.points().plus(best.leftover())).isEqualTo(STARS.points(balance));
  }

  @Property
  void noAdviceIsWorthMore(
      @ForAll("catalogues") List<PricedReward> catalogue,
      @ForAll @LongRange(max = 40) long balance,
      @ForAll @LongRange(max = 40) long expiring,
      @ForAll Repetition repetition) {
    long gone = Math.min(balance, expiring);
    PointRate keeping = PointRate.of(STARS.points(3), ExactMoney.ofMinor("EUR", 7));
    ToLongBiFunction<Long, Long> score = (worth, left) -> worth
        + keeping
            .worth(STARS.points(Math.min(left, balance - gone)), RoundingMode.FLOOR)
            .minor();
    SpendingAdvice advice = RewardChooser.of(catalogue)
        .advise(STARS.points(balance), STARS.points(gone), keeping, repetition);

    assertThat(score.applyAsLong(
            advice.basket().value().minor(), advice.basket().leftover().units()))
        .isEqualTo(highest(catalogue, balance, repetition, score));
    assertThat(advice.saved().plus(advice.lost())).isEqualTo(STARS.points(gone));
    assertThat(advice.kept().plus(advice.lost()).plus(advice.basket().points()))
        .isEqualTo(STARS.points(balance));
  }

  /** The greedy basket keeps the limits, and is never worth more than the best. */
  @Property
  void greedyIsAtMostTheBest(
      @ForAll("catalogues") List<PricedReward> catalogue,
      @ForAll @LongRange(max = 200) long balance,
      @ForAll Repetition repetition) {
    RewardChooser chooser = RewardChooser.of(catalogue);
    Points points = STARS.points(balance);
    RewardBasket greedy = chooser.greedy(points, repetition);

    assertThat(greedy.value().isAtMost(chooser.best(points, repetition).value()))
        .isTrue();
    assertThat(isWithin(greedy, balance, repetition)).isTrue();
  }

  /** The twin of the first law: greedy is caught as not the best. */
  @Property(tries = 1)
  void greedyIsCaughtByTheOracle() {
    List<PricedReward> catalogue = List.of(reward(0, 6, 6, 9), reward(1, 5, 4, 9));

    assertThat(RewardChooser.of(catalogue)
            .greedy(STARS.points(10), Repetition.REPEATABLE)
            .value()
            .minor())
        .isLessThan(highest(catalogue, 10, Repetition.REPEATABLE, (worth, left) -> worth));
  }

  private static boolean isWithin(RewardBasket basket, long balance, Repetition repetition) {
    return basket.points().units() <= balance
        && basket.items().stream()
            .allMatch(item -> item.count() > 0
                && item.count() <= RewardChooser.most(item.reward(), repetition)
                && !item.reward().price().isZero());
  }

  /** The best score of all baskets, one after the other. */
  private static long highest(
      List<PricedReward> rewards,
      long left,
      Repetition repetition,
      ToLongBiFunction<Long, Long> score) {
    return highest(rewards, 0, left, 0, repetition, score);
  }

  private static long highest(
      List<PricedReward> rewards,
      int from,
      long left,
      long worth,
      Repetition repetition,
      ToLongBiFunction<Long, Long> score) {
    if (from == rewards.size()) {
      return score.applyAsLong(worth, left);
    }
    PricedReward reward = rewards.get(from);
    long best = Long.MIN_VALUE;
    for (int n = 0; n <= RewardChooser.most(reward, repetition); n++) {
      long price = n * reward.price().units();
      if (price > left) {
        break;
      }
      long found = highest(
          rewards, from + 1, left - price, worth + n * reward.value().minor(), repetition, score);
      best = Math.max(best, found);
    }
    return best;
  }

  private static PricedReward reward(int name, long price, long minor, int stock) {
    PricedReward.Builder reward = PricedReward.builder()
        .id(Sku.of("R" + name))
        .price(STARS.points(price))
        .value(ExactMoney.ofMinor("EUR", minor));
    Optional.of(stock).filter(count -> count < 9).ifPresent(reward::stock);
    return reward.build();
  }

  @Provide
  Arbitrary<List<PricedReward>> catalogues() {
    return Combinators.combine(
            Arbitraries.longs().between(2, 20),
            Arbitraries.longs().between(0, 60),
            Arbitraries.integers().between(0, 9))
        .as((price, minor, stock) -> reward(0, price, minor, stock))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(RewardChooserLaws::named);
  }

  private static List<PricedReward> named(List<PricedReward> rewards) {
    List<PricedReward> named = new ArrayList<>();
    for (PricedReward reward : rewards) {
      named.add(reward(
          named.size(),
          reward.price().units(),
          reward.value().minor(),
          reward.stock().orElse(9)));
    }
    return named;
  }
}
