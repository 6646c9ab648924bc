package dev.laurel.core.json;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published schema says what the codecs do. */
class SchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<Class<?>, Schema> SCHEMAS = new LinkedHashMap<>();

  /** To publish a change: run with {@code -Dlaurel.schema.write=true}, and read the difference. */
  @Test
  void thePublishedSchemaIsThatOfTheCodecs() throws IOException {
    JsonNode derived = MAPPER.readTree(NodeWriter.text(Documents.CORE.schema()));
    if (Boolean.getBoolean("laurel.schema.write")) {
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
      Path path = Path.of("src/main/resources/dev/laurel/core/json/laurel-1.schema.json");
      Files.writeString(path, MAPPER.writer(printer).writeValueAsString(derived) + "\n");
    }

    assertThat(MAPPER.readTree(LaurelJson.schema())).isEqualTo(derived);
  }

  @Test
  void everyDocumentKeepsTheSchema() throws IOException {
    for (Class<?> type : JsonRoundTripLaws.types()) {
      for (long seed = 0; seed < 5; seed++) {
        String json = LaurelJson.standard().write(JsonRoundTripLaws.any(type, seed));
        assertThat(errors(type, MAPPER.readTree(json))).as(json).isEmpty();
      }
    }
  }

  @Test
  void aTypoBreaksTheSchemaAsWell() throws IOException {
    for (Class<?> type : JsonRoundTripLaws.types()) {
      ObjectNode json = document(type);
      json.put("ponits", 1);
      assertThat(errors(type, json)).as(type.getName()).isNotEmpty();
    }
  }

  @Test
  void aTypoDeepInsideBreaksTheSchemaAsWell() throws IOException {
    Class<?> type = dev.laurel.core.ledger.LedgerCommand.Redeem.class;
    ObjectNode json = document(type);
    assertThat(errors(type, json)).isEmpty();

    ((ObjectNode) json.get("stamp")).put("membre", "m-1");
    assertThat(errors(type, json)).isNotEmpty();
  }

  @Test
  void otherVersionsAndTypesBreakTheSchemaAsWell() throws IOException {
    Class<?> type = dev.laurel.core.activity.Engagement.class;
    for (String version : List.of("0", "999", "\"1\"")) {
      ObjectNode json = document(type);
      json.set("schemaVersion", MAPPER.readTree(version));
      assertThat(errors(type, json)).as(version).isNotEmpty();
    }
    ObjectNode json = document(type);
    json.put("type", "refundd");
    assertThat(errors(type, json)).isNotEmpty();
  }

  @Test
  void requiredFieldsAreRequiredByTheSchemaAsWell() throws IOException {
    for (Class<?> type : JsonRoundTripLaws.types()) {
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
      Object unused = LaurelJson.standard().read(json, JsonRoundTripLaws.root(type));
      return false;
    } catch (dev.laurel.core.failure.MalformedInputException e) {
      return true;
    }
  }

  private static ObjectNode document(Class<?> type) throws IOException {
    return (ObjectNode)
        MAPPER.readTree(LaurelJson.standard().write(JsonRoundTripLaws.any(type, 7)));
  }

  private static List<Error> errors(Class<?> type, JsonNode json) throws IOException {
    Class<?> root = JsonRoundTripLaws.root(type);
    Schema schema = SCHEMAS.get(root);
    if (schema == null) {
      ObjectNode own = (ObjectNode) MAPPER.readTree(LaurelJson.schema());
      own.remove("anyOf");
      own.put("$ref", "#/$defs/document-" + Names.of(root));
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(own);
      SCHEMAS.put(root, schema);
    }
    return schema.validate(json);
  }
}
