package dev.laurel.core.reward;

import static dev.laurel.core.reward.Perks.ANN;
import static dev.laurel.core.reward.Perks.CAP;
import static dev.laurel.core.reward.Perks.GYM;
import static dev.laurel.core.reward.Perks.LOUNGE;
import static dev.laurel.core.reward.Perks.MILES;
import static dev.laurel.core.reward.Perks.MILESTONE;
import static dev.laurel.core.reward.Perks.NOON;
import static dev.laurel.core.reward.Perks.PRIORITY;
import static dev.laurel.core.reward.Perks.SPA;
import static dev.laurel.core.reward.Perks.SUITE;
import static dev.laurel.core.reward.Perks.TICKET;
import static dev.laurel.core.reward.Perks.take;
import static dev.laurel.core.reward.Perks.takeFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.reward.RewardRefusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RewardsTest {
  private final Rewards rewards = Rewards.of(Perks.catalog());
  private Claims claims = Claims.none(ANN);
  private Stock stock = Stock.untouched();

  /** Scenario 24: everything is open from enrolment, and each thing can be had once. */
  @Nested
  class WithoutPoints {
    @Test
    void aGiftIsGrantedOnceAndAnotherInTheSameMonthIsToo() {
      accept(take("c-1", CAP, NOON));

      assertThat(refuse(take("c-2", CAP, NOON)).code()).isEqualTo(Code.ALREADY_CLAIMED);
      assertThat(accept(take("c-3", GYM, NOON)).map(Claim::benefit)).contains(GYM);
    }

    @Test
    void whoDrivesNoCompanyCarIsToldSo() {
      RewardDecision decision =
          rewards.decide(claims, stock, take("c-1", CAP, NOON), Perks.stranger());

      RewardRefusal refusal = ((RewardDecision.Refused) decision).refusal();
      assertThat(refusal.code()).isEqualTo(Code.NOT_ELIGIBLE);
      assertThat(refusal.toString())
          .startsWith("NOT_ELIGIBLE: driving-cap, ")
          .contains("company-car-drivers");
    }

    @Test
    void theSameClaimSentAgainIsTheSameClaim() {
      accept(take("c-1", CAP, NOON));
      Claims once = claims;

      accept(take("c-1", CAP, NOON));

      assertThat(claims).isEqualTo(once);
      assertThat(refuse(take("c-1", GYM, NOON)).code()).isEqualTo(Code.IDEMPOTENCY_CONFLICT);
    }
  }

  @Nested
  class APeriod {
    /** Enrolled on 1 June 2025: the membership year ends on 31 May 2026. */
    @Test
    void hasItsOwnQuantity() {
      accept(take("c-1", LOUNGE, Instant.parse("2025-06-01T00:00:00Z")));
      accept(take("c-2", LOUNGE, NOON));

      RewardRefusal refusal = refuse(take("c-3", LOUNGE, Instant.parse("2026-05-31T23:59:59Z")));
      assertThat(refusal.code()).isEqualTo(Code.QUANTITY_USED_UP);
      assertThat(refusal.limit()).contains(2L);
      accept(take("c-3", LOUNGE, Instant.parse("2026-06-01T00:00:00Z")));
    }
  }

  @Nested
  class TheStock {
    @Test
    void endsWithTheLastPiece() {
      accept(take("c-1", TICKET, NOON));
      accept(take("c-2", TICKET, NOON));
      stock = Stock.of(Map.of(TICKET, 3L));
      claims = Claims.none(ANN);

      RewardRefusal refusal = refuse(take("c-4", TICKET, NOON));

      assertThat(refusal.code()).isEqualTo(Code.OUT_OF_STOCK);
      assertThat(refusal.toString()).isEqualTo("OUT_OF_STOCK: stadium, at most 3");
    }

    @Test
    void getsBackWhatIsRevokedAndSoDoesTheMember() {
      accept(take("c-1", TICKET, NOON));
      accept(take("c-2", TICKET, NOON));
      assertThat(refuse(take("c-3", TICKET, NOON)).code()).isEqualTo(Code.ALREADY_CLAIMED);

      accept(new RewardCommand.Revoke(ANN, CommandId.of("c-1"), NOON));

      assertThat(stock.taken(TICKET)).isEqualTo(1);
      accept(take("c-3", TICKET, NOON));
    }

    @Test
    void doesNotGetBackWhatIsUsed() {
      accept(take("c-1", TICKET, NOON));
      accept(new RewardCommand.Use(ANN, CommandId.of("c-1"), NOON));

      assertThat(
              refuse(new RewardCommand.Revoke(ANN, CommandId.of("c-1"), NOON)).code())
          .isEqualTo(Code.ILLEGAL_TRANSITION);
      assertThat(stock.taken(TICKET)).isEqualTo(1);
    }
  }

  @Nested
  class AChoice {
    @Test
    void isTwoOfThreeWithinNinetyDays() {
      accept(new RewardCommand.OpenChoice(CommandId.of("o-1"), ANN, MILESTONE, NOON));
      accept(takeFrom("c-1", SUITE, "o-1", NOON));

      assertThat(refuse(takeFrom("c-2", SUITE, "o-1", NOON)).code())
          .isEqualTo(Code.ALREADY_CLAIMED);
      accept(takeFrom("c-2", SPA, "o-1", NOON.plus(Duration.ofDays(90))));
      assertThat(refuse(takeFrom("c-3", MILES, "o-1", NOON)).code()).isEqualTo(Code.CHOICE_USED_UP);
    }

    @Test
    void isOverAfterItsLastDay() {
      accept(new RewardCommand.OpenChoice(CommandId.of("o-1"), ANN, MILESTONE, NOON));

      Instant after = Instant.parse("2026-06-09T00:00:00Z");
      assertThat(claims.choices().get(0).until()).isEqualTo(after);
      assertThat(refuse(takeFrom("c-1", SUITE, "o-1", after)).code()).isEqualTo(Code.CHOICE_CLOSED);
      accept(takeFrom("c-1", SUITE, "o-1", after.minusSeconds(1)));
    }

    @Test
    void isTheOnlyWayToItsOptions() {
      assertThat(refuse(take("c-1", SUITE, NOON)).code()).isEqualTo(Code.NOT_IN_CHOICE);
      accept(new RewardCommand.OpenChoice(CommandId.of("o-1"), ANN, MILESTONE, NOON));
      assertThat(refuse(takeFrom("c-1", GYM, "o-1", NOON)).code()).isEqualTo(Code.NOT_IN_CHOICE);
    }

    @Test
    void opensAgainAtTheNextMilestone() {
      accept(new RewardCommand.OpenChoice(CommandId.of("o-1"), ANN, MILESTONE, NOON));
      accept(new RewardCommand.OpenChoice(CommandId.of("o-2"), ANN, MILESTONE, NOON));
      accept(takeFrom("c-1", SUITE, "o-1", NOON));

      assertThat(accept(takeFrom("c-2", SUITE, "o-2", NOON)).map(Claim::benefit))
          .contains(SUITE);
      assertThat(refuse(new RewardCommand.OpenChoice(
                  CommandId.of("o-2"), ANN, MILESTONE, NOON.plusSeconds(1)))
              .code())
          .isEqualTo(Code.IDEMPOTENCY_CONFLICT);
    }
  }

  @Test
  void theOverviewSaysWhatIsOpenAndWhyTheRestIsNot() {
    accept(take("c-1", GYM, NOON));

    List<Rewards.Standing> overview = rewards.overview(claims, stock, NOON, Perks.stranger());

    assertThat(overview.stream()
            .map(line -> line.benefit().id() + " "
                + line.refusal().map(why -> why.code().name()).orElse("open"))
            .toList())
        .containsExactly(
            "driving-cap NOT_ELIGIBLE",
            "gym ALREADY_CLAIMED",
            "lounge open",
            "stadium open",
            "priority open");
  }

  @Nested
  class AMemberWhoGoesUpInAnother {
    private final Claims bob = Claims.of(
        MemberId.of("bob"),
        List.of(new Claim(
            CommandId.of("b-1"), GYM, NOON, Optional.empty(), Optional.empty(), Claim.State.OPEN)),
        List.of());

    @Test
    void bringsWhatWasHadSoThatItIsNotHadAgain() {
      Claims merged = Claims.none(ANN).merge(bob);

      assertThat(merged.member()).isEqualTo(ANN);
      assertThat(rewards.decide(merged, Stock.untouched(), take("c-1", GYM, NOON), Perks.driver()))
          .isInstanceOf(RewardDecision.Refused.class);
    }

    @Test
    void cannotBringOneNameForTwoThings() {
      Claims ann = rewards
          .decide(Claims.none(ANN), Stock.untouched(), take("b-1", LOUNGE, NOON), Perks.driver())
          .claims();

      assertThat(ann.clashWith(bob)).contains(CommandId.of("b-1"));
      assertThat(ann.clashWith(ann)).isEmpty();
      assertThatThrownBy(() -> ann.merge(bob))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("b-1");
    }
  }

  @Nested
  class BadInput {
    @Test
    void whatIsNotInTheCatalogueIsRefused() {
      assertThat(refuse(take("c-1", BenefitId.of("yacht"), NOON)).code())
          .isEqualTo(Code.UNKNOWN_REFERENCE);
      assertThat(refuse(new RewardCommand.Use(ANN, CommandId.of("c-9"), NOON)).code())
          .isEqualTo(Code.UNKNOWN_REFERENCE);
      assertThat(refuse(
                  new RewardCommand.OpenChoice(CommandId.of("o-1"), ANN, ChoiceId.of("none"), NOON))
              .code())
          .isEqualTo(Code.UNKNOWN_REFERENCE);
    }

    @Test
    void aStandingBenefitIsNotClaimed() {
      assertThat(refuse(take("c-1", PRIORITY, NOON)).code()).isEqualTo(Code.NOT_CLAIMABLE);
    }

    @Test
    void anotherMembersCommandIsRefused() {
      assertThat(refuse(RewardCommand.take(CommandId.of("c-1"), MemberId.of("bob"), GYM, NOON))
              .code())
          .isEqualTo(Code.MEMBER_MISMATCH);
    }

    @Test
    void aCatalogueNamesEachThingOnce() {
      Benefit gym = Perks.catalog().benefit(GYM).orElseThrow();

      assertCode(() -> RewardCatalog.of(gym, gym), FailureCode.CONFIG_DUPLICATE);
    }

    @Test
    void anOptionIsABenefitThatIsHadByChoice() {
      Benefit gym = Perks.catalog().benefit(GYM).orElseThrow();
      Choice choice = new Choice(MILESTONE, "One", List.of(GYM), 1, Period.ofDays(1));

      assertCode(
          () -> RewardCatalog.of(List.of(gym), List.of(choice)), FailureCode.REFERENCE_UNKNOWN);
    }

    @Test
    void moreThanThereIsCannotBeChosen() {
      assertCode(
          () -> new Choice(MILESTONE, "Two", List.of(GYM), 2, Period.ofDays(1)),
          FailureCode.QUANTITY_INVALID);
    }

    @Test
    void aDiscountStaysWithinThePrice() {
      assertCode(
          () -> new Reward.Discount(Ratio.of(101, 100), Optional.empty()),
          FailureCode.PERCENT_RANGE);
      assertThat(new Reward.Discount(Ratio.of(3, 20), Optional.empty()).text())
          .isEqualTo("15 % off");
    }

    @Test
    void aStandingBenefitHasNoStock() {
      Benefit.Builder benefit = Benefit.builder().id(PRIORITY).name("Priority");
      benefit.reward(new Reward.Privilege("Priority")).availability(Availability.standing());

      assertCode(() -> benefit.stock(5).build(), FailureCode.VALUE_INVALID);
    }

    @Test
    void aStockIsNeverNegative() {
      assertCode(() -> Stock.of(Map.of(GYM, -1L)), FailureCode.RANGE);
    }

    private static void assertCode(ThrowingCallable action, FailureCode code) {
      assertThatThrownBy(action)
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(code);
    }
  }

  @CanIgnoreReturnValue
  private Optional<Claim> accept(RewardCommand command) {
    RewardDecision decision = rewards.decide(claims, stock, command, Perks.driver());
    assertThat(decision).isInstanceOf(RewardDecision.Accepted.class);
    claims = decision.claims();
    stock = decision.stock();
    return ((RewardDecision.Accepted) decision).claim();
  }

  private RewardRefusal refuse(RewardCommand command) {
    RewardDecision decision = rewards.decide(claims, stock, command, Perks.driver());
    assertThat(decision).isInstanceOf(RewardDecision.Refused.class);
    assertThat(decision.claims()).isSameAs(claims);
    assertThat(decision.stock()).isSameAs(stock);
    return ((RewardDecision.Refused) decision).refusal();
  }
}
