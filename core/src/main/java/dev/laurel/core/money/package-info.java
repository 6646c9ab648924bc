/**
 * The one door for money.
 *
 * <pre>
 *   MonetaryAmount | currency + decimal | "EUR 12.30" ──▶ MoneyGate ──▶ ExactMoney
 *   ExactMoney ──▶ toMonetaryAmount(factory)
 * </pre>
 *
 * <p>Outside, money is any implementation of JSR 354; inside, it is a count of minor units of one
 * currency in 64 bits. Invariant: an amount has exactly the decimal places of its currency, and two
 * currencies never meet in one operation, comparison included. Start at
 * {@link dev.laurel.core.money.ExactMoney}.
 */
@NullMarked
package dev.laurel.core.money;

import org.jspecify.annotations.NullMarked;
