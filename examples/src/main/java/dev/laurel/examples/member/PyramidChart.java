package dev.laurel.examples.member;

import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.simulation.Growth;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many members have which tier: a bar for the end of each year, layers for the tiers. */
public final class PyramidChart {
  private PyramidChart() {}

  /** Writes the chart of a ladder. */
  public static void write(Growth growth, LadderVersions ladder, Writer to) throws IOException {
    Map<String, List<Long>> layers = new LinkedHashMap<>();
    for (Tier tier : ladder.latest().tiers()) {
      layers.put(
          tier.name(),
          growth.years().stream()
              .map(year -> GrowthText.members(year, ladder.code(), tier))
              .toList());
    }
    StackedBars.write(
        "Tiers of '" + ladder.code() + "' at the end of each year",
        "members",
        growth.years().stream().map(year -> "from " + year.firstDay()).toList(),
        layers,
        to);
  }
}
