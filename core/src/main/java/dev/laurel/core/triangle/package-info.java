/**
 * Points by the period in which they were issued and the period in which they were redeemed, and
 * what that says of the rest.
 *
 * <pre>
 *   numbers ─────────────────────────────▶ RedemptionTriangle ──▶ ChainLadder ──▶ Development
 *   lots ──▶ TriangleAccumulator (merges) ─▲      │                               │ forecast(cohorts)
 *            under a TriangleGrid                 └──▶ CalendarEffect              ▼
 *                                                     BornhuetterFerguson ──▶ BreakageForecast
 * </pre>
 *
 * <p>A row is a cohort, a column an age, a diagonal a calendar period. Cumulative redemptions may
 * fall, since redemptions are reversed; they never exceed the points issued.
 *
 * <p>Invariant: however lots are divided among accumulators, the triangle is the same. Start at
 * {@link dev.laurel.core.triangle.ChainLadder}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.triangle;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
