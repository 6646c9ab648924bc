/**
 * What the commands over members of a program with tiers have to say: what a changed program would
 * make of the same lives, and what becomes of a program that is not launched yet.
 *
 * <pre>
 *   WhatIfReport    ──▶ WhatIfText, WhatIfJson, MigrationChart
 *   Growth          ──▶ GrowthText, GrowthJson, PyramidChart
 * </pre>
 *
 * <p>Start at {@link dev.laurel.examples.member.WhatIfReport}.
 */
@NullMarked
package dev.laurel.examples.member;

import org.jspecify.annotations.NullMarked;
