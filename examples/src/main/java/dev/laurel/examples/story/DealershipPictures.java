package dev.laurel.examples.story;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.path.StepFlows;
import dev.laurel.journeys.path.Variants;
import dev.laurel.journeys.render.MapSvg;
import dev.laurel.journeys.render.Mermaid;
import java.time.ZoneOffset;

/**
 * The dealer's year as pictures: each version of the map as it was taken, and what followed what.
 */
public final class DealershipPictures {
  private static final int STEPS = 6;
  private static final int TOUCHPOINTS = 4;

  private DealershipPictures() {}

  /** The pictures by the names of their files. */
  public static ImmutableSortedMap<String, String> draw() {
    JourneyLog year = Dealership.year();
    MapVersions versions = DealershipMap.versions();
    ImmutableSortedMap.Builder<String, String> pictures = ImmutableSortedMap.naturalOrder();
    Conformance.evaluateByVersion(year, versions)
        .forEach((number, reality) ->
            pictures.put("dealership-map-" + number + ".svg", MapSvg.image(reality)));
    pictures.put("dealership-process.svg", ProcessPicture.of(year, "A year at the dealer's"));
    pictures.put(
        "dealership-flows.mmd",
        Mermaid.sankey(StepFlows.of(Variants.of(year), STEPS, TOUCHPOINTS)));
    pictures.put("dealership-versions.mmd", Mermaid.timeline(versions, ZoneOffset.UTC));
    return pictures.buildOrThrow();
  }
}
