package dev.laurel.core.basket;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * The best use of a balance over a catalogue.
 *
 * <p>{@link #best} is exact: no basket within the balance and the stock is worth more. Of equal
 * ones it has the fewest points, then the fewest rewards, then more of those whose name comes
 * first. It takes rewards times balance steps, where a step is the greatest common divisor of the
 * prices, and refuses more than {@value #MOST_CELLS} of them instead of becoming approximate.
 * {@link #greedy} takes the best value for a point first; it is fast, and can be wrong by a lot.
 *
 * <p>Free rewards are not chosen: they need no choice.
 */
public final class RewardChooser {
  /** The largest table that {@link #best} fills: rewards times balance steps. */
  public static final long MOST_CELLS = 20_000_000;

  private static final Comparator<PricedReward> BY_NAME = Comparator.comparing(PricedReward::id);

  private final ImmutableList<PricedReward> catalogue;
  private final ExactMoney nothing;

  private RewardChooser(ImmutableList<PricedReward> catalogue, ExactMoney nothing) {
    this.catalogue = catalogue;
    this.nothing = nothing;
  }

  /** How often a member may take a reward. */
  public enum Repetition {
    /** Once. */
    ONCE,
    /** As often as there is stock. */
    REPEATABLE
  }

  /**
   * A chooser over these rewards.
   *
   * @throws InvalidValueException REQUIRED for an empty catalogue, CONFIG_DUPLICATE for a name
   *     given twice, TYPE_MISMATCH or MIXED_CURRENCY
   */
  public static RewardChooser of(Collection<PricedReward> catalogue) {
    ImmutableList<PricedReward> rewards = ImmutableList.sortedCopyOf(BY_NAME, catalogue);
    InvalidValueException.check(
        !rewards.isEmpty(), FailureCode.REQUIRED, "catalogue", "a catalogue must have rewards");
    Set<Sku> names = new HashSet<>();
    PricedReward first = rewards.get(0);
    for (PricedReward reward : rewards) {
      InvalidValueException.check(
          names.add(reward.id()),
          FailureCode.CONFIG_DUPLICATE,
          "catalogue",
          "a catalogue must name each reward once: %s",
          reward.id());
      first.price().compareTo(reward.price());
      first.value().compareTo(reward.value());
    }
    return new RewardChooser(rewards, first.value().minus(first.value()));
  }

  /**
   * The basket of the highest value that the balance and the stock allow.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED if the exact answer needs a table of more than
   *     {@link #MOST_CELLS}
   */
  public RewardBasket best(Points balance, Repetition repetition) {
    return best(balance, repetition, spent -> 0);
  }

  /**
   * What to spend where points expire and kept ones are worth something, such as a cash-out.
   *
   * <p>The basket has the highest sum of its own value and of the points kept beyond those that
   * expire; a point that is lost is worth nothing. Points that expire are spent first. Equal sums
   * spend fewer points.
   *
   * @param balance all points there are
   * @param expiring those of them that expire soon
   * @param keeping what a kept point is worth
   * @throws InvalidValueException RANGE if more expire than there are, otherwise as {@link #best}
   */
  public SpendingAdvice advise(
      Points balance, Points expiring, PointRate keeping, Repetition repetition) {
    InvalidValueException.check(
        expiring.compareTo(balance) <= 0,
        FailureCode.RANGE,
        "expiring",
        "points that expire must be among the balance of %s: %s",
        balance,
        expiring);
    Points lasting = balance.minus(expiring);
    RewardBasket basket = best(balance, repetition, spent -> {
      Points kept = lasting.min(balance.type().points(balance.units() - spent));
      return keeping.worth(kept, RoundingMode.FLOOR).minor();
    });
    return SpendingAdvice.of(basket, expiring);
  }

  private RewardBasket best(Points balance, Repetition repetition, LongUnaryOperator kept) {
    List<PricedReward> affordable = affordable(balance);
    List<RewardBasket.Item> items = affordable.isEmpty()
        ? ImmutableList.of()
        : new BestBasket(affordable, balance.units(), repetition).items(kept);
    return RewardBasket.of(items, balance, nothing);
  }

  /**
   * The basket that takes the highest value for a point first, as much of it as fits, then the
   * next.
   *
   * <p>Not the best one: of five rewards for 30,000 points it finds 150 where 152 are possible.
   * Ties go to the name that comes first.
   */
  public RewardBasket greedy(Points balance, Repetition repetition) {
    List<PricedReward> rewards = new ArrayList<>(affordable(balance));
    rewards.sort(Comparator.comparing(RewardChooser::perPoint).reversed().thenComparing(BY_NAME));
    List<RewardBasket.Item> items = new ArrayList<>();
    long left = balance.units();
    for (PricedReward reward : rewards) {
      long count = Math.min(left / reward.price().units(), most(reward, repetition));
      if (count > 0) {
        items.add(new RewardBasket.Item(reward, Math.toIntExact(count)));
        left -= count * reward.price().units();
      }
    }
    items.sort(Comparator.comparing(RewardBasket.Item::reward, BY_NAME));
    return RewardBasket.of(items, balance, nothing);
  }

  private List<PricedReward> affordable(Points balance) {
    requireNonNull(balance, "balance");
    return catalogue.stream()
        .filter(reward -> !reward.price().isZero()
            && reward.price().compareTo(balance) <= 0
            && most(reward, Repetition.REPEATABLE) > 0)
        .collect(ImmutableList.toImmutableList());
  }

  private static Ratio perPoint(PricedReward reward) {
    return Ratio.of(reward.value().minor(), reward.price().units());
  }

  /** How many of a reward may be taken. */
  static int most(PricedReward reward, Repetition repetition) {
    int stock = reward.stock().orElse(Integer.MAX_VALUE);
    return repetition == Repetition.ONCE ? Math.min(1, stock) : stock;
  }
}
