package dev.laurel.journeys.render;

import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.PainPoint;
import dev.laurel.journeys.map.Stage;
import dev.laurel.journeys.map.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A journey map as an SVG image: stages, touchpoints with their channels, the curve of expected
 * emotions, moments of truth as stars, pain points as numbered triangles, and below what hurts and
 * what is to become better.
 *
 * <p>Steps are drawn stage by stage, in the order of the map within a stage.
 */
public final class MapSvg {
  private static final double MARGIN = 40;
  private static final double STEP = 150;
  private static final double LEAST_WIDTH = 900;
  private static final double TOP_OF_STAGES = 118;
  private static final double TOP_OF_STEPS = 164;
  private static final double HEIGHT_OF_STEPS = 92;
  private static final double TOP_OF_CURVE = 290;
  private static final double HEIGHT_OF_CURVE = 170;
  private static final double TOP_OF_NOTES = 510;
  private static final List<String> STAGE_COLOURS =
      List.of("#0b4f6c", "#137a7f", "#3f8f5f", "#8a8f2e", "#b9822b", "#b65a3a", "#8c3d5e");
  private static final String INK = "#1d2733";

  private final JourneyMap map;
  private final List<Step> steps;
  private final Svg svg = new Svg();
  private final double width;

  private MapSvg(JourneyMap map) {
    this.map = map;
    this.steps = byStage(map);
    this.width = Math.max(LEAST_WIDTH, 2 * MARGIN + steps.size() * STEP);
  }

  /** The image of a map. */
  public static String image(JourneyMap map) {
    return new MapSvg(map).draw();
  }

  private static List<Step> byStage(JourneyMap map) {
    List<Step> steps = new ArrayList<>();
    for (Stage stage : map.stages().stages()) {
      map.steps().stream().filter(step -> step.stage().equals(stage.id())).forEach(steps::add);
    }
    return steps;
  }

  private String draw() {
    double height = TOP_OF_NOTES + 60 + 40 * Math.max(1, rows());
    svg.rect(0, 0, width, height, "fill=\"#fbfaf7\"");
    header();
    stages();
    curve();
    for (int i = 0; i < steps.size(); i++) {
      step(i);
    }
    notes();
    return svg.image(width, height, map.name());
  }

  private int rows() {
    return Math.max(map.painPoints().size(), map.improvements().size());
  }

  private void header() {
    svg.text(MARGIN, 52, map.name(), "font-size=\"28\" font-weight=\"700\" fill=\"" + INK + "\"");
    String about = map.persona().name() + " wants " + map.goal();
    svg.text(
        MARGIN,
        80,
        Svg.wrapped(about, (int) (width / 8), 1).get(0),
        "font-size=\"15\" fill=\"#55606d\"");
  }

  private double centre(int step) {
    double left = (width - steps.size() * STEP) / 2;
    return left + (step + 0.5) * STEP;
  }

  private void stages() {
    int from = 0;
    int shown = 0;
    while (from < steps.size()) {
      int until = from;
      while (until < steps.size()
          && steps.get(until).stage().equals(steps.get(from).stage())) {
        until++;
      }
      double x = centre(from) - STEP / 2 + 3;
      double wide = (until - from) * STEP - 6;
      String colour = STAGE_COLOURS.get(shown % STAGE_COLOURS.size());
      svg.rect(x, TOP_OF_STAGES, wide, 32, "rx=\"6\" fill=\"" + colour + "\"");
      Stage stage = map.stages().stage(steps.get(from).stage()).orElseThrow();
      svg.text(
          x + wide / 2,
          TOP_OF_STAGES + 21,
          Svg.wrapped(stage.name(), (int) (wide / 9), 1).get(0),
          "font-size=\"14\" font-weight=\"600\" fill=\"#ffffff\" text-anchor=\"middle\"");
      from = until;
      shown++;
    }
  }

  private void step(int i) {
    Step step = steps.get(i);
    double x = centre(i) - STEP / 2 + 8;
    String frame = step.moment().isPresent()
        ? "fill=\"#fff6df\" stroke=\"#d9a227\" stroke-width=\"2\""
        : "fill=\"#ffffff\" stroke=\"#c9d0d8\"";
    svg.rect(x, TOP_OF_STEPS, STEP - 16, HEIGHT_OF_STEPS, "rx=\"8\" " + frame);
    svg.lines(
        centre(i),
        TOP_OF_STEPS + 24,
        17,
        Svg.wrapped(step.touchpoint().name(), 17, 3),
        "font-size=\"13\" fill=\"" + INK + "\" text-anchor=\"middle\"");
    String channels = String.join(
        ", ", step.touchpoint().channels().stream().map(Object::toString).toList());
    svg.text(
        centre(i),
        TOP_OF_STEPS + HEIGHT_OF_STEPS - 10,
        Svg.wrapped(channels, 20, 1).get(0),
        "font-size=\"11\" fill=\"#7a8591\" text-anchor=\"middle\"");
    if (step.moment().isPresent()) {
      star(centre(i) + STEP / 2 - 18, TOP_OF_STEPS);
    }
  }

