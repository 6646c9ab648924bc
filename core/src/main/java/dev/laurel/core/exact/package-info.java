/**
 * Numbers without loss: what comes in is exact or refused, what goes out is rounded once.
 *
 * <pre>
 *   text | Number ──▶ ExactNumber ──▶ BigDecimal ──▶ Ratio ──▶ scale(amount, ratio, mode) ──▶ long
 *   total, weights ──▶ LargestRemainder ──▶ whole parts that add up to the total
 * </pre>
 *
 * <p>Invariant: no number is ever changed silently. A binary floating-point number is refused, a
 * result that does not fit 64 bits throws, and each rounding names its mode. Start at
 * {@link dev.laurel.core.exact.Ratio}.
 */
@NullMarked
package dev.laurel.core.exact;

import org.jspecify.annotations.NullMarked;
