package dev.laurel.examples.member;

import dev.laurel.examples.output.Figures;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.membership.WhatIfTotals;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the members of each tier would be: a bar for each tier as it is, layers for the tiers as
 * they would be.
 */
public final class MigrationChart {
  private MigrationChart() {}

  /** Writes the chart of a ladder of the program as it is. */
  public static void write(WhatIfReport report, LadderVersions versions, Writer to)
      throws IOException {
    WhatIf question = report.question();
    String ladder = versions.code();
    Map<WhatIfTotals.Move, Long> moves = report.totals().moves();
    Set<String> now = codes(versions.latest().tiers());
    Set<String> then = new LinkedHashSet<>();
    question
        .then()
        .findLadder(ladder)
        .ifPresent(other -> then.addAll(codes(other.latest().tiers())));
    moves.keySet().stream().filter(move -> move.ladder().equals(ladder)).forEach(move -> {
      now.add(move.now());
      then.add(move.then());
    });
    List<String> bars = new ArrayList<>();
    Map<String, List<Double>> layers = new LinkedHashMap<>();
    for (String before : now) {
      long members =
          then.stream().mapToLong(after -> count(moves, ladder, before, after)).sum();
      bars.add(WhatIfText.name(question.now(), ladder, before) + " (" + Figures.of(members) + ")");
      for (String after : then) {
        double share = 100.0 * count(moves, ladder, before, after) / Math.max(1, members);
        layers
            .computeIfAbsent(
                "then " + WhatIfText.name(question.then(), ladder, after),
                name -> new ArrayList<>())
            .add(share);
      }
    }
    StackedBars.write(
        "Tiers of '" + ladder + "': what the members of today's tiers would be",
        "% of the members of a tier",
        bars,
        layers,
        to);
  }

  private static long count(
      Map<WhatIfTotals.Move, Long> moves, String ladder, String before, String after) {
    return moves.getOrDefault(new WhatIfTotals.Move(ladder, before, after), 0L);
  }

  private static Set<String> codes(List<Tier> tiers) {
    Set<String> codes = new LinkedHashSet<>();
    tiers.forEach(tier -> codes.add(tier.code()));
    return codes;
  }
}
