package dev.laurel.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.laurel.core.estimate.Estimate;
import java.util.Optional;

/**
 * What became of the attempt to fit a model by maximum likelihood: the model, or why there is none.
 *
 * <p>A search that ends anywhere but at a top with a known curvature is a {@link Failed}, never a
 * model of doubtful numbers. Standard errors are those of the observed information, the curvature
 * at the top by the logarithms of the parameters, which keeps intervals above zero; they hold for
 * many customers, and if the model is right.
 *
 * @param <M> the model
 */
public sealed interface Fit<M> {
  /** The model; absent if the fit failed. */
  Optional<M> model();

  /**
   * A model at the top of its likelihood.
   *
   * @param fitted the model
   * @param logLikelihood the natural logarithm of the likelihood at the top
   * @param parameters the parameters by name, in the order of the literature, with standard error
   *     and interval from the curvature at the top
   * @param customers how many customers it rests on
   * @param evaluations how often the likelihood was evaluated
   * @param <M> the model
   */
  record Converged<M>(
      M fitted,
      double logLikelihood,
      ImmutableMap<String, Estimate> parameters,
      long customers,
      int evaluations)
      implements Fit<M> {
    /** A fit that succeeded. */
    public Converged {
      requireNonNull(fitted, "fitted");
      requireNonNull(parameters, "parameters");
    }

    @Override
    public Optional<M> model() {
      return Optional.of(fitted);
    }
  }

  /**
   * No model.
   *
   * @param reason why, in one word
   * @param explanation why, in a sentence for people
   * @param <M> the model that is missing
   */
  record Failed<M>(Reason reason, String explanation) implements Fit<M> {
    /** A fit that failed. */
    public Failed {
      requireNonNull(reason, "reason");
      requireNonNull(explanation, "explanation");
    }

    @Override
    public Optional<M> model() {
      return Optional.empty();
    }
  }

  /** Why a fit failed, in order of precedence. */
  enum Reason {
    /** There is nobody to fit it to. */
    NO_CUSTOMERS,
    /** Nobody came back: the data do not tell rare buying from leaving. */
    NO_REPEAT_PURCHASES,
    /** Everybody was observed for no time at all, or everybody stayed or left at once. */
    NO_VARIATION,
    /** The likelihood rises towards a limit of the parameters; another model fits better. */
    AT_BOUND,
    /** The likelihood is flat: many parameters fit equally well. */
    NOT_IDENTIFIED,
    /** The search did not come to an end. */
    NOT_CONVERGED
  }
}
