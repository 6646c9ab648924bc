package dev.laurel.metrics.survey;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How answers become one number. */
public sealed interface MetricRule {
  /** The answers from one to another, both included. */
  static ImmutableSortedSet<Integer> answers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .boxed()
        .collect(ImmutableSortedSet.toImmutableSortedSet(Integer::compare));
  }

  /** Calls the function of the case at hand. */
  <R> R match(
      Function<NetScore, R> netScore, Function<TopBox, R> topBox, Function<MeanAnswer, R> mean);

  /**
   * Checks that the rule speaks of answers the scale has, and agrees with its good end.
   *
   * @throws InvalidValueException SCORE_RANGE for an answer that is not on the scale, VALUE_INVALID
   *     where a good answer is worse than a bad one
   */
  void checkAgainst(Scale scale);

  /**
   * What one answer adds to the number before it is divided by the answers: 1, 0 or -1, or itself.
   */
  default int worth(int answer) {
    return match(
        net -> net.positives().contains(answer) ? 1 : net.negatives().contains(answer) ? -1 : 0,
        top -> top.positives().contains(answer) ? 1 : 0,
        mean -> answer);
  }

  /** What the number is multiplied by to be shown: 100 for shares and net scores, 1 for means. */
  default int displayFactor() {
    return match(net -> 100, top -> 100, mean -> 1);
  }

  /**
   * The share of good answers minus the share of bad ones; the answers in neither set are neutral.
   *
   * <p>Seven good, two neutral and one bad answer make 0.6, shown as +60.
   *
   * @param positives the good answers, not empty
   * @param negatives the bad answers, not empty
   */
  record NetScore(ImmutableSortedSet<Integer> positives, ImmutableSortedSet<Integer> negatives)
      implements MetricRule {
    /**
     * A checked rule.
     *
     * @throws InvalidValueException VALUE_INVALID if a set is empty, or an answer is in both
     */
    public NetScore {
      requireAnswers("positives", positives);
      requireAnswers("negatives", negatives);
      InvalidValueException.check(
          positives.stream().noneMatch(negatives::contains),
          FailureCode.VALUE_INVALID,
          "negatives",
          "a net score must not count an answer as both good and bad: %s, %s",
          positives,
          negatives);
    }

    /** The rule of these sets. */
    public static NetScore of(Set<Integer> positives, Set<Integer> negatives) {
      return new NetScore(
          ImmutableSortedSet.copyOf(positives), ImmutableSortedSet.copyOf(negatives));
    }

    @Override
    public <R> R match(
        Function<NetScore, R> netScore, Function<TopBox, R> topBox, Function<MeanAnswer, R> mean) {
      return netScore.apply(this);
    }

    @Override
    public void checkAgainst(Scale scale) {
      positives.forEach(scale::require);
      negatives.forEach(scale::require);
      boolean isRising = scale.polarity() == Polarity.HIGHER_IS_BETTER;
      ImmutableSortedSet<Integer> above = isRising ? positives : negatives;
      ImmutableSortedSet<Integer> below = isRising ? negatives : positives;
      InvalidValueException.check(
          above.first() > below.last(),
          FailureCode.VALUE_INVALID,
          "rule",
          "a good answer must be better than a bad one on the scale %s: good %s, bad %s",
          scale,
          positives,
          negatives);
    }

    @Override
    public String toString() {
      return "share of " + shown(positives) + " minus share of " + shown(negatives);
    }
  }

  /**
   * The share of good answers: with 4 and 5 good, the answers 5, 4, 4 and 1 make 0.75.
   *
   * @param positives the good answers, not empty
   */
  record TopBox(ImmutableSortedSet<Integer> positives) implements MetricRule {
    /**
     * A checked rule.
     *
     * @throws InvalidValueException VALUE_INVALID if the set is empty
     */
    public TopBox {
      requireAnswers("positives", positives);
    }

    /** The rule of this set. */
    public static TopBox of(Set<Integer> positives) {
      return new TopBox(ImmutableSortedSet.copyOf(positives));
    }

    @Override
    public <R> R match(
        Function<NetScore, R> netScore, Function<TopBox, R> topBox, Function<MeanAnswer, R> mean) {
      return topBox.apply(this);
    }

    @Override
    public void checkAgainst(Scale scale) {
      positives.forEach(scale::require);
      boolean isRising = scale.polarity() == Polarity.HIGHER_IS_BETTER;
      InvalidValueException.check(
          positives.contains(isRising ? scale.max() : scale.min())
              && positives.last() - positives.first() == positives.size() - 1,
          FailureCode.VALUE_INVALID,
          "rule",
          "good answers must lie side by side at the good end of the scale %s: %s",
          scale,
          positives);
    }

    @Override
    public String toString() {
      return "share of " + shown(positives);
    }
  }

  /** The mean of the answers themselves: 5, 4, 4 and 1 make 3.5. */
  record MeanAnswer() implements MetricRule {
    @Override
    public <R> R match(
        Function<NetScore, R> netScore, Function<TopBox, R> topBox, Function<MeanAnswer, R> mean) {
      return mean.apply(this);
    }

    @Override
    public void checkAgainst(Scale scale) {
      // A mean is defined on every scale.
    }

    @Override
    public String toString() {
      return "mean";
    }
  }

  private static void requireAnswers(String path, ImmutableSortedSet<Integer> answers) {
    InvalidValueException.check(
        !requireNonNull(answers, path).isEmpty(),
        FailureCode.VALUE_INVALID,
        path,
        "a rule must name at least one answer as %s",
        path);
  }

  private static String shown(ImmutableSortedSet<Integer> answers) {
    int first = answers.first();
    int last = answers.last();
    if (last - first != answers.size() - 1) {
      return answers.toString();
    }
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
