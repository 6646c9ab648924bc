package dev.laurel.examples.programs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.examples.intake.ColumnMapping;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.intake.Transaction;
import dev.laurel.examples.intake.TransactionReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DealerNetworkTest {

  private static String file(DealerNetwork network) throws IOException {
    StringWriter out = new StringWriter();
    network.write(out);
    return out.toString();
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    String first = file(new DealerNetwork(7, 200));

    assertThat(file(new DealerNetwork(7, 200))).isEqualTo(first);
    assertThat(file(new DealerNetwork(8, 200))).isNotEqualTo(first);
    // Written down once: another machine or JDK that draws otherwise is found here.
    assertThat(Hashing.sha256().hashString(first, UTF_8).toString()).startsWith("8a586fd0213d6e73");
  }

  @Test
  void theFileIsReadByItsMappingAndTheDozenBrokenRowsAreRejected() throws IOException {
    ColumnMapping mapping = ColumnMapping.parse(Resources.toString(
        Resources.getResource("dev/laurel/examples/dealer.mapping.json"), UTF_8));
    Map<String, Integer> kinds = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    List<RejectedRow> rejected = new ArrayList<>();
    byte[] bytes = file(DealerNetwork.standard()).getBytes(UTF_8);

    try (TransactionReader reader =
        TransactionReader.of("dealer", new ByteArrayInputStream(bytes), mapping)) {
      reader.forEach(
          row -> {
            Transaction transaction = row.transaction();
            ids.add(transaction.id());
            kinds.merge(kind(transaction), 1, Integer::sum);
          },
          rejected::add);
      assertThat(reader.read()).isEqualTo(reader.accepted() + 12);
      assertThat(ids).hasSize((int) reader.accepted());
    }

    assertThat(rejected)
        .extracting(RejectedRow::code)
        .containsExactly(
            FailureCode.DATE_INVALID,
            FailureCode.SCALE_EXCEEDED,
            FailureCode.REQUIRED,
            FailureCode.LINE_NEGATIVE,
            FailureCode.ROW_REJECTED,
            FailureCode.ROW_REJECTED,
            FailureCode.UNKNOWN_CURRENCY,
            FailureCode.TIME_FORMAT,
            FailureCode.QUANTITY_INVALID,
            FailureCode.NUMBER_FORMAT,
            FailureCode.TEXT_INVALID,
            FailureCode.RANGE);
    assertThat(kinds)
        .containsOnlyKeys(
            "member",
            "purchase",
            "redemption",
            "referral",
            "return",
            "review",
            "test-drive",
            "vehicle-event");
    assertThat(kinds.toString())
        .isEqualTo(
            "{member=2623, purchase=11258, redemption=926, referral=170, return=200, review=593,"
                + " test-drive=885, vehicle-event=15282}");
  }

  private static String kind(Transaction transaction) {
    if (transaction instanceof Transaction.Done done) {
      return done.activity().kind().value();
    }
    return transaction instanceof Transaction.Redeem ? "redemption" : "member";
  }
}
