/**
 * How many of the points outstanding will be redeemed, and what that costs.
 *
 * <pre>
 *   account entries ──▶ LotReader ──▶ LotFlow ──▶ triangles, LotFates ──▶ RedemptionCurve
 *
 *   cohorts ──▶ BreakageModel.forecast ──▶ BreakageForecast ──▶ Liability = future x unit cost
 *               FixedRate                   total, cohorts,       its changes
 *               ConstantHazard              three rates
 *               ActivityChain
 *               RedemptionCurve
 *               chain ladder, Bornhuetter-Ferguson of the package triangle
 * </pre>
 *
 * <p>Breakage is the share of points issued that will never be redeemed. All counts are in the
 * smallest units of one type of points; expectations are {@code double} and become money once.
 *
 * <p>Invariant: expected redemptions lie between zero and the points outstanding, so breakage lies
 * between 0 and 100 %. Start at {@link dev.laurel.core.breakage.BreakageForecast}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.breakage;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
