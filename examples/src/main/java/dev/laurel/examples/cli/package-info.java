/** The command line: a thin shell around the library, with every word it prints in one place. */
@NullMarked
package dev.laurel.examples.cli;

import org.jspecify.annotations.NullMarked;
