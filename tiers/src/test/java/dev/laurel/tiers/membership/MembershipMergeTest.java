package dev.laurel.tiers.membership;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.BOB;
import static dev.laurel.core.testkit.Programs.stamp;
import static dev.laurel.tiers.membership.Clubs.ENROLLED;
import static dev.laurel.tiers.membership.Clubs.GOLD;
import static dev.laurel.tiers.membership.Clubs.GREEN;
import static dev.laurel.tiers.membership.Clubs.RESERVE;
import static dev.laurel.tiers.membership.Clubs.STARS;
import static dev.laurel.tiers.membership.Clubs.ladder;
import static dev.laurel.tiers.membership.Clubs.points;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.entitlement.EntitlementId;
import dev.laurel.core.entitlement.Service;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.reward.Availability;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.BenefitId;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.reward.RewardCommand;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.RefundEffect;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusSource;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Ann goes up in Bob: what each had, and what becomes of it. */
class MembershipMergeTest {
  private static final BenefitId CAP = BenefitId.of("cap");
  private static final Service REMOTE = Service.of("remote-start");
  private static final Instant SEPTEMBER = Instant.parse("2025-09-01T00:00:00Z");
  private static final String JULY = "2025-07-01T00:00:00Z";

  private Memberships memberships = Memberships.of(program(ladder().build()));
  private Commons commons = memberships.commons();

  private static LoyaltyProgram program(TierLadder ladder) {
    return LoyaltyProgram.builder()
        .points(ProgramVersions.of(points(LateCommands.AS_ARRIVED)))
        .addLadder(LadderVersions.of(ladder))
        .rewards(RewardCatalog.of(Benefit.builder()
            .id(CAP)
            .name("Driving cap")
            .reward(new Reward.Privilege("Cap"))
            .availability(Availability.once())
            .eligibility(Condition.segment(LoyaltyProgram.atLeast("stars", GOLD)))
            .build()))
        .addService(ServiceTerms.builder()
            .service(REMOTE)
            .name("Remote start")
            .term(Period.ofYears(1))
            .build())
        .build();
  }

  private void under(TierLadder ladder) {
    memberships = Memberships.of(program(ladder));
    commons = memberships.commons();
  }

  private Membership enrolled(MemberId member, MembershipEvent... events) {
    return after(memberships.enrol(member, ENROLLED), events);
  }

  private Membership after(Membership membership, MembershipEvent... events) {
    Membership next = membership;
    for (MembershipEvent event : events) {
      MembershipOutcome outcome = memberships.submit(next, event, commons);
      next = outcome.orThrow();
      commons = outcome.commons();
    }
    return next;
  }

  private static MembershipEvent bought(MemberId member, String id, String at, String money) {
    return Clubs.told(Programs.purchase(id, member, at, money));
  }

  private Membership ann(String money) {
    return enrolled(ANN, bought(ANN, "a-1", "2025-02-01T00:00:00Z", money));
  }

  private Membership bob(String money) {
    return enrolled(BOB, bought(BOB, "b-1", "2025-03-01T00:00:00Z", money));
  }

  private static CommandStamp atJuly() {
    return stamp("merge", ANN, JULY);
  }

  private MembershipMerge merge(Membership gone, Membership kept) {
    return memberships.merge(gone, kept, stamp("merge", gone.id(), JULY), commons);
  }

  private static Tier tier(Membership membership, String at) {
    return membership.standing("stars", Instant.parse(at)).tier();
  }

  private static long figure(Membership membership, String at) {
    return membership
        .record("stars")
        .measures(Instant.parse(at))
        .of(Metric.points(STARS), Optional.empty());
  }

  private static long stars(Membership membership) {
    return membership.member().account(STARS).balance(SEPTEMBER).units();
  }

