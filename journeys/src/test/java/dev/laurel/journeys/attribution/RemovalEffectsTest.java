package dev.laurel.journeys.attribution;

import static dev.laurel.journeys.attribution.Paths.at;
import static dev.laurel.journeys.attribution.Paths.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.log.ShopLog;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RemovalEffectsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Offset<Double> PRINTED = within(5e-10);

  /** Worked by hand: four of five convert; without g one in four is left, without m half. */
  @Test
  void theToyIsExact() {
    RemovalEffects effects = RemovalEffects.of(Paths.toy()).orElseThrow();

    assertThat(effects.conversionRate()).isCloseTo(0.8, EXACT);
    assertThat(effects.at(at("g")).orElseThrow().effect()).isCloseTo(0.75, EXACT);
    assertThat(effects.at(at("m")).orElseThrow().effect()).isCloseTo(0.5, EXACT);
    assertThat(effects.at(at("g")).orElseThrow().credit()).isCloseTo(12.0 / 5, EXACT);
    assertThat(effects.at(at("m")).orElseThrow().credit()).isCloseTo(8.0 / 5, EXACT);
  }

  @Test
  void anEffectIsReachTimesLift() {
    RemovalEffects.Removal g =
        RemovalEffects.of(Paths.toy()).orElseThrow().at(at("g")).orElseThrow();

    assertThat(g.reach()).isCloseTo(0.8, EXACT);
    assertThat(g.lift()).isCloseTo(0.75 / 0.8, EXACT);
  }

  @Test
  void repetitionsChangeNothingInOrderOne() {
    PathCounts.Builder repeated = PathCounts.builder();
    repeated.add(path("g g g"), 2, 1).add(path("m"), 1, 0).add(path("g m m"), 1, 0);

    RemovalEffects effects = RemovalEffects.of(repeated.build()).orElseThrow();

    assertThat(effects.at(at("g")).orElseThrow().effect()).isCloseTo(0.75, EXACT);
    assertThat(effects.conversionRate()).isCloseTo(0.8, EXACT);
  }

  /** With all of a path remembered, nothing is lost: an effect is the share of paths by it. */
  @Test
  void aLongMemoryCountsPaths() {
    PathCounts.Builder paths = PathCounts.builder();
    paths.add(path("a b c"), 3, 1).add(path("b c"), 2, 5).add(path("c a"), 4, 0);
    RemovalEffects effects = RemovalEffects.of(paths.build(), 3).orElseThrow();

    assertThat(effects.conversionRate()).isCloseTo(9.0 / 15, EXACT);
    assertThat(effects.at(at("a")).orElseThrow().effect()).isCloseTo(7.0 / 9, EXACT);
    assertThat(effects.at(at("b")).orElseThrow().effect()).isCloseTo(5.0 / 9, EXACT);
    assertThat(effects.at(at("a")).orElseThrow().reach()).isCloseTo(8.0 / 15, EXACT);
  }

  @Test
  void withoutAConversionThereIsNothingToDivide() {
    PathCounts none = PathCounts.builder().add(path("a"), 0, 3).build();

    assertThat(RemovalEffects.of(none)).isEmpty();
    assertThat(RemovalEffects.of(PathCounts.builder().build())).isEmpty();
  }

  @Test
  void aTouchpointWithoutWeightHasNoReach() {
    PathCounts paths =
        PathCounts.builder().add(path("a"), 1, 1).add(path("b"), 0, 0).build();
    RemovalEffects.Removal b =
        RemovalEffects.of(paths).orElseThrow().at(at("b")).orElseThrow();

    assertThat(b.reach()).isZero();
    assertThat(b.effect()).isZero();
    assertThat(b.lift()).isZero();
  }

  /**
   * Oracle: an independent solution in R. The marginal lift calls a broken payment gateway good:
   * who meets it has come far already.
   */
  @Test
  void theShopsPaymentErrorLooksGoodHereAndIsNot() {
    RemovalEffects effects = RemovalEffects.of(PathCounts.of(
            ShopLog.outcomes().cutAfterFirst(ShopLog.PURCHASE).convertedAt(ShopLog.PURCHASE),
            Set.of(ShopLog.PURCHASE)))
        .orElseThrow();
    RemovalEffects.Removal error = effects.at(at("payment_error")).orElseThrow();

    assertThat(effects.conversions()).isEqualTo(470);
    assertThat(effects.conversionRate()).isCloseTo(470.0 / 3605, EXACT);
    assertThat(error.effect()).isCloseTo(0.038509363, PRINTED);
    assertThat(error.reach()).isCloseTo(0.029171136, PRINTED);
    assertThat(error.lift()).isCloseTo(1.320118746, PRINTED);
  }

  /**
   * Section 3.3: over the states of the shop an effect is reach times the conversion from there,
   * solved in another way, over that of all.
   */
  @Test
  void inTheShopEveryEffectIsReachTimesLift() {
    PathCounts paths = PathCounts.of(
        ShopLog.outcomes().cutAfterFirst(ShopLog.PURCHASE).convertedAt(ShopLog.PURCHASE),
        Set.of(ShopLog.PURCHASE));
    RemovalEffects effects = RemovalEffects.of(paths).orElseThrow();
    JourneyOutlook outlook = JourneyOutlook.of(paths, 1).orElseThrow();

    assertThat(effects.removals()).hasSize(18);
    for (RemovalEffects.Removal removal : effects.removals()) {
      double conversion =
          outlook.after(List.of(removal.touchpoint())).orElseThrow().conversion();
      assertThat(removal.reach() * conversion / effects.conversionRate())
          .isCloseTo(removal.effect(), within(1e-13));
    }
  }

  /**
   * The trap of section 3.3: of 1,000 journeys 900 come by the advert and 200 of them convert, 100
   * by advice and 60 of them convert. The advert is met by most and has the greatest effect,
   * although who meets it converts less often than the others.
   */
  @Test
  void theGreatestEffectMayBeFrequencyAlone() {
    PathCounts paths = PathCounts.builder()
        .add(path("advert"), 200, 700)
        .add(path("advice"), 60, 40)
        .build();
    RemovalEffects effects = RemovalEffects.of(paths).orElseThrow();
    RemovalEffects.Removal first = effects.removals().get(0);

    assertThat(first.touchpoint()).isEqualTo(at("advert"));
    assertThat(first.effect()).isCloseTo(200.0 / 260, EXACT);
    assertThat(first.reach()).isCloseTo(0.9, EXACT);
    assertThat(first.lift()).isCloseTo((200.0 / 900) / 0.26, EXACT).isLessThan(1);
    assertThat(effects.at(at("advice")).orElseThrow().lift()).isCloseTo(0.6 / 0.26, EXACT);
  }

  @Nested
  class BadInput {
    @Test
    void theOrderIsSmall() {
      assertCode(() -> RemovalEffects.of(Paths.toy(), 0), FailureCode.RANGE);
      assertCode(() -> RemovalEffects.of(Paths.toy(), 9), FailureCode.RANGE);
    }

    @Test
    void tooManyStatesAreRefused() {
      PathCounts.Builder many = PathCounts.builder();
      for (int i = 0; i <= 2_000; i++) {
        many.add(path("t" + i), 1, 0);
      }
      assertCode(() -> RemovalEffects.of(many.build()), FailureCode.LIMIT_EXCEEDED);
    }

    private static void assertCode(
        org.assertj.core.api.ThrowableAssert.ThrowingCallable action, FailureCode code) {
      assertThatThrownBy(action)
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(code);
    }
  }
}
