/**
 * Journeys on the command line: what customers did, how far they came, and where a map is wrong.
 */
@NullMarked
package dev.laurel.examples.journey;

import org.jspecify.annotations.NullMarked;
