package dev.laurel.journeys.moment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.Emotion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The touchpoints at which it matters how it felt: how many more journeys convert for each step of
 * feeling from -2 to 2.
 *
 * <p>Of twelve journeys four felt -2 and one of them converted, four 0 and two, four 2 and three: a
 * slope of 0.125, with a standard error of 0.084. The slope is that of least squares with standard
 * errors that heed unequal variances; the p-values of all touchpoints are adjusted together.
 *
 * <p>Association, not cause: those who are about to leave may say so in their answers.
 *
 * <p>Sources: H. White, Econometrica 48 (1980), for the standard error, with the factor n / (n -
 * 2); C. Spearman, American Journal of Psychology 15 (1904), for the correlation of ranks.
 *
 * @param effects the touchpoints that could be asked about, the steepest first, then by name
 * @param tooFew the touchpoints with too few answers, or all alike: how many
 */
public record FeelingEffects(List<Felt> effects, SortedMap<TouchpointId, Long> tooFew) {
  /** Effects of these parts. */
  public FeelingEffects {
    effects = ImmutableList.copyOf(effects);
    tooFew = ImmutableSortedMap.copyOfSorted(tooFew);
  }

  /**
   * One touchpoint.
   *
   * @param touchpoint the touchpoint
   * @param slope how much the share that converts rises for one step of feeling, with its interval
   * @param rankCorrelation Spearman's correlation of feeling and conversion, from -1 to 1; 0 where
   *     all or none converted
   * @param pValue the two-sided p-value of the slope
   * @param qValue the p-value adjusted for all touchpoints asked about
   * @param isProven whether the slope is told from none
   */
  public record Felt(
      TouchpointId touchpoint,
      Estimate slope,
      double rankCorrelation,
      double pValue,
      double qValue,
      boolean isProven) {
    /** An effect of these parts. */
    public Felt {
      requireNonNull(touchpoint, "touchpoint");
      requireNonNull(slope, "slope");
    }
  }

  /** What a log says. */
  public static FeelingEffects find(JourneyLog log, MomentPolicy policy) {
    return judge(FeelingCounts.of(log), policy);
  }

  /** What counts say, which may be those of many logs together. */
  public static FeelingEffects judge(FeelingCounts counts, MomentPolicy policy) {
    SortedMap<TouchpointId, Long> tooFew = new TreeMap<>();
    List<Line> lines = new ArrayList<>();
    counts.counts().forEach((touchpoint, felt) -> {
      Line line = new Line(touchpoint, felt);
      if (line.count >= Math.max(3, policy.leastJourneys()) && line.spread > 0) {
        lines.add(line);
      } else {
        tooFew.put(touchpoint, line.count);
      }
    });
    List<Double> qValues =
        policy.correction().adjust(lines.stream().map(Line::pValue).toList());
    List<Felt> effects = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      effects.add(new Felt(
          line.touchpoint,
          line.estimate(policy.confidence()),
          line.rankCorrelation(),
          line.pValue(),
          qValues.get(i),
          qValues.get(i) <= policy.level() && line.slope != 0));
    }
    Comparator<Felt> steepestFirst =
        Comparator.comparing((Felt felt) -> Math.abs(felt.slope().value())).reversed();
    effects.sort(steepestFirst.thenComparing(Felt::touchpoint));
    return new FeelingEffects(effects, tooFew);
  }

  /** The line of least squares through the journeys of one touchpoint. */
  private static final class Line {
    private final TouchpointId touchpoint;
    private final Map<Emotion, Proportion> felt;
    private final long count;
    private final long converted;
    private final double spread;
    private final double slope;
    private final double error;

    Line(TouchpointId touchpoint, SortedMap<Emotion, Proportion> felt) {
      this.touchpoint = touchpoint;
      this.felt = felt;
      long all = 0;
      long successes = 0;
      double sum = 0;
      for (Map.Entry<Emotion, Proportion> cell : felt.entrySet()) {
        all += cell.getValue().total();
        successes += cell.getValue().successes();
        sum += cell.getKey().value() * cell.getValue().total();
      }
      count = all;
      converted = successes;
      double mean = sum / count;
      double rate = (double) converted / count;
      double squares = 0;
      double products = 0;
      for (Map.Entry<Emotion, Proportion> cell : felt.entrySet()) {
        double distance = cell.getKey().value() - mean;
        Proportion journeys = cell.getValue();
        squares += distance * distance * journeys.total();
        products += distance * (journeys.successes() - rate * journeys.total());
      }
      spread = squares;
      slope = spread > 0 ? products / spread : 0;
      error = spread > 0 ? error(mean, rate) : 0;
    }

    private double error(double mean, double rate) {
      double sum = 0;
      for (Map.Entry<Emotion, Proportion> cell : felt.entrySet()) {
        double distance = cell.getKey().value() - mean;
        double fitted = rate + slope * distance;
        long successes = cell.getValue().successes();
        long others = cell.getValue().total() - successes;
        double residuals = successes * (1 - fitted) * (1 - fitted) + others * fitted * fitted;
        sum += distance * distance * residuals;
      }
      return Math.sqrt(sum * count / Math.max(1, count - 2)) / spread;
    }

    double pValue() {
      if (error == 0) {
        return slope == 0 ? 1 : 0;
      }
      TDistribution shape = TDistribution.of(freedom());
      return Math.min(1, 2 * shape.survivalProbability(Math.abs(slope) / error));
    }

    Estimate estimate(Confidence confidence) {
      Estimate.Builder estimate = Estimate.builder().value(slope).method("least squares, White");
      return estimate
          .standardError(error)
          .interval(Interval.student(slope, error, freedom(), confidence))
          .observations(count)
          .addAssumption("the journeys are independent of each other")
          .addAssumption("the share that converts rises by as much with every step of feeling")
          .build();
    }

    /** Of two ranks for conversion and one for each feeling, ties in the middle. */
    double rankCorrelation() {
      double middle = (count + 1) / 2.0;
      double before = 0;
      double squares = 0;
      double products = 0;
      for (Proportion cell : felt.values()) {
        double distance = before + (cell.total() + 1) / 2.0 - middle;
        before += cell.total();
        squares += distance * distance * cell.total();
        // Those who convert rank count / 2 above those who do not.
        products += distance * cell.successes() * count / 2.0;
      }
      double others = (double) count - converted;
      double squaresOfConversion = converted * others * count / 4.0;
      return squaresOfConversion == 0 || squares == 0
          ? 0
          : products / Math.sqrt(squares * squaresOfConversion);
    }

    private double freedom() {
      return count - 2.0;
    }
  }

  /** The effect of a touchpoint, if it could be asked about. */
  public Optional<Felt> at(TouchpointId touchpoint) {
    return effects.stream().filter(one -> one.touchpoint().equals(touchpoint)).findFirst();
  }
}
