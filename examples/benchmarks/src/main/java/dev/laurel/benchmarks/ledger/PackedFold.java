package dev.laurel.benchmarks.ledger;

import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.PackedAccount;
import dev.laurel.core.ledger.PackedBatch;
import dev.laurel.core.ledger.PackedLedger;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.time.ProgramCalendar;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Laurel's packed accounts, in the order of arrival or by partitions. */
final class PackedFold {
  static final LedgerPolicy POLICY = LedgerPolicy.builder()
      .calendar(ProgramCalendar.of(ZoneOffset.UTC))
      .remainder(Remainder.reject())
      .build();

  private static final PackedLedger LEDGER = PackedLedger.of(POLICY);

  private PackedFold() {}

  static Contender.Outcome inOrderOfArrival(Operations operations) {
    List<PackedAccount> accounts = open(operations.accounts);
    long refused = 0;
    long asked = 0;
    for (int i = 0; i < operations.size(); i++) {
      PackedAccount account = accounts.get(operations.account(i));
      int day = operations.day(i);
      switch (operations.kind(i)) {
        case EARN -> LEDGER.accrue(account, day, day + Operations.VALIDITY, operations.points(i));
        case BURN ->
          refused += LEDGER.redeem(account, day, operations.points(i)).isPresent() ? 1 : 0;
        case ASK -> asked += account.available(day);
      }
    }
    return outcome(operations, accounts, refused, asked);
  }

  static Contender.Outcome byPartitions(Operations operations) {
    List<PackedAccount> accounts = open(operations.accounts);
    long[] refused = new long[1];
    PackedBatch batch = PackedBatch.of(LEDGER, accounts, (command, account, code) -> refused[0]++);
    for (int i = 0; i < operations.size(); i++) {
      int day = operations.day(i);
      switch (operations.kind(i)) {
        case EARN ->
          batch.accrue(operations.account(i), day, day + Operations.VALIDITY, operations.points(i));
        case BURN -> batch.redeem(operations.account(i), day, operations.points(i));
        case ASK -> batch.expire(operations.account(i), day);
      }
    }
    batch.finish();
    return outcome(operations, accounts, refused[0], 0);
  }

  static List<PackedAccount> open(int count) {
    List<PackedAccount> accounts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      accounts.add(PackedAccount.open());
    }
    return accounts;
  }

  private static Contender.Outcome outcome(
      Operations operations, List<PackedAccount> accounts, long refused, long asked) {
    long balances = 0;
    for (PackedAccount account : accounts) {
      balances += account.available(operations.end());
    }
    // What was asked is never negative: this only keeps the answers from being optimised away.
    return new Contender.Outcome(balances, asked < 0 ? -1 : refused);
  }
}
