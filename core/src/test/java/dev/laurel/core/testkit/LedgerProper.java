package dev.laurel.core.testkit;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.ledger.Decision;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.ledger.Portion;
import dev.laurel.core.ledger.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ledger of the library behind the port of the laws. */
public final class LedgerProper implements LedgerUnderTest {
  private final Ledger ledger;
  private PointsAccount account;
  private List<Portion> lastAllocation = ImmutableList.of();
  private List<LedgerEntry> lastEntries = ImmutableList.of();

  private LedgerProper(Ledger ledger, PointsAccount account) {
    this.ledger = ledger;
    this.account = account;
  }

  /** An account under this policy to which nothing has happened. */
  public static LedgerProper of(LedgerPolicy policy) {
    return new LedgerProper(
        Ledger.of(policy), PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS));
  }

  /** The account as it is. */
  public PointsAccount account() {
    return account;
  }

  /** The ledger. */
  public Ledger ledger() {
    return ledger;
  }

  /** The entries of the last accepted command. */
  public List<LedgerEntry> lastEntries() {
    return lastEntries;
  }

  @Override
  public Optional<RefusalCode> submit(LedgerCommand command) {
    Decision decision = ledger.decide(account, command);
    decision.accepted().ifPresent(this::keep);
    return decision.refusal().map(refusal -> refusal.code());
  }

  private void keep(Decision.Accepted accepted) {
    account = accepted.account();
    lastEntries = accepted.entries();
    for (LedgerEntry entry : accepted.entries()) {
      if (entry instanceof LedgerEntry.Redeemed redeemed) {
        lastAllocation = redeemed.taken();
      } else if (entry instanceof LedgerEntry.Held held) {
        lastAllocation = held.allocation();
      } else if (entry instanceof LedgerEntry.TransferredOut out) {
        lastAllocation = out.taken();
      }
    }
  }

  @Override
  public Sight see(Instant asOf) {
    PointsAccount then = ledger.settle(account, asOf).account();
    SortedMap<LotId, LotSight> lots = new TreeMap<>();
    for (Lot lot : then.snapshot().lots()) {
      lots.put(
          lot.id(),
          new LotSight(
              lot.granted().units(), lot.remaining().units(), lot.held().units(), lot.pending()));
    }
    return new Sight(Terms.of(then.totals()), lots);
  }

  @Override
  public Instant clock() {
    return account.clock();
  }

  @Override
  public List<Portion> lastAllocation() {
    return lastAllocation;
  }

  @Override
  public LedgerUnderTest fork() {
    LedgerProper fork = new LedgerProper(ledger, account);
    fork.lastAllocation = lastAllocation;
    fork.lastEntries = lastEntries;
    return fork;
  }
}
