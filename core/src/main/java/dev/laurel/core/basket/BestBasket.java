package dev.laurel.core.basket;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * The bounded knapsack, by dynamic programming over exact numbers.
 *
 * <p>Rewards are worked from the last name to the first, and each may be taken from none to its
 * most. A table tells the highest value for each exact amount of points, and of equal values the
 * one with the fewest rewards. Bounded counts are covered by a sliding maximum over the residues of
 * a price, so that a reward costs one pass whatever its stock.
 *
 * <p>Source: H. Kellerer, U. Pferschy, D. Pisinger, Knapsack Problems, 2004, chapter 7.
 */
final class BestBasket {
  private static final long NONE = -1;

  private final List<PricedReward> rewards;
  private final int[] prices;
  private final int[] most;
  private final long divisor;
  private final long[] value;
  private final int[] count;
  private final int[][] taken;

  BestBasket(List<PricedReward> rewards, long balance, RewardChooser.Repetition repetition) {
    this.rewards = rewards;
    this.divisor =
        rewards.stream().mapToLong(reward -> reward.price().units()).reduce(0, BestBasket::gcd);
    int steps = stepsOf(balance);
    this.prices = new int[rewards.size()];
    this.most = new int[rewards.size()];
    long worth = 0;
    for (int i = 0; i < prices.length; i++) {
      prices[i] = (int) (rewards.get(i).price().units() / divisor);
      most[i] = Math.min(RewardChooser.most(rewards.get(i), repetition), steps / prices[i]);
      worth = plusExact(worth, rewards.get(i).value().minor(), most[i]);
    }
    this.value = new long[steps + 1];
    Arrays.fill(value, 1, value.length, NONE);
    this.count = new int[steps + 1];
    this.taken = new int[prices.length][steps + 1];
    for (int i = prices.length - 1; i >= 0; i--) {
      new Pass(i).run();
    }
  }

  private int stepsOf(long balance) {
    long steps = balance / divisor;
    InvalidValueException.check(
        steps < RewardChooser.MOST_CELLS / rewards.size(),
        FailureCode.LIMIT_EXCEEDED,
        "catalogue",
        "an exact basket must need at most %s cells: %s rewards, %s steps of %s points",
        RewardChooser.MOST_CELLS,
        rewards.size(),
        steps,
        divisor);
    return (int) steps;
  }

  /** The largest value that can come up, so that no sum in the table can wrap. */
  private static long plusExact(long sum, long value, int count) {
    long product = value * count;
    if (Math.multiplyHigh(value, count) != 0 || product < 0 || sum + product < 0) {
      throw PointsOverflowException.of(value, "*", count);
    }
    return sum + product;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** The basket of the highest value, with what is kept by the points spent added to it. */
  List<RewardBasket.Item> items(LongUnaryOperator score) {
    int best = 0;
    long highest = score.applyAsLong(0);
    for (int at = 1; at < value.length; at++) {
      long found = value[at] == NONE ? Long.MIN_VALUE : scored(score, at);
      if (found > highest) {
        best = at;
        highest = found;
      }
    }
    return read(best);
  }

  private long scored(LongUnaryOperator score, int at) {
    return Math.addExact(value[at], score.applyAsLong(at * divisor));
  }

  private List<RewardBasket.Item> read(int amount) {
    ImmutableList.Builder<RewardBasket.Item> items = ImmutableList.builder();
    int left = amount;
    for (int i = 0; i < prices.length; i++) {
      int times = taken[i][left];
      if (times > 0) {
        items.add(new RewardBasket.Item(rewards.get(i), times));
        left -= times * prices[i];
      }
    }
    return items.build();
  }

  /** One reward over all amounts of points. */
  private final class Pass {
    private final int reward;
    private final int price;
    private final long worth;
    private final long[] before = value.clone();
    private final int[] countBefore = count.clone();
    private final int[] window;
    private int head;
    private int tail;

    Pass(int reward) {
      this.reward = reward;
      this.price = prices[reward];
      this.worth = rewards.get(reward).value().minor();
      this.window = new int[value.length / price + 1];
    }

    void run() {
      for (int residue = 0; residue < price && residue < value.length; residue++) {
        head = 0;
        tail = 0;
        for (int k = 0, at = residue; at < value.length; k++, at += price) {
          if (before[at] != NONE) {
            push(k, residue);
          }
          if (head < tail && window[head] < k - most[reward]) {
            head++;
          }
          if (head < tail) {
            take(at, k, window[head], residue);
          }
        }
      }
    }

    private void take(int at, int k, int from, int residue) {
      int origin = residue + from * price;
      value[at] = before[origin] + (k - from) * worth;
      count[at] = countBefore[origin] + k - from;
      taken[reward][at] = k - from;
    }

    /** Keeps the window in falling order of what its places are worth where they are compared. */
    private void push(int k, int residue) {
      int at = residue + k * price;
      while (head < tail) {
        int last = window[tail - 1];
        int lastAt = residue + last * price;
        long gain = before[at] - before[lastAt] - (k - last) * worth;
        int more = countBefore[at] - countBefore[lastAt] - (k - last);
        // Of equal ones the earlier place stays: it takes more of the name that comes first.
        if (gain < 0 || (gain == 0 && more >= 0)) {
          break;
        }
        tail--;
      }
      window[tail++] = k;
    }
  }
}
