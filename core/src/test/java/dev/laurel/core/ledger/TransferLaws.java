package dev.laurel.core.ledger;

import static dev.laurel.core.testkit.LedgerHistories.STARS;
import static dev.laurel.core.testkit.LedgerHistories.stars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import dev.laurel.core.time.Expiry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws between two accounts: transfers, merges and pools keep every point. */
class TransferLaws {
  private static final Ledger LEDGER = Ledger.of(LedgerPolicies.usual());
  private static final Transfers TRANSFERS = Transfers.of(LEDGER);
  private static final Instant NOW = LedgerHistories.START;
  private static final MemberId ANNA = MemberId.of("anna");
  private static final MemberId BEN = MemberId.of("ben");

  /**
   * C11: what leaves one arrives at the other, with grant dates and expiries; a refusal changes
   * neither.
   */
  @Property
  void aTransferMovesPointsWithTheirDates(
      @ForAll("lots") List<Integer> annas,
      @ForAll("lots") List<Integer> bens,
      @ForAll @IntRange(max = 150) int units) {
    PointsAccount anna = account(ANNA, annas);
    PointsAccount ben = account(BEN, bens);
    TransferDecision decision = TRANSFERS.transfer(
        anna, ben, new LedgerCommand.TransferOut(stamp(ANNA, "t"), BEN, stars(units)));

    boolean possible = units > 0 && units <= anna.totals().available();
    assertThat(decision.done().isPresent()).isEqualTo(possible);
    decision.done().ifPresent(done -> {
      PointsAccount poorer = done.giver().account();
      PointsAccount richer = done.receiver().account();
      assertThat(poorer.totals().available()).isEqualTo(anna.totals().available() - units);
      assertThat(richer.totals().available()).isEqualTo(ben.totals().available() + units);
      assertThat(byDate(List.of(poorer, richer))).isEqualTo(byDate(List.of(anna, ben)));
    });
  }

  /**
   * C12: a merge is the disjoint union; the order of the two does not matter for lots and totals.
   */
  @Property
  void aMergeIsTheUnion(@ForAll("lots") List<Integer> annas, @ForAll("lots") List<Integer> bens) {
    PointsAccount anna = account(ANNA, annas);
    PointsAccount ben = account(BEN, bens);
    TransferDecision.Done intoBen = TRANSFERS
        .merge(anna, ben, new LedgerCommand.MergeAway(stamp(ANNA, "m"), BEN))
        .done()
        .orElseThrow();
    TransferDecision.Done intoAnna = TRANSFERS
        .merge(ben, anna, new LedgerCommand.MergeAway(stamp(BEN, "m"), ANNA))
        .done()
        .orElseThrow();

    assertUnion(List.of(anna, ben), intoBen.receiver().account());
    assertThat(intoAnna.receiver().account().lots(NOW))
        .isEqualTo(intoBen.receiver().account().lots(NOW));
    assertThat(intoAnna.receiver().account().totals())
        .isEqualTo(intoBen.receiver().account().totals());
    assertThat(intoBen.giver().account().totals()).isEqualTo(AccountTotals.none(STARS));
    TransferDecision again = TRANSFERS.merge(
        intoBen.giver().account(),
        intoBen.receiver().account(),
        new LedgerCommand.MergeAway(stamp(ANNA, "m2"), BEN));
    assertThat(again.refusal().map(Refusal::code)).contains(RefusalCode.MEMBER_MERGED);
  }

  @Example
  void theLawOfMergesCatchesOneThatOnlySendsThePointsOver() {
    PointsAccount anna = account(ANNA, List.of(10, 20));
    PointsAccount ben = account(BEN, List.of(5));
    PointsAccount richer = TRANSFERS
        .transfer(anna, ben, new LedgerCommand.TransferOut(stamp(ANNA, "t"), BEN, stars(30)))
        .done()
        .orElseThrow()
        .receiver()
        .account();

    assertThat(richer.totals().available()).isEqualTo(35);
    assertThatThrownBy(() -> assertUnion(List.of(anna, ben), richer))
        .isInstanceOf(AssertionError.class);
  }

  private static void assertUnion(List<PointsAccount> parts, PointsAccount whole) {
    List<Lot> union = new ArrayList<>();
    parts.forEach(part -> union.addAll(part.lots(NOW)));
    assertThat(whole.lots(NOW)).containsExactlyInAnyOrderElementsOf(union);
  }

