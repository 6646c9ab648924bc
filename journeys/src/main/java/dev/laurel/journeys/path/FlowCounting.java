package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Flows while they are counted: each step first chooses its places, then journeys pass them. */
final class FlowCounting {
  private final Variants variants;
  private final int steps;

  /** How many touchpoints stand by themselves; their places are 0 and up, then others, then end. */
  private final int named;

  /** The codes of the touchpoints that stand by themselves at each step. */
  private final int[][] chosen;

  private final int[][] placeOf;

  FlowCounting(Variants variants, int steps, int touchpoints) {
    this.variants = variants;
    this.steps = steps;
    this.named = touchpoints;
    this.chosen = new int[steps][];
    this.placeOf = new int[steps][variants.touchpoints().size()];
    for (int step = 0; step < steps; step++) {
      choose(step);
    }
  }

  private void choose(int step) {
    long[] journeys = new long[variants.touchpoints().size()];
    for (int variant = 0; variant < variants.size(); variant++) {
      int at = variants.begin(variant) + step;
      if (at < variants.end(variant)) {
        journeys[variants.codes()[at]] += variants.count(variant);
      }
    }
    // Codes are in the order of the names, and the sort is stable.
    chosen[step] = IntStream.range(0, journeys.length)
        .filter(code -> journeys[code] > 0)
        .boxed()
        .sorted(Comparator.comparingLong((Integer code) -> journeys[code]).reversed())
        .mapToInt(Integer::intValue)
        .limit(named)
        .toArray();
    Arrays.fill(placeOf[step], named);
    for (int place = 0; place < chosen[step].length; place++) {
      placeOf[step][chosen[step][place]] = place;
    }
  }

  ImmutableList<StepFlows.Flow> flows() {
    ImmutableList.Builder<StepFlows.Flow> flows = ImmutableList.builder();
    for (int step = 0; step + 1 < steps; step++) {
      long[][] counts = counts(step);
      for (int from = 0; from <= named; from++) {
        for (int to = 0; to <= named + 1; to++) {
          if (counts[from][to] > 0) {
            flows.add(new StepFlows.Flow(
                step + 1, place(step, from), place(step + 1, to), counts[from][to]));
          }
        }
      }
    }
    return flows.build();
  }

  private long[][] counts(int step) {
    long[][] counts = new long[named + 1][named + 2];
    for (int variant = 0; variant < variants.size(); variant++) {
      int at = variants.begin(variant) + step;
      if (at < variants.end(variant)) {
        int from = placeOf[step][variants.codes()[at]];
        boolean isEnd = at + 1 == variants.end(variant);
        int to = isEnd ? named + 1 : placeOf[step + 1][variants.codes()[at + 1]];
        counts[from][to] += variants.count(variant);
      }
    }
    return counts;
  }

  private StepFlows.Place place(int step, int place) {
    if (place > named) {
      return new StepFlows.End();
    }
    return place == named
        ? new StepFlows.Others()
        : new StepFlows.At(variants.touchpoints().get(chosen[step][place]));
  }
}
