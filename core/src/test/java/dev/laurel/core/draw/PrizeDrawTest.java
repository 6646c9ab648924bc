package dev.laurel.core.draw;

import static dev.laurel.core.draw.Draws.NOON;
import static dev.laurel.core.draw.Draws.SEED;
import static dev.laurel.core.draw.Draws.driver;
import static dev.laurel.core.draw.Draws.spring;
import static dev.laurel.core.draw.Draws.stranger;
import static dev.laurel.core.draw.Draws.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.earning.Eligibility;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PrizeDrawTest {

  @Nested
  class Entering {
    private final PrizeDraw rules = spring().build();
    private final DrawEntries none = DrawEntries.none(rules.id());

    @Test
    void aDriverIsInAndTheSameTicketAgainChangesNothing() {
      DrawEntries once = none.enter(rules, ticket("t-1", "ann"), driver()).entries();
      DrawEntries twice = once.enter(rules, ticket("t-1", "ann"), driver()).entries();

      assertThat(once.ticketsOf(MemberId.of("ann"))).isEqualTo(1);
      assertThat(twice).isEqualTo(once);
    }

    @Test
    void whoDrivesNoCompanyCarIsToldWhatIsMissing() {
      EntryRefusal refusal = refusal(none.enter(rules, ticket("t-1", "ann"), stranger()));

      assertThat(refusal.code()).isEqualTo(EntryRefusal.Code.NOT_ELIGIBLE);
      assertThat(Eligibility.text(refusal.miss().orElseThrow())).contains("company-car-drivers");
    }

    @Test
    void theSecondTicketOfAMemberIsOneTooMany() {
      DrawEntries once = none.enter(rules, ticket("t-1", "ann"), driver()).entries();
      EntryDecision again = once.enter(rules, ticket("t-2", "ann"), driver());

      assertThat(refusal(again).code()).isEqualTo(EntryRefusal.Code.LIMIT_REACHED);
      assertThat(again.entries()).isSameAs(once);
    }

    @Test
    void entriesCloseAtTheEndOfTheirSpan() {
      Instant closing = rules.entries().until();
      Ticket last = new Ticket(TicketId.of("t-1"), MemberId.of("ann"), closing.minusNanos(1000));
      Ticket late = new Ticket(TicketId.of("t-1"), MemberId.of("ann"), closing);

      assertThat(none.enter(rules, last, driver())).isInstanceOf(EntryDecision.Accepted.class);
      assertThat(refusal(none.enter(rules, late, driver())).code())
          .isEqualTo(EntryRefusal.Code.NOT_OPEN);
    }

    @Test
    void aTicketNameStandsForOneTicket() {
      DrawEntries once = none.enter(rules, ticket("t-1", "ann"), driver()).entries();

      assertThat(refusal(once.enter(rules, ticket("t-1", "bob"), driver())).code())
          .isEqualTo(EntryRefusal.Code.IDEMPOTENCY_CONFLICT);
      DrawEntries other = none.enter(rules, ticket("t-1", "bob"), driver()).entries();
      assertThatThrownBy(() -> once.merge(other))
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(FailureCode.CONFIG_DUPLICATE);
    }

    private static EntryRefusal refusal(EntryDecision decision) {
      return ((EntryDecision.Refused) decision).refusal();
    }
  }

  @Nested
  class Held {
    private final PrizeDraw rules = spring().ticketsPerMember(2).build();
    private final DrawEntries entries = Draws.six(rules);
    private final DrawRecord drawn = Drawing.draw(rules, entries, SEED);

    /**
     * Oracle: {@code printf '%s\n%s\n%s' spring-2026 '07 11 19 23 31 42' t-1 | sha256sum}, for each
     * ticket, sorted.
     */
    @Test
    void ticketsAreLookedAtInTheOrderOfTheirDigests() {
      assertThat(drawn.steps().stream().map(DrawRecord.Step::number).toList())
          .containsExactly(
              "33c4f5e43989a4e9fbd89bc6c1ae1e8a06172ca764f7c34ade8d5355a020fe7f",
              "5e44b35089f5ae79f7fec513dc226c3806274e81c4d3493ceddade6598435124",
              "ab5e5ebe9032662fb45a3c46e4fd83f2b9e1ef2a2d22884209419966cdd66b88",
              "b742990d9b9b04c2bb5200dbfbca9272a6916acd09b95f82117cf3bb2c13b644",
              "f0e140cb8b3165a2a2d7371448f9e132fd0c76390892779c2063e0739ec4f22a");
    }

    @Test
    void cidWinsTheWeekendDanAndAnnAVoucherAndBobStandsBy() {
      assertThat(drawn.winners().stream()
              .map(step -> step.member() + " " + step.fate())
              .toList())
          .containsExactly(
              "cid Won[prize=Race weekend]", "dan Won[prize=Voucher]", "ann Won[prize=Voucher]");
      assertThat(drawn.steps().get(3).fate())
          .isEqualTo(new DrawRecord.PassedOver(DrawRecord.Reason.ALREADY_PLACED));
      assertThat(drawn.alternates()).hasSize(1);
      assertThat(drawn.alternates().get(0).member()).isEqualTo(MemberId.of("bob"));
    }

    @Test
    void whoMayNotWinIsPassedOverAndTheNextMovesUp() {
      Set<MemberId> staff = Set.of(MemberId.of("cid"));
      DrawRecord without = Drawing.draw(rules, entries, SEED, staff);

      assertThat(without.steps().get(0).fate())
          .isEqualTo(new DrawRecord.PassedOver(DrawRecord.Reason.EXCLUDED));
      assertThat(without.winners().stream().map(DrawRecord.Step::member).toList())
          .isEqualTo(List.of(MemberId.of("dan"), MemberId.of("ann"), MemberId.of("bob")));
      without.verify(rules, entries, staff);
    }

    /** Oracle: {@code printf '%s\t%s\n' t-1 ann t-2 bob ... t-6 eve | sha256sum}. */
    @Test
    void theListOfTicketsHasAPublishedDigest() {
      assertThat(drawn.ticketsDigest())
          .isEqualTo("370733ceaa66ccdb9b28ef9f5b6a49e2ca80fa0fc524fce5b9e7d3c68d265b49");
    }

    @Test
    void fewerTicketsThanPrizesLeavePrizesOver() {
      DrawEntries one = DrawEntries.none(rules.id())
          .enter(rules, ticket("t-9", "ann"), driver())
          .entries();

      assertThat(Drawing.draw(rules, one, SEED).winners()).hasSize(1);
      assertThat(Drawing.draw(rules, DrawEntries.none(rules.id()), SEED).steps())
          .isEmpty();
    }

    @Test
    void aChangedRecordIsFound() {
      DrawRecord forged = new DrawRecord(
          drawn.draw(), drawn.seed(), drawn.ticketsDigest(), 6, drawn.steps().subList(1, 4));

      assertThatThrownBy(() -> forged.verify(rules, entries, Set.of()))
          .isInstanceOf(InvalidValueException.class)
          .satisfies(e ->
              assertThat(((InvalidValueException) e).code()).isEqualTo(FailureCode.HASH_MISMATCH));
    }

    @Test
    void aTicketSlippedInAfterwardsIsFound() {
      DrawEntries more = entries.enter(rules, ticket("t-7", "fay"), driver()).entries();

      assertThatThrownBy(() -> drawn.verify(rules, more, Set.of()))
          .hasMessageStartingWith("record of draw 'spring-2026' must repeat")
          .extracting("path")
          .isEqualTo("ticketsDigest");
    }

    /** Oracle: {@code printf '%s' '07 11 19 23 31 42' | sha256sum}. */
    @Test
    void aDrawThatIsCommittedToASeedTakesNoOther() {
      PrizeDraw committed = spring()
          .ticketsPerMember(2)
          .seedCommitment("b32cca1773244edfe49931534c902d562ecdb24497c8c1e9714e4dedb8deccb4")
          .build();

      assertThat(Drawing.draw(committed, entries, SEED)).isEqualTo(drawn);
      assertThatThrownBy(() -> Drawing.draw(committed, entries, Seed.of("a better seed")))
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(FailureCode.HASH_MISMATCH);
    }
  }

  @Nested
  class Awards {
    private final PrizeDraw rules = spring().ticketsPerMember(2).build();
    private final PrizeAwards drawn = PrizeAwards.of(Drawing.draw(rules, Draws.six(rules), SEED));
    private final TicketId cid = TicketId.of("t-3");
    private final TicketId bob = TicketId.of("t-2");
    private final Instant deadline = NOON.plusSeconds(3600);

    @Test
    void whoIsToldAndAcceptsHasThePrize() {
      PrizeAwards awards = drawn.notified(cid, NOON, deadline).awards();
      awards = awards.accepted(cid, deadline.minusSeconds(1)).awards();

      PrizeAwards.Award award = awards.awardOf(cid).orElseThrow();
      assertThat(award.state()).isEqualTo(PrizeAwards.State.ACCEPTED);
      assertThat(award.notifiedAt()).contains(NOON);
      assertThat(awards.awards()).hasSize(3);
    }

    @Test
    void whoDeclinesMakesRoomForTheAlternate() {
      PrizeAwards awards = drawn.notified(cid, NOON, deadline).awards();
      awards = awards.declined(cid, NOON.plusSeconds(60)).awards();

      PrizeAwards.Award next = awards.awardOf(bob).orElseThrow();
      assertThat(next.state()).isEqualTo(PrizeAwards.State.DRAWN);
      assertThat(next.prize().code()).isEqualTo("weekend");
      assertThat(next.inPlaceOf()).contains(cid);
      assertThat(awards.standby()).isEmpty();
    }

    @Test
    void anAnswerAtTheDeadlineIsTooLate() {
      PrizeAwards told = drawn.notified(cid, NOON, deadline).awards();
      PrizeAwards.Result late = told.accepted(cid, deadline);

      assertThat(((PrizeAwards.Refused) late).code())
          .isEqualTo(PrizeAwards.Code.ILLEGAL_TRANSITION);
      assertThat(((PrizeAwards.Refused) late).state()).contains(PrizeAwards.State.LAPSED);
      assertThat(late.awards().awardOf(bob)).isPresent();
    }

    @Test
    void nobodyAcceptsBeforeBeingToldAndNobodyIsToldTwice() {
      PrizeAwards told = drawn.notified(cid, NOON, deadline).awards();

      assertThat(((PrizeAwards.Refused) drawn.accepted(cid, NOON)).code())
          .isEqualTo(PrizeAwards.Code.ILLEGAL_TRANSITION);
      assertThat(told.notified(cid, NOON, deadline)).isInstanceOf(PrizeAwards.Refused.class);
      assertThat(((PrizeAwards.Refused) told.notified(TicketId.of("t-6"), NOON, deadline)).code())
          .isEqualTo(PrizeAwards.Code.UNKNOWN_REFERENCE);
      assertThat(((PrizeAwards.Refused) drawn.notified(cid, NOON, NOON)).code())
          .isEqualTo(PrizeAwards.Code.TIME_RANGE);
    }

    @Test
    void withoutAlternatesAPrizeStaysHere() {
      PrizeAwards awards = drawn.notified(cid, NOON, deadline).awards();
      awards = awards.notified(TicketId.of("t-4"), NOON, deadline).awards();
      awards = awards.lapsed(deadline);

      assertThat(awards.awards()).hasSize(4);
      assertThat(
              awards.awards().stream().filter(award -> award.state() == PrizeAwards.State.LAPSED))
          .hasSize(2);
    }
  }

  @Nested
  class BadInput {
    @Test
    void aDrawWithoutPrizesIsRefused() {
      PrizeDraw.Builder draw = PrizeDraw.builder().id(DrawId.of("empty")).name("Empty");
      draw.entries(spring().build().entries());

      assertCode(draw::build, FailureCode.QUANTITY_INVALID);
    }

    @Test
    void twoPrizesOfOneCodeAreRefused() {
      assertCode(
          () -> spring().addPrize(new Prize("voucher", "Another", 1)).build(),
          FailureCode.CONFIG_DUPLICATE);
    }

    @Test
    void aMillionPlacesAreTheMost() {
      assertCode(
          () -> spring().addPrize(new Prize("pen", "Pen", Integer.MAX_VALUE)).build(),
          FailureCode.LIMIT_EXCEEDED);
    }

    @Test
    void aSeedIsLongEnoughAndPrintable() {
      assertCode(() -> Seed.of("short"), FailureCode.TEXT_INVALID);
      assertCode(() -> Seed.of("0123456789\n"), FailureCode.TEXT_INVALID);
    }

    @Test
    void aPrizeIsThereAtLeastOnce() {
      assertCode(() -> new Prize("pen", "Pen", 0), FailureCode.QUANTITY_INVALID);
    }

    @Test
    void aCommitmentIsADigest() {
      assertCode(() -> spring().seedCommitment("b32c").build(), FailureCode.TEXT_INVALID);
    }

    private static void assertCode(
        org.assertj.core.api.ThrowableAssert.ThrowingCallable action, FailureCode code) {
      assertThatThrownBy(action)
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(code);
    }
  }
}
