/**
 * The steps that members climb.
 *
 * <p>Start at {@link dev.laurel.tiers.ladder.Tier}.
 */
@NullMarked
package dev.laurel.tiers.ladder;

import org.jspecify.annotations.NullMarked;
