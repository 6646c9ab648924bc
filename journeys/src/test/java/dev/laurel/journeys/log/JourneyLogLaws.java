package dev.laurel.journeys.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.identity.JourneyId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Laws H3, H6 and H7 of the specification. */
@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class JourneyLogLaws {
  /** H3. */
  @Property
  void journeysDivideTheEventsAmongThem(@ForAll List<TouchEvent> events) {
    journeysDivideTheEvents(JourneyLog::of, events);
  }

  @Property
  void journeysAndTheirEventsAreInOrder(@ForAll JourneyLog log) {
    List<JourneyId> ids = IntStream.range(0, log.journeys()).mapToObj(log::id).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    for (int journey = 0; journey < log.journeys(); journey++) {
      assertThat(log.journey(journey).events()).extracting(TouchEvent::at).isSorted();
    }
  }

  /** H6. */
  @Property
  void theOrderOfInputDoesNotMatter(@ForAll List<TouchEvent> events, @ForAll long seed) {
    theOrderOfInputDoesNotMatter(
        all -> JourneyLog.builder(TiePolicy.SEQUENCE).addAll(all).build(), events, seed);
  }

  /** H7. */
  @Property
  void theOrderOfArrivalDoesNotMatterWithinTheAllowedLateness(
      @ForAll List<TouchEvent> events, @ForAll long seed) {
    Duration lateness = Duration.ofSeconds(JourneyDomain.LATEST_SECOND);
    theOrderOfInputDoesNotMatter(
        all -> {
          Arrivals arrivals = new Arrivals(lateness, TiePolicy.SEQUENCE);
          all.forEach(arrivals::add);
          assertThat(arrivals.late()).isEmpty();
          return arrivals.log();
        },
        events,
        seed);
  }

  /** H7: what is late is told. */
  @Property
  void everyArrivalIsInTheLogOrToldToBeLate(
      @ForAll List<TouchEvent> events, @ForAll @LongRange(max = 5) long seconds) {
    everyArrivalIsInTheLogOrLate(
        all -> {
          Arrivals arrivals = new Arrivals(Duration.ofSeconds(seconds), TiePolicy.SEQUENCE);
          all.forEach(arrivals::add);
          return new Arrived(arrivals.log(), arrivals.late());
        },
        events);
  }

  @Property
  void theValuesOfALogGiveTheLog(@ForAll JourneyLog log) {
    JourneyLog.Builder again = JourneyLog.builder().addAll(log);

    assertThat(again.build()).isEqualTo(log).hasSameHashCodeAs(log);
  }

  @Property
  void sessionsDivideTheEventsOfAJourney(
      @ForAll JourneyLog log, @ForAll @LongRange(min = 1, max = 6) long seconds) {
    JourneyLog sessions = log.sessions(SessionRule.afterPauseOf(Duration.ofSeconds(seconds)));

    assertThat(sessions.events()).isEqualTo(log.events());
    assertThat(sessions.journeys()).isGreaterThanOrEqualTo(log.journeys());
    for (int session = 0; session < sessions.journeys(); session++) {
      List<TouchEvent> events = sessions.journey(session).events();
      for (int i = 1; i < events.size(); i++) {
        assertThat(Duration.between(events.get(i - 1).at(), events.get(i).at()))
            .isLessThan(Duration.ofSeconds(seconds));
      }
    }
  }

  @Property
  void mergingTheHalvesOfALogGivesTheLog(@ForAll JourneyLog log, @ForAll long seed) {
    Random random = new Random(seed);
    List<JourneyLog> halves =
        List.copyOf(log.split(journey -> random.nextBoolean()).values());
    JourneyLog merged = halves.stream().reduce(JourneyLog.empty(), JourneyLog::merge);

    assertThat(merged).isEqualTo(log);
    assertThat(halves.size() == 2 ? halves.get(1).merge(halves.get(0)) : merged).isEqualTo(log);
  }

  @Example
  void theLawOfInputOrderCatchesTiesInInputOrder() {
    List<TouchEvent> tied =
        List.of(Logs.event("j", "a", 0), Logs.event("j", "b", 0), Logs.event("j", "c", 0));

    assertThatThrownBy(() -> {
          for (long seed = 0; seed < 20; seed++) {
            theOrderOfInputDoesNotMatter(JourneyLog::of, tied, seed);
          }
        })
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfArrivalsCatchesLateEventsThatAreDropped() {
    Function<List<TouchEvent>, Arrived> silent = all -> {
      Arrivals arrivals = new Arrivals(Duration.ZERO, TiePolicy.SEQUENCE);
      all.forEach(arrivals::add);
      return new Arrived(arrivals.log(), List.of());
    };

    assertThatThrownBy(() -> everyArrivalIsInTheLogOrLate(
            silent, List.of(Logs.event("j", "b", 1), Logs.event("j", "a", 0))))
        .isInstanceOf(AssertionError.class);
  }

  /** What has come of arrivals. */
  private record Arrived(JourneyLog log, List<TouchEvent> late) {}

  private static void everyArrivalIsInTheLogOrLate(
      Function<List<TouchEvent>, Arrived> arriving, List<TouchEvent> events) {
    Arrived arrived = arriving.apply(events);
    List<TouchEvent> all = new ArrayList<>(arrived.late());
    for (int event = 0; event < arrived.log().events(); event++) {
      all.add(arrived.log().event(event));
    }

    assertThat(all).containsExactlyInAnyOrderElementsOf(events);
  }

  @Example
  void theLawOfDivisionCatchesALogThatKeepsOneEventOfAnInstant() {
    Function<List<TouchEvent>, JourneyLog> forgetful = events -> {
      Set<Object> instants = new HashSet<>();
      return JourneyLog.of(
          events.stream().filter(event -> instants.add(event.at())).toList());
    };

    assertThatThrownBy(() -> journeysDivideTheEvents(
            forgetful, List.of(Logs.event("j", "a", 0), Logs.event("j", "b", 0))))
        .isInstanceOf(AssertionError.class);
  }

  private static void journeysDivideTheEvents(
      Function<List<TouchEvent>, JourneyLog> making, List<TouchEvent> events) {
    JourneyLog log = making.apply(events);
    List<TouchEvent> all = new ArrayList<>();
    for (int journey = 0; journey < log.journeys(); journey++) {
      ObservedJourney observed = log.journey(journey);
      assertThat(observed.events()).extracting(TouchEvent::journey).containsOnly(observed.id());
      all.addAll(observed.events());
    }
    assertThat(all).containsExactlyInAnyOrderElementsOf(events);
    assertThat(log.events()).isEqualTo(events.size());
  }

  private static void theOrderOfInputDoesNotMatter(
      Function<List<TouchEvent>, JourneyLog> making, List<TouchEvent> events, long seed) {
    List<TouchEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(making.apply(shuffled)).isEqualTo(making.apply(events));
  }
}
