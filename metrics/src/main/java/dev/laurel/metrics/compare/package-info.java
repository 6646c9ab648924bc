/**
 * Whether two scores differ, by how much, and because of what.
 *
 * <pre>
 *   two histograms ──Comparing──▶ ScoreChange (difference, interval, p, Verdict) ──▶ ChangeText
 *   segments ──▶ SegmentScan (each against the rest, corrected), Homogeneity, DistributionShift
 *   segments, two periods ──▶ MixShift (rate + mix + who answered)
 *   SampleSize: how many answers a question needs
 * </pre>
 *
 * <p>Invariant: a difference keeps its sign, and is after minus before. Start at
 * {@link dev.laurel.metrics.compare.Comparing}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.compare;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
