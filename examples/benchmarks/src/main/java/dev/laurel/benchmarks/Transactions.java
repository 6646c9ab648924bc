package dev.laurel.benchmarks;

import dev.laurel.benchmarks.Transaction.Category;
import dev.laurel.benchmarks.Transaction.Channel;
import dev.laurel.benchmarks.Transaction.Partner;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/** The purchases of a year, the same ones for the same seed. */
final class Transactions {
  /** The zone in which weekday and minute are told. */
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final Instant START = Instant.parse("2025-12-31T23:00:00Z");
  private static final int MINUTES = (int) Duration.ofDays(365).toMinutes();
  private static final int[] STATUS_PERCENT = {100, 100, 100, 125, 125, 150, 200};

  private Transactions() {}

  static Transaction[] random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Transaction[] transactions = new Transaction[count];
    for (int i = 0; i < count; i++) {
      transactions[i] = random(random);
    }
    return transactions;
  }

  private static Transaction random(SplittableRandom random) {
    Instant occurredAt = START.plusSeconds(60L * random.nextInt(MINUTES));
    ZonedDateTime local = occurredAt.atZone(ZONE);
    int quantity = 1 + random.nextInt(5);
    // Mostly small, a few large: the cap is reached now and then.
    long unitPrice = 50L + random.nextInt(1 + random.nextInt(20_000));
    return new Transaction(
        occurredAt,
        Math.multiplyExact(unitPrice, quantity),
        quantity,
        any(Category.values(), random),
        any(Channel.values(), random),
        any(Partner.values(), random),
        local.getDayOfWeek().getValue(),
        local.getHour() * 60 + local.getMinute(),
        STATUS_PERCENT[random.nextInt(STATUS_PERCENT.length)],
        random.nextInt(20) == 0);
  }

  private static <T> T any(T[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }
}
