package dev.laurel.journeys.attribution;

import static dev.laurel.journeys.Refused.refused;
import static dev.laurel.journeys.attribution.Paths.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderSelectionTest {
  private static final OrderSelection PLAN = new OrderSelection(3, 5, 7);

  /**
   * Pages after mail convert, pages after adverts do not. Who remembers the page alone ranks
   * nobody, 0.5; two touchpoints rank all rightly, 1; a third adds nothing.
   */
  @Test
  void memoryOfTwoIsChosenWhereTwoDecide() {
    PathCounts paths = PathCounts.builder()
        .add(path("mail page"), 10, 0)
        .add(path("advert page"), 0, 20)
        .add(path("search mail page"), 5, 0)
        .build();

    OrderChoice choice = PLAN.choose(paths).orElseThrow();

    assertThat(choice.tried()).extracting(OrderChoice.Tried::auc).containsExactly(0.5, 1.0, 1.0);
    assertThat(choice.tried()).extracting(OrderChoice.Tried::places).containsExactly(4, 6, 7);
    assertThat(choice.tried())
        .extracting(OrderChoice.Tried::standardError)
        .containsExactly(0.0, 0.0, 0.0);
    assertThat(choice.chosen().order()).isEqualTo(2);
    assertThat(choice.isNearChance()).isFalse();
  }

  /**
   * Each path is taken once: in higher orders nobody has ended where it ends, and none is ranked.
   */
  @Test
  void whatCannotBeKnownIsNotRanked() {
    PathCounts.Builder paths = PathCounts.builder();
    for (int i = 0; i < 40; i++) {
      paths.add(path("step" + i + " page"), i % 2, 1 - i % 2);
    }

    OrderChoice choice = PLAN.choose(paths.build()).orElseThrow();

    assertThat(choice.tried()).extracting(OrderChoice.Tried::auc).containsOnly(0.5);
    assertThat(choice.tried()).extracting(OrderChoice.Tried::unseen).containsExactly(0.0, 1.0, 1.0);
    assertThat(choice.chosen().order()).isEqualTo(1);
    assertThat(choice.isNearChance()).isTrue();
  }

  /**
   * By hand: of 6 converted and 6 others, with scores .8 (3, 1), .5 (2, 2) and .2 (1, 3), the 3 are
   * above 5 and tie with 1, the 2 are above 3 and tie with 2, the 1 ties with 3: 3 x 5.5 + 2 x 4 +
   * 1 x 1.5 = 26 of 36 pairs.
   */
  @Test
  void theAreaIsTheShareOfPairsRankedRightly() {
    double[] scores = {0.5, 0.8, 0.2};

    assertThat(UnseenRanking.area(scores, new long[] {2, 3, 1}, new long[] {2, 1, 3}))
        .isCloseTo(26.0 / 36, within(1e-15));
  }

  /** 0.69 less an error of 0.02 is 0.67, which order 2 reaches and order 1 does not. */
  @Test
  void theSmallestOrderWithinOneErrorIsChosen() {
    OrderChoice choice =
        new OrderChoice(PLAN, List.of(tried(1, 0.61), tried(2, 0.68), tried(3, 0.69)));

    assertThat(choice.best().order()).isEqualTo(3);
    assertThat(choice.threshold()).isCloseTo(0.67, within(1e-12));
    assertThat(choice.chosen().order()).isEqualTo(2);
  }

  @Test
  void theSameSeedGivesTheSameHoweverThePathsAreDivided() {
    PathCounts whole =
        PathCounts.builder().add(path("b a"), 9, 30).add(path("a"), 20, 15).build();
    PathCounts divided = PathCounts.builder()
        .add(path("a"), 0, 15)
        .add(path("b a"), 4, 30)
        .add(path("a"), 20, 0)
        .add(path("b a"), 5, 0)
        .build();

    assertThat(PLAN.choose(divided)).isEqualTo(PLAN.choose(whole));
    assertThat(new OrderSelection(3, 5, 8).choose(whole).orElseThrow().tried())
        .isNotEqualTo(PLAN.choose(whole).orElseThrow().tried());
  }

  @Test
  void withFewerConversionsThanPartsThereIsNoChoice() {
    assertThat(PLAN.choose(PathCounts.builder().build())).isEmpty();
    assertThat(PLAN.choose(PathCounts.builder().add(path("a"), 4, 90).build())).isEmpty();
    assertThat(PLAN.choose(PathCounts.builder().add(path("a"), 90, 4).build())).isEmpty();
    assertThat(PLAN.choose(PathCounts.builder().add(path("a"), 5, 5).build())).isPresent();
    assertThat(PLAN.choose(PathCounts.builder().add(List.of(), 5, 5).build()))
        .hasValueSatisfying(choice -> assertThat(choice.chosen().order()).isEqualTo(1));
  }

  /** 1,001 pairs of touchpoints are 1,002 places in order 1 and 2,002 in order 2. */
  @Test
  void ordersWithTooManyPlacesAreNotTried() {
    PathCounts.Builder paths = PathCounts.builder();
    for (int i = 0; i < 1_001; i++) {
      paths.add(path("step" + i + " page"), 1, 1);
    }

    OrderChoice choice = PLAN.choose(paths.build()).orElseThrow();

    assertThat(choice.tried()).extracting(OrderChoice.Tried::order).containsExactly(1);
    assertThat(RemovalEffects.of(paths.build(), choice.chosen().order())).isPresent();
  }

  @Test
  void plansAndChoicesThatMakeNoSenseAreRefused() {
    refused(FailureCode.RANGE, () -> new OrderSelection(0, 5, 1));
    refused(FailureCode.RANGE, () -> new OrderSelection(9, 5, 1));
    refused(FailureCode.RANGE, () -> new OrderSelection(3, 1, 1));
    refused(FailureCode.RANGE, () -> new OrderSelection(3, 21, 1));
    refused(FailureCode.RANGE, () -> new OrderChoice(PLAN, List.of()));
    refused(FailureCode.RANGE, () -> new OrderChoice(PLAN, List.of(tried(2, 0.5))));
    refused(
        FailureCode.RANGE,
        () -> new OrderChoice(
            PLAN,
            IntStream.rangeClosed(1, 4).mapToObj(order -> tried(order, 0.5)).toList()));
    PathCounts.Builder wide = PathCounts.builder();
    IntStream.range(0, 2_001).forEach(i -> wide.add(path("step" + i), 1, 1));
    refused(FailureCode.LIMIT_EXCEEDED, () -> PLAN.choose(wide.build()));
    refused(
        FailureCode.LIMIT_EXCEEDED,
        () -> PLAN.choose(PathCounts.builder().add(path("a"), 10_000_000, 1).build()));
  }

  private static OrderChoice.Tried tried(int order, double auc) {
    return new OrderChoice.Tried(order, 9, auc, 0.02, 0);
  }
}
