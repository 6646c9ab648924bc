/**
 * The programs that Laurel is shown with, and the invented data some of them run on.
 *
 * <p>Invariant: the same seed gives the same bytes, on every machine. Start at
 * {@link dev.laurel.examples.programs.DealerNetwork}.
 */
@NullMarked
package dev.laurel.examples.programs;

import org.jspecify.annotations.NullMarked;
