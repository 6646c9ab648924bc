/**
 * What points buy, and what comes back when the purchase does.
 *
 * <pre>
 *   Order ─┐
 *          ├▶ RedemptionTerms ──▶ RedemptionQuote ──▶ Refundable
 *   points ┘                      value + cash = gross
 *   RedemptionOffer: a quote that stands until an instant
 *   ExchangeRate ──▶ the same terms in another currency, rounded once
 * </pre>
 *
 * <p>Invariant: value and cash add up to the price, for the order and for each line; what is
 * refunded over time never exceeds what was paid, in points and in money, and ends exactly there.
 * Start at {@link dev.laurel.core.redemption.RedemptionTerms}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.redemption;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