  /** C5 of pools: the parts of a contribution add up, and leavers take the stated part. */
  @Property
  void aPoolKeepsEveryPoint(
      @ForAll @IntRange(max = 500) int units,
      @ForAll @IntRange(max = 100) int share,
      @ForAll @IntRange(min = 1, max = 9) int weight) {
    PointsPool pool =
        new PointsPool(MemberId.of("pool"), new TreeMap<>(Map.of(ANNA, share, BEN, 50)));
    LedgerCommand.Accrue accrue = accrue(ANNA, "e", units);
    PointsPool.Contribution contribution = pool.contribution(accrue);
    long own = points(contribution.own());
    long pooled = contribution.pooled().map(TransferLaws::points).orElse(0L);

    assertThat(own + pooled).isEqualTo(units);
    assertThat(Math.abs(pooled * 100 - (long) units * share)).isLessThan(100);
    if (contribution.pooled().isPresent()) {
      PointsAccount common = LEDGER
          .decide(
              PointsAccount.open(pool.account(), STARS), contribution.pooled().get())
          .account();
      PointsPool.Departure left = pool.leave(
          LEDGER,
          common,
          account(ANNA, List.of()),
          Map.of(ANNA, (long) weight, BEN, 1L),
          CommandId.of("bye"),
          NOW);
      assertThat(left.pool().shares()).containsOnlyKeys(BEN);
      left.transfer()
          .ifPresent(transfer -> assertThat(transfer
                      .done()
                      .orElseThrow()
                      .giver()
                      .account()
                      .totals()
                      .available()
                  + transfer.done().orElseThrow().receiver().account().totals().available())
              .isEqualTo(pooled));
    }
  }

  @Example
  void theLawOfTransfersCatchesLotsThatGetANewDate() {
    LedgerPolicy fresh = LedgerPolicy.builder()
        .calendar(LedgerHistories.CALENDAR)
        .remainder(Remainder.writeOff())
        .transferExpiry(TransferExpiry.fresh(Expiry.after(Period.ofYears(9))))
        .build();
    PointsAccount anna = account(ANNA, List.of(10));
    PointsAccount ben = account(BEN, List.of());
    TransferDecision.Done done = Transfers.of(Ledger.of(fresh))
        .transfer(anna, ben, new LedgerCommand.TransferOut(stamp(ANNA, "t"), BEN, stars(10)))
        .done()
        .orElseThrow();

    assertThat(byDate(List.of(done.giver().account(), done.receiver().account())))
        .isNotEqualTo(byDate(List.of(anna, ben)));
  }

  /** C12: merging three accounts in any order gives the same lots and totals. */
  @Property
  void mergesAreAssociative(
      @ForAll("lots") List<Integer> annas,
      @ForAll("lots") List<Integer> bens,
      @ForAll("lots") List<Integer> carlas) {
    PointsAccount anna = account(ANNA, annas);
    PointsAccount ben = account(BEN, bens);
    PointsAccount carla = account(MemberId.of("carla"), carlas);
    PointsAccount nobody = account(MemberId.of("nobody"), List.of());
    PointsAccount left = merged(merged(anna, ben, "m-1"), carla, "m-2");
    PointsAccount right = merged(anna, merged(ben, carla, "m-1"), "m-2");

    assertThat(left.totals()).isEqualTo(right.totals());
    assertThat(left.lots(NOW)).isEqualTo(right.lots(NOW));
    assertThat(merged(nobody, anna, "m-0").lots(NOW)).isEqualTo(anna.lots(NOW));
    assertThat(merged(nobody, anna, "m-0").totals()).isEqualTo(anna.totals());
  }

  private static PointsAccount merged(PointsAccount gone, PointsAccount kept, String id) {
    return TRANSFERS
        .merge(gone, kept, new LedgerCommand.MergeAway(stamp(gone.member(), id), kept.member()))
        .done()
        .orElseThrow()
        .receiver()
        .account();
  }

  private static long points(LedgerCommand.Accrue accrue) {
    return accrue.grants().stream().mapToLong(grant -> grant.points().units()).sum();
  }

  private static Map<List<Object>, Long> byDate(List<PointsAccount> accounts) {
    Map<List<Object>, Long> sums = new HashMap<>();
    for (PointsAccount account : accounts) {
      for (Lot lot : account.lots(NOW)) {
        sums.merge(List.of(lot.earnedAt(), lot.expiry()), lot.remaining().units(), Long::sum);
      }
    }
    return sums;
  }

  private static CommandStamp stamp(MemberId member, String id) {
    return CommandStamp.of(CommandId.of(id), member, NOW);
  }

  private static LedgerCommand.Accrue accrue(MemberId member, String id, int units) {
    LocalDate lastDay = LocalDate.of(2027, 1 + units % 12, 1);
    return new LedgerCommand.Accrue(
        stamp(member, id),
        ActivityId.of(member + id),
        ActivityKind.PURCHASE,
        List.of(LotGrant.of(
            LotId.of(member + id),
            stars(units),
            RuleId.of("r"),
            LotExpiry.through(lastDay, LedgerHistories.CALENDAR))));
  }

  private static PointsAccount account(MemberId member, List<Integer> lots) {
    PointsAccount account = PointsAccount.open(member, STARS);
    for (int i = 0; i < lots.size(); i++) {
      account = LEDGER.decide(account, accrue(member, "e" + i, lots.get(i))).account();
    }
    return account;
  }

  @Provide
  Arbitrary<List<Integer>> lots() {
    return Arbitraries.integers().between(1, 90).list().ofMaxSize(4);
  }
}
