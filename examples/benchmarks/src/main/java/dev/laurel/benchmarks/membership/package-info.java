/**
 * What the years of members in a full program cost (earning, tiers, benefits), beside a plain fold
 * written by hand for this one program, which ends with equal results.
 */
@NullMarked
package dev.laurel.benchmarks.membership;

import org.jspecify.annotations.NullMarked;
