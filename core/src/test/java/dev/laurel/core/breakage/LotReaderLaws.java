package dev.laurel.core.breakage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.estimate.CompetingRisks;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.Decision;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.triangle.TriangleAccumulator;
import dev.laurel.core.triangle.TriangleGrid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read from the entries of an account is what the account says of itself. */
class LotReaderLaws {
  private static final TriangleGrid GRID = new TriangleGrid(
      LedgerHistories.STARS,
      LedgerHistories.CALENDAR,
      CalendarPeriod.YEAR,
      LocalDate.parse("2025-01-01"),
      LocalDate.parse("2064-12-31"));

  /** A life of one account, settled at its end. */
  private record Life(List<LedgerEntry> entries, PointsAccount account) {
    static Life of(LedgerPolicy policy, List<LedgerCommand> history, Instant until) {
      Ledger ledger = Ledger.of(policy);
      PointsAccount account = PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);
      List<LedgerEntry> entries = new ArrayList<>();
      for (LedgerCommand command : history) {
        Decision decision = ledger.decide(account, command);
        if (decision.accepted().isPresent()) {
          entries.addAll(decision.accepted().get().entries());
          account = decision.accepted().get().account();
        }
      }
      Decision.Accepted settled = ledger.settle(account, until);
      entries.addAll(settled.entries());
      return new Life(entries, settled.account());
    }

    long outstanding() {
      AccountTotals totals = account.totals();
      return totals.available() + totals.pending() + totals.held();
    }
  }

  @Property(tries = 1000)
  void whatIsOutstandingIsWhatTheAccountHas(
      @ForAll("policies") LedgerPolicy policy, @ForAll("histories") List<LedgerCommand> history) {
    Life life = Life.of(policy, history, GRID.until().minusNanos(1));
    TriangleAccumulator triangle = TriangleAccumulator.of(GRID);
    Outstanding sum = new Outstanding();
    LotReader.into(triangle).read(life.entries());
    LotReader.into(sum).read(life.entries());

    assertThat(sum.units).isEqualTo(life.outstanding());
    // Transfers leave the account, but not the program.
    assertThat(triangle.triangle().cohorts().stream()
            .mapToLong(Cohort::outstanding)
            .sum())
        .isEqualTo(life.outstanding() + life.account().totals().transferredOut());
  }

  @Property(tries = 1000)
  void fatesAndTrianglesTellTheSame(
      @ForAll("policies") LedgerPolicy policy, @ForAll("histories") List<LedgerCommand> history) {
    Life life = Life.of(policy, history, GRID.until().minusNanos(1));
    TriangleAccumulator triangle = TriangleAccumulator.of(GRID);
    LotFates fates = LotFates.until(GRID.until(), GRID::periodsBetween);
    LotReader.into(triangle).read(life.entries());
    LotReader.into(fates).read(life.entries());
    long left = CompetingRisks.of(fates.spells()).leavingIn(LotFates.REDEEMED).steps().stream()
        .mapToLong(step -> step.exits())
        .sum();

    assertThat(left)
        .isEqualTo(
            triangle.triangle().cohorts().stream().mapToLong(Cohort::redeemed).sum());
  }

  /** What is redeemed of any lot was earned before, and what is reversed was redeemed before. */
  @Property(tries = 1000)
  void nothingIsToldBeforeWhatItFollowsFrom(
      @ForAll("policies") LedgerPolicy policy, @ForAll("histories") List<LedgerCommand> history) {
    Life life = Life.of(policy, history, GRID.until().minusNanos(1));
    Redemptions redemptions = new Redemptions();
    LotReader.into(redemptions).read(life.entries());

    redemptions.byEarning.forEach((earnedAt, byTime) -> {
      assertThat(byTime.firstKey()).isAfterOrEqualTo(earnedAt);
      long sum = 0;
      for (long units : byTime.values()) {
        sum += units;
        assertThat(sum).as("redeemed of what was earned at %s", earnedAt).isNotNegative();
      }
    });
  }

  /** What was redeemed, less what was reversed, of the points of each time of earning. */
  private static final class Redemptions extends Outstanding {
    private final Map<Instant, TreeMap<Instant, Long>> byEarning = new TreeMap<>();

    @Override
    public void redeemed(MemberId member, Instant earnedAt, Instant at, long less) {
      byEarning.computeIfAbsent(earnedAt, unused -> new TreeMap<>()).merge(at, less, Long::sum);
    }

    @Override
    public void redemptionReversed(MemberId member, Instant earnedAt, Instant at, long more) {
      redeemed(member, earnedAt, at, -more);
    }
  }

  /** The points outstanding of everybody who is read. */
  private static class Outstanding implements LotFlow {
    private long units;

    @Override
    public void issued(MemberId member, Instant earnedAt, long more) {
      units += more;
    }

    @Override
    public void redeemed(MemberId member, Instant earnedAt, Instant at, long less) {
      units -= less;
    }

    @Override
    public void redemptionReversed(MemberId member, Instant earnedAt, Instant at, long more) {
      units += more;
    }

    @Override
    public void lapsed(MemberId member, Instant earnedAt, Instant at, long less) {
      units -= less;
    }

    @Override
    public void takenBack(MemberId member, Instant earnedAt, Instant at, long less) {
      units -= less;
    }

    @Override
    public void givenAway(MemberId member, Instant earnedAt, Instant at, long less) {
      units -= less;
    }

    @Override
    public void received(MemberId member, Instant earnedAt, Instant at, long more) {
      units += more;
    }
  }

  @Provide
  Arbitrary<LedgerPolicy> policies() {
    return LedgerPolicies.any();
  }

  @Provide
  Arbitrary<List<LedgerCommand>> histories() {
    return LedgerHistories.histories(25);
  }
}