  @Nested
  class TheTiers {
    @Test
    void creditsOfBothReachWhatNeitherReachesAlone() {
      Membership bob = merge(ann("EUR 300.00"), bob("EUR 250.00")).orThrow();

      assertThat(figure(bob, JULY)).isEqualTo(550);
      assertThat(tier(bob, JULY)).isEqualTo(GOLD);
      assertThat(tier(bob, "2025-06-30T23:59:59Z")).isEqualTo(GREEN);
      assertThat(tier(bob, "2026-12-31T23:59:59Z")).isEqualTo(GOLD);
      assertThat(tier(bob, "2027-01-01T00:00:00Z")).isEqualTo(GREEN);
    }

    @Test
    void theBetterOneStaysForAsLongAsItWasToLast() {
      Membership intoBob = merge(ann("EUR 600.00"), bob("EUR 10.00")).orThrow();
      Membership intoAnn = merge(bob("EUR 10.00"), ann("EUR 600.00")).orThrow();

      for (Membership each : new Membership[] {intoBob, intoAnn}) {
        assertThat(stars(each)).isEqualTo(610);
        assertThat(figure(each, JULY)).isEqualTo(610);
        assertThat(tier(each, JULY)).isEqualTo(GOLD);
        assertThat(tier(each, "2026-12-31T23:59:59Z")).isEqualTo(GOLD);
        assertThat(tier(each, "2027-01-01T00:00:00Z")).isEqualTo(GREEN);
      }
      assertThat(tier(intoBob, "2025-06-01T00:00:00Z")).isEqualTo(GREEN);
    }

    /** Reserve through 2026 and Gold through 2027: after Reserve comes Gold, not Green. */
    @Test
    void theLesserOneShowsAgainIfItLastsLonger() {
      under(ladder().review(ReviewOutcome.dropToBase()).build());
      Membership ann = enrolled(ANN, bought(ANN, "a-1", "2026-02-01T00:00:00Z", "EUR 600.00"));
      Membership bob = bob("EUR 2500.00");
      for (Membership each : new Membership[] {
        memberships
            .merge(ann, bob, stamp("m", ANN, "2026-07-01T00:00:00Z"), commons)
            .orThrow(),
        memberships
            .merge(bob, ann, stamp("m", BOB, "2026-07-01T00:00:00Z"), commons)
            .orThrow()
      }) {
        assertThat(tier(each, "2026-12-31T00:00:00Z")).isEqualTo(RESERVE);
        assertThat(tier(each, "2027-12-31T00:00:00Z")).isEqualTo(GOLD);
        assertThat(tier(each, "2028-01-01T00:00:00Z")).isEqualTo(GREEN);
      }
    }

    @Test
    void giftsGoOverWithTheirEnds() {
      MembershipEvent gift = MembershipEvent.of(
          "stars",
          new StatusFact.Given(
              stamp("gift", ANN, "2025-02-01T00:00:00Z"),
              RESERVE,
              StatusSource.GIFTED,
              Span.of(
                  Instant.parse("2025-02-01T00:00:00Z"), Instant.parse("2025-10-01T00:00:00Z"))));
      Membership bob = merge(enrolled(ANN, gift), bob("EUR 10.00")).orThrow();

      assertThat(tier(bob, "2025-06-30T00:00:00Z")).isEqualTo(GREEN);
      assertThat(tier(bob, "2025-09-30T00:00:00Z")).isEqualTo(RESERVE);
      assertThat(tier(bob, "2025-10-01T00:00:00Z")).isEqualTo(GREEN);
      Membership ended = after(
          bob,
          MembershipEvent.of(
              "stars",
              new StatusFact.Ended(
                  stamp("end", BOB, "2025-08-01T00:00:00Z"), CommandId.of("gift"))));
      assertThat(tier(ended, "2025-08-01T00:00:00Z")).isEqualTo(GREEN);
    }

