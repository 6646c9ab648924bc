package dev.laurel.journeys.render;

import dev.laurel.journeys.conformance.StepReality;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.CommunicationPoint;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Lane;
import dev.laurel.journeys.map.MomentKind;
import dev.laurel.journeys.map.Stage;
import dev.laurel.journeys.map.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One row of a map: its stages, its touchpoints, and how they are expected to feel. */
final class MapRow {
  static final int MOST_STEPS = 10;
  static final double LEAST_STEP = 156;
  static final double AXIS = 44;

  private static final double MOST_STEP = 236;

  private static final double BAND = 36;
  private static final double TOP_OF_CARDS = BAND + 24;
  private static final double CARD = 124;
  private static final double REALITY = 40;
  private static final double BELOW_CARDS = 18;
  private static final int MOST_MARKS = 5;

  private final Svg svg;
  private final JourneyMap map;
  private final Notes notes;
  private final Map<TouchpointId, StepReality> reality;
  private final double top;
  private final double stride;

  MapRow(
      Svg svg,
      JourneyMap map,
      Notes notes,
      Map<TouchpointId, StepReality> reality,
      double top,
      double stride) {
    this.svg = svg;
    this.map = map;
    this.notes = notes;
    this.reality = reality;
    this.top = top;
    this.stride = stride;
  }

  static double height(JourneyMap map, boolean hasReality) {
    return TOP_OF_CARDS
        + CARD
        + (hasReality ? REALITY : 0)
        + BELOW_CARDS
        + (hasEmotions(map) ? MoodCurve.HEIGHT : 0);
  }

  private static boolean hasEmotions(JourneyMap map) {
    return map.steps().stream().anyMatch(step -> step.expectedEmotion().isPresent());
  }

  /** How far apart steps are, so that this many fill the width. */
  static double stride(double width, int steps) {
    return Math.min(MOST_STEP, (width - 2 * MapSvg.MARGIN - AXIS) / steps);
  }

  private double centre(int step) {
    return MapSvg.MARGIN + AXIS + (step + 0.5) * stride;
  }

  void draw(List<MapSvg.Drawn> steps, int row) {
    stages(steps);
    double bottom = top + height(map, !reality.isEmpty());
    if (hasEmotions(map)) {
      MoodCurve curve = new MoodCurve(svg, bottom - MoodCurve.HEIGHT, "mood" + row);
      curve.axis(MapSvg.MARGIN, centre(steps.size() - 1) + stride / 2);
      for (int i = 0; i < steps.size(); i++) {
        double x = centre(i);
        steps.get(i).step().expectedEmotion().ifPresent(felt -> curve.add(x, felt.value()));
      }
      curve.draw();
    }
    for (int i = 0; i < steps.size(); i++) {
      card(steps.get(i), centre(i));
    }
  }

  /** A band for each stage, and its colour faintly behind all that belongs to it. */
  private void stages(List<MapSvg.Drawn> steps) {
    int from = 0;
    while (from < steps.size()) {
      int until = from;
      while (until < steps.size()
          && steps.get(until).step().stage().equals(steps.get(from).step().stage())) {
        until++;
      }
      int place = map.stages().position(steps.get(from).step().stage()).orElse(0);
      Stage stage = map.stages().stages().get(place);
      String colour = Look.STAGES.get(place % Look.STAGES.size());
      double x = centre(from) - stride / 2;
      double wide = (until - from) * stride;
      svg.rect(
          x + 2,
          top,
          wide - 4,
          height(map, !reality.isEmpty()),
          "rx=\"8\" fill-opacity=\"0.07\" " + Look.filled(colour));
      chevron(x + 2, wide - 4, colour);
      svg.text(
          x + wide / 2 + 4,
          top + 23,
          Letters.cut(stage.name(), wide - 44, 15),
          Look.centred(Look.bold(15, "#ffffff")));
      from = until;
    }
  }

  private void chevron(double x, double wide, String colour) {
    double tip = 14;
    svg.path(
        "M" + Svg.point(x, top) + "L" + Svg.point(x + wide - tip, top) + "L"
            + Svg.point(x + wide, top + BAND / 2) + "L" + Svg.point(x + wide - tip, top + BAND)
            + "L" + Svg.point(x, top + BAND) + "L" + Svg.point(x + tip, top + BAND / 2) + "Z",
        Look.filled(colour));
  }

