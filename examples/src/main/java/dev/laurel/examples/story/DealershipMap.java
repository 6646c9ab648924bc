package dev.laurel.examples.story;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.ImprovementId;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.PainPointId;
import dev.laurel.journeys.identity.PersonaId;
import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.CommunicationPoint;
import dev.laurel.journeys.map.Emotion;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.MomentKind;
import dev.laurel.journeys.map.PainPoint;
import dev.laurel.journeys.map.StageModel;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.map.Touchpoint;
import dev.laurel.journeys.persona.Evidence;
import dev.laurel.journeys.persona.EvidenceLevel;
import dev.laurel.journeys.persona.Persona;
import dev.laurel.journeys.persona.Segment;
import java.math.BigDecimal;
import java.time.Instant;

/** The way to a car as a dealer draws it, before and after the financing was made easier. */
final class DealershipMap {
  /** When the second version came into force. */
  static final Instant CHANGED = Instant.parse("2026-06-01T00:00:00Z");

  /** When the first did. */
  static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

  private DealershipMap() {}

  /** Who is meant, and how that is known. */
  static Persona commuter() {
    return Persona.builder()
        .id(PersonaId.of("commuter"))
        .name("Long-distance commuter")
        .evidence(new Evidence.Statistical(
            Segment.atLeast("mileage", new BigDecimal("30000")),
            Proportion.of(412, 1_000),
            "service records of 2025"))
        .addMotivation("no minute is lost on the way to work")
        .addNeed("a car that is ready every morning")
        .addBehaviour("decides in the evening, on the sofa")
        .addAspiration("a quiet hour for oneself")
        .build();
  }

  /** The map of the first five months. */
  static JourneyMap before() {
    return map("Fills in the financing form on paper").build();
  }

  /** The map since: the pain is known, and the form is filled with what the dealer knows. */
  static JourneyMap after() {
    return map("Checks a financing form that is filled in")
        .addPainPoint(PainPoint.builder()
            .id(PainPointId.of("call-backs"))
            .touchpoint(TouchpointId.of("financing"))
            .description("the dealer calls for what the form lacks")
            .severity(PainPoint.Severity.HIGH)
            .level(EvidenceLevel.STATISTICAL)
            .addEvidence("journeys from January to May")
            .build())
        .build();
  }

  /** Both, each with its time and reason. */
  static MapVersions versions() {
    return MapVersions.startingWith(before(), "Ada", BEGUN, "workshop in January")
        .activate(1, BEGUN)
        .draft(after(), 1, "Bo", BEGUN.plusSeconds(86_400L * 120), "call-backs break journeys")
        .activate(2, CHANGED);
  }

  /** What was tried, and what it should bring about. */
  static Improvement improvement() {
    return before().improvements().get(0);
  }

  private static JourneyMap.Builder map(String financing) {
    JourneyMap.Builder map = JourneyMap.builder().id(MapId.of("buy-a-car")).name("Buying a car");
    map.persona(commuter()).goal("a car that fits, soon").stages(StageModel.CUSTOMER_CYCLE);
    return map.flow(Flow.inOrder(
            felt(0.5, CommunicationPoint.of("advert", "Sees an advertisement"), "discover"),
            Flow.maybe(felt(1, Action.of("configurator", "Configures a car"), "evaluate")),
            felt(1, advice(), "evaluate"),
            felt(-0.5, Action.of("booking", "Books a test drive"), "try"),
            Flow.one(testDrive()),
            felt(0.5, CommunicationPoint.of("offer", "Gets an offer"), "buy"),
            Flow.maybe(felt(-1, Action.of("financing", financing), "buy")),
            felt(1, Action.of("contract", "Signs"), "buy")))
        .addPainPoint(PainPoint.builder()
            .id(PainPointId.of("long-wait"))
            .touchpoint(TouchpointId.of("test-drive"))
            .description("two weeks until a car is free")
            .severity(PainPoint.Severity.MEDIUM)
            .level(EvidenceLevel.QUALITATIVE)
            .addEvidence("five of eight interviews")
            .build())
        .addImprovement(Improvement.builder()
            .id(ImprovementId.of("prefilled-form"))
            .touchpoint(TouchpointId.of("financing"))
            .hypothesis("of those who come to the financing more sign")
            .build());
  }

  private static Flow felt(double emotion, Touchpoint touchpoint, String stage) {
    Step.Builder step = Step.builder().touchpoint(touchpoint).stage(StageId.of(stage));
    return Flow.one(step.expectedEmotion(Emotion.of(emotion)).build());
  }

  private static Touchpoint advice() {
    CommunicationPoint.Builder advice = CommunicationPoint.builder();
    return advice
        .id(TouchpointId.of("advice"))
        .name("Is advised")
        .addChannels(Channel.of("showroom"), Channel.of("video"))
        .build();
  }

  private static Step testDrive() {
    return Step.builder()
        .touchpoint(Action.of("test-drive", "Drives"))
        .stage(StageId.of("try"))
        .expectedEmotion(Emotion.of(1.5))
        .moment(MomentKind.FIRST)
        .build();
  }
}
