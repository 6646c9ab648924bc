package dev.laurel.metrics.customer;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of recency, frequency and monetary value by rank: with five classes the weakest fifth has
 * 1, the best 5.
 *
 * <p>Equal figures have equal scores. The declared rule for ties is that all of them get the class
 * of the middle of their ranks, so that 300 of 1,000 customers with one purchase, ranks 1 to 300,
 * are all in class 1 of 5 although a fifth is 200. Only ranks matter: neither the unit of money nor
 * the shape of the distribution changes a score, as thresholds that add 1 to a quantile do.
 *
 * <p>Source: A. M. Hughes, "Strategic Database Marketing" (1994), with one ranking for each figure.
 *
 * @param classes how many classes there are, 5 for quintiles
 */
public record RfmScoring(int classes) {
  /** Five classes, the usual ones. */
  public static final RfmScoring QUINTILES = new RfmScoring(5);

  private static final int MOST_CLASSES = 100;

  /**
   * A checked number of classes.
   *
   * @throws InvalidValueException RANGE if it is not 2 to 100
   */
  public RfmScoring {
    InvalidValueException.check(
        classes >= 2 && classes <= MOST_CLASSES,
        FailureCode.RANGE,
        "classes",
        "scores must have 2 to %s classes: %s",
        MOST_CLASSES,
        classes);
  }

  /**
   * The scores of all customers, in the given order.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if a customer occurs twice, MIXED_CURRENCY if
   *     spends are in two currencies
   */
  public ImmutableList<RfmScore> scores(List<RfmFigures> customers) {
    checkCurrency(customers);
    Map<MemberId, Integer> recency =
        ranked(customers, Comparator.comparing(RfmFigures::daysSinceLast).reversed());
    Map<MemberId, Integer> frequency =
        ranked(customers, Comparator.comparing(RfmFigures::purchases));
    Map<MemberId, Integer> monetary = ranked(customers, Comparator.comparing(RfmFigures::spend));
    return customers.stream()
        .map(figures -> new RfmScore(
            figures,
            recency.getOrDefault(figures.customer(), 1),
            frequency.getOrDefault(figures.customer(), 1),
            monetary.getOrDefault(figures.customer(), 1)))
        .collect(ImmutableList.toImmutableList());
  }

  private Map<MemberId, Integer> ranked(
      List<RfmFigures> customers, Comparator<RfmFigures> fromWorst) {
    List<RfmFigures> sorted = new ArrayList<>(customers);
    sorted.sort(fromWorst);
    Map<MemberId, Integer> scores = new HashMap<>();
    int from = 0;
    while (from < sorted.size()) {
      int until = from + 1;
      while (until < sorted.size() && fromWorst.compare(sorted.get(from), sorted.get(until)) == 0) {
        until++;
      }
      int score = score(from, until, sorted.size());
      for (RfmFigures figures : sorted.subList(from, until)) {
        InvalidValueException.check(
            scores.put(figures.customer(), score) == null,
            FailureCode.CONFIG_DUPLICATE,
            "customers",
            "a customer must be scored once: %s",
            figures.customer());
      }
      from = until;
    }
    return scores;
  }

  /** The class of the middle of the ranks from one to another, the latter excluded. */
  private int score(int from, int until, int all) {
    // The middle of ranks from + 1 to until is (from + until) / 2 on a scale from 0 to all.
    long middle = (long) from + until;
    return (int) Math.min(classes, 1 + Math.floorDiv(middle * classes, 2L * all));
  }

  private static void checkCurrency(List<RfmFigures> customers) {
    for (RfmFigures figures : customers) {
      InvalidValueException.check(
          figures.spend().isSameCurrency(customers.get(0).spend()),
          FailureCode.MIXED_CURRENCY,
          "spend",
          "spends must be in one currency to be ranked: %s and %s",
          customers.get(0).spend().currency(),
          figures.spend().currency());
    }
  }
}
