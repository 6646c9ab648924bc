package dev.laurel.journeys.render;

import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.path.StepFlows;
import dev.laurel.journeys.path.StepFlows.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A Sankey diagram while it is written. Its nodes are known by what stands on them, so each
 * touchpoint gets a name of its own: of two that would look the same the second has a number.
 */
final class SankeyText {
  private final Map<TouchpointId, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  String of(StepFlows flows) {
    StringBuilder text = new StringBuilder("sankey-beta\n\n");
    for (StepFlows.Flow flow : flows.flows()) {
      text.append('"').append(node(flow.from(), flow.step())).append("\",\"");
      text.append(node(flow.to(), flow.step() + 1)).append("\",");
      text.append(flow.journeys()).append('\n');
    }
    return text.toString();
  }

  /** What stands on a node; only that of a touchpoint ends in a bracket. */
  private String node(Place place, int step) {
    return place.match(new Place.Cases<String>() {
      @Override
      public String at(TouchpointId touchpoint) {
        return name(touchpoint) + " [" + step + "]";
      }

      @Override
      public String others() {
        return "others at " + step;
      }

      @Override
      public String end() {
        return "ended after " + (step - 1);
      }
    });
  }

  private String name(TouchpointId touchpoint) {
    return names.computeIfAbsent(touchpoint, unnamed -> {
      String wanted = MermaidText.ascii(touchpoint.value());
      String name = wanted;
      for (int number = 2; !taken.add(name); number++) {
        name = wanted + " (" + number + ")";
      }
      return name;
    });
  }
}
