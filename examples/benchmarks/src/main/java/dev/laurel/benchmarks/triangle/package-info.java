/** The benchmarks of triangles: their fit, and lots on their way into them. */
@NullMarked
package dev.laurel.benchmarks.triangle;

import org.jspecify.annotations.NullMarked;
