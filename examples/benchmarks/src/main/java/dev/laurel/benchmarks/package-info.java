/** Benchmarks, each beside the peer it is compared with; ratios of one run count, digits do not. */
@NullMarked
package dev.laurel.benchmarks;

import org.jspecify.annotations.NullMarked;
