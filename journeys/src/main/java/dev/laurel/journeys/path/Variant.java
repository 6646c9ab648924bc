package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import dev.laurel.journeys.identity.TouchpointId;

/**
 * One way through touchpoints, and how many journeys took exactly it.
 *
 * @param touchpoints the touchpoints in their order
 * @param journeys how many journeys
 */
public record Variant(ImmutableList<TouchpointId> touchpoints, long journeys) {}
