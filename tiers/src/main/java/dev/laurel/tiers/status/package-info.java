/**
 * Which tier a member has at which instant, and why.
 *
 * <pre>
 *   StatusFact ──▶ StatusRecord.decide ──▶ StatusDecision: the next record, or a refusal
 *                       └─ course(until) ──▶ StatusCourse: intervals by source, transitions
 *                       └─ outlook(asOf) ──▶ Outlook: missing to the next tier, missing to keep, by when
 *                       └─ explain(asOf) ──▶ FigureAccount: which events counted, which did not, why
 * </pre>
 *
 * <p>Invariant: at every instant from enrolment on a member has exactly one tier, the highest of
 * those whose intervals cover it, and the base tier where none does. Start at
 * {@link dev.laurel.tiers.status.StatusRecord}.
 */
@LaurelValue
@NullMarked
package dev.laurel.tiers.status;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
