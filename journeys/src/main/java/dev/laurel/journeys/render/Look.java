package dev.laurel.journeys.render;

import com.google.common.collect.ImmutableList;

/** The colours and letters of all images. */
final class Look {
  static final String PAPER = "#fbfaf7";
  static final String INK = "#1d2733";
  static final String QUIET = "#5b6673";
  static final String FAINT = "#c9d0d8";
  static final String GOOD = "#2f8f5b";
  static final String CALM = "#c9a227";
  static final String BAD = "#b3261e";
  static final String GOLD = "#d9a227";
  static final String DEEP = "#137a7f";
  static final ImmutableList<String> STAGES = ImmutableList.of(
      "#0b4f6c", "#137a7f", "#3f8f5f", "#7d8330", "#b07a24", "#b65a3a", "#8c3d5e", "#5d4b8a");

  private Look() {}

  static String letters(double size, String colour) {
    return "font-size=\"" + Svg.number(size) + "\" fill=\"" + colour + "\"";
  }

  static String bold(double size, String colour) {
    return letters(size, colour) + " font-weight=\"700\"";
  }

  static String centred(String look) {
    return look + " text-anchor=\"middle\"";
  }

  static String filled(String colour) {
    return "fill=\"" + colour + "\"";
  }
}
