/**
 * The ways that customers took.
 *
 * <pre>
 *   JourneyLog ──▶ DirectlyFollows ──▶ Arc            what followed what, how often, how fast
 *        ├───────▶ Variants ──▶ Variant ──▶ RepresentativeJourney
 *        │            └───▶ StepFlows             who was where first, second, third
 *        ├───────▶ Durations, Repetition              how long, how often again
 *        ├───────▶ FrequentSequence                   what many did in this order
 *        └─ and another log ──▶ JourneyDrift          how differently two groups travel
 * </pre>
 *
 * <p>Invariant: arcs add up to events less journeys, starts, ends and variants to journeys, and
 * what was counted in parts merges to what is counted at once. Start at
 * {@link dev.laurel.journeys.path.DirectlyFollows}.
 */
@NullMarked
package dev.laurel.journeys.path;

import org.jspecify.annotations.NullMarked;
