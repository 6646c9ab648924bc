package dev.laurel.benchmarks.ledger;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.PackedAccount;
import dev.laurel.core.ledger.PackedLedger;
import dev.laurel.core.ledger.PointsAccount;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The bytes that an account with 24 open lots keeps in memory, as the growth of the heap by many of
 * them, and in its byte form.
 */
public final class AccountSize {
  private static final int LOTS = 24;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 31);
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private AccountSize() {}

  /** Measures and prints. */
  public static void main(String... args) {
    System.out.println(String.format(
        Locale.ROOT,
        "packed %d bytes, as bytes %d, readable %d bytes",
        perAccount(200_000, i -> packed()),
        packed().toBytes().length,
        perAccount(20_000, AccountSize::readable)));
  }

  static long perAccount(int accounts, IntFunction<Object> making) {
    Object[] kept = new Object[accounts];
    long before = used();
    for (int i = 0; i < accounts; i++) {
      kept[i] = making.apply(i);
    }
    long grown = used() - before;
    if (kept[accounts - 1] == null) {
      throw new IllegalStateException("accounts must be kept until they are measured");
    }
    return grown / accounts;
  }

  static PackedAccount packed() {
    PackedLedger ledger = PackedLedger.of(PackedFold.POLICY);
    PackedAccount account = PackedAccount.open();
    int today = (int) LocalDate.of(2026, 1, 1).toEpochDay();
    for (int i = 0; i < LOTS; i++) {
      ledger.accrue(account, today, (int) FIRST_DAY.plusMonths(i).toEpochDay(), 100);
    }
    return account;
  }

  private static PointsAccount readable(int number) {
    Ledger ledger = Ledger.of(PackedFold.POLICY);
    MemberId member = new MemberId("member-" + number);
    PointsAccount account = ledger.open(member, ReadableFold.STARS);
    for (int i = 0; i < LOTS; i++) {
      CommandStamp stamp = CommandStamp.of(CommandId.of("c-" + number + "-" + i), member, AT);
      account = ledger
          .decide(
              account,
              ReadableFold.accrual(
                  stamp,
                  "a-" + number + "-" + i,
                  ReadableFold.STARS.points(100),
                  FIRST_DAY.plusMonths(i)))
          .account();
    }
    return account;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      ManagementFactory.getMemoryMXBean().gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
