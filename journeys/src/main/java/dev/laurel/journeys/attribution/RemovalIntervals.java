package dev.laurel.journeys.attribution;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.List;
import java.util.Optional;

/**
 * Removal effects with intervals; see {@link RemovalBootstrap}.
 *
 * @param effects the effects, which are exact
 * @param lines the touchpoints, in the order of the effects
 * @param failed how many times no journey that was drawn converted, so that there was no effect
 */
public record RemovalIntervals(RemovalEffects effects, List<Line> lines, int failed) {
  /** Intervals of these parts. */
  public RemovalIntervals {
    requireNonNull(effects, "effects");
    lines = ImmutableList.copyOf(lines);
  }

  /**
   * One touchpoint.
   *
   * @param touchpoint the touchpoint
   * @param reach the share of journeys that come by
   * @param lift how many times likelier than the average a journey converts once it came by; below
   *     1 with its whole interval, it converts less often
   * @param effect the share of conversions that would be lost
   */
  public record Line(TouchpointId touchpoint, Estimate reach, Estimate lift, Estimate effect) {
    /** A line of these parts. */
    public Line {
      requireNonNull(touchpoint, "touchpoint");
      requireNonNull(reach, "reach");
      requireNonNull(lift, "lift");
      requireNonNull(effect, "effect");
    }
  }

  /** One touchpoint, if the paths know it. */
  public Optional<Line> at(TouchpointId touchpoint) {
    return lines.stream().filter(one -> one.touchpoint().equals(touchpoint)).findFirst();
  }
}
