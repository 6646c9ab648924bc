package dev.laurel.journeys.log;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events on their way into a log: names become codes as they come, the rest at the end. */
final class Gathering {
  private final Vocabulary<JourneyId> journeys = new Vocabulary<>();
  private final Vocabulary<TouchpointId> touchpoints = new Vocabulary<>();
  private final Vocabulary<Channel> channels = new Vocabulary<>();
  private final Map<JourneyId, JourneyFacts> facts = new HashMap<>();
  private final Columns events = new Columns(16);
  private int[] journeyOf = new int[16];

  void add(TouchEvent event) {
    if (events.size == journeyOf.length) {
      journeyOf = Arrays.copyOf(journeyOf, Math.addExact(events.size, events.size >> 1));
    }
    journeyOf[events.size] = journeys.code(event.journey());
    events.add(
        touchpoints.code(event.touchpoint()),
        ChronoUnit.MICROS.between(Instant.EPOCH, event.at()),
        event.channel().map(channels::code).orElse(Columns.NO_CHANNEL),
        event);
  }

  void facts(JourneyId journey, JourneyFacts known) {
    facts.put(requireNonNull(journey, "journey"), requireNonNull(known, "facts"));
  }

  JourneyLog log(TiePolicy ties, TiePolicy remembered) {
    int[] journeyRanks = Vocabulary.ranks(journeys.names());
    int[] touchpointRanks = Vocabulary.ranks(touchpoints.names());
    int[] channelRanks = Vocabulary.ranks(channels.names());
    int[] ranked = new int[events.size];
    for (int event = 0; event < ranked.length; event++) {
      ranked[event] = journeyRanks[journeyOf[event]];
    }
    int[] begins = Grouping.begins(ranked, ranked.length, journeyRanks.length);
    int[] places = Grouping.places(ranked, ranked.length, begins);
    TieOrder order = new TieOrder(ties, events, touchpoints.names(), touchpointRanks, channelRanks);
    for (int journey = 0; journey < journeyRanks.length; journey++) {
      order.sort(places, begins[journey], begins[journey + 1]);
    }
    ImmutableList<JourneyId> ids = Vocabulary.sorted(journeys.names());
    return new JourneyLog(
        remembered,
        Vocabulary.sorted(touchpoints.names()),
        Vocabulary.sorted(channels.names()),
        ids,
        facts(ids),
        begins,
        events.picked(places, touchpointRanks, channelRanks));
  }

  private @Nullable JourneyFacts[] facts(ImmutableList<JourneyId> ids) {
    for (JourneyId journey : facts.keySet()) {
      InvalidValueException.check(
          journeys.knows(journey),
          FailureCode.REFERENCE_UNKNOWN,
          "facts",
          "facts must be about a journey with an event: %s",
          journey);
    }
    @Nullable JourneyFacts[] all = new JourneyFacts[ids.size()];
    for (int journey = 0; journey < all.length; journey++) {
      all[journey] = facts.get(ids.get(journey));
    }
    return all;
  }
}
