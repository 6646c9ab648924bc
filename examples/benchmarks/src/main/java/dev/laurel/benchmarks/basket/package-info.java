/** Choosing a basket out of catalogues whose best basket is known, because it was planted. */
@NullMarked
package dev.laurel.benchmarks.basket;

import org.jspecify.annotations.NullMarked;
