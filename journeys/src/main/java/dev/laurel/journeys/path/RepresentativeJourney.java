package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.ArrayList;
import java.util.List;

/**
 * A journey that stands for others: the variant to which they are nearest.
 *
 * <p>Two ways of n and m touchpoints, of which L are common in order, are (n + m - 2L) / (n + m)
 * apart: 0 if they are the same, 1 if they have nothing in common.
 *
 * @param variant the variant
 * @param represented how many journeys are nearest to it, its own included
 * @param meanDistance how far these are from it on average
 */
public record RepresentativeJourney(Variant variant, long represented, double meanDistance) {
  private static final int MOST_VARIANTS = 500;

  /**
   * At most this many journeys that together are near to all (k-medoids): chosen one by one so that
   * each most lessens the distance that is left, and then exchanged for others as long as an
   * exchange lessens it.
   *
   * <p>Only the 500 variants of most journeys are looked at; how many journeys these are is told by
   * {@link Variants#coverage}. A tie goes to the variant of more journeys. The one that stands for
   * most comes first.
   *
   * @throws InvalidValueException RANGE if the number is below 1
   */
  public static ImmutableList<RepresentativeJourney> of(Variants variants, int most) {
    InvalidValueException.check(
        most >= 1, FailureCode.RANGE, "most", "at least 1 journey must stand for all: %s", most);
    ImmutableList<Variant> all = variants.top(MOST_VARIANTS);
    double[][] distances = distances(all);
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < Math.min(most, all.size())) {
      chosen.add(-1);
      exchange(all, distances, chosen, chosen.size() - 1);
    }
    boolean isBetter = true;
    while (isBetter) {
      isBetter = false;
      for (int place = 0; place < chosen.size(); place++) {
        isBetter |= exchange(all, distances, chosen, place);
      }
    }
    return represented(all, distances, chosen);
  }

  /** Puts the best variant at a place, and says whether it is better than the one before. */
  private static boolean exchange(
      List<Variant> all, double[][] distances, List<Integer> chosen, int place) {
    double[] nearest = new double[all.size()];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = 2;
      for (int k = 0; k < chosen.size(); k++) {
        if (k != place) {
          nearest[i] = Math.min(nearest[i], distances[chosen.get(k)][i]);
        }
      }
    }
    int before = chosen.get(place);
    int best = before;
    double least = before < 0 ? Double.POSITIVE_INFINITY : left(all, nearest, distances[before]);
    for (int candidate = 0; candidate < all.size(); candidate++) {
      double left = left(all, nearest, distances[candidate]);
      // An exchange must pay, so that rounding alone never goes round in circles.
      if (!chosen.contains(candidate) && left < least * (1 - 1e-12)) {
        least = left;
        best = candidate;
      }
    }
    chosen.set(place, best);
    return best != before;
  }

  private static double left(List<Variant> all, double[] nearest, double[] distances) {
    double left = 0;
    for (int i = 0; i < nearest.length; i++) {
      left += all.get(i).journeys() * Math.min(nearest[i], distances[i]);
    }
    return left;
  }

  private static ImmutableList<RepresentativeJourney> represented(
      List<Variant> all, double[][] distances, List<Integer> chosen) {
    long[] journeys = new long[chosen.size()];
    double[] sums = new double[chosen.size()];
    for (int i = 0; i < all.size(); i++) {
      int nearest = 0;
      for (int k = 1; k < chosen.size(); k++) {
        nearest = distances[chosen.get(k)][i] < distances[chosen.get(nearest)][i] ? k : nearest;
      }
      journeys[nearest] += all.get(i).journeys();
      sums[nearest] += all.get(i).journeys() * distances[chosen.get(nearest)][i];
    }
    List<RepresentativeJourney> represented = new ArrayList<>();
    for (int k = 0; k < chosen.size(); k++) {
      represented.add(
          new RepresentativeJourney(all.get(chosen.get(k)), journeys[k], sums[k] / journeys[k]));
    }
    represented.sort((left, right) -> Long.compare(right.represented(), left.represented()));
    return ImmutableList.copyOf(represented);
  }

  private static double[][] distances(List<Variant> all) {
    double[][] distances = new double[all.size()][all.size()];
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        distances[i][j] = distance(all.get(i).touchpoints(), all.get(j).touchpoints());
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  static double distance(List<TouchpointId> left, List<TouchpointId> right) {
    int[] above = new int[right.size() + 1];
    for (TouchpointId each : left) {
      int diagonal = 0;
      for (int j = 1; j <= right.size(); j++) {
        int kept = above[j];
        above[j] = each.equals(right.get(j - 1)) ? diagonal + 1 : Math.max(above[j], above[j - 1]);
        diagonal = kept;
      }
    }
    int size = left.size() + right.size();
    return (double) (size - 2 * above[right.size()]) / size;
  }
}
