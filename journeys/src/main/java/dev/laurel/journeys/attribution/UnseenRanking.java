package dev.laurel.journeys.attribution;

import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Journeys of one part ranked by what became of the others that ended at the same place.
 *
 * @param area the share of pairs, one of which converted, that are ranked rightly, ties counted
 *     half
 * @param unseen how many journeys ended where none of the others did
 */
record UnseenRanking(double area, long unseen) {
  /**
   * The ranking of one part.
   *
   * @param endOf the place at which the path of each row ends
   * @param counts by part, with a conversion and without, how many journeys of each row
   */
  static UnseenRanking of(int[] endOf, long[][][] counts, int part) {
    int places = endOf.length == 0 ? 0 : Ints.max(endOf) + 1;
    long[][] known = new long[2][places];
    long[][] ranked = new long[2][places];
    for (int one = 0; one < counts.length; one++) {
      for (int outcome = 0; outcome < 2; outcome++) {
        for (int row = 0; row < endOf.length; row++) {
          (one == part ? ranked : known)[outcome][endOf[row]] += counts[one][outcome][row];
        }
      }
    }
    double rate = share(Arrays.stream(known[0]).sum(), Arrays.stream(known[1]).sum());
    double[] scores = new double[places];
    long unseen = 0;
    for (int place = 0; place < places; place++) {
      boolean isSeen = known[0][place] + known[1][place] > 0;
      scores[place] = isSeen ? share(known[0][place], known[1][place]) : rate;
      unseen += isSeen ? 0 : ranked[0][place] + ranked[1][place];
    }
    return new UnseenRanking(area(scores, ranked[0], ranked[1]), unseen);
  }

  private static double share(long converted, long others) {
    return (double) converted / (converted + others);
  }

  /** The area of counts by score, at least one of which converted and one did not. */
  static double area(double[] scores, long[] converted, long[] others) {
    int[] ascending = IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> scores[place]))
        .mapToInt(Integer::intValue)
        .toArray();
    // Twice the pairs, so that ties count whole numbers.
    long twice = 0;
    long below = 0;
    int at = 0;
    while (at < ascending.length) {
      double score = scores[ascending[at]];
      long convertedHere = 0;
      long othersHere = 0;
      for (; at < ascending.length && Double.compare(scores[ascending[at]], score) == 0; at++) {
        convertedHere += converted[ascending[at]];
        othersHere += others[ascending[at]];
      }
      twice += convertedHere * (2 * below + othersHere);
      below += othersHere;
    }
    return twice / (2.0 * Arrays.stream(converted).sum() * below);
  }
}
