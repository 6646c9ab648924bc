package dev.laurel.journeys.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalEffects;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import dev.laurel.journeys.moment.MomentCounts;
import dev.laurel.journeys.moment.MomentPolicy;
import dev.laurel.journeys.moment.MomentsOfTruth;
import dev.laurel.journeys.moment.RiskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** A scorecard loses nothing, says why what is missing is, and merges by its parts. */
@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class ScorecardLaws {
  private static final MomentPolicy SMALL =
      MomentPolicy.builder().leastJourneys(1).build();

  private interface Joining extends Function<TouchpointScorecard.Parts, List<TouchpointCard>> {}

  @Property(tries = 300)
  void everyTouchpointOfMapAndLogHasOneCard(@ForAll JourneyLog log, @ForAll JourneyMap map) {
    checkThatNothingIsLost(parts -> TouchpointScorecard.of(parts).cards(), log, map);
  }

  @Property(tries = 300)
  void thePartsOfALogMerge(@ForAll JourneyLog log, @ForAll JourneyMap map, @ForAll long seed) {
    Random random = new Random(seed);
    List<JourneyLog> pieces =
        new ArrayList<>(log.split(journey -> random.nextInt(3)).values());
    List<RiskSet> asked = RiskSet.inStages(map);
    TouchpointTally tally = TouchpointTally.of(JourneyLog.empty(), "EUR");
    MapReality reality = Conformance.evaluate(JourneyLog.empty(), map);
    MomentCounts counts = MomentCounts.of(JourneyLog.empty(), asked);
    for (JourneyLog piece : pieces) {
      tally = tally.merge(TouchpointTally.of(piece, "EUR"));
      reality = reality.merge(Conformance.evaluate(piece, map));
      counts = counts.merge(MomentCounts.of(piece, asked));
    }
    TouchpointScorecard merged = TouchpointScorecard.of(TouchpointScorecard.parts()
        .map(map)
        .tally(tally)
        .scores(tally.emotions(SMALL.confidence()))
        .effects(MomentsOfTruth.judge(counts, MomentsOfTruth.declared(map), SMALL))
        .removals(RemovalEffects.of(PathCounts.of(log)))
        .reality(reality)
        .values(tally.worth(SMALL.confidence()))
        .build());

    assertThat(merged).isEqualTo(TouchpointScorecard.of(parts(log, map)));
  }

  @Property(tries = 300)
  void theChannelsOfPartsMerge(@ForAll JourneyLog log, @ForAll long seed) {
    Random random = new Random(seed);
    TouchpointId touchpoint = TouchpointId.of("a");
    ChannelTally whole = ChannelTally.of(log, touchpoint);
    ChannelTally merged = log.split(journey -> random.nextInt(3)).values().stream()
        .map(part -> ChannelTally.of(part, touchpoint))
        .reduce(ChannelTally.of(JourneyLog.empty(), touchpoint), ChannelTally::merge);
    long events = 0;
    for (int event = 0; event < log.events(); event++) {
      events += log.event(event).touchpoint().equals(touchpoint) ? 1 : 0;
    }

    assertThat(merged).isEqualTo(whole);
    assertThat(whole.withoutChannel()
            + whole.channels().values().stream()
                .mapToLong(channel -> channel.failed().total())
                .sum())
        .isEqualTo(events);
  }

  /** The proven come first, by what is at stake; of the others those with more reasons. */
  @Property(tries = 300)
  void cardsStandInTheOrderThatIsSaid(@ForAll JourneyLog log, @ForAll JourneyMap map) {
    List<TouchpointCard> cards = TouchpointScorecard.of(parts(log, map)).cards();
    for (int i = 1; i < cards.size(); i++) {
      TouchpointCard before = cards.get(i - 1);
      TouchpointCard after = cards.get(i);
      assertThat(before.provenStake()).isGreaterThanOrEqualTo(after.provenStake());
      if (before.provenStake() == after.provenStake()) {
        assertThat(before.reasons().size())
            .isGreaterThanOrEqualTo(after.reasons().size());
      }
    }
  }

  @Example
  void theLawCatchesAJoinThatDropsWhatHasNoScore() {
    Joining silent = parts -> TouchpointScorecard.of(parts).cards().stream()
        .filter(card -> card.score().known().isPresent())
        .toList();

    assertThatThrownBy(() -> checkThatNothingIsLost(silent, Logs.of("ab"), Maps.linear("a")))
        .isInstanceOf(AssertionError.class);
  }

  private static void checkThatNothingIsLost(Joining joining, JourneyLog log, JourneyMap map) {
    TouchpointScorecard.Parts parts = parts(log, map);
    Set<TouchpointId> all = new TreeSet<>(map.touchpoints().keySet());
    all.addAll(log.touchpoints());
    List<TouchpointCard> cards = joining.apply(parts);

    assertThat(cards)
        .extracting(TouchpointCard::touchpoint)
        .containsExactlyInAnyOrderElementsOf(all);
    for (TouchpointCard card : cards) {
      TouchpointId touchpoint = card.touchpoint();
      assertThat(card.score().known()).isEqualTo(parts.scores().orElseThrow().at(touchpoint));
      assertThat(card.effect().known()).isEqualTo(parts.effects().orElseThrow().at(touchpoint));
      assertThat(card.value().known()).isEqualTo(parts.values().orElseThrow().at(touchpoint));
      assertThat(card.removal().known())
          .isEqualTo(parts.removals().flatMap(given -> given.at(touchpoint)));
    }
  }

  private static TouchpointScorecard.Parts parts(JourneyLog log, JourneyMap map) {
    TouchpointTally tally = TouchpointTally.of(log, "EUR");
    return TouchpointScorecard.parts()
        .map(map)
        .tally(tally)
        .scores(tally.emotions(SMALL.confidence()))
        .effects(MomentsOfTruth.find(log, map, SMALL))
        .removals(RemovalEffects.of(PathCounts.of(log)))
        .reality(Conformance.evaluate(log, map))
        .values(tally.worth(SMALL.confidence()))
        .build();
  }
}
