/**
 * Personal offers that say why.
 *
 * <pre>
 *   Offer (eligibility, value, criteria) ─┐
 *   OfferPolicy (how many, no repeats) ───┼─▶ OfferChooser.choose ──▶ OfferChoice
 *   OfferHistory (what was shown) ────────┘       ├─ chosen: points for each criterion, which add up
 *                                                 └─ rejected: exactly one reason each
 * </pre>
 *
 * <p>Invariant: every offer is either chosen or rejected with one reason, and the order in which
 * offers are listed changes nothing. Start at {@link dev.laurel.core.offer.OfferChooser}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.offer;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
