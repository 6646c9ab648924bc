package dev.laurel.metrics.trend;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Responses by the calendar; windows are made of panes, so that no window looks at an answer twice.
 *
 * <p>Panes of different sources merge, as long as they are cut alike.
 *
 * @param definition what the answers are answers to
 * @param size how time is cut
 * @param calendar in which zone
 * @param byFirstDay the responses of each pane that has any, by its first day
 */
public record Panes(
    MetricDefinition definition,
    PaneSize size,
    ProgramCalendar calendar,
    ImmutableSortedMap<LocalDate, ScoreHistogram> byFirstDay) {
  /** Ten thousand days are 27 years. */
  private static final int MOST = 10_000;

  /** Checked panes. */
  public Panes {
    requireNonNull(definition, "definition");
    requireNonNull(size, "size");
    requireNonNull(calendar, "calendar");
    byFirstDay.values().forEach(pane -> definition.requireSame(pane.definition()));
  }

  /** The panes of these responses. */
  public static Panes of(
      MetricDefinition definition,
      PaneSize size,
      ProgramCalendar calendar,
      List<Response> responses) {
    TreeMap<LocalDate, ScoreAccumulator> panes = new TreeMap<>();
    for (Response response : responses) {
      LocalDate day = size.firstDay(calendar.dateOf(response.at()), calendar);
      panes.computeIfAbsent(day, any -> new ScoreAccumulator(definition)).add(response);
    }
    ImmutableSortedMap.Builder<LocalDate, ScoreHistogram> byFirstDay =
        ImmutableSortedMap.naturalOrder();
    panes.forEach((day, pane) -> byFirstDay.put(day, pane.snapshot()));
    return new Panes(definition, size, calendar, byFirstDay.buildOrThrow());
  }

  /**
   * The responses of both.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if they differ,
   *     VALUE_INVALID if time is cut differently
   */
  public Panes merge(Panes other) {
    definition.requireSame(other.definition);
    InvalidValueException.check(
        size == other.size && calendar.equals(other.calendar),
        FailureCode.VALUE_INVALID,
        "size",
        "panes must be cut alike to merge: %s in %s, %s in %s",
        size,
        calendar.zone(),
        other.size,
        other.calendar.zone());
    TreeMap<LocalDate, ScoreHistogram> both = new TreeMap<>(byFirstDay);
    other.byFirstDay.forEach((day, pane) -> both.merge(day, pane, ScoreHistogram::merge));
    return new Panes(definition, size, calendar, ImmutableSortedMap.copyOf(both));
  }

  /** All responses together. */
  public ScoreHistogram total() {
    return ScoreHistogram.sum(definition, byFirstDay.values());
  }

  /** Each pane as a window, from the first with responses to the last, without a hole. */
  public TumblingSeries tumbling() {
    return tumbling(1);
  }

  /**
   * Windows of so many panes each; the last may reach beyond the responses.
   *
   * @throws InvalidValueException RANGE if a window has no pane, LIMIT_EXCEEDED for more than
   *     10,000 panes
   */
  public TumblingSeries tumbling(int panes) {
    requireWidth(panes);
    ImmutableList<LocalDate> days = days(panes);
    ImmutableList.Builder<ScoreWindow> windows = ImmutableList.builder();
    for (int i = 0; i + panes < days.size(); i += panes) {
      List<LocalDate> inside = days.subList(i, i + panes);
      ScoreHistogram sum = ScoreHistogram.sum(definition, Lists.transform(inside, this::pane));
      windows.add(new ScoreWindow(days.get(i), days.get(i + panes), sum));
    }
    return new TumblingSeries(definition, windows.build());
  }

  /**
   * At each pane the last so many of them, from the first time there are enough; a pane enters and
   * another leaves, so that the cost does not grow with the width.
   *
   * @throws InvalidValueException RANGE if a window has no pane, LIMIT_EXCEEDED for more than
   *     10,000 panes
   */
  public SlidingSeries sliding(int panes) {
    requireWidth(panes);
    ImmutableList<LocalDate> days = days(1);
    ScoreAccumulator window = new ScoreAccumulator(definition);
    ImmutableList.Builder<ScoreWindow> windows = ImmutableList.builder();
    for (int i = 0; i + 1 < days.size(); i++) {
      window.add(pane(days.get(i)));
      if (i >= panes) {
        window.remove(pane(days.get(i - panes)));
      }
      if (i >= panes - 1) {
        windows.add(new ScoreWindow(days.get(i - panes + 1), days.get(i + 1), window.snapshot()));
      }
    }
    return new SlidingSeries(definition, windows.build());
  }

  /** The first days of all panes and the day after the last, whole windows of this width. */
  private ImmutableList<LocalDate> days(int width) {
    if (byFirstDay.isEmpty()) {
      return ImmutableList.of();
    }
    List<LocalDate> days = new ArrayList<>();
    LocalDate last = byFirstDay.lastKey();
    LocalDate day = byFirstDay.firstKey();
    while (!day.isAfter(last) || days.size() % width != 0) {
      InvalidValueException.check(
          days.size() < MOST,
          FailureCode.LIMIT_EXCEEDED,
          "panes",
          "a series must have at most %s panes: from %s to %s",
          MOST,
          byFirstDay.firstKey(),
          last);
      days.add(day);
      day = size.next(day, calendar);
    }
    days.add(day);
    return ImmutableList.copyOf(days);
  }

  private ScoreHistogram pane(LocalDate firstDay) {
    Map<LocalDate, ScoreHistogram> panes = byFirstDay;
    ScoreHistogram pane = panes.get(firstDay);
    return pane == null ? ScoreHistogram.none(definition) : pane;
  }

  private static void requireWidth(int panes) {
    InvalidValueException.check(
        panes >= 1 && panes <= MOST,
        FailureCode.RANGE,
        "panes",
        "a window must have 1 to %s panes: %s",
        MOST,
        panes);
  }
}
