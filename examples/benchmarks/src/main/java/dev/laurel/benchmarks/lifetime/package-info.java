/**
 * Benchmarks of customer value and drivers: the fit of BG/NBD beside the simplex of Hipparchus on
 * the textbook likelihood, a million customers, and twenty drivers.
 */
@NullMarked
package dev.laurel.benchmarks.lifetime;

import org.jspecify.annotations.NullMarked;
