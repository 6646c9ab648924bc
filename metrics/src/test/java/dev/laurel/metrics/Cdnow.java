package dev.laurel.metrics;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.metrics.customer.PurchaseConvention;
import dev.laurel.metrics.customer.PurchaseDays;
import dev.laurel.metrics.customer.PurchaseHistories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The purchases of the CDNOW sample, where they are at hand beside the repository: 2,357 customers,
 * first 39 weeks for calibration. Tests that ask for them are skipped, visibly, where they are not.
 *
 * <p>Source: P. Fader and B. Hardie's teaching data, brucehardie.com.
 */
public final class Cdnow {
  /** The last day of calibration. */
  public static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);

  private static final Path FILE = Path.of("..", "..", "shared", "data", "cdnow_transactions.txt");

  private Cdnow() {}

  /** All purchases, or a skipped test. */
  public static PurchaseDays purchases() {
    Assumptions.assumeTrue(Files.exists(FILE), "CDNOW data is not at hand: ../shared/data");
    PurchaseDays purchases = PurchaseDays.in("USD");
    for (String line : lines()) {
      String[] fields = line.trim().split(" +", 5);
      purchases.add(
          MemberId.of(fields[0]),
          LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE),
          ExactMoney.parse("USD " + fields[4]));
    }
    return purchases;
  }

  /** The histories as published: weeks and money of two decimals. */
  public static PurchaseHistories published() {
    return purchases().histories(PurchaseConvention.published(CALIBRATION_END));
  }

  /** The histories in exact weeks. */
  public static PurchaseHistories dayExact() {
    return purchases().histories(PurchaseConvention.dayExact(CALIBRATION_END, 7));
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILE, StandardCharsets.US_ASCII);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }
}
