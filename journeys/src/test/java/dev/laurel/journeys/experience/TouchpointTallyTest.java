package dev.laurel.journeys.experience;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class TouchpointTallyTest {
  private static final TouchpointId A = TouchpointId.of("a");

  private static TouchEvent said(String journey, long second, double answer) {
    TouchEvent.Builder event = TouchEvent.builder();
    return event
        .journey(JourneyId.of(journey))
        .touchpoint(A)
        .at(Logs.START.plusSeconds(second))
        .experience(Experience.of(answer, Experience.Scale.ONE_TO_FIVE))
        .build();
  }

  private static JourneyFacts worth(String currency, long minor) {
    Outcome.Builder outcome = Outcome.builder();
    return JourneyFacts.NONE.endingIn(
        outcome.value(ExactMoney.ofMinor(currency, minor)).build());
  }

  /** By hand: 1 to 5 are the feelings -2 to 2; 0 and 2.776445 standard errors of 0.707107. */
  @Test
  void whatIsSaidHasAMeanWithStudentsInterval() {
    JourneyLog.Builder log = JourneyLog.builder();
    for (int answer = 1; answer <= 5; answer++) {
      log.add(said("j" + answer, 0, answer));
    }
    Estimate mean =
        TouchpointTally.of(log.build(), "EUR").emotions(Confidence.P95).at(A).orElseThrow();

    assertThat(mean.value()).isZero();
    assertThat(mean.standardError().orElseThrow()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(mean.interval().orElseThrow().upper()).isCloseTo(1.963243, within(5e-7));
    assertThat(mean.observations()).hasValue(5);
  }

  @Test
  void aJourneyThatComesTwiceIsOneJourneyWithTwoAnswers() {
    JourneyLog log = JourneyLog.builder()
        .add(said("j", 0, 5))
        .add(said("j", 1, 3))
        .facts(JourneyId.of("j"), worth("EUR", 30_000))
        .build();
    TouchpointTally tally = TouchpointTally.of(log, "EUR");

    assertThat(tally.reach(A)).isEqualTo(Proportion.of(1, 1));
    assertThat(tally.emotions(Confidence.P95).at(A).orElseThrow().value()).isEqualTo(1);
    Estimate worth = tally.worth(Confidence.P95).at(A).orElseThrow();
    assertThat(worth.value()).isEqualTo(300);
    assertThat(worth.interval()).as("one journey tells no spread").isEmpty();
  }

  @Test
  void anIntervalStaysOnItsScale() {
    JourneyLog log =
        JourneyLog.builder().add(said("j", 0, 5)).add(said("k", 0, 1)).build();

    assertThat(TouchpointTally.of(log, "EUR")
            .emotions(Confidence.P95)
            .at(A)
            .orElseThrow()
            .interval()
            .orElseThrow()
            .width())
        .isEqualTo(4);
  }

  @Test
  void worthInAnotherCurrencyIsToldApart() {
    JourneyLog log = JourneyLog.builder()
        .addAll(Logs.of("a", "a", "a"))
        .facts(JourneyId.of("j1000"), worth("EUR", 10_000))
        .facts(JourneyId.of("j1001"), worth("JPY", 10_000))
        .build();
    TouchpointTally tally = TouchpointTally.of(log, "EUR");

    assertThat(tally.otherCurrency()).isEqualTo(1);
    assertThat(tally.worth(Confidence.P95).at(A).orElseThrow().observations()).hasValue(1);
    assertThat(TouchpointTally.of(log, "JPY")
            .worth(Confidence.P95)
            .at(A)
            .orElseThrow()
            .value())
        .isEqualTo(10_000);
  }

  @Test
  void whatCannotBeIsRefused() {
    TouchpointTally euro = TouchpointTally.of(Logs.of("a"), "EUR");

    refused(FailureCode.MIXED_CURRENCY, () -> euro.merge(TouchpointTally.of(Logs.of("b"), "USD")));
    refused(FailureCode.UNKNOWN_CURRENCY, () -> TouchpointTally.of(Logs.of("a"), "XQZ"));
    refused(FailureCode.TOTAL_MISMATCH, () -> new TouchpointTally("EUR", 0, 0, euro.touched()));
    refused(FailureCode.RANGE, () -> new WholeSums(1, BigInteger.TWO, BigInteger.ONE));
    assertThat(euro.reach(TouchpointId.of("z"))).isEqualTo(Proportion.of(0, 1));
    assertThat(new TouchpointTally("EUR", 0, 0, ImmutableSortedMap.of()).merge(euro))
        .isEqualTo(euro);
  }
}
