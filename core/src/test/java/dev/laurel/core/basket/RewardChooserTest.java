package dev.laurel.core.basket;

import static dev.laurel.core.basket.RewardChooser.Repetition.ONCE;
import static dev.laurel.core.basket.RewardChooser.Repetition.REPEATABLE;
import static dev.laurel.core.testkit.Codes.codeOf;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Section 2.5 of the specification: five rewards and 30,000 points. */
class RewardChooserTest {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final RewardChooser CHOOSER = RewardChooser.of(List.of(
      reward("A", 5_000, 22),
      reward("B", 10_000, 50),
      reward("C", 12_000, 66),
      reward("D", 25_000, 130),
      reward("E", 3_000, 12)));

  private static PricedReward reward(String id, long price, long euros) {
    return PricedReward.of(Sku.of(id), STARS.points(price), eur(euros));
  }

  private static PricedReward limited(String id, long price, long euros, int stock) {
    return PricedReward.builder()
        .id(Sku.of(id))
        .price(STARS.points(price))
        .value(eur(euros))
        .stock(stock)
        .build();
  }

  private static ExactMoney eur(long euros) {
    return ExactMoney.ofMinor("EUR", euros * 100);
  }

  private static String names(RewardBasket basket) {
    return basket.items().stream()
        .map(item -> item.count() + " " + item.reward().id())
        .collect(joining(", "));
  }

  @Nested
  class TheBest {
    @Test
    void eachOnceIsAAndD() {
      RewardBasket basket = CHOOSER.best(STARS.points(30_000), ONCE);

      assertThat(names(basket)).isEqualTo("1 A, 1 D");
      assertThat(basket.value()).isEqualTo(eur(152));
      assertThat(basket.points()).isEqualTo(STARS.points(30_000));
      assertThat(basket.leftover().isZero()).isTrue();
    }

    @Test
    void repeatedIsTwoCAndTwoE() {
      RewardBasket basket = CHOOSER.best(STARS.points(30_000), REPEATABLE);

      assertThat(names(basket)).isEqualTo("2 C, 2 E");
      assertThat(basket.value()).isEqualTo(eur(156));
    }

    @Test
    void isMoreThanGreedyFinds() {
      RewardBasket greedy = CHOOSER.greedy(STARS.points(30_000), ONCE);

      assertThat(names(greedy)).isEqualTo("1 A, 1 B, 1 C, 1 E");
      assertThat(greedy.value()).isEqualTo(eur(150)).isNotEqualTo(eur(152));
    }

    @Test
    void staysWithinTheStock() {
      RewardChooser chooser =
          RewardChooser.of(List.of(limited("C", 12_000, 66, 1), limited("E", 3_000, 12, 3)));

      assertThat(names(chooser.best(STARS.points(30_000), REPEATABLE))).isEqualTo("1 C, 3 E");
      assertThat(names(chooser.greedy(STARS.points(30_000), REPEATABLE))).isEqualTo("1 C, 3 E");
      assertThat(RewardChooser.of(List.of(limited("C", 12_000, 66, 0)))
              .best(STARS.points(30_000), REPEATABLE)
              .items())
          .isEmpty();
    }

    @Test
    void takesFewestPointsThenFewestRewardsThenTheFirstName() {
      RewardChooser points = RewardChooser.of(List.of(reward("A", 300, 5), reward("B", 200, 5)));
      RewardChooser rewards =
          RewardChooser.of(List.of(reward("A", 100, 5), reward("B", 100, 5), reward("C", 200, 10)));
      RewardChooser names = RewardChooser.of(List.of(reward("B", 100, 5), reward("A", 100, 5)));

      assertThat(names(points.best(STARS.points(350), ONCE))).isEqualTo("1 B");
      assertThat(names(rewards.best(STARS.points(200), ONCE))).isEqualTo("1 C");
      assertThat(names(names.best(STARS.points(150), ONCE))).isEqualTo("1 A");
      assertThat(names(names.best(STARS.points(250), REPEATABLE))).isEqualTo("2 A");
    }

    @Test
    void ofTooFewPointsIsNothing() {
      assertThat(CHOOSER.best(STARS.points(2_999), ONCE).items()).isEmpty();
      assertThat(CHOOSER.best(STARS.zero(), ONCE).leftover()).isEqualTo(STARS.zero());
    }

    @Test
    void ofTooLargeATableIsRefusedNotApproximated() {
      RewardChooser prime = RewardChooser.of(List.of(reward("A", 7, 1), reward("B", 11, 2)));

      assertThat(codeOf(() -> prime.best(STARS.points(1_000_000_000_000L), ONCE)))
          .isEqualTo(FailureCode.LIMIT_EXCEEDED);
      assertThat(prime.greedy(STARS.points(1_000_000_000_000L), ONCE).value()).isEqualTo(eur(3));
    }

