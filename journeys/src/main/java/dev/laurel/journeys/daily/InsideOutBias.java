package dev.laurel.journeys.daily;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.JourneyMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a journey map looks at the customer from inside the company: the share of its touchpoints
 * that take place in the company's own processes.
 *
 * <p>Eight of ten touchpoints in contexts that the company owns are a bias of 0.8. A touchpoint
 * that is placed in no context of the customer's day counts as owned: nobody has looked.
 *
 * @param owned the touchpoints in owned contexts, out of all
 * @param byRelation how many touchpoints there are in contexts of each relation, placed ones only
 * @param unplaced how many touchpoints are in no context
 */
public record InsideOutBias(Proportion owned, Map<Relation, Long> byRelation, long unplaced) {
  /** A bias of these parts. */
  public InsideOutBias {
    byRelation = ImmutableSortedMap.copyOf(byRelation);
  }

  /**
   * The bias of a map, whose touchpoints are placed in the contexts of a day.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if a touchpoint is placed in a context that the
   *     flow does not have
   */
  public static InsideOutBias of(
      JourneyMap map, DailyFlow flow, Map<TouchpointId, ContextId> placed) {
    Map<Relation, Long> byRelation = new TreeMap<>();
    long unplaced = 0;
    for (TouchpointId touchpoint : map.touchpoints().keySet()) {
      ContextId context = placed.get(touchpoint);
      if (context == null) {
        unplaced++;
      } else {
        LifeContext known = flow.context(context)
            .orElseThrow(() -> new InvalidValueException(
                FailureCode.REFERENCE_UNKNOWN,
                "placed." + touchpoint,
                "flow '" + flow.name() + "' must have the context: " + context));
        byRelation.merge(known.relation(), 1L, Long::sum);
      }
    }
    long owned = unplaced + byRelation.getOrDefault(Relation.OWNED, 0L);
    return new InsideOutBias(Proportion.of(owned, map.touchpoints().size()), byRelation, unplaced);
  }
}
