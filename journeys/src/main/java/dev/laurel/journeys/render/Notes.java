package dev.laurel.journeys.render;

import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.PainPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What stands below a map: its pain points by number, the worst first, and its improvements by
 * letter.
 */
final class Notes {
  private static final double HEAD = 56;
  private static final double LINE = 18;
  private static final double AFTER = 24;

  private final JourneyMap map;
  private final List<PainPoint> pains;
  private final double half;
  private final double room;

  Notes(JourneyMap map, double width) {
    this.map = map;
    this.pains = map.painPoints().stream()
        .sorted(Comparator.comparing(PainPoint::severity).reversed())
        .toList();
    boolean isOneColumn = pains.isEmpty() || map.improvements().isEmpty();
    this.half = isOneColumn ? MapSvg.MARGIN : width / 2;
    this.room = (isOneColumn ? width - MapSvg.MARGIN : width / 2) - MapSvg.MARGIN - 60;
  }

  /** The numbers of the worst pains of a touchpoint, at most so many. */
  List<Integer> painsAt(TouchpointId touchpoint, int most) {
    return IntStream.range(0, pains.size())
        .filter(i -> pains.get(i).touchpoint().equals(touchpoint))
        .limit(most)
        .mapToObj(i -> i + 1)
        .toList();
  }

  /** The numbers of the improvements of a touchpoint, at most so many. */
  List<Integer> improvementsAt(TouchpointId touchpoint, int most) {
    return IntStream.range(0, map.improvements().size())
        .filter(i -> map.improvements().get(i).touchpoint().equals(touchpoint))
        .limit(most)
        .mapToObj(i -> i + 1)
        .toList();
  }

  double height() {
    double hurts = pains.stream().mapToDouble(pain -> height(text(pain))).sum();
    double better =
        map.improvements().stream().mapToDouble(one -> height(text(one))).sum();
    return Math.max(hurts, better) == 0 ? 12 : HEAD + Math.max(hurts, better) + 24;
  }

  private double height(String text) {
    return lines(text).size() * LINE + LINE + AFTER - LINE / 2;
  }

  private List<String> lines(String text) {
    return Letters.wrapped(text, room, 14, 3);
  }

  void draw(Svg svg, double top) {
    if (!pains.isEmpty()) {
      svg.text(MapSvg.MARGIN, top + 24, "What hurts", Look.bold(17, Look.INK));
    }
    double y = top + HEAD;
    for (int i = 0; i < pains.size(); i++) {
      PainPoint pain = pains.get(i);
      pain(svg, MapSvg.MARGIN + 13, y, Integer.toString(i + 1));
      String level = word(pain.severity()) + " severity, " + word(pain.level());
      String shown = pain.evidence().isEmpty() ? "" : ": " + String.join("; ", pain.evidence());
      y = note(svg, MapSvg.MARGIN, y, text(pain), level + shown);
    }
    if (!map.improvements().isEmpty()) {
      svg.text(half, top + 24, "What is to become better", Look.bold(17, Look.INK));
    }
    y = top + HEAD;
    for (int i = 0; i < map.improvements().size(); i++) {
      Improvement one = map.improvements().get(i);
      improvement(svg, half + 13, y, letter(i + 1));
      String against = one.painPoint()
          .flatMap(map::painPoint)
          .map(pain -> ", against " + (pains.indexOf(pain) + 1))
          .orElse("");
      y = note(svg, half, y, text(one), word(one.status()) + against);
    }
  }

  private double note(Svg svg, double x, double y, String text, String detail) {
    List<String> lines = lines(text);
    svg.lines(x + 36, y + 5, LINE, lines, Look.letters(14, Look.INK));
    svg.text(
        x + 36,
        y + 5 + lines.size() * LINE,
        Letters.cut(detail, room, 12),
        Look.letters(12, Look.QUIET));
    return y + height(text);
  }

  private String text(PainPoint pain) {
    return name(pain.touchpoint()) + ": " + pain.description();
  }

  private String text(Improvement improvement) {
    return name(improvement.touchpoint()) + ": " + improvement.hypothesis();
  }

  private String name(TouchpointId touchpoint) {
    return Optional.ofNullable(map.touchpoints().get(touchpoint))
        .map(known -> known.name())
        .orElse(touchpoint.toString());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A, B and so on to Z, then AA. */
  static String letter(int number) {
    String last = Character.toString('A' + (number - 1) % 26);
    return number <= 26 ? last : letter((number - 1) / 26) + last;
  }

  static void pain(Svg svg, double x, double y, String number) {
    String data = "M" + Svg.point(x, y - 13) + "L" + Svg.point(x + 13, y + 10) + "L"
        + Svg.point(x - 13, y + 10) + "Z";
    svg.path(
        data,
        "stroke=\"#ffffff\" stroke-width=\"1.5\" stroke-linejoin=\"round\" "
            + Look.filled(Look.BAD));
    svg.text(x, y + 7, number, Look.centred(Look.bold(number.length() > 2 ? 9 : 11, "#ffffff")));
  }

  static void improvement(Svg svg, double x, double y, String letter) {
    svg.circle(x, y, 11, "stroke=\"#ffffff\" stroke-width=\"1.5\" " + Look.filled(Look.GOOD));
    svg.text(x, y + 4, letter, Look.centred(Look.bold(11, "#ffffff")));
  }
}
