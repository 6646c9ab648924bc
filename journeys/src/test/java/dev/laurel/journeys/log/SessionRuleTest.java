package dev.laurel.journeys.log;

import static dev.laurel.journeys.Refused.refused;
import static dev.laurel.journeys.log.Logs.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.MemberId;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionRuleTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private static List<String> sessions(JourneyLog log, SessionRule rule) {
    JourneyLog sessions = log.sessions(rule);
    return IntStream.range(0, sessions.journeys())
        .mapToObj(i -> sessions.id(i) + ":" + Logs.word(sessions, i))
        .toList();
  }

  @Test
  void aPauseOfExactlyTheGapBeginsANewJourney() {
    JourneyLog log = JourneyLog.of(
        List.of(event("u", "a", 0), event("u", "b", 1_799), event("u", "c", 1_799 + 1_800)));

    assertThat(sessions(log, SessionRule.afterPauseOf(HALF_AN_HOUR)))
        .containsExactly("u/1:ab", "u/2:c");
  }

  @Test
  void aPurchaseCanEndTheJourney() {
    SessionRule.Builder rule = SessionRule.builder();
    rule.gap(HALF_AN_HOUR).addEndAfter(TouchpointId.of("b"));

    assertThat(sessions(Logs.of("abacb"), rule.build()))
        .containsExactly("j1000/1:ab", "j1000/2:acb");
  }

  @Test
  void midnightOfTheZoneCanEndTheJourney() {
    SessionRule.Builder berlin = SessionRule.builder();
    berlin.gap(HALF_AN_HOUR).midnight(ZoneId.of("Europe/Berlin"));
    // Midnight of Berlin is 23:00 in UTC.
    JourneyLog log = JourneyLog.of(
        List.of(event("u", "a", -3_601), event("u", "b", -3_600), event("u", "c", 0)));

    assertThat(sessions(log, berlin.build())).containsExactly("u/1:a", "u/2:b", "u/3:c");
  }

  @Test
  void aNewCampaignCanEndTheJourney() {
    SessionRule.Builder rule = SessionRule.builder();
    rule.gap(HALF_AN_HOUR).changeOf("campaign");
    JourneyLog log = JourneyLog.of(List.of(
        campaign("a", 0, "spring"),
        event("u", "b", 1),
        campaign("c", 2, "spring"),
        campaign("d", 3, "summer")));

    assertThat(sessions(log, rule.build())).containsExactly("u/1:abc", "u/2:d");
  }

  @Test
  void theJourneysKeepTheMemberAndLoseTheOutcome() {
    JourneyFacts.Builder facts = JourneyFacts.builder();
    facts.member(MemberId.of("m-1")).outcome(Outcome.converted(true));
    JourneyLog log = JourneyLog.builder()
        .add(event("u", "a", 0))
        .facts(JourneyId.of("u"), facts.build())
        .build()
        .sessions(SessionRule.afterPauseOf(HALF_AN_HOUR));

    assertThat(log.facts(0).member()).contains(MemberId.of("m-1"));
    assertThat(log.facts(0).outcome()).isEmpty();
  }

  @Test
  void aPauseIsSomeTime() {
    refused(FailureCode.WINDOW_INVALID, () -> SessionRule.afterPauseOf(Duration.ZERO));
  }

  private static TouchEvent campaign(String touchpoint, long second, String name) {
    TouchEvent.Builder event = TouchEvent.builder();
    return event
        .journey(JourneyId.of("u"))
        .touchpoint(TouchpointId.of(touchpoint))
        .at(Logs.START.plusSeconds(second))
        .attributes(Attributes.none().with("campaign", name))
        .build();
  }
}
