package dev.laurel.journeys.path;

import static java.util.Comparator.comparingDouble;

import com.google.common.collect.ImmutableList;
import dev.laurel.journeys.log.JourneyLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How differently two groups of customers travel, from 0 (the same shares) to 1 (nothing in
 * common).
 *
 * <p>Both numbers are total variations: half the sum of the absolute differences of the shares. If
 * of one group all took ab, and of the other half did and half took ac, the variants differ by 0.5.
 *
 * @param variants the distance of the shares of variants among journeys
 * @param arcs the distance of the shares of arcs among arcs, starts and ends included
 * @param shifts the variants whose shares differ, the largest difference first
 */
public record JourneyDrift(double variants, double arcs, ImmutableList<Shift> shifts) {
  /**
   * A variant whose share differs.
   *
   * @param variant the variant, with its journeys in both groups
   * @param before its share in the first group
   * @param after its share in the second group
   */
  public record Shift(Variant variant, double before, double after) {
    /** The second share less the first. */
    public double change() {
      return after - before;
    }
  }

  /** The drift from one group to another; absent if one of them has no journey. */
  public static Optional<JourneyDrift> between(JourneyLog before, JourneyLog after) {
    if (before.journeys() == 0 || after.journeys() == 0) {
      return Optional.empty();
    }
    List<Shift> shifts = shifts(Variants.of(before), Variants.of(after));
    double variants = 0;
    for (Shift shift : shifts) {
      variants += Math.abs(shift.change()) / 2;
    }
    shifts.removeIf(shift -> shift.change() == 0);
    // The sort is stable, and variants of as large a difference keep the order of their journeys.
    shifts.sort(comparingDouble(shift -> -Math.abs(shift.change())));
    double arcs = totalVariation(ends(DirectlyFollows.of(before)), ends(DirectlyFollows.of(after)));
    return Optional.of(
        new JourneyDrift(Math.min(1, variants), Math.min(1, arcs), ImmutableList.copyOf(shifts)));
  }

  private static List<Shift> shifts(Variants before, Variants after) {
    Map<Object, Variant> old = byWay(before);
    Map<Object, Variant> now = byWay(after);
    List<Shift> shifts = new ArrayList<>();
    for (Variant variant : before.merge(after).all()) {
      Function<Map<Object, Variant>, Long> journeys =
          ways -> Optional.ofNullable(ways.get(variant.touchpoints()))
              .map(Variant::journeys)
              .orElse(0L);
      shifts.add(new Shift(
          variant,
          (double) journeys.apply(old) / before.journeys(),
          (double) journeys.apply(now) / after.journeys()));
    }
    return shifts;
  }

  private static Map<Object, Variant> byWay(Variants variants) {
    Map<Object, Variant> byWay = new HashMap<>();
    variants.all().forEach(variant -> byWay.put(variant.touchpoints(), variant));
    return byWay;
  }

  /** The arcs by their ends, those from and to the outside included. */
  private static Map<List<String>, Long> ends(DirectlyFollows graph) {
    // Names cannot be empty, so that the outside is nobody's name.
    Map<List<String>, Long> counts = new java.util.LinkedHashMap<>();
    graph.starts().forEach((to, count) -> counts.put(List.of("", to.value()), count));
    graph.ends().forEach((from, count) -> counts.put(List.of(from.value(), ""), count));
    graph
        .arcs()
        .forEach(arc -> counts.put(List.of(arc.from().value(), arc.to().value()), arc.count()));
    return counts;
  }

  private static double totalVariation(
      Map<List<String>, Long> before, Map<List<String>, Long> after) {
    double old = before.values().stream().mapToLong(Long::longValue).sum();
    double now = after.values().stream().mapToLong(Long::longValue).sum();
    double distance = 0;
    for (Map.Entry<List<String>, Long> arc : before.entrySet()) {
      distance += Math.abs(arc.getValue() / old - after.getOrDefault(arc.getKey(), 0L) / now) / 2;
    }
    for (Map.Entry<List<String>, Long> arc : after.entrySet()) {
      distance += before.containsKey(arc.getKey()) ? 0 : arc.getValue() / now / 2;
    }
    return distance;
  }
}
