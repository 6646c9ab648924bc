package dev.laurel.metrics.weight;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.Independence;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether those who answered are like those who were asked, segment by segment.
 *
 * <p>Of 5,000 new, 3,000 middle and 2,000 best customers 100, 100 and 50 answered: the middle ones
 * are 30 % of those asked and 40 % of those who answered. Chi-squared is 13.68 with 2 degrees of
 * freedom, p 0.0011, and a tenth of the answers would have to come from other segments.
 * {@link PostStratification} puts the segments back to their sizes.
 *
 * <p>Pearson's test that all segments are equally willing to answer, on who answered and who did
 * not. Comparing the answers with the shares of those asked alone, as if they were somebody else,
 * gives less by the factor of one minus the response rate. It sees the segments that it is given:
 * people who differ in something else may still have stayed silent.
 *
 * <p>Source: K. Pearson, Philosophical Magazine 50 (1900); for the index of dissimilarity O. D.
 * Duncan and B. Duncan, American Sociological Review 20 (1955).
 *
 * @param parts one for each segment in which somebody was asked, in the order of names
 * @param statistic chi-squared
 * @param freedom segments less one, or 0 where nobody or everybody answered
 * @param pValue against all segments being equally willing
 * @param leastExpected the smallest expected count; below 5 the p-value is rough
 */
public record WhoAnswered(
    ImmutableList<Part> parts, double statistic, int freedom, double pValue, double leastExpected) {
  // Residuals that differ by rounding alone must not decide.
  private static final Comparator<Part> BY_DISTANCE = Comparator.comparingDouble(
      part -> Math.abs(part.residual()) * (part.residual() > 0 ? 1 + 1e-9 : 1));

  /**
   * One segment.
   *
   * @param segment its name
   * @param rate answers of those asked
   * @param shareOfAsked its share of all who were asked
   * @param shareOfAnswers its share of all answers
   * @param residual how far its answers are from what is expected, in standard deviations; beyond 2
   *     on either side is unusual
   */
  public record Part(
      String segment,
      Proportion rate,
      double shareOfAsked,
      double shareOfAnswers,
      double residual) {}

  /**
   * The comparison of these segments; absent if nobody was asked, or nobody answered.
   *
   * @param asked how many people of each segment were asked
   * @param answered how many of them answered
   * @throws InvalidValueException RANGE if more answered than were asked, or a count is negative
   */
  public static Optional<WhoAnswered> of(Map<String, Long> asked, Map<String, Long> answered) {
    SortedSet<String> segments = new TreeSet<>(asked.keySet());
    segments.addAll(answered.keySet());
    SortedMap<String, Proportion> rates = new TreeMap<>();
    Proportion sum = Proportion.of(0, 0);
    for (String segment : segments) {
      Proportion rate = rate(segment, asked, answered);
      sum = sum.merge(rate);
      if (rate.total() > 0) {
        rates.put(segment, rate);
      }
    }
    Proportion all = sum;
    if (all.successes() == 0) {
      return Optional.empty();
    }
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    rates.forEach((segment, rate) -> parts.add(part(segment, rate, all)));
    Independence test = Independence.of(rates.values().stream()
        .map(rate -> new long[] {rate.successes(), rate.total() - rate.successes()})
        .toArray(long[][]::new));
    // The test leaves silence out where there is none; none was expected then.
    double leastExpected = all.successes() == all.total() ? 0 : test.leastExpected();
    return Optional.of(new WhoAnswered(
        parts.build(), test.statistic(), test.freedom(), test.pValue(), leastExpected));
  }

  /**
   * The index of dissimilarity: the share of answers, from 0 to 1, that would have to come from
   * other segments for the answers to be like those asked. Unlike a p-value it does not grow with
   * the number of answers.
   */
  public double dissimilarity() {
    return parts.stream()
            .mapToDouble(part -> Math.abs(part.shareOfAnswers() - part.shareOfAsked()))
            .sum()
        / 2;
  }

  /**
   * The segment whose answers are furthest from what is expected. Two segments are as far from it
   * as each other; then it is the one with too many.
   */
  public Part furthest() {
    return parts.stream().max(BY_DISTANCE).orElseThrow();
  }

  /** Whether willingness differs between segments at this level. */
  public boolean isSignificant(Confidence confidence) {
    return pValue < confidence.alpha();
  }

  private static Proportion rate(
      String segment, Map<String, Long> asked, Map<String, Long> answered) {
    long of = asked.getOrDefault(segment, 0L);
    long those = answered.getOrDefault(segment, 0L);
    InvalidValueException.check(
        those >= 0 && those <= of,
        FailureCode.RANGE,
        "answered",
        "segment '%s' must have from 0 to as many answers as people asked: %s of %s",
        segment,
        those,
        of);
    return Proportion.of(those, of);
  }

  private static Part part(String segment, Proportion rate, Proportion all) {
    double share = (double) rate.total() / all.total();
    double expected = share * all.successes();
    double silent = 1 - (double) all.successes() / all.total();
    double variance = expected * (1 - share) * silent;
    return new Part(
        segment,
        rate,
        share,
        (double) rate.successes() / all.successes(),
        variance == 0 ? 0 : (rate.successes() - expected) / Math.sqrt(variance));
  }
}
