package dev.laurel.examples.story;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.examples.programs.Dice;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import java.time.Duration;
import java.time.Instant;

/** One invented customer on the way through touchpoints, who leaves events in a log. */
final class Traveller {
  private final JourneyLog.Builder log;
  private final Dice dice;
  private final JourneyId journey;
  private Instant now;

  Traveller(JourneyLog.Builder log, Dice dice, String journey, Instant start) {
    this.log = log;
    this.dice = dice;
    this.journey = JourneyId.of(journey);
    this.now = start;
  }

  /** Lets some time pass, at least the first and at most the second. */
  @CanIgnoreReturnValue
  Traveller waits(Duration least, Duration most) {
    now = now.plusSeconds(dice.between((int) least.toSeconds(), (int) most.toSeconds()));
    return this;
  }

  /** Comes by a touchpoint. */
  @CanIgnoreReturnValue
  Traveller meets(String touchpoint, String channel) {
    log.add(event(touchpoint, channel).build());
    return this;
  }

  /**
   * Comes by a touchpoint and says how it was on 1 to 5, with this probability; the answer lies
   * between the least and the most.
   */
  @CanIgnoreReturnValue
  Traveller rates(
      String touchpoint, String channel, EventStatus status, double answers, int least, int most) {
    return says(
        event(touchpoint, channel).status(status),
        Experience.Scale.ONE_TO_FIVE,
        answers,
        least,
        most);
  }

  /** Comes by a touchpoint and says, with this probability, how easy it was on 1 to 7. */
  @CanIgnoreReturnValue
  Traveller findsEasy(String touchpoint, String channel, double answers, int least, int most) {
    return says(event(touchpoint, channel), Experience.Scale.ONE_TO_SEVEN, answers, least, most);
  }

  private Traveller says(
      TouchEvent.Builder event, Experience.Scale scale, double answers, int least, int most) {
    if (dice.chance(answers)) {
      event.experience(Experience.of(dice.between(least, most), scale));
    }
    log.add(event.build());
    return this;
  }

  /** Ends the journey, worth so many cents. */
  void ends(boolean isConverted, long euroCents) {
    ends(isConverted, euroCents, Attributes.none());
  }

  /** Ends the journey of a customer of whom something is known, worth so many cents. */
  void ends(boolean isConverted, long euroCents, Attributes customer) {
    Outcome.Builder outcome = Outcome.builder().isConverted(isConverted);
    outcome.value(ExactMoney.ofMinor("EUR", euroCents));
    JourneyFacts.Builder facts = JourneyFacts.builder();
    log.facts(journey, facts.outcome(outcome.build()).attributes(customer).build());
  }

  private TouchEvent.Builder event(String touchpoint, String channel) {
    TouchEvent.Builder event = TouchEvent.builder();
    return event
        .journey(journey)
        .touchpoint(TouchpointId.of(touchpoint))
        .channel(Channel.of(channel))
        .at(now);
  }
}
