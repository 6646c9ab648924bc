package dev.laurel.metrics.lifetime;

/** A log-likelihood with its gradient, as a function of positive parameters. */
interface Objective {
  /**
   * The log-likelihood at these parameters; fills in its derivative by each of them.
   *
   * @param parameters all above zero
   * @param gradient as long as the parameters; what it holds is replaced
   */
  double at(double[] parameters, double[] gradient);
}
