package dev.laurel.tiers.json;

import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.ExpirySchedule;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.reward.RewardCommand;
import dev.laurel.core.testkit.AnyValue;
import dev.laurel.core.time.Expiry;
import dev.laurel.tiers.challenge.Challenge;
import dev.laurel.tiers.challenge.Milestones;
import dev.laurel.tiers.ladder.Counting;
import dev.laurel.tiers.ladder.Flag;
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
import dev.laurel.tiers.membership.Crossing;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipState;
import dev.laurel.tiers.membership.MembershipStatement;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.migration.Grandfathering;
import dev.laurel.tiers.migration.MigrationTerms;
import dev.laurel.tiers.migration.PointsExchange;
import dev.laurel.tiers.migration.TierMapping;
import dev.laurel.tiers.simulation.Habit;
import dev.laurel.tiers.simulation.Population;
import dev.laurel.tiers.status.QualifyingEvent;
import dev.laurel.tiers.status.StatusFact;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of this module's types, made by chance. */
final class AnyTiers extends AnyValue {
  /** All types that stand alone. */
  static final List<Class<?>> DOCUMENTS = List.of(
      TierLadder.class,
      LadderVersions.class,
      LoyaltyProgram.class,
      MembershipEvent.class,
      StatusFact.class,
      MembershipState.class,
      MembershipStatement.class,
      WhatIf.Life.class,
      MigrationTerms.class,
      Challenge.class,
      Milestones.class,
      Population.class);

  AnyTiers(long seed) {
    super(seed);
  }

  @Override
  protected @Nullable Object own(Class<?> type) {
    if (type == Tier.class) {
      return Tier.of("tier_" + below(40), of(String.class));
    } else if (type == Flag.class) {
      return Flag.of("flag-" + below(40));
    } else if (type == Qualification.AtLeast.class) {
      return Qualification.atLeast(1 + below(2), of(Qualification.class), of(Qualification.class));
    } else if (type == Metric.Spent.class) {
      return new Metric.Spent("EUR", below(4));
    } else if (type == TierLadder.class) {
      return possible(this::ladder);
    } else if (type == LadderVersions.class) {
      return versions();
    } else if (type == LoyaltyProgram.class) {
      return program();
    } else if (type == MembershipEvent.StatusTold.class) {
      return new MembershipEvent.StatusTold("elite", of(StatusFact.class));
    } else if (type == MembershipEvent.BenefitAsked.class) {
      RewardCommand command = of(RewardCommand.class);
      return new MembershipEvent.BenefitAsked(
          CommandStamp.of(of(CommandId.class), command.member(), command.at()), command);
    } else if (type == MembershipEvent.ServiceAsked.class) {
      EntitlementCommand command = of(EntitlementCommand.class);
      return new MembershipEvent.ServiceAsked(
          CommandStamp.of(of(CommandId.class), of(MemberId.class), command.at()), command);
    } else if (type == MembershipEvent.Absorbed.class) {
      // Lives within lives would go on for ever.
      return new MembershipEvent.Absorbed(
          of(CommandStamp.class),
          new WhatIf.Life(
              of(MemberId.class),
              of(Instant.class),
              of(MemberFacts.class),
              List.of(of(MembershipEvent.MergedAway.class))));
    } else if (type == StatusFact.Past.class) {
      return new StatusFact.Past(
          of(Instant.class), List.of(of(StatusFact.Flagged.class)), List.of(happened()));
    } else if (type == StatusFact.Happened.class) {
      return happened();
    } else if (type == ExpirySchedule.class) {
      return schedule();
    } else if (type == MigrationTerms.class) {
      return migration();
    } else if (type == PointsExchange.class) {
      return below(2) == 0
          ? PointsExchange.lapse(of(PointType.class))
          : PointsExchange.of(
              of(PointType.class),
              of(PointType.class),
              Ratio.of(1L + below(9), 1L + below(9)),
              of(RoundingMode.class));
    } else if (type == Challenge.class) {
      return possible(this::challenge);
    } else if (type == Habit.class) {
      return habit("habit-" + below(1_000));
    } else if (type == Population.class) {
      return population();
    }
    return null;
  }

  /** What chance makes within the rules, after as many tries as it takes. */
  private static <T> T possible(Supplier<T> maker) {
    for (int i = 0; i < 1_000; i++) {
      try {
        return maker.get();
      } catch (InvalidValueException e) {
        // Terms that do not go together; chance will find others.
      }
    }
    throw new IllegalStateException("chance must find what the rules allow");
  }

