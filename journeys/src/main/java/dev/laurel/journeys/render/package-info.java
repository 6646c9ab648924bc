/**
 * Journeys as pictures.
 *
 * <pre>
 *   JourneyMap, MapReality ─▶ MapSvg (stages, curve, moments, pains as an image) · Mermaid.journey
 *   MapVersions ────────────▶ Mermaid.timeline
 *   DirectlyFollows ────────▶ ProcessSvg (a process map as an image) · Mermaid.flowchart · Dot
 *   StepFlows ──────────────▶ Mermaid.sankey
 *   DayComparison ─────────▶ WeekSvg (a week, and what two companies have for it)
 *   FunnelResult, EmotionCurve ─▶ MermaidChart
 * </pre>
 *
 * <p>Invariant: no name, whatever its characters, breaks a picture or adds to it, and equal input
 * gives equal text. Pictures are for people and are never read back. Start at
 * {@link dev.laurel.journeys.render.MapSvg}.
 */
@NullMarked
package dev.laurel.journeys.render;

import org.jspecify.annotations.NullMarked;
