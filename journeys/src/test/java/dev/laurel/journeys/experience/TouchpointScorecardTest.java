package dev.laurel.journeys.experience;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalBootstrap;
import dev.laurel.journeys.attribution.RemovalIntervals;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.experience.TouchpointCard.Reason;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.ShopLog;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import dev.laurel.journeys.moment.MomentPolicy;
import dev.laurel.journeys.moment.MomentsOfTruth;
import dev.laurel.journeys.moment.RiskSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TouchpointScorecardTest {
  private static final JourneyMap MAP =
      Maps.of(Flow.inOrder(Maps.one("a"), Flow.maybe(Maps.one("b")), Maps.one("c")));

  /** Fifty go a, b, c and buy for EUR 200.00; fifty meet x instead of b and do not. */
  private static JourneyLog log() {
    JourneyLog.Builder log = JourneyLog.builder();
    for (int i = 0; i < 100; i++) {
      boolean isDesigned = i < 50;
      JourneyId journey = JourneyId.of("j" + (100 + i));
      int answer = i % 2 == 0 ? 5 : 4;
      log.add(Logs.event(journey.value(), "a", 0));
      log.add(TouchEvent.builder()
          .journey(journey)
          .touchpoint(TouchpointId.of(isDesigned ? "b" : "x"))
          .at(Logs.START.plusSeconds(1))
          .experience(Experience.of(isDesigned ? answer : 1, Experience.Scale.ONE_TO_FIVE))
          .build());
      log.add(Logs.event(journey.value(), "c", 2));
      Outcome.Builder outcome = Outcome.builder();
      outcome.isConverted(isDesigned).value(ExactMoney.ofMinor("EUR", isDesigned ? 20_000 : 0));
      log.facts(journey, JourneyFacts.NONE.endingIn(outcome.build()));
    }
    return log.build();
  }

  private static TouchpointCard card(TouchpointScorecard scorecard, String touchpoint) {
    return scorecard.at(TouchpointId.of(touchpoint)).orElseThrow();
  }

  /**
   * Worked by hand: a and c are on every way and not asked about. b is said to be 2 or 1 by halves,
   * 1.5 with a standard error of 0.0714 and 49 degrees of freedom; of 50 journeys with it all buy
   * and of 50 without it none, so that Wilson's 0.9286 to 1 and 0 to 0.0714 give Newcombe's 1 -
   * 0.0714 x sqrt(2). The chain of order 1 does not see it, because all come to c.
   */
  @Test
  void everythingIsToldAndWhatIsMissingSaysWhy() {
    assertThat(ScorecardText.text(
            TouchpointScorecard.of(log(), MAP, "EUR", ScorecardPolicy.standard())))
        .isEqualTo("""
            Buying a car: 100 journeys, 4 touchpoints; intervals at 95.0 %
            1. x, not on the map
               reach: 50 of 100, 50.0 %
               emotion, -2 to 2: -2.00 (-2.00 to -2.00), n 50
               effect: 0 of 50, 0.0 % with it, 50 of 50, 100.0 % without: -100.0 points (-100.0 to -89.9), -50 conversions
               removal effect: 50.0 % = reach 50.0 % x lift 1.00
               against the map: 0 taken, 0 failed, 0 missing, 50 ad hoc, 0 out of order
               EUR per journey: 0.00 (0.00 to 0.00), n 50
               why: breaks journeys; proven a moment of truth, not declared; not on the map, yet met often
            2. b, buy
               reach: 50 of 100, 50.0 %
               emotion, -2 to 2: 1.50 (1.36 to 1.64), n 50
               effect: 50 of 50, 100.0 % with it, 0 of 50, 0.0 % without: 100.0 points (89.9 to 100.0), +50 conversions
               removal effect: 50.0 % = reach 50.0 % x lift 1.00
               against the map: 50 taken, 0 failed, 0 missing, 0 ad hoc, 0 out of order
               EUR per journey: 200.0 (200.0 to 200.0), n 50
               why: makes journeys; proven a moment of truth, not declared
            3. a, buy
               reach: 100 of 100, 100.0 %
               emotion, -2 to 2: missing, not known here
               effect: missing, not known here
               removal effect: 100.0 % = reach 100.0 % x lift 1.00
               against the map: 100 taken, 0 failed, 0 missing, 0 ad hoc, 0 out of order
               EUR per journey: 100.0 (80.1 to 119.9), n 100
               why: nothing stands out
            4. c, buy
               reach: 100 of 100, 100.0 %
               emotion, -2 to 2: missing, not known here
               effect: missing, not known here
               removal effect: 100.0 % = reach 100.0 % x lift 1.00
               against the map: 100 taken, 0 failed, 0 missing, 0 ad hoc, 0 out of order
               EUR per journey: 100.0 (80.1 to 119.9), n 100
               why: nothing stands out
            """);
  }

  @Test
  void moreThanWasAskedForIsCounted() {
    TouchpointScorecard all = TouchpointScorecard.of(log(), MAP, "EUR", ScorecardPolicy.standard());

    assertThat(ScorecardText.text(all, 1))
        .contains("1. x")
        .doesNotContain("2. b")
        .endsWith("""
        and 3 more
        """);
  }

  /** The oracle of section 4.8: 70 of the 95 with an error would have bought without it. */
  @Test
  void theShopsPaymentErrorIsTheFirstToLookAt() {
    JourneyLog log = ShopLog.outcomes();
    MomentsOfTruth effects = MomentsOfTruth.find(
        log,
        List.of(
            RiskSet.of(TouchpointId.of("payment_error"), TouchpointId.of("payment_details")),
            RiskSet.of(TouchpointId.of("support_chat"), TouchpointId.of("payment_details"))),
        MomentPolicy.standard());
    TouchpointScorecard scorecard = TouchpointScorecard.of(TouchpointScorecard.parts()
        .map(Maps.linear("cart", "payment_details", "purchase"))
        .tally(TouchpointTally.of(log, "EUR"))
        .effects(effects)
        .build());
    TouchpointCard error = scorecard.cards().get(0);
    Estimate stake = error.atStake().orElseThrow();

    assertThat(error.touchpoint()).isEqualTo(TouchpointId.of("payment_error"));
    assertThat(error.reach()).isEqualTo(Proportion.of(95, 3_605));
    assertThat(stake.value()).isCloseTo(11 - 95 * 459.0 / 537, within(1e-9));
    assertThat(stake.interval().orElseThrow().upper()).isLessThan(-50);
    assertThat(error.reasons()).containsExactly(Reason.BREAKS, Reason.PROVEN_AND_UNDECLARED);
    assertThat(error.score()).isEqualTo(new Part.Missing<Estimate>(Part.Why.NOT_GIVEN));
    assertThat(scorecard.cards().get(1).touchpoint()).isEqualTo(TouchpointId.of("support_chat"));
  }

  @Nested
  class Scores {
    private TouchpointCard scored(TouchpointFigures.Better better, double goal) {
      Estimate effort = Estimate.builder()
          .value(5)
          .interval(new Interval(4.5, 5.5, Confidence.P95))
          .method("Student")
          .build();
      TouchpointScorecard scorecard = TouchpointScorecard.of(TouchpointScorecard.parts()
          .map(MAP)
          .tally(TouchpointTally.of(log(), "EUR"))
          .scores(new TouchpointFigures(
              "effort", better, ImmutableSortedMap.of(TouchpointId.of("b"), effort)))
          .policy(ScorecardPolicy.builder().goal(goal).build())
          .build());
      assertThat(card(scorecard, "a").score())
          .isEqualTo(new Part.Missing<Estimate>(Part.Why.NOT_FOUND));
      return card(scorecard, "b");
    }

    @Test
    void ofAnySourceAreHeldAgainstTheGoalWithTheirInterval() {
      assertThat(scored(TouchpointFigures.Better.HIGHER, 6).reasons())
          .containsExactly(Reason.SCORED_BELOW_GOAL);
      assertThat(scored(TouchpointFigures.Better.HIGHER, 4).reasons())
          .containsExactly(Reason.SCORED_ABOVE_GOAL);
      assertThat(scored(TouchpointFigures.Better.HIGHER, 5.2).reasons()).isEmpty();
    }

    @Test
    void mayBeBetterTheLowerTheyAre() {
      assertThat(scored(TouchpointFigures.Better.LOWER, 4).reasons())
          .containsExactly(Reason.SCORED_BELOW_GOAL);
      assertThat(scored(TouchpointFigures.Better.LOWER, 6).reasons())
          .containsExactly(Reason.SCORED_ABOVE_GOAL);
    }
  }

  @Test
  void whatTheMapDeclaresIsHeldAgainstTheData() {
    JourneyMap dealer = Maps.dealer();
    JourneyLog log =
        JourneyLog.builder().addAll(Logs.of("x")).build().convertedAt(TouchpointId.of("sign"));
    TouchpointScorecard scorecard =
        TouchpointScorecard.of(log, dealer, "EUR", ScorecardPolicy.standard());

    assertThat(card(scorecard, "test-drive").pains()).isEqualTo(dealer.painPoints());
    assertThat(card(scorecard, "test-drive").reasons()).contains(Reason.PAIN_DECLARED);
    assertThat(card(scorecard, "x").stage()).isEmpty();
    assertThat(card(scorecard, "sign").removal().known()).isEmpty();
  }

  @Test
  void nobodyIsTold() {
    TouchpointScorecard none =
        TouchpointScorecard.of(JourneyLog.empty(), MAP, "EUR", ScorecardPolicy.standard());

    assertThat(none.cards()).hasSize(3).allMatch(card -> card.score().known().isEmpty());
    assertThat(ScorecardText.text(none)).contains("reach: 0 of 0\n");
  }

  @Nested
  class BadInput {
    private final TouchpointTally tally = TouchpointTally.of(log(), "EUR");

    @Test
    void partsOfOtherMapsOrJourneysAreNotJoined() {
      refused(
          FailureCode.VALUE_INVALID,
          () -> TouchpointScorecard.parts()
              .map(MAP)
              .tally(tally)
              .reality(Conformance.evaluate(log(), Maps.linear("a")))
              .build());
      refused(
          FailureCode.TOTAL_MISMATCH,
          () -> TouchpointScorecard.parts()
              .map(MAP)
              .tally(tally)
              .reality(Conformance.evaluate(Logs.of("abc"), MAP))
              .build());
    }

    @Test
    void intervalsAreThoseOfTheRemovalEffects() {
      RemovalIntervals intervals = new RemovalBootstrap(100, 1, Confidence.P95)
          .analyse(PathCounts.of(log()), 1)
          .orElseThrow();

      refused(
          FailureCode.VALUE_INVALID,
          () -> TouchpointScorecard.parts()
              .map(MAP)
              .tally(tally)
              .removalIntervals(intervals)
              .build());
      TouchpointScorecard both = TouchpointScorecard.of(TouchpointScorecard.parts()
          .map(MAP)
          .tally(tally)
          .removals(intervals.effects())
          .removalIntervals(intervals)
          .build());
      assertThat(card(both, "a").removalInterval().known())
          .isEqualTo(intervals.at(TouchpointId.of("a")));
      assertThat(ScorecardText.text(both))
          .contains("100.0 % = reach 100.0 % x lift 1.00 (1.00 to 1.00)\n");
    }

    @Test
    void figuresAndPoliciesMakeSense() {
      refused(FailureCode.TEXT_INVALID, () -> TouchpointFigures.of(" ", ImmutableSortedMap.of()));
      refused(
          FailureCode.PERCENT_RANGE,
          () -> ScorecardPolicy.builder().tolerated(1.1).build());
      refused(
          FailureCode.NUMBER_NOT_FINITE,
          () -> ScorecardPolicy.builder().goal(Double.NaN).build());
    }
  }
}
