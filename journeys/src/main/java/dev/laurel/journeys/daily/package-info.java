/**
 * The customer's own day, most of which has nothing to do with the company.
 *
 * <pre>
 *   DailyFlow (LifeContext: place, time, how long, how often, mood, need, relation)
 *       ▲
 *   OfferingFit (offering, context, role, strength)
 *       └─▶ OutsideIn: coverage, relevance, white space · InsideOutBias of a map
 *               ├─ DayComparison of two companies in one week
 *               └─ FlowComparison of two weeks: by time and by fit
 * </pre>
 *
 * <p>Invariant: covered and uncovered time add up to the time of the flow, and more fits never
 * cover less. Start at {@link dev.laurel.journeys.daily.DailyFlow}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.daily;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