  private void star(double x, double y) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 12 : 5;
      double angle = Math.PI * (i / 5.0 - 0.5);
      data.append(i == 0 ? 'M' : 'L');
      data.append(Svg.number(x + radius * Math.cos(angle))).append(' ');
      data.append(Svg.number(y + radius * Math.sin(angle)));
    }
    svg.path(data + "Z", "fill=\"#d9a227\" stroke=\"#ffffff\"");
  }

  private static double level(double emotion) {
    return TOP_OF_CURVE + HEIGHT_OF_CURVE * (2 - emotion) / 4;
  }

  private void curve() {
    svg.rect(
        MARGIN, TOP_OF_CURVE, width - 2 * MARGIN, HEIGHT_OF_CURVE, "rx=\"8\" fill=\"#ffffff\"");
    svg.line(
        MARGIN, level(0), width - MARGIN, level(0), "stroke=\"#c9d0d8\" stroke-dasharray=\"4 4\"");
    svg.text(MARGIN + 8, level(2) + 18, "delighted", "font-size=\"11\" fill=\"#7a8591\"");
    svg.text(MARGIN + 8, level(-2) - 8, "angry", "font-size=\"11\" fill=\"#7a8591\"");
    List<Integer> felt = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).expectedEmotion().isPresent()) {
        felt.add(i);
      }
    }
    if (felt.size() > 1) {
      svg.path(smooth(felt), "fill=\"none\" stroke=\"#137a7f\" stroke-width=\"3\"");
    }
    felt.forEach(i -> svg.circle(
        centre(i), level(emotion(i)), 6, "fill=\"#137a7f\" stroke=\"#ffffff\" stroke-width=\"2\""));
    for (int i = 0; i < steps.size(); i++) {
      pains(i);
    }
  }

  private double emotion(int step) {
    return steps.get(step).expectedEmotion().map(felt -> felt.value()).orElse(0.0);
  }

  /** A curve through the points whose tangents are level, so that it never overshoots them. */
  private String smooth(List<Integer> felt) {
    StringBuilder data = new StringBuilder();
    for (int at = 0; at < felt.size(); at++) {
      double x = centre(felt.get(at));
      double y = level(emotion(felt.get(at)));
      if (at == 0) {
        data.append('M').append(Svg.number(x)).append(' ').append(Svg.number(y));
      } else {
        double before = centre(felt.get(at - 1));
        double middle = (before + x) / 2;
        data.append('C').append(Svg.number(middle)).append(' ');
        data.append(Svg.number(level(emotion(felt.get(at - 1))))).append(' ');
        data.append(Svg.number(middle)).append(' ').append(Svg.number(y)).append(' ');
        data.append(Svg.number(x)).append(' ').append(Svg.number(y));
      }
    }
    return data.toString();
  }

  private void pains(int step) {
    double x = centre(step) + 22;
    for (int number = 0; number < painPoints().size(); number++) {
      if (painPoints().get(number).touchpoint().equals(steps.get(step).id())) {
        triangle(x, level(emotion(step)) - 16, number + 1);
        x += 24;
      }
    }
  }

  private void triangle(double x, double y, int number) {
    String data = "M" + Svg.number(x) + " " + Svg.number(y - 12) + "L" + Svg.number(x + 12) + " "
        + Svg.number(y + 9) + "L" + Svg.number(x - 12) + " " + Svg.number(y + 9) + "Z";
    svg.path(data, "fill=\"#b3261e\"");
    svg.text(
        x,
        y + 6,
        Integer.toString(number),
        "font-size=\"11\" font-weight=\"700\" fill=\"#ffffff\" text-anchor=\"middle\"");
  }

  /** The pain points, the worst first. */
  private List<PainPoint> painPoints() {
    return map.painPoints().stream()
        .sorted(Comparator.comparing(PainPoint::severity).reversed())
        .toList();
  }

  private void notes() {
    String heading = "font-size=\"15\" font-weight=\"700\" fill=\"" + INK + "\"";
    double half = width / 2;
    svg.text(MARGIN, TOP_OF_NOTES, "What hurts", heading);
    svg.text(half, TOP_OF_NOTES, "What is to become better", heading);
    int letters = (int) ((half - MARGIN - 60) / 7);
    for (int i = 0; i < painPoints().size(); i++) {
      PainPoint pain = painPoints().get(i);
      triangle(MARGIN + 12, TOP_OF_NOTES + 30 + 40 * i, i + 1);
      note(
          MARGIN + 34,
          i,
          name(pain.touchpoint()) + ": " + pain.description(),
          pain.severity().name().toLowerCase(Locale.ROOT) + ", "
              + pain.level().name().toLowerCase(Locale.ROOT),
          letters);
    }
    for (int i = 0; i < map.improvements().size(); i++) {
      Improvement better = map.improvements().get(i);
      svg.circle(half + 8, TOP_OF_NOTES + 30 + 40 * i, 8, "fill=\"#3f8f5f\"");
      note(
          half + 26,
          i,
          name(better.touchpoint()) + ": " + better.hypothesis(),
          better.status().name().toLowerCase(Locale.ROOT),
          letters);
    }
  }

  private String name(TouchpointId touchpoint) {
    return Optional.ofNullable(map.touchpoints().get(touchpoint))
        .map(known -> known.name())
        .orElse(touchpoint.toString());
  }

  private void note(double x, int row, String text, String detail, int letters) {
    double y = TOP_OF_NOTES + 30 + 40 * row;
    svg.text(x, y, Svg.wrapped(text, letters, 1).get(0), "font-size=\"13\" fill=\"" + INK + "\"");
    svg.text(x, y + 16, detail, "font-size=\"11\" fill=\"#7a8591\"");
  }
}
