/**
 * What commands of all packages share in writing: figures for people, files, and charts as SVG.
 *
 * <p>Invariant: a file that cannot be written is an
 * {@link dev.laurel.examples.output.OutputFailure}, which the command line turns into one line and
 * exit code 6.
 */
@NullMarked
package dev.laurel.examples.output;

import org.jspecify.annotations.NullMarked;
