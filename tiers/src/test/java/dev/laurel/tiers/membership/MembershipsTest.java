package dev.laurel.tiers.membership;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.BOB;
import static dev.laurel.core.testkit.Programs.stamp;
import static dev.laurel.tiers.membership.Clubs.ENROLLED;
import static dev.laurel.tiers.membership.Clubs.GOLD;
import static dev.laurel.tiers.membership.Clubs.GREEN;
import static dev.laurel.tiers.membership.Clubs.MILES;
import static dev.laurel.tiers.membership.Clubs.RESERVE;
import static dev.laurel.tiers.membership.Clubs.STARS;
import static dev.laurel.tiers.membership.Clubs.bought;
import static dev.laurel.tiers.membership.Clubs.club;
import static dev.laurel.tiers.membership.Clubs.ladder;
import static dev.laurel.tiers.membership.Clubs.points;
import static dev.laurel.tiers.membership.Clubs.redeemed;
import static dev.laurel.tiers.membership.Clubs.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.AccrualStep;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.RefundEffect;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusSource;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MembershipsTest {
  private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

  private Memberships memberships = Memberships.of(club(Crossing.AT_EVENT_START));
  private Membership ann = memberships.enrol(ANN, ENROLLED);

  private void run(LoyaltyProgram program, MembershipEvent... events) {
    memberships = Memberships.of(program);
    ann = memberships.enrol(ANN, ENROLLED);
    tell(events);
  }

  private void tell(MembershipEvent... events) {
    for (MembershipEvent event : events) {
      ann = memberships.submit(ann, event).orThrow();
    }
  }

  private long stars() {
    return ann.member().account(STARS).balance(JUNE).units();
  }

  private Tier tier(Instant at) {
    return ann.record("stars").standing(at).tier();
  }

  /** Scenario 22: at 495 of 500, $10 at 1, 1.2 and 1.7 stars. */
  @Nested
  class WhenAPurchaseCrossesAThreshold {
    private void crossing(Crossing crossing) {
      run(
          club(crossing),
          bought("r-1", "2025-02-01T00:00:00Z", "EUR 495.00"),
          bought("r-2", "2025-02-02T00:00:00Z", "EUR 10.00"));
    }

    @Test
    void theTierOfItsStartMayGiveTheFactor() {
      crossing(Crossing.AT_EVENT_START);
      assertThat(stars()).isEqualTo(505);
      assertThat(tier(JUNE)).isEqualTo(GOLD);

      tell(bought("r-3", "2025-02-03T00:00:00Z", "EUR 10.00"));
      assertThat(stars()).isEqualTo(517);
    }

    @Test
    void theTierOfItsEndMayGiveTheFactor() {
      crossing(Crossing.AFTER_EVENT);
      assertThat(stars()).isEqualTo(507);
    }

    @Test
    void eachTierMayGiveTheFactorOfItsShare() {
      crossing(Crossing.SPLIT_AT_THRESHOLD);
      assertThat(stars()).isEqualTo(506);
      assertThat(ann
              .member()
              .effect(ActivityId.of("r-2"))
              .orElseThrow()
              .accrual()
              .orElseThrow()
              .steps()
              .stream()
              .map(AccrualStep::working)
              .map(Object::toString))
          .anyMatch(working -> working.contains("1/2 as Green, 1/2 as Gold"));
    }

    @Test
    void onePurchaseMayCrossSeveralTiers() {
      run(club(Crossing.SPLIT_AT_THRESHOLD), bought("r", "2025-02-01T00:00:00Z", "EUR 5000.00"));

      // 500 at 1, 2,000 at 6/5 and 2,500 at 17/10.
      assertThat(stars()).isEqualTo(500 + 2_400 + 4_250);
      assertThat(tier(JUNE)).isEqualTo(RESERVE);
    }
  }

  @Test
  void spendingPointsChangesNoTier() {
    tell(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"));
    tell(redeemed("s-1", "2025-03-01T00:00:00Z", 600));

    assertThat(stars()).isZero();
    assertThat(tier(JUNE)).isEqualTo(GOLD);
  }

  @Test
  void expiryOfPointsChangesNoFigure() {
    tell(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"));
    Instant later = Instant.parse("2026-06-01T00:00:00Z");

    assertThat(ann.member().account(STARS).balance(later).units()).isZero();
    assertThat(tier(later)).isEqualTo(GOLD);
  }

  @Nested
  class WhenTheTierLooksAtTheBalance {
    private LoyaltyProgram onBalance() {
      TierLadder ladder = TierLadder.builder()
          .code("stars")
          .base(GREEN)
          .addRung(Rung.of(GOLD, Qualification.reach(Metric.currentBalance(STARS), 500)))
          .validity(Validity.whileQualified())
          .build();
      return LoyaltyProgram.of(points(LateCommands.AS_ARRIVED), ladder);
    }

    @Test
    void spendingLowersIt() {
      run(onBalance(), bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"));
      assertThat(tier(JUNE)).isEqualTo(GOLD);

      tell(redeemed("s-1", "2025-03-01T00:00:00Z", 200));
      assertThat(tier(JUNE)).isEqualTo(GREEN);
    }

    @Test
    void expiryLowersItWhenItHappens() {
      run(
          onBalance(),
          bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"),
          bought("r-2", "2026-03-01T00:00:00Z", "EUR 1.00"));

      assertThat(tier(Instant.parse("2026-02-01T23:00:00Z"))).isEqualTo(GOLD);
      assertThat(tier(Instant.parse("2026-02-02T00:00:00Z"))).isEqualTo(GREEN);
    }
  }

  @Nested
  class WhenAPurchaseIsReturned {
    private LoyaltyProgram with(RefundEffect effect) {
      return LoyaltyProgram.of(
          points(LateCommands.AS_ARRIVED), ladder().refunds(effect).build());
    }

    @Test
    void theFactorOfItsDayIsTakenBackWithIt() {
      tell(
          bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"),
          bought("r-2", "2025-02-02T00:00:00Z", "EUR 100.00"));
      assertThat(stars()).isEqualTo(720);

      tell(returned("b", "2025-03-01T00:00:00Z", "r-2", Programs.amount("EUR 50.00")));
      assertThat(stars()).isEqualTo(660);
    }

    @Test
    void pointsAndTierAreAsIfItHadNeverBeen() {
      run(with(RefundEffect.RECALCULATE_NOW), bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"));
      tell(returned("b", "2025-03-01T00:00:00Z", "r-1", Return.all()));

      assertThat(stars()).isZero();
      assertThat(tier(JUNE)).isEqualTo(GREEN);
    }

    @Test
    void aReturnThatWouldChangeTheTierIsRefusedAsAWhole() {
      run(
          with(RefundEffect.REJECT_IF_TIER_CHANGES),
          bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"));

      MembershipOutcome outcome = memberships.submit(
          ann, returned("b", "2025-03-01T00:00:00Z", "r-1", Programs.amount("EUR 200.00")));

      assertThat(outcome.rejection())
          .map(MembershipOutcome.Rejected::code)
          .contains("TIER_WOULD_CHANGE");
      assertThat(outcome.membership()).isSameAs(ann);
      tell(returned("c", "2025-03-01T00:00:00Z", "r-1", Programs.amount("EUR 50.00")));
      assertThat(stars()).isEqualTo(550);
    }
  }

  @Nested
  class WhenTheMembershipItselfChanges {
    @Test
    void frozenMembersEarnAndDoNotSpend() {
      tell(
          bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"),
          new MembershipEvent.Froze(stamp("fr", ANN, "2025-02-02T00:00:00Z"), "checked"),
          bought("r-2", "2025-02-03T00:00:00Z", "EUR 10.00"));

      assertThat(
              memberships.submit(ann, redeemed("s", "2025-02-04T00:00:00Z", 5)).rejection())
          .map(MembershipOutcome.Rejected::code)
          .contains("MEMBERSHIP_FROZEN");
      tell(
          new MembershipEvent.Thawed(stamp("th", ANN, "2025-02-05T00:00:00Z")),
          redeemed("s", "2025-02-06T00:00:00Z", 5));
      assertThat(stars()).isEqualTo(600 + 12 - 5);
    }

    @Test
    void whatAClosedMembershipHadIsForfeited() {
      tell(
          bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"),
          new MembershipEvent.Closed(stamp("end", ANN, "2025-03-01T00:00:00Z"), "asked to"));

      assertThat(ann.member().account(STARS).totals().forfeited()).isEqualTo(600);
      assertThat(memberships
              .submit(ann, bought("r-2", "2025-04-01T00:00:00Z", "EUR 1.00"))
              .rejection())
          .map(MembershipOutcome.Rejected::code)
          .contains("MEMBERSHIP_ENDED");
    }

    @Test
    void aGivenTierGivesItsFactor() {
      StatusFact gift = new StatusFact.Given(
          stamp("gift", ANN, "2025-02-01T00:00:00Z"),
          RESERVE,
          StatusSource.GIFTED,
          Span.of(Instant.parse("2025-02-01T00:00:00Z"), Instant.parse("2025-03-01T00:00:00Z")));
      tell(
          MembershipEvent.of("stars", gift),
          bought("r-1", "2025-02-02T00:00:00Z", "EUR 10.00"),
          bought("r-2", "2025-03-02T00:00:00Z", "EUR 10.00"));

      assertThat(stars()).isEqualTo(17 + 10);
      assertThat(ann.member().account(MILES).balance(JUNE).units()).isEqualTo(20);
    }
  }

  @Test
  void whatCameBeforeIsNotTakenAgain() {
    MembershipEvent first = bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00");
    MembershipEvent flag = MembershipEvent.of(
        "stars",
        new StatusFact.Flagged(stamp("f", ANN, "2025-02-01T00:00:00Z"), Flag.of("card"), true));
    tell(first, flag);

    assertThat(memberships.submit(ann, first).membership()).isSameAs(ann);
    assertThat(memberships.submit(ann, flag).membership()).isSameAs(ann);
    assertThat(memberships
            .submit(ann, bought("r-1", "2025-02-01T00:00:00Z", "EUR 601.00"))
            .rejection())
        .map(MembershipOutcome.Rejected::code)
        .contains("IDEMPOTENCY_CONFLICT");
  }

  @Test
  void eventsThatFitNothingAreRejected() {
    assertRejected("BEFORE_ENROLMENT", bought("r", "2024-12-31T00:00:00Z", "EUR 1.00"));
    assertRejected(
        "MEMBER_MISMATCH",
        Clubs.told(Programs.purchase("r", BOB, "2025-02-01T00:00:00Z", "EUR 1.00")));
    StatusFact flag =
        new StatusFact.Flagged(stamp("f", ANN, "2025-02-01T00:00:00Z"), Flag.of("card"), true);
    assertRejected("UNKNOWN_LADDER", MembershipEvent.of("other", flag));
    assertRejected(
        "NOT_TOLD_DIRECTLY",
        MembershipEvent.of(
            "stars",
            new StatusFact.Balanced(stamp("b", ANN, "2025-02-01T00:00:00Z"), STARS, 1_000)));
    assertRejected("INSUFFICIENT_POINTS", redeemed("s", "2025-02-01T00:00:00Z", 5));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ann.record("other"))
        .withMessageContaining("other");
  }

  private void assertRejected(String code, MembershipEvent event) {
    MembershipOutcome outcome = memberships.submit(ann, event);

    assertThat(outcome.rejection()).map(MembershipOutcome.Rejected::code).contains(code);
    assertThat(outcome.membership()).isSameAs(ann);
  }

  @Test
  void theStatementSaysWhereTheMemberStands() {
    tell(bought("r-1", "2025-02-01T00:00:00Z", "EUR 600.00"));

    String text = StatementText.of(
        MembershipStatement.of(ann, JUNE), memberships.program().calendar());

    assertThat(text).isEqualTo("""
            m-ann on 2025-06-01
              Miles: 600
              Stars: 600
                600 usable through 2026-02-01
              Tier: Gold
                2025-02-01: Green -> Gold, reached, by r-1
                reach Reserve: 1900 stars more by 2025-12-31
                keep Gold: 500 stars more by 2026-12-31
                if nothing more happens: Green from 2027-01-01
                before then 600 stars expire
                stars: 600
                  + 600 r-1 on 2025-02-01
            """);
  }
}
