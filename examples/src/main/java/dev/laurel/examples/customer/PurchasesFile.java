package dev.laurel.examples.customer;

import com.google.common.io.Resources;
import dev.laurel.core.activity.Purchase;
import dev.laurel.examples.intake.AcceptedRow;
import dev.laurel.examples.intake.ColumnMapping;
import dev.laurel.examples.intake.InputFailure;
import dev.laurel.examples.intake.Transaction;
import dev.laurel.examples.intake.TransactionReader;
import dev.laurel.metrics.customer.PurchaseDays;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The purchases of a file of transactions, and what else there was in it. */
final class PurchasesFile {
  private static final String FOLDER = "dev/laurel/examples/";

  private final ColumnMapping mapping;
  private @Nullable PurchaseDays days;
  private LocalDate last = LocalDate.MIN;
  private long read;
  private long rejected;
  private long others;

  private PurchasesFile(ColumnMapping mapping) {
    this.mapping = mapping;
  }

  /** The purchases of an invented shop. */
  static PurchasesFile invented() {
    PurchasesFile file = new PurchasesFile(mapping("cdnow"));
    PurchaseDays shop = InventedShop.standard().purchases();
    file.days = shop;
    file.last = InventedShop.LAST;
    return file;
  }

  /** The purchases of a file whose columns are named by an example or described in JSON. */
  static PurchasesFile of(Path transactions, String mapping) {
    PurchasesFile file = new PurchasesFile(mapping(mapping));
    try (TransactionReader reader = TransactionReader.open(transactions, file.mapping)) {
      return file.take(reader);
    }
  }

  /** The purchases; absent if there was none. */
  Optional<PurchaseDays> days() {
    return Optional.ofNullable(days);
  }

  /** The day of the last purchase. */
  LocalDate last() {
    return last;
  }

  /** Rows read. */
  long read() {
    return read;
  }

  /** Rows that could not be read, or are in another currency. */
  long rejected() {
    return rejected;
  }

  /** Rows that are no purchases. */
  long others() {
    return others;
  }

  private PurchasesFile take(TransactionReader reader) {
    reader.forEach(this::take, row -> rejected++);
    read = reader.read();
    return this;
  }

  private void take(AcceptedRow row) {
    if (row.transaction() instanceof Transaction.Done done
        && done.activity() instanceof Purchase purchase) {
      PurchaseDays known = days == null ? PurchaseDays.in(purchase.total().currency()) : days;
      days = known;
      if (!purchase.total().currency().equals(known.currency())) {
        rejected++;
        return;
      }
      LocalDate day = purchase.occurredAt().atZone(mapping.zone()).toLocalDate();
      known.add(purchase.member(), day, purchase.total());
      last = day.isAfter(last) ? day : last;
    } else {
      others++;
    }
  }

  private static ColumnMapping mapping(String nameOrFile) {
    URL url =
        PurchasesFile.class.getClassLoader().getResource(FOLDER + nameOrFile + ".mapping.json");
    try {
      return ColumnMapping.parse(
          url == null
              ? Files.readString(Path.of(nameOrFile))
              : Resources.toString(url, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw unreadable(nameOrFile);
    }
  }

  private static InputFailure unreadable(String name) {
    return new InputFailure(InputFailure.Code.INPUT_UNREADABLE, "file must be readable: " + name);
  }
}
