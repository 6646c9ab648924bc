package dev.laurel.journeys.refine;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.Maps;
import dev.laurel.journeys.map.StageModel;
import org.junit.jupiter.api.Test;

class RefinementTest {
  private static final Refinement.Side FEW = Trials.side(100, 40);
  private static final Refinement.Side MANY = Trials.side(100, 60);

  @Test
  void moreConversionsThanChanceConfirmAnImprovement() {
    Refinement refinement = Trials.judge(FEW, MANY);
    Finding conversion = refinement.at(Question.CONVERSION).orElseThrow();
    Interval interval = conversion.difference().interval().orElseThrow();

    assertThat(refinement.verdict()).isEqualTo(Refinement.Verdict.CONFIRMED);
    assertThat(refinement.journeysNeeded()).isEmpty();
    assertThat(refinement.judged().status()).isEqualTo(Improvement.Status.CONFIRMED);
    // By hand: z = 0.2 / sqrt(0.25 * 2 / 100) = 2.8284; Wilson 0.5020 to 0.6906 and 0.3094 to
    // 0.4980, hence 0.2 - 0.0980 * sqrt(2) and 0.2 + 0.0906 * sqrt(2).
    assertThat(conversion.difference().value()).isCloseTo(0.2, within(1e-12));
    assertThat(interval.lower()).isCloseTo(0.0614, within(1e-4));
    assertThat(interval.upper()).isCloseTo(0.3281, within(1e-4));
    assertThat(conversion.pValue()).isCloseTo(0.004678, within(1e-6));
  }

  @Test
  void fewerConversionsThanChanceRefuteIt() {
    Refinement refinement = Trials.judge(MANY, FEW);

    assertThat(refinement.verdict()).isEqualTo(Refinement.Verdict.REFUTED);
    assertThat(refinement.judged().status()).isEqualTo(Improvement.Status.REFUTED);
    assertThat(refinement.journeysNeeded()).isEmpty();
  }

  @Test
  void aFigureThatShouldFallIsConfirmedByFalling() {
    RefinementCriterion fewerLeave =
        RefinementCriterion.of(Question.DROP_OFF, RefinementCriterion.Expectation.FALLS, 0.1);

    assertThat(Refinement.judge(FEW, MANY, Trials.improvement("a"), fewerLeave).verdict())
        .isEqualTo(Refinement.Verdict.CONFIRMED);
    assertThat(Refinement.judge(MANY, FEW, Trials.improvement("a"), fewerLeave).verdict())
        .isEqualTo(Refinement.Verdict.REFUTED);
    assertThat(Refinement.judge(FEW, FEW, Trials.improvement("a"), fewerLeave)
            .judged()
            .status())
        .isEqualTo(Improvement.Status.UNDECIDED);
  }

  @Test
  void fitnessIsComparedAsAMean() {
    Refinement refinement = Trials.judge(FEW, MANY);
    Finding fitness = refinement.at(Question.FITNESS).orElseThrow();

    // Journeys that end at a cost 1 of 3: the means are 0.4 + 0.6 * 2/3 and 0.6 + 0.4 * 2/3, both
    // variances 0.24 / 9 * 100 / 99, and t with 198 degrees of freedom is 1.97202 at 97.5 %.
    assertThat(fitness.before()).isCloseTo(0.8, within(1e-12));
    assertThat(fitness.after()).isCloseTo(13 / 15.0, within(1e-12));
    assertThat(fitness.difference().standardError().orElseThrow())
        .isCloseTo(0.0232104, within(1e-7));
    assertThat(fitness.difference().interval().orElseThrow().width())
        .isCloseTo(2 * 1.97202 * 0.0232104, within(1e-6));
  }

  @Test
  void askingSeveralQuestionsIsPaidFor() {
    Refinement refinement = Trials.judge(FEW, MANY);
    Finding conversion = refinement.at(Question.CONVERSION).orElseThrow();
    Finding fitness = refinement.at(Question.FITNESS).orElseThrow();
    Finding time = refinement.at(Question.TIME_TO_CONVERT).orElseThrow();

    // Holm: the smallest of four p-values times four, which the next ones may not undercut.
    assertThat(fitness.qValue()).isCloseTo(4 * fitness.pValue(), within(1e-12));
    assertThat(conversion.qValue()).isCloseTo(4 * fitness.pValue(), within(1e-12));
    assertThat(time.pValue()).isEqualTo(1);
    assertThat(time.difference().value()).isZero();
  }

