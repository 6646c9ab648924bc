package dev.laurel.journeys.conformance;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.PersonaId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.Maps;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformanceTest {
  private static final JourneyMap ABC = Maps.linear("a", "b", "c");

  private static JourneyReality one(JourneyMap map, String journey) {
    return Conformance.of(map).evaluate(Logs.of(journey).journey(0));
  }

  private static List<String> deviations(JourneyMap map, String journey) {
    return one(map, journey).deviations().stream()
        .map(deviation -> deviation.kind() + " " + deviation.touchpoint())
        .toList();
  }

  @Test
  void aJourneyAsDesignedFits() {
    assertThat(one(ABC, "abc").fitness()).isEqualTo(1);
    assertThat(one(ABC, "abc").isFitting()).isTrue();
    assertThat(deviations(ABC, "abc")).isEmpty();
  }

  @Test
  void eachKindOfDeviationIsTold() {
    assertThat(deviations(ABC, "ac")).containsExactly("MISSING b");
    assertThat(deviations(ABC, "abxc")).containsExactly("AD_HOC x");
    assertThat(deviations(ABC, "acb")).containsExactly("OUT_OF_ORDER b");
    assertThat(deviations(ABC, "abbc")).containsExactly("AD_HOC b");
    assertThat(deviations(ABC, "xyz"))
        .containsExactly("AD_HOC x", "AD_HOC y", "AD_HOC z", "MISSING a", "MISSING b", "MISSING c");
  }

  @Test
  void aFailureIsADeviationOfAStepThatWasTaken() {
    TouchEvent.Builder failed = TouchEvent.builder();
    failed
        .journey(JourneyId.of("j"))
        .touchpoint(TouchpointId.of("b"))
        .at(Logs.START.plusSeconds(1))
        .status(EventStatus.FAILED);
    JourneyLog log =
        JourneyLog.of(List.of(Logs.event("j", "a", 0), failed.build(), Logs.event("j", "c", 2)));

    JourneyReality reality = Conformance.of(ABC).evaluate(log.journey(0));

    assertThat(reality.isFitting()).isTrue();
    assertThat(reality.deviations())
        .extracting(Deviation::kind)
        .containsExactly(Deviation.Kind.FAILED);
    assertThat(Conformance.evaluate(log, ABC).steps().get(TouchpointId.of("b")).failed())
        .isEqualTo(Proportion.of(1, 1));
  }

  @Test
  void theCostIsThatOfTheCheapestAlignment() {
    JourneyReality reality = one(ABC, "acb");

    assertThat(reality.fit()).isEqualTo(new JourneyReality.Fit(2, 6));
    assertThat(reality.moves()).hasSize(4);
    assertThat(reality.fitness()).isEqualTo(1 - 2.0 / 6);
  }

  @Test
  void optionsChoicesLoopsAndAnyOrderFit() {
    JourneyMap map = Maps.of(Flow.inOrder(
        Maps.one("a"),
        Flow.maybe(Maps.one("b")),
        Flow.choice(Maps.one("c"), Maps.one("d")),
        Flow.repeated(Maps.one("e")),
        Flow.anyOrder(Maps.one("f"), Maps.one("g"), Maps.one("h"))));

    for (String fits : List.of("acefgh", "abdeeehgf", "adeeghf")) {
      assertThat(one(map, fits).isFitting()).as(fits).isTrue();
    }
    assertThat(deviations(map, "acdefgh")).hasSize(1);
    assertThat(deviations(map, "aefgh")).containsExactly("MISSING c");
    assertThat(deviations(map, "acefg")).containsExactly("MISSING h");
    assertThat(deviations(map, "acefghf")).containsExactly("AD_HOC f");
    assertThat(one(map, "acefgh").fit().size()).isEqualTo(12);
  }

  @Test
  void aLogIsCountedByStepAndChannel() {
    JourneyLog.Builder log = JourneyLog.builder();
    for (String journey : List.of("abc", "abc", "acb", "axc")) {
      JourneyLog one = Logs.of(journey);
      String name = "j" + log.build().journeys();
      one.journey(0).events().forEach(event -> {
        TouchEvent.Builder onChannel = TouchEvent.builder();
        log.add(onChannel
            .journey(JourneyId.of(name))
            .touchpoint(event.touchpoint())
            .at(event.at())
            .channel(Channel.of(journey.equals("abc") ? "app" : "shop"))
            .build());
      });
    }
    MapReality reality = Conformance.evaluate(log.build(), ABC);

    assertThat(reality.fitting()).isEqualTo(Proportion.of(2, 4));
    assertThat(reality.logFitness().orElseThrow()).isEqualTo(1 - 4.0 / 24);
    assertThat(reality.meanFitness().orElseThrow()).isEqualTo(1 - 2 * (2.0 / 6) / 4);
    assertThat(reality.steps().keySet())
        .extracting(TouchpointId::value)
        .containsExactly("a", "b", "c", "x");
    assertThat(reality.steps().get(TouchpointId.of("b")).counts())
        .isEqualTo(new DeviationCounts(2, 1, 0, 1, 0));
    assertThat(reality.steps().get(TouchpointId.of("b")).missed()).isEqualTo(Proportion.of(2, 4));
    assertThat(reality.steps().get(TouchpointId.of("x")).stage()).isEmpty();
    assertThat(reality.byChannel().get(Channel.of("app")).deviations()).isZero();
    assertThat(reality.byChannel().get(Channel.of("shop")))
        .isEqualTo(new DeviationCounts(4, 0, 1, 1, 0));
  }

  @Test
  void noJourneyHasNoFitness() {
    MapReality nothing = Conformance.evaluate(JourneyLog.empty(), ABC);

    assertThat(nothing.logFitness()).isEmpty();
    assertThat(nothing.meanFitness()).isEmpty();
    assertThat(nothing.fitting().estimate()).isEmpty();
  }

  @Test
  void personasAreToldApartByTheirSegments() {
    JourneyFacts.Builder far = JourneyFacts.builder();
    far.attributes(Attributes.none().with("mileage", new BigDecimal("42000")));
    JourneyLog log = JourneyLog.builder()
        .addAll(Logs.of("abc", "a"))
        .facts(JourneyId.of("j1001"), far.build())
        .build();

    assertThat(Conformance.evaluateByPersona(log, ABC, List.of(Maps.commuter()))
            .get(PersonaId.of("commuter"))
            .fitting())
        .isEqualTo(Proportion.of(0, 1));
  }

  @Test
  void eachJourneyIsHeldAgainstTheVersionOfItsDay() {
    MapVersions versions = MapVersions.startingWith(ABC, "Ada", Logs.START, "workshop")
        .activate(1, Logs.START)
        .draft(Maps.linear("a", "c"), 1, "Bo", Logs.START, "shorter")
        .activate(2, Logs.START.plusSeconds(100));
    JourneyLog log = JourneyLog.of(List.of(
        Logs.event("before", "a", -1),
        Logs.event("first", "a", 0),
        Logs.event("first", "b", 1),
        Logs.event("first", "c", 200),
        Logs.event("second", "a", 100),
        Logs.event("second", "c", 101)));

    var byVersion = Conformance.evaluateByVersion(log, versions);

    assertThat(byVersion.keySet()).containsExactly(1, 2);
    assertThat(byVersion.get(1).fitting()).isEqualTo(Proportion.of(1, 1));
    assertThat(byVersion.get(2).fitting()).isEqualTo(Proportion.of(1, 1));
  }

  /**
   * Section 3.4: a replay that passes by what the map does not know finds all of these fitting, as
   * token replay does.
   */
  @Test
  void eventsThatTheMapDoesNotKnowAreNotPassedBy() {
    JourneyLog log = Logs.of("abc", "axbc", "abcy", "zabc");
    JourneyLog replayed = log.where(journey -> !journey.touchpoints().stream()
        .filter(ABC.touchpoints()::containsKey)
        .toList()
        .equals(List.copyOf(ABC.touchpoints().keySet())));

    assertThat(replayed.journeys()).isZero();
    assertThat(Conformance.evaluate(log, ABC).fitting()).isEqualTo(Proportion.of(1, 4));
  }

  @Test
  void realitiesOfTwoMapsDoNotMerge() {
    MapReality one = Conformance.evaluate(Logs.of("abc"), ABC);
    MapReality other = Conformance.evaluate(Logs.of("abc"), Maps.linear("a"));

    refused(FailureCode.VALUE_INVALID, () -> one.merge(other));
  }

  @Test
  void whatWouldTakeTooMuchMemoryIsRefused() {
    Flow eight =
        Flow.anyOrder(IntStream.range(0, 8).mapToObj(i -> Maps.one("t" + i)).toArray(Flow[]::new));
    Flow many = Flow.inOrder(IntStream.range(0, 20).mapToObj(i -> eight).toList());

    refused(FailureCode.LIMIT_EXCEEDED, () -> Conformance.of(Maps.of(many)));
    JourneyMap long500 =
        Maps.linear(IntStream.range(0, 500).mapToObj(i -> "t" + i).toArray(String[]::new));
    refused(
        FailureCode.LIMIT_EXCEEDED,
        () -> Conformance.evaluate(Logs.of("a".repeat(50_000)), long500));
  }

  @Test
  void countsThatCannotBeAreRefused() {
    refused(FailureCode.RANGE, () -> new DeviationCounts(1, 0, 0, 0, 2));
    refused(FailureCode.RANGE, () -> new JourneyReality.Fit(2, 1));
    assertThat(new DeviationCounts(5, 1, 2, 3, 4).of(Deviation.Kind.OUT_OF_ORDER))
        .isEqualTo(3);
    assertThat(ImmutableList.copyOf(Deviation.Kind.values())).hasSize(4);
  }
}
