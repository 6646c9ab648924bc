/**
 * What outstanding points will cost, from the entries of a program's accounts or from a table.
 *
 * <pre>
 *   transactions ──▶ ObservedRun ──▶ triangle, fates ─┐
 *   table (CSV)  ──▶ TriangleFile ──▶ triangle ───────┴▶ LiabilityReport ──▶ text, DevelopmentChart
 * </pre>
 */
@NullMarked
package dev.laurel.examples.liability;

import org.jspecify.annotations.NullMarked;
