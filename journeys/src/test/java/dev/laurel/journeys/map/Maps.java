package dev.laurel.journeys.map;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.identity.ImprovementId;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.PainPointId;
import dev.laurel.journeys.identity.PersonaId;
import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.persona.Evidence;
import dev.laurel.journeys.persona.Persona;
import dev.laurel.journeys.persona.Segment;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Maps to try things on. */
public final class Maps {
  private Maps() {}

  /** Somebody who drives a lot. */
  public static Persona commuter() {
    return Persona.builder()
        .id(PersonaId.of("commuter"))
        .name("Long-distance commuter")
        .evidence(new Evidence.Statistical(
            Segment.atLeast("mileage", new BigDecimal("30000")),
            Proportion.of(412, 1_000),
            "service records of 2025"))
        .addMotivation("no minute is lost on the way to work")
        .addNeed("a car that is ready every morning")
        .addBehaviour("charges at night")
        .addAspiration("a quiet hour for oneself")
        .build();
  }

  /** A map of these touchpoints, one after the other, all in one stage. */
  public static JourneyMap linear(String... touchpoints) {
    return of(Flow.inOrder(Stream.of(touchpoints).map(Maps::one).toList()));
  }

  /** A map of this flow. */
  public static JourneyMap of(Flow flow) {
    return buying(flow).build();
  }

  /** A map of this flow that can be added to. */
  public static JourneyMap.Builder buying(Flow flow) {
    return buying(flow, "a car that fits");
  }

  /** A map of this flow and this goal that can be added to. */
  public static JourneyMap.Builder buying(Flow flow, String goal) {
    JourneyMap.Builder map = JourneyMap.builder();
    map.id(MapId.of("buy-a-car"))
        .name("Buying a car")
        .persona(commuter())
        .goal(goal)
        .stages(StageModel.CUSTOMER_CYCLE)
        .flow(flow);
    return map;
  }

  /** A single step of the flow. */
  public static Flow one(String touchpoint) {
    return Flow.one(step(touchpoint));
  }

  /** A step in the stage of buying. */
  public static Step step(String touchpoint) {
    return Step.of(Action.of(touchpoint, "The " + touchpoint), "buy");
  }

  /** A map of a dealer, with a moment of truth, a pain and an improvement. */
  public static JourneyMap dealer() {
    return buying(Flow.inOrder(
            Flow.one(Step.of(CommunicationPoint.of("advert", "Advertisement"), "discover")),
            Flow.maybe(Flow.one(Step.of(Action.of("compare", "Comparison"), "evaluate"))),
            Flow.one(Step.builder()
                .touchpoint(Action.of("test-drive", "Test drive"))
                .stage(StageId.of("try"))
                .expectedEmotion(Emotion.of(1.5))
                .moment(MomentKind.FIRST)
                .build()),
            Flow.one(Step.of(Action.of("sign", "Signature"), "buy"))))
        .addPainPoint(PainPoint.builder()
            .id(PainPointId.of("long-wait"))
            .touchpoint(TouchpointId.of("test-drive"))
            .description("two weeks until a car is free")
            .severity(PainPoint.Severity.HIGH)
            .addEvidence("31 complaints in March")
            .build())
        .addImprovement(Improvement.builder()
            .id(ImprovementId.of("book-online"))
            .touchpoint(TouchpointId.of("test-drive"))
            .painPoint(PainPointId.of("long-wait"))
            .hypothesis("more of those who compare come to the test drive")
            .build())
        .build();
  }
}
