package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The Pareto/NBD model: customers buy at their own steady rate until, unseen, they leave, after a
 * time that is exponential with their own steady rate.
 *
 * <p>With r 0.5534, alpha 10.5802, s 0.6061 and beta 11.6562 and time in weeks, as published for
 * CDNOW, somebody of history (26, 30.86, 31) is alive with probability 0.998 and will make 25.45
 * purchases in the next 52 weeks; somebody who has not come back for 38.86 weeks is alive with
 * probability 0.295.
 *
 * <p>Assumed: the two rates are independent of each other over customers, and steady.
 *
 * <p>Sources: D. Schmittlein, D. Morrison and R. Colombo, Management Science 33 (1987); P. Fader,
 * B. Hardie and K. L. Lee, "RFM and CLV", Journal of Marketing Research 42 (2005) for residual
 * transactions. Expectations here are integrals with positive terms where the literature has
 * differences of hypergeometric functions.
 *
 * @param r shape of the rates of buying
 * @param alpha scale of the rates of buying, in units of time; the mean rate is r / alpha
 * @param s shape of the rates of leaving
 * @param beta scale of the rates of leaving, in units of time; the mean rate is s / beta
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements BuyingModel {
  private static final List<String> NAMES = ImmutableList.of("r", "alpha", "s", "beta");
  private static final double DEEPEST = 45;

  /**
   * A model of these parameters.
   *
   * @throws InvalidValueException RANGE if one is not finite and above zero
   */
  public ParetoNbd {
    Checks.parameter("Pareto/NBD", "r", r);
    Checks.parameter("Pareto/NBD", "alpha", alpha);
    Checks.parameter("Pareto/NBD", "s", s);
    Checks.parameter("Pareto/NBD", "beta", beta);
  }

  /** The model that makes these histories most likely, or why there is none. */
  public static Fit<ParetoNbd> fit(HistoryTable histories) {
    return Starts.<ParetoNbd>refusal(histories)
        .orElseGet(() -> Fitting.search(
            new DeathLikelihood(histories),
            histories.customers(),
            NAMES,
            Starts.death(histories),
            found -> new ParetoNbd(found[0], found[1], found[2], found[3])));
  }

  @Override
  public double probabilityAlive(PurchaseHistory history) {
    return DeathLikelihood.Life.of(
            alpha, beta, r + history.frequency(), s, history.recency(), history.age())
        .alive();
  }

  @Override
  public ImmutableList<Double> expectedPurchases(PurchaseHistory history, List<Double> times) {
    double alive = probabilityAlive(history);
    double rate = (r + history.frequency()) / (alpha + history.age());
    double scale = beta + history.age();
    return times.stream()
        .map(time -> alive * rate * timeAlive(scale, time))
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public double expectedPurchasesOfNewcomer(double time) {
    return r / alpha * timeAlive(beta, time);
  }

  @Override
  public double probabilityOfPurchases(int purchases, double time) {
    Checks.purchases(purchases);
    Checks.time(time);
    double factor = LogGamma.value(r + purchases)
        - LogGamma.value(r)
        - LogGamma.value(purchases + 1.0)
        + r * Math.log(alpha);
    double alive = Math.exp(factor
        - s * Math.log1p(time / beta)
        - (r + purchases) * Math.log(alpha + time)
        + power(purchases, time));
    return alive + diedBefore(purchases, time, factor);
  }

  @Override
  public double logLikelihood(HistoryTable histories) {
    return new DeathLikelihood(histories)
        .at(new double[] {r, alpha, s, beta}, new double[NAMES.size()]);
  }

  /**
   * {@inheritDoc}
   *
   * <p>At the CDNOW parameters and a continuous rate of 0.0027 a week, which is 15 % a year, those
   * of (2, 30.43, 38.86) are 6.48.
   */
  @Override
  public double discountedResidualTransactions(PurchaseHistory history, double rate) {
    Checks.rate(rate);
    Checks.ends(rate > 0 || s > 1, "s", s);
    double buying = (r + history.frequency()) / (alpha + history.age());
    double scale = beta + history.age();
    return probabilityAlive(history) * buying * scale * discountedTime(scale * rate);
  }

  /** The expected time within a horizon during which somebody alive stays alive. */
  private double timeAlive(double scale, double time) {
    Checks.time(time);
    double log = Math.log1p(time / scale);
    double exponent = (1 - s) * log;
    // At s = 1 the closed form has a hole, which the logarithm fills.
    double stretched = exponent == 0 ? log : log * Math.expm1(exponent) / exponent;
    return scale * stretched;
  }

  /** The integral over v from 0 of exp(-rate v) (1 + v)^-s, in y = log(1 + v). */
  private double discountedTime(double rate) {
    if (rate == 0) {
      return 1 / (s - 1);
    }
    double width = Math.log1p(DEEPEST / rate);
    if (s > 1) {
      width = Math.min(width, DEEPEST / (s - 1));
    }
    // One panel for each half: the exponential of an exponential ends abruptly.
    int panels = 2 + (int) (2 * width);
    GaussLegendre rule = GaussLegendre.OF_24;
    double sum = 0;
    for (int panel = 0; panel < panels; panel++) {
      for (int i = 0; i < rule.size(); i++) {
        double y = (panel + rule.node(i)) * width / panels;
        sum += rule.weight(i) * Math.exp((1 - s) * y - rate * Math.expm1(y));
      }
    }
    return sum * width / panels;
  }

  private double diedBefore(int purchases, double time, double factor) {
    if (time == 0) {
      return 0;
    }
    GaussLegendre rule = GaussLegendre.OF_24;
    double width = Math.log1p(time / Math.min(alpha, beta));
    int panels = 2 + (int) (2 * width) + purchases / 8;
    double sum = 0;
    for (int panel = 0; panel < panels; panel++) {
      for (int i = 0; i < rule.size(); i++) {
        double y = (panel + rule.node(i)) * width / panels;
        double died = Math.min(alpha, beta) * Math.expm1(y);
        sum += rule.weight(i)
            * Math.exp(factor
                + power(purchases, died)
                - (r + purchases) * Math.log(alpha + died)
                - (s + 1) * Math.log1p(died / beta)
                + y);
      }
    }
    return sum * width / panels * s / beta * Math.min(alpha, beta);
  }

  private static double power(int exponent, double base) {
    return exponent == 0 ? 0 : exponent * Math.log(base);
  }
}
