package dev.laurel.journeys.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.experience.EmotionCurve;
import dev.laurel.journeys.funnel.Funnel;
import dev.laurel.journeys.funnel.FunnelSpec;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.map.Emotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MermaidChartTest {
  private static final String HOSTILE = "x\"]\n  bar [9] %%{y}%% `z` \\ #quot;";

  @Test
  void aFunnelIsAChartOfLyingBars() {
    String chart = MermaidChart.funnel(Funnel.evaluate(
        Logs.of("abc", "ab", "a"), FunnelSpec.of("a", "b", "c"), Logs.START.plusSeconds(60)));

    assertThat(chart).isEqualTo("""
        xychart-beta horizontal
          x-axis ["1 a", "2 b", "3 c"]
          y-axis "journeys" 0 --> 3
          bar [3, 2, 1]
        """);
  }

  @Test
  void aCurveIsALineFromTouchpointToTouchpoint() {
    assertThat(MermaidChart.emotions(curve(List.of("a", "a")))).isEqualTo("""
        xychart-beta
          x-axis ["1 a", "2 a"]
          y-axis "emotion" -2 --> 2
          line [-1.5, -1.5]
        """);
  }

  @Test
  void noNameBreaksAChart() {
    List<String> names = new ArrayList<>(JourneyDomain.ODD_TEXTS);
    names.removeIf(String::isBlank);
    names.add(HOSTILE);
    String chart = MermaidChart.emotions(curve(names));

    assertThat(chart.lines()).hasSize(4);
    assertThat(chart.chars().filter(c -> c == '"').count()).isEqualTo(2L * names.size() + 2);
    assertThat(chart).doesNotContain("%%", "#", "`", "\\");
  }

  private static EmotionCurve curve(List<String> names) {
    return new EmotionCurve(names.stream()
        .map(name -> new EmotionCurve.Point(TouchpointId.of(name), Emotion.of(-1.5)))
        .toList());
  }
}
