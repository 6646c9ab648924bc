package dev.laurel.metrics.lifetime;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Nodes and weights of Gauss and Legendre on the unit interval. */
final class GaussLegendre {
  /** Exact for polynomials to degree 47, and for exp(-40 y) to thirteen digits. */
  static final GaussLegendre OF_24 = new GaussLegendre(24);

  private final double[] nodes;
  private final double[] weights;

  private GaussLegendre(int count) {
    GaussIntegrator library = new GaussIntegratorFactory().legendre(count);
    nodes = new double[count];
    weights = new double[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = (1 + library.getPoint(i)) / 2;
      weights[i] = library.getWeight(i) / 2;
    }
  }

  int size() {
    return nodes.length;
  }

  double node(int i) {
    return nodes[i];
  }

  double weight(int i) {
    return weights[i];
  }
}
