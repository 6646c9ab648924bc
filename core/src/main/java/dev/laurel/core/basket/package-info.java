/**
 * What to spend points on.
 *
 * <pre>
 *   PricedReward (price, value, stock) ──▶ RewardChooser ──▶ RewardBasket
 *   points that expire, what kept ones are worth ──▶ SpendingAdvice
 * </pre>
 *
 * <p>Invariant: a basket costs at most the balance and takes at most the stock, and no other basket
 * is worth more. Start at {@link dev.laurel.core.basket.RewardChooser}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.basket;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
