/**
 * Programs with ladders, what is told about memberships, and where members stand, as JSON and back.
 *
 * <pre>
 *   TierLadder, LoyaltyProgram, MembershipEvent, Life, ... ◀──▶ TiersJson.standard() ◀──▶ documents
 *                                            the codecs, limits and failures of dev.laurel.core.json
 * </pre>
 *
 * <p>Invariant: what is written can be read, and is equal to what was written. Jackson is needed at
 * run time by this package and that of core alone. Start at
 * {@link dev.laurel.tiers.json.TiersJson}.
 */
@NullMarked
package dev.laurel.tiers.json;

import org.jspecify.annotations.NullMarked;
