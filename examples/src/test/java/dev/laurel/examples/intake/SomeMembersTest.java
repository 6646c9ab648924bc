package dev.laurel.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of some members, for which the rows of others need not be taken apart. */
class SomeMembersTest {
  private static final String DELIMITED = """
      {"format": "delimited", "zone": "UTC", "datePattern": "iso",
       "columns": {"id": {"name": "id"},
                   "member": {"name": "member", "orElse": "nobody", "values": {"A": "ann"}},
                   "kind": {"constant": "visit"}, "occurredAt": {"name": "at"}}}
      """;

  private static List<String> idsOf(String member, String mapping, String text) {
    List<String> ids = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (TransactionReader reader = TransactionReader.of(
            "t", new ByteArrayInputStream(bytes), ColumnMapping.parse(mapping));
        GroupedTransactions groups = reader.grouped(2, (name, id) -> name.equals(member) ? 1 : 0)) {
      groups.forEach(1, row -> ids.add(row.transaction().id()), () -> {});
    }
    return ids;
  }

  @Test
  void aMemberIsFoundByNameByItsOtherNameAndInsideQuotes() {
    String rows = """
        id,member,at
        1,ann,2026-03-01
        2,bob,2026-03-01
        3,A,2026-03-01
        4,"ann",2026-03-01
        "5,5",bob,2026-03-01
        "6,ann",bob,2026-03-01
        7,,2026-03-01
        """;

    assertThat(idsOf("ann", DELIMITED, rows)).containsExactly("1", "3", "4");
    assertThat(idsOf("bob", DELIMITED, rows)).containsExactly("2", "5,5", "6,ann");
    assertThat(idsOf("nobody", DELIMITED, rows)).containsExactly("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1,ann", "1,ann,never", "1,ann,2026-03-01,more", "\"1,ann"})
  void aBrokenRowIsPassedOverAndTheNextIsRead(String broken) {
    String rows = "id,member,at\n" + broken + "\n2,ann,2026-03-01\n";

    assertThat(idsOf("ann", DELIMITED, rows)).containsExactly("2");
    assertThat(idsOf("nobody", DELIMITED, rows)).isEmpty();
  }

  @Test
  void columnsOfFixedWidthAreCutOut() {
    String mapping = """
        {"format": "fixed-width", "zone": "UTC", "datePattern": "yyyyMMdd", "idPrefix": "f",
         "columns": {"member": {"from": 2, "width": 4}, "kind": {"constant": "visit"},
                     "occurredAt": {"from": 7, "width": 8}}}
        """;

    assertThat(idsOf("ann", mapping, " ann  20260301\n bob  20260301\n ann\n ann  20260302\n"))
        .containsExactly("f:0000001", "f:0000004");
  }
}
