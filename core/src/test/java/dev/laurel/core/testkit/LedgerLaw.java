package dev.laurel.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.Activation;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.ledger.Portion;
import dev.laurel.core.ledger.RefusalCode;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.ledger.RestoredExpiry;
import dev.laurel.core.ledger.ReversalSource;
import dev.laurel.core.points.Points;
import dev.laurel.core.testkit.LedgerUnderTest.LotSight;
import dev.laurel.core.testkit.LedgerUnderTest.Sight;
import dev.laurel.core.testkit.LedgerUnderTest.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The laws of a ledger, each stated for any ledger behind the port, any policy and any history.
 *
 * <p>The ledger proper keeps them all; for each incident there is a broken twin that breaks the law
 * named by it. The letters are those of the invariants in the specification.
 */
public enum LedgerLaw {
  /** A1: what came in is what is there and what went out, at every step and whenever one looks. */
  POINTS_ARE_CONSERVED {
    @Override
    void check(Trial trial) {
      trial.afterEachStep((ledger, command) -> {
        for (Instant at : trial.looks(ledger)) {
          assertThat(ledger.see(at).totals().imbalance())
              .as("imbalance at %s", at)
              .isZero();
        }
      });
    }
  },
  /** A3: no total and no lot is ever below zero, and debt stays within its limit. */
  NOTHING_IS_NEGATIVE {
    @Override
    void check(Trial trial) {
      trial.afterEachStep((ledger, command) -> {
        Sight sight = ledger.see(ledger.clock());
        assertThat(sight.totals().smallest()).isNotNegative();
        assertThat(sight.lots().values())
            .allSatisfy(lot -> assertThat(Math.min(lot.remaining(), lot.held())).isNotNegative());
        if (trial.policy.remainder() instanceof Remainder.Debt debt) {
          assertThat(sight.totals().debt()).isLessThanOrEqualTo(debt.limit());
        }
      });
    }
  },
  /** A4: a lot never has more than it received. */
  LOTS_ARE_BOUNDED {
    @Override
    void check(Trial trial) {
      trial.afterEachStep((ledger, command) -> assertThat(
              ledger.see(ledger.clock()).lots().values())
          .allSatisfy(
              lot -> assertThat(lot.remaining() + lot.held()).isLessThanOrEqualTo(lot.granted())));
    }
  },
  /** A5: the balance is what the lots have. */
  THE_BALANCE_IS_THE_LOTS {
    @Override
    void check(Trial trial) {
      trial.afterEachStep((ledger, command) -> {
        for (Instant at : trial.looks(ledger)) {
          Sight sight = ledger.see(at);
          assertThat(sight.totals().available()).isEqualTo(remaining(sight, false));
          assertThat(sight.totals().pending()).isEqualTo(remaining(sight, true));
          assertThat(sight.totals().held())
              .isEqualTo(
                  sight.lots().values().stream().mapToLong(LotSight::held).sum());
        }
      });
    }
  },
  /** L7: available points and debt are never both above zero. */
  DEBT_IS_REPAID_FIRST {
    @Override
    void check(Trial trial) {
      trial.afterEachStep((ledger, command) -> {
        for (Instant at : trial.looks(ledger)) {
          Sight sight = ledger.see(at);
          assertThat(Math.min(sight.totals().available(), sight.totals().debt()))
              .isZero();
        }
      });
    }
  },
  /** A6: an accepted burn of p takes p, from distinct lots, something from each. */
  ALLOCATIONS_ARE_EXACT {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      long there = ledger.see(trial.now(ledger)).totals().available();
      long p = trial.upTo(there);
      if (ledger
          .submit(new LedgerCommand.Redeem(trial.stamp(ledger, "burn"), stars(p), ""))
          .isEmpty()) {
        List<Portion> parts = ledger.lastAllocation();
        assertThat(parts.stream().map(Portion::lot)).doesNotHaveDuplicates();
        assertThat(parts.stream().mapToLong(part -> part.points().units()).sum())
            .isEqualTo(p);
      }
    }
  },
  /** A8: lots of one expiry are drawn in one order, in whatever order they were listed. */
  TIES_ARE_BROKEN_BY_NAME {
    @Override
    void check(Trial trial) {
      List<String> names = new ArrayList<>(List.of("l-1", "l-2", "l-3", "l-4"));
      LedgerUnderTest listed = trial.earningLots(names);
      Collections.shuffle(names, new Random(trial.first));
      LedgerUnderTest shuffled = trial.earningLots(names);
      LedgerCommand burn = redeem("burn", LedgerHistories.START, 1 + trial.second % 40);
      assertThat(listed.submit(burn)).isEqualTo(shuffled.submit(burn)).isEmpty();
      assertThat(shuffled.lastAllocation()).isEqualTo(listed.lastAllocation());
    }
  },
  /** A9, A10: letting time act twice, or in two stretches, is letting it act once. */
  EXPIRY_COMPOSES {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      Instant soon = trial.now(ledger).plus(trial.gap());
      Instant later = soon.plus(trial.gap());
      LedgerUnderTest swept = ledger.fork();
      boolean open = swept
          .submit(new LedgerCommand.Expire(LedgerHistories.stamp("sweep-1", soon)))
          .isEmpty();
      if (open) {
        assertThat(swept.see(soon)).isEqualTo(ledger.see(soon));
        assertThat(swept.see(later)).isEqualTo(ledger.see(later));
        assertThat(swept.submit(new LedgerCommand.Expire(LedgerHistories.stamp("sweep-2", soon))))
            .isEmpty();
        assertThat(swept.see(soon)).isEqualTo(ledger.see(soon));
      }
    }
  },
  /** A11: sweeping after every command is never sweeping. */
  LAZY_EXPIRY_IS_EAGER_EXPIRY {
    @Override
    void check(Trial trial) {
      LedgerUnderTest lazy = trial.fresh();
      LedgerUnderTest eager = trial.fresh();
      for (LedgerCommand command : trial.history) {
        if (command.occurredAt().isBefore(eager.clock())) {
          // Looking moves the clock, against which a late command is judged.
          continue;
        }
        Instant at =
            command.occurredAt().isAfter(eager.clock()) ? command.occurredAt() : eager.clock();
        eager.submit(new LedgerCommand.Expire(LedgerHistories.stamp("sweep-" + command.id(), at)));
        assertThat(lazy.submit(command)).isEqualTo(eager.submit(command));
        assertThat(lazy.see(at)).isEqualTo(eager.see(at));
      }
    }
  },
  /** A12: a lot can be spent just before its expiry and not at it. */
  EXPIRY_IS_HALF_OPEN {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.fresh();
      LotExpiry.At expiry = (LotExpiry.At) LotExpiry.through(
          LedgerHistories.CALENDAR.dateOf(LedgerHistories.START).plusDays(trial.first),
          LedgerHistories.CALENDAR);
      trial.earn(ledger, LedgerHistories.START, 50, expiry);
      Instant before = expiry.instant().minusNanos(1_000);
      assertThat(ledger.see(before).totals().available()).isEqualTo(50);
      assertThat(ledger.see(expiry.instant()).totals().available()).isZero();
      LedgerUnderTest other = ledger.fork();
      assertThat(other.submit(redeem("just-before", before, 50))).isEmpty();
      assertThat(ledger.submit(redeem("at-expiry", expiry.instant(), 50)))
          .contains(RefusalCode.INSUFFICIENT_POINTS);
    }
  },
  /** A13: time alone never brings points back. */
  TIME_BRINGS_NOTHING_BACK {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      long before = Long.MAX_VALUE;
      for (Instant at : trial.looks(ledger)) {
        Sight sight = ledger.see(at);
        long there = sight.totals().available()
            + sight.totals().pending()
            + sight.totals().held();
        assertThat(there).isLessThanOrEqualTo(before);
        before = there;
      }
    }
  },
  /** A16: a refused command leaves no trace. */
  REFUSALS_LEAVE_NO_TRACE {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.fresh();
      for (LedgerCommand command : trial.history) {
        LedgerUnderTest before = ledger.fork();
        if (ledger.submit(command).isPresent()) {
          assertThat(ledger.clock()).isEqualTo(before.clock());
          assertThat(ledger.see(before.clock())).isEqualTo(before.see(before.clock()));
        }
      }
      LedgerUnderTest before = ledger.fork();
      long all = ledger.see(trial.now(ledger)).totals().available();
      assertThat(ledger.submit(redeem("too-much", trial.now(ledger), all + 1))).isPresent();
      assertThat(ledger.see(trial.now(before))).isEqualTo(before.see(trial.now(before)));
    }
  },
  /** Row 44: one activity earns once, under whatever command. */
  A_SOURCE_EARNS_ONCE {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      if (trial.earn(ledger, trial.now(ledger), 30, LotExpiry.never())) {
        LedgerCommand again = new LedgerCommand.Accrue(
            trial.stamp(ledger, "earn-again"), Trial.SOURCE, ActivityKind.PURCHASE, List.of());
        assertThat(ledger.submit(again)).contains(RefusalCode.SOURCE_ALREADY_USED);
      }
    }
  },
  /** B1: a hold moves points from available to held and nothing else. */
  A_HOLD_MOVES_POINTS {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      Sight before = ledger.see(trial.now(ledger));
      long p = trial.upTo(before.totals().available());
      if (trial.hold(ledger, p).isEmpty()) {
        Sight after = ledger.see(ledger.clock());
        assertThat(after.totals().available()).isEqualTo(before.totals().available() - p);
        assertThat(after.totals().available() + after.totals().held())
            .isEqualTo(before.totals().available() + before.totals().held());
      }
    }
  },
  /** B2: a hold ends once. */
  A_HOLD_ENDS_ONCE {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      long p = trial.upTo(ledger.see(trial.now(ledger)).totals().available());
      if (trial.hold(ledger, p).isEmpty()) {
        LedgerUnderTest released = ledger.fork();
        assertThat(ledger.submit(trial.capture(ledger, "capture", p))).isEmpty();
        assertThat(ledger.submit(trial.capture(ledger, "capture-2", p)))
            .contains(RefusalCode.HOLD_ALREADY_CAPTURED);
        assertThat(ledger.submit(trial.release(ledger, "release")))
            .contains(RefusalCode.HOLD_ALREADY_CAPTURED);
        assertThat(released.submit(trial.release(released, "release"))).isEmpty();
        assertThat(released.submit(trial.capture(released, "capture", p)))
            .contains(RefusalCode.HOLD_ALREADY_VOIDED);
      }
    }
  },
  /** B3: a partial capture spends its part and returns the rest; more than held is refused. */
  A_PARTIAL_CAPTURE_RETURNS_THE_REST {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      Sight before = ledger.see(trial.now(ledger));
      long p = trial.upTo(before.totals().available());
      if (trial.hold(ledger, p).isEmpty()) {
        assertThat(ledger.submit(trial.capture(ledger, "too-much", p + 1)))
            .contains(RefusalCode.HOLD_EXCEEDED);
        long part = 1 + (p - 1) / 2;
        assertThat(ledger.submit(trial.capture(ledger, "capture", part))).isEmpty();
        Sight after = ledger.see(ledger.clock());
        assertThat(after.totals().redeemed()).isEqualTo(before.totals().redeemed() + part);
        assertThat(after.totals().available()).isEqualTo(before.totals().available() - part);
      }
    }
  },
  /** B4: holding and giving up changes nothing. */
  HOLD_AND_RELEASE_IS_NOTHING {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      Sight before = ledger.see(trial.now(ledger));
      if (trial.hold(ledger, trial.upTo(before.totals().available())).isEmpty()) {
        assertThat(ledger.submit(trial.release(ledger, "release"))).isEmpty();
        assertThat(ledger.see(ledger.clock())).isEqualTo(before);
      }
    }
  },
  /** B5: holding and capturing is redeeming. */
  HOLD_AND_CAPTURE_IS_REDEEMING {
    @Override
    void check(Trial trial) {
      LedgerUnderTest held = trial.end();
      LedgerUnderTest direct = held.fork();
      long p = trial.upTo(held.see(trial.now(held)).totals().available());
      if (trial.hold(held, p).isEmpty()) {
        assertThat(held.submit(trial.capture(held, "capture", p))).isEmpty();
        assertThat(direct.submit(redeem("direct", trial.now(direct), p))).isEmpty();
        assertThat(held.see(held.clock())).isEqualTo(direct.see(direct.clock()));
      }
    }
  },
  /** B6: a hold that times out gives its points back, or to expiry, but never loses them. */
  A_TIMED_OUT_HOLD_RETURNS_ITS_POINTS {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.fresh();
      trial.earn(ledger, LedgerHistories.START, 50, LotExpiry.never());
      trial.hold(ledger, 30);
      Instant end = ledger.clock().plus(Trial.HOLD);
      assertThat(ledger.see(end.minusNanos(1_000)).totals().available()).isEqualTo(20);
      assertThat(ledger.see(end).totals().available()).isEqualTo(50);
      assertThat(ledger.submit(redeem("all", end, 50))).isEmpty();
    }
  },
  /** B7: holds together never set aside more than there was. */
  HOLDS_DO_NOT_OVERLAP {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.fresh();
      trial.earn(ledger, LedgerHistories.START, 50, LotExpiry.never());
      long promised = 0;
      for (int i = 0; i < 4; i++) {
        long units = 1 + (trial.first + (long) i * trial.second) % 30;
        LedgerCommand hold = new LedgerCommand.Hold(
            trial.stamp(ledger, "hold-" + i), stars(units), trial.now(ledger).plus(Trial.HOLD));
        promised += ledger.submit(hold).isEmpty() ? units : 0;
      }
      Terms totals = ledger.see(ledger.clock()).totals();
      assertThat(promised).isLessThanOrEqualTo(50).isEqualTo(totals.held());
      assertThat(totals.available()).isEqualTo(50 - promised);
    }
  },
  /** C1: spending and taking it all back changes nothing. */
  REFUND_UNDOES_A_REDEMPTION {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      Sight before = ledger.see(trial.now(ledger));
      long p = trial.upTo(before.totals().available());
      if (ledger.submit(redeem("burn", trial.now(ledger), p)).isEmpty()) {
        assertThat(ledger.submit(trial.refund(ledger, "refund", Optional.empty())))
            .isEmpty();
        assertThat(ledger.see(ledger.clock())).isEqualTo(before);
        assertThat(ledger.submit(trial.refund(ledger, "refund-2", Optional.empty())))
            .contains(RefusalCode.ALREADY_REVERSED);
      }
    }
  },
  /** C2: taking back x and then y is taking back x + y. */
  REFUNDS_ADD_UP {
    @Override
    void check(Trial trial) {
      LedgerUnderTest split = trial.end();
      long p = trial.upTo(split.see(trial.now(split)).totals().available());
      if (p >= 2 && split.submit(redeem("burn", trial.now(split), p)).isEmpty()) {
        LedgerUnderTest whole = split.fork();
        long x = 1 + trial.second % (p - 1);
        long y = p - x;
        assertThat(split.submit(trial.refund(split, "refund-x", Optional.of(x))))
            .isEmpty();
        assertThat(split.submit(trial.refund(split, "refund-y", Optional.of(y))))
            .isEmpty();
        assertThat(whole.submit(trial.refund(whole, "refund", Optional.of(p)))).isEmpty();
        assertThat(split.see(split.clock())).isEqualTo(whole.see(whole.clock()));
      }
    }
  },
  /** C3: a part taken back is as if less had been spent. */
  A_PARTIAL_REFUND_IS_A_SMALLER_REDEMPTION {
    @Override
    void check(Trial trial) {
      LedgerUnderTest refunded = trial.end();
      LedgerUnderTest smaller = refunded.fork();
      long p = trial.upTo(refunded.see(trial.now(refunded)).totals().available());
      if (p >= 2 && refunded.submit(redeem("burn", trial.now(refunded), p)).isEmpty()) {
        long x = 1 + trial.second % (p - 1);
        assertThat(refunded.submit(trial.refund(refunded, "refund", Optional.of(x))))
            .isEmpty();
        assertThat(smaller.submit(redeem("smaller", trial.now(smaller), p - x))).isEmpty();
        assertThat(refunded.see(refunded.clock())).isEqualTo(smaller.see(smaller.clock()));
      }
    }
  },
  /** C4: no sequence of refunds gives back more than was spent. */
  REFUNDS_ARE_BOUNDED {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      long p = trial.upTo(ledger.see(trial.now(ledger)).totals().available());
      if (p > 0 && ledger.submit(redeem("burn", trial.now(ledger), p)).isEmpty()) {
        assertThat(ledger.submit(trial.refund(ledger, "refund-1", Optional.of(p))))
            .isEmpty();
        assertThat(ledger.submit(trial.refund(ledger, "refund-2", Optional.of(1L))))
            .contains(RefusalCode.REFUND_EXCEEDS_ORIGINAL);
      }
    }
  },
  /** C9: taking something back earns nothing and charges nothing. */
  TAKING_BACK_NEVER_EARNS_OR_CHARGES {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      if (!trial.earn(ledger, trial.now(ledger), 40, LotExpiry.never())) {
        return;
      }
      Terms before = ledger.see(trial.now(ledger)).totals();
      ledger.submit(new LedgerCommand.ReverseAccrual(
          trial.stamp(ledger, "return"), Trial.SOURCE, stars(trial.first % 40)));
      Terms after = ledger.see(trial.now(ledger)).totals();
      assertThat(after.accrued()).isEqualTo(before.accrued());
      assertThat(after.redeemed()).isEqualTo(before.redeemed());
      assertThat(after.available()).isLessThanOrEqualTo(before.available());
    }
  },
  /**
   * C10: what was taken back is not taken back in its turn; it is spent again, which restores the
   * balances there were. From which lots may differ, since spending moves the date of inactivity.
   */
  A_REVERSAL_IS_FINAL {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      long p = trial.upTo(ledger.see(trial.now(ledger)).totals().available());
      if (ledger.submit(redeem("burn", trial.now(ledger), p)).isEmpty()) {
        Terms spent = ledger.see(ledger.clock()).totals();
        assertThat(ledger.submit(trial.refund(ledger, "refund", Optional.empty())))
            .isEmpty();
        LedgerCommand again = new LedgerCommand.ReverseRedemption(
            trial.stamp(ledger, "refund-of-refund"), CommandId.of("refund"), Optional.empty());
        assertThat(ledger.submit(again)).contains(RefusalCode.NOT_REFUNDABLE);
        assertThat(ledger.submit(redeem("burn-again", trial.now(ledger), p))).isEmpty();
        assertThat(ledger.see(ledger.clock()).totals()).isEqualTo(spent);
      }
    }
  },
  /** C5, C14: buying and returning changes no balance, however often. */
  RETURN_UNDOES_A_PURCHASE {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.end();
      Sight before = ledger.see(trial.now(ledger));
      Instant at = trial.now(ledger);
      if (trial.earn(ledger, at, 40, LotExpiry.never())) {
        // Without a debt limit in the way, and with the lots that the policy lets it take from.
        Optional<RefusalCode> refusal = ledger.submit(new LedgerCommand.ReverseAccrual(
            trial.stamp(ledger, "return"), Trial.SOURCE, stars(0)));
        boolean reaches = trial.policy.reversalSource() != ReversalSource.OWN_PENDING;
        if (refusal.isEmpty() && reaches) {
          assertThat(ledger.see(ledger.clock()).balance()).isEqualTo(before.balance());
        }
      }
    }
  },
  /** C6: however a return is split, what is kept is what the rest still earns. */
  RETURNS_DO_NOT_LEAK {
    @Override
    void check(Trial trial) {
      LedgerUnderTest ledger = trial.fresh();
      trial.earn(ledger, LedgerHistories.START, 100, LotExpiry.never());
      if (trial.policy.reversalSource() == ReversalSource.OWN_PENDING) {
        return;
      }
      for (long entitled : new long[] {100 - trial.first % 30, 60 - trial.second % 30, 0}) {
        CommandStamp stamp = trial.stamp(ledger, "return-" + entitled);
        assertThat(ledger.submit(
                new LedgerCommand.ReverseAccrual(stamp, Trial.SOURCE, stars(entitled))))
            .isEmpty();
        assertThat(ledger.see(ledger.clock()).totals().available()).isEqualTo(entitled);
      }
    }
  },
  /** C7: spent points that are taken back are owed, and the next points repay them. */
  SPENT_POINTS_ARE_OWED {
    @Override
    void check(Trial trial) {
      if (!(trial.policy.remainder() instanceof Remainder.Debt debt)
          || debt.limit() < 60
          || trial.policy.reversalSource() != ReversalSource.ANY_LOT) {
        return;
      }
      LedgerUnderTest ledger = trial.fresh();
      trial.earn(ledger, LedgerHistories.START, 60, LotExpiry.never());
      long spent = 1L + trial.first % 60;
      assertThat(ledger.submit(redeem("burn", ledger.clock(), spent))).isEmpty();
      assertThat(ledger.submit(new LedgerCommand.ReverseAccrual(
              trial.stamp(ledger, "return"), Trial.SOURCE, stars(0))))
          .isEmpty();
      assertThat(ledger.see(ledger.clock()).totals().debt()).isEqualTo(spent);
      LedgerCommand next = new LedgerCommand.Accrue(
          trial.stamp(ledger, "next"),
          ActivityId.of("a-next"),
          ActivityKind.PURCHASE,
          List.of(grant("next", 100)));
      assertThat(ledger.submit(next)).isEmpty();
      assertThat(ledger.see(ledger.clock()).totals().debt()).isZero();
      assertThat(ledger.see(ledger.clock()).totals().available()).isEqualTo(100 - spent);
      assertThat(ledger.see(ledger.clock()).totals().accrued()).isEqualTo(160);
    }
  },
  /**
   * C8: points taken back after their lot's expiry are expired, unless the policy gives them
   * another date.
   */
  A_LATE_REFUND_REVIVES_NOTHING {
    @Override
    void check(Trial trial) {
      if (!(trial.policy.restoredExpiry() instanceof RestoredExpiry.Original)) {
        return;
      }
      LedgerUnderTest ledger = trial.fresh();
      LotExpiry.At expiry = (LotExpiry.At) LotExpiry.through(
          LedgerHistories.CALENDAR.dateOf(LedgerHistories.START).plusDays(5),
          LedgerHistories.CALENDAR);
      trial.earn(ledger, LedgerHistories.START, 50, expiry);
      assertThat(ledger.submit(redeem("burn", ledger.clock(), 30))).isEmpty();
      Instant late = expiry.instant().plus(Duration.ofHours(trial.second % 48));
      LedgerCommand refund = new LedgerCommand.ReverseRedemption(
          LedgerHistories.stamp("refund", late), CommandId.of("burn"), Optional.empty());
      assertThat(ledger.submit(refund)).isEmpty();
      assertThat(ledger.see(late).totals().available()).isZero();
      assertThat(ledger.see(late).totals().expired()).isEqualTo(50);
    }
  };

  /** Fails if the law does not hold in this trial. */
  abstract void check(Trial trial);

  /** Fails if the law does not hold for the ledger, a history and two numbers from 0 to 1,000. */
  public final void check(
      LedgerUnderTest fresh,
      LedgerPolicy policy,
      List<LedgerCommand> history,
      int first,
      int second) {
    check(new Trial(fresh, policy, history, first, second));
  }

  private static long remaining(Sight sight, boolean pending) {
    return sight.lots().values().stream()
        .filter(lot -> lot.pending() == pending)
        .mapToLong(LotSight::remaining)
        .sum();
  }

  private static Points stars(long units) {
    return LedgerHistories.stars(units);
  }

  private static LedgerCommand redeem(String id, Instant at, long units) {
    return new LedgerCommand.Redeem(LedgerHistories.stamp(id, at), stars(units), "");
  }

  private static LotGrant grant(String lot, long units) {
    return new LotGrant(
        LotId.of(lot), stars(units), RuleId.of("base"), Activation.immediate(), LotExpiry.never());
  }

  /** One ledger, one history and two numbers to make choices from. */
  static final class Trial {
    static final ActivityId SOURCE = ActivityId.of("a-trial");
    static final Duration HOLD = Duration.ofDays(3);

    final LedgerPolicy policy;
    final List<LedgerCommand> history;
    final int first;
    final int second;
    private final LedgerUnderTest fresh;

    Trial(
        LedgerUnderTest fresh,
        LedgerPolicy policy,
        List<LedgerCommand> history,
        int first,
        int second) {
      this.fresh = fresh;
      this.policy = policy;
      this.history = history;
      this.first = first;
      this.second = second;
    }

    LedgerUnderTest fresh() {
      return fresh.fork();
    }

    /** The ledger after the whole history. */
    LedgerUnderTest end() {
      LedgerUnderTest ledger = fresh();
      history.forEach(ledger::submit);
      return ledger;
    }

    interface Step {
      void look(LedgerUnderTest ledger, LedgerCommand command);
    }

    void afterEachStep(Step step) {
      LedgerUnderTest ledger = fresh();
      for (LedgerCommand command : history) {
        ledger.submit(command);
        step.look(ledger, command);
      }
    }

    /** Some instants from the ledger's present on. */
    List<Instant> looks(LedgerUnderTest ledger) {
      List<Instant> looks = new ArrayList<>(List.of(now(ledger)));
      for (int days : new int[] {1, 14, 100, 500, 4_000}) {
        looks.add(now(ledger).plus(Duration.ofDays(days)));
      }
      return looks;
    }

    Instant now(LedgerUnderTest ledger) {
      return ledger.clock().isBefore(LedgerHistories.START)
          ? LedgerHistories.START
          : ledger.clock();
    }

    Duration gap() {
      return Duration.ofHours(1 + first * 17L);
    }

    long upTo(long most) {
      return most == 0 ? 1 : 1 + first % most;
    }

    CommandStamp stamp(LedgerUnderTest ledger, String id) {
      return LedgerHistories.stamp(id, now(ledger));
    }

    /** A ledger with a lot of ten points for each name, all of one expiry, listed in this order. */
    LedgerUnderTest earningLots(List<String> names) {
      LedgerUnderTest ledger = fresh();
      LotExpiry expiry = LotExpiry.through(
          LedgerHistories.CALENDAR.dateOf(LedgerHistories.START).plusYears(1),
          LedgerHistories.CALENDAR);
      List<LotGrant> grants = names.stream()
          .map(name -> LotGrant.of(LotId.of(name), stars(10), RuleId.of("base"), expiry))
          .toList();
      assertThat(ledger.submit(new LedgerCommand.Accrue(
              LedgerHistories.stamp("earn", LedgerHistories.START),
              SOURCE,
              ActivityKind.PURCHASE,
              grants)))
          .isEmpty();
      return ledger;
    }

    boolean earn(LedgerUnderTest ledger, Instant at, long units, LotExpiry expiry) {
      LotGrant grant = new LotGrant(
          LotId.of("trial"), stars(units), RuleId.of("base"), Activation.immediate(), expiry);
      return ledger
          .submit(new LedgerCommand.Accrue(
              LedgerHistories.stamp("earn", at), SOURCE, ActivityKind.PURCHASE, List.of(grant)))
          .isEmpty();
    }

    Optional<RefusalCode> hold(LedgerUnderTest ledger, long units) {
      return ledger.submit(new LedgerCommand.Hold(
          stamp(ledger, "hold"), stars(units), now(ledger).plus(HOLD)));
    }

    LedgerCommand capture(LedgerUnderTest ledger, String id, long units) {
      return new LedgerCommand.Capture(stamp(ledger, id), CommandId.of("hold"), stars(units), "");
    }

    LedgerCommand release(LedgerUnderTest ledger, String id) {
      return new LedgerCommand.Release(stamp(ledger, id), CommandId.of("hold"));
    }

    LedgerCommand refund(LedgerUnderTest ledger, String id, Optional<Long> units) {
      return new LedgerCommand.ReverseRedemption(
          stamp(ledger, id), CommandId.of("burn"), units.map(LedgerLaw::stars));
    }
  }
}
