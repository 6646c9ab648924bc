/**
 * What metrics are, what people answered, and what has been counted so far, as JSON and back.
 *
 * <pre>
 *   MetricDefinition, Response, ScoreHistogram, Panes, ... ◀──▶ MetricsJson.standard() ◀──▶ documents
 *                                            the codecs, limits and failures of dev.laurel.core.json
 * </pre>
 *
 * <p>Invariant: what is written can be read, and is equal to what was written; and what was counted
 * in parts, stored and read again merges to what was counted at once. Jackson is needed at run time
 * by this package and that of core alone. Start at {@link dev.laurel.metrics.json.MetricsJson}.
 */
@NullMarked
package dev.laurel.metrics.json;

import org.jspecify.annotations.NullMarked;
