/**
 * What an activity earns, and why: "why 120 points?" and "why not 150?" as values.
 *
 * <pre>
 *   RuleBook (rules, groups, caps) ─┐
 *   Activity ───────────────────────┼─▶ Earning ──▶ Earned(Accrual) | Rejected
 *   EarningContext ─────────────────┘                 ├─ steps: what each rule granted
 *     (calendar, facts, history, budgets, ...)        └─ skipped: why each other rule did not
 *
 *   per point type:  base rules ──▶ multipliers ──▶ bonuses,  each rounded once, then capped
 * </pre>
 *
 * <p>Invariant: the total is the sum of the steps, each rule of the book has a step or exactly one
 * reason, and the order in which rules were written down changes nothing. Start at
 * {@link dev.laurel.core.earning.Earning}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.earning;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
