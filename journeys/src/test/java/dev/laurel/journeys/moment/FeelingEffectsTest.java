package dev.laurel.journeys.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FeelingEffectsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final TouchpointId DRIVE = TouchpointId.of("drive");
  private static final MomentPolicy SMALL =
      MomentPolicy.builder().leastJourneys(3).build();

  private final JourneyLog.Builder log = JourneyLog.builder();
  private int named;

  private void felt(double emotion, int journeys, int converted) {
    for (int i = 0; i < journeys; i++) {
      JourneyId journey = JourneyId.of("j" + named++);
      said(journey, emotion, 0);
      log.facts(journey, JourneyFacts.NONE.endingIn(Outcome.converted(i < converted)));
    }
  }

  private void said(JourneyId journey, double emotion, long second) {
    TouchEvent.Builder event = TouchEvent.builder();
    log.add(event
        .journey(journey)
        .touchpoint(DRIVE)
        .at(Logs.START.plusSeconds(second))
        .experience(Experience.of(emotion, Experience.Scale.EMOTION))
        .build());
  }

  private FeelingEffects.Felt drive() {
    return FeelingEffects.find(log.build(), SMALL).at(DRIVE).orElseThrow();
  }

  /**
   * By hand: Sxy 4 of Sxx 32; residuals 0.75 at either end, so that the error is sqrt(1.2 x 6) /
   * 32; ranks 2.5, 6.5, 10.5 and 3.5, 9.5 give 48 of sqrt(128 x 108).
   */
  @Test
  void betterFeelingGoesWithMoreConversions() {
    felt(-2, 4, 1);
    felt(0, 4, 2);
    felt(2, 4, 3);

    assertThat(drive().slope().value()).isCloseTo(0.125, EXACT);
    assertThat(drive().slope().standardError().orElseThrow()).isCloseTo(Math.sqrt(7.2) / 32, EXACT);
    // t of 10 degrees at 97.5 % is 2.228139.
    assertThat(drive().slope().interval().orElseThrow().width())
        .isCloseTo(2 * 2.228139 * Math.sqrt(7.2) / 32, within(1e-6));
    assertThat(drive().rankCorrelation()).isCloseTo(48 / Math.sqrt(128 * 108), EXACT);
    assertThat(drive().isProven()).isFalse();
  }

  @Test
  void manyProveWhatFewDoNot() {
    felt(-2, 40, 10);
    felt(0, 40, 20);
    felt(2, 40, 30);

    assertThat(drive().slope().value()).isCloseTo(0.125, EXACT);
    assertThat(drive().isProven()).isTrue();
    assertThat(drive().qValue()).isEqualTo(drive().pValue());
  }

  @Test
  void aFeelingThatDoesNotMatterHasNoSlope() {
    felt(-2, 30, 15);
    felt(2, 30, 15);

    assertThat(drive().slope().value()).isCloseTo(0, EXACT);
    assertThat(drive().rankCorrelation()).isCloseTo(0, EXACT);
    assertThat(drive().pValue()).isCloseTo(1, EXACT);
  }

  @Test
  void whatWasSaidLastCounts() {
    felt(-1, 5, 0);
    felt(1, 5, 5);
    JourneyId changed = JourneyId.of("changed");
    said(changed, -2, 0);
    said(changed, 1, 1);
    log.facts(changed, JourneyFacts.NONE.endingIn(Outcome.converted(true)));

    assertThat(drive().slope().value()).isCloseTo(0.5, EXACT);
    assertThat(drive().rankCorrelation()).isCloseTo(1, EXACT);
    assertThat(drive().slope().interval().orElseThrow().width()).isCloseTo(0, EXACT);
    assertThat(drive().pValue()).isCloseTo(0, EXACT);
  }

  @Test
  void answersThatAreFewOrAllAlikeAreToldApart() {
    felt(2, 30, 12);
    said(JourneyId.of("open"), -2, 0);
    FeelingEffects found = FeelingEffects.find(log.build(), SMALL);

    assertThat(found.effects()).isEmpty();
    assertThat(found.tooFew()).containsEntry(DRIVE, 30L);
    assertThat(FeelingEffects.find(JourneyLog.empty(), SMALL).tooFew()).isEmpty();
  }

  @Test
  void whereAllConvertThereIsNothingToCorrelate() {
    felt(-2, 5, 5);
    felt(2, 5, 5);

    assertThat(drive().rankCorrelation()).isZero();
    assertThat(drive().pValue()).isEqualTo(1);
  }
}
