package dev.laurel.tiers.membership;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.BOB;
import static dev.laurel.core.testkit.Programs.stamp;
import static dev.laurel.tiers.membership.Clubs.ENROLLED;
import static dev.laurel.tiers.membership.Clubs.GOLD;
import static dev.laurel.tiers.membership.Clubs.GREEN;
import static dev.laurel.tiers.membership.Clubs.bought;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.entitlement.Entitlement;
import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.entitlement.EntitlementId;
import dev.laurel.core.entitlement.Service;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.reward.Availability;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.BenefitId;
import dev.laurel.core.reward.Claim;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.reward.RewardCommand;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Benefits and services as events of a membership. */
class MembershipBenefitsTest {
  private static final BenefitId CAP = BenefitId.of("cap");
  private static final Service REMOTE = Service.of("remote-start");
  private static final Subject CAR = Subject.of("v-77");
  private static final String MARCH = "2025-03-01T00:00:00Z";
  private static final String APRIL = "2025-04-01T00:00:00Z";

  private final Memberships memberships = Memberships.of(program(Clubs.ladder().build()));
  private Membership ann = memberships.enrol(ANN, ENROLLED);
  private Commons commons = memberships.commons();

  /** A cap for Gold, of which there is one; remote start for a car. */
  private static LoyaltyProgram program(TierLadder ladder) {
    return LoyaltyProgram.builder()
        .points(ProgramVersions.of(Clubs.points(LateCommands.AS_ARRIVED)))
        .addLadder(LadderVersions.of(ladder))
        .rewards(RewardCatalog.of(Benefit.builder()
            .id(CAP)
            .name("Cap")
            .reward(new Reward.Privilege("Cap"))
            .availability(Availability.times(2))
            .stock(1)
            .eligibility(Condition.segment(LoyaltyProgram.atLeast("stars", GOLD)))
            .build()))
        .addService(ServiceTerms.builder()
            .service(REMOTE)
            .name("Remote start")
            .isBoundToThing(true)
            .term(Period.ofYears(1))
            .extension(Period.ofYears(1))
            .extensionFee(ExactMoney.parse("EUR 79.00"))
            .build())
        .build();
  }

  private MembershipOutcome submit(MembershipEvent event) {
    MembershipOutcome outcome = memberships.submit(ann, event, commons);
    ann = outcome.membership();
    commons = outcome.commons();
    return outcome;
  }

  private void assertRejected(String code, MembershipEvent event) {
    assertThat(submit(event).rejection()).map(MembershipOutcome.Rejected::code).contains(code);
  }

  private static MembershipEvent takes(String id, String at, Optional<String> cause) {
    return MembershipEvent.of(
        stamp(id, ANN, at),
        new RewardCommand.Take(
            CommandId.of(id),
            ANN,
            CAP,
            Optional.empty(),
            cause.map(ActivityId::of),
            Instant.parse(at)));
  }

  private static MembershipEvent asks(String id, String at, EntitlementCommand command) {
    return MembershipEvent.of(stamp(id, ANN, at), command);
  }

  private static EntitlementCommand activates(MemberId member, String at) {
    return new EntitlementCommand.Activate(
        EntitlementId.of("e-1"), REMOTE, member, Optional.of(CAR), Instant.parse(at));
  }

  @Nested
  class ABenefit {
    @Test
    void isOpenFromTheTierOnThatItAsksFor() {
      assertRejected("NOT_ELIGIBLE", takes("c-0", "2025-01-15T00:00:00Z", Optional.empty()));
      assertThat(memberships.benefits(ann, commons, Instant.parse(MARCH)).get(0).isOpen())
          .isFalse();

      submit(bought("r-1", "2025-02-01T00:00:00Z", "EUR 3000.00")).orThrow();

      assertThat(memberships.benefits(ann, commons, Instant.parse(MARCH)).get(0).isOpen())
          .isTrue();
      submit(takes("c-1", MARCH, Optional.empty())).orThrow();
      assertThat(ann.claims().count(CAP)).isEqualTo(1);
      assertThat(commons.stock().taken(CAP)).isEqualTo(1);
      assertRejected("OUT_OF_STOCK", takes("c-2", APRIL, Optional.empty()));
    }

