package dev.laurel.tiers.status;

import com.google.common.collect.ImmutableList;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a member's status went until an instant, and goes on if nothing more happens.
 *
 * <p>Beyond {@link #until()} reviews have not been held, so that earned tiers end when they last
 * end without renewal.
 */
public final class StatusCourse {
  private static final Comparator<StatusInterval> ORDER =
      Comparator.<StatusInterval, Instant>comparing(each -> each.span().from())
          .thenComparing(StatusInterval::source)
          .thenComparing(each -> each.tier().code())
          .thenComparing(each -> each.span().until())
          .thenComparing(each -> each.by().map(Object::toString).orElse(""));

  private final LadderVersions versions;
  private final Instant until;
  private final ImmutableList<StatusInterval> intervals;
  private final ImmutableList<Transition> transitions;

  StatusCourse(
      LadderVersions versions,
      Instant until,
      List<StatusInterval> intervals,
      List<Transition> transitions) {
    this.versions = versions;
    this.until = until;
    this.intervals = ImmutableList.sortedCopyOf(ORDER, intervals);
    this.transitions = ImmutableList.copyOf(transitions);
  }

  /** The instant until which reviews have been held. */
  public Instant until() {
    return until;
  }

  /** The intervals of all sources, by their start. */
  public ImmutableList<StatusInterval> intervals() {
    return intervals;
  }

  /** What happened to the earned tier, in order of time. */
  public ImmutableList<Transition> transitions() {
    return transitions;
  }

  /** The one tier at an instant: the highest of those that cover it, or the base tier. */
  public Tier tierAt(Instant instant) {
    return standingAt(instant).tier();
  }

  /** The one tier at an instant, with what gives it. */
  public Standing standingAt(Instant instant) {
    return standing(versions, intervals, instant);
  }

  /**
   * The one tier at an instant by these intervals. Of several that give it at once the first by
   * source is told first, then by start, end and name.
   */
  static Standing standing(
      LadderVersions versions, Iterable<StatusInterval> intervals, Instant instant) {
    TierLadder ladder = versions.at(instant);
    List<StatusInterval> covering = new ArrayList<>();
    for (StatusInterval interval : intervals) {
      if (interval.span().contains(instant) && versions.levelAt(interval.tier(), instant) > 0) {
        covering.add(interval);
      }
    }
    covering.sort(
        Comparator.<StatusInterval>comparingInt(each -> -versions.levelAt(each.tier(), instant))
            .thenComparing(StatusInterval::source)
            .thenComparing(ORDER));
    int level = covering.isEmpty() ? 0 : versions.levelAt(covering.get(0).tier(), instant);
    return new Standing(instant, ladder.tier(level), level, ladder.factor(level), covering);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatusCourse that
        && versions.equals(that.versions)
        && until.equals(that.until)
        && intervals.equals(that.intervals)
        && transitions.equals(that.transitions);
  }

  @Override
  public int hashCode() {
    return 31 * until.hashCode() + intervals.hashCode();
  }

  /** The intervals, for reading. */
  @Override
  public String toString() {
    return "StatusCourse[until " + until + ": " + intervals + "]";
  }
}
