package dev.laurel.tiers.simulation;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.tiers.membership.LoyaltyProgram;

/**
 * A question: what becomes of a program if such a population lives in it?
 *
 * <p>Each member lives alone, as in {@code WhatIf}: nothing is kept between members but the sums,
 * so that a million members take the memory of one, and budgets and referrals begin anew for each.
 * What a member does follows from the seed and the member's number; the same question always has
 * the same answer.
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
              program.points().latest().pointTerms().stream()
                  .anyMatch(terms -> terms.type().equals(points.type())),
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
      growth = growth.plus(new SimulatedLife(this, member).years());
    }
    return growth;
  }
}
