package dev.laurel.journeys.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.journeys.identity.StageId;
import org.junit.jupiter.api.Test;

class MapDiffTest {
  @Test
  void equalMapsDoNotDiffer() {
    assertThat(MapDiff.between(Maps.dealer(), Maps.dealer())).isEmpty();
  }

  @Test
  void oneStepThatComesEarlierHasMovedAndTheOthersHaveNot() {
    assertThat(MapDiff.between(Maps.linear("a", "b", "c", "d"), Maps.linear("d", "a", "b", "c")))
        .hasToString("[steps.d: was after c, is first]")
        .extracting(MapChange::kind)
        .containsExactly(MapChange.Kind.MOVED);
  }

  @Test
  void aStepThatBecomesOptionalHasAnotherWay() {
    assertThat(MapDiff.between(
            Maps.linear("a", "b"), Maps.of(Flow.inOrder(Maps.one("a"), Flow.maybe(Maps.one("b"))))))
        .extracting(MapChange::toString)
        .containsExactly(
            "steps.b.way: was always, is maybe",
            "flow: was inOrder(a, b), is inOrder(a, maybe(b))");
  }

  @Test
  void aSequenceWithinASequenceIsNoDifference() {
    Flow nested = Flow.inOrder(Flow.inOrder(Maps.one("a"), Maps.one("b")), Maps.one("c"));

    assertThat(MapDiff.between(Maps.linear("a", "b", "c"), Maps.of(nested))).isEmpty();
  }

  @Test
  void theSecondStepOfATouchpointHasItsOwnName() {
    assertThat(MapDiff.between(Maps.linear("pay", "ship"), Maps.linear("pay", "ship", "pay")))
        .extracting(MapChange::path)
        .containsExactly("steps.pay#2");
  }

  @Test
  void eachPartIsToldByItsName() {
    JourneyMap before = Maps.of(Flow.inOrder(Step.of(Action.of("a", "A"), "buy")));
    Step.Builder step = Step.builder();
    step.touchpoint(CommunicationPoint.of("a", "Letter"))
        .stage(StageId.of("use"))
        .expectedEmotion(Emotion.of(-1))
        .moment(MomentKind.SECOND);
    JourneyMap after = Maps.buying(Flow.inOrder(step.build())).build();

    assertThat(MapDiff.between(before, after))
        .extracting(MapChange::toString)
        .containsExactly(
            "steps.a.stage: was buy, is use",
            "steps.a.expectedEmotion: new, -1.0",
            "steps.a.moment: new, SECOND",
            "touchpoints.a.kind: was action, is communication",
            "touchpoints.a.name: was A, is Letter",
            "touchpoints.a.lane: was CUSTOMER, is FRONTSTAGE",
            "touchpoints.a.actors: was [customer (CUSTOMER)], is [company (COMPANY), customer"
                + " (CUSTOMER)]");
  }

  @Test
  void notesComeAndGo() {
    JourneyMap without = Maps.buying(Maps.dealer().flow()).build();

    assertThat(MapDiff.between(without, Maps.dealer()))
        .extracting(MapChange::kind, MapChange::path)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(MapChange.Kind.ADDED, "painPoints.long-wait"),
            org.assertj.core.groups.Tuple.tuple(MapChange.Kind.ADDED, "improvements.book-online"));
  }
}
