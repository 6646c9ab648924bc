package dev.laurel.tiers.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.testkit.SchemaContract;
import dev.laurel.tiers.ladder.TierLadder;
import java.io.IOException;
import net.jqwik.api.Example;

/** The published schema says what the codecs do. */
class TiersSchemaTest extends SchemaContract {
  TiersSchemaTest() {
    super("tiers", TiersJson.types(), TiersJson.schema(), AnyTiers.DOCUMENTS);
  }

  @Override
  protected Object any(Class<?> type, long seed) {
    return new AnyTiers(seed).of(type);
  }

  @Example
  void itRefersToTheSchemaOfCoreForWhatCoreDefines() throws IOException {
    assertThat(MAPPER.readTree(TiersJson.schema()).get("$defs").fieldNames())
        .toIterable()
        .contains("ladder.TierLadder", "membership.MembershipEvent-submitted")
        .doesNotContain("program.Program", "ledger.LedgerCommand");
  }

  @Example
  void aTypoDeepInsideBreaksTheSchemaAsWell() throws IOException {
    ObjectNode document = document(TierLadder.class);
    assertThat(errors(TierLadder.class, document)).isEmpty();
    ((ObjectNode) document.get("base")).put("nmae", "Base");
    assertThat(errors(TierLadder.class, document)).isNotEmpty();
  }
}
