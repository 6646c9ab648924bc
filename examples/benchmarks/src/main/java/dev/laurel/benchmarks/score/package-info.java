/** Counting very many answers, and the bootstrap without dice. */
@NullMarked
package dev.laurel.benchmarks.score;

import org.jspecify.annotations.NullMarked;
