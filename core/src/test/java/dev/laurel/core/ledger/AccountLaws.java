package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.points.Balance;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of the account as a value: folding, snapshots, versions, books and the chain of digests. */
class AccountLaws {
  private static final PointsAccount NEW =
      PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);

  /**
   * A18, S3: the account is the fold of its entries, whole or in parts, from zero or from a
   * snapshot.
   */
  @Property
  void theAccountIsTheFoldOfItsEntries(
      @ForAll("policies") LedgerPolicy policy, @ForAll("histories") List<LedgerCommand> history) {
    Ledger ledger = Ledger.of(policy);
    PointsAccount account = NEW;
    PointsAccount folded = NEW;
    for (LedgerCommand command : history) {
      Decision decision = ledger.decide(account, command);
      if (decision.accepted().isPresent()) {
        Decision.Accepted accepted = decision.accepted().get();
        for (LedgerEntry entry : accepted.entries()) {
          folded = ledger.evolve(folded, entry);
        }
        account = accepted.account();
        assertThat(folded.snapshot()).isEqualTo(account.snapshot());
        assertThat(folded).isEqualTo(account).hasSameHashCodeAs(account);
      }
    }
  }

  /** A19: a snapshot is the account, and goes on as the account does. */
  @Property
  void aSnapshotIsTheAccount(
      @ForAll("policies") LedgerPolicy policy,
      @ForAll("histories") List<LedgerCommand> history,
      @ForAll @IntRange(max = 30) int cut) {
    Ledger ledger = Ledger.of(policy);
    int at = Math.min(cut, history.size());
    PointsAccount account = after(ledger, NEW, history.subList(0, at));
    PointsAccount restored = PointsAccount.from(account.snapshot());

    assertThat(restored).isEqualTo(account);
    List<LedgerCommand> tail = history.subList(at, history.size());
    assertThat(after(ledger, restored, tail)).isEqualTo(after(ledger, account, tail));
  }

  /**
   * A26, A29: each accepted command makes one version; knowledge time never goes back, in whatever
   * order commands come.
   */
  @Property
  void versionsGrowByOneAndKnowledgeOnlyForward(
      @ForAll("histories") List<LedgerCommand> history, @ForAll Random random) {
    assertVersionsAndKnowledge(history, (command, account) -> account);
    List<LedgerCommand> disordered = new ArrayList<>(history);
    Collections.shuffle(disordered, random);
    assertVersionsAndKnowledge(disordered, (command, account) -> account);
  }

  /** The broken twins: a change nobody can tell by its version, and clocks that are believed. */
  @Example
  void theLawOfVersionsCatchesTwins() {
    Instant before = LedgerHistories.START.minus(Duration.ofDays(1));
    List<LedgerCommand> history =
        List.of(credit("a", LedgerHistories.START), credit("b", before), credit("c", before));
    assertVersionsAndKnowledge(history, (command, account) -> account);

    assertThatThrownBy(() -> assertVersionsAndKnowledge(
            history, (command, account) -> with(account, 1, account.recordedAt())))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertVersionsAndKnowledge(
            history, (command, account) -> with(account, account.version(), command.recordedAt())))
        .isInstanceOf(AssertionError.class);
  }

  /** Holds the accounts of a ledger, as a twin hands them on, to their versions and times. */
  private static void assertVersionsAndKnowledge(
      List<LedgerCommand> history, BiFunction<LedgerCommand, PointsAccount, PointsAccount> twin) {
    Ledger ledger = Ledger.of(LedgerPolicies.usual());
    PointsAccount account = NEW;
    for (LedgerCommand command : history) {
      PointsAccount before = account;
      Decision decision = ledger.decide(account, command);
      if (decision.isAccepted()) {
        account = twin.apply(command, decision.account());
        assertThat(account.version()).isEqualTo(before.version() + 1);
        assertThat(account.recordedAt()).isAfterOrEqualTo(before.recordedAt());
        assertThat(account.clock()).isAfterOrEqualTo(before.clock());
        assertThat(decision.accepted().orElseThrow().entries()).isNotEmpty();
      }
    }
  }

  /** A2: every posting adds up to zero, and so do the books. */
  @Property
  void everyPostingAddsUpToZero(@ForAll("histories") List<LedgerCommand> history) {
    Ledger ledger = Ledger.of(LedgerPolicies.usual());
    List<LedgerEntry> entries = entries(ledger, history);

    assertThat(DoubleEntry.postings(ledger, NEW, entries)).allMatch(posting -> posting.sum() == 0);
    PointsAccount account = ledger.evolve(NEW, entries);
    assertThat(DoubleEntry.balances(account.totals()).values().stream()
            .mapToLong(Long::longValue)
            .sum())
        .isZero();
  }

  /** A7: lots are given out in the declared order; E8: all dates together are what is available. */
  @Property
  void lotsAreBurnedInOrderAndExpireInFull(
      @ForAll("policies") LedgerPolicy policy,
      @ForAll("histories") List<LedgerCommand> history,
      @ForAll @IntRange(min = 1, max = 100) int units) {
    Ledger ledger = Ledger.of(policy);
    PointsAccount account = after(ledger, NEW, history);
    Instant start =
        account.clock().isAfter(LedgerHistories.START) ? account.clock() : LedgerHistories.START;
    Instant now = start.plus(Duration.ofDays(30));
    assertThat(account.expiring(now).total()).isEqualTo(account.available(now));
    List<Lot> order = account.lots(now);

    Decision decision = ledger.decide(
        account,
        new LedgerCommand.Redeem(
            LedgerHistories.stamp("burn", now), LedgerHistories.stars(units), ""));

    long open = units;
    List<Portion> expected = new ArrayList<>();
    for (Lot lot : order) {
      long part = Math.min(open, lot.remaining().units());
      open -= part;
      if (part > 0) {
        expected.add(new Portion(lot.id(), LedgerHistories.stars(part)));
      }
    }
    decision
        .accepted()
        .ifPresent(accepted -> assertThat(accepted.entries())
            .filteredOn(LedgerEntry.Redeemed.class::isInstance)
            .singleElement()
            .satisfies(
                entry -> assertThat(((LedgerEntry.Redeemed) entry).taken()).isEqualTo(expected)));
  }

  /** A27: a checkpoint is refused exactly where the balance is another. */
  @Property
  void aCheckpointStatesTheBalance(
      @ForAll("histories") List<LedgerCommand> history,
      @ForAll @IntRange(min = -2, max = 2) int off) {
    Ledger ledger = Ledger.of(LedgerPolicies.usual());
    PointsAccount account = after(ledger, NEW, history);
    if (account.status() instanceof AccountStatus.Closed) {
      return;
    }
    Instant now =
        account.clock().isAfter(LedgerHistories.START) ? account.clock() : LedgerHistories.START;
    Balance balance = new Balance(account.balance(now).units() + off, account.type());

    Decision decision = ledger.decide(
        account, new LedgerCommand.Checkpoint(LedgerHistories.stamp("check", now), balance));

    assertThat(decision.isAccepted()).isEqualTo(off == 0);
    assertThat(decision.refusal().map(Refusal::code))
        .isEqualTo(off == 0 ? Optional.empty() : Optional.of(RefusalCode.CHECKPOINT_MISMATCH));
  }

  /** Forgetting changes no balance, now or later. */
  @Property
  void forgettingChangesNoBalance(@ForAll("histories") List<LedgerCommand> history) {
    Ledger ledger = Ledger.of(LedgerPolicies.usual());
    PointsAccount account = after(ledger, NEW, history);
    PointsAccount forgot = account.forget(Instant.parse("2200-01-01T00:00:00Z"));
    Instant later = account.clock().plus(Duration.ofDays(1_000));

    assertThat(forgot.totals(later)).isEqualTo(account.totals(later));
    assertThat(forgot.memory().size()).isZero();
  }

  /**
   * A21: the chain of a longer log begins with the chain of the shorter one, and no entry can be
   * changed unseen.
   */
  @Property(tries = 100)
  void theChainTellsEveryChange(
      @ForAll("histories") List<LedgerCommand> history, @ForAll @IntRange(max = 1000) int which) {
    Ledger ledger = Ledger.of(LedgerPolicies.usual());
    List<LedgerEntry> entries = entries(ledger, history);
    HashChain chain = HashChain.of(entries);
    chain.verify();
    if (entries.size() < 3) {
      return;
    }
    int at = 1 + which % (entries.size() - 2);
    HashChain first = HashChain.of(entries.subList(0, at));
    assertThat(chain.links().subList(0, at)).isEqualTo(first.links());
    assertThat(first.append(entries.subList(at, entries.size()))).isEqualTo(chain);

    List<HashChain.Link> dropped = new ArrayList<>(chain.links());
    dropped.remove(at);
    assertThatThrownBy(() -> new HashChain(dropped).verify())
        .hasFieldOrPropertyWithValue("code", FailureCode.SEQUENCE_GAP);
    List<HashChain.Link> twice = new ArrayList<>(chain.links());
    twice.add(at, chain.links().get(at - 1));
    assertThatThrownBy(() -> new HashChain(twice).verify())
        .hasFieldOrPropertyWithValue("code", FailureCode.LOG_FORK);
    List<HashChain.Link> changed = new ArrayList<>(chain.links());
    LedgerEntry.Swept other =
        new LedgerEntry.Swept(chain.links().get(at).entry().stamp());
    changed.set(at, new HashChain.Link(other, chain.links().get(at).hash()));
    if (!other.equals(chain.links().get(at).entry())) {
      assertThatThrownBy(() -> new HashChain(changed).verify())
          .isInstanceOf(InvalidValueException.class)
          .hasFieldOrPropertyWithValue("code", FailureCode.HASH_MISMATCH);
    }
  }

  @Example
  void theLawOfTheFoldCatchesALostEntry() {
    Ledger ledger = Ledger.of(LedgerPolicies.usual());
    List<LedgerEntry> entries = new ArrayList<>(entries(ledger, twoCredits()));
    entries.remove(0);

    assertThatThrownBy(() -> ledger.evolve(NEW, entries))
        .isInstanceOf(InvalidValueException.class)
        .hasFieldOrPropertyWithValue("code", FailureCode.SEQUENCE_GAP);
  }

  @Example
  void theLawOfSnapshotsCatchesAForgottenLot() {
    Ledger ledger = Ledger.of(LedgerPolicies.usual());
    PointsAccount account = after(ledger, NEW, twoCredits());
    PointsAccount restored = with(
        account,
        account.version(),
        account.recordedAt(),
        account.snapshot().lots().subList(1, 2));

    assertThat(restored).isNotEqualTo(account);
  }

  @Example
  void theLawOfTheBooksCatchesALostLine() {
    Ledger ledger = Ledger.of(LedgerPolicies.usual());
    List<DoubleEntry.Posting> postings =
        DoubleEntry.postings(ledger, NEW, entries(ledger, twoCredits()));

    assertThat(postings).hasSize(2).allSatisfy(posting -> {
      Map<DoubleEntry.Book, Long> lines = new EnumMap<>(posting.lines());
      assertThat(lines.remove(DoubleEntry.Book.AVAILABLE)).isNotNull();
      assertThat(new DoubleEntry.Posting(posting.entry(), lines).sum()).isNotZero();
    });
  }

  private static PointsAccount with(PointsAccount account, long version, Instant recordedAt) {
    return with(account, version, recordedAt, account.snapshot().lots());
  }

  /** The account with something else in a few of its parts. */
  private static PointsAccount with(
      PointsAccount account, long version, Instant recordedAt, List<Lot> lots) {
    PointsAccount.Snapshot whole = account.snapshot();
    return PointsAccount.from(new PointsAccount.Snapshot(
        whole.member(),
        whole.status(),
        version,
        whole.sequence(),
        whole.clock(),
        recordedAt,
        whole.totals(),
        whole.activeUntil(),
        whole.expirySuspended(),
        whole.burnOrder(),
        lots,
        whole.holds(),
        whole.closedLots(),
        whole.accruals(),
        whole.redemptions(),
        whole.endedHolds(),
        whole.reversals()));
  }

  private static List<LedgerCommand> twoCredits() {
    return List.of(credit("a", LedgerHistories.START), credit("b", LedgerHistories.START));
  }

  private static LedgerCommand credit(String id, Instant at) {
    return new LedgerCommand.AdjustUp(
        LedgerHistories.stamp(id, at),
        LotId.of(id),
        LedgerHistories.stars(10),
        LotExpiry.never(),
        "gift");
  }

  static PointsAccount after(Ledger ledger, PointsAccount start, List<LedgerCommand> commands) {
    PointsAccount account = start;
    for (LedgerCommand command : commands) {
      account = ledger
          .decide(account, command)
          .accepted()
          .map(Decision.Accepted::account)
          .orElse(account);
    }
    return account;
  }

  static List<LedgerEntry> entries(Ledger ledger, List<LedgerCommand> commands) {
    List<LedgerEntry> entries = new ArrayList<>();
    PointsAccount account = NEW;
    for (LedgerCommand command : commands) {
      Decision decision = ledger.decide(account, command);
      if (decision.accepted().isPresent()) {
        entries.addAll(decision.accepted().get().entries());
        account = decision.account();
      }
    }
    return entries;
  }

  @Provide
  Arbitrary<LedgerPolicy> policies() {
    return LedgerPolicies.any();
  }

  @Provide
  Arbitrary<List<LedgerCommand>> histories() {
    return LedgerHistories.histories(30);
  }
}
