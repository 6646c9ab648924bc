package dev.laurel.journeys.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.path.DirectlyFollows;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
