/**
 * The journey as the company designed it.
 *
 * <p>Start at {@link dev.laurel.journeys.map.Touchpoint}.
 */
@NullMarked
package dev.laurel.journeys.map;

import org.jspecify.annotations.NullMarked;
