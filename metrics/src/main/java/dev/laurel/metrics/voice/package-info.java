/**
 * What customers say, wherever they say it, and what was done about it.
 *
 * <pre>
 *   surveys, reviews, posts, contacts ──▶ Feedback ──Deduplication──▶ Feedback
 *                                            │ Tagger: themes     Sentiment: for and against
 *                                            ▼
 *                                      FeedbackCase ──CaseCommand──▶ CaseDecision
 *                                            └──▶ ClosedLoop (in time, resolved, recovered)
 * </pre>
 *
 * <p>Invariant: what a person wrote, and who it was, appears in no {@code toString} and no message.
 * A tag and a sentiment name the words they rest on. Start at
 * {@link dev.laurel.metrics.voice.Feedback}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.voice;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
