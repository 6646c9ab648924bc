package dev.laurel.journeys.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.experience.EmotionCurve;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.Emotion;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No name, whatever its characters, adds a line or a bar to a chart. */
class MermaidChartLaws {
  @Property
  void noNameAddsToAChart(@ForAll("names") List<String> names) {
    String chart = MermaidChart.emotions(new EmotionCurve(names.stream()
        .map(name -> new EmotionCurve.Point(TouchpointId.of(name), Emotion.of(1)))
        .toList()));

    assertThat(chart.lines()).hasSize(4);
    assertThat(chart.chars().filter(c -> c == '"').count()).isEqualTo(2L * names.size() + 2);
    assertThat(chart).doesNotContain("%%", "#", ";", "`", "\\", "\r");
  }

  @Provide
  Arbitrary<List<String>> names() {
    return JourneyDomain.hostileNames().list().ofMinSize(1).ofMaxSize(6);
  }
}
