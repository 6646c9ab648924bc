package dev.laurel.examples.journey;

import dev.laurel.examples.output.Figures;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.conformance.DeviationCounts;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.conformance.StepReality;
import dev.laurel.journeys.exchange.LogReading;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.Durations;
import dev.laurel.journeys.path.Variant;
import dev.laurel.journeys.path.Variants;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel journey}: what customers did, and how it differs from what was designed. */
@Command(
    name = "journey",
    mixinStandardHelpOptions = true,
    description = "Tells the ways that customers took, and holds a journey map against them.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the journeys are told; single events may have been rejected",
      " 2:the command line is wrong",
      " 3:the events or the map cannot be read",
      " 6:a picture cannot be written",
      "70:a mistake of laurel itself"
    })
public final class JourneyCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Mixin
  private EventFile events = new EventFile();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "A journey map, a JSON document, to be held against the journeys.")
  private @Nullable Path map;

  @Option(
      names = "--goal",
      paramLabel = "TOUCHPOINT",
      description =
          "What the journeys are for; with a map, the touchpoints are told that make or break them.")
  private @Nullable String goal;

  @Mixin
  private JourneyPictures pictures = new JourneyPictures();

  @Option(names = "--top", defaultValue = "5", description = "How many ways and arcs are listed.")
  private int top;

  /** A command without arguments yet. */
  public JourneyCommand() {}

  @Override
  public Integer call() {
    pictures.check(map != null);
    JourneyMap designed = map == null ? null : JourneyDocument.read("map", map, JourneyMap.class);
    LogReading reading = events.read();
    JourneyLog log = events.journeys(reading);
    DirectlyFollows graph = DirectlyFollows.of(log);
    PrintWriter out = spec.commandLine().getOut();
    EventFile.tell(reading, log, out);
    ways(log, graph, out);
    Optional<MapReality> reality = Optional.ofNullable(designed)
        .map(known -> EventFile.checked(() -> Conformance.evaluate(log, known)));
    reality.ifPresent(real -> tell(real, log, out));
    out.flush();
    pictures.write(graph, reality);
    return CommandLine.ExitCode.OK;
  }

  private void ways(JourneyLog log, DirectlyFollows graph, PrintWriter out) {
    int most = Math.max(0, top);
    Variants variants = Variants.of(log);
    out.println();
    out.println(Figures.of(variants.size()) + " ways; the first " + most + " cover "
        + Texts.percent(variants.coverage(most)));
    for (Variant variant : variants.top(most)) {
      out.println(Figures.right(Figures.of(variant.journeys()), 9) + "  "
          + variant.touchpoints().stream().map(String::valueOf).collect(Collectors.joining(" > ")));
    }
    Durations.ofJourneys(log)
        .median()
        .ifPresent(median -> out.println("Half of the journeys last at most " + median));
    out.println();
    out.println("What most often follows what");
    List<Arc> arcs = graph.arcs().stream()
        .sorted(Comparator.comparingLong(Arc::count).reversed())
        .limit(most)
        .toList();
    for (Arc arc : arcs) {
      out.println(Figures.right(Figures.of(arc.count()), 9) + "  " + arc.from() + " > " + arc.to()
          + ", on average after " + arc.mean());
    }
  }

  private void tell(MapReality reality, JourneyLog log, PrintWriter out) {
    heldAgainst(reality, out);
    if (goal != null) {
      String reached = goal;
      out.println();
      out.print(EventFile.checked(() -> TouchpointReport.text(log, reality, reached, top)));
    }
  }

  private static void heldAgainst(MapReality reality, PrintWriter out) {
    out.println();
    out.println("Held against the map '" + reality.map().name() + "'");
    out.println("  exactly as designed: " + Texts.share(reality.fitting()));
    reality
        .logFitness()
        .ifPresent(fitness -> out.println("  fitness of the log: " + Texts.percent(fitness)));
    reality
        .meanFitness()
        .ifPresent(fitness -> out.println("  mean fitness of journeys: " + Texts.percent(fitness)));
    out.println(line("Touchpoint", "taken", "missing", "ad hoc", "out of order", "failed"));
    for (StepReality step : reality.steps().values()) {
      out.println(line(step.touchpoint().toString(), step.counts()));
    }
    out.println(line("all", reality.counts()));
    if (!reality.byChannel().isEmpty()) {
      out.println(line("Channel", "taken", "missing", "ad hoc", "out of order", "failed"));
      reality
          .byChannel()
          .forEach((channel, counts) -> out.println(line(channel.toString(), counts)));
    }
  }

  private static String line(String name, DeviationCounts counts) {
    return line(
        name,
        Figures.of(counts.taken()),
        Figures.of(counts.missing()),
        Figures.of(counts.adHoc()),
        Figures.of(counts.outOfOrder()),
        Figures.of(counts.failed()));
  }

  private static String line(String name, String... cells) {
    StringBuilder line = new StringBuilder("  ").append(Figures.left(name, 24));
    for (String cell : cells) {
      line.append(Figures.right(cell, 13));
    }
    return line.toString();
  }
}
