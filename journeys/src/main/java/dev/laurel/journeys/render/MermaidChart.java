package dev.laurel.journeys.render;

import dev.laurel.journeys.experience.EmotionCurve;
import dev.laurel.journeys.funnel.FunnelResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Charts in the language of Mermaid ({@code xychart-beta}).
 *
 * <p>Names are numbered, since of two equal ones only one would be drawn. Quotes, which cannot be
 * escaped there, become apostrophes, and what else has a meaning becomes a look-alike.
 */
public final class MermaidChart {
  private MermaidChart() {}

  /** How many journeys came to each step of a funnel, as bars that lie. */
  public static String funnel(FunnelResult funnel) {
    List<Long> reached =
        funnel.stages().stream().map(FunnelResult.Stage::reached).toList();
    return "xychart-beta horizontal\n  x-axis "
        + names(funnel.stages().stream().map(stage -> stage.step().name()).toList())
        + "\n  y-axis \"journeys\" 0 --> "
        + Math.max(1, reached.get(0))
        + "\n  bar "
        + reached
        + "\n";
  }

  /** The emotions of a curve from -2 to 2, as a line from touchpoint to touchpoint. */
  public static String emotions(EmotionCurve curve) {
    return "xychart-beta\n  x-axis "
        + names(curve.points().stream().map(point -> point.touchpoint().value()).toList())
        + "\n  y-axis \"emotion\" -2 --> 2\n  line "
        + curve.points().stream()
            .map(point -> Svg.number(point.emotion().value()))
            .toList()
        + "\n";
  }

  private static String names(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> "\"" + (i + 1) + " " + MermaidText.quoted(names.get(i)) + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