  @Test
  void dropOffIsCountedAtTheImprovedTouchpoint() {
    Finding dropOff = Trials.judge(FEW, MANY).at(Question.DROP_OFF).orElseThrow();
    Refinement elsewhere =
        Refinement.judge(FEW, MANY, Trials.improvement("c"), Trials.MORE_CONVERT);

    assertThat(dropOff.before()).isEqualTo(0.6);
    assertThat(dropOff.after()).isEqualTo(0.4);
    assertThat(elsewhere.at(Question.DROP_OFF).orElseThrow().after()).isZero();
  }

  @Test
  void anUndecidedHypothesisSaysHowManyJourneysItWouldHaveNeeded() {
    Refinement refinement = Trials.judge(FEW, FEW);

    assertThat(refinement.verdict()).isEqualTo(Refinement.Verdict.UNDECIDED);
    // (2.497705 + 0.841621)^2 * 2 * 0.4 * 0.6 / 0.1^2 = 535.3, at 0.05 / 4 and a power of 0.8.
    assertThat(refinement.journeysNeeded()).hasValue(536);
  }

  @Test
  void tooFewJourneysAreNotAsked() {
    Refinement refinement = Trials.judge(Trials.side(19, 10), MANY);

    assertThat(refinement.findings()).isEmpty();
    assertThat(refinement.unasked()).containsExactly(Question.values());
    assertThat(refinement.verdict()).isEqualTo(Refinement.Verdict.UNDECIDED);
    assertThat(refinement.journeysNeeded()).isEmpty();
  }

  @Test
  void journeysWithoutAnOutcomeCountForFitnessAlone() {
    JourneyLog open = FEW.log().withFacts(journey -> journey.facts().openEnded());
    Refinement refinement = Trials.judge(new Refinement.Side(Trials.MAP, open), MANY);

    assertThat(refinement.unknownOutcomes()).isEqualTo(100);
    assertThat(refinement.findings()).extracting(Finding::question).containsOnly(Question.FITNESS);
  }

  @Test
  void aLogIsDividedByWhenVersionsWereInForce() {
    MapVersions versions = MapVersions.startingWith(Trials.MAP, "Ada", Logs.START, "workshop")
        .activate(1, Logs.START)
        .draft(Trials.MAP, 1, "Bo", Logs.START, "fewer fields")
        .activate(2, Logs.START.plusSeconds(60));
    Refinement refinement =
        Refinement.judge(MANY.log(), versions, 1, 2, Trials.improvement("a"), Trials.MORE_CONVERT);

    // All began in the first minute, so that none is under version 2.
    assertThat(refinement.unasked()).containsExactly(Question.values());
    refused(
        FailureCode.VALUE_INVALID,
        () -> Refinement.judge(
            MANY.log(), versions, 1, 1, Trials.improvement("a"), Trials.MORE_CONVERT));
    refused(
        FailureCode.REFERENCE_UNKNOWN,
        () -> Refinement.judge(
            MANY.log(), versions, 1, 3, Trials.improvement("a"), Trials.MORE_CONVERT));
  }

  @Test
  void sidesAreOfOneMapThatHasTheTouchpoint() {
    JourneyMap.Builder selling = JourneyMap.builder();
    selling
        .id(MapId.of("sell-a-car"))
        .name("Selling a car")
        .persona(Maps.commuter())
        .goal("a fair price")
        .stages(StageModel.CUSTOMER_CYCLE)
        .flow(Trials.MAP.flow());
    Refinement.Side other = new Refinement.Side(selling.build(), MANY.log());

    refused(FailureCode.VALUE_INVALID, () -> Trials.judge(FEW, other));
    refused(
        FailureCode.REFERENCE_UNKNOWN,
        () -> Refinement.judge(FEW, MANY, Trials.improvement("z"), Trials.MORE_CONVERT));
  }

  @Test
  void aCriterionIsChecked() {
    refused(FailureCode.RANGE, () -> criterion(0));
    refused(FailureCode.RANGE, () -> criterion(Double.NaN));
    refused(
        FailureCode.PERCENT_RANGE,
        () -> RefinementCriterion.builder()
            .question(Question.FITNESS)
            .expectation(RefinementCriterion.Expectation.RISES)
            .worthwhile(0.1)
            .power(1)
            .build());
    refused(
        FailureCode.RANGE,
        () -> RefinementCriterion.builder()
            .question(Question.FITNESS)
            .expectation(RefinementCriterion.Expectation.RISES)
            .worthwhile(0.1)
            .leastJourneys(1)
            .build());
  }

  private static void criterion(double worthwhile) {
    assertThat(RefinementCriterion.of(
            Question.FITNESS, RefinementCriterion.Expectation.RISES, worthwhile))
        .isNotNull();
  }
}
