package dev.laurel.core.json;

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
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.points.Points;
import dev.laurel.core.testkit.AnyValue;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The life of an account under forty commands of chance, step by step. */
final class SomeAccounts {
  private static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));

  static final Ledger LEDGER = Ledger.of(policy());

  /** What one accepted command brought. */
  record Step(List<LedgerEntry> entries, PointsAccount account) {}

  private SomeAccounts() {}

  private static LedgerPolicy policy() {
    LedgerPolicy.Builder policy = LedgerPolicy.builder();
    policy.calendar(CALENDAR).remainder(Remainder.debt(500));
    return policy.build();
  }

  static List<Step> of(long seed) {
    Random random = new Random(seed);
    PointsAccount account = LEDGER.open(MemberId.of("m-1"), AnyValue.STARS);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(List.of(), account));
    for (int i = 0; i < 40; i++) {
      Instant at = Instant.parse("2026-01-01T10:00:00Z").plusSeconds(i * 86_400L);
      Decision decision = LEDGER.decide(account, command(i, at, random));
      if (decision.accepted().isPresent()) {
        Decision.Accepted accepted = decision.accepted().get();
        account = accepted.account();
        steps.add(new Step(accepted.entries(), account));
      }
    }
    return steps;
  }

  private static LedgerCommand command(int i, Instant at, Random random) {
    CommandStamp stamp = CommandStamp.of(CommandId.of("c-" + i), MemberId.of("m-1"), at);
    CommandId earlier = CommandId.of("c-" + random.nextInt(i + 1));
    Points points = AnyValue.STARS.points(1 + random.nextInt(50));
    switch (random.nextInt(8)) {
      case 0:
        return new LedgerCommand.Redeem(stamp, points, "coffee \u2615");
      case 1:
        return new LedgerCommand.Hold(stamp, points, at.plusSeconds(200_000));
      case 2:
        return new LedgerCommand.Capture(stamp, earlier, points, "coffee");
      case 3:
        return new LedgerCommand.Release(stamp, earlier);
      case 4:
        return new LedgerCommand.ReverseRedemption(stamp, earlier, Optional.empty());
      case 5:
        return new LedgerCommand.ReverseAccrual(
            stamp, ActivityId.of("a-" + random.nextInt(i + 1)), AnyValue.STARS.zero());
      default:
        return new LedgerCommand.Accrue(
            stamp,
            ActivityId.of("a-" + i),
            ActivityKind.PURCHASE,
            List.of(LotGrant.of(
                LotId.of("l-" + i),
                points,
                RuleId.of("base"),
                LotExpiry.through(LocalDate.of(2026, 1, 20).plusDays(i), CALENDAR))));
    }
  }
}