    @Test
    void ofValuesThatDoNotFitIsAnOverflow() {
      RewardChooser vast = RewardChooser.of(List.of(PricedReward.of(
          Sku.of("A"), STARS.points(1), ExactMoney.ofMinor("EUR", 1_000_000_000_000_000L))));

      assertThatExceptionOfType(PointsOverflowException.class)
          .isThrownBy(() -> vast.best(STARS.points(1_000_000), REPEATABLE));
    }
  }

  @Nested
  class WhereSomePointsExpire {
    private final PointRate cashOut = PointRate.of(STARS.points(200), eur(1));

    @Test
    void poorRewardsAreBetterThanLosingPoints() {
      RewardChooser chooser = RewardChooser.of(List.of(reward("E", 3_000, 12)));
      SpendingAdvice keep = chooser.advise(STARS.points(5_000), STARS.zero(), cashOut, REPEATABLE);
      SpendingAdvice spend =
          chooser.advise(STARS.points(5_000), STARS.points(2_000), cashOut, REPEATABLE);

      assertThat(keep.basket().items()).isEmpty();
      assertThat(keep.kept()).isEqualTo(STARS.points(5_000));
      assertThat(names(spend.basket())).isEqualTo("1 E");
      assertThat(spend.saved()).isEqualTo(STARS.points(2_000));
      assertThat(spend.lost()).isEqualTo(STARS.zero());
      assertThat(spend.kept()).isEqualTo(STARS.points(2_000));
    }

    @Test
    void whatCannotBeSavedIsToldAsLost() {
      SpendingAdvice advice = CHOOSER.advise(STARS.points(2_000), STARS.points(500), cashOut, ONCE);

      assertThat(advice.basket().items()).isEmpty();
      assertThat(advice.lost()).isEqualTo(STARS.points(500));
      assertThat(advice.kept()).isEqualTo(STARS.points(1_500));
    }

    @Test
    void moreThanThereAreCannotExpire() {
      assertThat(codeOf(() -> CHOOSER.advise(STARS.points(1), STARS.points(2), cashOut, ONCE)))
          .isEqualTo(FailureCode.RANGE);
    }
  }

  @Nested
  class APrice {
    /** Row 33: Hawaiian and United sold awards for a slip of the keyboard. */
    @Test
    void ofNothingIsASlipUnlessDeclaredFree() {
      assertThat(codeOf(() -> reward("A", 0, 22))).isEqualTo(FailureCode.PRICE_BELOW_FLOOR);
      assertThat(PricedReward.builder()
              .id(Sku.of("A"))
              .price(STARS.zero())
              .value(eur(22))
              .isFree(true)
              .build()
              .isFree())
          .isTrue();
      assertThat(codeOf(() -> PricedReward.builder()
              .id(Sku.of("A"))
              .price(STARS.points(1))
              .value(eur(22))
              .isFree(true)
              .build()))
          .isEqualTo(FailureCode.PRICE_BELOW_FLOOR);
    }

    /** Row 33. */
    @Test
    void thatFallsByMoreThanAllowedIsASlip() {
      PricedReward flight = reward("flight", 50_000, 400);

      assertThat(codeOf(() -> flight.repriced(STARS.points(1), Ratio.of(1, 2))))
          .isEqualTo(FailureCode.PRICE_BELOW_FLOOR);
      assertThat(codeOf(() -> flight.repriced(STARS.points(24_999), Ratio.of(1, 2))))
          .isEqualTo(FailureCode.PRICE_BELOW_FLOOR);
      assertThat(flight.repriced(STARS.points(25_000), Ratio.of(1, 2)).price())
          .isEqualTo(STARS.points(25_000));
      assertThat(flight.repriced(STARS.points(90_000), Ratio.ZERO).price())
          .isEqualTo(STARS.points(90_000));
      assertThat(codeOf(() -> flight.repriced(STARS.points(1), Ratio.of(2))))
          .isEqualTo(FailureCode.PERCENT_RANGE);
    }
  }

  @Test
  void aCatalogueThatIsNonsenseIsRefused() {
    PointType miles = PointType.redeemable("miles", "Miles");

    assertThat(codeOf(() -> RewardChooser.of(List.of()))).isEqualTo(FailureCode.REQUIRED);
    assertThat(codeOf(() -> RewardChooser.of(List.of(reward("A", 1, 1), reward("A", 2, 2)))))
        .isEqualTo(FailureCode.CONFIG_DUPLICATE);
    assertThat(codeOf(() -> RewardChooser.of(
            List.of(reward("A", 1, 1), PricedReward.of(Sku.of("B"), miles.points(1), eur(1))))))
        .isEqualTo(FailureCode.TYPE_MISMATCH);
    assertThat(codeOf(() -> RewardChooser.of(List.of(
            reward("A", 1, 1),
            PricedReward.of(Sku.of("B"), STARS.points(1), ExactMoney.parse("USD 1.00"))))))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> reward("A", 1, -1))).isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> limited("A", 1, 1, -1))).isEqualTo(FailureCode.QUANTITY_INVALID);
  }
}
