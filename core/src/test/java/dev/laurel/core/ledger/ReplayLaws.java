package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of logs: arrival order, repetition, and what was known when. */
class ReplayLaws {
  private static final Ledger REPLAY = Ledger.of(LedgerPolicies.replaying());
  private static final Ledger ARRIVAL = Ledger.of(LedgerPolicies.usual());

  /**
   * X2: under REPLAY the order of arrival does not matter, where no redemption has to stand without
   * points.
   */
  @Property
  void theOrderOfArrivalDoesNotMatter(
      @ForAll("plain") List<LedgerCommand> commands, @ForAll Random random) {
    List<LedgerCommand> shuffled = new ArrayList<>(commands);
    Collections.shuffle(shuffled, random);
    AccountLog inOrder = log(REPLAY, commands);
    AccountLog another = log(REPLAY, shuffled);

    if (isUncontested(inOrder) && isUncontested(another)) {
      Instant end = later(inOrder.account().clock(), another.account().clock());
      assertThat(another.account().totals(end)).isEqualTo(inOrder.account().totals(end));
      assertThat(another.account().lots(end)).isEqualTo(inOrder.account().lots(end));
    }
  }

  private static boolean isUncontested(AccountLog log) {
    return log.entries().stream()
        .noneMatch(entry ->
            entry instanceof LedgerEntry.Redeemed redeemed && !redeemed.debt().isZero());
  }

  /** S7: deliveries may repeat. */
  @Property
  void deliveriesMayRepeat(@ForAll("plain") List<LedgerCommand> commands, @ForAll Random random) {
    List<LedgerCommand> repeated = new ArrayList<>();
    for (LedgerCommand command : commands) {
      repeated.addAll(Collections.nCopies(1 + random.nextInt(3), command));
    }
    assertThat(log(REPLAY, repeated).account()).isEqualTo(log(REPLAY, commands).account());
    assertThat(log(ARRIVAL, repeated).account())
        .isEqualTo(log(ARRIVAL, commands).account());
  }

