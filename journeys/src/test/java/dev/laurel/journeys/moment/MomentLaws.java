package dev.laurel.journeys.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Maps;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** H10 for moments of truth: neither names nor the calendar matter. */
class MomentLaws {
  private static final MomentPolicy SMALL =
      MomentPolicy.builder().leastJourneys(1).build();

  @Property(tries = 200)
  void otherNamesChangeNothingButTheNames(@ForAll("journeys") List<String> journeys) {
    namesDoNotMatter(MomentLaws::found, journeys);
  }

  /** H5 for moments of truth. */
  @Property(tries = 200)
  void whatIsCountedInPartsMerges(@ForAll("journeys") List<String> journeys, @ForAll long seed) {
    Random random = new Random(seed);
    List<RiskSet> asked = RiskSet.inStages(Maps.linear("a", "b", "c", "d"));
    JourneyLog log = log(journeys, "d");

    assertThat(log.split(journey -> random.nextInt(3)).values().stream()
            .map(part -> MomentCounts.of(part, asked))
            .reduce(MomentCounts.of(JourneyLog.empty(), asked), MomentCounts::merge))
        .isEqualTo(MomentCounts.of(log, asked));
  }

  /** Feelings that are counted in parts merge, and nobody who answered is lost or counted twice. */
  @Property(tries = 200)
  @Domain(JourneyDomain.class)
  @Domain(DomainContext.Global.class)
  void feelingsOfPartsMerge(@ForAll JourneyLog log, @ForAll long seed) {
    Random random = new Random(seed);
    FeelingCounts whole = FeelingCounts.of(log);

    assertThat(log.split(journey -> random.nextInt(3)).values().stream()
            .map(FeelingCounts::of)
            .reduce(FeelingCounts.of(JourneyLog.empty()), FeelingCounts::merge))
        .isEqualTo(whole);
    checkThatAnswersAreJourneys(whole, log);
  }

  /** The slope turns over with the feelings, and so does the correlation. */
  @Property(tries = 200)
  void theOppositeFeelingHasTheOppositeSlope(
      @ForAll("answers") List<Integer> feelings, @ForAll long seed) {
    FeelingEffects there = FeelingEffects.find(felt(feelings, seed, 1), SMALL);
    FeelingEffects back = FeelingEffects.find(felt(feelings, seed, -1), SMALL);

    assertThat(back.tooFew()).isEqualTo(there.tooFew());
    for (FeelingEffects.Felt one : there.effects()) {
      FeelingEffects.Felt other = back.at(one.touchpoint()).orElseThrow();
      assertThat(other.slope().value()).isCloseTo(-one.slope().value(), within(1e-9));
      assertThat(other.rankCorrelation()).isCloseTo(-one.rankCorrelation(), within(1e-9));
      assertThat(one.rankCorrelation()).isBetween(-1 - 1e-12, 1 + 1e-12);
      assertThat(other.slope().standardError().orElseThrow())
          .isCloseTo(one.slope().standardError().orElseThrow(), within(1e-9));
    }
  }

  @Example
  void theLawOfAnswersCatchesJourneysThatCountForEachAnswer() {
    JourneyLog log = felt(List.of(1, 2), 1, 1);
    FeelingCounts twice = FeelingCounts.of(log).merge(FeelingCounts.of(log));

    assertThatThrownBy(() -> checkThatAnswersAreJourneys(twice, log))
        .isInstanceOf(AssertionError.class);
  }

  private static void checkThatAnswersAreJourneys(FeelingCounts counts, JourneyLog log) {
    counts.counts().forEach((touchpoint, felt) -> {
      long journeys = 0;
      for (int journey = 0; journey < log.journeys(); journey++) {
        boolean isAnswered = log.journey(journey).events().stream()
            .anyMatch(event ->
                event.touchpoint().equals(touchpoint) && event.experience().isPresent());
        journeys += isAnswered && log.facts(journey).outcome().isPresent() ? 1 : 0;
      }
      assertThat(felt.values().stream().mapToLong(Proportion::total).sum()).isEqualTo(journeys);
    });
  }

