package dev.laurel.journeys.attribution;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Chooses how many touchpoints the chain should remember, by what each order tells of journeys it
 * has not seen.
 *
 * <p>Journeys are divided at random into parts, those that converted and the others by themselves.
 * For each part the chain of the other parts says how likely a journey that ends after its last
 * touchpoints is to have converted: 3 of 4 that ended after search, mail did. Where none of them
 * ended, it says what is so of all. How well that ranks the part's journeys is the area under the
 * ROC curve, exact from counts; an order has the mean of the parts. A chain judged by the journeys
 * it was made of would nearly always gain by a higher order.
 *
 * <p>The same seed gives the same choice, however the paths are divided into rows.
 *
 * <p>Sources: D. Altomare and D. Loris, package ChannelAttribution, {@code choose_order}, for the
 * area as the measure (of the same journeys, with a penalty); L. Breiman, J. Friedman, R. Olshen
 * and C. Stone, "Classification and regression trees" (1984), section 3.4.3, for one standard
 * error; J. Hanley and B. McNeil, Radiology 143 (1982), for the area as a share of pairs.
 *
 * @param most the highest order tried, 1 to 8
 * @param parts into how many parts journeys are divided, 2 to 20; 10 are usual
 * @param seed the seed of the division
 */
public record OrderSelection(int most, int parts, long seed) {
  private static final int MOST_PARTS = 20;
  private static final int MOST_JOURNEYS = 10_000_000;
  private static final int MOST_STATES = 2_000;

  /**
   * A checked plan.
   *
   * @throws InvalidValueException RANGE if the orders are not 1 to 8 or the parts not 2 to 20
   */
  public OrderSelection {
    RemovalEffects.checkOrder(most);
    InvalidValueException.check(
        parts >= 2 && parts <= MOST_PARTS,
        FailureCode.RANGE,
        "parts",
        "journeys must be divided into 2 to %s parts: %s",
        MOST_PARTS,
        parts);
  }

  /**
   * The choice for these paths; absent if there are fewer conversions, or fewer journeys without
   * one, than parts.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED above 10,000,000 journeys, or if order 1 has more
   *     than 2,000 states already
   */
  public Optional<OrderChoice> choose(PathCounts paths) {
    long journeys = paths.journeys();
    InvalidValueException.check(
        journeys <= MOST_JOURNEYS,
        FailureCode.LIMIT_EXCEEDED,
        "paths",
        "an order must be chosen from at most %s journeys: %s",
        MOST_JOURNEYS,
        journeys);
    if (Math.min(paths.conversions(), journeys - paths.conversions()) < parts) {
      return Optional.empty();
    }
    ChainCounts.check(paths.touchpoints().size(), MOST_STATES);
    PathCounts distinct = DistinctPaths.of(paths);
    long[][][] counts = divided(distinct);
    List<OrderChoice.Tried> tried = new ArrayList<>();
    for (int order = 1; order <= most; order++) {
      int places = ChainCounts.statesUpTo(distinct, order, MOST_STATES);
      if (places > MOST_STATES) {
        break;
      }
      tried.add(tried(distinct, order, places, counts));
    }
    return Optional.of(new OrderChoice(this, tried));
  }

  /** By part, with a conversion and without, how many journeys of each row. */
  long[][][] divided(PathCounts distinct) {
    long[][][] counts = new long[parts][2][distinct.rows()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int outcome = 0; outcome < 2; outcome++) {
      int[] rowOf = shuffled(distinct, outcome, random);
      for (int journey = 0; journey < rowOf.length; journey++) {
        counts[journey % parts][outcome][rowOf[journey]]++;
      }
    }
    return counts;
  }

  /** The row of each journey of an outcome, in an order by chance. */
  private static int[] shuffled(PathCounts distinct, int outcome, SplittableRandom random) {
    boolean converted = outcome == 0;
    long all = distinct.conversions();
    int[] rowOf = new int[(int) (converted ? all : distinct.journeys() - all)];
    int from = 0;
    for (int row = 0; row < distinct.rows(); row++) {
      int until = from + (int) (converted ? distinct.conversions(row) : distinct.others(row));
      Arrays.fill(rowOf, from, until, row);
      from = until;
    }
    for (int last = rowOf.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int row = rowOf[last];
      rowOf[last] = rowOf[other];
      rowOf[other] = row;
    }
    return rowOf;
  }

  private OrderChoice.Tried tried(PathCounts distinct, int order, int places, long[][][] counts) {
    int[] endOf = ends(distinct, order);
    double[] areas = new double[parts];
    long unseen = 0;
    for (int part = 0; part < parts; part++) {
      UnseenRanking ranking = UnseenRanking.of(endOf, counts, part);
      areas[part] = ranking.area();
      unseen += ranking.unseen();
    }
    double mean = Arrays.stream(areas).sum() / parts;
    double squares =
        Arrays.stream(areas).map(area -> (area - mean) * (area - mean)).sum();
    return new OrderChoice.Tried(
        order,
        places,
        mean,
        Math.sqrt(squares / (parts - 1) / parts),
        (double) unseen / distinct.journeys());
  }

  /** A number from 0 for the place at which the path of each row ends; the start is one, too. */
  private static int[] ends(PathCounts distinct, int order) {
    Map<ChainCounts.Gram, Integer> known = new HashMap<>();
    int[] endOf = new int[distinct.rows()];
    for (int row = 0; row < endOf.length; row++) {
      ChainCounts.Gram last = ChainCounts.Gram.of(distinct, row, distinct.end(row) - 1, order);
      endOf[row] = known.computeIfAbsent(last, unused -> known.size());
    }
    return endOf;
  }
}
