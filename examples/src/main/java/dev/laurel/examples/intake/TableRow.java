package dev.laurel.examples.intake;

import java.util.Map;

/**
 * One row of a table.
 *
 * @param line the line of the file, counted from 1
 * @param cells the text under each heading
 */
public record TableRow(long line, Map<String, String> cells) {
  /** The text under a heading without spaces around it; empty where there is none. */
  public String text(String heading) {
    return cells.getOrDefault(heading, "").strip();
  }
}
