package dev.laurel.journeys.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.journeys.map.JourneyMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published schema says what the codecs do. */
class JourneysSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<Class<?>, Schema> SCHEMAS = new HashMap<>();
  private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
      SpecificationVersion.DRAFT_2020_12,
      registry -> registry.schemas(Map.of("urn:dev.laurel:core:1", LaurelJson.schema())));

  /** To publish a change: run with {@code -Dlaurel.schema.write=true}, and read the difference. */
  @Test
  void thePublishedSchemaIsThatOfTheCodecs() throws IOException {
    JsonNode derived = MAPPER.readTree(JourneysJson.types().schema());
    if (Boolean.getBoolean("laurel.schema.write")) {
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
      Path path =
          Path.of("src/main/resources/dev/laurel/journeys/json/laurel-journeys-1.schema.json");
      Files.createDirectories(path.getParent());
      Files.writeString(path, MAPPER.writer(printer).writeValueAsString(derived) + "\n");
    }

    assertThat(MAPPER.readTree(JourneysJson.schema())).isEqualTo(derived);
  }

  @Test
  void itRefersToTheSchemaOfCoreForWhatCoreDefines() throws IOException {
    JsonNode schema = MAPPER.readTree(JourneysJson.schema());

    assertThat(schema.get("$id").asText()).isEqualTo("urn:dev.laurel:journeys:1");
    assertThat(schema.get("$defs").fieldNames())
        .toIterable()
        .contains("map.JourneyMap", "persona.Evidence-statistical")
        .doesNotContain("estimate.Nothing", "activity.Attributes");
  }

  @Test
  void everyDocumentKeepsTheSchema() throws IOException {
    for (Class<?> type : AnyJourneys.TYPES) {
      for (long seed = 0; seed < 5; seed++) {
        String json = JourneysJson.standard().write(new AnyJourneys(seed).of(type));
        assertThat(errors(type, MAPPER.readTree(json))).as(json).isEmpty();
      }
    }
  }

  @Test
  void aTypoBreaksTheSchemaAsWellAndSoDoesOneDeepInside() throws IOException {
    for (Class<?> type : AnyJourneys.TYPES) {
      ObjectNode json = document(type);
      json.put("ponits", 1);
      assertThat(errors(type, json)).as(type.getName()).isNotEmpty();
    }
    ObjectNode map = document(JourneyMap.class);
    assertThat(errors(JourneyMap.class, map)).isEmpty();
    ((ObjectNode) map.get("persona")).put("nmae", "Buyer");
    assertThat(errors(JourneyMap.class, map)).isNotEmpty();
  }

  @Test
  void otherVersionsBreakTheSchemaAsWell() throws IOException {
    for (String version : List.of("0", "999", "\"1\"")) {
      ObjectNode json = document(JourneyMap.class);
      json.set("schemaVersion", MAPPER.readTree(version));
      assertThat(errors(JourneyMap.class, json)).as(version).isNotEmpty();
    }
  }

  @Test
  void requiredFieldsAreRequiredByTheSchemaAsWell() throws IOException {
    for (Class<?> type : AnyJourneys.TYPES) {
      ObjectNode json = document(type);
      List<String> names = new ArrayList<>();
      json.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        ObjectNode less = json.deepCopy();
        less.remove(name);
        boolean isRefused = isRefused(type, less.toString());
        boolean breaks = !errors(type, less).isEmpty();
        // The library may know more than the schema, never less.
        assertThat(isRefused || !breaks).as(type + " without " + name).isTrue();
      }
    }
  }

  private static boolean isRefused(Class<?> type, String json) {
    try {
      Object unused = JourneysJson.standard().read(json, type);
      return false;
    } catch (MalformedInputException e) {
      return true;
    }
  }

  private static ObjectNode document(Class<?> type) throws IOException {
    return (ObjectNode) MAPPER.readTree(JourneysJson.standard().write(new AnyJourneys(7).of(type)));
  }

  private static List<Error> errors(Class<?> type, JsonNode json) throws IOException {
    Schema schema = SCHEMAS.get(type);
    if (schema == null) {
      ObjectNode own = (ObjectNode) MAPPER.readTree(JourneysJson.schema());
      own.remove("anyOf");
      own.put("$ref", "#/$defs/document-" + name(type));
      own.put("$id", own.get("$id").asText() + ":" + name(type));
      schema = REGISTRY.getSchema(own);
      SCHEMAS.put(type, schema);
    }
    return schema.validate(json);
  }

  private static String name(Class<?> type) {
    return type.getName().substring("dev.laurel.journeys.".length()).replace('$', '.');
  }
}
