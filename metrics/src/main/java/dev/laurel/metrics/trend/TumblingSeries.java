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

  /** The windows in order, those without answers included. */
  public ImmutableList<ScoreWindow> windows() {
    return windows;
  }
}
