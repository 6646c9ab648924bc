package dev.laurel.journeys.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.testkit.SchemaContract;
import dev.laurel.journeys.map.JourneyMap;
import java.io.IOException;
import net.jqwik.api.Example;

/** The published schema says what the codecs do. */
class JourneysSchemaTest extends SchemaContract {
  JourneysSchemaTest() {
    super("journeys", JourneysJson.types(), JourneysJson.schema(), AnyJourneys.DOCUMENTS);
  }

  @Override
  protected Object any(Class<?> type, long seed) {
    return new AnyJourneys(seed).of(type);
  }

  @Example
  void itRefersToTheSchemaOfCoreForWhatCoreDefines() throws IOException {
    assertThat(MAPPER.readTree(JourneysJson.schema()).get("$defs").fieldNames())
        .toIterable()
        .contains("map.JourneyMap", "persona.Evidence-statistical")
        .doesNotContain("estimate.Nothing", "activity.Attributes");
  }

  @Example
  void aTypoDeepInsideBreaksTheSchemaAsWell() throws IOException {
    ObjectNode document = document(JourneyMap.class);
    assertThat(errors(JourneyMap.class, document)).isEmpty();
    ((ObjectNode) document.get("persona")).put("nmae", "Buyer");
    assertThat(errors(JourneyMap.class, document)).isNotEmpty();
  }
}
