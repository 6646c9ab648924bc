/** Runnable examples; each is run by a test. */
@NullMarked
package dev.laurel.examples;

import org.jspecify.annotations.NullMarked;
