package dev.laurel.tiers.simulation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.WhatIf;
import java.util.List;

/**
 * A question: what becomes of a program if such a population lives in it?
 *
 * <p>Each member lives alone, as in {@code WhatIf}: nothing is kept between members but the sums,
 * so that a million members take the memory of one, and what members share, budgets, referrals,
 * stock and services, begins anew for each. What a member does follows from the seed and the
 * member's number; the same question always has the same answer.
 *
 * <p>Visits come at random with the rate of the habit and the month, prices are log-normal, and the
 * chance to leave is the same at every age. Members leave without a word: they keep what they have
 * until it expires and count in the tiers.
 *
 * @param program the program
 * @param population who lives in it
 * @param seed the number from which all chance follows
 */
public record Simulation(LoyaltyProgram program, Population population, long seed) {
  /**
   * A question of these parts.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if a habit redeems points that the program does
   *     not have
   */
  public Simulation {
    requireNonNull(program, "program");
    requireNonNull(population, "population");
    for (Habit habit : population.habits()) {
      habit
          .redeems()
          .ifPresent(points -> InvalidValueException.check(
              program.points().latest().has(points.type()),
              FailureCode.REFERENCE_UNKNOWN,
              "population.habits",
              "habit '%s' must redeem points of the program: %s",
              habit.name(),
              points.type()));
    }
  }

  /** The answer over all members. */
  public Growth run() {
    return run(0, population.members());
  }

  /**
   * The answer over a part of the members, by their numbers from 0.
   *
   * @param first the first member
   * @param end the member after the last
   * @throws InvalidValueException RANGE if the population has no such members
   */
  public Growth run(long first, long end) {
    InvalidValueException.check(
        0 <= first && first <= end && end <= population.members(),
        FailureCode.RANGE,
        "members",
        "members must be of 0 to %s: %s to %s",
        population.members(),
        first,
        end);
    Growth growth = Growth.none(this);
    for (long member = first; member < end; member++) {
      growth = growth.plus(new SimulatedLife(this, member, event -> {}).years());
    }
    return growth;
  }

  /**
   * All that is told about one member, rejected events included: the life that {@link #run()}
   * counts, for a look at it, or for {@link WhatIf} to tell it to another program.
   *
   * @param member the member's number from 0
   * @throws InvalidValueException RANGE if the population has no such member
   */
  public WhatIf.Life life(long member) {
    InvalidValueException.check(
        0 <= member && member < population.members(),
        FailureCode.RANGE,
        "member",
        "member must be of 0 to %s: %s",
        population.members() - 1,
        member);
    ImmutableList.Builder<MembershipEvent> told = ImmutableList.builder();
    SimulatedLife lived = new SimulatedLife(this, member, told::add);
    List<Growth.Year> unused = lived.years();
    return new WhatIf.Life(lived.id(), lived.enrolledAt(), MemberFacts.none(), told.build());
  }
}
