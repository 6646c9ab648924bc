package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.testkit.SchemaContract;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Example;

/** The published schema says what the codecs do. */
class SchemaTest extends SchemaContract {
  SchemaTest() {
    super(
        "core",
        "laurel-1.schema.json",
        NodeWriter.text(Documents.CORE.schema()),
        LaurelJson.standard(),
        LaurelJson.schema(),
        List.copyOf(Documents.CORE.types()));
  }

  @Override
  protected Object any(Class<?> type, long seed) {
    return JsonRoundTripLaws.any(type, seed);
  }

  @Example
  void aTypoDeepInsideBreaksTheSchemaAsWell() throws IOException {
    Class<?> type = LedgerCommand.Redeem.class;
    ObjectNode document = document(type);
    assertThat(errors(type, document)).isEmpty();

    ((ObjectNode) document.get("stamp")).put("membre", "m-1");
    assertThat(errors(type, document)).isNotEmpty();
  }

  @Example
  void otherTypesBreakTheSchemaAsWell() throws IOException {
    Class<?> type = Engagement.class;
    ObjectNode document = document(type);
    document.put("type", "refundd");
    assertThat(errors(type, document)).isNotEmpty();
  }
}
