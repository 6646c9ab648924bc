package dev.laurel.journeys.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.path.DirectlyFollows;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class ProcessLayoutLaws {
  @Property
  void noTwoPlacesTouch(@ForAll JourneyLog log) {
    for (List<ProcessLayout.Place> layer : layout(log, 1).layers()) {
      for (int i = 1; i < layer.size(); i++) {
        assertThat(layer.get(i).left()).isGreaterThan(layer.get(i - 1).right());
      }
    }
  }

  @Property
  void journeysStartAboveAndEndBelowAllTouchpoints(@ForAll JourneyLog log) {
    ProcessGraph graph = new ProcessGraph(DirectlyFollows.of(log), 1);
    ProcessLayout layout = new ProcessLayout(graph);

    for (int node = 1; node < graph.end(); node++) {
      assertThat(layout.node(node).layer)
          .isGreaterThan(layout.node(0).layer)
          .isLessThan(layout.node(graph.end()).layer);
    }
  }

  @Property
  void arrowsLeadFromLayerToLayer(@ForAll JourneyLog log) {
    ProcessGraph graph = new ProcessGraph(DirectlyFollows.of(log), 1);
    ProcessLayout layout = new ProcessLayout(graph);

    for (int arrow = 0; arrow < graph.arrows().size(); arrow++) {
      List<ProcessLayout.Place> route = layout.route(arrow);
      assertThat(route.get(0)).isSameAs(layout.node(graph.arrows().get(arrow).from()));
      assertThat(route.get(route.size() - 1))
          .isSameAs(layout.node(graph.arrows().get(arrow).to()));
      for (int i = 1; i < route.size() && !graph.arrows().get(arrow).isLoop(); i++) {
        assertThat(Math.abs(route.get(i).layer - route.get(i - 1).layer)).isEqualTo(1);
      }
    }
  }

  @Property
  void noTouchpointStandsAloneThatHasANeighbour(
      @ForAll JourneyLog log, @ForAll @LongRange(min = 1, max = 9) long leastCount) {
    DirectlyFollows graph = DirectlyFollows.of(log);
    ProcessGraph shown = new ProcessGraph(graph, leastCount);

    for (int node = 1; node < shown.end(); node++) {
      int here = node;
      TouchpointId name = shown.touchpoint(node);
      assertThat(shown.occurrences(node)).isGreaterThanOrEqualTo(leastCount);
      boolean hasNeighbour = graph.starts().containsKey(name)
          || graph.ends().containsKey(name)
          || graph.arcs().stream()
              .anyMatch(arc -> !arc.isLoop()
                  && (arc.from().equals(name) || arc.to().equals(name))
                  && Math.min(
                          graph.occurrences().get(arc.from()),
                          graph.occurrences().get(arc.to()))
                      >= leastCount);
      assertThat(shown.arrows().stream()
              .anyMatch(arrow -> !arrow.isLoop() && (arrow.from() == here || arrow.to() == here)))
          .isEqualTo(hasNeighbour);
    }
    assertThat(shown.arrows())
        .filteredOn(arrow -> arrow.arc().isPresent() && arrow.count() >= leastCount)
        .hasSize(
            (int) graph.arcs().stream().filter(arc -> arc.count() >= leastCount).count());
  }

  /** Nothing floats: who can be come to from the start has an arrow from above. */
  @Property
  void whereAWayLeadsAnArrowLeadsDown(
      @ForAll JourneyLog log, @ForAll @IntRange(max = 12) int most) {
    ProcessGraph shown = ProcessGraph.connected(DirectlyFollows.of(log), most);
    ProcessLayout layout = new ProcessLayout(shown);

    for (int node = 1; node < shown.end(); node++) {
      int here = node;
      assertThat(shown.arrows())
          .anyMatch(arrow ->
              arrow.to() == here && layout.node(arrow.from()).layer < layout.node(here).layer);
    }
  }

  @Property
  void eachTouchpointOfAConnectedMapIsOnAWayFromStartToEnd(
      @ForAll JourneyLog log, @ForAll @IntRange(max = 30) int most) {
    DirectlyFollows graph = DirectlyFollows.of(log);
    isConnected(ProcessGraph.connected(graph, most), graph);
  }

  @Property
  void ofWhatIsLeftOutOfAConnectedMapNothingIsStrongerThanAWay(
      @ForAll JourneyLog log, @ForAll @IntRange(max = 30) int most) {
    DirectlyFollows graph = DirectlyFollows.of(log);
    ProcessGraph shown = ProcessGraph.connected(graph, most);
    ProcessGraph whole = new ProcessGraph(graph, 1);

    assertThat(shown.arrows().size() + shown.leftOut()).isEqualTo(whole.arrows().size());
    assertThat(shown.arrows().size())
        .isLessThanOrEqualTo(Math.max(most, 2 * (shown.nodes() - 1)))
        .isGreaterThanOrEqualTo(Math.min(most, whole.arrows().size()));
    for (int node = 1; node < shown.end(); node++) {
      assertThat(widest(shown, node)).isEqualTo(widest(whole, node));
    }
  }

  @Example
  void theLawOfWaysCatchesAMapOfTheStrongestArrowsAlone() {
    JourneyLog.Builder log = JourneyLog.builder();
    // Who comes by x goes round and round there: its own arrows are strong, those to it weak.
    List<String> names = List.of("a", "x", "y", "x", "y", "x", "y");
    for (int i = 0; i < names.size(); i++) {
      log.add(TouchEvent.of(
          JourneyId.of("j"), TouchpointId.of(names.get(i)), Logs.START.plusSeconds(i)));
    }
    DirectlyFollows graph = DirectlyFollows.of(log.build());

    isConnected(ProcessGraph.connected(graph, 3), graph);
    assertThatThrownBy(() -> isConnected(new ProcessGraph(graph, 2), graph))
        .isInstanceOf(AssertionError.class);
  }

  private static void isConnected(ProcessGraph shown, DirectlyFollows graph) {
    assertThat(shown.nodes()).isEqualTo(graph.occurrences().size() + 2);
    for (int node = 1; node < shown.end(); node++) {
      assertThat(widest(shown, node)).isPositive();
    }
  }

  /** The count of the rarest arrow on the best way to a node, and on from it to the end. */
  private static long widest(ProcessGraph shown, int node) {
    long[][] wide = new long[shown.nodes()][shown.nodes()];
    for (ProcessGraph.Arrow arrow : shown.arrows()) {
      wide[arrow.from()][arrow.to()] = arrow.count();
    }
    for (int by = 0; by < wide.length; by++) {
      for (int from = 0; from < wide.length; from++) {
        for (int to = 0; to < wide.length; to++) {
          wide[from][to] = Math.max(wide[from][to], Math.min(wide[from][by], wide[by][to]));
        }
      }
    }
    return Math.min(wide[0][node], wide[node][shown.end()]);
  }

  @Property
  void atMostSoManyArcsAreAtLeastSoFrequent(
      @ForAll JourneyLog log, @ForAll @LongRange(min = 1, max = 20) long arcs) {
    DirectlyFollows graph = DirectlyFollows.of(log);
    long least = ProcessSvg.leastCountFor(graph, (int) arcs);

    assertThat(graph.arcs().stream().filter(arc -> arc.count() >= least).count())
        .isLessThanOrEqualTo(arcs);
  }

  private static ProcessLayout layout(JourneyLog log, long leastCount) {
    return new ProcessLayout(new ProcessGraph(DirectlyFollows.of(log), leastCount));
  }
}
