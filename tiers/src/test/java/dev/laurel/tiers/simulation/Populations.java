package dev.laurel.tiers.simulation;

import static java.time.ZoneOffset.UTC;

import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Program;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import java.time.LocalDate;

/** A small club and who lives in it. */
final class Populations {
  static final PointType STARS = Programs.STARS;

  private Populations() {}

  /** One star per euro times the factor of the tier, for a year; Gold at 200 stars with 6/5. */
  static LoyaltyProgram club() {
    return LoyaltyProgram.of(
        Program.builder()
            .id(ProgramId.of("club"))
            .calendar(ProgramCalendar.of(UTC))
            .addPointTerms(Programs.oneYear(STARS))
            .rules(RuleBook.builder()
                .addRule(Programs.perAmount("stars", 1, "EUR 1.00"))
                .addRule(EarningRule.builder()
                    .id(RuleId.of("tier-bonus"))
                    .points(STARS)
                    .formula(new Formula.StatusMultiplier())
                    .build())
                .putCombination(STARS, Combination.ADD_EXCESS)
                .build())
            .build(),
        TierLadder.builder()
            .code("stars")
            .base(Tier.of("green", "Green"))
            .addRung(Rung.of(
                Tier.of("gold", "Gold"),
                Qualification.reach(Metric.points(STARS), 200),
                Ratio.of(6, 5)))
            .build());
  }

  static Habit.Builder habit(String name, int weight, double visits, String spend) {
    Habit.Builder habit = Habit.builder();
    habit.name(name).weight(weight).visits(visits).spend(ExactMoney.parse(spend));
    return habit;
  }

  /** 20 visits a year at EUR 12.00. */
  static Habit.Builder regular() {
    return habit("regular", 1, 20, "EUR 12.00");
  }

  static Habit rare() {
    return habit("rare", 2, 2, "EUR 30.00").spread(1).build();
  }

  static Population.Builder population(long... joiners) {
    return population(LocalDate.of(2027, 1, 1), joiners);
  }

  static Population.Builder population(LocalDate firstDay, long... joiners) {
    Population.Builder population = Population.builder();
    population.firstDay(firstDay);
    for (long joining : joiners) {
      population.addJoiners(joining);
    }
    return population;
  }

  static Simulation simulation(long seed, long... joiners) {
    return new Simulation(
        club(),
        population(joiners)
            .addHabits(regular().leaving(0.3).redeems(STARS.points(50)).build())
            .addHabits(rare())
            .build(),
        seed);
  }
}
