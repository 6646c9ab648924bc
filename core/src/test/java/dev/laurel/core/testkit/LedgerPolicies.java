package dev.laurel.core.testkit;

import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.ledger.BurnOrder;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.ledger.RestoredExpiry;
import dev.laurel.core.ledger.ReversalSource;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import java.time.Period;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies to hold laws against: the default, and any lawful combination. */
public final class LedgerPolicies {
  /** Activities that keep points alive in {@link #usual()}: earning, spending and test drives. */
  public static final Expiry.Inactivity INACTIVITY = new Expiry.Inactivity(
      Period.ofDays(400),
      ImmutableSortedSet.copyOf(
          Set.of(ActivityKind.PURCHASE, ActivityKind.REDEMPTION, ActivityKind.TEST_DRIVE)));

  private LedgerPolicies() {}

  /** The defaults, with debt of up to 500 points. */
  public static LedgerPolicy usual() {
    return builder().remainder(Remainder.debt(500)).build();
  }

  /** The defaults, with late commands taking their place. */
  public static LedgerPolicy replaying() {
    return builder()
        .remainder(Remainder.debt(100_000))
        .lateCommands(LateCommands.REPLAY)
        .build();
  }

  private static LedgerPolicy.Builder builder() {
    return LedgerPolicy.builder().calendar(LedgerHistories.CALENDAR).inactivity(INACTIVITY);
  }

  /** Any combination of choices, with a limit that histories reach now and then. */
  public static Arbitrary<LedgerPolicy> any() {
    return Combinators.combine(
            Arbitraries.of(BurnOrder.class),
            Arbitraries.of(ReversalSource.class),
            Arbitraries.of(
                Remainder.debt(60),
                Remainder.debt(10_000),
                Remainder.writeOff(),
                Remainder.reduceCashRefund(),
                Remainder.reject()),
            Arbitraries.of(
                RestoredExpiry.original(),
                RestoredExpiry.grace(Period.ofDays(30)),
                RestoredExpiry.fresh(
                    Expiry.afterRoundedUp(Period.ofMonths(6), CalendarPeriod.QUARTER))),
            Arbitraries.of(400L, 1_000_000L))
        .as((order, source, remainder, restored, limit) -> builder()
            .burnOrder(order)
            .reversalSource(source)
            .remainder(remainder)
            .restoredExpiry(restored)
            .accountLimit(limit)
            .build());
  }
}