    /** Ann paid for March and paused on the 11th: 21 days are left when Bob goes on. */
    @Test
    void aSubscriptionThatPausesGoesOnAtTheOneWhoStays() {
      Membership ann = enrolled(
          ANN,
          MembershipEvent.of(
              "stars",
              new StatusFact.Paid(
                  stamp("paid", ANN, "2025-03-01T00:00:00Z"),
                  GOLD,
                  Span.of(
                      Instant.parse("2025-03-01T00:00:00Z"),
                      Instant.parse("2025-04-01T00:00:00Z")))),
          MembershipEvent.of(
              "stars", new StatusFact.Paused(stamp("pause", ANN, "2025-03-11T00:00:00Z"), true)));
      Membership bob = merge(ann, bob("EUR 10.00")).orThrow();
      assertThat(tier(bob, "2025-07-02T00:00:00Z")).isEqualTo(GREEN);

      Membership resumed = after(
          bob,
          MembershipEvent.of(
              "stars", new StatusFact.Paused(stamp("on", BOB, "2025-08-01T00:00:00Z"), false)));

      assertThat(tier(resumed, "2025-08-21T23:59:59Z")).isEqualTo(GOLD);
      assertThat(tier(resumed, "2025-08-22T00:00:00Z")).isEqualTo(GREEN);
    }

