/**
 * Prize draws that anybody can check afterwards.
 *
 * <pre>
 *   PrizeDraw ──▶ DrawEntries.enter(ticket) ──▶ EntryDecision: Accepted | Refused
 *                     │
 *                     └─ Drawing.draw(draw, entries, seed) ──▶ DrawRecord: winners, alternates, passed over
 *                                                                  └─ PrizeAwards: notified, accepted, declined, lapsed
 * </pre>
 *
 * <p>The order in which tickets are looked at follows from their SHA-256 digests alone, so that
 * with the tickets and the published seed the draw can be repeated with standard tools. Invariant:
 * the order in which tickets came changes nothing, nobody wins twice, and no prize is given twice.
 * Start at {@link dev.laurel.core.draw.PrizeDraw}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.draw;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
