/**
 * What answers add up to.
 *
 * <p>Start at {@link dev.laurel.metrics.score.NetPromoterCounts}.
 */
@NullMarked
package dev.laurel.metrics.score;

import org.jspecify.annotations.NullMarked;
