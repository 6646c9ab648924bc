package dev.laurel.journeys.refine;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.estimate.WelchDifference;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * One question asked of both samples, not yet adjusted for the others.
 *
 * @param variance the sum of the variances of one journey on either side
 */
record Comparison(
    Question question,
    double before,
    double after,
    Estimate difference,
    String test,
    double pValue,
    double variance) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The answer; absent where a side has too few journeys. */
  static Optional<Comparison> of(
      Question question, Sample before, Sample after, RefinementCriterion criterion) {
    return switch (question) {
      case CONVERSION -> shares(question, before.conversion(), after.conversion(), criterion);
      case DROP_OFF -> shares(question, before.dropOff(), after.dropOff(), criterion);
      case FITNESS -> means(question, before.fitness(), after.fitness(), criterion);
      case TIME_TO_CONVERT -> means(question, before.times(), after.times(), criterion);
    };
  }

  private static Optional<Comparison> shares(
      Question question, Proportion before, Proportion after, RefinementCriterion criterion) {
    if (Math.min(before.total(), after.total()) < criterion.leastJourneys()) {
      return Optional.empty();
    }
    ProportionDifference difference = new ProportionDifference(after, before);
    return Optional.of(new Comparison(
        question,
        before.share(),
        after.share(),
        difference.newcombe(criterion.confidence()),
        "pooled z",
        difference.pValue(),
        variance(before) + variance(after)));
  }

  private static double variance(Proportion proportion) {
    return proportion.share() * (1 - proportion.share());
  }

  private static Optional<Comparison> means(
      Question question,
      Sample.Moments before,
      Sample.Moments after,
      RefinementCriterion criterion) {
    if (Math.min(before.count(), after.count()) < criterion.leastJourneys()) {
      return Optional.empty();
    }
    WelchDifference welch = new WelchDifference(mean(after), mean(before));
    Estimate.Builder difference = Estimate.builder().value(welch.value()).method("Welch");
    difference
        .standardError(welch.standardError())
        .interval(welch.interval(criterion.confidence()))
        .observations(Math.addExact(before.count(), after.count()))
        .addAssumption("the journeys are independent of each other, within and between")
        .addAssumption("the mean of so many journeys is nearly normal");
    return Optional.of(new Comparison(
        question,
        before.mean(),
        after.mean(),
        difference.build(),
        "Welch",
        welch.pValue(),
        before.variance() + after.variance()));
  }

  private static WelchDifference.Mean mean(Sample.Moments moments) {
    return new WelchDifference.Mean(
        moments.mean(), moments.variance() / moments.count(), moments.count() - 1);
  }

  /** How many journeys each side needs for a worthwhile difference to be seen. */
  long needed(RefinementCriterion criterion, int questions) {
    double z = NORMAL.inverseSurvivalProbability(criterion.level() / questions / 2)
        + NORMAL.inverseCumulativeProbability(criterion.power());
    double many = z * z * variance / (criterion.worthwhile() * criterion.worthwhile());
    return Math.max(criterion.leastJourneys(), (long) Math.ceil(many));
  }
}
