package dev.laurel.journeys.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.ShopLog;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import dev.laurel.journeys.map.MomentKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MomentsOfTruthTest {
  private static final MomentPolicy STANDARD = MomentPolicy.standard();

  /**
   * Oracle: R prop.test without correction; the planted incident of the shop. The z of the chat and
   * of the bug are recomputed in 40 digits.
   */
  @Nested
  class TheShop {
    private final MomentsOfTruth found = MomentsOfTruth.find(
        ShopLog.outcomes(),
        List.of(
            RiskSet.of(at("payment_error"), at("payment_details")),
            RiskSet.of(at("support_chat"), at("payment_details")),
            RiskSet.of(at("checkout_bug"), at("shipping_details"))),
        Map.of(at("support_chat"), MomentKind.OTHER),
        STANDARD);

    @Test
    void thePaymentErrorBreaksJourneys() {
      Moment error = found.at(at("payment_error")).orElseThrow();

      assertThat(error.with()).isEqualTo(Proportion.of(11, 95));
      assertThat(error.without()).isEqualTo(Proportion.of(459, 537));
      assertThat(error.with().merge(error.without())).isEqualTo(Proportion.of(470, 632));
      assertThat(share(error.with())).isCloseTo(0.115789, within(5e-7));
      assertThat(share(error.without())).isCloseTo(0.854749, within(5e-7));
      assertThat(z(error)).isCloseTo(-15.206226934, within(5e-10));
      assertThat(error.direction()).isEqualTo(Moment.Direction.BREAKS);
      Interval interval = error.effect().interval().orElseThrow();
      assertThat(interval.upper()).isLessThan(-0.6);
      assertThat(found.painPoints().get(0)).isEqualTo(error);
    }

    @Test
    void soDoTheOthersThatWerePlanted() {
      Moment chat = found.at(at("support_chat")).orElseThrow();
      Moment bug = found.at(at("checkout_bug")).orElseThrow();

      assertThat(chat.with()).isEqualTo(Proportion.of(35, 117));
      assertThat(chat.without()).isEqualTo(Proportion.of(435, 515));
      assertThat(z(chat)).isCloseTo(-12.199871648055788, within(5e-13));
      assertThat(bug.with()).isEqualTo(Proportion.of(9, 32));
      assertThat(bug.without()).isEqualTo(Proportion.of(461, 766));
      assertThat(z(bug)).isCloseTo(-3.611089441005077, within(5e-13));
      assertThat(found.provenButUndeclared().stream().map(Moment::touchpoint).toList())
          .containsExactly(at("payment_error"), at("checkout_bug"));
    }

    /** The trap: among all sessions the error looks harmless, and the bug looks good. */
    @Test
    void withoutTheRiskSetTheyLookHarmless() {
      JourneyLog log = ShopLog.outcomes();
      Set<TouchpointId> anything = Set.copyOf(log.touchpoints());
      MomentsOfTruth marginal = MomentsOfTruth.find(
          log,
          List.of(
              new RiskSet(at("payment_error"), anything),
              new RiskSet(at("checkout_bug"), anything)),
          STANDARD);

      Moment error = marginal.at(at("payment_error")).orElseThrow();
      assertThat(error.without()).isEqualTo(Proportion.of(459, 3510));
      assertThat(error.effect().value()).isCloseTo(-0.01498, within(5e-6));
      assertThat(z(error)).isCloseTo(-0.428, within(5e-4));
      assertThat(error.isProven()).isFalse();
      Moment bug = marginal.at(at("checkout_bug")).orElseThrow();
      assertThat(bug.effect().value()).isCloseTo(0.152, within(5e-4));
      assertThat(z(bug)).isCloseTo(2.55, within(5e-3));
    }

    private static double share(Proportion proportion) {
      return proportion.estimate().orElseThrow().value();
    }

    private static double z(Moment moment) {
      return new ProportionDifference(moment.with(), moment.without()).z();
    }
  }

  @Nested
  class OffTheMap {
    private final JourneyMap map = Maps.linear("a", "b", "c");

    private Set<TouchpointId> gates(String... journeys) {
      return RiskSet.offTheMap(Logs.of(journeys), map).stream()
          .filter(set -> set.touchpoint().equals(at("x")))
          .findFirst()
          .orElseThrow()
          .gates();
    }

    @Test
    void aTouchpointIsAskedAboutAfterThatWhichItMostOftenFollows() {
      assertThat(gates("abx", "abyx", "ax", "abc")).containsExactly(at("b"));
      assertThat(gates("abx", "ax")).as("the first of the map").containsExactly(at("a"));
      assertThat(RiskSet.offTheMap(Logs.of("abyx"), map)).hasSize(2);
      assertThat(RiskSet.offTheMap(Logs.of("abc"), map)).isEmpty();
    }

    @Test
    void oneThatComesFirstIsAskedAboutAmongAll() {
      assertThat(gates("xab", "xab", "ax")).containsExactly(at("a"), at("b"), at("x"));
    }
  }

  @Nested
  class AMap {
    private final JourneyMap map = Maps.dealer();

    @Test
    void isAskedAboutWithinItsStages() {
      RiskSet drive = RiskSet.inStage(map, at("test-drive"));

      assertThat(drive.gates()).contains(at("test-drive"));
      assertThat(drive.gates()).doesNotContain(at("advert"));
    }

    @Test
    void declaresWhatTheDataDoNotShow() {
      TouchpointId declared = map.declaredMoments().get(0).id();
      JourneyLog log = log(declared, 30, 30, 15, 15);
      MomentsOfTruth found = MomentsOfTruth.find(
          log,
          List.of(RiskSet.of(declared, at("gate"))),
          Map.of(declared, MomentKind.FIRST),
          STANDARD);

      assertThat(found.declaredButUnproven().stream().map(Moment::touchpoint).toList())
          .containsExactly(declared);
      assertThat(found.provenButUndeclared()).isEmpty();
    }

    @Test
    void knowsItsTouchpoints() {
      assertCode(() -> RiskSet.inStage(map, at("nowhere")), FailureCode.REFERENCE_UNKNOWN);
    }
  }

  /** Oracle: the sum of the hypergeometric probabilities not above that of 19 and 17 of 20. */
  @Test
  void smallNumbersAreTestedExactly() {
    TouchpointId drive = at("drive");
    Moment moment = MomentsOfTruth.find(
            log(drive, 20, 20, 19, 17), List.of(RiskSet.of(drive, at("gate"))), STANDARD)
        .at(drive)
        .orElseThrow();

    assertThat(moment.test()).isEqualTo("Fisher exact");
    assertThat(moment.pValue()).isCloseTo(0.6049896049896051, within(1e-12));
    assertThat(moment.isProven()).isFalse();
  }

  @Test
  void whatMakesJourneysIsProven() {
    TouchpointId drive = at("drive");
    Moment moment = MomentsOfTruth.find(
            log(drive, 100, 100, 80, 40), List.of(RiskSet.of(drive, at("gate"))), STANDARD)
        .at(drive)
        .orElseThrow();

    assertThat(moment.direction()).isEqualTo(Moment.Direction.MAKES);
    assertThat(moment.effect().value()).isCloseTo(0.4, within(1e-12));
    assertThat(moment.reach()).isEqualTo(Proportion.of(100, 200));
  }

  @Test
  void tooFewJourneysAreNoMoment() {
    TouchpointId drive = at("drive");
    MomentsOfTruth found = MomentsOfTruth.find(
        log(drive, 19, 100, 19, 0), List.of(RiskSet.of(drive, at("gate"))), STANDARD);

    assertThat(found.moments()).isEmpty();
    assertThat(found.tooFew()).containsEntry(drive, new MomentsOfTruth.Counts(19, 100));
  }

  @Test
  void journeysWithoutAnOutcomeAreCountedApart() {
    JourneyLog open = JourneyLog.of(List.of(
        TouchEvent.of(JourneyId.of("j"), at("gate"), Instant.parse("2026-01-01T00:00:00Z"))));

    assertThat(MomentsOfTruth.find(open, List.of(), STANDARD).unknownOutcomes()).isEqualTo(1);
  }

  @Test
  void aTouchpointIsAskedAboutOnce() {
    RiskSet drive = RiskSet.of(at("drive"), at("gate"));

    assertCode(
        () -> MomentsOfTruth.find(JourneyLog.empty(), List.of(drive, drive), STANDARD),
        FailureCode.CONFIG_DUPLICATE);
    assertCode(() -> new RiskSet(at("drive"), Set.of()), FailureCode.REQUIRED);
    assertCode(() -> MomentPolicy.builder().level(1).build(), FailureCode.PERCENT_RANGE);
  }

  private static void assertCode(ThrowingCallable action, FailureCode code) {
    assertThatThrownBy(action)
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(code);
  }

  private static TouchpointId at(String touchpoint) {
    return TouchpointId.of(touchpoint);
  }

  /** So many journeys with the touchpoint and without it, of which so many convert. */
  private static JourneyLog log(
      TouchpointId touchpoint, int with, int without, int convertedWith, int convertedWithout) {
    JourneyLog.Builder log = JourneyLog.builder();
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < with + without; i++) {
      JourneyId journey = JourneyId.of("j-" + i);
      log.add(TouchEvent.of(journey, at("gate"), start));
      if (i < with) {
        log.add(TouchEvent.of(journey, touchpoint, start.plusSeconds(60)));
      }
      boolean isConverted = i < with ? i < convertedWith : i - with < convertedWithout;
      log.facts(journey, JourneyFacts.NONE.endingIn(Outcome.converted(isConverted)));
    }
    return log.build();
  }
}
