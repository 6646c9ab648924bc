/**
 * Journeys as pictures.
 *
 * <pre>
 *   JourneyMap ──────▶ MapSvg (an image of stages, curve, moments and pains) · Mermaid.journey
 *   MapVersions ─────▶ Mermaid.timeline
 *   DirectlyFollows ─▶ Mermaid.flowchart · Dot.graph
 *   StepFlows ───────▶ Mermaid.sankey
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
