package dev.laurel.journeys.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Law H2 of the specification, and that alignments are the cheapest there are. */
@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class ConformanceLaws {
  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars("abcdefx").ofMinLength(1).ofMaxLength(8);
  }

  /** No longer than the rounds that are tried: a round that takes none of the events never pays. */
  @Provide
  Arbitrary<String> shortWords() {
    return Arbitraries.strings()
        .withChars("abcdefx")
        .ofMinLength(1)
        .ofMaxLength(AllWays.MOST_ROUNDS);
  }

  /** H2: what comes from the map fits. */
  @Property
  void aWayThroughTheMapFits(@ForAll Flow flow, @ForAll long seed) {
    whatComesFromTheMapFits(ConformanceLaws::fitness, flow, seed);
  }

  /** H2: where a mandatory step is missing, it does not. */
  @Property
  void aWayWithoutAMandatoryStepDoesNotFit(@ForAll("words") String word, @ForAll long seed) {
    whatLacksAStepDoesNotFit(ConformanceLaws::fitness, word, seed);
  }

  /** The identity of section 3.4, with a longest common subsequence found in another way. */
  @Property
  void onALinearMapTheCostIsThatOfTheLongestCommonWay(
      @ForAll("words") String map, @ForAll("words") String journey) {
    JourneyReality reality = reality(
        Flow.inOrder(
            map.chars().mapToObj(c -> Maps.one(String.valueOf((char) c))).toList()),
        journey);
    int common = common(map, journey);

    assertThat(reality.fit().cost()).isEqualTo(map.length() + journey.length() - 2 * common);
    assertThat(reality.fit().size()).isEqualTo(map.length() + journey.length());
    DeviationCounts counts =
        Conformance.evaluate(Logs.of(journey), Maps.linear(map.split(""))).counts();
    assertThat(counts.taken()).isEqualTo(common);
    assertThat(counts.mapMoves()).isEqualTo(map.length() - common);
    assertThat(counts.logMoves()).isEqualTo(journey.length() - common);
    assertThat(counts.outOfOrder()).isEqualTo(shared(map, journey) - common);
  }

  @Property(tries = 300)
  void noWayThroughTheMapIsCheaper(@ForAll Flow flow, @ForAll("shortWords") String journey) {
    noWayIsCheaper(ConformanceLaws::cost, flow, journey);
  }

  @Property
  void theMovesWalkAlongTheJourneyAndAWayThroughTheMap(
      @ForAll Flow flow, @ForAll("words") String journey) {
    JourneyReality reality = reality(flow, journey);
    StringBuilder events = new StringBuilder();
    StringBuilder way = new StringBuilder();
    for (Move move : reality.moves()) {
      if (move instanceof Move.Taken taken) {
        events.append(journey.charAt(taken.event()));
        way.append(taken.step().id().value());
        assertThat(taken.step().id().value())
            .isEqualTo(journey.substring(taken.event(), taken.event() + 1));
      } else if (move instanceof Move.Extra extra) {
        events.append(journey.charAt(extra.event()));
      } else if (move instanceof Move.Skipped skipped) {
        way.append(skipped.step().id().value());
      }
    }
    assertThat(events).hasToString(journey);
    if (!way.isEmpty()) {
      assertThat(reality(flow, way.toString()).isFitting()).isTrue();
    }
  }

  @Property
  void whatIsCountedInPartsMerges(
      @ForAll JourneyLog log, @ForAll JourneyMap map, @ForAll long seed) {
    Random random = new Random(seed);
    MapReality whole = Conformance.evaluate(log, map);
    MapReality merged = log.split(journey -> random.nextInt(3)).values().stream()
        .map(part -> Conformance.evaluate(part, map))
        .reduce(Conformance.evaluate(JourneyLog.empty(), map), MapReality::merge);

    assertThat(merged).isEqualTo(whole);
    assertThat(merged.steps().keySet()).containsExactlyElementsOf(whole.steps().keySet());
  }

  @Property
  void theLogSaysWhatItsJourneysSay(@ForAll JourneyLog log, @ForAll JourneyMap map) {
    Conformance conformance = Conformance.of(map);
    Map<Deviation.Kind, Long> kinds = new HashMap<>();
    long fitting = 0;
    for (int journey = 0; journey < log.journeys(); journey++) {
      JourneyReality one = conformance.evaluate(log.journey(journey));
      fitting += one.isFitting() ? 1 : 0;
      one.deviations().forEach(deviation -> kinds.merge(deviation.kind(), 1L, Long::sum));
    }
    MapReality all = Conformance.evaluate(log, map);

    assertThat(all.fitting().successes()).isEqualTo(fitting);
    for (Deviation.Kind kind : Deviation.Kind.values()) {
      assertThat(all.counts().of(kind)).isEqualTo(kinds.getOrDefault(kind, 0L));
    }
  }

  @Example
  void theLawOfFitCatchesAMapReadAsIfItWereLinear() {
    BiFunction<Flow, String, Double> linear = (flow, journey) ->
        fitness(Flow.inOrder(flow.steps().stream().map(Flow::one).toList()), journey);

    assertThatThrownBy(() -> {
          for (long seed = 0; seed < 20; seed++) {
            whatComesFromTheMapFits(
                linear,
                Flow.inOrder(Maps.one("a"), Flow.choice(Maps.one("b"), Maps.one("c"))),
                seed);
          }
        })
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfCostCatchesAReplayThatPassesByWhatItDoesNotKnow() {
    BiFunction<Flow, String, Integer> replay = (flow, journey) -> {
      String known =
          flow.steps().stream().map(step -> step.id().value()).collect(Collectors.joining());
      String seen = journey
          .chars()
          .filter(c -> known.indexOf(c) >= 0)
          .mapToObj(c -> String.valueOf((char) c))
          .collect(Collectors.joining());
      return cost(flow, seen);
    };

    assertThatThrownBy(() -> noWayIsCheaper(replay, Maps.one("a"), "axx"))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawOfMissingStepsCatchesAFitnessThatLooksAtTheEventsAlone() {
    BiFunction<Flow, String, Double> eventsAlone = (flow, journey) -> {
      long known = journey
          .chars()
          .filter(c -> flow.steps().stream().anyMatch(step -> step.id().value().charAt(0) == c))
          .count();
      return (double) known / journey.length();
    };

    assertThatThrownBy(() -> whatLacksAStepDoesNotFit(eventsAlone, "abc", 1))
        .isInstanceOf(AssertionError.class);
  }

  private static void whatLacksAStepDoesNotFit(
      BiFunction<Flow, String, Double> fitness, String word, long seed) {
    // Of a linear map every step is mandatory.
    Flow flow = Flow.inOrder(
        word.chars().mapToObj(c -> Maps.one(String.valueOf((char) c))).toList());
    int gone = new Random(seed).nextInt(word.length());
    String rest = word.substring(0, gone) + word.substring(gone + 1);
    if (!rest.isEmpty()) {
      assertThat(fitness.apply(flow, rest)).isLessThan(1);
    }
  }

  private static void whatComesFromTheMapFits(
      BiFunction<Flow, String, Double> fitness, Flow flow, long seed) {
    Random random = new Random(seed);
    String way = flow.match(new Walk(random));
    if (!way.isEmpty()) {
      assertThat(fitness.apply(flow, way)).isEqualTo(1);
    }
  }

  private static void noWayIsCheaper(
      BiFunction<Flow, String, Integer> cost, Flow flow, String journey) {
    int cheapest = Integer.MAX_VALUE;
    for (String way : flow.match(new AllWays(journey.length() + flow.steps().size()))) {
      cheapest = Math.min(cheapest, way.length() + journey.length() - 2 * common(way, journey));
    }
    assertThat(cost.apply(flow, journey)).isEqualTo(cheapest);
  }

  private static JourneyReality reality(Flow flow, String journey) {
    return Conformance.of(Maps.of(flow)).evaluate(Logs.of(journey).journey(0));
  }

  private static double fitness(Flow flow, String journey) {
    return reality(flow, journey).fitness();
  }

  private static int cost(Flow flow, String journey) {
    return reality(flow, journey).fit().cost();
  }

  /** The length of the longest common subsequence, by remembering every pair of ends. */
  private static int common(String left, String right) {
    int[][] longest = new int[left.length() + 1][right.length() + 1];
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        longest[i][j] = left.charAt(i - 1) == right.charAt(j - 1)
            ? longest[i - 1][j - 1] + 1
            : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    return longest[left.length()][right.length()];
  }

  /** How many touchpoints the two have in common in any order. */
  private static int shared(String left, String right) {
    int shared = 0;
    for (char c : "abcdefx".toCharArray()) {
      shared += (int) Math.min(
          left.chars().filter(each -> each == c).count(),
          right.chars().filter(each -> each == c).count());
    }
    return shared;
  }

  /** A random way through a flow, as its definition says. */
  private record Walk(Random random) implements Flow.Cases<String> {
    @Override
    public String one(Flow.One flow) {
      return flow.step().id().value();
    }

    @Override
    public String inOrder(Flow.InOrder flow) {
      return joined(flow.parts());
    }

    @Override
    public String choice(Flow.Choice flow) {
      return flow.parts().get(random.nextInt(flow.parts().size())).match(this);
    }

    @Override
    public String maybe(Flow.Maybe flow) {
      return random.nextBoolean() ? flow.part().match(this) : "";
    }

    @Override
    public String repeated(Flow.Repeated flow) {
      StringBuilder all = new StringBuilder(flow.part().match(this));
      while (random.nextInt(3) == 0) {
        all.append(flow.part().match(this));
      }
      return all.toString();
    }

    @Override
    public String anyOrder(Flow.AnyOrder flow) {
      List<Flow> shuffled = new ArrayList<>(flow.parts());
      Collections.shuffle(shuffled, random);
      return joined(shuffled);
    }

    private String joined(List<Flow> parts) {
      return parts.stream().map(part -> part.match(this)).collect(Collectors.joining());
    }
  }

  /** Every way through a flow, loops no longer than is of use. */
  private record AllWays(int longest) implements Flow.Cases<java.util.Set<String>> {
    private static final int MOST_ROUNDS = 4;

    @Override
    public java.util.Set<String> one(Flow.One flow) {
      return java.util.Set.of(flow.step().id().value());
    }

    @Override
    public java.util.Set<String> inOrder(Flow.InOrder flow) {
      java.util.Set<String> ways = java.util.Set.of("");
      for (Flow part : flow.parts()) {
        ways = joined(ways, part.match(this));
      }
      return ways;
    }

    @Override
    public java.util.Set<String> choice(Flow.Choice flow) {
      java.util.Set<String> ways = new java.util.TreeSet<>();
      flow.parts().forEach(part -> ways.addAll(part.match(this)));
      return ways;
    }

    @Override
    public java.util.Set<String> maybe(Flow.Maybe flow) {
      java.util.Set<String> ways = new java.util.TreeSet<>(flow.part().match(this));
      ways.add("");
      return ways;
    }

    @Override
    public java.util.Set<String> repeated(Flow.Repeated flow) {
      java.util.Set<String> once = flow.part().match(this);
      java.util.Set<String> ways = new java.util.TreeSet<>(once);
      java.util.Set<String> last = once;
      for (int round = 1; round < MOST_ROUNDS; round++) {
        last = joined(last, once);
        ways.addAll(last);
      }
      return ways;
    }

    @Override
    public java.util.Set<String> anyOrder(Flow.AnyOrder flow) {
      java.util.Set<String> ways = new java.util.TreeSet<>();
      for (Flow first : flow.parts()) {
        List<Flow> rest = new ArrayList<>(flow.parts());
        rest.remove(flow.parts().indexOf(first));
        java.util.Set<String> after = rest.isEmpty()
            ? java.util.Set.of("")
            : new Flow.AnyOrder(com.google.common.collect.ImmutableList.copyOf(rest)).match(this);
        ways.addAll(joined(first.match(this), after));
      }
      return ways;
    }

    private java.util.Set<String> joined(java.util.Set<String> heads, java.util.Set<String> tails) {
      java.util.Set<String> joined = new java.util.TreeSet<>();
      for (String head : heads) {
        for (String tail : tails) {
          if (head.length() + tail.length() <= longest) {
            joined.add(head + tail);
          }
        }
      }
      return joined;
    }
  }
}
