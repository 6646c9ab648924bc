package dev.laurel.journeys.experience;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.ObservedJourney;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Emotion;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Step;
import java.util.List;
import java.util.Optional;

/**
 * How a customer felt from step to step, from -2 to 2.
 *
 * <p>What is remembered is not the mean: of 1, -2, 0.5, 1 the mean is 0.125, and the peak-end, half
 * of the most intense and half of the last, is -0.5. Of two equally intense points the later one
 * counts. Duration is neglected.
 *
 * <p>Sources: B. Fredrickson and D. Kahneman, "Duration neglect in retrospective evaluations of
 * affective episodes" (1993); D. Redelmeier and D. Kahneman (1996).
 *
 * @param points the points, at least one, in the order of the journey
 */
public record EmotionCurve(List<Point> points) {
  /**
   * A checked curve.
   *
   * @throws InvalidValueException REQUIRED without a point
   */
  public EmotionCurve {
    points = ImmutableList.copyOf(points);
    InvalidValueException.check(
        !points.isEmpty(), FailureCode.REQUIRED, "points", "a curve must have a point");
  }

  /**
   * One point.
   *
   * @param touchpoint where
   * @param emotion how it felt
   */
  public record Point(TouchpointId touchpoint, Emotion emotion) {
    /** A point of these parts. */
    public Point {
      requireNonNull(touchpoint, "touchpoint");
      requireNonNull(emotion, "emotion");
    }
  }

  /** What a customer said on a journey, each answer moved to -2 to 2; absent without an answer. */
  public static Optional<EmotionCurve> of(ObservedJourney journey) {
    ImmutableList.Builder<Point> points = ImmutableList.builder();
    for (TouchEvent event : journey.events()) {
      event
          .experience()
          .ifPresent(said -> points.add(new Point(event.touchpoint(), said.toEmotion())));
    }
    return of(points.build());
  }

  /** What a map expects customers to feel, in the order of its steps; absent if it says nothing. */
  public static Optional<EmotionCurve> of(JourneyMap map) {
    ImmutableList.Builder<Point> points = ImmutableList.builder();
    for (Step step : map.steps()) {
      step.expectedEmotion().ifPresent(felt -> points.add(new Point(step.id(), felt)));
    }
    return of(points.build());
  }

  private static Optional<EmotionCurve> of(List<Point> points) {
    return points.isEmpty() ? Optional.empty() : Optional.of(new EmotionCurve(points));
  }

  /** The mean of all points. */
  public double mean() {
    return points.stream().mapToDouble(point -> point.emotion().value()).sum() / points.size();
  }

  /** The most intense point, good or bad; of equal ones the last. */
  public Point peak() {
    Point peak = points.get(0);
    for (Point point : points) {
      if (Math.abs(point.emotion().value()) >= Math.abs(peak.emotion().value())) {
        peak = point;
      }
    }
    return peak;
  }

  /** The worst point; of equal ones the first. */
  public Point lowest() {
    Point lowest = points.get(0);
    for (Point point : points) {
      lowest = point.emotion().compareTo(lowest.emotion()) < 0 ? point : lowest;
    }
    return lowest;
  }

  /** The last point. */
  public Point end() {
    return points.get(points.size() - 1);
  }

  /** What is remembered: half of the peak and half of the end. */
  public double peakEnd() {
    return (peak().emotion().value() + end().emotion().value()) / 2;
  }
}
