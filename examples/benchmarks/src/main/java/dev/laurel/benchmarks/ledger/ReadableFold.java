package dev.laurel.benchmarks.ledger;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.Decision;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Laurel's readable ledger: decisions with entries, immutable accounts, memory for reversals. */
final class ReadableFold implements Contender {
  static final PointType STARS = PointType.redeemable("stars", "Stars");

  private static final Ledger LEDGER = Ledger.of(PackedFold.POLICY);
  private static final RuleId RULE = new RuleId("base");
  private static final ActivityKind PURCHASE = new ActivityKind("purchase");

  private final MemberId[] members;
  private final LedgerCommand[] commands;

  /** The commands are made beforehand, as the columns are for the others. */
  ReadableFold(Operations operations) {
    members = new MemberId[operations.accounts];
    for (int i = 0; i < members.length; i++) {
      members[i] = new MemberId("member-" + i);
    }
    commands = new LedgerCommand[operations.size()];
    for (int i = 0; i < commands.length; i++) {
      commands[i] = command(operations, i);
    }
  }

  private LedgerCommand command(Operations operations, int i) {
    LocalDate day = LocalDate.ofEpochDay(operations.day(i));
    Instant at = PackedFold.POLICY.calendar().startOf(day);
    CommandStamp stamp =
        CommandStamp.of(CommandId.of("c-" + i), members[operations.account(i)], at);
    Points points = STARS.points(operations.points(i));
    return switch (operations.kind(i)) {
      case EARN -> accrual(stamp, "a-" + i, points, day.plusDays(Operations.VALIDITY));
      case BURN -> new LedgerCommand.Redeem(stamp, points, "");
      case ASK -> new LedgerCommand.Expire(stamp);
    };
  }

  static LedgerCommand accrual(CommandStamp stamp, String name, Points points, LocalDate lastDay) {
    LotExpiry expiry = LotExpiry.through(lastDay, PackedFold.POLICY.calendar());
    LotGrant grant = LotGrant.of(LotId.of(name), points, RULE, expiry);
    return new LedgerCommand.Accrue(stamp, new ActivityId(name), PURCHASE, List.of(grant));
  }

  @Override
  public Outcome fold(Operations operations) {
    Map<MemberId, PointsAccount> accounts = new HashMap<>();
    long refused = 0;
    long asked = 0;
    for (LedgerCommand command : commands) {
      PointsAccount account =
          accounts.computeIfAbsent(command.member(), member -> LEDGER.open(member, STARS));
      if (command instanceof LedgerCommand.Expire) {
        asked += account.available(command.occurredAt()).units();
      } else {
        Decision decision = LEDGER.decide(account, command);
        if (decision.isAccepted()) {
          accounts.put(command.member(), decision.account());
        } else {
          refused++;
        }
      }
    }
    Instant end = PackedFold.POLICY.calendar().startOf(LocalDate.ofEpochDay(operations.end()));
    long balances = 0;
    for (PointsAccount account : accounts.values()) {
      balances += account.available(end).units();
    }
    return new Outcome(balances, asked < 0 ? -1 : refused);
  }
}
