package dev.laurel.tiers.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.testkit.Programs;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipOutcome;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every migration and every life. */
class MigrationLaws {
  /** A random change of a random ladder, and a random life across it. */
  private static final class Trial {
    final MigrationPlan plan;
    final WhatIf.Life life;
    final Instant promised;

    Trial(long seed) {
      Random random = new Random(seed);
      QualifyingPeriod period = List.of(
              QualifyingPeriod.calendarYear(),
              QualifyingPeriod.membershipYear(Period.ofMonths(12)),
              QualifyingPeriod.rolling(Period.ofMonths(12)))
          .get(random.nextInt(3));
      ReviewOutcome review = List.of(
              ReviewOutcome.dropToQualified(), ReviewOutcome.dropOne(), ReviewOutcome.dropToBase())
          .get(random.nextInt(3));
      this.promised = Changes.CHANGE.plus(Duration.ofDays(1L + random.nextInt(1_000)));
      boolean isExchanged = random.nextBoolean();
      LoyaltyProgram before =
          LoyaltyProgram.of(Changes.points(1, Changes.STARS), ladder(random, period, review, true));
      LoyaltyProgram after = LoyaltyProgram.of(
          Changes.points(2, isExchanged ? Changes.COINS : Changes.STARS),
          ladder(random, period, review, false));
      MigrationTerms.Builder terms = MigrationTerms.builder();
      terms
          .from(Changes.CHANGE)
          .addMapping(new TierMapping(
              "club", "platinum", random.nextBoolean() ? Changes.GOLD : Changes.SILVER))
          .addGrandfathering(new Grandfathering("club", "gold", promised))
          .addGrandfathering(new Grandfathering("club", "platinum", promised));
      if (isExchanged) {
        terms.addExchange(PointsExchange.of(
            Changes.STARS, Changes.COINS, Ratio.of(1, 1L + random.nextInt(9)), RoundingMode.DOWN));
      }
      this.plan = MigrationPlan.of(before, after, terms.build());
      this.life = life(random);
    }

    private static TierLadder ladder(
        Random random, QualifyingPeriod period, ReviewOutcome review, boolean hasPlatinum) {
      long silver = 50L + random.nextInt(200);
      long gold = silver + 50 + random.nextInt(200);
      TierLadder.Builder ladder = hasPlatinum
          ? Changes.ladder(
              Changes.rung(Changes.SILVER, silver, 110),
              Changes.rung(Changes.GOLD, gold, 120),
              Changes.rung(Changes.PLATINUM, gold + 50 + random.nextInt(200), 150))
          : Changes.ladder(
              Changes.rung(Changes.SILVER, silver, 110), Changes.rung(Changes.GOLD, gold, 120));
      boolean isPeriodic = period.isPeriodic();
      return ladder
          .period(period)
          .review(review)
          .validity(isPeriodic ? Validity.endOfNextPeriod() : Validity.lasting(Period.ofMonths(15)))
          .build();
    }

    private static WhatIf.Life life(Random random) {
      List<MembershipEvent> events = new ArrayList<>();
      int purchases = random.nextInt(15);
      for (int i = 0; i < purchases; i++) {
        Instant at = Changes.ENROLLED.plus(Duration.ofHours(random.nextInt(24 * 1_200)));
        events.add(Changes.bought("r-" + i, at, 1L + random.nextInt(40_000)));
      }
      events.sort(Comparator.comparing(MembershipEvent::occurredAt));
      return new WhatIf.Life(Programs.ANN, Changes.ENROLLED, MemberFacts.none(), events);
    }

    /** The running membership, migrated on the day, after the rest of the life. */
    Membership lived() {
      Memberships now = Memberships.of(plan.before());
      Memberships then = Memberships.of(plan.program());
      Membership membership = now.lived(part(true));
      membership = plan.migrated(membership, now.commons()).membership();
      for (MembershipEvent event : part(false).events()) {
        MembershipOutcome outcome = then.submit(membership, event);
        membership = outcome.membership();
      }
      return membership;
    }

    WhatIf.Life part(boolean isBefore) {
      return new WhatIf.Life(
          life.member(),
          life.enrolledAt(),
          life.facts(),
          life.events().stream()
              .filter(event -> event.occurredAt().isBefore(Changes.CHANGE) == isBefore)
              .toList());
    }
  }

  /** A running membership that is migrated is what the whole life comes to under the versions. */
  @Property
  void theMigratedMembershipIsTheLifeUnderTheVersions(@ForAll long seed) {
    Trial trial = new Trial(seed);

    assertThat(trial.lived())
        .isEqualTo(Memberships.of(trial.plan.program()).lived(trial.plan.applied(trial.life)));
  }

  /** What a plan tells is the what-if of the versions for the life with what the plan grants. */
  @Property
  void theDifferenceIsTheWhatIfOfTheVersions(@ForAll long seed) {
    Trial trial = new Trial(seed);
    Instant asOf = Changes.CHANGE.plus(Duration.ofDays(1_500));

    assertThat(trial.plan.compare(trial.life, asOf).then())
        .isEqualTo(new WhatIf(trial.plan.program(), trial.plan.program(), asOf)
            .compare(trial.plan.applied(trial.life))
            .then());
    assertThat(trial.plan.compare(trial.life, asOf).now())
        .isEqualTo(new WhatIf(trial.plan.before(), trial.plan.before(), asOf)
            .compare(trial.life)
            .now());
  }

  @Property
  void nobodyLosesWhatThePlanGrants(@ForAll long seed) {
    keepsItsPromises(new Trial(seed), MigrationPlan::applied);
  }

  /** The broken twin: a plan that changes the program and forgets what it promised. */
  @Property(tries = 1)
  void theLawCatchesAPlanThatForgetsItsPromises() {
    assertThatThrownBy(() -> {
          for (long seed = 0; seed < 500; seed++) {
            keepsItsPromises(new Trial(seed), (plan, life) -> life);
          }
        })
        .isInstanceOf(AssertionError.class);
  }

  private static void keepsItsPromises(
      Trial trial, BiFunction<MigrationPlan, WhatIf.Life, WhatIf.Life> applying) {
    MigrationPlan plan = trial.plan;
    Instant last = Changes.CHANGE.minusSeconds(1);
    Membership was = Memberships.of(plan.before()).lived(trial.part(true));
    Membership is = Memberships.of(plan.program()).lived(applying.apply(plan, trial.life));
    TierLadder next = plan.program().ladder("club").at(Changes.CHANGE);
    String had = was.standing("club", last).tier().code();
    int least =
        next.level(plan.successor(next, was.standing("club", last).tier()).orElseThrow());

    assertThat(is.standing("club", Changes.CHANGE).level()).isGreaterThanOrEqualTo(least);
    if (had.equals("gold") || had.equals("platinum")) {
      for (Instant at = Changes.CHANGE;
          at.isBefore(trial.promised);
          at = at.plus(Duration.ofDays(61))) {
        assertThat(is.standing("club", at).level()).isGreaterThanOrEqualTo(least);
      }
    }
    for (PointsExchange exchange : plan.terms().exchanges()) {
      Membership then =
          Memberships.of(plan.program()).lived(applying.apply(plan, trial.part(true)));
      assertThat(then.member().account(Changes.COINS).balance(Changes.CHANGE).units())
          .isEqualTo(
              exchange.worth(was.member().account(Changes.STARS).balance(last).units()));
    }
  }
}