  /** A18: a log's entries fold to its account, in both modes and with late commands. */
  @Property
  void entriesFoldToTheAccount(@ForAll("histories") List<LedgerCommand> commands) {
    for (Ledger ledger : List.of(REPLAY, ARRIVAL)) {
      AccountLog log = log(ledger, commands);
      PointsAccount start = PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);
      assertThat(ledger.evolve(start, log.entries())).isEqualTo(log.account());
    }
  }

  /**
   * A22: what was the case at t, by what was known at r, is not changed by anything recorded later.
   */
  @Property
  void thePastByWhatWasKnownStays(
      @ForAll("histories") List<LedgerCommand> commands, @ForAll Random random) {
    int cut = random.nextInt(commands.size() + 1);
    Duration ago = Duration.ofDays(random.nextInt(20));
    for (Ledger ledger : List.of(REPLAY, ARRIVAL)) {
      assertPastStays(ledger, commands, cut, ago, AccountLog::asOf);
    }
  }

  /** The broken twin goes by when things happened alone: what was told late was always known. */
  @Example
  void theLawOfThePastCatchesALogThatAlwaysKnewWhatItWasToldLater() {
    Instant told = LedgerHistories.START.plus(Duration.ofDays(30));
    List<LedgerCommand> commands =
        List.of(credit("in-time"), credit("late", LedgerHistories.START, told));
    Look twin = (log, at, known) -> log.asOf(at, told);

    for (Ledger ledger : List.of(REPLAY, ARRIVAL)) {
      assertPastStays(ledger, commands, 1, Duration.ZERO, AccountLog::asOf);
      assertThatThrownBy(() -> assertPastStays(ledger, commands, 1, Duration.ZERO, twin))
          .isInstanceOf(AssertionError.class);
    }
  }

  /** A way to look back at what was the case at an instant, by what was known at another. */
  private interface Look {
    PointsAccount asOf(AccountLog log, Instant at, Instant known);
  }

  private static void assertPastStays(
      Ledger ledger, List<LedgerCommand> commands, int cut, Duration ago, Look look) {
    AccountLog before = log(ledger, commands.subList(0, cut));
    Instant known = cut == 0 ? LedgerHistories.START : commands.get(cut - 1).recordedAt();
    AccountLog after = before;
    for (LedgerCommand command : commands.subList(cut, commands.size())) {
      // Later means later: what is recorded at the same instant may still come.
      if (command.recordedAt().isAfter(known)) {
        after = after.append(command);
      }
    }
    Instant at = known.minus(ago);
    assertThat(look.asOf(after, at, known).totals())
        .isEqualTo(look.asOf(before, at, known).totals());
  }

  /** A14: the same id and content is the same outcome. */
  @Property
  void aRepeatedCommandIsNotCarriedOutTwice(@ForAll("histories") List<LedgerCommand> commands) {
    CommandMemory memory = CommandMemory.empty();
    PointsAccount account = PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);
    for (LedgerCommand command : commands) {
      CommandMemory.Answer answer = memory.decide(ARRIVAL, account, command);
      if (answer.decision().isAccepted()) {
        account = answer.decision().account();
        CommandMemory.Answer again = answer.memory().decide(ARRIVAL, account, command);
        assertThat(again.isDuplicate()).isTrue();
        assertThat(again.decision()).isEqualTo(answer.decision());
        assertThat(again.memory()).isEqualTo(answer.memory());
      }
      memory = answer.memory();
    }
  }

  /** A15: the same id with other content is a conflict, and changes nothing. */
  @Property
  void otherContentUnderTheSameIdIsAConflict(@ForAll("histories") List<LedgerCommand> commands) {
    CommandMemory memory = CommandMemory.empty();
    PointsAccount account = PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);
    for (LedgerCommand command : commands) {
      CommandMemory.Answer answer = memory.decide(ARRIVAL, account, command);
      if (answer.decision().isAccepted()) {
        account = answer.decision().account();
        assertConflict(answer.memory(), account, command);
      }
      memory = answer.memory();
    }
  }

  @Example
  void theLawOfConflictsCatchesALedgerWithoutMemory() {
    PointsAccount account = log(ARRIVAL, List.of(credit("earn"))).account();

    assertThatThrownBy(() -> assertConflict(CommandMemory.empty(), account, credit("earn")))
        .isInstanceOf(AssertionError.class);
  }

  /** What the memory says to a gift under the name of a command that was carried out. */
  private static void assertConflict(
      CommandMemory memory, PointsAccount account, LedgerCommand command) {
    LedgerCommand other = new LedgerCommand.AdjustUp(
        command.stamp(),
        LotId.of("another"),
        LedgerHistories.stars(7_777_777),
        LotExpiry.never(),
        "other content");
    CommandMemory.Answer answer = memory.decide(ARRIVAL, account, other);

    assertThat(answer.decision().refusal().map(Refusal::code))
        .contains(RefusalCode.IDEMPOTENCY_CONFLICT);
    assertThat(answer.isDuplicate()).isFalse();
    assertThat(answer.memory()).isEqualTo(memory);
  }

  /** A17: a batch is carried out as a whole or not at all, and names the first bad element. */
  @Property
  void aBatchIsAllOrNothing(@ForAll("histories") List<LedgerCommand> commands) {
    assertAllOrNothing(commands, CommandMemory.empty()::decideAll);
  }

  @Example
  void theLawOfBatchesCatchesOneThatKeepsWhatCameBeforeTheBadElement() {
    Instant later = LedgerHistories.START.plus(Duration.ofDays(1));
    List<LedgerCommand> commands = new ArrayList<>(List.of(credit("earn")));
    for (int i = 0; i < 4; i++) {
      commands.add(redeem("burn-" + i, later)); // 30 points each, of 100
    }

    assertAllOrNothing(commands, CommandMemory.empty()::decideAll);
    assertThatThrownBy(() -> assertAllOrNothing(commands, ReplayLaws::inPart))
        .isInstanceOf(AssertionError.class);
  }

  /** A batch. */
  private interface Batch {
    CommandMemory.BatchAnswer decideAll(
        Ledger ledger, PointsAccount account, List<LedgerCommand> commands);
  }

  /** The broken twin: says the same, and keeps the part before the bad element. */
  private static CommandMemory.BatchAnswer inPart(
      Ledger ledger, PointsAccount account, List<LedgerCommand> commands) {
    CommandMemory.BatchAnswer proper = CommandMemory.empty().decideAll(ledger, account, commands);
    PointsAccount part = account;
    for (LedgerCommand command : commands) {
      Decision decision = ledger.decide(part, command);
      part = decision.isAccepted() ? decision.account() : part;
    }
    return new CommandMemory.BatchAnswer(proper.answers(), part, proper.refusal(), proper.memory());
  }

  private static void assertAllOrNothing(List<LedgerCommand> commands, Batch deciding) {
    PointsAccount start = PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);
    CommandMemory.BatchAnswer batch = deciding.decideAll(ARRIVAL, start, commands);
    PointsAccount one = start;
    int index = 0;
    for (LedgerCommand command : commands) {
      Decision decision = ARRIVAL.decide(one, command);
      if (!decision.isAccepted()) {
        Refusal refusal = batch.refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo(RefusalCode.BATCH_REJECTED);
        assertThat(refusal.data())
            .isEqualTo(new Refusal.Element(index, decision.refusal().orElseThrow()));
        assertThat(batch.account()).isEqualTo(start);
        assertThat(batch.memory()).isEqualTo(CommandMemory.empty());
        return;
      }
      one = decision.account();
      index++;
    }
    assertThat(batch.account()).isEqualTo(one);
  }

  @Example
  void theLawOfArrivalCatchesALedgerThatDecidesAsItComes() {
    List<LedgerCommand> commands =
        List.of(credit("earn"), redeem("burn", LedgerHistories.START.plus(Duration.ofDays(1))));
    List<LedgerCommand> turned = List.of(commands.get(1), commands.get(0));

    assertThat(log(ARRIVAL, turned).account().totals())
        .isNotEqualTo(log(ARRIVAL, commands).account().totals());
    assertThat(log(REPLAY, turned).account().totals())
        .isEqualTo(log(REPLAY, commands).account().totals());
  }

  @Example
  void theLawOfRepetitionCatchesALedgerWithoutMemory() {
    PointsAccount account = log(ARRIVAL, List.of(credit("earn"))).account();
    LedgerCommand burn = redeem("burn", LedgerHistories.START);
    PointsAccount once = ARRIVAL.decide(account, burn).account();

    assertThat(ARRIVAL.decide(once, burn).account()).isNotEqualTo(once);
  }

  private static LedgerCommand credit(String id) {
    return credit(id, LedgerHistories.START, LedgerHistories.START);
  }

  private static LedgerCommand credit(String id, Instant at, Instant known) {
    return new LedgerCommand.AdjustUp(
        CommandStamp.of(CommandId.of(id), LedgerHistories.MEMBER, at, known),
        LotId.of(id),
        LedgerHistories.stars(100),
        LotExpiry.never(),
        "gift");
  }

  private static LedgerCommand redeem(String id, Instant at) {
    return new LedgerCommand.Redeem(
        LedgerHistories.stamp(id, at), LedgerHistories.stars(30), "order");
  }

  private static AccountLog log(Ledger ledger, List<LedgerCommand> commands) {
    AccountLog log = AccountLog.open(ledger, LedgerHistories.MEMBER, LedgerHistories.STARS);
    for (LedgerCommand command : commands) {
      log = log.append(command);
    }
    return log;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Provide
  Arbitrary<List<LedgerCommand>> plain() {
    return LedgerHistories.plainHistories(10);
  }

  @Provide
  Arbitrary<List<LedgerCommand>> histories() {
    return LedgerHistories.histories(20);
  }
}
