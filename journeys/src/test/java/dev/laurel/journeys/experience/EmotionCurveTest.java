package dev.laurel.journeys.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Emotion;
import dev.laurel.journeys.map.Maps;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class EmotionCurveTest {

  /** Worked by hand: the peak is -2, the end 1. */
  @Test
  void peakEndIsNotTheMean() {
    EmotionCurve curve = curve(1, -2, 0.5, 1);

    assertThat(curve.mean()).isCloseTo(0.125, within(1e-12));
    assertThat(curve.peakEnd()).isCloseTo(-0.5, within(1e-12));
    assertThat(curve.lowest().emotion()).isEqualTo(Emotion.of(-2));
  }

  @Test
  void ofEquallyIntensePointsTheLaterCounts() {
    assertThat(curve(-2, 0, 2).peakEnd()).isCloseTo(2, within(1e-12));
    assertThat(curve(2, 0, -2).peakEnd()).isCloseTo(-2, within(1e-12));
  }

  @Test
  void answersAreMovedToOneScale() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    JourneyLog log = JourneyLog.of(List.of(
        TouchEvent.builder()
            .journey(JourneyId.of("j"))
            .touchpoint(TouchpointId.of("a"))
            .at(noon)
            .experience(new Experience(4, Experience.Scale.ONE_TO_FIVE))
            .build(),
        TouchEvent.builder()
            .journey(JourneyId.of("j"))
            .touchpoint(TouchpointId.of("b"))
            .at(noon.plusSeconds(1))
            .experience(new Experience(0, Experience.Scale.ZERO_TO_TEN))
            .build()));

    EmotionCurve curve = EmotionCurve.of(log.journey(0)).orElseThrow();

    assertThat(curve.points().stream().map(point -> point.emotion().value()).toList())
        .containsExactly(1.0, -2.0);
  }

  @Test
  void aMapHasTheCurveThatItExpects() {
    EmotionCurve curve = EmotionCurve.of(Maps.dealer()).orElseThrow();

    assertThat(curve.points()).hasSize(1);
    assertThat(curve.peak().touchpoint()).isEqualTo(TouchpointId.of("test-drive"));
    assertThat(EmotionCurve.of(Maps.linear("a", "b"))).isEmpty();
  }

  @Test
  void aCurveHasAPoint() {
    assertThatThrownBy(() -> new EmotionCurve(List.of()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("a curve must have a point");
  }

  private static EmotionCurve curve(double... values) {
    return new EmotionCurve(DoubleStream.of(values)
        .mapToObj(value -> new EmotionCurve.Point(TouchpointId.of("t"), Emotion.of(value)))
        .toList());
  }
}
