package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.testkit.AnyValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaurelModuleTest {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new LaurelModule()).build();

  /** A caller's own object with ours inside. */
  record Envelope(
      String topic, Activity activity, Engagement engagement, List<LedgerEntry> entries) {}

  private static Envelope envelope() {
    AnyValue any = new AnyValue(5);
    return new Envelope(
        "news",
        any.of(Activity.class),
        any.of(Engagement.class),
        List.of(any.of(LedgerEntry.Redeemed.class), any.of(LedgerEntry.Accrued.class)));
  }

  @Test
  void everyDocumentIsThatOfTheDoor() throws JsonProcessingException {
    for (Class<?> type : JsonRoundTripLaws.types()) {
      Object value = JsonRoundTripLaws.any(type, 11);
      String text = MAPPER.writeValueAsString(value);
      assertThat(text).isEqualTo(LaurelJson.standard().write(value));
      assertThat((Object) MAPPER.readValue(text, JsonRoundTripLaws.root(type))).isEqualTo(value);
    }
  }

  @Test
  void documentsArePartsOfTheCallersObjects() throws JsonProcessingException {
    Envelope envelope = envelope();
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(envelope), Envelope.class))
        .isEqualTo(envelope);
  }

  @Test
  void treesAreAsGoodAsText() throws JsonProcessingException {
    Envelope envelope = envelope();
    JsonNode tree = MAPPER.valueToTree(envelope);
    assertThat(MAPPER.treeToValue(tree, Envelope.class)).isEqualTo(envelope);
  }

  @Test
  void aFailureIsJacksonsAndCarriesOurs() {
    assertThatThrownBy(
            () -> MAPPER.readValue("{\"schemaVersion\":1,\"type\":\"x\"}", Activity.class))
        .isInstanceOf(JsonMappingException.class)
        .cause()
        .isInstanceOf(MalformedInputException.class)
        .extracting(e -> ((MalformedInputException) e).code())
        .isEqualTo(FailureCode.JSON_UNKNOWN_TYPE);
    assertThatThrownBy(() -> MAPPER.readValue(
            "{\"topic\":\"t\",\"activity\":{\"schemaVersion\":1,\"schemaVersion\":1}}",
            Envelope.class))
        .isInstanceOf(JsonMappingException.class);
  }
}
