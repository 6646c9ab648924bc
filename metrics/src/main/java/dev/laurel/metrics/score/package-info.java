/**
 * What answers add up to: a score that never comes alone.
 *
 * <pre>
 *   Response ──▶ ScoreAccumulator ──▶ ScoreHistogram ──Scoring──▶ Score (estimate, interval, n, definition)
 *                 add, remove, merge      └─ NetCounts (negative, neutral, positive)
 *   rows of counts ──▶ Independence (chi-squared, p)
 * </pre>
 *
 * <p>Invariant: in whatever order answers are added, and however they are divided, the score is the
 * same; what is no answer is counted beside the answers. The default interval of a net score is
 * adjusted Wald: {@link dev.laurel.metrics.score.NetMethod} tells its measured coverage. Start at
 * {@link dev.laurel.metrics.score.Scoring}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.score;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
