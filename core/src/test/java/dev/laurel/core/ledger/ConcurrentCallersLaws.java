package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * S6: callers who read one account at once, decide on what they read and store only if nobody has
 * stored meanwhile, spend no point twice; the version is what they compare.
 *
 * <p>The twin stores without comparing, as gift cards of several shops did (Medusa 16347, Spree
 * 13734); that the loser gets a value and no crash is Sylius 288.
 */
class ConcurrentCallersLaws {
  private static final Ledger LEDGER = Ledger.of(LedgerPolicies.usual());

  @Property
  void noPointIsSpentTwice(@ForAll Random random, @ForAll @IntRange(min = 2, max = 6) int callers) {
    assertSpentOnce(random, callers, true);
  }

  @Example
  void theLawCatchesAStoreThatDoesNotCompare() {
    assertThatThrownBy(() -> assertSpentOnce(new Random(3), 4, false))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theLoserIsToldToReadAgain() {
    PointsAccount account = stored();
    PointsAccount after = LEDGER.decide(account, redeem("one", account)).account();

    Decision late = LEDGER.decide(after, redeem("two", account));

    assertThat(late.refusal().map(Refusal::code)).contains(RefusalCode.VERSION_CONFLICT);
    assertThat(LEDGER.decide(after, redeem("two", after)).refusal().map(Refusal::code))
        .contains(RefusalCode.INSUFFICIENT_POINTS);
  }

  private static void assertSpentOnce(Random random, int callers, boolean compares) {
    PointsAccount account = stored();
    List<PointsAccount> read = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      read.add(account);
    }
    int accepted = 0;
    int tries = 0;
    while (!read.isEmpty()) {
      assertThat(tries++).as("tries").isLessThan(callers * callers + 1);
      int caller = random.nextInt(read.size());
      PointsAccount seen = read.remove(caller);
      boolean isStale = seen.version() != account.version();
      if (compares && isStale) {
        read.add(account);
      } else {
        Decision decision = LEDGER.decide(seen, redeem("burn-" + tries, seen));
        if (decision.isAccepted()) {
          account = decision.account();
          accepted++;
        }
      }
    }
    assertThat(accepted).as("redemptions of 100 points out of 100").isEqualTo(1);
    assertThat(account.totals().available()).isZero();
  }

  private static PointsAccount stored() {
    return LEDGER
        .decide(
            PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS),
            new LedgerCommand.AdjustUp(
                LedgerHistories.stamp("gift", LedgerHistories.START),
                LotId.of("gift"),
                LedgerHistories.stars(100),
                LotExpiry.never(),
                "gift"))
        .account();
  }

  private static LedgerCommand redeem(String id, PointsAccount seen) {
    CommandStamp stamp = CommandStamp.of(
            CommandId.of(id), LedgerHistories.MEMBER, LedgerHistories.START)
        .expecting(seen.version());
    return new LedgerCommand.Redeem(stamp, LedgerHistories.stars(100), "gift card");
  }
}
