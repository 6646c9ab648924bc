/**
 * What was asked, what came back, and by which rule answers become a number.
 *
 * <pre>
 *   Scale + MetricRule ──▶ MetricDefinition (name, version)      Conventions: those of the trade
 *   Response (answered, skipped, ...) ──RespondentPolicy──▶ Response
 *   SurveyFunnel, Dispositions ──▶ ResponseRate
 * </pre>
 *
 * <p>Invariant: an answer is a point of its scale or it is no answer, and what is no answer is
 * counted beside the answers, never among them. Start at
 * {@link dev.laurel.metrics.survey.Conventions}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.survey;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
