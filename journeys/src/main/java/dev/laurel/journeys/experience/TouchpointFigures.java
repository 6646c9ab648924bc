package dev.laurel.journeys.experience;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.identity.Codes;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A figure for each of some touchpoints, of whatever source: the satisfaction that a survey found
 * there, the effort, what customers who come by are worth.
 *
 * @param name what the figure is, with its unit, such as "CES, 1 to 7"
 * @param better where better figures lie
 * @param figures the figures, by touchpoint
 */
public record TouchpointFigures(
    String name, Better better, SortedMap<TouchpointId, Estimate> figures) {
  /** Where better figures lie. */
  public enum Better {
    /** As with satisfaction. */
    HIGHER,
    /** As with minutes of waiting, or effort on a scale from easy to hard. */
    LOWER
  }

  /**
   * Checked figures.
   *
   * @throws dev.laurel.core.failure.InvalidValueException TEXT_INVALID for the name
   */
  public TouchpointFigures {
    name = Codes.label("figures", name, 128);
    requireNonNull(better, "better");
    figures = ImmutableSortedMap.copyOfSorted(figures);
  }

  /** Figures of which more is better. */
  public static TouchpointFigures of(String name, SortedMap<TouchpointId, Estimate> figures) {
    return new TouchpointFigures(name, Better.HIGHER, figures);
  }

  /** The figure of a touchpoint, if there is one. */
  public Optional<Estimate> at(TouchpointId touchpoint) {
    return Optional.ofNullable(figures.get(touchpoint));
  }
}
