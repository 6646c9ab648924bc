package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import java.util.List;
import java.util.function.Function;

/** From the end of a search to a model with errors, or to a failure in words. */
final class Fitting {
  private Fitting() {}

  /** Searches from each start until one finds the top. */
  static <M> Fit<M> search(
      Objective objective,
      long customers,
      List<String> names,
      double[][] starts,
      Function<double[], M> model) {
    Maximisation.Outcome outcome = Maximisation.fromAny(starts, objective, (double) customers);
    return switch (outcome.end()) {
      case FOUND -> converged(outcome, customers, names, model);
      case AT_BOUND ->
        new Fit.Failed<>(
            Fit.Reason.AT_BOUND,
            "a parameter ran away to its limit; the data are those of a simpler model");
      case NOT_IDENTIFIED ->
        new Fit.Failed<>(
            Fit.Reason.NOT_IDENTIFIED,
            "the likelihood is flat; there are too few customers, or customers who are too much alike,"
                + " to tell the parameters apart");
      case NOT_CONVERGED ->
        new Fit.Failed<>(
            Fit.Reason.NOT_CONVERGED, "the search for the greatest likelihood did not end");
    };
  }

  private static <M> Fit<M> converged(
      Maximisation.Outcome outcome,
      long customers,
      List<String> names,
      Function<double[], M> model) {
    ImmutableMap.Builder<String, Estimate> parameters = ImmutableMap.builder();
    for (int i = 0; i < names.size(); i++) {
      double value = outcome.parameters().get(i);
      double logError = outcome.logErrors().get(i);
      Interval logs = Interval.normal(Math.log(value), logError, Confidence.P95);
      Estimate.Builder estimate =
          Estimate.builder().value(value).method("maximum likelihood, interval of the logarithm");
      estimate
          .standardError(value * logError)
          .interval(new Interval(
              Math.min(value, Math.exp(logs.lower())),
              Math.max(value, Math.exp(logs.upper())),
              Confidence.P95))
          .observations(customers)
          .addAssumption("customers are independent of each other and follow the model");
      parameters.put(names.get(i), estimate.build());
    }
    return new Fit.Converged<>(
        model.apply(outcome.parameters().toArray()),
        outcome.logLikelihood(),
        parameters.build(),
        customers,
        outcome.evaluations());
  }
}
