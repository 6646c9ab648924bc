package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableMap;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.persona.Persona;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a map as named texts, for telling two of them apart. */
final class MapParts {
  /** A step, and in which choices, options and loops it stands. */
  record Placed(Step step, String way) {}

  /** The name of a step: its touchpoint, and which of the steps of that touchpoint it is. */
  record Name(TouchpointId touchpoint, int occurrence) {
    @Override
    public String toString() {
      return occurrence == 1 ? touchpoint.toString() : touchpoint + "#" + occurrence;
    }
  }

  private MapParts() {}

  static ImmutableMap<String, String> own(JourneyMap map) {
    return ImmutableMap.of(
        "id",
        map.id().value(),
        "name",
        map.name(),
        "goal",
        map.goal(),
        "stages",
        map.stages().name());
  }

  static ImmutableMap<String, String> parts(Persona persona) {
    return ImmutableMap.of(
        "id",
        persona.id().value(),
        "name",
        persona.name(),
        "evidence",
        persona.evidence().toString(),
        "motivations",
        text(persona.motivations()),
        "needs",
        text(persona.needs()),
        "behaviours",
        text(persona.behaviours()),
        "aspirations",
        text(persona.aspirations()));
  }

  static ImmutableMap<String, String> parts(Touchpoint touchpoint) {
    ImmutableMap.Builder<String, String> parts = ImmutableMap.builder();
    parts
        .put("kind", touchpoint instanceof Action ? "action" : "communication")
        .put("name", touchpoint.name())
        .put("lane", touchpoint.lane().name())
        .put("channels", text(touchpoint.channels()))
        .put(
            "actors",
            touchpoint.actors().stream()
                .map(actor -> actor.name() + " (" + actor.party() + ")")
                .toList()
                .toString());
    if (touchpoint instanceof CommunicationPoint point) {
      put(parts, "message", point.message());
    }
    return parts.buildOrThrow();
  }

  static ImmutableMap<String, String> parts(Placed placed) {
    Step step = placed.step();
    ImmutableMap.Builder<String, String> parts = ImmutableMap.builder();
    parts.put("stage", step.stage().value()).put("way", placed.way());
    put(parts, "expectedEmotion", step.expectedEmotion().map(Emotion::value));
    put(parts, "moment", step.moment());
    return parts.buildOrThrow();
  }

  static ImmutableMap<String, String> parts(PainPoint pain) {
    return ImmutableMap.of(
        "touchpoint",
        pain.touchpoint().value(),
        "description",
        pain.description(),
        "severity",
        pain.severity().name(),
        "level",
        pain.level().name(),
        "evidence",
        text(pain.evidence()));
  }

  static ImmutableMap<String, String> parts(Improvement improvement) {
    ImmutableMap.Builder<String, String> parts = ImmutableMap.builder();
    parts
        .put("touchpoint", improvement.touchpoint().value())
        .put("hypothesis", improvement.hypothesis())
        .put("status", improvement.status().name());
    put(parts, "painPoint", improvement.painPoint());
    return parts.buildOrThrow();
  }

  /** The steps by name; the second step of a touchpoint is {@code pay#2}. */
  static ImmutableMap<Name, Placed> placed(Flow flow) {
    ImmutableMap.Builder<Name, Placed> placed = ImmutableMap.builder();
    place(flow, "always", new HashMap<>(), placed);
    return placed.buildOrThrow();
  }

  private static void place(
      Flow flow,
      String way,
      Map<TouchpointId, Integer> seen,
      ImmutableMap.Builder<Name, Placed> placed) {
    if (flow instanceof Flow.One one) {
      int times = seen.merge(one.step().id(), 1, Integer::sum);
      placed.put(new Name(one.step().id(), times), new Placed(one.step(), way));
      return;
    }
    String inner = flow instanceof Flow.InOrder ? way : within(way, flow);
    flow.parts().forEach(part -> place(part, inner, seen, placed));
  }

  private static String within(String way, Flow flow) {
    String text = FlowText.of(flow);
    String kind = text.substring(0, text.indexOf('('));
    return way.equals("always") ? kind : way + " > " + kind;
  }

  private static void put(
      ImmutableMap.Builder<String, String> parts, String name, Optional<?> value) {
    value.ifPresent(present -> parts.put(name, present.toString()));
  }

  private static String text(List<?> lines) {
    return lines.toString();
  }
}
