package dev.laurel.core.triangle;

import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.breakage.ErrorParts;
import java.util.List;

/** The recursions of Mack (1999) for the two parts of a standard error. */
final class MackErrors {
  private MackErrors() {}

  static ErrorParts of(Development development, Cohort cohort) {
    Averaging averaging = development.choices().averaging();
    double redeemed = (double) cohort.redeemed();
    double process = 0;
    double parameter = 0;
    for (Link step : development.steps(cohort.age())) {
      double square = step.factor() * step.factor();
      process = averaging.variance(redeemed) * sigmaSquared(step) + square * process;
      parameter = redeemed * redeemed * errorSquared(step) + square * parameter;
      redeemed *= step.factor();
    }
    return new ErrorParts(Math.sqrt(process), Math.sqrt(parameter));
  }

  /**
   * The errors of the sum. Chances of cohorts are independent and their squares add up; the factors
   * are the same for all, so that their errors act on the sum of the redemptions.
   */
  static ErrorParts ofTotal(Development development, List<Cohort> cohorts) {
    double process = 0;
    for (Cohort cohort : cohorts) {
      double part = of(development, cohort).process();
      process += part * part;
    }
    int last = development.links().size() + 1;
    double[] started = new double[last + 1];
    int expiry = development.choices().expiryAge().orElse(Integer.MAX_VALUE);
    for (Cohort cohort : cohorts) {
      if (cohort.age() < expiry) {
        started[Math.min(cohort.age(), last)] += cohort.redeemed();
      }
    }
    double parameter = 0;
    double redeemed = 0;
    List<Link> steps = development.steps(1);
    for (int k = 0; k < steps.size(); k++) {
      Link step = steps.get(k);
      redeemed += started[Math.min(k + 1, last)];
      parameter =
          redeemed * redeemed * errorSquared(step) + step.factor() * step.factor() * parameter;
      redeemed *= step.factor();
    }
    return new ErrorParts(Math.sqrt(process), Math.sqrt(parameter));
  }

  private static double sigmaSquared(Link step) {
    return step.sigmaSquared().orElseThrow();
  }

  private static double errorSquared(Link step) {
    double error = step.standardError().orElseThrow();
    return error * error;
  }
}
