package dev.laurel.journeys.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Laws H4, H5 and H10 of the specification. */
@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class PathLaws {
  /** H4. */
  @Property
  void arcsAddUpToEventsLessJourneys(@ForAll JourneyLog log) {
    arcsAddUp(DirectlyFollows::of, log);
  }

  @Property
  void arcsAreThoseOfACarefulCount(@ForAll JourneyLog log) {
    Map<List<TouchpointId>, Long> counted = new HashMap<>();
    for (int journey = 0; journey < log.journeys(); journey++) {
      List<TouchEvent> events = log.journey(journey).events();
      for (int i = 1; i < events.size(); i++) {
        counted.merge(
            List.of(events.get(i - 1).touchpoint(), events.get(i).touchpoint()), 1L, Long::sum);
      }
    }
    DirectlyFollows graph = DirectlyFollows.of(log);

    assertThat(graph.arcs()).hasSameSizeAs(counted.keySet());
    counted.forEach(
        (ends, count) -> assertThat(graph.count(ends.get(0), ends.get(1))).isEqualTo(count));
  }

  @Property
  void variantsAreThoseOfACarefulCount(@ForAll JourneyLog log) {
    Map<List<TouchpointId>, Long> counted = new HashMap<>();
    for (int journey = 0; journey < log.journeys(); journey++) {
      counted.merge(log.journey(journey).touchpoints(), 1L, Long::sum);
    }
    List<Variant> all = Variants.of(log).all();

    assertThat(all).hasSameSizeAs(counted.keySet());
    all.forEach(
        variant -> assertThat(variant.journeys()).isEqualTo(counted.get(variant.touchpoints())));
  }

  /** H5. */
  @Property
  void whatIsCountedInPartsMerges(@ForAll JourneyLog log, @ForAll long seed) {
    mergesFromParts(DirectlyFollows::of, DirectlyFollows::merge, DirectlyFollows.NONE, log, seed);
    mergesFromParts(Variants::of, Variants::merge, Variants.of(JourneyLog.empty()), log, seed);
    mergesFromParts(
        Durations::ofJourneys,
        Durations::merge,
        Durations.ofJourneys(JourneyLog.empty()),
        log,
        seed);
  }

  @Property
  void whatFlowsToAPlaceFlowsOnFromIt(
      @ForAll JourneyLog log,
      @ForAll @IntRange(min = 2, max = 6) int steps,
      @ForAll @IntRange(min = 1, max = 4) int touchpoints) {
    List<StepFlows.Flow> flows =
        StepFlows.of(Variants.of(log), steps, touchpoints).flows();
    Map<List<Object>, Long> into = new HashMap<>();
    Map<List<Object>, Long> from = new HashMap<>();
    for (StepFlows.Flow flow : flows) {
      from.merge(List.of(flow.step(), flow.from()), flow.journeys(), Long::sum);
      if (flow.step() + 1 < steps && !flow.to().equals(new StepFlows.End())) {
        into.merge(List.of(flow.step() + 1, flow.to()), flow.journeys(), Long::sum);
      }
    }
    from.keySet().removeIf(place -> place.get(0).equals(1));

    assertThat(from).isEqualTo(into);
    assertThat(flows.stream()
            .filter(flow -> flow.step() == 1)
            .mapToLong(StepFlows.Flow::journeys)
            .sum())
        .isEqualTo(log.journeys());
  }

  /** H10: time. */
  @Property
  void durationsDoNotDependOnTheDay(
      @ForAll JourneyLog log, @ForAll @LongRange(max = 100_000_000) long seconds) {
    JourneyLog later = changed(
        log,
        event ->
            TouchEvent.of(event.journey(), event.touchpoint(), event.at().plusSeconds(seconds)));

    assertThat(Durations.ofJourneys(later)).isEqualTo(Durations.ofJourneys(log));
    assertThat(DirectlyFollows.of(later)).isEqualTo(DirectlyFollows.of(log));
  }

  /** H10: names. */
  @Property
  void numbersDoNotDependOnNames(@ForAll JourneyLog log) {
    numbersDoNotDependOnNames(Variants::of, log);
  }

  @Property
  void aFrequentSequenceIsInAsManyJourneysAsItSays(
      @ForAll JourneyLog log, @ForAll @LongRange(min = 1, max = 3) long support) {
    for (FrequentSequence found : FrequentSequence.of(log, support, 3)) {
      long containing = 0;
      for (int journey = 0; journey < log.journeys(); journey++) {
        containing += contains(log.journey(journey).touchpoints(), found.touchpoints()) ? 1 : 0;
      }
      assertThat(found.support()).isEqualTo(containing).isGreaterThanOrEqualTo(support);
    }
  }

  /** Against all sequences of up to three touchpoints, tried one by one. */
  @Property(tries = 200)
  void noFrequentSequenceIsMissed(
      @ForAll JourneyLog log, @ForAll @LongRange(min = 1, max = 3) long support) {
    noneIsMissed(FrequentSequence::of, log, support);
  }

  @Property
  void driftIsADistance(@ForAll JourneyLog one, @ForAll JourneyLog two, @ForAll JourneyLog three) {
    if (one.journeys() > 0 && two.journeys() > 0 && three.journeys() > 0) {
      double there = drift(one, two);
      assertThat(there).isBetween(0.0, 1.0).isCloseTo(drift(two, one), within(1e-12));
      assertThat(there).isLessThanOrEqualTo(drift(one, three) + drift(three, two) + 1e-12);
      assertThat(drift(one, one)).isZero();
    }
  }

  @Example
  void theLawOfArcsCatchesAGraphThatRunsOnIntoTheNextJourney() {
    Function<JourneyLog, DirectlyFollows> runsOn = log -> {
      DirectlyFollows sound = DirectlyFollows.of(log);
      List<Arc> arcs = new ArrayList<>(sound.arcs());
      for (int journey = 1; journey < log.journeys(); journey++) {
        TouchEvent before = log.event(log.end(journey - 1) - 1);
        arcs.add(
            new Arc(before.touchpoint(), log.event(log.begin(journey)).touchpoint(), 1, 0, 0, 0));
      }
      return new DirectlyFollows(
          sound.journeys(),
          sound.events(),
          sound.starts(),
          sound.ends(),
          sound.occurrences(),
          ImmutableList.copyOf(arcs));
    };

    assertThatThrownBy(() -> arcsAddUp(runsOn, Logs.of("ab", "c")))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfMergingCatchesAMergeThatForgetsStarts() {
    BinaryOperator<DirectlyFollows> forgetful = (one, other) -> {
      DirectlyFollows merged = one.merge(other);
      return new DirectlyFollows(
          merged.journeys(),
          merged.events(),
          one.starts(),
          merged.ends(),
          merged.occurrences(),
          merged.arcs());
    };

    assertThatThrownBy(() -> {
          for (long seed = 0; seed < 20; seed++) {
            mergesFromParts(
                DirectlyFollows::of, forgetful, DirectlyFollows.NONE, Logs.of("ab", "cd"), seed);
          }
        })
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfNamesCatchesVariantsToldApartByTheHashOfTheirText() {
    // "Aa" and "BB" have one hash code.
    Function<JourneyLog, Variants> hashed = log -> Variants.of(changed(
        log,
        event -> TouchEvent.of(
            event.journey(),
            TouchpointId.of("h" + event.touchpoint().value().hashCode()),
            event.at())));
    JourneyLog log = JourneyLog.of(List.of(Logs.event("1", "Aa", 0), Logs.event("2", "BB", 0)));

    assertThatThrownBy(() -> numbersDoNotDependOnNames(hashed, log))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfSequencesCatchesAMinerWithoutGaps() {
    Mining withoutGaps =
        (log, support, longest) -> FrequentSequence.of(log, support, longest).stream()
            .filter(found -> IntStream.range(0, log.journeys())
                    .filter(journey -> Collections.indexOfSubList(
                            log.journey(journey).touchpoints(), found.touchpoints())
                        >= 0)
                    .count()
                >= support)
            .toList();

    assertThatThrownBy(() -> noneIsMissed(withoutGaps, Logs.of("axb", "ayb"), 2))
        .isInstanceOf(AssertionError.class);
  }

  /** Whatever finds the sequences of at least a support, up to a length. */
  private interface Mining {
    List<FrequentSequence> find(JourneyLog log, long support, int longest);
  }

  private static void noneIsMissed(Mining mining, JourneyLog log, long support) {
    Map<List<TouchpointId>, Long> expected = new HashMap<>();
    List<List<TouchpointId>> candidates = new ArrayList<>(List.of(List.of()));
    for (int length = 1; length <= 3; length++) {
      List<List<TouchpointId>> longer = new ArrayList<>();
      for (List<TouchpointId> candidate : candidates) {
        for (TouchpointId touchpoint : log.touchpoints()) {
          List<TouchpointId> sequence = new ArrayList<>(candidate);
          sequence.add(touchpoint);
          long containing = IntStream.range(0, log.journeys())
              .filter(journey -> contains(log.journey(journey).touchpoints(), sequence))
              .count();
          if (containing >= support) {
            expected.put(sequence, containing);
            longer.add(sequence);
          }
        }
      }
      candidates = longer;
    }
    Map<List<TouchpointId>, Long> found = new HashMap<>();
    mining.find(log, support, 3).forEach(one -> found.put(one.touchpoints(), one.support()));

    assertThat(found).isEqualTo(expected);
  }

  private static void arcsAddUp(Function<JourneyLog, DirectlyFollows> making, JourneyLog log) {
    DirectlyFollows graph = making.apply(log);
    assertThat(graph.arcs().stream().mapToLong(Arc::count).sum())
        .isEqualTo(log.events() - log.journeys());
    assertThat(sum(graph.starts().values())).isEqualTo(log.journeys());
    assertThat(sum(graph.ends().values())).isEqualTo(log.journeys());
    assertThat(sum(graph.occurrences().values())).isEqualTo(log.events());
  }

  private static <T> void mergesFromParts(
      Function<JourneyLog, T> counting,
      BinaryOperator<T> merge,
      T none,
      JourneyLog log,
      long seed) {
    Random random = new Random(seed);
    List<T> parts =
        log.split(journey -> random.nextInt(3)).values().stream().map(counting).toList();
    assertThat(parts.stream().reduce(none, merge)).isEqualTo(counting.apply(log));
  }

  private static void numbersDoNotDependOnNames(
      Function<JourneyLog, Variants> making, JourneyLog log) {
    JourneyLog renamed = changed(
        log,
        event -> TouchEvent.of(
            JourneyId.of("x" + event.journey().value()),
            TouchpointId.of(new StringBuilder(event.touchpoint().value()).reverse() + "x"),
            event.at()));
    Variants before = making.apply(log);
    Variants after = making.apply(renamed);

    assertThat(after.size()).isEqualTo(before.size());
    assertThat(after.entropy()).isEqualTo(before.entropy());
    assertThat(DirectlyFollows.of(renamed).arcs())
        .hasSameSizeAs(DirectlyFollows.of(log).arcs());
  }

  private static JourneyLog changed(JourneyLog log, UnaryOperator<TouchEvent> change) {
    JourneyLog.Builder changed = JourneyLog.builder();
    for (int journey = 0; journey < log.journeys(); journey++) {
      log.journey(journey).events().forEach(event -> changed.add(change.apply(event)));
    }
    return changed.build();
  }

  private static boolean contains(List<TouchpointId> journey, List<TouchpointId> sequence) {
    int next = 0;
    for (TouchpointId touchpoint : journey) {
      next += next < sequence.size() && touchpoint.equals(sequence.get(next)) ? 1 : 0;
    }
    return next == sequence.size();
  }

  private static double drift(JourneyLog one, JourneyLog other) {
    return JourneyDrift.between(one, other).orElseThrow().variants();
  }

  private static long sum(Iterable<Long> counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
