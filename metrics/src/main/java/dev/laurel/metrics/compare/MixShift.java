package dev.laurel.metrics.compare;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * The change of a score, told apart into what the segments did and what their sizes did.
 *
 * <p>Stores rise from 50 to 54 and the app from 20 to 26, yet the total falls from 44 to 37.2,
 * because the app grew from 200 to 600 of 1,000 answers: +4.8 come from the segments' own scores
 * (rate), -11.6 from their shares (mix). Where the population is known beside those who answered,
 * the mix is told apart into that of the population and that of who answered.
 *
 * <p>For each segment, with shares w, scores s, bars for means of the two periods, and S the mean
 * of the two totals: rate is w&#772; (s' - s); mix is (v' - v)(s&#772; - S) with the shares v in
 * the population; who answered is (u' - u)(s&#772; - S) with u = w - v. The parts add up to the
 * change without a rest (E. M. Kitagawa, "Components of a difference between two rates", Journal of
 * the American Statistical Association 50, 1955). It is arithmetic, not a test: whether the change
 * is more than chance {@link Comparing} tells. A segment without answers in one period is taken to
 * have had the score of the other, so all it does is mix.
 *
 * @param before the earlier total
 * @param after the later total
 * @param parts one for each segment, in the order of names
 */
public record MixShift(double before, double after, ImmutableList<Part> parts) {
  /**
   * What one segment contributed, in the unit of the score.
   *
   * @param segment its name
   * @param rate by its own score
   * @param mix by its share of the population, or of the answers where no population is given
   * @param answered by how willing it was to answer; zero where no population is given
   */
  public record Part(String segment, double rate, double mix, double answered) {
    /** All of it. */
    public double total() {
      return rate + mix + answered;
    }
  }

  /**
   * The three terms of the older way, with the weights of the earlier period.
   *
   * @param rate by the scores, at the old shares
   * @param mix by the shares, at the old scores
   * @param interaction by both at once
   */
  public record Laspeyres(double rate, double mix, double interaction) {}

  /**
   * The change between two periods, explained by the shares of answers; absent if a period has no
   * answers.
   */
  public static Optional<MixShift> of(
      Map<String, ScoreHistogram> before, Map<String, ScoreHistogram> after) {
    return Periods.of(before, after).map(periods -> periods.shift(periods.old, periods.now));
  }

  /**
   * The change between two periods, explained by the population and by who of it answered; absent
   * if a period has no answers. The population may be that of those who were asked; whether those
   * who answered are like it is what {@link dev.laurel.metrics.weight.WhoAnswered} tests.
   *
   * @param populationBefore how many people each segment had in the earlier period
   * @param populationAfter how many in the later one
   * @throws InvalidValueException DIVISION if a population is empty, RANGE if a count is negative
   */
  public static Optional<MixShift> of(
      Map<String, ScoreHistogram> before,
      Map<String, ScoreHistogram> after,
      Map<String, Long> populationBefore,
      Map<String, Long> populationAfter) {
    ToDoubleFunction<String> old = shares(populationBefore);
    ToDoubleFunction<String> now = shares(populationAfter);
    return Periods.of(before, after).map(periods -> periods.shift(old, now));
  }

  /** The old way of telling the change apart; absent if a period has no answers. */
  public static Optional<Laspeyres> laspeyres(
      Map<String, ScoreHistogram> before, Map<String, ScoreHistogram> after) {
    return Periods.of(before, after).map(Periods::laspeyres);
  }

  /** By the segments' own scores. */
  public double rate() {
    return parts.stream().mapToDouble(Part::rate).sum();
  }

  /** By their sizes. */
  public double mix() {
    return parts.stream().mapToDouble(Part::mix).sum();
  }

  /** By who answered. */
  public double answered() {
    return parts.stream().mapToDouble(Part::answered).sum();
  }

  /** The whole change, after minus before. */
  public double change() {
    return after - before;
  }

  private static ToDoubleFunction<String> shares(Map<String, Long> population) {
    double total = 0;
    for (Map.Entry<String, Long> each : population.entrySet()) {
      InvalidValueException.check(
          each.getValue() >= 0,
          FailureCode.RANGE,
          "population",
          "segment '%s' must have at least 0 people: %s",
          each.getKey(),
          each.getValue());
      total += each.getValue();
    }
    InvalidValueException.check(
        total > 0, FailureCode.DIVISION, "population", "a population must have people: %s", total);
    double all = total;
    return segment -> population.getOrDefault(segment, 0L) / all;
  }

  /** The shares of the answers and the scores of one segment in either period. */
  private record Segment(String name, double old, double now, double scoreOld, double scoreNow) {}

  /** Scores and shares of two periods, all of which have answers. */
  private static final class Periods {
    private final SortedSet<String> segments = new TreeSet<>();
    private final Map<String, ScoreHistogram> before;
    private final Map<String, ScoreHistogram> after;
    private final ToDoubleFunction<String> old;
    private final ToDoubleFunction<String> now;

    private Periods(Map<String, ScoreHistogram> before, Map<String, ScoreHistogram> after) {
      this.before = before;
      this.after = after;
      segments.addAll(before.keySet());
      segments.addAll(after.keySet());
      double oldTotal =
          before.values().stream().mapToDouble(ScoreHistogram::answers).sum();
      double newTotal =
          after.values().stream().mapToDouble(ScoreHistogram::answers).sum();
      old = segment -> answers(before, segment) / oldTotal;
      now = segment -> answers(after, segment) / newTotal;
    }

    static Optional<Periods> of(
        Map<String, ScoreHistogram> before, Map<String, ScoreHistogram> after) {
      boolean hasBoth = before.values().stream().anyMatch(h -> h.answers() > 0)
          && after.values().stream().anyMatch(h -> h.answers() > 0);
      if (!hasBoth) {
        return Optional.empty();
      }
      ScoreHistogram any = before.values().iterator().next();
      before.values().forEach(h -> any.definition().requireSame(h.definition()));
      after.values().forEach(h -> any.definition().requireSame(h.definition()));
      return Optional.of(new Periods(before, after));
    }

    MixShift shift(ToDoubleFunction<String> peopleOld, ToDoubleFunction<String> peopleNow) {
      List<Segment> compared = segments.stream().map(this::segment).toList();
      double totalOld =
          compared.stream().mapToDouble(each -> each.old * each.scoreOld).sum();
      double totalNow =
          compared.stream().mapToDouble(each -> each.now * each.scoreNow).sum();
      double centre = (totalOld + totalNow) / 2;
      ImmutableList.Builder<Part> parts = ImmutableList.builder();
      for (Segment each : compared) {
        double people = peopleNow.applyAsDouble(each.name) - peopleOld.applyAsDouble(each.name);
        double distance = (each.scoreOld + each.scoreNow) / 2 - centre;
        parts.add(new Part(
            each.name,
            (each.old + each.now) / 2 * (each.scoreNow - each.scoreOld),
            people * distance,
            (each.now - each.old - people) * distance));
      }
      return new MixShift(totalOld, totalNow, parts.build());
    }

    Laspeyres laspeyres() {
      double rate = 0;
      double mix = 0;
      double interaction = 0;
      for (String name : segments) {
        Segment each = segment(name);
        double share = each.now - each.old;
        double change = each.scoreNow - each.scoreOld;
        rate += each.old * change;
        mix += share * each.scoreOld;
        interaction += share * change;
      }
      return new Laspeyres(rate, mix, interaction);
    }

    private Segment segment(String name) {
      return new Segment(
          name,
          old.applyAsDouble(name),
          now.applyAsDouble(name),
          score(name, true),
          score(name, false));
    }

    /** The score of a segment; of the other period where it has no answers in this one. */
    private double score(String segment, boolean isOld) {
      Map<String, ScoreHistogram> period = isOld ? before : after;
      Map<String, ScoreHistogram> other = isOld ? after : before;
      ScoreHistogram histogram = period.get(segment);
      if (histogram == null || histogram.answers() == 0) {
        histogram = other.get(segment);
      }
      return histogram == null || histogram.answers() == 0 ? 0 : histogram.meanWorth();
    }

    private static double answers(Map<String, ScoreHistogram> period, String segment) {
      ScoreHistogram histogram = period.get(segment);
      return histogram == null ? 0 : histogram.answers();
    }
  }
}
