package dev.laurel.examples.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Channel;
import dev.laurel.examples.intake.InputFailure;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.PersonaId;
import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.CommunicationPoint;
import dev.laurel.journeys.map.Emotion;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MomentKind;
import dev.laurel.journeys.map.Stage;
import dev.laurel.journeys.map.StageModel;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.map.Touchpoint;
import dev.laurel.journeys.persona.Evidence;
import dev.laurel.journeys.persona.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A journey map in JSON, for the command line.
 *
 * <p>{@code {"id": "shop", "name": "Shop", "goal": "...", "persona": {"id": "buyer", "name":
 * "Buyer", "source": "workshop"}, "stages": "customer-cycle", "flow": [{"touchpoint": "cart",
 * "stage": "buy"}, {"maybe": [...]}, {"choice": [...]}, {"repeated": [...]}, {"anyOrder":
 * [...]}]}}. A step may have {@code name}, {@code kind} (action or communication),
 * {@code channels}, {@code emotion} (-2 to 2) and {@code moment} (zero, first, second, ultimate or
 * other). Unknown fields are refused.
 */
final class MapFile {
  private static final JsonMapper JSON = JsonMapper.builder(
          com.fasterxml.jackson.core.JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(65_536)
                  .maxDocumentLength(1 << 20)
                  .build())
              .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private static final Set<String> STEP_FIELDS =
      Set.of("touchpoint", "name", "kind", "stage", "channels", "emotion", "moment");

  private MapFile() {}

  /** The map of a file. */
  static JourneyMap read(Path file) {
    try {
      return map(JSON.readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException failure) {
      throw invalid("must be JSON within its limits: " + failure.getOriginalMessage());
    } catch (InvalidValueException failure) {
      throw invalid(failure.path() + ": " + failure.getMessage());
    } catch (IOException failure) {
      throw new InputFailure(InputFailure.Code.INPUT_UNREADABLE, "map must be readable: " + file);
    }
  }

  private static JourneyMap map(JsonNode node) {
    only(node, "map", Set.of("id", "name", "goal", "persona", "stages", "flow"));
    JourneyMap.Builder map = JourneyMap.builder();
    return map.id(MapId.of(text(node, "id")))
        .name(text(node, "name"))
        .goal(text(node, "goal"))
        .persona(persona(node.path("persona")))
        .stages(stages(node.path("stages")))
        .flow(inOrder(node.path("flow")))
        .build();
  }

  private static Persona persona(JsonNode node) {
    only(node, "persona", Set.of("id", "name", "source"));
    Persona.Builder persona = Persona.builder();
    return persona
        .id(PersonaId.of(text(node, "id")))
        .name(text(node, "name"))
        .evidence(new Evidence.Assumed(text(node, "source")))
        .build();
  }

  private static StageModel stages(JsonNode node) {
    if (node.isTextual()) {
      return switch (node.textValue()) {
        case "customer-cycle" -> StageModel.CUSTOMER_CYCLE;
        case "aicpra" -> StageModel.AICPRA;
        default ->
          throw invalid(
              "stages must be customer-cycle, aicpra or a list: " + Excerpt.of(node.textValue()));
      };
    }
    List<Stage> stages = new ArrayList<>();
    for (JsonNode stage : list(node, "stages")) {
      only(stage, "stage", Set.of("id", "name"));
      stages.add(Stage.of(text(stage, "id"), text(stage, "name")));
    }
    return StageModel.of("Own stages", stages);
  }

  private static Flow inOrder(JsonNode node) {
    return Flow.inOrder(parts(node));
  }

  private static List<Flow> parts(JsonNode node) {
    List<Flow> parts = new ArrayList<>();
    list(node, "flow").forEach(part -> parts.add(flow(part)));
    return parts;
  }

  private static Flow flow(JsonNode node) {
    if (node.has("touchpoint")) {
      return Flow.one(step(node));
    }
    if (!node.isObject() || node.size() != 1) {
      throw invalid(
          "a part of the flow must be a step or one of maybe, choice, repeated, anyOrder");
    }
    Map.Entry<String, JsonNode> part = node.properties().iterator().next();
    return switch (part.getKey()) {
      case "maybe" -> Flow.maybe(inOrder(part.getValue()));
      case "repeated" -> Flow.repeated(inOrder(part.getValue()));
      case "choice" -> Flow.choice(parts(part.getValue()).toArray(Flow[]::new));
      case "anyOrder" -> Flow.anyOrder(parts(part.getValue()).toArray(Flow[]::new));
      default -> throw invalid("a part of the flow must be known: " + Excerpt.of(part.getKey()));
    };
  }

  private static Step step(JsonNode node) {
    only(node, "step", STEP_FIELDS);
    Step.Builder step = Step.builder();
    step.touchpoint(touchpoint(node)).stage(StageId.of(text(node, "stage")));
    if (node.has("emotion")) {
      if (!node.get("emotion").isNumber()) {
        throw invalid("emotion must be a number");
      }
      step.expectedEmotion(Emotion.of(node.get("emotion").doubleValue()));
    }
    if (node.has("moment")) {
      step.moment(moment(text(node, "moment")));
    }
    return step.build();
  }

  private static MomentKind moment(String name) {
    for (MomentKind kind : MomentKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw invalid("moment must be zero, first, second, ultimate or other: " + Excerpt.of(name));
  }

  private static Touchpoint touchpoint(JsonNode node) {
    TouchpointId id = TouchpointId.of(text(node, "touchpoint"));
    String name = node.has("name") ? text(node, "name") : id.toString();
    List<Channel> channels = new ArrayList<>();
    if (node.has("channels")) {
      list(node.get("channels"), "channels")
          .forEach(channel -> channels.add(Channel.of(channel.asText())));
    }
    String kind = node.has("kind") ? text(node, "kind") : "action";
    if (kind.equals("communication")) {
      CommunicationPoint.Builder point = CommunicationPoint.builder();
      return point.id(id).name(name).addAllChannels(channels).build();
    }
    if (!kind.equals("action")) {
      throw invalid("kind must be action or communication: " + Excerpt.of(kind));
    }
    Action.Builder action = Action.builder();
    return action.id(id).name(name).addAllChannels(channels).build();
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw invalid("'" + field + "' must be a text");
    }
    return value.textValue();
  }

  private static JsonNode list(JsonNode node, String field) {
    if (!node.isArray()) {
      throw invalid("'" + field + "' must be a list");
    }
    return node;
  }

  private static void only(JsonNode node, String what, Set<String> fields) {
    if (!node.isObject()) {
      throw invalid(what + " must be an object");
    }
    node.fieldNames().forEachRemaining(name -> {
      if (!fields.contains(name)) {
        throw invalid(what + " must have known fields only: " + Excerpt.of(name));
      }
    });
  }

  private static InputFailure invalid(String message) {
    return new InputFailure(InputFailure.Code.MAPPING_INVALID, "map: " + message);
  }
}
