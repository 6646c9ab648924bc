package dev.laurel.examples.journey;

import com.google.common.collect.ImmutableMap;
import dev.laurel.journeys.attribution.AttributionRule;
import dev.laurel.journeys.attribution.Credits;
import dev.laurel.journeys.attribution.OrderChoice;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalEffects;
import java.util.Optional;

/**
 * What {@code laurel attribute} has to tell.
 *
 * @param accepted how many rows of the file count
 * @param rejected how many do not
 * @param paths the paths of those that do
 * @param order how many touchpoints the chain remembers
 * @param isAuto whether the order was to be chosen
 * @param choice how the order was chosen, if it was and could be
 * @param effects the removal effects, if anything converted
 */
record AttributionReport(
    long accepted,
    long rejected,
    PathCounts paths,
    int order,
    boolean isAuto,
    Optional<OrderChoice> choice,
    Optional<RemovalEffects> effects) {
  /** The credits by the names of their rules. */
  ImmutableMap<String, Credits> credits() {
    return ImmutableMap.of(
        "first", Credits.of(paths, AttributionRule.first()),
        "last", Credits.of(paths, AttributionRule.last()),
        "linear", Credits.of(paths, AttributionRule.linear()),
        "shapley", Credits.of(paths, AttributionRule.shapley()));
  }
}
