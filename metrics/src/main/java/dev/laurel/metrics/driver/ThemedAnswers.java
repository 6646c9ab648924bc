package dev.laurel.metrics.driver;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Answers with the themes that people named in them, and what each theme does to the mean.
 *
 * <p>The value of an answer is a whole number, such as -100, 0 or 100 for detractor, passive and
 * promoter, whose mean is the Net Promoter Score. With 150 detractors, 300 passives and 550
 * promoters in all, of whom 60, 30 and 10 name the workshop, the score is 40, without those 100 it
 * would be 50, and the impact of the workshop is -10.
 *
 * <p>Only counts and sums are kept, for each combination of themes that occurs. They are exact, and
 * merge in any order. One accumulator is confined to one thread; what it gives is immutable.
 */
public final class ThemedAnswers {
  private static final int MOST_THEMES = 20;
  private static final long LARGEST_VALUE = 1_000_000;

  private final Map<ImmutableSortedSet<String>, Sums> combinations = new HashMap<>();

  /**
   * The answers that name the same themes, as exact sums, such as 60 detractors and 10 promoters
   * with the workshop alone: 70 answers, sum -5,000, sum of squares 700,000.
   *
   * @param themes what they name; may be empty
   * @param answers how many there are
   * @param sum the sum of their values
   * @param squares the sum of the squares of their values
   */
  public record Combination(
      ImmutableSortedSet<String> themes, long answers, long sum, long squares) {
    /**
     * Checked sums.
     *
     * @throws InvalidValueException TEXT_INVALID for a theme that is blank, TOTAL_MISMATCH if no
     *     answers could have these sums
     */
    public Combination {
      requireNamed(themes);
      BigInteger count = BigInteger.valueOf(answers);
      BigInteger most = count.multiply(BigInteger.valueOf(LARGEST_VALUE * LARGEST_VALUE));
      InvalidValueException.check(
          answers >= 1
              && BigInteger.valueOf(squares).compareTo(most) <= 0
              && BigInteger.valueOf(sum)
                      .pow(2)
                      .compareTo(count.multiply(BigInteger.valueOf(squares)))
                  <= 0,
          FailureCode.TOTAL_MISMATCH,
          "squares",
          "sums must be those of at least one answer: %s answers, sum %s, squares %s",
          answers,
          sum,
          squares);
    }
  }

  private ThemedAnswers() {}

  /** No answers yet. */
  public static ThemedAnswers none() {
    return new ThemedAnswers();
  }

  /**
   * Takes in an answer with all its themes, or none.
   *
   * @throws InvalidValueException RANGE if the value is beyond a million on either side of zero,
   *     TEXT_INVALID for a theme that is blank
   */
  public void add(long value, Collection<String> themes) {
    InvalidValueException.check(
        Math.abs(value) <= LARGEST_VALUE,
        FailureCode.RANGE,
        "value",
        "the value of an answer must be at most %s on either side of zero: %s",
        LARGEST_VALUE,
        value);
    requireNamed(themes);
    Sums one = new Sums(1, value, value * value);
    combinations.merge(ImmutableSortedSet.copyOf(themes), one, Sums::plus);
  }

  private static void requireNamed(Collection<String> themes) {
    InvalidValueException.check(
        themes.stream().noneMatch(String::isBlank),
        FailureCode.TEXT_INVALID,
        "themes",
        "a theme must have a name");
  }

  /**
   * The answers of these combinations.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if two have the same themes
   */
  public static ThemedAnswers of(Collection<Combination> combinations) {
    ThemedAnswers all = none();
    for (Combination each : combinations) {
      Sums sums = new Sums(each.answers(), each.sum(), each.squares());
      InvalidValueException.check(
          all.combinations.put(each.themes(), sums) == null,
          FailureCode.CONFIG_DUPLICATE,
          "combinations",
          "combinations must have different themes: %s",
          each.themes());
    }
    return all;
  }

