/**
 * Scores over time: windows made of panes, charts that tell signal from noise, and where it
 * changed.
 *
 * <pre>
 *   Response ──▶ Panes (by day, week, month ...) ──▶ TumblingSeries ──▶ ControlChart ──▶ Signal
 *                                              │                  └──▶ ChangePoint ◀── ChangeTest
 *                                              │                           └──▶ ChangePointText
 *                                              └──▶ SlidingSeries   (to look at, not to test)
 *   Reading ──▶ SmoothedChart (EWMA), CusumChart
 * </pre>
 *
 * <p>Invariant: every answer lies in exactly one pane, and a window is the sum of its panes.
 * Windows that overlap share answers, so neighbours look alike by construction and every run rule
 * would cry wolf; no chart takes them. Start at {@link dev.laurel.metrics.trend.Panes}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.trend;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
