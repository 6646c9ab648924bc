package dev.laurel.journeys.attribution;

import static dev.laurel.journeys.Refused.refused;
import static dev.laurel.journeys.attribution.Paths.at;
import static dev.laurel.journeys.attribution.Paths.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.journeys.log.ShopLog;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemovalBootstrapTest {
  private static final RemovalBootstrap PLAN = new RemovalBootstrap(400, 7, Confidence.P95);

  /** Of 1,000 journeys 900 come by the advert, 200 of which convert, and 100 by advice, 60. */
  private final PathCounts paths = PathCounts.builder()
      .add(path("advert"), 200, 700)
      .add(path("advice"), 60, 40)
      .build();

  private RemovalIntervals.Line line(String touchpoint) {
    return PLAN.analyse(paths, 1).orElseThrow().at(at(touchpoint)).orElseThrow();
  }

  /**
   * Oracle: where each path is one touchpoint, reach is a share, with an error of sqrt(0.9 x 0.1 /
   * 1000), and the effect is the share 200 of 260 of conversions, with sqrt(10/13 x 3/13 / 260).
   */
  @Test
  void ofSingleTouchpointsItIsTheErrorOfAShare() {
    assertThat(line("advert").reach().standardError().orElseThrow())
        .isCloseTo(Math.sqrt(0.09 / 1_000), within(0.001));
    assertThat(line("advert").effect().standardError().orElseThrow())
        .isCloseTo(Math.sqrt(10.0 / 13 * 3 / 13 / 260), within(0.003));
  }

  /** The trap of section 3.3 again: the greatest effect, of a lift that is below 1 for certain. */
  @Test
  void aLiftBelowOneIsToldFromChance() {
    assertThat(line("advert").lift().interval().orElseThrow().upper()).isLessThan(1);
    assertThat(line("advice").lift().interval().orElseThrow().lower()).isGreaterThan(1);
  }

  @Test
  void theSameSeedGivesTheSameHoweverThePathsAreDivided() {
    PathCounts.Builder divided = PathCounts.builder();
    divided.add(path("advice"), 20, 40).add(path("advert"), 200, 0);
    divided.add(path("advice"), 40, 0).add(path("advert"), 0, 700);

    assertThat(PLAN.analyse(divided.build(), 1)).isEqualTo(PLAN.analyse(paths, 1));
    assertThat(new RemovalBootstrap(400, 8, Confidence.P95).analyse(paths, 1))
        .isNotEqualTo(PLAN.analyse(paths, 1));
  }

  @Test
  void theShopsPaymentErrorSeemsGoodForCertain() {
    PathCounts shop = PathCounts.of(
        ShopLog.outcomes().cutAfterFirst(ShopLog.PURCHASE).convertedAt(ShopLog.PURCHASE),
        Set.of(ShopLog.PURCHASE));
    Estimate effect = new RemovalBootstrap(100, 7, Confidence.P95)
        .analyse(shop, 1)
        .orElseThrow()
        .at(at("payment_error"))
        .orElseThrow()
        .effect();

    assertThat(effect.value()).isCloseTo(0.038509363, within(5e-10));
    assertThat(effect.interval().orElseThrow().width()).isBetween(0.01, 0.03);
  }

  @Test
  void drawsWithoutAConversionAreCounted() {
    RemovalIntervals rare =
        PLAN.analyse(PathCounts.builder().add(path("a"), 1, 20).build(), 1).orElseThrow();

    assertThat(rare.failed()).isBetween(100, 200);
    assertThat(rare.at(at("a")).orElseThrow().effect().value()).isCloseTo(1, within(1e-12));
    assertThat(PLAN.analyse(PathCounts.builder().add(path("a"), 0, 20).build(), 1))
        .isEmpty();
  }

  @Test
  void plansThatCannotBeAreRefused() {
    refused(FailureCode.RANGE, () -> new RemovalBootstrap(99, 1, Confidence.P95));
    refused(
        FailureCode.LIMIT_EXCEEDED,
        () -> PLAN.analyse(PathCounts.builder().add(path("a"), 1, 10_000_000).build(), 1));
  }
}
