package dev.laurel.journeys.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.journeys.identity.TouchpointId;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The area is the share of pairs, and a journey is never ranked by its own outcome. */
class OrderLaws {
  /** Journeys of one score. */
  record Scored(double score, long converted, long others) {}

  /** A path and how many took it. */
  record Row(List<TouchpointId> path, long converted, long others) {}

  /** Whatever tells the area. */
  private interface Area {
    double of(double[] scores, long[] converted, long[] others);
  }

  /** Whatever ranks a part of journeys. */
  private interface Ranker {
    UnseenRanking of(int[] endOf, long[][][] counts, int part);
  }

  @Property
  void theAreaIsTheShareOfPairs(@ForAll("scored") List<Scored> journeys) {
    isTheShareOfPairs(UnseenRanking::area, journeys);
  }

  /** Were the outcomes of a part the other way round, the scores of its journeys would not move. */
  @Property
  void noJourneyIsRankedByItsOwnOutcome(@ForAll("rows") List<Row> rows, @ForAll long seed) {
    isBlindToTheOutcome(UnseenRanking::of, rows, seed);
  }

  @Property
  void everyJourneyIsInOnePart(@ForAll("rows") List<Row> rows, @ForAll long seed) {
    PathCounts distinct = DistinctPaths.of(counts(rows));
    long[][][] parts = new OrderSelection(1, 4, seed).divided(distinct);

    for (int row = 0; row < distinct.rows(); row++) {
      int at = row;
      assertThat(Arrays.stream(parts).mapToLong(part -> part[0][at]).sum())
          .isEqualTo(distinct.conversions(row));
      assertThat(Arrays.stream(parts).mapToLong(part -> part[1][at]).sum())
          .isEqualTo(distinct.others(row));
    }
    for (long[][] part : parts) {
      assertThat(Arrays.stream(part[0]).sum() - distinct.conversions() / 4).isBetween(0L, 1L);
    }
  }

  @Property
  void theChosenOrderIsTheSmallestWithinOneErrorOfTheBest(
      @ForAll("rows") List<Row> rows, @ForAll long seed) {
    new OrderSelection(4, 2, seed).choose(counts(rows)).ifPresent(choice -> {
      assertThat(choice.tried()).allSatisfy(one -> {
        assertThat(one.auc())
            .isBetween(0.0, 1.0)
            .isLessThanOrEqualTo(choice.best().auc());
        assertThat(one.unseen()).isBetween(0.0, 1.0);
        assertThat(one.order() < choice.chosen().order() && one.auc() >= choice.threshold())
            .isFalse();
      });
      assertThat(choice.chosen().auc()).isGreaterThanOrEqualTo(choice.threshold());
    });
  }

  @Example
  void theLawOfPairsCatchesTiesThatCountWhole() {
    Area generous = (scores, converted, others) -> {
      double[] higher = new double[2 * scores.length];
      long[] first = new long[higher.length];
      long[] second = new long[higher.length];
      for (int i = 0; i < scores.length; i++) {
        higher[2 * i] = Math.nextUp(scores[i]);
        first[2 * i] = converted[i];
        higher[2 * i + 1] = scores[i];
        second[2 * i + 1] = others[i];
      }
      return UnseenRanking.area(higher, first, second);
    };

    assertThatThrownBy(() -> isTheShareOfPairs(generous, List.of(new Scored(0.5, 1, 1))))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfBlindnessCatchesAChainJudgedByItsOwnJourneys() {
    Ranker inSample = (endOf, counts, part) -> {
      long[][][] twice = {counts[part], counts[part]};
      return UnseenRanking.of(endOf, twice, 0);
    };
    List<Row> rows = List.of(new Row(Paths.path("a"), 8, 0), new Row(Paths.path("b"), 0, 8));

    isBlindToTheOutcome(UnseenRanking::of, rows, 1);
    assertThatThrownBy(() -> isBlindToTheOutcome(inSample, rows, 1))
        .isInstanceOf(AssertionError.class);
  }

  private static void isTheShareOfPairs(Area area, List<Scored> journeys) {
    double right = 0;
    long pairs = 0;
    for (Scored one : journeys) {
      for (Scored other : journeys) {
        long both = one.converted() * other.others();
        pairs += both;
        right += both * (one.score() > other.score() ? 1 : one.score() == other.score() ? 0.5 : 0);
      }
    }
    if (pairs > 0) {
      assertThat(area.of(
              journeys.stream().mapToDouble(Scored::score).toArray(),
              journeys.stream().mapToLong(Scored::converted).toArray(),
              journeys.stream().mapToLong(Scored::others).toArray()))
          .isCloseTo(right / pairs, within(1e-12));
    }
  }

  private static void isBlindToTheOutcome(Ranker ranker, List<Row> rows, long seed) {
    PathCounts distinct = DistinctPaths.of(counts(rows));
    // As many of both as there are parts, or there is nothing to rank.
    Assume.that(distinct.conversions() >= 4 && distinct.journeys() - distinct.conversions() >= 4);
    long[][][] parts = new OrderSelection(1, 4, seed).divided(distinct);
    int[] endOf = new int[distinct.rows()];
    Arrays.setAll(endOf, row -> row % 3);
    UnseenRanking before = ranker.of(endOf, parts, 0);
    long[] converted = parts[0][0];
    parts[0][0] = parts[0][1];
    parts[0][1] = converted;
    UnseenRanking after = ranker.of(endOf, parts, 0);

    assertThat(after.area()).isCloseTo(1 - before.area(), within(1e-12));
    assertThat(after.unseen()).isEqualTo(before.unseen());
  }

  private static PathCounts counts(List<Row> rows) {
    PathCounts.Builder paths = PathCounts.builder();
    rows.forEach(row -> paths.add(row.path(), row.converted(), row.others()));
    return paths.build();
  }

  @Provide
  Arbitrary<List<Scored>> scored() {
    return Combinators.combine(
            Arbitraries.of(0.0, 0.1, 0.5, 0.9, 1.0),
            Arbitraries.longs().between(0, 6),
            Arbitraries.longs().between(0, 6))
        .as(Scored::new)
        .list()
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<TouchpointId> touchpoints = Arbitraries.of("a", "b", "c").map(TouchpointId::of);
    return Combinators.combine(
            touchpoints.list().ofMaxSize(5),
            Arbitraries.longs().between(0, 9),
            Arbitraries.longs().between(0, 9))
        .as(Row::new)
        .list()
        .ofMaxSize(10);
  }
}
