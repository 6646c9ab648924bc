package dev.laurel.journeys.log;

import static dev.laurel.journeys.Refused.refused;
import static dev.laurel.journeys.log.Logs.event;
import static dev.laurel.journeys.log.Logs.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.persona.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JourneyLogTest {
  private static final TouchpointId BUY = TouchpointId.of("buy");

  /** So many events are grouped in two passes, fewer in one. */
  @Test
  void manyEventsAreGroupedAsFewAre() {
    int journeys = 40_000;
    int events = 200_000;
    int[] journeyOf = new int[events];
    int[] codes = new int[events];
    long[] micros = new long[events];
    Random random = new Random(11);
    for (int event = 0; event < events; event++) {
      journeyOf[event] = event < journeys ? journeys - 1 - event : random.nextInt(journeys);
      codes[event] = random.nextInt(300);
      micros[event] = event / 3;
    }
    List<TouchpointId> touchpoints =
        IntStream.range(0, 300).mapToObj(code -> TouchpointId.of("t" + code)).toList();
    JourneyLog log = JourneyLog.ofCodes(journeys, touchpoints, journeyOf, codes, micros);

    List<List<String>> expected = Stream.generate(() -> (List<String>) new ArrayList<String>())
        .limit(journeys)
        .toList();
    for (int event = 0; event < events; event++) {
      expected.get(journeyOf[event]).add("t" + codes[event] + "@" + micros[event]);
    }
    for (int journey = 0; journey < journeys; journey++) {
      List<String> found = new ArrayList<>();
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        found.add(log.touchpoints().get(log.codeAt(event)) + "@" + log.microsAt(event));
      }
      assertThat(found).isEqualTo(expected.get(journey));
    }
    micros[events - 1] = 0;
    assertThat(JourneyLog.ofCodes(journeys, touchpoints, journeyOf, codes, micros)
            .microsAt(log.begin(journeyOf[events - 1])))
        .isZero();
    codes[events - 1] = 300;
    assertThatThrownBy(() -> JourneyLog.ofCodes(journeys, touchpoints, journeyOf, codes, micros))
        .hasMessageContaining("event 199999 must be of a journey and a touchpoint that there are");
  }

  @Test
  void interleavedEventsBecomeJourneysInTheOrderOfTime() {
    JourneyLog log = JourneyLog.of(List.of(
        event("one", "look", 0),
        event("two", "look", 1),
        event("one", "buy", 9),
        event("two", "leave", 5),
        event("one", "compare", 3)));

    assertThat(log).hasToString("2 journeys, 5 events");
    assertThat(log.journey(0).touchpoints())
        .extracting(TouchpointId::value)
        .containsExactly("look", "compare", "buy");
    assertThat(log.journey(0).duration()).isEqualTo(Duration.ofSeconds(9));
    assertThat(log.journey(1).touches(BUY)).isFalse();
    assertThat(log.codeOf(BUY)).hasValue(0);
    assertThat(log.placeOf(JourneyId.of("two"))).hasValue(1);
    assertThat(log.event(log.end(1) - 1)).isEqualTo(event("two", "leave", 5));
  }

  @Test
  void anEventKeepsAllThatIsKnownOfIt() {
    TouchEvent.Builder full = TouchEvent.builder();
    full.journey(JourneyId.of("one"))
        .touchpoint(BUY)
        .at(Logs.START.plusNanos(1_999))
        .channel(Channel.of("app"))
        .status(EventStatus.FAILED)
        .experience(Experience.of(2, Experience.Scale.ONE_TO_FIVE))
        .value(ExactMoney.parse("EUR 12.30"))
        .sequence(7)
        .attributes(Attributes.none().with("campaign", "spring"));
    JourneyLog log = JourneyLog.of(List.of(event("one", "look", 0), full.build()));

    TouchEvent kept = log.event(1);

    assertThat(kept).isEqualTo(full.build());
    assertThat(kept.at()).isEqualTo(Logs.START.plusNanos(1_000));
    assertThat(log.isFailedAt(1)).isTrue();
    assertThat(log.channelCodeAt(0)).isEqualTo(-1);
    assertThat(log.channels()).containsExactly(Channel.of("app"));
    assertThat(kept.toString()).doesNotContain("spring");
  }

  @Test
  void anEmptyLogIsEmpty() {
    assertThat(JourneyLog.empty().journeys()).isZero();
    assertThat(JourneyLog.empty().merge(Logs.of("ab"))).isEqualTo(Logs.of("ab"));
    assertThat(JourneyLog.empty().sessions(SessionRule.afterPauseOf(Duration.ofHours(1))))
        .isEqualTo(JourneyLog.empty());
  }

  @Test
  void factsAreAboutJourneysThatThereAre() {
    JourneyLog.Builder log = JourneyLog.builder().add(event("one", "look", 0));
    JourneyFacts.Builder facts = JourneyFacts.builder();
    facts.member(MemberId.of("m-1")).outcome(Outcome.converted(true));

    assertThat(log.facts(JourneyId.of("one"), facts.build()).build().facts(0).member())
        .contains(MemberId.of("m-1"));
    refused(
        FailureCode.REFERENCE_UNKNOWN,
        () -> log.facts(JourneyId.of("two"), JourneyFacts.NONE).build());
  }

  @Test
  void logsWithAJourneyInCommonOrOtherTiesDoNotMerge() {
    JourneyLog one = JourneyLog.of(List.of(event("one", "look", 0)));
    JourneyLog other =
        JourneyLog.builder(TiePolicy.SEQUENCE).add(event("two", "look", 0)).build();

    refused(FailureCode.CONFIG_DUPLICATE, () -> one.merge(one));
    refused(FailureCode.VALUE_INVALID, () -> one.merge(other));
  }

  @Test
  void anOutcomeCanBeReadFromTheEvents() {
    JourneyLog log = Logs.of("ab", "ac").convertedAt(TouchpointId.of("c"));

    assertThat(log.facts(0).outcome()).map(Outcome::isConverted).contains(false);
    assertThat(log.facts(1).outcome()).map(Outcome::isConverted).contains(true);
  }

  @Test
  void aJourneyCanEndAtItsPurchase() {
    JourneyLog log = Logs.of("abcab", "aa").cutAfterFirst(TouchpointId.of("c"));

    assertThat(word(log, 0)).isEqualTo("abc");
    assertThat(word(log, 1)).isEqualTo("aa");
  }

  @Test
  void journeysAreSplitByAnyKeyAndVocabulariesShrink() {
    Map<Boolean, JourneyLog> halves =
        Logs.of("ab", "cd", "ac").split(journey -> journey.touches(TouchpointId.of("a")));

    assertThat(halves.get(true).journeys()).isEqualTo(2);
    assertThat(halves.get(false).touchpoints())
        .extracting(TouchpointId::value)
        .containsExactly("c", "d");
    assertThat(Logs.of("ab").where(journey -> false)).isEqualTo(JourneyLog.empty());
  }

  @Test
  void codesGiveTheSameLogAsValues() {
    JourneyLog coded = JourneyLog.ofCodes(
        2,
        List.of(TouchpointId.of("b"), TouchpointId.of("a")),
        new int[] {1, 0, 1, 1},
        new int[] {0, 1, 1, 0},
        new long[] {
          31_536_000_000_009L, 31_536_000_000_001L, 31_536_000_000_002L, 31_536_000_000_009L
        });

    assertThat(word(coded, 0)).isEqualTo("a");
    assertThat(word(coded, 1)).isEqualTo("abb");
    assertThat(coded).isEqualTo(JourneyLog.builder().addAll(coded).build());
  }

  @Test
  void codesThatMeanNothingAreRefused() {
    List<TouchpointId> a = List.of(TouchpointId.of("a"));
    refused(
        FailureCode.RANGE,
        () -> JourneyLog.ofCodes(1, a, new int[] {0}, new int[] {1}, new long[] {1}));
    refused(
        FailureCode.RANGE,
        () -> JourneyLog.ofCodes(2, a, new int[] {0}, new int[] {0}, new long[] {1}));
    refused(
        FailureCode.RANGE,
        () -> JourneyLog.ofCodes(1, a, new int[] {0}, new int[] {0}, new long[] {1, 2}));
  }

  @Test
  void anExperienceIsReadOnItsScale() {
    assertThat(Experience.of(4, Experience.Scale.ONE_TO_FIVE).share()).isEqualTo(0.75);
    assertThat(Experience.of(4, Experience.Scale.ONE_TO_FIVE).toEmotion().value())
        .isEqualTo(1);
    assertThat(Experience.of(5, Experience.Scale.ZERO_TO_TEN).toEmotion().value())
        .isZero();
    refused(FailureCode.RANGE, () -> Experience.of(0, Experience.Scale.ONE_TO_FIVE));
    refused(FailureCode.RANGE, () -> new Experience.Scale(1, 1));
    refused(FailureCode.RANGE, () -> new Experience.Scale(0, Double.POSITIVE_INFINITY));
  }

  @Nested
  class Ties {
    private JourneyLog log(TiePolicy ties) {
      TouchEvent.Builder second = TouchEvent.builder();
      second
          .journey(JourneyId.of("one"))
          .touchpoint(TouchpointId.of("b"))
          .at(Logs.START)
          .sequence(2);
      TouchEvent.Builder first = TouchEvent.builder();
      first
          .journey(JourneyId.of("one"))
          .touchpoint(TouchpointId.of("c"))
          .at(Logs.START)
          .sequence(1);
      return JourneyLog.builder(ties)
          .add(second.build())
          .add(first.build())
          .add(event("one", "a", 0))
          .add(event("one", "z", -1))
          .build();
    }

    @Test
    void eachPolicyHasItsOrder() {
      assertThat(word(log(TiePolicy.INPUT_ORDER), 0)).isEqualTo("zbca");
      assertThat(word(log(TiePolicy.REVERSED_INPUT_ORDER), 0)).isEqualTo("zacb");
      assertThat(word(log(TiePolicy.SEQUENCE), 0)).isEqualTo("zcba");
      assertThat(word(log(TiePolicy.ranked(TouchpointId.of("c"), TouchpointId.of("a"))), 0))
          .isEqualTo("zcab");
    }

    /** Bad-input row 104. */
    @Test
    void aMillionEventsOfOneInstantHaveOneOrder() {
      JourneyLog.Builder forwards = JourneyLog.builder(TiePolicy.SEQUENCE);
      JourneyLog.Builder backwards = JourneyLog.builder(TiePolicy.SEQUENCE);
      int count = 1_000_000;
      List<TouchEvent> kinds =
          IntStream.range(0, 10).mapToObj(i -> event("one", "t" + i, 0)).toList();
      for (int i = 0; i < count; i++) {
        forwards.add(kinds.get(i % 10));
        backwards.add(kinds.get((count - 1 - i) % 10));
      }

      JourneyLog log = forwards.build();

      assertThat(log.events()).isEqualTo(count);
      assertThat(log).isEqualTo(backwards.build());
      assertThat(log.codeAt(0)).isZero();
      assertThat(log.codeAt(count - 1)).isEqualTo(9);
    }

    @Test
    void aRankHasEachTouchpointOnce() {
      refused(FailureCode.CONFIG_DUPLICATE, () -> TiePolicy.ranked(BUY, BUY));
    }
  }

  @Nested
  class Mapping {
    @Test
    void namesAndRulesLeadToTouchpoints() {
      TouchpointMapping.Builder mapping = TouchpointMapping.builder();
      mapping
          .addRule(new TouchpointMapping.Rule(
              Optional.of(TouchpointId.of("call")),
              Segment.textIs("topic", "complaint"),
              TouchpointId.of("complaint")))
          .putName(TouchpointId.of("pay_button"), BUY)
          .others(TouchpointMapping.Others.REJECT);
      TouchEvent.Builder call = TouchEvent.builder();
      call.journey(JourneyId.of("one"))
          .touchpoint(TouchpointId.of("call"))
          .at(Logs.START)
          .attributes(Attributes.none().with("topic", "complaint"));
      JourneyLog log = JourneyLog.of(List.of(
          call.build(),
          event("one", "pay_button", 1),
          event("one", "mouse", 2),
          event("two", "call", 0)));

      JourneyLog mapped = log.mapped(mapping.build());

      assertThat(mapped.journeys()).isEqualTo(1);
      assertThat(mapped.journey(0).touchpoints())
          .extracting(TouchpointId::value)
          .containsExactly("complaint", "buy");
      assertThat(log.mapped(TouchpointMapping.of(Map.of())).events()).isEqualTo(4);
    }
  }
}
