package dev.laurel.examples.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader made of one text. */
record Reading(List<Transaction> accepted, List<RejectedRow> rejected, long read) {

  static Reading of(String mapping, String text) {
    return of(mapping, text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(String mapping, byte[] bytes) {
    return of(mapping, new ByteArrayInputStream(bytes), InputLimits.standard());
  }

  static Reading of(String mapping, InputStream in, InputLimits limits) {
    List<Transaction> accepted = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    try (TransactionReader reader =
        TransactionReader.of("t.csv", in, ColumnMapping.parse(mapping), limits)) {
      reader.forEach(row -> accepted.add(row.transaction()), rejected::add);
      return new Reading(accepted, rejected, reader.read());
    }
  }
}
