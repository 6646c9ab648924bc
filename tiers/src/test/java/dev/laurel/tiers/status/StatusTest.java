package dev.laurel.tiers.status;

import static dev.laurel.tiers.status.Lives.ANN;
import static dev.laurel.tiers.status.Lives.FLIGHT;
import static dev.laurel.tiers.status.Lives.GOLD;
import static dev.laurel.tiers.status.Lives.MEMBER;
import static dev.laurel.tiers.status.Lives.MILES;
import static dev.laurel.tiers.status.Lives.PLATINUM;
import static dev.laurel.tiers.status.Lives.SILVER;
import static dev.laurel.tiers.status.Lives.after;
import static dev.laurel.tiers.status.Lives.earned;
import static dev.laurel.tiers.status.Lives.elite;
import static dev.laurel.tiers.status.Lives.enrolled;
import static dev.laurel.tiers.status.Lives.flown;
import static dev.laurel.tiers.status.Lives.flownLate;
import static dev.laurel.tiers.status.Lives.given;
import static dev.laurel.tiers.status.Lives.miles;
import static dev.laurel.tiers.status.Lives.refunded;
import static dev.laurel.tiers.status.Lives.stamp;
import static dev.laurel.tiers.status.Lives.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Counting;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.LateCredits;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.RefundEffect;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.Rollover;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.StatusEffect;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusTest {

  @Test
  void memberWithoutEventsIsInTheBaseTier() {
    StatusRecord record = enrolled(elite().build());

    assertThat(tier(record, "2025-01-01T00:00:00Z")).isEqualTo(MEMBER);
    assertThat(tier(record, "2060-01-01T00:00:00Z")).isEqualTo(MEMBER);
  }

  @Test
  void thresholdItselfReachesTheTierAndOneLessDoesNot() {
    StatusRecord short1 =
        after(enrolled(elite().build()), flown("f-1", "2025-03-01T10:00:00Z", 99));
    StatusRecord enough = after(short1, flown("f-2", "2025-03-02T10:00:00Z", 1));

    assertThat(tier(short1, "2025-03-02T10:00:00Z")).isEqualTo(MEMBER);
    assertThat(tier(enough, "2025-03-02T09:59:59Z")).isEqualTo(MEMBER);
    assertThat(tier(enough, "2025-03-02T10:00:00Z")).isEqualTo(SILVER);
  }

  @Test
  void tierLastsToTheEndOfTheNextYearAndNoLonger() {
    StatusRecord record =
        after(enrolled(elite().build()), flown("f-1", "2025-03-01T10:00:00Z", 210));

    assertThat(tier(record, "2026-12-31T23:59:59Z")).isEqualTo(GOLD);
    assertThat(tier(record, "2027-01-01T00:00:00Z")).isEqualTo(MEMBER);
    assertThat(record.course(Instant.parse("2028-01-01T00:00:00Z")).transitions())
        .extracting(Transition::cause)
        .containsExactly(Transition.Cause.REACHED, Transition.Cause.NOT_RENEWED);
  }

  @Test
  void reviewRenewsWhoMeetsTheTermsOfStaying() {
    TierLadder softer = TierLadder.builder()
        .code("elite")
        .base(MEMBER)
        .addRung(Rung.builder().tier(SILVER).enter(miles(100)).stay(miles(80)).build())
        .build();
    StatusRecord record = after(
        enrolled(softer),
        flown("f-1", "2025-03-01T10:00:00Z", 100),
        flown("f-2", "2026-03-01T10:00:00Z", 80));

    assertThat(tier(record, "2027-12-31T23:59:59Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2028-01-01T00:00:00Z")).isEqualTo(MEMBER);
  }

  @Test
  void comingBackHasATermOfItsOwn() {
    TierLadder ladder = TierLadder.builder()
        .code("elite")
        .base(MEMBER)
        .addRung(
            Rung.builder().tier(SILVER).enter(miles(100)).reenter(miles(50)).build())
        .build();
    StatusRecord record = after(
        enrolled(ladder),
        flown("f-0", "2025-02-01T10:00:00Z", 60),
        flown("f-1", "2025-03-01T10:00:00Z", 40),
        flown("f-2", "2027-03-01T10:00:00Z", 50));

    assertThat(tier(record, "2025-02-02T00:00:00Z")).isEqualTo(MEMBER);
    assertThat(tier(record, "2027-02-01T00:00:00Z")).isEqualTo(MEMBER);
    assertThat(tier(record, "2027-03-02T00:00:00Z")).isEqualTo(SILVER);
  }

  @Test
  void tierReachedForTheNextPeriodBeginsWithIt() {
    StatusRecord record = after(
        enrolled(elite().effect(StatusEffect.NEXT_PERIOD).build()),
        flown("f-1", "2025-03-01T10:00:00Z", 100));

    assertThat(tier(record, "2025-12-31T23:59:59Z")).isEqualTo(MEMBER);
    assertThat(tier(record, "2026-01-01T00:00:00Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2027-01-01T00:00:00Z")).isEqualTo(MEMBER);
  }

  @Test
  void extensionKeepsTheTierSomeMonthsAfterAFailedReview() {
    StatusRecord record = after(
        enrolled(elite().validity(Validity.endOfNextPeriod(Period.ofMonths(3))).build()),
        flown("f-1", "2025-03-01T10:00:00Z", 100));
    StatusRecord late = after(record, flown("f-2", "2027-02-01T10:00:00Z", 100));

    assertThat(tier(record, "2027-03-31T23:59:59Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2027-04-01T00:00:00Z")).isEqualTo(MEMBER);
    assertThat(tier(late, "2027-04-01T00:00:00Z")).isEqualTo(SILVER);
    assertThat(tier(late, "2029-03-31T00:00:00Z")).isEqualTo(SILVER);
    assertThat(tier(late, "2029-04-01T00:00:00Z")).isEqualTo(MEMBER);
  }

  @Test
  void monthsFromAttainmentCountTheDayItself() {
    TierLadder ladder = elite()
        .period(QualifyingPeriod.rolling(Period.ofMonths(12)))
        .validity(Validity.lasting(Period.ofMonths(12)))
        .build();
    StatusRecord record = after(enrolled(ladder), flown("f-1", "2025-03-10T10:00:00Z", 100));

    assertThat(tier(record, "2026-03-10T23:59:59Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2026-03-11T00:00:00Z")).isEqualTo(MEMBER);
  }

  @Test
  void rollingTierEndsAsItsEventsLeaveTheWindow() {
    TierLadder ladder = elite()
        .period(QualifyingPeriod.rolling(Period.ofMonths(12)))
        .validity(Validity.whileQualified())
        .build();
    StatusRecord record = after(
        enrolled(ladder),
        flown("f-1", "2025-03-10T10:00:00Z", 60),
        flown("f-2", "2025-06-10T10:00:00Z", 40));

    assertThat(tier(record, "2025-06-10T10:00:00Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2026-03-09T23:59:59Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2026-03-10T00:00:00Z")).isEqualTo(MEMBER);
  }

  @Test
  void membershipYearsCountFromEnrolment() {
    StatusRecord record = after(
        enrolled(
            elite().period(QualifyingPeriod.membershipYear(Period.ofYears(1))).build(),
            "2025-05-15T12:00:00Z"),
        flown("f-1", "2026-05-14T10:00:00Z", 60),
        flown("f-2", "2026-05-15T00:00:00Z", 60));

    assertThat(tier(record, "2026-05-16T00:00:00Z")).isEqualTo(MEMBER);
  }

  @Test
  void tierYearBeginsWithTheTierAndDeductionLeavesTheSurplus() {
    TierLadder ladder = elite()
        .period(QualifyingPeriod.tierYear(Period.ofYears(1)))
        .validity(Validity.endOfPeriod())
        .counting(Counting.DEDUCT_THRESHOLD)
        .build();
    StatusRecord record = after(
        enrolled(ladder),
        flown("f-1", "2025-03-10T10:00:00Z", 130),
        flown("f-2", "2026-03-09T10:00:00Z", 70));

    assertThat(tier(record, "2025-03-11T00:00:00Z")).isEqualTo(SILVER);
    // 30 left over and 70 flown within the tier year keep Silver for another one.
    assertThat(tier(record, "2026-03-10T00:00:00Z")).isEqualTo(SILVER);
    assertThat(tier(record, "2027-03-10T00:00:00Z")).isEqualTo(MEMBER);
  }

  @Nested
  class WhenAReviewIsNotPassed {
    private StatusRecord platinumWhoFlew(ReviewOutcome outcome, long miles) {
      StatusRecord record = after(
          enrolled(elite().review(outcome).build()), flown("f-1", "2025-03-01T10:00:00Z", 300));
      return miles == 0 ? record : after(record, flown("f-2", "2026-03-01T10:00:00Z", miles));
    }

    @Test
    void theSoftLandingTakesOneTierAYear() {
      StatusRecord record = platinumWhoFlew(ReviewOutcome.dropOne(), 0);

      assertThat(tier(record, "2026-12-31T00:00:00Z")).isEqualTo(PLATINUM);
      assertThat(tier(record, "2027-06-01T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(record, "2028-06-01T00:00:00Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2029-06-01T00:00:00Z")).isEqualTo(MEMBER);
    }

    @Test
    void theSoftLandingMayAskForAFlight() {
      ReviewOutcome oneFlight =
          ReviewOutcome.dropOneIf(Qualification.reach(Metric.times(FLIGHT), 1));

      assertThat(tier(platinumWhoFlew(oneFlight, 1), "2027-01-01T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(platinumWhoFlew(oneFlight, 0), "2027-01-01T00:00:00Z")).isEqualTo(MEMBER);
    }

    @Test
    void theTierQualifiedForIsTheOneThatIsLeft() {
      StatusRecord record = platinumWhoFlew(ReviewOutcome.dropToQualified(), 120);

      assertThat(tier(record, "2027-01-01T00:00:00Z")).isEqualTo(SILVER);
    }

    @Test
    void theBaseTierMayBeAllThatIsLeft() {
      StatusRecord record = platinumWhoFlew(ReviewOutcome.dropToBase(), 120);

      assertThat(tier(record, "2027-01-01T00:00:00Z")).isEqualTo(MEMBER);
    }

    @Test
    void theTierMayBeKeptAllTheSame() {
      StatusRecord record = platinumWhoFlew(ReviewOutcome.keep(), 0);

      assertThat(tier(record, "2040-01-01T00:00:00Z")).isEqualTo(PLATINUM);
    }
  }

  @Nested
  class WhenTiersComeFromSeveralSources {
    @Test
    void theHighestCoversAndItsEndRevealsTheNext() {
      StatusRecord record = after(
          enrolled(elite().build()),
          flown("f-1", "2025-02-01T00:00:00Z", 100),
          given(
              "match",
              "2025-03-01T00:00:00Z",
              PLATINUM,
              StatusSource.MATCHED,
              "2025-06-01T00:00:00Z"),
          given("gift", "2025-04-01T00:00:00Z", GOLD, StatusSource.GIFTED, "2025-08-01T00:00:00Z"));

      assertThat(tier(record, "2025-02-15T00:00:00Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2025-05-31T23:59:59Z")).isEqualTo(PLATINUM);
      assertThat(tier(record, "2025-06-01T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(record, "2025-08-01T00:00:00Z")).isEqualTo(SILVER);
      assertThat(record.standing(Instant.parse("2025-05-01T00:00:00Z")).covering())
          .extracting(StatusInterval::source)
          .containsExactly(StatusSource.MATCHED, StatusSource.GIFTED, StatusSource.EARNED);
    }

    @Test
    void aGiftCanBeTakenBack() {
      StatusRecord record = after(
          enrolled(elite().build()),
          given("gift", "2025-04-01T00:00:00Z", GOLD, StatusSource.GIFTED, "2025-08-01T00:00:00Z"),
          new StatusFact.Ended(stamp("end", "2025-05-01T00:00:00Z"), CommandId.of("gift")));

      assertThat(tier(record, "2025-04-30T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(record, "2025-05-01T00:00:00Z")).isEqualTo(MEMBER);
    }

    @Test
    void lifetimeStatusIsTheFloor() {
      Qualification million =
          Qualification.reach(Metric.points(MILES), 500, QualifyingPeriod.lifetime());
      TierLadder ladder = TierLadder.builder()
          .code("elite")
          .base(MEMBER)
          .addRung(
              Rung.builder().tier(SILVER).enter(miles(100)).forLife(million).build())
          .addRung(Rung.of(GOLD, miles(400)))
          .build();
      StatusRecord record = after(
          enrolled(ladder),
          flown("f-1", "2025-02-01T00:00:00Z", 400),
          flown("f-2", "2026-02-01T00:00:00Z", 100));

      assertThat(tier(record, "2026-12-31T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(record, "2050-01-01T00:00:00Z")).isEqualTo(SILVER);
    }

    @Test
    void subscriptionPausesAndWhatWasPaidFollowsThePause() {
      StatusRecord record = after(
          enrolled(elite().grace(Period.ofDays(5)).build()),
          new StatusFact.Paid(
              stamp("pay-1", "2025-02-01T00:00:00Z"),
              SILVER,
              span("2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z")),
          new StatusFact.Paused(stamp("pause", "2025-02-15T00:00:00Z"), true),
          new StatusFact.Paused(stamp("resume", "2025-04-01T00:00:00Z"), false));

      assertThat(tier(record, "2025-02-14T23:59:59Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2025-02-15T00:00:00Z")).isEqualTo(MEMBER);
      assertThat(tier(record, "2025-04-01T00:00:00Z")).isEqualTo(SILVER);
      // 14 paid days were left: until 15 April, and five days of grace.
      assertThat(tier(record, "2025-04-19T23:59:59Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2025-04-20T00:00:00Z")).isEqualTo(MEMBER);
    }

    @Test
    void renewalWithinTheGraceLeavesNoHole() {
      StatusRecord record = after(
          enrolled(elite().grace(Period.ofDays(5)).build()),
          new StatusFact.Paid(
              stamp("pay-1", "2025-02-01T00:00:00Z"),
              SILVER,
              span("2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z")),
          new StatusFact.Paid(
              stamp("pay-2", "2025-03-04T00:00:00Z"),
              SILVER,
              span("2025-03-04T00:00:00Z", "2025-04-04T00:00:00Z")),
          new StatusFact.Ended(stamp("cancel", "2025-03-20T00:00:00Z"), CommandId.of("pay-2")));

      assertThat(tier(record, "2025-03-03T00:00:00Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2025-03-19T00:00:00Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2025-03-20T00:00:00Z")).isEqualTo(MEMBER);
    }

    private Span span(String from, String until) {
      return Span.of(Instant.parse(from), Instant.parse(until));
    }
  }

  @Nested
  class WhenSurplusRollsOver {
    private final Metric miles = Metric.points(MILES);

    private TierLadder.Builder with(Rollover rollover) {
      return elite().addRollover(rollover);
    }

    @Test
    void whatIsAboveTheThresholdIsCarried() {
      StatusRecord record = after(
          enrolled(with(Rollover.of(miles)).build()), flown("f-1", "2025-03-01T00:00:00Z", 140));

      assertThat(record.measures(Instant.parse("2026-01-01T00:00:00Z")).of(miles, Optional.empty()))
          .isEqualTo(40);
    }

    @Test
    void whatWasCarriedIsNotCarriedAgainUnlessTheProgramSaysSo() {
      StatusFact f1 = flown("f-1", "2025-03-01T00:00:00Z", 140);
      StatusFact f2 = flown("f-2", "2026-03-01T00:00:00Z", 110);
      Instant then = Instant.parse("2027-01-01T00:00:00Z");

      StatusRecord once = after(enrolled(with(Rollover.of(miles)).build()), f1, f2);
      StatusRecord own = after(enrolled(with(Rollover.of(miles).ownFirst()).build()), f1, f2);
      StatusRecord again = after(enrolled(with(Rollover.of(miles).recursive()).build()), f1, f2);
      StatusRecord capped = after(enrolled(with(Rollover.of(miles).atMost(25)).build()), f1, f2);

      // 40 carried and 110 flown: 50 above Silver, all of it from the flights if what was carried
      // pays first, only 10 of it if the flights pay first.
      assertThat(once.measures(then).of(miles, Optional.empty())).isEqualTo(50);
      assertThat(own.measures(then).of(miles, Optional.empty())).isEqualTo(10);
      assertThat(again.measures(then).of(miles, Optional.empty())).isEqualTo(50);
      assertThat(capped.measures(then).of(miles, Optional.empty())).isEqualTo(25);
    }

    @Test
    void onlyTheNamedTierAndAboveCarry() {
      StatusRecord record = after(
          enrolled(with(Rollover.of(miles).onlyFrom(SILVER)).build()),
          flown("f-1", "2025-03-01T00:00:00Z", 90));

      assertThat(record.measures(Instant.parse("2026-01-01T00:00:00Z")).of(miles, Optional.empty()))
          .isZero();
    }
  }

  @Nested
  class WhenSomethingComesBack {
    private StatusRecord silver(RefundEffect effect) {
      return after(
          enrolled(elite().refunds(effect).build()), flown("f-1", "2025-03-01T00:00:00Z", 100));
    }

    @Test
    void theTierStaysUntilTheReview() {
      StatusRecord record = after(
          silver(RefundEffect.KEEP_UNTIL_REVIEW), refunded("r", "2025-04-01T00:00:00Z", "f-1"));

      assertThat(tier(record, "2026-12-31T00:00:00Z")).isEqualTo(SILVER);
      assertThat(record.explain(Instant.parse("2025-05-01T00:00:00Z")).get(0).skipped())
          .extracting(FigureAccount.Skipped::reason)
          .containsExactly(FigureAccount.Reason.TAKEN_BACK);
    }

    @Test
    void theTierIsRecalculatedAtOnce() {
      StatusRecord record =
          after(silver(RefundEffect.RECALCULATE_NOW), refunded("r", "2025-04-01T00:00:00Z", "f-1"));

      assertThat(tier(record, "2025-03-31T23:59:59Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2025-04-01T00:00:00Z")).isEqualTo(MEMBER);
      assertThat(record.course(Instant.parse("2025-05-01T00:00:00Z")).transitions())
          .last()
          .extracting(Transition::cause)
          .isEqualTo(Transition.Cause.RETURNED);
    }

    @Test
    void statusForLifeThatWasNotEarnedEnds() {
      TierLadder ladder = TierLadder.builder()
          .code("elite")
          .base(MEMBER)
          .addRung(Rung.builder()
              .tier(SILVER)
              .enter(miles(900))
              .forLife(Qualification.reach(Metric.points(MILES), 100, QualifyingPeriod.lifetime()))
              .build())
          .refunds(RefundEffect.RECALCULATE_NOW)
          .build();
      StatusRecord record = after(
          enrolled(ladder),
          flown("f-1", "2025-03-01T00:00:00Z", 100),
          refunded("r", "2025-04-01T00:00:00Z", "f-1"),
          flown("f-2", "2025-05-01T00:00:00Z", 100));

      assertThat(tier(record, "2025-03-15T00:00:00Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2025-04-15T00:00:00Z")).isEqualTo(MEMBER);
      assertThat(tier(record, "2045-05-01T00:00:00Z")).isEqualTo(SILVER);
    }

    @Test
    void theReturnIsRefusedWhereItWouldChangeTheTier() {
      StatusRecord record = silver(RefundEffect.REJECT_IF_TIER_CHANGES);

      StatusDecision decision = record.decide(refunded("r", "2025-04-01T00:00:00Z", "f-1"));

      assertThat(decision.refusal())
          .map(StatusRefusal::message)
          .contains("TIER_WOULD_CHANGE: fact r must not change the tier: silver would be member");
      assertThat(decision.record()).isSameAs(record);
    }
  }

  @Nested
  class WhenAnEventArrivesAfterItsYear {
    private StatusRecord told(LateCredits late) {
      return after(
          enrolled(elite().lateCredits(late).build()),
          flown("f-1", "2025-03-01T00:00:00Z", 60),
          flown("f-3", "2026-02-01T00:00:00Z", 70),
          flownLate("f-2", "2025-11-01T00:00:00Z", "2026-03-01T00:00:00Z", 40));
    }

    @Test
    void itMayOnlyImproveTheTierFromItsArrivalOn() {
      StatusRecord record = told(LateCredits.IMPROVE_ONLY);

      assertThat(tier(record, "2025-12-01T00:00:00Z")).isEqualTo(MEMBER);
      assertThat(tier(record, "2026-02-28T00:00:00Z")).isEqualTo(MEMBER);
      assertThat(tier(record, "2026-03-01T00:00:00Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2026-12-31T00:00:00Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2027-01-01T00:00:00Z")).isEqualTo(MEMBER);
      assertThat(record
              .measures(Instant.parse("2026-03-01T00:00:00Z"))
              .of(Metric.points(MILES), Optional.empty()))
          .isEqualTo(70);
    }

    @Test
    void twoMayGiveTogetherWhatNeitherGivesAlone() {
      StatusRecord record = after(
          enrolled(elite().build()),
          flown("f-1", "2025-03-01T00:00:00Z", 60),
          flown("f-4", "2026-02-01T00:00:00Z", 1),
          flownLate("f-2", "2025-11-01T00:00:00Z", "2026-03-01T00:00:00Z", 20),
          flownLate("f-3", "2025-12-01T00:00:00Z", "2026-03-02T00:00:00Z", 20));

      assertThat(tier(record, "2026-03-01T00:00:00Z")).isEqualTo(MEMBER);
      assertThat(tier(record, "2026-03-02T00:00:00Z")).isEqualTo(SILVER);
    }

    @Test
    void itMayTakeItsPlace() {
      assertThat(tier(told(LateCredits.FULL), "2025-12-01T00:00:00Z")).isEqualTo(SILVER);
    }

    @Test
    void itMayBeIgnoredAndTheExplanationSaysSo() {
      StatusRecord record = told(LateCredits.IGNORE);

      assertThat(tier(record, "2026-03-01T00:00:00Z")).isEqualTo(MEMBER);
      assertThat(record.explain(Instant.parse("2026-03-01T00:00:00Z")).get(0).skipped())
          .extracting(FigureAccount.Skipped::reason)
          .containsExactly(FigureAccount.Reason.OTHER_PERIOD, FigureAccount.Reason.TOO_LATE);
    }
  }

  @Nested
  class WhenTheMemberAsksWhatIsMissing {
    private final StatusRecord record = after(
        enrolled(elite().build()),
        flown("f-1", "2025-03-01T00:00:00Z", 130),
        flown("f-2", "2026-03-01T00:00:00Z", 30));

    @Test
    void theOutlookTellsWhatAndByWhen() {
      Outlook outlook = record.outlook(Instant.parse("2026-04-01T00:00:00Z"));

      assertThat(outlook.next().orElseThrow().progress().missing()).isEqualTo("170 miles");
      assertThat(outlook.keep().orElseThrow().progress().missing()).isEqualTo("70 miles");
      assertThat(outlook.keep().orElseThrow().within().until()).isEqualTo("2027-01-01T00:00:00Z");
      assertThat(outlook.projected()).isEqualTo(MEMBER);
      assertThat(outlook.projectedAt()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void whatKeepsATierReachedThisYearCountsFromNextYear() {
      StatusRecord fresh =
          after(enrolled(elite().build()), flown("f-1", "2025-03-01T00:00:00Z", 130));

      Outlook.Way keep =
          fresh.outlook(Instant.parse("2025-06-01T00:00:00Z")).keep().orElseThrow();

      assertThat(keep.progress().missing()).isEqualTo("100 miles");
      assertThat(keep.within().from()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void theExplanationAddsUp() {
      FigureAccount account =
          record.explain(Instant.parse("2026-04-01T00:00:00Z")).get(0);

      assertThat(account.total()).isEqualTo(30);
      assertThat(account.counted()).hasSize(1);
      assertThat(account.skipped())
          .extracting(FigureAccount.Skipped::reason)
          .containsExactly(FigureAccount.Reason.OTHER_PERIOD);
    }
  }

  @Nested
  class WhenTheLadderChanges {
    private StatusRecord silverUnder(TierLadder next) {
      LadderVersions versions =
          LadderVersions.of(elite().build()).with(Instant.parse("2025-07-01T00:00:00Z"), next);
      return after(
          StatusRecord.open(versions, Lives.UTC, Instant.parse("2025-01-01T00:00:00Z")),
          flown("f-1", "2025-03-01T00:00:00Z", 150));
    }

    @Test
    void nothingCountsBeforeItOpens() {
      Instant opening = Instant.parse("2025-07-01T00:00:00Z");
      StatusRecord record = StatusRecord.open(
          LadderVersions.opening(opening, elite().build()),
          Lives.UTC,
          Instant.parse("2025-01-01T00:00:00Z"));

      assertThat(record.decide(flown("f-1", "2025-06-30T23:59:59Z", 60)).refusal())
          .map(StatusRefusal::code)
          .contains(StatusRefusal.Code.BEFORE_OPENING);
      assertThat(record.decide(flown("f-1", "2025-07-01T00:00:00Z", 60)).refusal())
          .isEmpty();
    }

    @Test
    void raisedThresholdsLetMembersKeepTheirTierUntilTheReview() {
      TierLadder dearer = TierLadder.builder()
          .code("elite")
          .base(MEMBER)
          .addRung(Rung.of(SILVER, miles(160)))
          .addRung(Rung.of(GOLD, miles(200)))
          .addRung(Rung.of(PLATINUM, miles(300)))
          .build();

      assertThat(tier(silverUnder(dearer), "2026-12-31T00:00:00Z")).isEqualTo(SILVER);
    }

    @Test
    void loweredThresholdsRaiseMembersAtOnce() {
      TierLadder cheaper = TierLadder.builder()
          .code("elite")
          .base(MEMBER)
          .addRung(Rung.of(SILVER, miles(100)))
          .addRung(Rung.of(GOLD, miles(140)))
          .addRung(Rung.of(PLATINUM, miles(300)))
          .build();

      StatusRecord record = silverUnder(cheaper);

      assertThat(tier(record, "2025-06-30T23:59:59Z")).isEqualTo(SILVER);
      assertThat(tier(record, "2025-07-01T00:00:00Z")).isEqualTo(GOLD);
    }

    @Test
    void membersOfATierThatIsGoneMoveToItsSuccessor() {
      Tier plus = Tier.of("plus", "Plus");
      TierLadder merged = TierLadder.builder()
          .code("elite")
          .base(MEMBER)
          .addRung(Rung.of(plus, miles(180)))
          .putSuccessor("silver", plus)
          .putSuccessor("gold", plus)
          .putSuccessor("platinum", plus)
          .build();

      StatusRecord record = silverUnder(merged);

      assertThat(tier(record, "2025-07-01T00:00:00Z")).isEqualTo(plus);
      assertThat(record.course(Instant.parse("2025-08-01T00:00:00Z")).transitions())
          .last()
          .extracting(Transition::cause)
          .isEqualTo(Transition.Cause.TIER_REPLACED);
    }
  }

  @Test
  void repeatedFactIsTakenOnceAndOtherContentIsAConflict() {
    StatusRecord record =
        after(enrolled(elite().build()), flown("f-1", "2025-03-01T00:00:00Z", 60));

    assertThat(record.decide(flown("f-1", "2025-03-01T00:00:00Z", 60)).record()).isSameAs(record);
    assertThat(record.decide(flown("f-1", "2025-03-01T00:00:00Z", 61)).refusal())
        .map(StatusRefusal::code)
        .contains(StatusRefusal.Code.IDEMPOTENCY_CONFLICT);
  }

  @Test
  void factsThatFitNothingAreRefused() {
    StatusRecord record = enrolled(elite().build());

    assertThat(record.decide(flown("f", "2024-12-31T23:59:59Z", 1)).refusal())
        .map(StatusRefusal::code)
        .contains(StatusRefusal.Code.BEFORE_ENROLMENT);
    assertThat(record.decide(refunded("r", "2025-02-01T00:00:00Z", "none")).refusal())
        .map(StatusRefusal::code)
        .contains(StatusRefusal.Code.UNKNOWN_REFERENCE);
    assertThat(record
            .decide(given(
                "g",
                "2025-02-01T00:00:00Z",
                Tier.of("other", "Other"),
                StatusSource.MANUAL,
                "2025-03-01T00:00:00Z"))
            .refusal())
        .map(StatusRefusal::code)
        .contains(StatusRefusal.Code.UNKNOWN_TIER);
    assertThat(record
            .decide(new StatusFact.Ended(stamp("e", "2025-02-01T00:00:00Z"), CommandId.of("g")))
            .refusal())
        .map(StatusRefusal::code)
        .contains(StatusRefusal.Code.UNKNOWN_REFERENCE);
    assertThat(ANN.value()).isEqualTo("m-ann");
  }

  @Test
  void monthsAndTimesAreCountedToo() {
    TierLadder ladder = TierLadder.builder()
        .code("elite")
        .base(MEMBER)
        .addRung(Rung.of(
            SILVER,
            Qualification.allOf(
                Qualification.reach(Metric.distinctMonths(), 2),
                Qualification.reach(Metric.times(FLIGHT), 3))))
        .build();
    StatusRecord record = after(
        enrolled(ladder),
        flown("f-1", "2025-01-10T00:00:00Z", 1),
        flown("f-2", "2025-01-20T00:00:00Z", 1),
        earned("f-3", "2025-01-25T00:00:00Z", "base", MILES, 1, FLIGHT));

    assertThat(tier(record, "2025-02-01T00:00:00Z")).isEqualTo(MEMBER);
    assertThat(tier(after(record, flown("f-4", "2025-02-10T00:00:00Z", 1)), "2025-02-10T00:00:00Z"))
        .isEqualTo(SILVER);
  }
}
