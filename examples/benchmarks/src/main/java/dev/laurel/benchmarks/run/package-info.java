/** The main job: a program over a file of transactions. */
@NullMarked
package dev.laurel.benchmarks.run;

import org.jspecify.annotations.NullMarked;
