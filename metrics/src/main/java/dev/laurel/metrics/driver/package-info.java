/**
 * What goes with a score: which parts of an experience, which themes of what people say.
 *
 * <pre>
 *   rows of outcome and drivers ──▶ DriverSample ──▶ DriverMoments ──▶ DriverAnalysis
 *                                        └─ DriverBootstrap ─▶ intervals ┘       │
 *   scales ──────────────────────────────────────────▶ ImportancePerformance ◀──┘
 *   answers with themes ──▶ ThemedAnswers ──▶ ThemeImpact
 * </pre>
 *
 * <p>Everything here is association, not cause: a driver that goes with satisfaction may be its
 * effect, or both may have a third reason. Each result says so in words.
 *
 * <p>Invariant: shares of importance add up to what they share out, R squared or the impact of all
 * themes together. Moments and themed answers merge. Start at
 * {@link dev.laurel.metrics.driver.DriverSample}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.driver;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
