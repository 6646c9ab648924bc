package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The Gamma-Gamma model of spend: what a customer spends varies from purchase to purchase around
 * the customer's own mean, and means vary over customers.
 *
 * <p>With p 6.25, q 3.74 and v 15.44, as published for CDNOW, somebody who spent USD 22.35 in the
 * mean of two purchases is expected to spend USD 24.66: few purchases pull little away from the
 * mean of all, USD 35.22, which is also the answer for somebody of whom nothing is known.
 *
 * <p>Assumed: spend does not depend on how often somebody buys; see {@link SpendTable#correlation}.
 * By the convention of the literature the first purchase is not looked at.
 *
 * <p>Source: P. Fader and B. Hardie, "The Gamma-Gamma model of monetary value" (2013).
 *
 * @param p shape of the spend on a purchase
 * @param q shape of the rates of spend over customers
 * @param v scale of the rates of spend, in major units of the currency
 */
public record GammaGamma(double p, double q, double v) {
  private static final List<String> NAMES = ImmutableList.of("p", "q", "v");

  /**
   * A model of these parameters.
   *
   * @throws InvalidValueException RANGE if one is not finite and above zero
   */
  public GammaGamma {
    Checks.parameter("Gamma-Gamma", "p", p);
    Checks.parameter("Gamma-Gamma", "q", q);
    Checks.parameter("Gamma-Gamma", "v", v);
  }

  /** The model that makes these spends most likely, or why there is none. */
  public static Fit<GammaGamma> fit(SpendTable spends) {
    long customers = spends.customers();
    if (customers == 0) {
      return new Fit.Failed<>(Fit.Reason.NO_CUSTOMERS, "nobody has spent anything");
    }
    double mean = spends.counts().entrySet().stream()
            .mapToDouble(entry -> entry.getKey().mean() * entry.getValue())
            .sum()
        / customers;
    double least = spends.counts().keySet().stream()
        .mapToDouble(SpendTable.Spend::mean)
        .min()
        .orElse(0);
    double most = spends.counts().keySet().stream()
        .mapToDouble(SpendTable.Spend::mean)
        .max()
        .orElse(0);
    if (least == most) {
      return new Fit.Failed<>(
          Fit.Reason.NO_VARIATION, "everybody spends the same in the mean; no model is needed");
    }
    double[][] starts = {
      {4, 4, 0.75 * mean}, {1, 2, mean}, {20, 2, 0.05 * mean}, {2, 20, 9.5 * mean}
    };
    return Fitting.search(
        new Likelihood(spends),
        customers,
        NAMES,
        starts,
        found -> new GammaGamma(found[0], found[1], found[2]));
  }

  /**
   * The expected spend on a purchase of somebody who spent so much in the mean of so many.
   *
   * @param spend what was seen of the customer
   * @throws InvalidValueException METRIC_DIVERGES if p times the number of purchases plus q is at
   *     most 1: the distribution then has no mean
   */
  public double expectedSpend(SpendTable.Spend spend) {
    double weight = p * spend.purchases() + q - 1;
    InvalidValueException.check(
        weight > 0,
        FailureCode.METRIC_DIVERGES,
        "q",
        "spend must have a mean, which p times purchases plus q above 1 gives: p %s, q %s",
        p,
        q);
    return p * (v + spend.purchases() * spend.mean()) / weight;
  }

  /** The expected spend of somebody of whom nothing is known; absent if q is at most 1. */
  public OptionalDouble expectedSpend() {
    return q > 1 ? OptionalDouble.of(p * v / (q - 1)) : OptionalDouble.empty();
  }

  /** The natural logarithm of the likelihood of these spends; 0 if there are none. */
  public double logLikelihood(SpendTable spends) {
    return new Likelihood(spends).at(new double[] {p, q, v}, new double[NAMES.size()]);
  }

  /** The log-likelihood with its gradient; gamma functions once for each number of purchases. */
  static final class Likelihood implements Objective {
    private final SpendTable spends;

    Likelihood(SpendTable spends) {
      this.spends = spends;
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
      Arrays.fill(gradient, 0);
      double p = parameters[0];
      double q = parameters[1];
      double v = parameters[2];
      double sum = 0;
      int known = 0;
      double gammas = 0;
      double psiBoth = 0;
      double psiSpend = 0;
      double gammaQ = LogGamma.value(q) - q * Math.log(v);
      double psiQ = Digamma.value(q) - Math.log(v);
      for (Map.Entry<SpendTable.Spend, Long> entry : spends.counts().entrySet()) {
        int x = entry.getKey().purchases();
        if (x != known) {
          known = x;
          gammas = LogGamma.value(p * x + q) - LogGamma.value(p * x) - gammaQ;
          psiBoth = Digamma.value(p * x + q);
          psiSpend = Digamma.value(p * x);
        }
        double count = entry.getValue();
        double mean = entry.getKey().mean();
        double total = x * mean;
        double log = Math.log(total + v);
        sum += count * (gammas + p * x * Math.log(total) - Math.log(mean) - (p * x + q) * log);
        gradient[0] += count * x * (psiBoth - psiSpend + Math.log(total) - log);
        gradient[1] += count * (psiBoth - psiQ - log);
        gradient[2] += count * (q / v - (p * x + q) / (total + v));
      }
      return sum;
    }
  }
}
