package dev.laurel.core.testkit;

import dev.laurel.core.identity.LotId;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.Portion;
import dev.laurel.core.ledger.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.LongStream;

/**
 * One member's account as the laws see it: it takes commands and shows what is there.
 *
 * <p>The ledger proper stands behind it, or the naive model, or a twin that is broken on purpose.
 */
public interface LedgerUnderTest {
  /** Carries a command out, or says why not; a refused command changes nothing. */
  Optional<RefusalCode> submit(LedgerCommand command);

  /** What is there at an instant, which is not before the last command. */
  Sight see(Instant asOf);

  /** The latest business instant that a command was accepted for. */
  Instant clock();

  /** What the lots gave for the last accepted redemption, hold or transfer. */
  List<Portion> lastAllocation();

  /** The same account, to go another way from here. */
  LedgerUnderTest fork();

  /**
   * What is there.
   *
   * @param totals the totals
   * @param lots the open lots by name
   */
  record Sight(Terms totals, SortedMap<LotId, LotSight> lots) {
    /** Available points, or debt as a negative number. */
    public long balance() {
      return totals.available() - totals.debt();
    }
  }

  /** The terms of the identity of decision 13, which a broken ledger may break. */
  record Terms(
      long accrued,
      long transferredIn,
      long reinstated,
      long adjustedUp,
      long available,
      long pending,
      long held,
      long redeemed,
      long expired,
      long reversed,
      long forfeited,
      long transferredOut,
      long adjustedDown,
      long debt) {
    static Terms of(AccountTotals totals) {
      return new Terms(
          totals.accrued(),
          totals.transferredIn(),
          totals.reinstated(),
          totals.adjustedUp(),
          totals.available(),
          totals.pending(),
          totals.held(),
          totals.redeemed(),
          totals.expired(),
          totals.reversed(),
          totals.forfeited(),
          totals.transferredOut(),
          totals.adjustedDown(),
          totals.debt());
    }

    /** What came in less where it is and where it went; zero in a ledger that keeps its books. */
    public long imbalance() {
      return accrued
          + transferredIn
          + reinstated
          + adjustedUp
          + debt
          - (available
              + pending
              + held
              + redeemed
              + expired
              + reversed
              + forfeited
              + transferredOut
              + adjustedDown);
    }

    /** The smallest term. */
    public long smallest() {
      return LongStream.of(
              accrued,
              transferredIn,
              reinstated,
              adjustedUp,
              available,
              pending,
              held,
              redeemed,
              expired,
              reversed,
              forfeited,
              transferredOut,
              adjustedDown,
              debt)
          .min()
          .orElseThrow();
    }
  }

  /**
   * One open lot.
   *
   * @param granted its size
   * @param remaining what is left
   * @param held what is set aside
   * @param pending whether it is not usable yet
   */
  record LotSight(long granted, long remaining, long held, boolean pending) {}
}
