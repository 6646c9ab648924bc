package dev.laurel.journeys.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.StepFlows;
import dev.laurel.journeys.path.Variants;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No name, whatever its characters, breaks a diagram or adds to it. */
class DiagramLaws {
  private static final Pattern STATEMENT =
      Pattern.compile("\\s*(journey|timeline|title|section|acctitle|accdescr).*");
  private static final Pattern FLOW =
      Pattern.compile("\"((?:[ -~&&[^\"]]|\"\")+)\"," + "\"((?:[ -~&&[^\"]]|\"\")+)\",\\d+");

  @Property
  void noNameAddsToAJourney(@ForAll("names") List<String> names) {
    String text = Mermaid.journey(Hostile.map(names));

    assertThat(text.lines()).hasSize(3 + names.size());
    text.lines().skip(3).forEach(task -> {
      assertThat(task).doesNotContain("#", ";", "%%").hasSizeGreaterThan(10);
      assertThat(task.chars().filter(c -> c == ':').count()).isEqualTo(2);
    });
    namesBeginNoStatement(MermaidText::task, names);
  }

  @Example
  void theLawCatchesNamesThatAreNotGuarded() {
    assertThatThrownBy(() ->
            namesBeginNoStatement(UnaryOperator.identity(), List.of("Title transfer at the bank")))
        .isInstanceOf(AssertionError.class);
  }

  @Property
  void noNameAddsToATimeline(@ForAll("names") List<String> names) {
    String text = Mermaid.timeline(Hostile.versions(names), ZoneOffset.UTC);

    assertThat(text.lines()).hasSize(3 + names.size());
    text.lines().skip(2).forEach(line -> {
      assertThat(line).startsWith("  Version ").doesNotContain("#", ";", "%%", "{", "}");
      assertThat(line.split(":", -1)).hasSizeBetween(3, 12);
    });
  }

  @Property
  void noNameAddsToAFlowchart(@ForAll("names") List<String> names) {
    DirectlyFollows graph = DirectlyFollows.of(Hostile.log(names));
    List<String> lines = Mermaid.flowchart(graph, 1).lines().toList();

    long nodes = lines.stream()
        .filter(line -> line.matches("  t\\d+\\[\"([^\"#<>&%`;:\\\\]|#\\d+;)+\"\\]"))
        .count();
    long arcs = lines.stream()
        .filter(line -> line.matches("  t\\d+ -->\\|\"[^\"]+\"\\| t\\d+"))
        .count();
    Set<TouchpointId> ends = new HashSet<>();
    graph.arcs().forEach(arc -> ends.addAll(List.of(arc.from(), arc.to())));
    assertThat(nodes).isEqualTo(ends.size());
    assertThat(arcs).isEqualTo(graph.arcs().size());
    assertThat(lines).hasSize((int) (1 + nodes + arcs));
  }

  @Property
  void eachPlaceIsANodeOfItsOwnInASankeyDiagram(@ForAll("names") List<String> names) {
    StepFlows flows = StepFlows.of(Variants.of(Hostile.log(names)), 5, 3);
    List<String> lines = Mermaid.sankey(flows).lines().toList();

    assertThat(lines).hasSize(2 + flows.flows().size());
    Set<String> nodes = new HashSet<>();
    lines.stream().skip(2).forEach(line -> {
      Matcher flow = FLOW.matcher(line);
      assertThat(flow.matches()).as(line).isTrue();
      nodes.addAll(List.of(flow.group(1), flow.group(2)));
    });
    Set<List<Object>> places = new HashSet<>();
    flows.flows().forEach(flow -> {
      places.add(List.of(flow.step(), flow.from()));
      places.add(List.of(flow.step() + 1, flow.to()));
    });
    assertThat(nodes).hasSameSizeAs(places);
  }

  @Property
  void noNameAddsToAGraph(@ForAll("names") List<String> names) {
    DirectlyFollows graph = DirectlyFollows.of(Hostile.log(names));

    assertThat(Dot.graph(graph, 1).lines())
        .hasSize(4 + graph.occurrences().size() + graph.arcs().size())
        .allMatch(
            line -> line.replaceAll("\\\\.", "").chars().filter(c -> c == '"').count() % 2 == 0);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return JourneyDomain.hostileNames().list().ofMinSize(1).ofMaxSize(6);
  }

  private static void namesBeginNoStatement(UnaryOperator<String> task, List<String> names) {
    names.forEach(name -> assertThat(
            STATEMENT.matcher(task.apply(name).toLowerCase(Locale.ROOT)).matches())
        .as(name)
        .isFalse());
  }
}