  /** Rungs that rise in one metric; the terms are those of chance. */
  private TierLadder ladder() {
    Tier base = Tier.of("base", "Base");
    TierLadder.Builder ladder = TierLadder.builder();
    ladder.code("elite").base(base).baseFactor(of(Ratio.class)).period(of(QualifyingPeriod.class));
    ladder.effect(of(StatusEffect.class)).validity(of(Validity.class));
    ladder.review(of(ReviewOutcome.class)).counting(of(Counting.class));
    ladder.refunds(of(RefundEffect.class)).lateCredits(of(LateCredits.class));
    ladder.grace(of(Period.class));
    Metric metric = of(Metric.class);
    int rungs = below(4);
    for (int level = 1; level <= rungs; level++) {
      ladder.addRung(rung(level, metric)).putSuccessor("gone-" + level, base);
    }
    if (below(2) == 0) {
      Rollover rollover = Rollover.of(metric).onlyFrom(base);
      ladder.addRollover(below(2) == 0 ? rollover.atMost(1 + below(99)) : rollover.recursive());
      ladder.putValidityByRule(of(RuleId.class), of(Expiry.class));
      ladder.putValidityByKind(of(ActivityKind.class), of(Expiry.class));
    }
    return ladder.build();
  }

  private Rung rung(int level, Metric metric) {
    Qualification enough = Qualification.reach(metric, 100L * level);
    Rung.Builder rung = Rung.builder();
    rung.tier(Tier.of("t" + level, "T" + level))
        .enter(
            below(2) == 0
                ? enough
                : Qualification.allOf(enough, Qualification.holds(of(Flag.class))))
        .stay(Qualification.anyOf(
            Qualification.reach(metric, 90L * level), Qualification.byInvitation()));
    if (below(2) == 0) {
      rung.forLife(Qualification.reach(metric, 1_000L * level, QualifyingPeriod.lifetime()));
      rung.factor(of(Ratio.class));
    }
    return rung.build();
  }

  private LadderVersions versions() {
    TierLadder ladder = of(TierLadder.class);
    LadderVersions versions = LadderVersions.of(ladder);
    if (below(4) == 0 && ladder.balances().isEmpty()) {
      versions = LadderVersions.opening(of(Instant.class), ladder);
    }
    return below(2) == 0 ? versions : versions.with(of(Instant.class), ladder);
  }

  private LoyaltyProgram program() {
    LoyaltyProgram.Builder program = LoyaltyProgram.builder();
    program.points(ProgramVersions.of(of(Program.class))).crossing(of(Crossing.class));
    if (below(4) > 0) {
      program.addLadder(of(LadderVersions.class)).earningLadder("elite");
    }
    if (below(2) == 0) {
      program.rewards(of(RewardCatalog.class)).addService(of(ServiceTerms.class));
    }
    return program.build();
  }

  private StatusFact.Happened happened() {
    QualifyingEvent event = of(QualifyingEvent.class);
    return new StatusFact.Happened(
        CommandStamp.of(of(CommandId.class), of(MemberId.class), event.occurredAt()), event);
  }

  private ExpirySchedule schedule() {
    TreeMap<ExpirySchedule.Date, Points> dates = new TreeMap<>();
    for (int i = below(3); i > 0; i--) {
      dates.put(of(ExpirySchedule.Date.class), STARS.points(1 + below(99)));
    }
    return new ExpirySchedule(dates, STARS.points(below(9)));
  }

  private MigrationTerms migration() {
    MigrationTerms.Builder terms = MigrationTerms.builder();
    Instant from = of(Instant.class);
    terms.from(from);
    if (below(2) == 0) {
      Instant until = from.plusSeconds(1L + below(90_000_000));
      terms.addEnding("trips");
      terms
          .addMapping(new TierMapping("elite", "gone-" + below(9), of(Tier.class)))
          .addExchange(of(PointsExchange.class));
      terms.addGrandfathering(new Grandfathering("elite", "tier_" + below(40), until));
    }
    return terms.build();
  }

  private Challenge challenge() {
    Challenge.Builder challenge = Challenge.builder();
    challenge.code("match").length(of(Period.class)).addOutcome(of(Challenge.Outcome.class));
    return (below(2) == 0 ? challenge.provisional(of(Tier.class)) : challenge).build();
  }

  private Population population() {
    Population.Builder population = Population.builder();
    population.firstDay(LocalDate.of(2027, 1, 1).plusDays(below(1_000)));
    population.addJoiner(below(99)).addHabits(habit("one"), habit("two"));
    return (below(2) == 0 ? population : population.addAllSeasons(Collections.nCopies(12, 3)))
        .build();
  }

  private Habit habit(String name) {
    Habit.Builder habit = Habit.builder();
    habit.name(name).weight(1 + below(9)).spend(ExactMoney.ofMinor("EUR", 1 + below(9_999)));
    habit.visits((1 + below(9_999)) / 7.0).leaving(below(1_000) / 1_000.0);
    if (below(2) == 0) {
      habit.spread(below(3) / 3.0).redeems(STARS.points(1 + below(99)));
      habit.putCount(of(ActivityKind.class), 1L + below(9)).category(of(Category.class));
    }
    return habit.build();
  }
}