  private void card(MapSvg.Drawn drawn, double centre) {
    Step step = drawn.step();
    double x = centre - stride / 2 + 9;
    double y = top + TOP_OF_CARDS;
    double wide = stride - 18;
    String line = step.touchpoint().lane().isVisible() ? "" : " stroke-dasharray=\"5 4\"";
    String colour = step.moment().isPresent() ? Look.GOLD : Look.FAINT;
    svg.rect(
        x,
        y,
        wide,
        CARD,
        "rx=\"10\" fill=\"#ffffff\" stroke=\"" + colour + "\" stroke-width=\"1.5\"" + line);
    icon(step, x + 17, y + 17);
    svg.text(
        x + 31,
        y + 21,
        Letters.cut(drawn.words().isEmpty() ? kind(step) : drawn.words(), wide - 40, 10.5),
        Look.letters(10.5, Look.QUIET) + (drawn.words().isEmpty() ? "" : " font-style=\"italic\""));
    List<String> name = Letters.wrapped(step.touchpoint().name(), wide - 16, 14, 3);
    svg.lines(
        centre,
        y + 47 + (3 - name.size()) * 8,
        17,
        name,
        Look.centred(Look.letters(14, Look.INK) + " font-weight=\"600\""));
    channels(step, centre, y + (step.moment().isPresent() ? CARD - 27 : CARD - 14), wide - 16);
    step.moment().ifPresent(moment -> ribbon(moment, x, y + CARD - 20, wide));
    marks(step, x + wide, y);
    if (!reality.isEmpty()) {
      taken(step.id(), x, y + CARD + 14, wide);
    }
  }

  private static String kind(Step step) {
    Lane lane = step.touchpoint().lane();
    if (!lane.isVisible()) {
      return lane.name().toLowerCase(Locale.ROOT);
    }
    return step.touchpoint() instanceof CommunicationPoint ? "message" : "action";
  }

  /** A speech bubble for what is said, a disc for what is done. */
  private void icon(Step step, double x, double y) {
    if (step.touchpoint() instanceof CommunicationPoint) {
      svg.path("M" + Svg.point(x - 7, y - 6) + "h14v9h-8l-4 4v-4h-2Z", Look.filled(Look.DEEP));
    } else {
      svg.circle(x, y, 6, Look.filled(Look.DEEP));
      svg.path(
          "M" + Svg.point(x - 3, y) + "l2 2.5l4 -4.5",
          "fill=\"none\" stroke=\"#ffffff\" stroke-width=\"1.6\"");
    }
  }

  private void channels(Step step, double centre, double y, double room) {
    String names = String.join(
        " \u00b7 ", step.touchpoint().channels().stream().map(Object::toString).toList());
    if (!names.isEmpty()) {
      svg.text(centre, y, Letters.cut(names, room, 11), Look.centred(Look.letters(11, Look.QUIET)));
    }
  }

  private void ribbon(MomentKind moment, double x, double y, double wide) {
    svg.path(
        "M" + Svg.point(x, y) + "h" + Svg.number(wide) + "v10a10 10 0 0 1 -10 10h"
            + Svg.number(20 - wide) + "a10 10 0 0 1 -10 -10Z",
        Look.filled(Look.GOLD));
    String kind = moment == MomentKind.OTHER ? "" : moment.name().toLowerCase(Locale.ROOT) + " ";
    svg.text(
        x + 9 + wide / 2,
        y + 14,
        kind + "moment of truth",
        Look.centred(Look.bold(9.5, "#ffffff")));
    star(x + 13, y + 10);
  }

  private void star(double x, double y) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 7 : 3;
      double angle = Math.PI * (i / 5.0 - 0.5);
      data.append(i == 0 ? 'M' : 'L');
      data.append(Svg.point(x + radius * Math.cos(angle), y + radius * Math.sin(angle)));
    }
    svg.path(data + "Z", Look.filled("#ffffff"));
  }

  /** The marks of pains and of improvements on the upper edge, from the right. */
  private void marks(Step step, double right, double y) {
    double at = right - 16;
    int left = MOST_MARKS;
    for (int number : notes.improvementsAt(step.id(), MOST_MARKS / 2)) {
      Notes.improvement(svg, at, y, Notes.letter(number));
      at -= 25;
      left--;
    }
    for (int number : notes.painsAt(step.id(), left)) {
      Notes.pain(svg, at, y, Integer.toString(number));
      at -= 25;
    }
  }

  /** The share that took a step where the map has it; of one that may be left out a count. */
  private void taken(TouchpointId touchpoint, double x, double y, double wide) {
    StepReality step = reality.get(touchpoint);
    if (step == null || step.taken().total() == 0) {
      svg.text(x + wide / 2, y + 8, "never met", Look.centred(Look.letters(11, Look.QUIET)));
      return;
    }
    String failed = step.counts().failed() == 0 ? "" : ", " + step.counts().failed() + " failed";
    String taken = step.counts().taken() + " times";
    if (map.mandatory().contains(step.touchpoint())) {
      double share = step.taken().share();
      String colour = share >= 0.8 ? Look.GOOD : share >= 0.5 ? Look.CALM : Look.BAD;
      svg.rect(x, y, wide, 7, "rx=\"3.5\" fill=\"#e3e6ea\"");
      svg.rect(x, y, Math.max(7, wide * share), 7, "rx=\"3.5\" " + Look.filled(colour));
      taken = Math.round(100 * share) + " % took it";
    }
    svg.text(
        x + wide / 2,
        y + 21,
        Letters.cut(taken + failed, wide, 11),
        Look.centred(Look.letters(11, Look.INK)));
  }
}
