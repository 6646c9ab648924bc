package dev.laurel.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Purchase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The real purchases of CDNOW, where they are at hand beside the repository.
 *
 * <p>The figures come from {@code awk '{sum += $5 * 100; n++; m[$1]} END {printf "%d %d %.0f\n", n,
 * length(m), sum}'}, which prints 6919 2357 24409194.
 */
class CdnowReadingTest {

  @Test
  void allPurchasesAreRead() throws Exception {
    Path file = Path.of("..", "..", "shared", "data", "cdnow_transactions.txt");
    Assumptions.assumeTrue(Files.exists(file), "CDNOW data is not at hand: ../shared/data");
    ColumnMapping mapping = ColumnMapping.parse(new String(
        CdnowReadingTest.class
            .getResourceAsStream("/dev/laurel/examples/cdnow.mapping.json")
            .readAllBytes(),
        java.nio.charset.StandardCharsets.UTF_8));
    long[] cents = new long[1];
    Set<Object> members = new HashSet<>();

    try (TransactionReader reader = TransactionReader.open(file, mapping)) {
      reader.forEach(
          accepted -> {
            Transaction transaction = accepted.transaction();
            members.add(transaction.member());
            Purchase purchase = (Purchase) ((Transaction.Done) transaction).activity();
            cents[0] += purchase.total().minor();
          },
          row -> {
            throw new AssertionError(row);
          });

      assertThat(reader.read()).isEqualTo(6_919);
      assertThat(reader.accepted()).isEqualTo(6_919);
    }
    assertThat(members).hasSize(2_357);
    assertThat(cents[0]).isEqualTo(24_409_194);
  }
}
