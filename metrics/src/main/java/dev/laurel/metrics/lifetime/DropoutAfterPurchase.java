package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What BG/NBD and MBG/NBD have in common: purchases at a rate that is gamma distributed over
 * customers, and after each purchase a chance to leave that is beta distributed.
 *
 * <p>The literature writes expectations with Gauss's hypergeometric function over a - 1, which has
 * a hole at a = 1 and cancels near it. Here they are the sum that this function stands for: over
 * the number of purchases that somebody who never leaves would make (negative binomial), of how
 * many of them are made by somebody who may leave. All terms are positive, nothing cancels.
 *
 * @param r shape of the rate of buying
 * @param alpha scale of the rate of buying, in units of time
 * @param a with b the chance to leave
 * @param b with a the chance to leave
 * @param atOnce how many chances to leave there are before the first repeat purchase, 0 or 1
 */
record DropoutAfterPurchase(double r, double alpha, double a, double b, int atOnce) {
  private static final double MOST_TERMS = 5e6;
  private static final double PRECISION = 1e-16;

  double probabilityAlive(PurchaseHistory history) {
    int x = history.frequency();
    if (x + atOnce == 0) {
      return 1;
    }
    double odds = Math.log(a / (b + x + atOnce - 1))
        + (r + x) * Math.log1p((history.age() - history.recency()) / (alpha + history.recency()));
    return 1 / (1 + Math.exp(odds));
  }

  ImmutableList<Double> expectedPurchases(PurchaseHistory history, List<Double> times) {
    int x = history.frequency();
    Staying staying = new Staying(r + x, alpha + history.age(), a, b + x + atOnce);
    double alive = probabilityAlive(history);
    return times.stream()
        .map(time -> alive * staying.purchasesWithin(time))
        .collect(ImmutableList.toImmutableList());
  }

  double expectedPurchasesOfNewcomer(double time) {
    double stays = atOnce == 0 ? 1 : b / (a + b);
    return stays * new Staying(r, alpha, a, b + atOnce).purchasesWithin(time);
  }

  /**
   * All purchases still to come, each at its worth of today. Of somebody who buys at rate l and
   * leaves after a purchase with chance p, purchases come at rate l exp(-l p t), so they are worth
   * l / (rate + l p) in all: the mean of this over what is known of l and p, times the probability
   * to be alive. The mean over p is that of {@link DiscountedStay} with the discount rate / l; that
   * over l is the trapezoidal rule in log l, with the same error.
   */
  double discountedResidualTransactions(PurchaseHistory history, double rate) {
    Checks.rate(rate);
    double c = b + history.frequency() + atOnce;
    if (rate == 0) {
      Checks.ends(a > 1, "a", a);
      return probabilityAlive(history) * (a + c - 1) / (a - 1);
    }
    double purchases = new DiscountedPurchases(
            r + history.frequency(), rate * (alpha + history.age()), a, c)
        .sum();
    return probabilityAlive(history) * purchases;
  }

  double probabilityOfPurchases(int purchases, double time) {
    Checks.purchases(purchases);
    Checks.time(time);
    double share = time / (alpha + time);
    int chances = purchases + atOnce;
    double none = LogBeta.value(a, b);
    double exactly =
        Math.exp(LogBeta.value(a, b + chances) - none + logNegativeBinomial(purchases, time));
    if (chances == 0) {
      return exactly;
    }
    double atLeast = purchases == 0 ? 1 : RegularizedBeta.value(share, purchases, r);
    return exactly + Math.exp(LogBeta.value(a + 1, b + chances - 1) - none) * atLeast;
  }

  private double logNegativeBinomial(int purchases, double time) {
    double never = -r * Math.log1p(time / alpha);
    return purchases == 0
        ? never
        : LogGamma.value(r + purchases)
            - LogGamma.value(r)
            - LogGamma.value(purchases + 1.0)
            + never
            + purchases * Math.log(time / (alpha + time));
  }

  /**
   * Somebody who has not left yet, with the distributions of rate and chance as they are known now.
   */
  private static final class Staying {
    private final double shape;
    private final double scale;
    private final double a;
    private final double c;

    // made[k]: of k purchases that would be made, how many are; shared by all horizons.
    private double[] made = new double[64];
    private int known;
    private double stays = 1;

    Staying(double shape, double scale, double a, double c) {
      this.shape = shape;
      this.scale = scale;
      this.a = a;
      this.c = c;
    }

    double purchasesWithin(double time) {
      Checks.time(time);
      double share = time / (scale + time);
      InvalidValueException.check(
          (shape + 40) * (1 + time / scale) <= MOST_TERMS,
          FailureCode.LIMIT_EXCEEDED,
          "time",
          "a time must be one in which fewer than %s purchases are likely: %s",
          MOST_TERMS,
          time);
      if (share == 0) {
        return 0;
      }
      double logWeight = -shape * Math.log1p(time / scale);
      double sum = 0;
      for (int k = 1; ; k++) {
        logWeight += Math.log((shape + k - 1) / k * share);
        double term = Math.exp(logWeight) * made(k);
        sum += term;
        double next = Math.max(share, (shape + k) / (k + 1.0) * share) * made(k + 1) / made(k);
        // From here the terms shrink at least as fast as a geometric series.
        if (next < 1 && term * next <= PRECISION * sum * (1 - next)) {
          return sum;
        }
      }
    }

    private double made(int k) {
      while (known < k) {
        if (known + 1 == made.length) {
          made = Arrays.copyOf(made, 2 * made.length);
        }
        made[known + 1] = made[known] + stays;
        stays *= (c + known) / (a + c + known);
        known++;
      }
      return made[k];
    }
  }

  /** The purchases still to come from somebody alive, at their worth of today. */
  private static final class DiscountedPurchases {
    private final double shape;
    private final double discount;
    private final double step;
    private final DiscountedStay stay;

    /** With the discount from one purchase to the next of somebody who buys at rate 1 / scale. */
    DiscountedPurchases(double shape, double discount, double a, double c) {
      this.shape = shape;
      this.discount = discount;
      this.step = DiscountedStay.step(1 / shape);
      this.stay = new DiscountedStay(a, c, discount / most());
    }

    double sum() {
      double mode = Math.log(shape);
      double sum = 0;
      for (double log = mode; Math.exp(log) <= most(); log += step) {
        sum += term(log);
      }
      for (double log = mode - step; ; log -= step) {
        double term = term(log);
        double slowness = Math.exp(log) / Math.min(discount, 1);
        if (slowness < PRECISION) {
          // Nobody so slow buys twice: from here on terms fall by one factor.
          return sum + term / -Math.expm1(-(shape + 1) * step);
        }
        sum += term;
        // What is left falls at least as fast as the weights do.
        if (term <= PRECISION * sum * Math.expm1(shape * step)) {
          return sum;
        }
      }
    }

    private double term(double log) {
      double rate = Math.exp(log);
      return step
          * Math.exp(shape * log - rate - LogGamma.value(shape))
          * stay.opportunities(discount / rate);
    }

    /** Nobody is known to buy faster, in units of one over the scale. */
    private double most() {
      return 2 * shape + 80;
    }
  }
}
