package dev.laurel.journeys.path;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.journeys.exchange.LogReading;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.RunningExample;
import dev.laurel.journeys.log.ShopLog;
import dev.laurel.journeys.log.TiePolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PathTest {
  private static final TouchpointId A = TouchpointId.of("a");
  private static final TouchpointId B = TouchpointId.of("b");

  private static String word(List<TouchpointId> touchpoints) {
    return touchpoints.stream().map(TouchpointId::value).collect(Collectors.joining());
  }

  @Nested
  class WhatFollowsWhat {
    @Test
    void waysOfAnyLengthAreToldApartByAllTheirEvents() {
      String way = "abcdefgh".repeat(9);
      Variants variants = Variants.of(Logs.of(
          way, way + "a", way, "b" + way.substring(1), way.substring(1), "a", "aa", "aaa", "aa"));

      assertThat(variants.size()).isEqualTo(7);
      assertThat(variants.top(2)).extracting(Variant::journeys).containsExactly(2L, 2L);
      assertThat(variants.all().get(0).touchpoints()).hasSize(2);
      assertThat(variants.all().get(1).touchpoints()).hasSize(72);
      assertThat(
              Variants.of(Logs.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))
                  .all()
                  .get(0)
                  .touchpoints())
          .hasSize(62)
          .containsOnly(TouchpointId.of("a"));
    }

    @Test
    void manyWaysAreCountedAsTheFewOfTheirParts() {
      Random random = new Random(7);
      String[] ways = new String[9_000];
      Map<String, Long> counted = new TreeMap<>();
      for (int i = 0; i < ways.length; i++) {
        String letters = random
            .ints(1 + random.nextInt(24), 'a', 'a' + 2 + random.nextInt(8))
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
        ways[i] = random.nextBoolean() ? "aab" : letters;
        counted.merge(ways[i], 1L, Long::sum);
      }
      Variants all = Variants.of(Logs.of(ways));

      assertThat(all.size()).isEqualTo(counted.size());
      assertThat(all.all()).allMatch(variant -> counted.get(word(variant)) == variant.journeys());
      assertThat(Variants.of(Logs.of(Arrays.copyOf(ways, 4_000)))
              .merge(Variants.of(Logs.of(Arrays.copyOfRange(ways, 4_000, 9_000)))))
          .isEqualTo(all);
    }

    private static String word(Variant variant) {
      return variant.touchpoints().stream().map(TouchpointId::value).collect(Collectors.joining());
    }

    @Test
    void isCountedWithItsTimes() {
      JourneyLog log = JourneyLog.of(List.of(
          Logs.event("one", "a", 0),
          Logs.event("one", "b", 10),
          Logs.event("one", "b", 11),
          Logs.event("two", "a", 0),
          Logs.event("two", "b", 20)));
      DirectlyFollows graph = DirectlyFollows.of(log);

      assertThat(graph.count(A, B)).isEqualTo(2);
      assertThat(graph.count(B, A)).isZero();
      assertThat(graph.arc(A, B).orElseThrow().mean()).isEqualTo(Duration.ofSeconds(15));
      assertThat(graph.arc(A, B).orElseThrow().shortest()).isEqualTo(Duration.ofSeconds(10));
      assertThat(graph.arc(A, B).orElseThrow().longest()).isEqualTo(Duration.ofSeconds(20));
      assertThat(graph.arc(B, B).orElseThrow().isLoop()).isTrue();
      assertThat(graph.starts()).containsOnlyKeys(A).containsEntry(A, 2L);
      assertThat(graph.ends()).containsOnlyKeys(B);
      assertThat(graph.occurrences()).containsEntry(B, 3L);
    }

    @Test
    void isCountedOverManyTouchpointsToo() {
      JourneyLog.Builder many = JourneyLog.builder();
      for (int i = 0; i < 3_000; i++) {
        many.add(Logs.event("one", "t" + (i % 1_500), i));
      }
      DirectlyFollows graph = DirectlyFollows.of(many.build());

      assertThat(graph.arcs()).hasSize(1_500);
      assertThat(graph.count(TouchpointId.of("t0"), TouchpointId.of("t1"))).isEqualTo(2);
      assertThat(graph.count(TouchpointId.of("t1499"), TouchpointId.of("t0"))).isEqualTo(1);
    }
  }

  @Nested
  class WaysTaken {
    private final Variants variants = Variants.of(Logs.of("ab", "ac", "ab", "b"));

    @Test
    void areCountedAndOrdered() {
      assertThat(variants).hasToString("3 variants of 4 journeys");
      assertThat(variants.all())
          .extracting(variant -> word(variant.touchpoints()) + variant.journeys())
          .containsExactly("ab2", "ac1", "b1");
      assertThat(variants.top(1)).hasSize(1);
      assertThat(variants.coverage(1)).isEqualTo(0.5);
      assertThat(variants.neededFor(0.75)).isEqualTo(2);
      assertThat(variants.entropy()).isEqualTo(1.5);
    }

    @Test
    void areNoneWhereThereIsNoJourney() {
      Variants none = Variants.of(JourneyLog.empty());

      assertThat(none.coverage(3)).isZero();
      assertThat(none.neededFor(1)).isZero();
      assertThat(none.entropy()).isZero();
      assertThat(none.top(5)).isEmpty();
      assertThat(RepresentativeJourney.of(none, 3)).isEmpty();
      refused(FailureCode.PERCENT_RANGE, () -> none.neededFor(1.1));
      refused(FailureCode.RANGE, () -> none.top(-1));
    }

    @Test
    void areRepresentedByTheNearest() {
      Variants all = Variants.of(Logs.of("abcd", "abcd", "abcd", "abcx", "xyz", "xyz", "xyw"));

      assertThat(RepresentativeJourney.of(all, 2))
          .extracting(
              journey -> word(journey.variant().touchpoints()), RepresentativeJourney::represented)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("abcd", 4L),
              org.assertj.core.groups.Tuple.tuple("xyz", 3L));
      assertThat(RepresentativeJourney.of(all, 99)).hasSize(4);
      refused(FailureCode.RANGE, () -> RepresentativeJourney.of(all, 0));
    }
  }

  @Nested
  class Times {
    @Test
    void haveExactQuantiles() {
      JourneyLog log = JourneyLog.of(List.of(
          Logs.event("1", "a", 0), Logs.event("1", "b", 1),
          Logs.event("2", "a", 0), Logs.event("2", "b", 2),
          Logs.event("3", "a", 0), Logs.event("3", "b", 3),
          Logs.event("4", "a", 0), Logs.event("4", "c", 10)));

      Durations journeys = Durations.ofJourneys(log);
      assertThat(journeys.mean()).contains(Duration.ofSeconds(4));
      assertThat(journeys.median()).contains(Duration.ofMillis(2_500));
      assertThat(journeys.quantile(1)).contains(Duration.ofSeconds(10));
      assertThat(Durations.at(log, A).count()).isEqualTo(4);
      assertThat(Durations.between(log, A, B).count()).isEqualTo(3);
      assertThat(Durations.between(log, B, A).median()).isEmpty();
      assertThat(Durations.at(log, TouchpointId.of("z")).mean()).isEmpty();
      refused(FailureCode.PERCENT_RANGE, () -> journeys.quantile(-0.1));
    }
  }

  @Test
  void repetitionsAreToldApartByWhatLiesBetween() {
    assertThat(Repetition.of(Logs.of("abab", "aac", "c")).get(0))
        .isEqualTo(new Repetition(A, Proportion.of(2, 2), 2, 1));
    assertThat(Repetition.of(Logs.of("aaa")).get(0))
        .isEqualTo(new Repetition(A, Proportion.of(1, 1), 2, 2));
  }

  @Nested
  class Sequences {
    /** Golden: section 4.10, the example of the multiprefixspan documentation. */
    @Test
    void areThoseOfThePublishedExample() {
      assertThat(FrequentSequence.of(Logs.of("01234", "11134", "21220", "11122"), 2, 64))
          .extracting(found -> word(found.touchpoints()) + ":" + found.support())
          .containsExactly(
              "0:2", "1:4", "11:2", "111:2", "12:3", "122:2", "13:2", "134:2", "14:2", "2:3",
              "22:2", "3:2", "34:2", "4:2");
    }

    @Test
    void haveBounds() {
      assertThat(FrequentSequence.of(Logs.of("abc"), 1, 1)).hasSize(3);
      refused(FailureCode.RANGE, () -> FrequentSequence.of(Logs.of("a"), 0, 1));
      refused(FailureCode.RANGE, () -> FrequentSequence.of(Logs.of("a"), 1, 65));
      refused(
          FailureCode.LIMIT_EXCEEDED,
          () -> FrequentSequence.of(Logs.of("abcdefghijklmnopqrstuvwxyz"), 1, 26));
    }
  }

  @Nested
  class Drift {
    @Test
    void isHalfWhereHalfWentAnotherWay() {
      JourneyDrift drift =
          JourneyDrift.between(Logs.of("ab", "ab"), Logs.of("ab", "ac")).orElseThrow();

      assertThat(drift.variants()).isEqualTo(0.5);
      // Of six arcs on each side, one from a and one to the end differ.
      assertThat(drift.arcs()).isCloseTo(1.0 / 3, within(1e-15));
      assertThat(drift.shifts()).extracting(JourneyDrift.Shift::change).containsExactly(-0.5, 0.5);
    }

    @Test
    void isNothingOfTheSameAndAllOfTheStrange() {
      JourneyLog log = Logs.of("ab", "c");

      assertThat(JourneyDrift.between(log, log).orElseThrow())
          .isEqualTo(new JourneyDrift(0, 0, com.google.common.collect.ImmutableList.of()));
      assertThat(JourneyDrift.between(log, Logs.of("x")).orElseThrow().variants())
          .isEqualTo(1);
      assertThat(JourneyDrift.between(log, JourneyLog.empty())).isEmpty();
    }
  }

  /** Golden: section 4.6, the running example as pm4py counts it. */
  @Nested
  class TheRequests {
    private final JourneyLog log = RunningExample.log();
    private final DirectlyFollows graph = DirectlyFollows.of(log);
    private final TouchpointId check = TouchpointId.of("check");
    private final TouchpointId decide = TouchpointId.of("decide");
    private final TouchpointId pay = TouchpointId.of("pay");

    @Test
    void areSixOfFortyTwoEventsAndAllDifferent() {
      assertThat(log).hasToString("6 journeys, 42 events");
      assertThat(log.touchpoints()).hasSize(8);
      assertThat(Variants.of(log).size()).isEqualTo(6);
    }

    @Test
    void haveSixteenArcs() {
      assertThat(graph.arcs()).hasSize(16);
      assertThat(graph.arcs().stream().mapToLong(Arc::count).sum()).isEqualTo(36);
      assertThat(graph.count(check, decide)).isEqualTo(6);
      assertThat(graph.starts()).containsOnly(Map.entry(TouchpointId.of("register"), 6L));
      assertThat(graph.ends())
          .containsOnly(Map.entry(pay, 3L), Map.entry(TouchpointId.of("reject"), 3L));
    }

    @Test
    void takeTheTimesPublished() {
      Durations paying = Durations.between(log, decide, pay);

      assertThat(paying.mean().orElseThrow()).hasSeconds(514_160);
      assertThat(paying.median().orElseThrow()).hasSeconds(521_400);
      assertThat(graph.arc(decide, pay).orElseThrow().mean()).hasSeconds(514_160);
      assertThat(Durations.ofJourneys(log))
          .isEqualTo(Durations.ofMicros(
              520_920_000_000L,
              703_320_000_000L,
              779_580_000_000L,
              852_300_000_000L,
              1_368_780_000_000L,
              1_576_440_000_000L));
    }
  }

  /** Golden: section 4.8, and the counts of the data's own description. */
  @Nested
  class TheShop {
    @Test
    void isReadWhole() {
      LogReading reading = ShopLog.read("session_id", TiePolicy.INPUT_ORDER);

      assertThat(reading.read()).isEqualTo(31_106);
      assertThat(reading.rejected()).isEmpty();
      assertThat(reading.log().journeys()).isEqualTo(3_605);
    }

    @Test
    void hasArcsThatAddUpAndAsManyWaysAsUsers() {
      JourneyLog users = ShopLog.read("user_id", TiePolicy.INPUT_ORDER).log();
      DirectlyFollows graph = DirectlyFollows.of(users);

      assertThat(users.journeys()).isEqualTo(600);
      assertThat(Variants.of(users).size()).isEqualTo(600);
      assertThat(graph.arcs().stream().mapToLong(Arc::count).sum()).isEqualTo(31_106 - 600);
    }
  }
}
