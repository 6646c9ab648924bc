package dev.laurel.tiers.status;

import com.google.common.collect.ImmutableMap;
import dev.laurel.tiers.ladder.Metric;
import java.util.Map;
import java.util.Optional;

/**
 * What the figures of two walks must come to when they become one, also where the two counted over
 * different stretches: a figure that is a sum is the sum, and one of things that are told apart
 * lies between the greater of the two and the sum.
 *
 * <p>What counted outside the stretch that goes on is carried in; what lies in it and did not count
 * any more is used up. What a tier had used up and was returned since, or has expired, is missing
 * in the sum as it was before.
 *
 * @param bounds the least and the most of each figure, before what was carried in and used up where
 *     it is a sum
 */
record Union(ImmutableMap<Metric, Bounds> bounds) {
  /** The least and the most that a figure may be. */
  record Bounds(long least, long most) {}

  static Union before(Climb one, Climb other) {
    ImmutableMap.Builder<Metric, Bounds> bounds = ImmutableMap.builder();
    for (Metric metric : one.ladder().metrics()) {
      if (metric.isSum()) {
        long sum = Math.addExact(one.measures().raw(metric), other.measures().raw(metric));
        bounds.put(metric, new Bounds(sum, sum));
      } else if (!(metric instanceof Metric.CurrentBalance)) {
        long here = one.measures().of(metric, Optional.empty());
        long there = other.measures().of(metric, Optional.empty());
        bounds.put(metric, new Bounds(Math.max(here, there), Math.addExact(here, there)));
      }
    }
    return new Union(bounds.buildOrThrow());
  }

  /** The figures of both with what has to be carried in or used up. */
  Figures settled(Figures both, Figures.Moment now) {
    Figures settled = both;
    for (Map.Entry<Metric, Bounds> each : bounds.entrySet()) {
      Metric metric = each.getKey();
      long figure = metric.isSum() ? now.raw(metric) : now.of(metric, Optional.empty());
      if (figure < each.getValue().least()) {
        long missing = each.getValue().least() - figure;
        settled = settled.carrying(metric, Math.addExact(settled.carriedIn(metric), missing));
      } else if (figure > each.getValue().most()) {
        long spare = figure - each.getValue().most();
        settled = settled.using(metric, Math.addExact(settled.usedUp(metric), spare));
      }
    }
    return settled;
  }
}
