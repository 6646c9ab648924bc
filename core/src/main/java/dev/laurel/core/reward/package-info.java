/**
 * What members get beside points: privileges, gifts, partner offers, choices of some out of many.
 *
 * <pre>
 *   RewardCatalog (Benefit, Choice) ─┐
 *   Claims (a member's) + Stock ─────┼─▶ Rewards.decide(RewardCommand) ──▶ Accepted: claims + stock | Refused
 *   EarningContext (facts, history) ─┘         └ Rewards.overview: what is open to a member, and why the rest is not
 * </pre>
 *
 * <p>Invariant: no member has more of a benefit than its terms allow, all members together never
 * more than its stock, and the same claim sent twice counts once. Start at
 * {@link dev.laurel.core.reward.Rewards}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.reward;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
