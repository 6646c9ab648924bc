/**
 * Amounts of points, which behave like money of a private currency.
 *
 * <pre>
 *   PointType ──▶ Points   unsigned: what is earned, held, spent
 *            └──▶ Balance  signed: what a member has, or owes
 *   Points = money ──▶ PointRate, an exact pair
 * </pre>
 *
 * <p>Invariant: points of two types never meet in one sum, and no sum ever wraps. Start at
 * {@link dev.laurel.core.points.PointType}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.points;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
