package dev.laurel.metrics.score;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Optional;

/**
 * How many promoters, passives and detractors answered, and the Net Promoter Score they make: share
 * of promoters minus share of detractors.
 *
 * <p>Unit of the score: points from -100 to 100, not a percentage. Seven promoters, two passives
 * and one detractor score 60. Counts merge: in whatever order answers are added, and however they
 * are divided, the result is the same.
 *
 * <p>Source: F. Reichheld, "The One Number You Need to Grow", HBR, Dec 2003.
 *
 * @param promoters answers of 9 and 10
 * @param passives answers of 7 and 8
 * @param detractors answers of 0 to 6
 */
public record NetPromoterCounts(long promoters, long passives, long detractors) {
  private static final NetPromoterCounts NONE = new NetPromoterCounts(0, 0, 0);

  /**
   * Checked counts.
   *
   * @throws InvalidValueException RANGE if one is below zero
   */
  public NetPromoterCounts {
    InvalidValueException.check(
        promoters >= 0 && passives >= 0 && detractors >= 0,
        FailureCode.RANGE,
        "counts",
        "counts of answers must not be negative: %s, %s, %s",
        promoters,
        passives,
        detractors);
  }

  /** No answers. */
  public static NetPromoterCounts none() {
    return NONE;
  }

  /**
   * The counts with one more answer.
   *
   * @throws InvalidValueException RANGE if it is outside 0 to 10
   */
  public NetPromoterCounts plus(int answer) {
    InvalidValueException.check(
        answer >= 0 && answer <= 10,
        FailureCode.RANGE,
        "answer",
        "an answer must be 0 to 10: %s",
        answer);
    if (answer >= 9) {
      return new NetPromoterCounts(Math.addExact(promoters, 1), passives, detractors);
    }
    return answer >= 7
        ? new NetPromoterCounts(promoters, Math.addExact(passives, 1), detractors)
        : new NetPromoterCounts(promoters, passives, Math.addExact(detractors, 1));
  }

  /** The counts of both. */
  public NetPromoterCounts merge(NetPromoterCounts other) {
    return new NetPromoterCounts(
        Math.addExact(promoters, other.promoters),
        Math.addExact(passives, other.passives),
        Math.addExact(detractors, other.detractors));
  }

  /** How many answered. */
  public long answers() {
    return Math.addExact(Math.addExact(promoters, passives), detractors);
  }

  /** The score as an exact number of points; absent without answers. */
  public Optional<Ratio> score() {
    return answers() == 0
        ? Optional.empty()
        : Optional.of(Ratio.of(promoters - detractors, answers()).times(100));
  }
}
