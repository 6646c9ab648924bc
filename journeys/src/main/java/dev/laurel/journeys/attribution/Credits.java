package dev.laurel.journeys.attribution;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The conversions divided among touchpoints by a rule: of 19 conversions, search has 7.67.
 *
 * <p>Rules tell nothing of effects; they say who is paid. Conversions of journeys without a
 * touchpoint are {@link #unattributed}.
 *
 * @param rule the rule
 * @param credits what each touchpoint has, at least 0, by name
 * @param unattributed conversions without a touchpoint
 */
public record Credits(
    AttributionRule rule, SortedMap<TouchpointId, Double> credits, long unattributed) {
  /** Credits of these parts. */
  public Credits {
    requireNonNull(rule, "rule");
    credits = ImmutableSortedMap.copyOfSorted(credits);
  }

  /** The conversions of these paths divided by this rule. */
  public static Credits of(PathCounts paths, AttributionRule rule) {
    double[] credits = new double[paths.touchpoints().size()];
    long unattributed = 0;
    for (int row = 0; row < paths.rows(); row++) {
      long converted = paths.conversions(row);
      if (paths.length(row) == 0) {
        unattributed = Math.addExact(unattributed, converted);
      } else if (converted > 0) {
        divide(paths, row, rule, credits);
      }
    }
    SortedMap<TouchpointId, Double> byName = new TreeMap<>();
    for (int code = 0; code < credits.length; code++) {
      byName.put(paths.touchpoints().get(code), credits[code]);
    }
    return new Credits(rule, byName, unattributed);
  }

  private static void divide(PathCounts paths, int row, AttributionRule rule, double[] credits) {
    int begin = paths.begin(row);
    double[] weights = rule instanceof AttributionRule.Shapley
        ? distinct(paths, row)
        : weights(paths.length(row), rule);
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      credits[paths.code(begin + i)] += paths.conversions(row) * weights[i] / sum;
    }
  }

  private static double[] weights(int length, AttributionRule rule) {
    double[] weights = new double[length];
    if (rule instanceof AttributionRule.First) {
      weights[0] = 1;
    } else if (rule instanceof AttributionRule.Last) {
      weights[length - 1] = 1;
    } else if (rule instanceof AttributionRule.Position position) {
      Arrays.fill(weights, (1 - position.first() - position.last()) / Math.max(1, length - 2));
      weights[0] = position.first();
      weights[length - 1] = position.last();
    } else if (rule instanceof AttributionRule.TimeDecay decay) {
      for (int i = 0; i < length; i++) {
        weights[i] = Math.pow(2, -(length - 1 - i) / decay.halfLifeSteps());
      }
    } else {
      Arrays.fill(weights, 1);
    }
    return weights;
  }

  /** One for the first occurrence of each touchpoint. */
  private static double[] distinct(PathCounts paths, int row) {
    double[] weights = new double[paths.length(row)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1;
      for (int before = 0; before < i; before++) {
        if (paths.code(paths.begin(row) + before) == paths.code(paths.begin(row) + i)) {
          weights[i] = 0;
          break;
        }
      }
    }
    return weights;
  }

  /** All that touchpoints have together. */
  public double total() {
    return credits.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
