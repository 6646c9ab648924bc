/** Journeys: what follows what, variants, and the reading of XES. */
@NullMarked
package dev.laurel.benchmarks.journey;

import org.jspecify.annotations.NullMarked;
