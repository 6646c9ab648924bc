package dev.laurel.journeys.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the nodes of a process stand and through which places its arrows lead.
 *
 * <p>An arrow over several layers passes a place of its own in each between. Within the layers
 * places are ordered so that arrows cross little (by the mean of their neighbours, back and forth,
 * the best order kept), and then each moves as near to its neighbours as the order allows.
 *
 * <p>Source: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical
 * system structures", IEEE Transactions on Systems, Man, and Cybernetics 11 (1981).
 */
final class ProcessLayout {
  static final double NODE = 172;

  /** The room beside a node for an arrow that comes back to it at once. */
  private static final double LOOP = 112;

  private static final double PASSAGE = 30;
  private static final double BETWEEN = 34;
  private static final int SWEEPS = 24;

  /** A node, or the passage of an arrow through a layer. */
  static final class Place {
    final int node;
    final int layer;
    final List<Place> above = new ArrayList<>();
    final List<Place> below = new ArrayList<>();
    boolean hasLoop;
    double x;
    private double order;

    private Place(int node, int layer) {
      this.node = node;
      this.layer = layer;
    }

    boolean isNode() {
      return node >= 0;
    }

    double left() {
      return x - (isNode() ? NODE : PASSAGE) / 2;
    }

    double right() {
      return x + (isNode() ? NODE : PASSAGE) / 2 + (hasLoop ? LOOP : 0);
    }
  }

  private final List<List<Place>> layers = new ArrayList<>();
  private final List<Place> nodes = new ArrayList<>();
  private final List<List<Place>> routes = new ArrayList<>();

  ProcessLayout(ProcessGraph graph) {
    int[] layer = ProcessLayers.of(graph);
    for (int i = 0; i <= Arrays.stream(layer).max().orElse(0); i++) {
      layers.add(new ArrayList<>());
    }
    for (int node = 0; node < graph.nodes(); node++) {
      nodes.add(added(node, layer[node]));
    }
    for (ProcessGraph.Arrow arrow : graph.arrows()) {
      routes.add(route(arrow));
    }
    reorder();
    spread();
  }

  private Place added(int node, int layer) {
    Place place = new Place(node, layer);
    layers.get(layer).add(place);
    return place;
  }

  private List<Place> route(ProcessGraph.Arrow arrow) {
    Place from = nodes.get(arrow.from());
    Place to = nodes.get(arrow.to());
    List<Place> route = new ArrayList<>(List.of(from));
    int step = Integer.signum(to.layer - from.layer);
    for (int layer = from.layer + step; step != 0 && layer != to.layer; layer += step) {
      route.add(added(-1, layer));
    }
    route.add(to);
    from.hasLoop |= arrow.isLoop();
    for (int i = 1; step != 0 && i < route.size(); i++) {
      Place upper = step > 0 ? route.get(i - 1) : route.get(i);
      Place lower = step > 0 ? route.get(i) : route.get(i - 1);
      upper.below.add(lower);
      lower.above.add(upper);
    }
    return route;
  }

  private void reorder() {
    number();
    List<List<Place>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean isDown = sweep % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        List<Place> layer = layers.get(isDown ? i : layers.size() - 1 - i);
        double[] wanted = new double[layer.size()];
        for (int k = 0; k < wanted.length; k++) {
          Place place = layer.get(k);
          wanted[k] = (isDown ? place.above : place.below)
              .stream().mapToDouble(other -> other.order).average().orElse(place.order);
        }
        for (int k = 0; k < wanted.length; k++) {
          layer.get(k).order = wanted[k];
        }
        layer.sort(Comparator.comparingDouble(place -> place.order));
        number(layer);
      }
      long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    layers.clear();
    layers.addAll(best);
    number();
  }

  private List<List<Place>> copy() {
    List<List<Place>> copy = new ArrayList<>();
    layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
    return copy;
  }

  private void number() {
    layers.forEach(ProcessLayout::number);
  }

  private static void number(List<Place> layer) {
    for (int i = 0; i < layer.size(); i++) {
      layer.get(i).order = i;
    }
  }

  private long crossings() {
    long crossings = 0;
    for (List<Place> layer : layers) {
      List<double[]> lines = new ArrayList<>();
      layer.forEach(upper ->
          upper.below.forEach(lower -> lines.add(new double[] {upper.order, lower.order})));
      for (int i = 0; i < lines.size(); i++) {
        for (int k = i + 1; k < lines.size(); k++) {
          double[] one = lines.get(i);
          double[] other = lines.get(k);
          crossings += (one[0] - other[0]) * (one[1] - other[1]) < 0 ? 1 : 0;
        }
      }
    }
    return crossings;
  }

  private void spread() {
    layers.forEach(layer -> settle(layer, new double[layer.size()]));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < layers.size(); i++) {
        List<Place> layer = layers.get(sweep % 2 == 0 ? i : layers.size() - 1 - i);
        double[] wanted = new double[layer.size()];
        for (int k = 0; k < wanted.length; k++) {
          Place place = layer.get(k);
          List<Place> others = new ArrayList<>(place.above);
          others.addAll(place.below);
          wanted[k] = others.stream().mapToDouble(other -> other.x).average().orElse(place.x);
        }
        settle(layer, wanted);
      }
    }
  }

  /**
   * Moves the places of a layer as near as can be to where they want to be, in their order and
   * without touching: an isotonic regression, by pooling neighbours that are in each other's way.
   */
  private static void settle(List<Place> layer, double[] wanted) {
    int size = layer.size();
    double[] offset = new double[size];
    for (int i = 1; i < size; i++) {
      Place before = layer.get(i - 1);
      Place place = layer.get(i);
      offset[i] = offset[i - 1] + before.right() - before.x + place.x - place.left() + BETWEEN;
    }
    double[] mean = new double[size];
    double[] weight = new double[size];
    int[] count = new int[size];
    int pools = 0;
    for (int i = 0; i < size; i++) {
      weight[pools] = layer.get(i).isNode() ? 1 : 2;
      mean[pools] = wanted[i] - offset[i];
      count[pools] = 1;
      while (pools > 0 && mean[pools - 1] > mean[pools]) {
        double sum = weight[pools - 1] + weight[pools];
        mean[pools - 1] = (mean[pools - 1] * weight[pools - 1] + mean[pools] * weight[pools]) / sum;
        weight[pools - 1] = sum;
        count[pools - 1] += count[pools];
        pools--;
      }
      pools++;
    }
    int at = 0;
    for (int pool = 0; pool < pools; pool++) {
      for (int k = 0; k < count[pool]; k++) {
        layer.get(at).x = mean[pool] + offset[at];
        at++;
      }
    }
  }

  List<List<Place>> layers() {
    return layers;
  }

  Place node(int node) {
    return nodes.get(node);
  }

  /** The places through which an arrow leads, its ends included. */
  List<Place> route(int arrow) {
    return routes.get(arrow);
  }

  double left() {
    return all().mapToDouble(Place::left).min().orElse(0);
  }

  double right() {
    return all().mapToDouble(Place::right).max().orElse(0);
  }

  private Stream<Place> all() {
    return layers.stream().flatMap(List::stream);
  }
}
