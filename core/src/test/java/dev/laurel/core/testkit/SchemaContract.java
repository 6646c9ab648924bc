package dev.laurel.core.testkit;

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
import dev.laurel.core.json.JsonTypes;
import dev.laurel.core.json.LaurelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;

/** The schema that a module publishes says what its codecs do. */
public abstract class SchemaContract {
  /** Reads and writes trees. */
  protected static final ObjectMapper MAPPER = new ObjectMapper();

  private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
      SpecificationVersion.DRAFT_2020_12,
      registry -> registry.schemas(Map.of("urn:dev.laurel:core:1", LaurelJson.schema())));

  private final Map<Class<?>, Schema> schemas = new HashMap<>();
  private final String module;
  private final String file;
  private final String derived;
  private final LaurelJson json;
  private final String published;
  private final List<Class<?>> roots;

  /**
   * The contract of a module beside core.
   *
   * @param module its name, such as tiers
   * @param types its documents
   * @param published its schema
   * @param roots the types of its documents
   */
  protected SchemaContract(String module, JsonTypes types, String published, List<Class<?>> roots) {
    this(
        module,
        "laurel-" + module + "-1.schema.json",
        types.schema(),
        LaurelJson.standard().with(types),
        published,
        roots);
  }

  /**
   * The contract of any module.
   *
   * @param module its name
   * @param file the name of the file with its schema
   * @param derived the schema of its codecs
   * @param json what reads and writes its documents
   * @param published its schema
   * @param roots the types of its documents
   */
  protected SchemaContract(
      String module,
      String file,
      String derived,
      LaurelJson json,
      String published,
      List<Class<?>> roots) {
    this.module = module;
    this.file = file;
    this.derived = derived;
    this.json = json;
    this.published = published;
    this.roots = roots;
  }

  /** Some value of a type, the same for the same seed. */
  protected abstract Object any(Class<?> type, long seed);

  /** To publish a change: run with {@code -Dlaurel.schema.write=true}, and read the difference. */
  @Example
  protected void thePublishedSchemaIsThatOfTheCodecs() throws IOException {
    JsonNode tree = MAPPER.readTree(derived);
    if (Boolean.getBoolean("laurel.schema.write")) {
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
      Path path = Path.of("src/main/resources/dev/laurel")
          .resolve(module)
          .resolve("json")
          .resolve(file);
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, MAPPER.writer(printer).writeValueAsString(tree) + "\n");
    }

    assertThat(MAPPER.readTree(published)).isEqualTo(tree);
    assertThat(tree.get("$id").asText()).isEqualTo("urn:dev.laurel:" + module + ":1");
  }

  @Example
  protected void everyDocumentKeepsTheSchema() throws IOException {
    for (Class<?> type : AnyValue.casesOf(roots)) {
      for (long seed = 0; seed < 5; seed++) {
        String text = json.write(any(type, seed));
        assertThat(errors(type, MAPPER.readTree(text))).as(text).isEmpty();
      }
    }
  }

  @Example
  protected void aTypoBreaksTheSchemaAsWell() throws IOException {
    for (Class<?> type : AnyValue.casesOf(roots)) {
      ObjectNode document = document(type);
      document.put("ponits", 1);
      assertThat(errors(type, document)).as(type.getName()).isNotEmpty();
    }
  }

  @Example
  protected void otherVersionsBreakTheSchemaAsWell() throws IOException {
    Class<?> type = roots.get(0);
    for (String version : List.of("0", "999", "\"1\"")) {
      ObjectNode document = document(type);
      document.set("schemaVersion", MAPPER.readTree(version));
      assertThat(errors(type, document)).as(version).isNotEmpty();
    }
  }

  @Example
  protected void requiredFieldsAreRequiredByTheSchemaAsWell() throws IOException {
    for (Class<?> type : AnyValue.casesOf(roots)) {
      ObjectNode document = document(type);
      List<String> names = new ArrayList<>();
      document.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        ObjectNode less = document.deepCopy();
        less.remove(name);
        boolean isRefused = isRefused(type, less.toString());
        boolean breaks = !errors(type, less).isEmpty();
        // The library may know more than the schema, never less.
        assertThat(isRefused || !breaks).as(type + " without " + name).isTrue();
      }
    }
  }

  private boolean isRefused(Class<?> type, String text) {
    try {
      Object unused = json.read(text, AnyValue.rootOf(type, roots));
      return false;
    } catch (MalformedInputException e) {
      return true;
    }
  }

  /** Some document of a type. */
  protected final ObjectNode document(Class<?> type) throws IOException {
    return (ObjectNode) MAPPER.readTree(json.write(any(type, 7)));
  }

  /** What the published schema finds wrong with a document. */
  protected final List<Error> errors(Class<?> type, JsonNode document) throws IOException {
    Class<?> root = AnyValue.rootOf(type, roots);
    Schema schema = schemas.get(root);
    if (schema == null) {
      ObjectNode own = (ObjectNode) MAPPER.readTree(published);
      own.remove("anyOf");
      own.put("$ref", "#/$defs/document-" + name(root));
      own.put("$id", own.get("$id").asText() + ":" + name(root));
      schema = REGISTRY.getSchema(own);
      schemas.put(root, schema);
    }
    return schema.validate(document);
  }

  private String name(Class<?> type) {
    String prefix = "dev.laurel." + module + ".";
    return type.getName().substring(prefix.length()).replace('$', '.');
  }
}
