package dev.laurel.journeys;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random maps and logs over a handful of touchpoints, so that they often have parts in common. */
public final class JourneyDomain extends DomainContextBase {
  /** The last second after the start at which something happens. */
  public static final long LATEST_SECOND = 9;

  /** Texts that break careless writers and readers. */
  public static final List<String> ODD_TEXTS = List.of(
      "plain",
      "",
      " ",
      "two\nlines\r\n",
      "say \"hi\", she said; or not",
      "=HYPERLINK(\"x\")",
      "'=1+1",
      "''",
      "+1",
      "-1",
      "@SUM",
      "\tx",
      "\ud83d\ude97",
      "\u05e8\u05db\u05d1 \u202ex",
      "<&amp;]]>");

  /** Parts of names that mean something to one language of pictures or another. */
  public static final List<String> HOSTILE_PARTS = List.of(
      "title",
      "Section",
      "accTitle",
      "accDescr {",
      "journey",
      "timeline",
      "end",
      "subgraph",
      "style x:",
      "%%{init: {\"theme\":\"dark\"}}%%",
      "%%",
      "-->",
      "]]",
      "\"]",
      "#quot;",
      "#35;",
      "&lt;",
      "<br>",
      "</text><script>",
      "`",
      "``",
      "1. ",
      "- ",
      ": ",
      ";",
      "\"\"",
      "\\",
      "\\n",
      "{",
      "}",
      ",",
      "\n",
      "\r",
      "\t",
      "\u2028",
      "\u00a0",
      "\u202e",
      "\u200b",
      "\ufeff",
      "\u00e9",
      "\u00df",
      "\u05e8\u05db\u05d1",
      "\ud83d\ude97",
      "others at 2",
      "[1]",
      "x",
      "7");

  private static final int DEEPEST = 3;
  private static final List<String> JOURNEYS = List.of("j1", "j2", "=j3", "\ud83d\ude97 j\n4");
  private static final List<String> TOUCHPOINTS =
      List.of("a", "b", "c", "d", "say \"hi\"", "two\nlines", "\u05e8\u05db\u05d1", "-1");

  /** Names made of such parts. */
  @Provide
  public static Arbitrary<String> hostileNames() {
    return Arbitraries.of(HOSTILE_PARTS)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(parts -> String.join("", parts))
        .filter(name -> !name.isBlank());
  }

  /** Ways through touchpoints a to f. */
  @Provide
  public Arbitrary<Flow> flows() {
    return flows(DEEPEST);
  }

  /** Maps with such ways. */
  @Provide
  public Arbitrary<JourneyMap> maps() {
    return Combinators.combine(flows(), Arbitraries.of("a car", "a good car"))
        .as((flow, goal) -> Maps.buying(flow, goal).build());
  }

  /** Events of a few journeys within a few seconds, so that ties are common. */
  @Provide
  public Arbitrary<List<TouchEvent>> eventLists() {
    return events().list().ofMaxSize(30);
  }

  /** Logs of such events, some journeys with facts. */
  @Provide
  public Arbitrary<JourneyLog> logs() {
    return Combinators.combine(eventLists(), facts().list().ofSize(JOURNEYS.size()))
        .as(JourneyDomain::log);
  }

  /** Events with all that may be known of them, or nothing. */
  @Provide
  public Arbitrary<TouchEvent> events() {
    Arbitrary<TouchEvent.Builder> bare = Combinators.combine(
            Arbitraries.of(JOURNEYS),
            Arbitraries.of(TOUCHPOINTS),
            Arbitraries.longs().between(0, LATEST_SECOND))
        .as((journey, touchpoint, second) -> {
          TouchEvent.Builder event = TouchEvent.builder();
          event
              .journey(JourneyId.of(journey))
              .touchpoint(TouchpointId.of(touchpoint))
              .at(Logs.START.plusSeconds(second));
          return event;
        });
    return Combinators.combine(
            bare,
            Arbitraries.of("app", "shop", "\u05d7\u05e0\u05d5\u05ea")
                .map(Channel::of)
                .optional(0.5),
            Arbitraries.of(EventStatus.class),
            experiences().optional(0.3),
            money().optional(0.3),
            Arbitraries.longs().between(0, 3).optional(0.3),
            attributes())
        .as((event, channel, status, experience, value, sequence, attributes) -> event
            .channel(channel)
            .status(status)
            .experience(experience)
            .value(value)
            .sequence(sequence.map(OptionalLong::of).orElse(OptionalLong.empty()))
            .attributes(attributes)
            .build());
  }

  private static JourneyLog log(List<TouchEvent> events, List<JourneyFacts> facts) {
    JourneyLog.Builder log = JourneyLog.builder().addAll(events);
    for (int i = 0; i < JOURNEYS.size(); i++) {
      JourneyId journey = JourneyId.of(JOURNEYS.get(i));
      if (events.stream().anyMatch(event -> event.journey().equals(journey))) {
        log.facts(journey, facts.get(i));
      }
    }
    return log.build();
  }

  private static Arbitrary<JourneyFacts> facts() {
    Arbitrary<Outcome> outcomes = Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            money().optional(0.5),
            experiences().optional(0.5))
        .as((converted, churned, value, score) -> {
          Outcome.Builder outcome = Outcome.builder();
          return outcome
              .isConverted(converted)
              .isChurned(churned)
              .value(value)
              .score(score)
              .build();
        });
    return Combinators.combine(
            Arbitraries.of("m-1", "m-2").map(MemberId::of).optional(0.5),
            outcomes.optional(0.5),
            attributes())
        .as((member, outcome, attributes) -> {
          JourneyFacts.Builder facts = JourneyFacts.builder();
          return facts.member(member).outcome(outcome).attributes(attributes).build();
        });
  }

  private static Arbitrary<Experience> experiences() {
    return Combinators.combine(
            Arbitraries.of(
                Experience.Scale.ONE_TO_FIVE,
                Experience.Scale.ZERO_TO_TEN,
                Experience.Scale.EMOTION),
            Arbitraries.of(0.0, 0.1, 0.5, 1.0))
        .as((scale, share) -> Experience.of(
            Math.min(scale.highest(), scale.lowest() + share * (scale.highest() - scale.lowest())),
            scale));
  }

  private static Arbitrary<ExactMoney> money() {
    return Combinators.combine(
            Arbitraries.of("EUR", "JPY"), Arbitraries.longs().between(-1_000, 100_000))
        .as(ExactMoney::ofMinor);
  }

  private static Arbitrary<Attributes> attributes() {
    Arbitrary<Attributes.Value> values = Arbitraries.oneOf(
        Arbitraries.of(ODD_TEXTS).map(Attributes.Text::new),
        Arbitraries.of("0", "-1.50", "42000")
            .map(text -> new Attributes.Decimal(new BigDecimal(text))),
        Arbitraries.of(true, false).map(Attributes.Flag::new));
    return Arbitraries.maps(Arbitraries.of("mileage", "market", "Note: \"x\""), values)
        .ofMaxSize(2)
        .map(Attributes::of);
  }

  private static Arbitrary<Flow> flows(int depth) {
    Arbitrary<Flow> steps = Arbitraries.of("a", "b", "c", "d", "e", "f").map(Maps::one);
    if (depth == 0) {
      return steps;
    }
    Arbitrary<Flow> below = Arbitraries.lazy(() -> flows(depth - 1));
    Arbitrary<Flow[]> several = below.array(Flow[].class).ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        steps,
        several.map(Flow::inOrder),
        several.map(Flow::choice),
        several.map(Flow::anyOrder),
        below.map(Flow::maybe),
        below.map(Flow::repeated));
  }
}
