package dev.laurel.tiers.migration;

import static dev.laurel.tiers.migration.Changes.CHANGE;
import static dev.laurel.tiers.migration.Changes.COINS;
import static dev.laurel.tiers.migration.Changes.ENROLLED;
import static dev.laurel.tiers.migration.Changes.GOLD;
import static dev.laurel.tiers.migration.Changes.GREEN;
import static dev.laurel.tiers.migration.Changes.MILES;
import static dev.laurel.tiers.migration.Changes.PLATINUM;
import static dev.laurel.tiers.migration.Changes.SILVER;
import static dev.laurel.tiers.migration.Changes.STARS;
import static dev.laurel.tiers.migration.Changes.before;
import static dev.laurel.tiers.migration.Changes.bought;
import static dev.laurel.tiers.migration.Changes.ladder;
import static dev.laurel.tiers.migration.Changes.points;
import static dev.laurel.tiers.migration.Changes.rung;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.program.Submission;
import dev.laurel.core.reward.Availability;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.BenefitId;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.membership.Crossing;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipStatement;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.membership.WhatIfTotals;
import dev.laurel.tiers.migration.MigrationFinding.Code;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusSource;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MigrationPlanTest {
  private static final Instant MARCH = Instant.parse("2025-03-01T00:00:00Z");

  private static MigrationPlan plan(LoyaltyProgram after) {
    return MigrationPlan.of(before(), after, MigrationTerms.from(CHANGE));
  }

  private static MigrationPlan plan(LoyaltyProgram after, MigrationTerms.Builder terms) {
    return MigrationPlan.of(before(), after, terms.build());
  }

  private static MigrationTerms.Builder terms() {
    MigrationTerms.Builder terms = MigrationTerms.builder();
    return terms.from(CHANGE);
  }

  private static LoyaltyProgram after(TierLadder ladder) {
    return LoyaltyProgram.of(points(2, STARS), ladder);
  }

  /** Silver at 400, Gold at 700; Platinum is gone. */
  private static LoyaltyProgram dearer() {
    return after(ladder(rung(SILVER, 400, 110), rung(GOLD, 700, 115)).build());
  }

  private static WhatIf.Life life(MembershipEvent... events) {
    return new WhatIf.Life(Programs.ANN, ENROLLED, MemberFacts.none(), List.of(events));
  }

  private static Tier tier(MigrationPlan plan, WhatIf.Life life, String at) {
    return Memberships.of(plan.program())
        .lived(plan.applied(life))
        .standing("club", Instant.parse(at))
        .tier();
  }

  private static void assertFound(MigrationPlan plan, Code... codes) {
    assertThat(plan.findings().stream().map(MigrationFinding::code)).containsExactly(codes);
  }

  @Nested
  class Tiers {
    private final MigrationPlan plan = plan(
        dearer(),
        terms()
            .addMapping(new TierMapping("club", "platinum", GOLD))
            .addGrandfathering(
                new Grandfathering("club", "gold", Instant.parse("2028-01-01T00:00:00Z"))));

    @Test
    void aTierThatIsGoneHasToBeMapped() {
      MigrationPlan undecided = plan(dearer());

      assertFound(
          undecided, Code.TIER_UNMAPPED, Code.TIER_HARDER, Code.TIER_HARDER, Code.FACTOR_LOWER);
      assertThat(undecided.isDecided()).isFalse();
      assertThatThrownBy(undecided::program)
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("TIER_UNMAPPED club.platinum");
      assertThat(plan.isDecided()).isTrue();
    }

    /** 950 miles in 2025 are Platinum through 2026; from the change on Gold, until the same day. */
    @Test
    void membersOfATierThatIsGoneGoWhereThePlanSays() {
      WhatIf.Life ann = life(bought("r-1", MARCH, 95_000));

      assertThat(tier(plan, ann, "2025-12-31T23:59:59Z")).isEqualTo(PLATINUM);
      assertThat(tier(plan, ann, "2026-01-01T00:00:00Z")).isEqualTo(GOLD);
      assertThat(tier(plan, ann, "2026-12-31T23:59:59Z")).isEqualTo(GOLD);
      assertThat(tier(plan, ann, "2027-01-01T00:00:00Z")).isEqualTo(GREEN);
    }

    @Test
    void whoeverIsPromisedATierKeepsItSoLong() {
      WhatIf.Life ann = life(bought("r-1", MARCH, 65_000));

      assertThat(tier(plan, ann, "2027-12-31T23:59:59Z")).isEqualTo(GOLD);
      assertThat(tier(plan, ann, "2028-01-01T00:00:00Z")).isEqualTo(GREEN);
    }

    @Test
    void othersKeepTheirTierUntilTheReview() {
      WhatIf.Life ann = life(bought("r-1", MARCH, 35_000));

      assertThat(tier(plan, ann, "2026-12-31T23:59:59Z")).isEqualTo(SILVER);
      assertThat(tier(plan, ann, "2027-01-01T00:00:00Z")).isEqualTo(GREEN);
    }

    @Test
    void theDifferenceIsToldByMemberAndInTotal() {
      Instant end = Instant.parse("2027-06-01T00:00:00Z");
      WhatIf.Life gold = life(bought("r-1", MARCH, 65_000));
      WhatIf.Life silver = life(bought("r-1", MARCH, 35_000));

      assertThat(plan.compare(gold, end).changes())
          .map(Object::toString)
          .containsExactly("tiers.club: was green, is gold");
      assertThat(plan.total(Stream.of(gold, silver), end).moves())
          .containsEntry(new WhatIfTotals.Move("club", "green", "gold"), 1L)
          .containsEntry(new WhatIfTotals.Move("club", "green", "green"), 1L);
    }

    @Test
    void theTextSaysWhatHappensToWhom() {
      assertThat(MigrationText.of(plan)).isEqualTo("""
              club from version 1 to 2 on 2026-01-01
                version: was 1, is 2
                club.order: was [green, silver, gold, platinum], is [green, silver, gold]
                club.rungs.gold.enter: was 600 miles, is 700 miles
                club.rungs.gold.stay: was 600 miles, is 700 miles
                club.rungs.gold.reenter: was 600 miles, is 700 miles
                club.rungs.gold.factor: was 6/5, is 23/20
                club.rungs.platinum: gone, was 900 miles
                club.rungs.silver.enter: was 300 miles, is 400 miles
                club.rungs.silver.stay: was 300 miles, is 400 miles
                club.rungs.silver.reenter: was 300 miles, is 400 miles
              1. members of club.platinum go to gold
              2. members of club.gold keep it until 2028-01-01
              3. all others: more at once, less at the review
              to know: TIER_HARDER club.silver: asks for 400 miles to enter, before 300 miles
              to know: TIER_HARDER club.gold: asks for 700 miles to enter, before 600 miles
              to know: FACTOR_LOWER club.gold: earns 23/20 times the points, before 6/5
              """);
    }

    @Test
    void easierTiersAndNewOnesAreKnownAndHadAtOnce() {
      MigrationPlan easier = plan(after(ladder(
              rung(SILVER, 300, 110),
              rung(GOLD, 500, 120),
              rung(PLATINUM, 900, 150),
              rung(Tier.of("diamond", "Diamond"), 2_000, 200))
          .build()));
      assertFound(easier, Code.TIER_EASIER, Code.TIER_ADDED);
      WhatIf.Life ann = life(bought("r-1", CHANGE.plusSeconds(60), 55_000));

      assertThat(tier(easier, ann, "2026-01-02T00:00:00Z")).isEqualTo(GOLD);
    }
  }

  @Nested
  class Points {
    private final LoyaltyProgram coins =
        LoyaltyProgram.of(points(2, COINS), before().ladders().get(0).latest());
    private final MigrationPlan plan = plan(
        coins,
        terms().addExchange(PointsExchange.of(STARS, COINS, Ratio.of(1, 10), RoundingMode.UP)));

    private Membership coinsOf(WhatIf.Life life) {
      return Memberships.of(plan.program()).lived(plan.applied(life));
    }

    private long units(Membership membership) {
      return membership.member().account(COINS).balance(CHANGE.plusSeconds(1)).units();
    }

    @Test
    void pointsThatAreGoneHaveToBeExchangedOrLapse() {
      assertFound(plan(coins), Code.POINTS_UNDECIDED);
      assertThat(plan.findings()).isEmpty();
      assertThat(plan(coins, terms().addExchange(PointsExchange.lapse(STARS))).isDecided())
          .isTrue();
    }

    /** 255 stars are 25.5 coins, rounded up once; miles are carried. */
    @Test
    void whatCanBeSpentIsExchangedAsOneSum() {
      Membership ann =
          coinsOf(life(bought("r-1", MARCH, 15_000), bought("r-2", MARCH.plusSeconds(60), 10_500)));

      assertThat(units(ann)).isEqualTo(26);
      assertThat(ann.member().account(STARS).balance(CHANGE).units()).isZero();
      assertThat(ann.member().account(MILES).balance(CHANGE).units()).isEqualTo(255);
      assertThat(ann.member()
              .account(COINS)
              .available(Instant.parse("2027-01-01T23:00:00Z"))
              .units())
          .isEqualTo(26);
    }

    @Test
    void debtsAreExchangedToo() {
      Membership ann = coinsOf(life(
          bought("r-1", MARCH, 10_000),
          MembershipEvent.of(
              Programs.redeem("s-1", Programs.ANN, "2025-04-01T00:00:00Z", STARS.points(100))),
          MembershipEvent.of(Submission.of(
              Programs.taken("b-1", Programs.ANN, "2025-05-01T00:00:00Z", "r-1", Return.all())))));

      assertThat(units(ann)).isEqualTo(-10);
      assertThat(ann.member().account(STARS).balance(CHANGE).units()).isZero();
    }

    @Test
    void pointsThatLapseAreGone() {
      MigrationPlan lapse = plan(coins, terms().addExchange(PointsExchange.lapse(STARS)));
      Membership ann =
          Memberships.of(lapse.program()).lived(lapse.applied(life(bought("r-1", MARCH, 15_000))));

      assertThat(units(ann)).isZero();
      assertThat(ann.member().account(STARS).balance(CHANGE).units()).isZero();
    }

    @Test
    void anExchangeGivesSomethingForSomething() {
      assertThatThrownBy(() -> PointsExchange.of(STARS, COINS, Ratio.ZERO, RoundingMode.DOWN))
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(FailureCode.RANGE);
    }
  }

  @Nested
  class LaddersThatComeAndGo {
    private final TierLadder club = before().ladders().get(0).latest();
    private final LoyaltyProgram one = Changes.with(points(1, STARS), club);
    private final LoyaltyProgram two = Changes.with(points(2, STARS), club, Changes.trips());
    private final MigrationPlan comes = MigrationPlan.of(one, two, MigrationTerms.from(CHANGE));

    private Membership ann(MigrationPlan plan, MembershipEvent... events) {
      return Memberships.of(plan.program()).lived(plan.applied(life(events)));
    }

    /** 350 miles of 2025 do not count; 150 and 60 of 2026 do. */
    @Test
    void inANewLadderCountsWhatHappensFromTheChangeOn() {
      Instant march = Instant.parse("2026-03-01T00:00:00Z");
      Membership ann = ann(
          comes,
          bought("r-1", MARCH, 35_000),
          bought("r-2", CHANGE, 15_000),
          bought("r-3", march, 6_000));

      assertFound(comes, Code.LADDER_ADDED);
      assertThat(ann.standing("club", CHANGE).tier()).isEqualTo(SILVER);
      assertThat(ann.standing("trips", CHANGE).tier()).isEqualTo(GREEN);
      assertThat(ann.standing("trips", march.minusSeconds(1)).tier()).isEqualTo(GREEN);
      assertThat(ann.standing("trips", march).tier()).isEqualTo(Changes.TRAVELLER);
    }

    @Test
    void untilThenTheProgramDoesNotHaveIt() {
      MembershipEvent early = gift("g-1", CHANGE.minusSeconds(1));
      Memberships memberships = Memberships.of(comes.program());
      Membership ann = ann(comes, bought("r-1", MARCH, 35_000));

      assertThat(memberships.submit(ann, early).rejection().orElseThrow().code())
          .isEqualTo("UNKNOWN_LADDER");
      assertThat(memberships.submit(ann, gift("g-2", CHANGE)).rejection()).isEmpty();
      assertThat(MembershipStatement.of(ann, CHANGE.minusSeconds(1)).ladders())
          .extracting(MembershipStatement.LadderPart::ladder)
          .containsExactly("club");
      assertThat(MembershipStatement.of(ann, CHANGE).ladders())
          .extracting(MembershipStatement.LadderPart::ladder)
          .containsExactly("club", "trips");
      assertThat(
              comes.total(Stream.of(life(bought("r-1", MARCH, 35_000))), CHANGE).moves())
          .containsEntry(new WhatIfTotals.Move("trips", "", "green"), 1L);
    }

    /** Twice the points from the change on, and none of it before. */
    @Test
    void aProgramMayGetItsFirstLadder() {
      LoyaltyProgram.Builder first = LoyaltyProgram.builder();
      first
          .points(ProgramVersions.of(points(2, STARS)))
          .addLadder(LadderVersions.of(club))
          .crossing(Crossing.AFTER_EVENT);
      MigrationPlan plan = MigrationPlan.of(
          Changes.with(points(1, STARS)), first.build(), MigrationTerms.from(CHANGE));

      assertFound(plan, Code.LADDER_ADDED);
      assertThat(plan.program().crossing()).isEqualTo(Crossing.AFTER_EVENT);
      Membership ann = ann(plan, bought("r-1", MARCH, 65_000), bought("r-2", CHANGE, 35_000));
      assertThat(ann.standing("club", CHANGE).tier()).isEqualTo(SILVER);
    }

    @Test
    void ofALadderThatEndsEverybodyHasTheBaseTier() {
      MigrationPlan undecided = MigrationPlan.of(
          Changes.with(points(1, STARS), club, Changes.trips()),
          Changes.with(points(2, STARS), club),
          MigrationTerms.from(CHANGE));
      MigrationPlan goes = MigrationPlan.of(
          undecided.before(), undecided.after(), terms().addEnding("trips").build());

      assertFound(undecided, Code.LADDER_UNDECIDED);
      assertFound(goes, Code.LADDER_ENDS);
      Membership ann = ann(goes, bought("r-1", MARCH, 35_000), bought("r-2", CHANGE, 35_000));
      assertThat(ann.standing("trips", CHANGE.minusSeconds(1)).tier()).isEqualTo(Changes.TRAVELLER);
      assertThat(ann.standing("trips", CHANGE).tier()).isEqualTo(GREEN);
      assertThat(ann.standing("club", CHANGE).tier()).isEqualTo(SILVER);
      assertThat(MigrationText.of(goes)).isEqualTo("""
          club from version 1 to 2 on 2026-01-01
            version: was 1, is 2
          1. ladder trips ends
          2. all others: more at once, less at the review
          to know: LADDER_ENDS trips: its members have the base tier from then on
          """);
    }

    @Test
    void aBalanceIsNotLookedAtForTheFirstTime() {
      TierLadder rich = TierLadder.builder()
          .code("rich")
          .base(GREEN)
          .addRung(Rung.of(GOLD, Qualification.reach(Metric.currentBalance(STARS), 500)))
          .build();
      MigrationPlan plan = MigrationPlan.of(
          one, Changes.with(points(2, STARS), club, rich), MigrationTerms.from(CHANGE));

      assertFound(plan, Code.BALANCE_UNKNOWN, Code.LADDER_ADDED);
      assertThatThrownBy(() -> LadderVersions.opening(CHANGE, rich))
          .isInstanceOf(InvalidValueException.class)
          .hasFieldOrPropertyWithValue("code", FailureCode.VALUE_INVALID)
          .hasFieldOrPropertyWithValue("path", "opensAt");
      MigrationPlan before = MigrationPlan.of(
          Changes.with(points(1, STARS), rich),
          Changes.with(points(2, STARS), rich),
          MigrationTerms.from(CHANGE));
      assertFound(before);
      TierLadder poor = TierLadder.builder().code("rich").base(GREEN).build();
      assertFound(
          MigrationPlan.of(
              Changes.with(points(1, STARS), poor),
              Changes.with(points(2, STARS), rich),
              MigrationTerms.from(CHANGE)),
          Code.BALANCE_UNKNOWN,
          Code.TIER_ADDED);
    }

    private MembershipEvent gift(String id, Instant at) {
      return MembershipEvent.of(
          "trips",
          new StatusFact.Given(
              Programs.stamp(id, Programs.ANN, at.toString()),
              Changes.TRAVELLER,
              StatusSource.GIFTED,
              Span.of(at, at.plusSeconds(60))));
    }
  }

  @Nested
  class RunningMemberships {
    private final MigrationPlan plan = plan(
        dearer(),
        terms()
            .addMapping(new TierMapping("club", "platinum", GOLD))
            .addGrandfathering(
                new Grandfathering("club", "gold", Instant.parse("2028-01-01T00:00:00Z"))));

    @Test
    void areMigratedOnTheDay() {
      Memberships now = Memberships.of(before());
      Membership ann = now.lived(life(bought("r-1", MARCH, 65_000)));

      Migration migration = plan.migrated(ann, now.commons());

      assertThat(migration.rejection()).isEmpty();
      assertThat(migration.membership())
          .isEqualTo(Memberships.of(plan.program())
              .lived(plan.applied(life(bought("r-1", MARCH, 65_000)))));
    }

    @Test
    void cannotBeMigratedAfterwards() {
      Memberships now = Memberships.of(before());
      Membership ann = now.lived(life(bought("r-1", CHANGE, 65_000)));

      assertThatThrownBy(() -> plan.migrated(ann, now.commons()))
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(FailureCode.TIME_RANGE);
    }

    @Test
    void whoeverHasLeftIsGrantedNothing() {
      Memberships now = Memberships.of(before());
      Membership ann = now.lived(life(
          bought("r-1", MARCH, 65_000),
          new MembershipEvent.Closed(
              Programs.stamp("end", Programs.ANN, "2025-06-01T00:00:00Z"), "asked to")));

      assertThat(plan.migrated(ann, now.commons())
              .membership()
              .standing("club", CHANGE)
              .tier())
          .isEqualTo(GREEN);
    }
  }

  @Nested
  class Obstacles {
    @Test
    void whatIsNoSuccessorIsFound() {
      assertFound(
          plan(LoyaltyProgram.of(Programs.shop(), before().ladders().get(0).latest())),
          Code.NOT_A_SUCCESSOR,
          Code.NOT_A_SUCCESSOR,
          Code.POINTS_UNDECIDED);
    }

    @Test
    void whatIsNotVersionedIsFound() {
      LoyaltyProgram after = LoyaltyProgram.builder()
          .points(before().points())
          .addAllLadders(before().ladders())
          .crossing(Crossing.AFTER_EVENT)
          .build();

      assertFound(plan(after), Code.NOT_VERSIONED);
    }

    @Test
    void laddersThatComeGoOrCountOtherwiseAreFound() {
      TierLadder other = TierLadder.builder().code("other").base(GREEN).build();
      TierLadder rolling = TierLadder.builder()
          .code("club")
          .base(GREEN)
          .period(QualifyingPeriod.lifetime())
          .validity(Validity.forever())
          .build();

      assertFound(plan(after(other)), Code.NOT_VERSIONED, Code.LADDER_UNDECIDED, Code.LADDER_ADDED);
      assertFound(plan(after(rolling)), Code.PERIODS_CHANGED);
    }

    @Test
    void benefitsOnOtherTermsAreFound() {
      LoyaltyProgram once = with(Availability.once());
      LoyaltyProgram twice = with(Availability.times(2));
      MigrationTerms terms = MigrationTerms.from(CHANGE);

      assertFound(MigrationPlan.of(once, twice, terms), Code.TERMS_CHANGED);
      MigrationPlan gone = MigrationPlan.of(once, before(), terms);
      assertFound(gone, Code.BENEFIT_GONE);
      assertThat(gone.program().rewards().benefits().get(0).active().until()).isEqualTo(CHANGE);
      MigrationPlan added = MigrationPlan.of(before(), once, terms);
      assertThat(added.program().rewards().benefits().get(0).active().from()).isEqualTo(CHANGE);
    }

    private LoyaltyProgram with(Availability availability) {
      return LoyaltyProgram.builder()
          .points(before().points())
          .addAllLadders(before().ladders())
          .rewards(RewardCatalog.of(Benefit.builder()
              .id(BenefitId.of("cap"))
              .name("Cap")
              .reward(new Reward.Privilege("Cap"))
              .availability(availability)
              .build()))
          .build();
    }
  }

  @Nested
  class BadInput {
    private void assertRefused(ThrowingCallable plan, FailureCode code, String path) {
      assertThatThrownBy(plan)
          .isInstanceOf(InvalidValueException.class)
          .hasFieldOrPropertyWithValue("code", code)
          .hasFieldOrPropertyWithValue("path", path);
    }

    @Test
    void whatIsMappedMustBeGoneAndWhereItGoesMustBeThere() {
      assertRefused(
          () -> plan(dearer(), terms().addMapping(new TierMapping("club", "gold", SILVER))),
          FailureCode.REFERENCE_UNKNOWN,
          "mappings");
      assertRefused(
          () -> plan(dearer(), terms().addMapping(new TierMapping("club", "platinum", PLATINUM))),
          FailureCode.REFERENCE_UNKNOWN,
          "mappings");
      assertRefused(
          terms()
              .addMapping(new TierMapping("club", "platinum", GOLD))
              .addMapping(new TierMapping("club", "platinum", SILVER))::build,
          FailureCode.CONFIG_DUPLICATE,
          "mappings");
    }

    @Test
    void whatIsPromisedMustBeThereAndLast() {
      assertRefused(
          terms().addGrandfathering(new Grandfathering("club", "gold", CHANGE))::build,
          FailureCode.TIME_RANGE,
          "grandfatherings");
      Instant later = CHANGE.plusSeconds(60);
      assertRefused(
          () ->
              plan(dearer(), terms().addGrandfathering(new Grandfathering("club", "pearl", later))),
          FailureCode.REFERENCE_UNKNOWN,
          "grandfatherings");
    }

    @Test
    void whatEndsMustBeGoneAndKeepsNobody() {
      assertRefused(
          () -> plan(dearer(), terms().addEnding("club")),
          FailureCode.REFERENCE_UNKNOWN,
          "endings");
      assertRefused(
          () -> plan(dearer(), terms().addEnding("trips")),
          FailureCode.REFERENCE_UNKNOWN,
          "endings");
      assertRefused(
          terms().addEndings("club", "club")::build, FailureCode.CONFIG_DUPLICATE, "endings");
      assertRefused(
          () -> plan(
              after(Changes.trips()),
              terms()
                  .addEnding("club")
                  .addGrandfathering(new Grandfathering("club", "gold", CHANGE.plusSeconds(60)))),
          FailureCode.REFERENCE_UNKNOWN,
          "grandfatherings");
    }

    @Test
    void whatIsExchangedMustBeGone() {
      PointsExchange exchange = PointsExchange.of(STARS, MILES, Ratio.ONE, RoundingMode.DOWN);

      assertRefused(
          () -> plan(dearer(), terms().addExchange(exchange)),
          FailureCode.REFERENCE_UNKNOWN,
          "exchanges");
    }

    @Test
    void theChangeComesAfterAllVersions() {
      LoyaltyProgram twice = plan(
              dearer(), terms().addMapping(new TierMapping("club", "platinum", GOLD)))
          .program();

      assertRefused(
          () -> MigrationPlan.of(twice, dearer(), MigrationTerms.from(CHANGE)),
          FailureCode.REFERENCE_UNKNOWN,
          "from");
    }
  }
}
