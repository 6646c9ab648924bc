/**
 * Who the customers are, and how well that is known.
 *
 * <pre>
 *   Persona ──▶ Evidence: Assumed | Qualitative | Statistical ──▶ Segment ──▶ share of customers
 *      └─ motivations, needs, behaviours, aspirations
 * </pre>
 *
 * <p>Invariant: a persona claims a share of the customers only if they were counted, by a segment
 * that can be asked again. Start at {@link dev.laurel.journeys.persona.Persona}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.persona;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
