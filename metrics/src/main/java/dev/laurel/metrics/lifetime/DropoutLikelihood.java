package dev.laurel.metrics.lifetime;

import dev.laurel.metrics.customer.HistoryTable;
import java.util.Arrays;

/**
 * The log-likelihood of BG/NBD and MBG/NBD with its gradient.
 *
 * <p>Ratios of gamma functions are running sums over the frequencies, logarithms of times are taken
 * once for each distinct time, and a distinct history costs one exponential and one logarithm.
 */
final class DropoutLikelihood implements Objective {
  private final HistoryTable table;
  private final int atOnce;
  private final double[] ages;
  private final double[] recencies;

  DropoutLikelihood(HistoryTable table, int atOnce) {
    this.table = table;
    this.atOnce = atOnce;
    this.ages = table.ages();
    this.recencies = table.recencies();
  }

  @Override
  public double at(double[] parameters, double[] gradient) {
    Evaluation evaluation = new Evaluation(parameters);
    Arrays.fill(gradient, 0);
    double sum = 0;
    int from = 0;
    while (from < table.rows()) {
      int until = from + 1;
      while (until < table.rows() && table.frequency(until) == table.frequency(from)) {
        until++;
      }
      sum += evaluation.group(from, until, gradient);
      from = until;
    }
    return sum;
  }

  /** The likelihood at one point. */
  private final class Evaluation {
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final RisingFactorial buying;
    private final RisingFactorial staying;
    private final RisingFactorial both;
    private final double[] logAges;
    private final double[] logRecencies;

    Evaluation(double[] parameters) {
      this.r = parameters[0];
      this.alpha = parameters[1];
      this.a = parameters[2];
      this.b = parameters[3];
      this.buying = new RisingFactorial(r);
      this.staying = new RisingFactorial(b);
      this.both = new RisingFactorial(a + b);
      this.logAges = Arrays.stream(ages).map(age -> Math.log(alpha + age)).toArray();
      this.logRecencies =
          Arrays.stream(recencies).map(recency -> Math.log(alpha + recency)).toArray();
    }

    /** The rows of one frequency. */
    double group(int from, int until, double[] gradient) {
      int x = table.frequency(from);
      int chances = x + atOnce;
      double sum =
          chances == 0 ? neverLeft(from, until, gradient) : mayHaveLeft(from, until, x, gradient);
      double customers = customers(from, until);
      buying.to(x);
      staying.to(chances);
      both.to(chances);
      gradient[0] += customers * (buying.slope() + Math.log(alpha));
      gradient[1] += customers * r / alpha;
      gradient[2] -= customers * both.slope();
      gradient[3] += customers * (staying.slope() - both.slope());
      return sum + customers * (buying.log() + r * Math.log(alpha) + staying.log() - both.log());
    }

    private double customers(int from, int until) {
      double customers = 0;
      for (int row = from; row < until; row++) {
        customers += table.count(row);
      }
      return customers;
    }

    private double neverLeft(int from, int until, double[] gradient) {
      double logs = 0;
      double inverses = 0;
      for (int row = from; row < until; row++) {
        double count = table.count(row);
        logs += count * logAges[table.ageCode(row)];
        inverses += count / (alpha + ages[table.ageCode(row)]);
      }
      gradient[0] -= logs;
      gradient[1] -= r * inverses;
      return -r * logs;
    }

    private double mayHaveLeft(int from, int until, int x, double[] gradient) {
      double shape = r + x;
      double left = b + x + atOnce - 1;
      double chance = Math.log(a / left);
      double sum = 0;
      double byShape = 0;
      double byAlpha = 0;
      double gone = 0;
      for (int row = from; row < until; row++) {
        double count = table.count(row);
        int age = table.ageCode(row);
        int recency = table.recencyCode(row);
        double since = logAges[age] - logRecencies[recency];
        double odds = shape * since + chance;
        // The logarithm of 1 + e is an intrinsic of the machine, log1p is not.
        double small = Math.exp(-Math.abs(odds));
        double share = odds > 0 ? 1 / (1 + small) : small / (1 + small);
        double inverse = 1 / (alpha + ages[age]);
        sum += count * (Math.max(odds, 0) + Math.log(1 + small) - shape * logAges[age]);
        byShape += count * (share * since - logAges[age]);
        byAlpha += count * (inverse + share * (1 / (alpha + recencies[recency]) - inverse));
        gone += count * share;
      }
      gradient[0] += byShape;
      gradient[1] -= shape * byAlpha;
      gradient[2] += gone / a;
      gradient[3] -= gone / left;
      return sum;
    }
  }
}