    @Test
    void toldTwiceIsHadOnce() {
      submit(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00")).orThrow();
      submit(takes("c-1", MARCH, Optional.empty())).orThrow();
      Membership once = ann;

      submit(takes("c-1", MARCH, Optional.empty())).orThrow();

      assertThat(ann).isSameAs(once);
    }

    @Test
    void goesBackUnusedWithThePurchaseThatBroughtIt() {
      submit(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00")).orThrow();
      submit(takes("c-1", MARCH, Optional.of("r-1"))).orThrow();

      submit(Clubs.returned("b-1", APRIL, "r-1", Return.all())).orThrow();

      assertThat(ann.claims().claim(CommandId.of("c-1")).orElseThrow().state())
          .isEqualTo(Claim.State.REVOKED);
      assertThat(commons.stock().taken(CAP)).isZero();
    }

    @Test
    void staysWhereItWasUsed() {
      submit(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00")).orThrow();
      submit(takes("c-1", MARCH, Optional.of("r-1"))).orThrow();
      submit(MembershipEvent.of(
              stamp("u-1", ANN, MARCH),
              new RewardCommand.Use(ANN, CommandId.of("c-1"), Instant.parse(MARCH))))
          .orThrow();

      submit(Clubs.returned("b-1", APRIL, "r-1", Return.all())).orThrow();

      assertThat(ann.claims().claim(CommandId.of("c-1")).orElseThrow().state())
          .isEqualTo(Claim.State.USED);
    }

    @Test
    void isNotHadWhileFrozen() {
      submit(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00")).orThrow();
      submit(new MembershipEvent.Froze(stamp("f", ANN, "2025-02-02T00:00:00Z"), "checked"))
          .orThrow();

      assertRejected("MEMBERSHIP_FROZEN", takes("c-1", MARCH, Optional.empty()));
    }

    @Test
    void isPartOfTheDifferenceThatAProgramMakes() {
      TierLadder dearer = TierLadder.builder()
          .code("stars")
          .base(GREEN)
          .addRung(Rung.of(GOLD, Qualification.reach(Metric.points(Clubs.STARS), 700)))
          .build();
      WhatIf.Life life = new WhatIf.Life(
          ANN,
          ENROLLED,
          MemberFacts.none(),
          List.of(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00")));

      assertThat(new WhatIf(memberships.program(), program(dearer), Instant.parse(APRIL))
              .compare(life)
              .changes())
          .map(Object::toString)
          .containsExactly(
              "tiers.stars: was gold, is green", "benefits.cap: was open, is NOT_ELIGIBLE");
    }
  }

  @Nested
  class AService {
    @Test
    void isHeldAndExtendedForItsFee() {
      submit(asks("s-1", MARCH, activates(ANN, MARCH))).orThrow();
      MembershipOutcome extended = submit(asks(
          "s-2",
          APRIL,
          new EntitlementCommand.Extend(EntitlementId.of("e-1"), 1, Instant.parse(APRIL))));

      assertThat(((MembershipOutcome.Done) extended).fee()).contains(ExactMoney.parse("EUR 79.00"));
      assertThat(commons
              .services()
              .mayUse(ANN, REMOTE, Optional.of(CAR), Instant.parse("2027-02-28T00:00:00Z")))
          .isTrue();
    }

    @Test
    void endsWhenTheThingIsSold() {
      submit(asks("s-1", MARCH, activates(ANN, MARCH))).orThrow();
      submit(asks(
              "s-2",
              APRIL,
              new EntitlementCommand.HandOver(CAR, Optional.of(BOB), Instant.parse(APRIL))))
          .orThrow();

      assertThat(commons
              .services()
              .entitlement(EntitlementId.of("e-1"))
              .orElseThrow()
              .stateAt(Instant.parse(APRIL)))
          .isEqualTo(Entitlement.State.ENDED);
    }

    @Test
    void ofAnotherMemberIsNotOnesOwn() {
      Instant at = Instant.parse(MARCH);
      assertRejected("MEMBER_MISMATCH", asks("s-1", MARCH, activates(BOB, MARCH)));
      assertRejected(
          "UNKNOWN_REFERENCE",
          asks("s-2", MARCH, new EntitlementCommand.Extend(EntitlementId.of("e-9"), 1, at)));
      assertRejected(
          "UNKNOWN_REFERENCE",
          asks("s-3", MARCH, new EntitlementCommand.HandOver(CAR, Optional.empty(), at)));
      assertRejected(
          "NOT_TOLD_DIRECTLY", asks("s-4", MARCH, new EntitlementCommand.Unite(BOB, ANN, at)));
    }
  }

  @Test
  void aMembershipThatHasEndedStandsInTheBaseTier() {
    submit(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00")).orThrow();
    submit(new MembershipEvent.Closed(stamp("end", ANN, MARCH), "asked to")).orThrow();

    assertThat(ann.standing("stars", Instant.parse("2025-02-15T00:00:00Z")).tier())
        .isEqualTo(GOLD);
    assertThat(ann.standing("stars", Instant.parse(MARCH)).tier()).isEqualTo(GREEN);
    assertThat(MembershipStatement.of(ann, Instant.parse(APRIL)).ladders()).isEmpty();
  }

  @Test
  void aStampFitsItsCommand() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MembershipEvent.of(
            stamp("c-1", BOB, MARCH),
            RewardCommand.take(CommandId.of("c-1"), ANN, CAP, Instant.parse(MARCH))))
        .extracting(InvalidValueException::code)
        .isEqualTo(FailureCode.VALUE_INVALID);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MembershipEvent.of(stamp("s-1", ANN, APRIL), activates(ANN, MARCH)))
        .extracting(InvalidValueException::code)
        .isEqualTo(FailureCode.VALUE_INVALID);
  }
}
