package dev.laurel.journeys.render;

import com.google.common.collect.ImmutableMap;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.conformance.StepReality;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Stage;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.persona.Persona;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A journey map as an SVG image, to be shown and to be printed: whose journey it is, the stages,
 * the touchpoints with their channels and what the flow says of them, the curve of expected
 * emotions, moments of truth, and numbered below what hurts and what is to become better.
 *
 * <p>Steps are drawn stage by stage, in the order of the map within a stage; a long map has several
 * rows of at most ten steps. Held against reality, each step tells how often it was taken where the
 * map has it, and how often it failed.
 */
public final class MapSvg {
  static final double MARGIN = 48;

  private static final double LEAST_WIDTH = 1_080;
  private static final double TOP_OF_ROWS = 168;
  private static final double GAP = 34;
  private static final int MOST_UNKNOWN = 4;

  private final JourneyMap map;
  private final Optional<MapReality> reality;
  private final Map<TouchpointId, StepReality> steps;
  private final Svg svg = new Svg();

  /**
   * A step as it is drawn.
   *
   * @param step the step
   * @param words what the flow says of it
   */
  record Drawn(Step step, String words) {}

  private MapSvg(JourneyMap map, Optional<MapReality> reality) {
    this.map = map;
    this.reality = reality;
    this.steps = reality.map(MapReality::steps).orElse(ImmutableMap.of());
  }

  /** The image of a map. */
  public static String image(JourneyMap map) {
    return new MapSvg(map, Optional.empty()).draw();
  }

  /** The image of a map held against what customers did. */
  public static String image(MapReality reality) {
    return new MapSvg(reality.map(), Optional.of(reality)).draw();
  }

  private String draw() {
    List<List<Drawn>> rows = rows(byStage());
    int longest = rows.stream().mapToInt(List::size).max().orElse(1);
    double width = Math.max(LEAST_WIDTH, 2 * MARGIN + MapRow.AXIS + longest * MapRow.LEAST_STEP);
    Notes notes = new Notes(map, width);
    double height =
        TOP_OF_ROWS + rows.size() * (MapRow.height(map, !steps.isEmpty()) + GAP) + notes.height();
    svg.rect(0, 0, width, height, Look.filled(Look.PAPER));
    header(width);
    double top = TOP_OF_ROWS;
    for (int row = 0; row < rows.size(); row++) {
      new MapRow(svg, map, notes, steps, top, MapRow.stride(width, longest))
          .draw(rows.get(row), row);
      top += MapRow.height(map, !steps.isEmpty()) + GAP;
    }
    notes.draw(svg, top);
    return svg.image(width, height, map.name());
  }

  private List<Drawn> byStage() {
    List<String> words = StepWords.of(map.flow());
    List<Drawn> drawn = new ArrayList<>();
    for (Stage stage : map.stages().stages()) {
      for (int i = 0; i < words.size(); i++) {
        if (map.steps().get(i).stage().equals(stage.id())) {
          drawn.add(new Drawn(map.steps().get(i), words.get(i)));
        }
      }
    }
    return drawn;
  }

  /** Rows of about as many steps each, broken between two stages where one is near. */
  private static List<List<Drawn>> rows(List<Drawn> steps) {
    List<List<Drawn>> rows = new ArrayList<>();
    int from = 0;
    while (from < steps.size()) {
      int left = steps.size() - from;
      int wanted = from + (int) Math.ceil(left / Math.ceil((double) left / MapRow.MOST_STEPS));
      int until = wanted;
      for (int off : new int[] {-1, 1, -2, 2}) {
        boolean isBetter = !isBetweenStages(steps, until) && isBetweenStages(steps, wanted + off);
        until = isBetter && wanted + off - from <= MapRow.MOST_STEPS ? wanted + off : until;
      }
      rows.add(steps.subList(from, until));
      from = until;
    }
    return rows;
  }

  private static boolean isBetweenStages(List<Drawn> steps, int at) {
    return at >= steps.size()
        ? at == steps.size()
        : at > 0
            && !steps.get(at - 1).step().stage().equals(steps.get(at).step().stage());
  }

  private void header(double width) {
    double card = 420;
    double room = width - 2 * MARGIN - card - 30;
    svg.text(MARGIN, 66, Letters.cut(map.name(), room, 30), Look.bold(30, Look.INK));
    List<String> goal = Letters.wrapped("Goal: " + map.goal(), room, 15, steps.isEmpty() ? 3 : 2);
    svg.lines(MARGIN, 96, 20, goal, Look.letters(15, Look.QUIET));
    reality.ifPresent(real -> svg.text(
        MARGIN,
        98 + 20 * goal.size(),
        Letters.cut(told(real), room, 13),
        Look.bold(13, Look.DEEP)));
    persona(width - MARGIN - card, card);
  }

  private void persona(double x, double wide) {
    Persona persona = map.persona();
    svg.rect(x, 28, wide, 112, "rx=\"12\" fill=\"#ffffff\" stroke=\"" + Look.FAINT + "\"");
    svg.circle(x + 46, 84, 28, Look.filled(Look.DEEP));
    svg.circle(x + 46, 76, 10, Look.filled("#ffffff"));
    svg.path("M" + Svg.point(x + 28, 103) + "a18 15 0 0 1 36 0Z", Look.filled("#ffffff"));
    double room = wide - 106;
    svg.text(x + 90, 56, Letters.cut(persona.name(), room, 16), Look.bold(16, Look.INK));
    String share = persona
        .observedShare()
        .map(
            part -> String.format(Locale.ROOT, "%.1f %% of customers, counted", 100 * part.value()))
        .orElse(persona.level().name().toLowerCase(Locale.ROOT));
    List<String> evidence =
        Letters.wrapped(share + "; " + persona.evidence().source(), room, 12, 2);
    svg.lines(x + 90, 75, 15, evidence, Look.letters(12, Look.QUIET));
    List<String> about = new ArrayList<>(persona.needs());
    about.addAll(persona.motivations());
    if (!about.isEmpty()) {
      svg.lines(
          x + 90,
          80 + 15 * evidence.size(),
          15,
          Letters.wrapped("Needs " + String.join("; ", about), room, 12, 4 - evidence.size()),
          Look.letters(12, Look.INK));
    }
  }

  private static String told(MapReality reality) {
    String fitness = reality.logFitness().isEmpty()
        ? ""
        : String.format(
            Locale.ROOT, ", fitness %.0f %%", 100 * reality.logFitness().getAsDouble());
    return String.format(Locale.ROOT, "%,d journeys: ", reality.journeys())
        + reality
            .fitting()
            .estimate()
            .map(share ->
                String.format(Locale.ROOT, "%.1f %% exactly as designed", 100 * share.value()))
            .orElse("none")
        + fitness
        + unknown(reality);
  }

  /** Where customers were that the map does not know, the most visited first. */
  private static String unknown(MapReality reality) {
    List<StepReality> unknown = reality.steps().values().stream()
        .filter(step -> step.stage().isEmpty())
        .sorted(
            Comparator.comparing((StepReality step) -> step.counts().adHoc()).reversed())
        .toList();
    return unknown.isEmpty()
        ? ""
        : "; not on the map: "
            + String.join(
                ", ",
                unknown.stream()
                    .limit(MOST_UNKNOWN)
                    .map(step -> ShownText.of(step.touchpoint().value()) + " "
                        + step.counts().adHoc())
                    .toList())
            + (unknown.size() > MOST_UNKNOWN ? " and others" : "");
  }
}
