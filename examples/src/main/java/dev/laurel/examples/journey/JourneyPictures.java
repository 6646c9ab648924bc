package dev.laurel.examples.journey;

import dev.laurel.examples.output.OutputFile;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.render.MapSvg;
import dev.laurel.journeys.render.ProcessSvg;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say which pictures of journeys are written where. */
final class JourneyPictures {
  private static final int MOST_ARROWS = 150;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Writes the map, and how often each of its steps was taken, as SVG.")
  private @Nullable Path picture;

  @Option(
      names = "--process",
      paramLabel = "FILE",
      description = "Writes what followed what as SVG.")
  private @Nullable Path process;

  @Option(
      names = "--arrows",
      defaultValue = "30",
      description =
          "How many of the most frequent arrows --process shows, 1 to 150; 30 if left out.")
  private int arrows;

  @Option(
      names = "--connected",
      description = "Shows all touchpoints in --process, each on a way from the start to the end,"
          + " also where that takes rare arrows.")
  private boolean isConnected;

  /** Fails if what is asked for cannot be drawn. */
  void check(boolean hasMap) {
    if (picture != null && !hasMap) {
      throw new ParameterException(spec.commandLine(), "--picture needs a map: --map");
    }
    if (arrows < 1 || arrows > MOST_ARROWS) {
      throw new ParameterException(
          spec.commandLine(), "--arrows must be from 1 to " + MOST_ARROWS + ": " + arrows);
    }
  }

  void write(DirectlyFollows graph, Optional<MapReality> reality) {
    if (process != null) {
      String title = reality.map(real -> real.map().name()).orElse("What customers did");
      String svg = EventFile.checked(() -> isConnected
          ? ProcessSvg.connected(graph, title, arrows)
          : ProcessSvg.image(graph, title, ProcessSvg.leastCountFor(graph, arrows)));
      OutputFile.write(process, to -> to.write(svg));
    }
    if (picture != null && reality.isPresent()) {
      OutputFile.write(picture, to -> to.write(MapSvg.image(reality.get())));
    }
  }
}
