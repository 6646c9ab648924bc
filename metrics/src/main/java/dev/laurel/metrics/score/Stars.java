package dev.laurel.metrics.score;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.Scale;

/**
 * Ranking of star ratings that does not let three perfect reviews win over a thousand good ones.
 *
 * <p>Reviews of 5, 10, 15, 30 and 40 for one to five stars are worth at least 3.66 stars; three
 * reviews of five stars at least 2.94.
 */
public final class Stars {
  /** The one-sided quantile that is commonly used, about 95 %. */
  public static final double USUAL_Z = 1.65;

  private Stars() {}

  /**
   * The lower bound of the mean number of stars after one imagined review of each kind; it exists
   * without reviews too.
   *
   * <p>Source: E. Miller, "Ranking Items With Star Ratings": the mean of a Dirichlet posterior
   * under a uniform prior, less z of its standard deviations.
   *
   * @throws InvalidValueException RANGE if z is below 0 or not finite
   */
  public static double lowerBound(ScoreHistogram reviews, double z) {
    InvalidValueException.check(
        z >= 0 && Double.isFinite(z),
        FailureCode.RANGE,
        "z",
        "a quantile must be at least 0: %s",
        z);
    Scale scale = reviews.definition().scale();
    double count = reviews.answers() + (double) scale.points();
    double mean = scale.answers().mapToDouble(k -> k * (reviews.count(k) + 1.0)).sum() / count;
    double square = scale
            .answers()
            .mapToDouble(k -> (double) k * k * (reviews.count(k) + 1.0))
            .sum()
        / count;
    return mean - z * Math.sqrt((square - mean * mean) / (count + 1));
  }
}