  /** Journeys that said so at a, times the sign, half of which convert by chance. */
  private static JourneyLog felt(List<Integer> feelings, long seed, int sign) {
    Random random = new Random(seed);
    JourneyLog.Builder log = JourneyLog.builder();
    for (int i = 0; i < feelings.size(); i++) {
      JourneyId journey = JourneyId.of("j" + i);
      TouchEvent.Builder event = TouchEvent.builder();
      event.journey(journey).touchpoint(TouchpointId.of("a")).at(Logs.START);
      log.add(event
          .experience(Experience.of(sign * feelings.get(i), Experience.Scale.EMOTION))
          .build());
      log.facts(journey, JourneyFacts.NONE.endingIn(Outcome.converted(random.nextBoolean())));
    }
    return log.build();
  }

  @Provide
  Arbitrary<List<Integer>> answers() {
    return Arbitraries.integers().between(-2, 2).list().ofMaxSize(30);
  }

  @Example
  void theLawOfNamesCatchesARiskSetOfTheFirstOfTheAlphabet() {
    Finding alphabetical = (log, touchpoints) -> {
      TouchpointId first = log.touchpoints().get(0);
      Map<TouchpointId, Moment> moments = new TreeMap<>();
      MomentsOfTruth.find(
              log,
              Stream.of(touchpoints)
                  .map(touchpoint -> RiskSet.of(TouchpointId.of(touchpoint), first))
                  .toList(),
              SMALL)
          .moments()
          .forEach(moment -> moments.put(moment.touchpoint(), moment));
      return moments;
    };

    assertThatThrownBy(() -> namesDoNotMatter(alphabetical, List.of("ab", "bc", "cd", "ad", "b")))
        .isInstanceOf(AssertionError.class);
  }

  /** Whatever finds the moments of touchpoints. */
  private interface Finding {
    Map<TouchpointId, Moment> find(JourneyLog log, String... touchpoints);
  }

  private static void namesDoNotMatter(Finding finding, List<String> journeys) {
    List<String> others = journeys.stream()
        .map(word -> word.chars().mapToObj(MomentLaws::renamed).collect(Collectors.joining()))
        .toList();
    Map<TouchpointId, Moment> before = finding.find(log(journeys, "d"), "a", "b", "c", "d");
    Map<TouchpointId, Moment> after = finding.find(log(others, "w"), "z", "y", "x", "w");

    assertThat(after).hasSameSizeAs(before);
    before.forEach((touchpoint, moment) -> {
      TouchpointId name = TouchpointId.of(renamed(touchpoint.value().charAt(0)));
      assertThat(after).containsKey(name);
      Moment other = after.get(name);
      assertThat(other.with()).isEqualTo(moment.with());
      assertThat(other.without()).isEqualTo(moment.without());
      assertThat(other.effect()).isEqualTo(moment.effect());
      assertThat(other.qValue()).isEqualTo(moment.qValue());
    });
  }

  @Property(tries = 200)
  void anotherTimeChangesNothing(@ForAll("journeys") List<String> journeys) {
    JourneyLog log = log(journeys, "d");
    JourneyLog later = moved(
        log,
        event -> Logs.event(
            event.journey().value(),
            event.touchpoint().value(),
            86_400 + event.at().getEpochSecond() - Logs.START.getEpochSecond()));

    assertThat(found(later, "a", "b", "c", "d")).isEqualTo(found(log, "a", "b", "c", "d"));
  }

  private static JourneyLog moved(JourneyLog log, UnaryOperator<TouchEvent> change) {
    JourneyLog.Builder moved = JourneyLog.builder();
    for (int event = 0; event < log.events(); event++) {
      moved.add(change.apply(log.event(event)));
    }
    return moved.build().convertedAt(TouchpointId.of("d"));
  }

  private static JourneyLog log(List<String> journeys, String conversion) {
    return Logs.of(journeys.toArray(String[]::new)).convertedAt(TouchpointId.of(conversion));
  }

  private static Map<TouchpointId, Moment> found(JourneyLog log, String... touchpoints) {
    Map<TouchpointId, Moment> moments = new TreeMap<>();
    MomentsOfTruth.find(log, Maps.linear(touchpoints), SMALL)
        .moments()
        .forEach(moment -> moments.put(moment.touchpoint(), moment));
    return moments;
  }

  /** The letters a to d as z to w. */
  private static String renamed(int letter) {
    return Character.toString('z' - letter + 'a');
  }

  @Provide
  Arbitrary<List<String>> journeys() {
    return Arbitraries.strings()
        .withChars("abcd")
        .ofMinLength(1)
        .ofMaxLength(5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }
}
