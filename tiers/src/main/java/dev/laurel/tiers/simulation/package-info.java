/**
 * A loyalty program lived through by an invented population, before it is launched.
 *
 * <pre>
 *   Population = Habit, Habit, ... by weight · who joins in which year · seasons
 *        └─▶ Simulation(LoyaltyProgram, Population, seed).run() ──▶ Growth: by year
 *                ├─ run(first, end): a part of the members ──▶ Growth.merge     tiers, points, cost
 *                └─ life(member): what is told about one ──▶ WhatIf
 * </pre>
 *
 * <p>Invariant: what a member does follows from the seed and the member's number alone, so that
 * parts in any order merge to the whole. Start at {@link dev.laurel.tiers.simulation.Simulation}.
 */
@LaurelValue
@NullMarked
package dev.laurel.tiers.simulation;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
