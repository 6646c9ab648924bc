/**
 * A loyalty program with its ladders, and the whole state of one member in it.
 *
 * <pre>
 *   LoyaltyProgram = core Program versions + LadderVersions + Crossing + rewards + services
 *        └─▶ Memberships.submit(Membership, MembershipEvent, Commons) ──▶ MembershipOutcome
 *                │ the tier gives the factor, core earns and keeps the points
 *                └ what was earned counts towards the tier, and the tier opens benefits
 *        └─▶ Memberships.merge(gone, kept, stamp, Commons) ──▶ MembershipMerge
 *   late facts re-decided: MembershipHistory · "where do I stand": MembershipStatement
 *   a changed program over stored histories: WhatIf
 * </pre>
 *
 * <p>Invariant: the factor of an event is that of the tier which the member had by the facts before
 * it, and the points of the event are what counts towards the next. Start at
 * {@link dev.laurel.tiers.membership.LoyaltyProgram}.
 */
@LaurelValue
@NullMarked
package dev.laurel.tiers.membership;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
