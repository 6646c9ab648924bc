package dev.laurel.core.breakage;

import static dev.laurel.core.testkit.LedgerHistories.STARS;
import static dev.laurel.core.testkit.LedgerHistories.stars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.estimate.CompetingRisks;
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
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.ledger.TransferDecision;
import dev.laurel.core.ledger.Transfers;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.triangle.RedemptionTriangle;
import dev.laurel.core.triangle.TriangleAccumulator;
import dev.laurel.core.triangle.TriangleGrid;
import dev.laurel.core.triangle.TriangleRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LotReaderTest {
  private static final MemberId ANNA = MemberId.of("anna");
  private static final MemberId BEN = MemberId.of("ben");
  private static final Ledger LEDGER = Ledger.of(LedgerPolicies.usual());
  private static final TriangleGrid GRID = new TriangleGrid(
      STARS,
      LedgerHistories.CALENDAR,
      CalendarPeriod.MONTH,
      LocalDate.parse("2026-01-01"),
      LocalDate.parse("2026-04-30"));

  private final TriangleAccumulator triangle = TriangleAccumulator.of(GRID);
  private final LotFates fates = LotFates.until(GRID.until(), GRID::periodsBetween);

  /** An account with its log. */
  private static final class Log {
    private final List<LedgerEntry> entries = new ArrayList<>();
    private PointsAccount account;

    private Log(MemberId member) {
      account = PointsAccount.open(member, STARS);
    }

    private void does(LedgerCommand command) {
      keep(LEDGER.decide(account, command).accepted().orElseThrow());
    }

    private void keep(Decision.Accepted accepted) {
      entries.addAll(accepted.entries());
      account = accepted.account();
    }

    private void earns(String lot, String day, long units) {
      LotExpiry expiry = LotExpiry.through(LocalDate.parse("2026-03-31"), LedgerHistories.CALENDAR);
      does(new LedgerCommand.Accrue(
          stamp("earn-" + lot, day),
          ActivityId.of(lot),
          ActivityKind.PURCHASE,
          List.of(LotGrant.of(LotId.of(lot), stars(units), RuleId.of("base"), expiry))));
    }

    private void redeems(String id, String day, long units) {
      does(new LedgerCommand.Redeem(stamp(id, day), stars(units), "order"));
    }

    private CommandStamp stamp(String id, String day) {
      return CommandStamp.of(CommandId.of(id), account.member(), Instant.parse(day + "T12:00:00Z"));
    }
  }

  private RedemptionTriangle read(Log... logs) {
    for (Log log : logs) {
      log.keep(LEDGER.settle(log.account, GRID.until().minusNanos(1)));
      LotReader.into(triangle).read(log.entries);
      LotReader.into(fates).read(log.entries);
    }
    return triangle.triangle();
  }

  @Test
  void earningSpendingAndExpiryBecomeATriangle() {
    Log anna = new Log(ANNA);
    anna.earns("a", "2026-01-10", 100);
    anna.earns("b", "2026-02-10", 50);
    anna.redeems("r", "2026-02-20", 30);

    assertThat(read(anna).rows())
        .containsExactly(
            new TriangleRow(
                "2026-01", 100, 70, TriangleRow.of("", 100, 0, 30, 30, 30).cumulative()),
            new TriangleRow("2026-02", 50, 50, TriangleRow.of("", 50, 0, 0, 0).cumulative()),
            TriangleRow.of("2026-03", 0, 0, 0),
            TriangleRow.of("2026-04", 0, 0));
    CompetingRisks risks = CompetingRisks.of(fates.spells());
    // Of 150, 30 left as redeemed after one period and 120 lapsed after two or three.
    assertThat(risks.leavingIn(LotFates.REDEEMED).at(1)).isEqualTo(0.2);
    assertThat(risks.leavingIn(LotFates.LAPSED).last()).isEqualTo(0.8);
  }

  @Test
  void aCancelledRedemptionIsUndoneWhereItWas() {
    Log anna = new Log(ANNA);
    anna.earns("a", "2026-01-10", 100);
    anna.redeems("r", "2026-01-20", 60);
    anna.does(new LedgerCommand.ReverseRedemption(
        anna.stamp("back", "2026-02-20"), CommandId.of("r"), Optional.empty()));

    assertThat(read(anna).rows().get(0))
        .isEqualTo(new TriangleRow(
            "2026-01", 100, 100, TriangleRow.of("", 100, 60, 0, 0, 0).cumulative()));
    assertThat(CompetingRisks.of(fates.spells()).leavingIn(LotFates.REDEEMED).last())
        .isZero();
  }

  @Test
  void aReversalThatIsDatedBeforeItsRedemptionUndoesIt() {
    Log anna = new Log(ANNA);
    anna.earns("a", "2026-01-10", 100);
    anna.redeems("r", "2026-02-20", 60);
    Instant known = Instant.parse("2026-02-21T12:00:00Z");
    anna.does(new LedgerCommand.ReverseRedemption(
        CommandStamp.of(CommandId.of("back"), ANNA, Instant.parse("2026-01-20T12:00:00Z"), known),
        CommandId.of("r"),
        Optional.empty()));

    assertThat(read(anna).rows().get(0))
        .isEqualTo(new TriangleRow(
            "2026-01", 100, 100, TriangleRow.of("", 100, 0, 0, 0, 0).cumulative()));
    assertThat(CompetingRisks.of(fates.spells()).leavingIn(LotFates.REDEEMED).last())
        .isZero();
  }

  @Test
  void aReturnedPurchaseNeverIssuedPoints() {
    Log anna = new Log(ANNA);
    anna.earns("a", "2026-01-10", 100);
    anna.does(new LedgerCommand.ReverseAccrual(
        anna.stamp("return", "2026-02-20"), ActivityId.of("a"), stars(60)));

    assertThat(read(anna).rows().get(0).issued()).isEqualTo(60);
    assertThat(CompetingRisks.of(fates.spells())
            .leavingIn(LotFates.LAPSED)
            .steps()
            .get(0)
            .atRisk())
        .isEqualTo(60);
  }

  @Test
  void givenPointsKeepTheirCohort() {
    Log anna = new Log(ANNA);
    Log ben = new Log(BEN);
    anna.earns("a", "2026-01-10", 100);
    TransferDecision.Done done = Transfers.of(LEDGER)
        .transfer(
            anna.account,
            ben.account,
            new LedgerCommand.TransferOut(anna.stamp("t", "2026-02-01"), BEN, stars(40)))
        .done()
        .orElseThrow();
    anna.keep(done.giver());
    ben.keep(done.receiver());
    ben.redeems("r", "2026-02-20", 40);

    assertThat(read(anna, ben).rows().get(0))
        .isEqualTo(new TriangleRow(
            "2026-01", 100, 60, TriangleRow.of("", 100, 0, 40, 40, 40).cumulative()));
    assertThat(CompetingRisks.of(fates.spells()).leavingIn(LotFates.REDEEMED).last())
        .isEqualTo(0.4);
  }

  @Test
  void mergedAccountsCountOnce() {
    Log anna = new Log(ANNA);
    Log ben = new Log(BEN);
    anna.earns("a", "2026-01-10", 100);
    anna.redeems("r0", "2026-01-20", 10);
    ben.earns("b", "2026-01-11", 50);
    TransferDecision.Done done = Transfers.of(LEDGER)
        .merge(
            anna.account,
            ben.account,
            new LedgerCommand.MergeAway(anna.stamp("m", "2026-02-01"), BEN))
        .done()
        .orElseThrow();
    anna.keep(done.giver());
    ben.keep(done.receiver());
    ben.redeems("r", "2026-02-20", 120);

    assertThat(read(anna, ben).rows().get(0))
        .isEqualTo(new TriangleRow(
            "2026-01", 150, 20, TriangleRow.of("", 150, 10, 130, 130, 130).cumulative()));
    assertThat(fates.spells().size()).isPositive();
  }

  @Test
  void aLogFromTheMiddleIsRefused() {
    Log anna = new Log(ANNA);
    anna.earns("a", "2026-01-10", 100);
    anna.redeems("r", "2026-01-20", 10);

    assertThatThrownBy(
            () -> LotReader.into(triangle).read(anna.entries.subList(1, anna.entries.size())))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("lot a was never opened");
  }
}