  /** All that is held, to be stored and merged later; in the order of their themes. */
  public ImmutableList<Combination> combinations() {
    return combinations.entrySet().stream()
        .map(each -> new Combination(
            each.getKey(),
            each.getValue().count(),
            each.getValue().sum(),
            each.getValue().squares()))
        .sorted(Comparator.comparing(
            Combination::themes, Comparators.lexicographical(Comparator.<String>naturalOrder())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The answers of both; neither of the two changes. */
  public ThemedAnswers merge(ThemedAnswers other) {
    ThemedAnswers both = new ThemedAnswers();
    both.combinations.putAll(combinations);
    other.combinations.forEach((themes, sums) -> both.combinations.merge(themes, sums, Sums::plus));
    return both;
  }

  /** How many answers there are. */
  public long answers() {
    return all().count();
  }

  /** The mean of all; absent without answers. */
  public OptionalDouble mean() {
    return answers() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all().mean());
  }

  /** All themes that occur, by name. */
  public ImmutableSortedSet<String> themes() {
    ImmutableSortedSet.Builder<String> themes = ImmutableSortedSet.naturalOrder();
    combinations.keySet().forEach(themes::addAll);
    return themes.build();
  }

  /**
   * The mean of all answers less that of the answers without the theme, with an interval by the
   * delta method; absent if no answer, or every answer, has the theme.
   *
   * <p>This is the same number as n (theme mean - mean) / (N - n), which some tools print. Impacts
   * of themes that occur together do not add up; {@link #shares()} do.
   */
  public Optional<Estimate> impact(String theme, Confidence confidence) {
    requireNonNull(theme, "theme");
    Sums all = all();
    Sums without = where(themes -> !themes.contains(theme));
    Sums with = all.minus(without);
    if (with.count() == 0 || without.count() == 0) {
      return Optional.empty();
    }
    double value = all.mean() - without.mean();
    double error = Math.sqrt(impactVariance(with, without));
    Estimate.Builder estimate = Estimate.builder().value(value).method("mean without the theme");
    estimate
        .standardError(error)
        .interval(Interval.normal(value, error, confidence))
        .observations(all.count())
        .addAssumption("association, not cause: people who name a theme differ in other ways too")
        .addAssumption("the answers are independent of each other");
    return Optional.of(estimate.build());
  }

  /**
   * The share of each theme in the impact of all together, exact over all orders of leaving them
   * out, by name of the theme; the shares add up.
   *
   * <p>Absent if there are no themes, or every answer has one: then there is no mean without them.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED beyond 20 themes
   */
  public Optional<ImmutableList<ThemeImpact>> shares() {
    ImmutableList<String> themes = themes().asList();
    InvalidValueException.check(
        themes.size() <= MOST_THEMES,
        FailureCode.LIMIT_EXCEEDED,
        "themes",
        "shares must be among at most %s themes: %s",
        MOST_THEMES,
        themes.size());
    if (themes.isEmpty() || !combinations.containsKey(ImmutableSortedSet.<String>of())) {
      return Optional.empty();
    }
    double[] shares = Shapley.shares(worth(themes), themes.size());
    ImmutableList.Builder<ThemeImpact> impacts = ImmutableList.builder();
    for (int i = 0; i < shares.length; i++) {
      String theme = themes.get(i);
      Sums with = where(named -> named.contains(theme));
      impacts.add(new ThemeImpact(theme, with.count(), with.mean(), shares[i]));
    }
    return Optional.of(impacts.build());
  }

  /** The mean of all less that without a group of themes, for each group. */
  private double[] worth(List<String> themes) {
    int groups = 1 << themes.size();
    long[] counts = new long[groups];
    long[] sums = new long[groups];
    combinations.forEach((named, of) -> {
      int group = 0;
      for (String theme : named) {
        group |= 1 << themes.indexOf(theme);
      }
      counts[group] = of.count();
      sums[group] = of.sum();
    });
    // Afterwards each group holds all answers whose themes are all in it.
    for (int theme = 0; theme < themes.size(); theme++) {
      for (int group = 0; group < groups; group++) {
        if ((group >> theme & 1) == 1) {
          counts[group] += counts[group ^ 1 << theme];
          sums[group] += sums[group ^ 1 << theme];
        }
      }
    }
    double mean = all().mean();
    double[] worth = new double[groups];
    for (int group = 0; group < groups; group++) {
      int rest = groups - 1 - group;
      worth[group] = mean - (double) sums[rest] / counts[rest];
    }
    return worth;
  }

  /** The variance of the share that has the theme times the difference of the two means. */
  private static double impactVariance(Sums with, Sums without) {
    double all = (double) with.count() + without.count();
    double share = with.count() / all;
    double difference = with.mean() - without.mean();
    return (share * (1 - share) * difference * difference
            + share * with.variance()
            + share * share / (1 - share) * without.variance())
        / all;
  }

  private Sums all() {
    return where(themes -> true);
  }

  private Sums where(Predicate<ImmutableSortedSet<String>> chosen) {
    Sums sums = Sums.NONE;
    for (Map.Entry<ImmutableSortedSet<String>, Sums> entry : combinations.entrySet()) {
      sums = chosen.test(entry.getKey()) ? sums.plus(entry.getValue()) : sums;
    }
    return sums;
  }

  /** Exact sums of answers. */
  private record Sums(long count, long sum, long squares) {
    static final Sums NONE = new Sums(0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          Math.addExact(count, other.count),
          Math.addExact(sum, other.sum),
          Math.addExact(squares, other.squares));
    }

    Sums minus(Sums other) {
      return new Sums(count - other.count, sum - other.sum, squares - other.squares);
    }

    double mean() {
      return (double) sum / count;
    }

    double variance() {
      return Math.max(0, (double) squares / count - mean() * mean());
    }
  }
}