    @Test
    void whatIsHeldForLifeIsHeldForLife() {
      Qualification often =
          Qualification.reach(Metric.points(STARS), 1_000, QualifyingPeriod.lifetime());
      under(TierLadder.builder()
          .code("stars")
          .base(GREEN)
          .addRung(Rung.builder()
              .tier(GOLD)
              .enter(Qualification.reach(Metric.points(STARS), 500))
              .forLife(often)
              .build())
          .build());

      Membership bob = merge(ann("EUR 1000.00"), bob("EUR 1.00")).orThrow();
      Membership together = merge(ann("EUR 400.00"), bob("EUR 600.00")).orThrow();

      assertThat(tier(bob, "2040-01-01T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(together, "2040-01-01T00:00:00Z")).isEqualTo(GOLD);
    }

    /** Ann's year runs from January, Bob's from June: her 300 of February count in his year. */
    @Test
    void creditsOfARunningYearCountInTheOtherOnesYear() {
      under(TierLadder.builder()
          .code("stars")
          .base(GREEN)
          .period(QualifyingPeriod.membershipYear(Period.ofYears(1)))
          .addRung(Rung.of(GOLD, Qualification.reach(Metric.points(STARS), 500)))
          .build());
      Membership bob = after(
          memberships.enrol(BOB, Instant.parse("2025-06-01T00:00:00Z")),
          bought(BOB, "b-1", "2025-06-02T00:00:00Z", "EUR 250.00"));

      Membership merged = merge(ann("EUR 300.00"), bob).orThrow();

      assertThat(figure(merged, JULY)).isEqualTo(550);
      assertThat(tier(merged, JULY)).isEqualTo(GOLD);
    }

    @Test
    void whatTheOneBoughtAndTheOtherReturnsCountsNoLonger() {
      under(ladder().refunds(RefundEffect.RECALCULATE_NOW).build());
      Membership bob = merge(ann("EUR 600.00"), bob("EUR 10.00")).orThrow();

      Membership after = after(
          bob,
          Clubs.told(Programs.taken("back", BOB, "2025-08-01T00:00:00Z", "a-1", Return.all())));

      assertThat(stars(after)).isEqualTo(10);
      assertThat(figure(after, "2025-08-02T00:00:00Z")).isEqualTo(10);
      assertThat(tier(after, "2025-08-02T00:00:00Z")).isEqualTo(GREEN);
    }
  }

  @Nested
  class BenefitsAndServices {
    private MembershipEvent takes(MemberId member, String id, String at) {
      return MembershipEvent.of(
          stamp(id, member, at),
          RewardCommand.take(CommandId.of(id), member, CAP, Instant.parse(at)));
    }

    @Test
    void whatTheOneHadTheOtherDoesNotGetAgain() {
      Membership ann = after(ann("EUR 600.00"), takes(ANN, "c-1", "2025-04-01T00:00:00Z"));
      Membership bob = merge(ann, bob("EUR 10.00")).orThrow();

      assertThat(bob.claims().claims()).hasSize(1);
      assertThat(memberships
              .submit(bob, takes(BOB, "c-2", "2025-08-01T00:00:00Z"), commons)
              .rejection()
              .map(MembershipOutcome.Rejected::code))
          .contains("ALREADY_CLAIMED");
    }

    @Test
    void theTierThatCameWithTheMergeOpensBenefits() {
      MembershipEvent take = takes(BOB, "c-1", "2025-08-01T00:00:00Z");
      Membership bob = bob("EUR 10.00");

      assertThat(memberships.submit(bob, take, commons).rejection())
          .map(MembershipOutcome.Rejected::code)
          .contains("NOT_ELIGIBLE");
      assertThat(after(merge(ann("EUR 600.00"), bob).orThrow(), take).claims().claims())
          .hasSize(1);
    }

    @Test
    void servicesGoOver() {
      Membership ann = after(
          ann("EUR 600.00"),
          MembershipEvent.of(
              stamp("s-1", ANN, "2025-04-01T00:00:00Z"),
              new EntitlementCommand.Activate(
                  EntitlementId.of("e-1"),
                  REMOTE,
                  ANN,
                  Optional.empty(),
                  Instant.parse("2025-04-01T00:00:00Z"))));

      Commons after = merge(ann, bob("EUR 10.00")).commons();

      assertThat(after.services().mayUse(BOB, REMOTE, Optional.empty(), Instant.parse(JULY)))
          .isTrue();
      assertThat(after.services().heldBy(ANN)).isEmpty();
    }
  }

  @Nested
  class TheOneWhoIsGone {
    private final MembershipMerge merge = merge(ann("EUR 600.00"), bob("EUR 10.00"));

    @Test
    void pointsToTheOneWhoStaysAndHasNothing() {
      Membership gone = merge.gone();

      assertThat(gone.state())
          .isEqualTo(new MembershipState.Merged(BOB, Instant.parse(JULY)))
          .isEqualTo(gone.erased().state());
      assertThat(stars(gone)).isZero();
      assertThat(gone.claims().claims()).isEmpty();
      assertThat(tier(gone, "2025-06-01T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(gone, JULY)).isEqualTo(GREEN);
      assertThat(MembershipStatement.of(gone, Instant.parse(JULY)).ladders()).isEmpty();
    }

    @Test
    void takesNothingAnyMoreAndSaysWhoStays() {
      MembershipOutcome outcome =
          memberships.submit(merge.gone(), bought(ANN, "a-2", "2025-08-01T00:00:00Z", "EUR 1.00"));

      assertThat(outcome.rejection()).hasValueSatisfying(rejected -> {
        assertThat(rejected.code()).isEqualTo("MEMBERSHIP_MERGED");
        assertThat(rejected.message()).contains("m-bob");
      });
      assertThat(outcome.membership()).isSameAs(merge.gone());
    }

    @Test
    void goesUpOnceHoweverOftenItIsTold() {
      MembershipMerge again =
          memberships.merge(merge.gone(), merge.kept(), atJuly(), merge.commons());

      assertThat(again.rejection()).isEmpty();
      assertThat(again.kept()).isSameAs(merge.kept());
    }
  }

  @Nested
  class Refusals {
    private void assertRefused(Membership gone, Membership kept, String code) {
      MembershipMerge merge = merge(gone, kept);

      assertThat(merge.rejection()).map(MembershipMerge.Rejected::code).contains(code);
      assertThat(merge.gone()).isSameAs(gone);
      assertThat(merge.kept()).isSameAs(kept);
      assertThat(merge.commons()).isSameAs(commons);
      assertThat(merge.rejection().orElseThrow().message()).hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void nobodyGoesUpInOneself_row54() {
      assertRefused(ann("EUR 1.00"), ann("EUR 1.00"), "MERGE_SELF");
    }

    @Test
    void nobodyGoesUpTwiceOrInACircle_row54() {
      MembershipMerge done = merge(ann("EUR 1.00"), bob("EUR 1.00"));

      assertThat(memberships
              .merge(done.kept(), done.gone(), stamp("m-2", BOB, JULY), commons)
              .rejection())
          .map(MembershipMerge.Rejected::code)
          .contains("MEMBERSHIP_MERGED");
      assertThat(memberships
              .merge(done.gone(), done.kept(), stamp("m-2", ANN, JULY), commons)
              .rejection())
          .map(MembershipMerge.Rejected::code)
          .contains("MEMBERSHIP_MERGED");
    }

    @Test
    void frozenAndEndedMembershipsStayAsTheyAre() {
      Membership frozen = after(
          ann("EUR 1.00"),
          new MembershipEvent.Froze(stamp("f", ANN, "2025-05-01T00:00:00Z"), "checked"));
      Membership ended = after(
          ann("EUR 1.00"),
          new MembershipEvent.Closed(stamp("e", ANN, "2025-05-01T00:00:00Z"), "asked to"));

      assertRefused(frozen, bob("EUR 1.00"), "MEMBERSHIP_FROZEN");
      assertRefused(bob("EUR 1.00"), frozen, "MEMBERSHIP_FROZEN");
      assertRefused(ended, bob("EUR 1.00"), "MEMBERSHIP_ENDED");
      assertRefused(bob("EUR 1.00"), ended, "MEMBERSHIP_ENDED");
    }

    @Test
    void nobodyGoesUpBeforeEnrolment() {
      Membership late = memberships.enrol(BOB, Instant.parse("2025-08-01T00:00:00Z"));

      assertRefused(ann("EUR 1.00"), late, "BEFORE_ENROLMENT");
    }

    @Test
    void oneNameForTwoThingsIsAConflict() {
      assertRefused(
          ann("EUR 1.00"),
          enrolled(BOB, bought(BOB, "a-1", "2025-03-01T00:00:00Z", "EUR 1.00")),
          "IDEMPOTENCY_CONFLICT");
      assertRefused(
          after(
              ann("EUR 1.00"), new MembershipEvent.Thawed(stamp("t", ANN, "2025-05-01T00:00:00Z"))),
          after(
              bob("EUR 1.00"), new MembershipEvent.Thawed(stamp("t", BOB, "2025-05-01T00:00:00Z"))),
          "IDEMPOTENCY_CONFLICT");
    }

    @Test
    void theStampNamesTheOneWhoIsGone() {
      MembershipMerge merge =
          memberships.merge(bob("EUR 1.00"), ann("EUR 1.00"), atJuly(), commons);

      assertThat(merge.rejection()).map(MembershipMerge.Rejected::code).contains("MEMBER_MISMATCH");
    }

    @Test
    void aUnionOfRecordsIsNotToldDirectly() {
      MembershipOutcome outcome = memberships.submit(
          bob("EUR 1.00"),
          MembershipEvent.of(
              "stars",
              new StatusFact.United(
                  stamp("u", BOB, JULY), ann("EUR 600.00").record("stars").past())));

      assertThat(outcome.rejection())
          .map(MembershipOutcome.Rejected::code)
          .contains("NOT_TOLD_DIRECTLY");
    }
  }

  @Nested
  class AsEventsOfTwoHistories {
    private MembershipHistory history(LateCommands late, MemberId member) {
      memberships = Memberships.of(LoyaltyProgram.of(points(late), ladder().build()));
      return MembershipHistory.open(memberships, memberships.enrol(member, ENROLLED));
    }

    private MembershipEvent absorbed(MembershipHistory gone) {
      return new MembershipEvent.Absorbed(stamp("merge", BOB, JULY), gone.life());
    }

    @Test
    void bothSidesAreWhatTheMergeGives() {
      MembershipHistory ann = history(LateCommands.REPLAY, ANN)
          .append(bought(ANN, "a-1", "2025-02-01T00:00:00Z", "EUR 600.00"));
      MembershipHistory bob = history(LateCommands.REPLAY, BOB)
          .append(bought(BOB, "b-1", "2025-03-01T00:00:00Z", "EUR 10.00"));
      MembershipMerge merge =
          memberships.merge(ann.membership(), bob.membership(), atJuly(), memberships.commons());

      MembershipHistory gone = ann.append(new MembershipEvent.MergedAway(atJuly(), BOB));
      MembershipHistory kept = bob.append(absorbed(gone));

      assertThat(gone.membership()).isEqualTo(merge.gone());
      assertThat(kept.membership().member()).isEqualTo(merge.kept().member());
      assertThat(kept.membership().records()).isEqualTo(merge.kept().records());
    }

    /** Ann's first 600 turn up in August: her 100 of March earn 120, and Bob has them. */
    @Test
    void aLateFactOfTheOneWhoIsGoneTakesItsPlaceInTheOther() {
      MembershipHistory ann = history(LateCommands.REPLAY, ANN)
          .append(bought(ANN, "a-2", "2025-03-01T00:00:00Z", "EUR 100.00"));
      MembershipHistory bob = history(LateCommands.REPLAY, BOB)
          .append(absorbed(ann))
          .append(bought(BOB, "b-1", "2025-08-01T00:00:00Z", "EUR 10.00"))
          .append(bought(ANN, "a-1", "2025-02-01T00:00:00Z", "EUR 600.00"));

      assertThat(bob.steps()).hasSize(2);
      assertThat(stars(bob.membership())).isEqualTo(600 + 120 + 12);
      assertThat(tier(bob.membership(), JULY)).isEqualTo(GOLD);
    }

    @Test
    void whatHappensToTheOneWhoIsGoneAfterwardsIsTheOtherOnesAffairNoMore() {
      MembershipHistory bob = history(LateCommands.REPLAY, BOB)
          .append(absorbed(history(LateCommands.REPLAY, ANN)))
          .append(bought(ANN, "a-9", "2025-09-01T00:00:00Z", "EUR 5.00"));

      assertThat(bob.outcomeOf(CommandId.of("a-9")).orElseThrow().rejection())
          .map(MembershipOutcome.Rejected::code)
          .contains("MEMBER_MISMATCH");
    }

    @Test
    void threeMayBecomeOne() {
      MemberId cid = MemberId.of("m-cid");
      MembershipHistory carol = history(LateCommands.REPLAY, cid)
          .append(bought(cid, "c-1", "2025-02-01T00:00:00Z", "EUR 200.00"));
      MembershipHistory ann = history(LateCommands.REPLAY, ANN)
          .append(bought(ANN, "a-1", "2025-02-01T00:00:00Z", "EUR 200.00"))
          .append(new MembershipEvent.Absorbed(
              stamp("first", ANN, "2025-04-01T00:00:00Z"), carol.life()));
      MembershipHistory bob = history(LateCommands.REPLAY, BOB)
          .append(bought(BOB, "b-1", "2025-02-01T00:00:00Z", "EUR 200.00"))
          .append(absorbed(ann))
          .append(bought(cid, "c-2", "2025-03-01T00:00:00Z", "EUR 50.00"));

      assertThat(figure(bob.membership(), JULY)).isEqualTo(650);
      assertThat(stars(bob.membership())).isEqualTo(650);
      assertThat(tier(bob.membership(), JULY)).isEqualTo(GOLD);
    }

    @Test
    void aChangedProgramFindsTheWholeLife() {
      MembershipHistory ann = history(LateCommands.AS_ARRIVED, ANN)
          .append(bought(ANN, "a-1", "2025-02-01T00:00:00Z", "EUR 300.00"));
      MembershipHistory bob = history(LateCommands.AS_ARRIVED, BOB)
          .append(bought(BOB, "b-1", "2025-03-01T00:00:00Z", "EUR 10.00"))
          .append(absorbed(ann));
      LoyaltyProgram cheaper = LoyaltyProgram.of(
          points(LateCommands.AS_ARRIVED),
          TierLadder.builder()
              .code("stars")
              .base(GREEN)
              .addRung(Rung.of(GOLD, Qualification.reach(Metric.points(STARS), 310)))
              .build());
      WhatIf question = new WhatIf(memberships.program(), cheaper, Instant.parse(JULY));

      assertThat(question.compare(bob.life()).changes())
          .map(Object::toString)
          .containsExactly("tiers.stars: was green, is gold");
    }
  }
}
