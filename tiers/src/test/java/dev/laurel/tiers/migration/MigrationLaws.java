package dev.laurel.tiers.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.QualifyingPeriod;
import dev.laurel.tiers.ladder.ReviewOutcome;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MemberDifference;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipOutcome;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusSource;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
      LoyaltyProgram before = Changes.with(
          Changes.points(1, Changes.STARS),
          ladder(random, period, review, true),
          other(random, "old"));
      LoyaltyProgram after = Changes.with(
          Changes.points(2, isExchanged ? Changes.COINS : Changes.STARS),
          ladder(random, period, review, false),
          other(random, "new"));
      MigrationTerms.Builder terms = MigrationTerms.builder();
      terms
          .from(Changes.CHANGE)
          .addEnding("old")
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

    /** A ladder that only one of the two versions has. */
    private static TierLadder other(Random random, String code) {
      QualifyingPeriod period = List.of(
              QualifyingPeriod.calendarYear(),
              QualifyingPeriod.membershipYear(Period.ofMonths(7)),
              QualifyingPeriod.rolling(Period.ofMonths(18)),
              QualifyingPeriod.lifetime())
          .get(random.nextInt(4));
      long silver = 50L + random.nextInt(200);
      return TierLadder.builder()
          .code(code)
          .base(Changes.GREEN)
          .addRung(Changes.rung(Changes.SILVER, silver, 100))
          .addRung(Changes.rung(Changes.GOLD, silver + 1 + random.nextInt(200), 100))
          .period(period)
          .validity(Validity.lasting(Period.ofMonths(random.nextBoolean() ? 15 : 5)))
          .build();
    }

    private static WhatIf.Life life(Random random) {
      List<MembershipEvent> events = new ArrayList<>();
      int purchases = random.nextInt(15);
      for (int i = 0; i < purchases; i++) {
        Instant at = Changes.ENROLLED.plus(Duration.ofHours(random.nextInt(24 * 1_200)));
        events.add(Changes.bought("r-" + i, at, 1L + random.nextInt(40_000)));
      }
      if (random.nextInt(3) == 0) {
        events.add(absorbed(random));
      }
      for (String ladder : List.of("old", "new")) {
        Instant at = Changes.ENROLLED.plus(Duration.ofHours(random.nextInt(24 * 700)));
        events.add(MembershipEvent.of(
            ladder,
            new StatusFact.Given(
                Programs.stamp("gift-" + ladder, Programs.ANN, at.toString()),
                Changes.SILVER,
                StatusSource.GIFTED,
                Span.of(at, at.plus(Duration.ofDays(1L + random.nextInt(300)))))));
      }
      events.sort(Comparator.comparing(MembershipEvent::occurredAt));
      return new WhatIf.Life(Programs.ANN, Changes.ENROLLED, MemberFacts.none(), events);
    }

    /** Somebody who goes up in the member before or after the change. */
    private static MembershipEvent absorbed(Random random) {
      List<MembershipEvent> events = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        Instant at = Changes.ENROLLED.plus(Duration.ofHours(random.nextInt(24 * 700)));
        events.add(Changes.bought(Programs.BOB, "bob-" + i, at, 1L + random.nextInt(40_000)));
      }
      events.sort(Comparator.comparing(MembershipEvent::occurredAt));
      Instant at = Changes.ENROLLED.plus(Duration.ofHours(random.nextInt(24 * 700)));
      return new MembershipEvent.Absorbed(
          Programs.stamp("merge", Programs.ANN, at.toString()),
          new WhatIf.Life(Programs.BOB, Changes.ENROLLED, MemberFacts.none(), events));
    }

    /** The running membership, migrated on the day, after the rest of the life. */
    Membership lived(BiFunction<MigrationPlan, Membership, Membership> migration) {
      Memberships now = Memberships.of(plan.before());
      Memberships then = Memberships.of(plan.program());
      Membership membership = now.lived(part(true));
      membership = migration.apply(plan, membership);
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
    migratesToTheLife(
        new Trial(seed),
        (plan, membership) ->
            plan.migrated(membership, Memberships.of(plan.before()).commons()).membership());
  }

  /** The broken twin: on the day only the rules are exchanged, not the points. */
  @Property(tries = 1)
  void theLawCatchesAMigrationThatBringsNothing() {
    assertCaught(trial -> migratesToTheLife(
        trial, (plan, membership) -> Memberships.of(plan.program()).adopt(membership)));
  }

  private static void migratesToTheLife(
      Trial trial, BiFunction<MigrationPlan, Membership, Membership> migration) {
    assertThat(trial.lived(migration))
        .isEqualTo(Memberships.of(trial.plan.program()).lived(trial.plan.applied(trial.life)));
  }

  /** What a plan tells is the what-if of the versions for the life with what the plan grants. */
  @Property
  void theDifferenceIsTheWhatIfOfTheVersions(@ForAll long seed) {
    tellsTheWhatIf(new Trial(seed), MigrationPlan::compare);
  }

  /** The broken twin: the other program is told the life without what the plan grants. */
  @Property(tries = 1)
  void theLawCatchesAComparisonOfTheBareLife() {
    assertCaught(trial -> tellsTheWhatIf(
        trial,
        (plan, life, asOf) -> new WhatIf(plan.before(), plan.program(), asOf).compare(life)));
  }

  /** A way of telling the difference that a plan makes for one member. */
  private interface Comparison {
    MemberDifference compare(MigrationPlan plan, WhatIf.Life life, Instant asOf);
  }

  private static void tellsTheWhatIf(Trial trial, Comparison comparison) {
    Instant asOf = Changes.CHANGE.plus(Duration.ofDays(1_500));
    MemberDifference difference = comparison.compare(trial.plan, trial.life, asOf);
    Membership then = Memberships.of(trial.plan.program()).lived(trial.plan.applied(trial.life));

    assertThat(difference.then())
        .isEqualTo(new WhatIf(trial.plan.program(), trial.plan.program(), asOf)
            .compare(trial.plan.applied(trial.life))
            .then());
    assertThat(difference.now())
        .isEqualTo(new WhatIf(trial.plan.before(), trial.plan.before(), asOf)
            .compare(trial.life)
            .now());
    assertThat(difference.then().tiers())
        .containsEntry("club", then.standing("club", asOf).tier().code());
  }

  @Property
  void nobodyLosesWhatThePlanGrants(@ForAll long seed) {
    keepsItsPromises(new Trial(seed), MigrationPlan::applied);
  }

  /** The broken twin: a plan that changes the program and forgets what it promised. */
  @Property(tries = 1)
  void theLawCatchesAPlanThatForgetsItsPromises() {
    assertCaught(trial -> keepsItsPromises(trial, (plan, life) -> life));
  }

  @Property
  void nothingBeforeTheChangeCountsInANewLadder(@ForAll long seed) {
    countsFromTheChangeOn(new Trial(seed), MigrationPlan::program);
  }

  /** The broken twin: the new ladder was always there. */
  @Property(tries = 1)
  void theLawCatchesALadderThatWasAlwaysOpen() {
    assertCaught(trial -> countsFromTheChangeOn(
        trial,
        plan -> LoyaltyProgram.builder()
            .points(plan.program().points())
            .addAllLadders(plan.program().ladders().subList(0, 2))
            .addLadder(LadderVersions.of(plan.program().ladder("new").byStart()))
            .build()));
  }

  private static void countsFromTheChangeOn(
      Trial trial, Function<MigrationPlan, LoyaltyProgram> program) {
    Memberships memberships = Memberships.of(program.apply(trial.plan));
    Membership whole = memberships.lived(trial.plan.applied(trial.life));
    Membership rest = memberships.lived(trial.part(false));

    for (Instant at : instants(Changes.CHANGE)) {
      assertThat(whole.standing("new", at).tier())
          .isEqualTo(rest.standing("new", at).tier());
    }
  }

  @Property
  void aLadderThatEndsIsAsItWasAndThenOver(@ForAll long seed) {
    endsAtTheChange(new Trial(seed), MigrationPlan::program);
  }

  /** The broken twin: whoever has a tier keeps it until its own end. */
  @Property(tries = 1)
  void theLawCatchesALadderThatGoesOn() {
    assertCaught(trial -> endsAtTheChange(
        trial,
        plan -> LoyaltyProgram.builder()
            .points(plan.program().points())
            .addLadder(plan.program().ladder("club"))
            .addLadder(plan.before().ladder("old"))
            .addLadder(plan.program().ladder("new"))
            .build()));
  }

  private static void endsAtTheChange(
      Trial trial, Function<MigrationPlan, LoyaltyProgram> program) {
    Membership was = Memberships.of(trial.plan.before()).lived(trial.part(true));
    Membership is = Memberships.of(program.apply(trial.plan)).lived(trial.plan.applied(trial.life));

    for (Instant at : instants(Changes.ENROLLED)) {
      assertThat(is.standing("old", at).tier())
          .isEqualTo(at.isBefore(Changes.CHANGE) ? was.standing("old", at).tier() : Changes.GREEN);
    }
  }

  private static void assertCaught(Consumer<Trial> law) {
    assertThatThrownBy(() -> LongStream.range(0, 500).mapToObj(Trial::new).forEach(law))
        .isInstanceOf(AssertionError.class);
  }

  private static List<Instant> instants(Instant first) {
    return Stream.iterate(first, at -> at.plus(Duration.ofDays(41))).limit(30).toList();
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
