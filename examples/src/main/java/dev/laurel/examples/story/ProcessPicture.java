package dev.laurel.examples.story;

import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.render.ProcessSvg;

/** What happened in a story, drawn with its most frequent arrows. */
final class ProcessPicture {
  private static final int ARROWS = 25;

  private ProcessPicture() {}

  static String of(JourneyLog log, String title) {
    DirectlyFollows graph = DirectlyFollows.of(log);
    return ProcessSvg.image(graph, title, ProcessSvg.leastCountFor(graph, ARROWS));
  }
}
