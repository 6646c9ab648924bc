package dev.laurel.journeys.experience;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.experience.ChannelComparison.Verdict;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.moment.MomentPolicy;
import org.junit.jupiter.api.Test;

class ChannelComparisonTest {
  private static final TouchpointId ADVICE = TouchpointId.of("advice");
  private final JourneyLog.Builder log = JourneyLog.builder();
  private int named;

  private static TouchEvent.Builder advice(JourneyId journey, String channel) {
    TouchEvent.Builder event = TouchEvent.builder();
    return event
        .journey(journey)
        .touchpoint(ADVICE)
        .channel(Channel.of(channel))
        .at(Logs.START);
  }

  private JourneyId next(boolean isConverted) {
    JourneyId journey = JourneyId.of("j" + (1_000 + named++));
    log.facts(journey, JourneyFacts.NONE.endingIn(Outcome.converted(isConverted)));
    return journey;
  }

  private void advised(String channel, int journeys, int converted) {
    for (int i = 0; i < journeys; i++) {
      log.add(advice(next(i < converted), channel).build());
    }
  }

  private ChannelComparison compared() {
    return ChannelComparison.of(ChannelTally.of(log.build(), ADVICE), MomentPolicy.standard());
  }

  private static ChannelComparison.Line at(ChannelComparison compared, String channel) {
    return compared.at(Channel.of(channel)).orElseThrow();
  }

  /**
   * By hand: 60 of 100 in the store, 80 of 200 elsewhere; pooled 140 of 300, z = 0.2 / sqrt(0.4667
   * x 0.5333 x 0.015) = 3.2733; Wilson 0.5020 to 0.6906 and 0.3346 to 0.4692.
   */
  @Test
  void eachChannelIsHeldAgainstAllOthers() {
    advised("store", 100, 60);
    advised("phone", 100, 40);
    advised("chat", 100, 40);
    ChannelComparison.Line store = at(compared(), "store");
    Estimate difference = store.difference().known().orElseThrow();
    Interval interval = difference.interval().orElseThrow();

    assertThat(store.conversion()).isEqualTo(Proportion.of(60, 100));
    assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
    assertThat(interval.lower()).isCloseTo(0.2 - Math.hypot(0.0980, 0.0692), within(1e-4));
    assertThat(interval.upper()).isCloseTo(0.2 + Math.hypot(0.0906, 0.0654), within(1e-4));
    // The smallest of three, times three.
    assertThat(store.qValue()).isCloseTo(3 * 0.001063, within(5e-6));
    assertThat(store.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(at(compared(), "chat").difference().known().orElseThrow().value())
        .isCloseTo(-0.1, within(1e-12));
    assertThat(at(compared(), "chat").verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void whoCameBySeveralChannelsTellsNothingOfOne() {
    advised("store", 30, 20);
    advised("chat", 30, 20);
    JourneyId both = next(true);
    log.add(advice(both, "chat").build());
    log.add(advice(both, "store").build());
    log.add(TouchEvent.of(next(true), ADVICE, Logs.START));
    ChannelComparison compared = compared();

    assertThat(compared.severalChannels()).isEqualTo(1);
    assertThat(compared.withoutChannel()).isEqualTo(1);
    assertThat(at(compared, "chat").conversion()).isEqualTo(Proportion.of(20, 30));
    assertThat(at(compared, "chat").failed()).isEqualTo(Proportion.of(0, 31));
    assertThat(at(compared, "chat").qValue()).isEqualTo(1);
  }

  @Test
  void failuresAndFeelingsAreThoseOfTheChannel() {
    JourneyId journey = next(false);
    log.add(advice(journey, "chat").status(EventStatus.FAILED).build());
    log.add(advice(journey, "chat")
        .experience(Experience.of(2, Experience.Scale.ONE_TO_FIVE))
        .build());
    advised("store", 1, 1);
    ChannelComparison compared = compared();

    assertThat(at(compared, "chat").failed()).isEqualTo(Proportion.of(1, 2));
    assertThat(at(compared, "chat").emotion().orElseThrow().value()).isEqualTo(-1);
    assertThat(at(compared, "store").emotion()).isEmpty();
    assertThat(at(compared, "store").difference())
        .isEqualTo(new Part.Missing<Estimate>(Part.Why.TOO_FEW));
  }

  @Test
  void aTouchpointThatNobodyMetHasNoChannels() {
    assertThat(ChannelTally.of(Logs.of("ab"), ADVICE).channels()).isEmpty();
    assertThat(ChannelComparison.of(
                ChannelTally.of(JourneyLog.empty(), ADVICE), MomentPolicy.standard())
            .lines())
        .isEmpty();
    refused(
        FailureCode.VALUE_INVALID,
        () -> ChannelTally.of(Logs.of("a"), ADVICE)
            .merge(ChannelTally.of(Logs.of("a"), TouchpointId.of("a"))));
  }
}
