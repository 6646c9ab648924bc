/** The first fifteen lines with Laurel, as the README shows them. */
@NullMarked
package dev.laurel.examples.quickstart;

import org.jspecify.annotations.NullMarked;
