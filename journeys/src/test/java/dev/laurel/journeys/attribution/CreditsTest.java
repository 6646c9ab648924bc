package dev.laurel.journeys.attribution;

import static dev.laurel.journeys.attribution.Paths.at;
import static dev.laurel.journeys.attribution.Paths.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CreditsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Search, search, mail, shop: one conversion. */
  private final PathCounts one =
      PathCounts.builder().add(path("search search mail shop"), 1, 0).build();

  @Test
  void firstAndLastTakeAll() {
    assertThat(credit(one, AttributionRule.first(), "search")).isEqualTo(1);
    assertThat(credit(one, AttributionRule.last(), "shop")).isEqualTo(1);
    assertThat(credit(one, AttributionRule.last(), "mail")).isZero();
  }

  @Test
  void linearCountsEachOccurrence() {
    assertThat(credit(one, AttributionRule.linear(), "search")).isCloseTo(0.5, EXACT);
    assertThat(credit(one, AttributionRule.linear(), "mail")).isCloseTo(0.25, EXACT);
  }

  @Test
  void positionGivesFortyTwentyForty() {
    assertThat(credit(one, AttributionRule.position(), "search")).isCloseTo(0.5, EXACT);
    assertThat(credit(one, AttributionRule.position(), "mail")).isCloseTo(0.1, EXACT);
    assertThat(credit(one, AttributionRule.position(), "shop")).isCloseTo(0.4, EXACT);
  }

  @Test
  void positionOfTwoIsHalfEachAndOfOneIsAll() {
    PathCounts two = PathCounts.builder().add(path("a b"), 1, 0).build();
    PathCounts single = PathCounts.builder().add(path("a"), 1, 0).build();

    assertThat(credit(two, AttributionRule.position(), "a")).isCloseTo(0.5, EXACT);
    assertThat(credit(single, AttributionRule.position(), "a")).isCloseTo(1, EXACT);
  }

  /** Weights 1/8, 1/4, 1/2, 1 of 15/8. */
  @Test
  void decayHalvesWithEachStep() {
    assertThat(credit(one, AttributionRule.timeDecay(1), "shop")).isCloseTo(8.0 / 15, EXACT);
    assertThat(credit(one, AttributionRule.timeDecay(1), "search")).isCloseTo(3.0 / 15, EXACT);
  }

  @Test
  void shapleyCountsEachTouchpointOnce() {
    assertThat(credit(one, AttributionRule.shapley(), "search")).isCloseTo(1.0 / 3, EXACT);
  }

  /** Oracle: the closed form against all coalitions of the game it stands for. */
  @Test
  void shapleyIsTheValueOfTheGameOfSets() {
    PathCounts.Builder paths = PathCounts.builder();
    paths.add(path("a"), 5, 9).add(path("b a b"), 7, 1).add(path("c b a"), 3, 0);
    paths.add(path("c"), 2, 2).add(path("c c b"), 4, 0);
    PathCounts counts = paths.build();
    var values = ShapleyValue.of(3, coalition -> conversionsWithin(counts, coalition));

    for (int player = 0; player < 3; player++) {
      assertThat(Credits.of(counts, AttributionRule.shapley())
              .credits()
              .get(counts.touchpoints().get(player)))
          .isCloseTo(values.get(player), within(1e-9));
    }
  }

  private static double conversionsWithin(PathCounts counts, int coalition) {
    double worth = 0;
    for (int row = 0; row < counts.rows(); row++) {
      boolean isInside = true;
      for (int place = counts.begin(row); place < counts.end(row); place++) {
        isInside &= (coalition & 1 << counts.code(place)) != 0;
      }
      worth += isInside ? counts.conversions(row) : 0;
    }
    return worth;
  }

  /** Oracle: the README of DP6's attribution models: 23/3, 49/6, 19/6 of 19. */
  @Test
  void threePlayersArePaidAsPublished() {
    double[] worth = {0, 7, 6, 15, 4, 7, 9, 19};
    var values = ShapleyValue.of(3, coalition -> worth[coalition]);

    assertThat(values.get(0)).isCloseTo(23.0 / 3, EXACT);
    assertThat(values.get(1)).isCloseTo(49.0 / 6, EXACT);
    assertThat(values.get(2)).isCloseTo(19.0 / 6, EXACT);
  }

  @Test
  void whatNobodyTouchedIsNotAttributed() {
    PathCounts counts =
        PathCounts.builder().add(path(""), 3, 4).add(path("a"), 2, 0).build();
    Credits credits = Credits.of(counts, AttributionRule.linear());

    assertThat(credits.unattributed()).isEqualTo(3);
    assertThat(credits.total()).isEqualTo(2);
  }

  @Nested
  class BadInput {
    @Test
    void countsAreNotNegative() {
      assertCode(() -> PathCounts.builder().add(path("a"), -1, 0), FailureCode.RANGE);
    }

    @Test
    void sharesAndHalfLivesAreNumbers() {
      assertCode(() -> new AttributionRule.Position(0.7, 0.4), FailureCode.PERCENT_RANGE);
      assertCode(() -> new AttributionRule.Position(Double.NaN, 0.4), FailureCode.PERCENT_RANGE);
      assertCode(() -> AttributionRule.timeDecay(0), FailureCode.RANGE);
    }

    @Test
    void aGameHasTwentyPlayersAtMost() {
      assertCode(() -> ShapleyValue.of(21, coalition -> 0), FailureCode.LIMIT_EXCEEDED);
      assertCode(() -> ShapleyValue.of(2, coalition -> Double.NaN), FailureCode.NUMBER_NOT_FINITE);
    }

    private static void assertCode(
        org.assertj.core.api.ThrowableAssert.ThrowingCallable action, FailureCode code) {
      assertThatThrownBy(action)
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(code);
    }
  }

  private static double credit(PathCounts paths, AttributionRule rule, String touchpoint) {
    return Credits.of(paths, rule).credits().get(at(touchpoint));
  }
}
