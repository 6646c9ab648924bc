package dev.laurel.metrics.trend;

import com.google.common.collect.ImmutableList;
import dev.laurel.metrics.survey.MetricDefinition;

/**
 * Windows of which each begins where the one before it ends: no answer is in two, so they may be
 * put on a {@link ControlChart}.
 */
public final class TumblingSeries {
  private final MetricDefinition definition;
  private final ImmutableList<ScoreWindow> windows;

  TumblingSeries(MetricDefinition definition, ImmutableList<ScoreWindow> windows) {
    this.definition = definition;
    this.windows = windows;
  }

  /** What the answers are answers to. */
  public MetricDefinition definition() {
    return definition;
  }

  /**
   * The score of each window that has answers, labelled by its first day: what
   * {@link ControlChart#individuals}, {@link SmoothedChart} and {@link CusumChart} take. The
   * numbers of answers are left behind.
   */
  public ImmutableList<Reading> readings() {
    return windows.stream()
        .filter(window -> window.answers().answers() > 0)
        .map(window -> new Reading(window.from().toString(), window.answers().meanWorth()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The windows in order, those without answers included. */
  public ImmutableList<ScoreWindow> windows() {
    return windows;
  }
}
