package dev.laurel.journeys.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.experience.EmotionCurve;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.Emotion;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.StepFlows;
import dev.laurel.journeys.path.Variants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Diagrams over hostile names as the real Mermaid reads them: each part that was meant, with its
 * number, and no other.
 *
 * <p>Runs where the environment variable {@code LAUREL_MERMAID} names a folder in which {@code npm
 * install mermaid jsdom} was said and where {@code node} is on the path; else it is skipped.
 */
class RealMermaidTest {
  private static final int DIAGRAMS = 200;
  private static final long SEED = 20_261_126;

  private static String mermaid = "";

  @TempDir
  private Path folder;

  @BeforeAll
  static void findMermaid() {
    mermaid = Objects.requireNonNullElse(System.getenv("LAUREL_MERMAID"), "");
    assumeTrue(!mermaid.isEmpty(), "LAUREL_MERMAID names no folder with mermaid and jsdom");
  }

  @Test
  void journeysAreReadAsTheyWereMeant() throws Exception {
    check(
        names -> Mermaid.journey(Hostile.map(names)),
        names -> "ok journey" + " 3/1".repeat(names.size()));
  }

  @Test
  void timelinesAreReadAsTheyWereMeant() throws Exception {
    check(names -> Mermaid.timeline(Hostile.versions(names), ZoneOffset.UTC), names -> {
      MapVersions versions = Hostile.versions(names);
      return "ok timeline"
          + versions.versions().stream()
              .map(version -> " " + events(versions, version.number()) + "/0")
              .collect(Collectors.joining());
    });
  }

  @Test
  void flowchartsAreReadAsTheyWereMeant() throws Exception {
    check(names -> Mermaid.flowchart(DirectlyFollows.of(Hostile.log(names)), 1), names -> {
      DirectlyFollows graph = DirectlyFollows.of(Hostile.log(names));
      long nodes = graph.arcs().stream()
          .flatMap(arc -> List.of(arc.from(), arc.to()).stream())
          .distinct()
          .count();
      return "ok flowchart-v2" + " 0/0".repeat((int) nodes)
          + " 1/0".repeat(graph.arcs().size());
    });
  }

  @Test
  void sankeyDiagramsAreReadAsTheyWereMeant() throws Exception {
    check(names -> Mermaid.sankey(flows(names)), names -> {
      List<StepFlows.Flow> flows = flows(names).flows();
      long nodes = flows.stream()
          .flatMap(flow ->
              List.of(List.of(flow.step(), flow.from()), List.of(flow.step() + 1, flow.to()))
                  .stream())
          .distinct()
          .count();
      return "ok sankey" + " 0/0".repeat((int) nodes)
          + flows.stream().map(flow -> " 1/" + flow.journeys()).collect(Collectors.joining());
    });
  }

  @Test
  void chartsAreReadAsTheyWereMeant() throws Exception {
    check(
        names -> MermaidChart.emotions(new EmotionCurve(names.stream()
            .map(name -> new EmotionCurve.Point(TouchpointId.of(name), Emotion.of(-1.5)))
            .toList())),
        names -> "ok xychart" + " -1.5/0".repeat(names.size()));
  }

  /** What is not guarded does break, so that the reader can be trusted. */
  @Test
  void mermaidTripsOverNamesThatAreNotGuarded() throws Exception {
    assertThat(read(List.of("""
            journey
              section Buy
                Title transfer: 3: somebody
            """, """
            sankey-beta

            "Caf\u00e9","Cart",1
            """, """
            flowchart LR
              a["%%{init: {}}%%"] --> b["say "hi""]
            """)))
        .allMatch(line -> line.startsWith("failed ") || line.equals("ok journey"));
  }

  private static StepFlows flows(List<String> names) {
    return StepFlows.of(Variants.of(Hostile.log(names)), 4, 2);
  }

  /** Where it stands and why it was made, and at most six changes and how many more. */
  private static int events(MapVersions versions, int number) {
    int changes = versions.between(1, number).size();
    return 2 + (changes > 6 ? 7 : changes);
  }

  private void check(Function<List<String>, String> diagram, Function<List<String>, String> meant)
      throws Exception {
    Random random = new Random(SEED);
    List<List<String>> names =
        Stream.generate(() -> names(random)).limit(DIAGRAMS).toList();
    List<String> read = read(names.stream().map(diagram).toList());

    assertThat(read).hasSize(DIAGRAMS);
    for (int i = 0; i < DIAGRAMS; i++) {
      assertThat(read.get(i)).as("%s", names.get(i)).isEqualTo(meant.apply(names.get(i)));
    }
  }

  private static List<String> names(Random random) {
    return Stream.generate(() -> name(random))
        .filter(name -> !name.isBlank())
        .limit(1 + random.nextInt(8))
        .toList();
  }

  private static String name(Random random) {
    List<String> parts = JourneyDomain.HOSTILE_PARTS;
    return Stream.generate(() -> parts.get(random.nextInt(parts.size())))
        .limit(1 + random.nextInt(6))
        .collect(Collectors.joining());
  }

  private List<String> read(List<String> diagrams) throws IOException, InterruptedException {
    Path script = folder.resolve("read-diagrams.mjs");
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("read-diagrams.mjs"))) {
      Files.write(script, in.readAllBytes());
    }
    Path input = folder.resolve("diagrams.json");
    Files.writeString(
        input,
        diagrams.stream().map(RealMermaidTest::json).collect(Collectors.joining(",", "[", "]")));
    Process node = new ProcessBuilder("node", script.toString(), mermaid, input.toString())
        .redirectErrorStream(true)
        .start();
    node.getOutputStream().close();
    List<String> lines =
        new ArrayList<>(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList());
    assertThat(node.waitFor()).as("%s", lines).isZero();
    return lines;
  }

  private static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> {
      boolean isPlain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
      json.append(isPlain ? Character.toString(c) : String.format("\\u%04x", c));
    });
    return json.append('"').toString();
  }
}
