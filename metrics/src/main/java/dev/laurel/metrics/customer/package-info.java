/**
 * What customers bought, and what it says of each of them and of all.
 *
 * <pre>
 *   (customer, day, money) ──▶ PurchaseDays ─┬─ PurchaseConvention ─▶ PurchaseHistories ─▶ HistoryTable
 *                                            ├─ asOf ─▶ RfmScoring ─▶ RfmScores
 *                                            └─ month ─▶ RetentionCohorts
 *   revenue by customer, before and now ──▶ RevenueRetention
 * </pre>
 *
 * <p>Invariant: everything that counts purchases is made of {@code PurchaseDays}, which merges, so
 * the order of transactions and their division into files never change a figure. Purchases of one
 * day are one purchase: days have no order within. What a customer may be worth from now on is in
 * {@code dev.laurel.metrics.lifetime}. Start at {@link dev.laurel.metrics.customer.PurchaseDays}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.customer;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
