package dev.laurel.metrics.trend;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Patterns on a control chart that chance seldom makes, each with how often it does.
 *
 * <p>Every rule that is watched has its price: {@link #falseAlarm()} is the probability that it is
 * met at a point although nothing changed, if points are independent and normal. Watching for
 * points outside the limits alone costs one false alarm in 370 points; all of these together about
 * one in 40.
 *
 * <p>Sources: Western Electric, "Statistical Quality Control Handbook" (1956); L. S. Nelson,
 * Journal of Quality Technology 16 (1984).
 */
public enum RunRule {
  /** A point more than three sigma from the centre. */
  BEYOND_THREE_SIGMA(1) {
    @Override
    boolean holds(double[] z, int end) {
      return Math.abs(z[end]) > 3;
    }

    @Override
    public double falseAlarm() {
      return 2 * above(3);
    }
  },
  /** A point beyond two sigma, with one of the two before it on the same side as far out. */
  TWO_OF_THREE_BEYOND_TWO_SIGMA(3) {
    @Override
    boolean holds(double[] z, int end) {
      return beyond(z, end, 3, 2) >= 2;
    }

    @Override
    public double falseAlarm() {
      double p = above(2);
      return 2 * p * (1 - (1 - p) * (1 - p));
    }
  },
  /** A point beyond one sigma, with three of the four before it on the same side as far out. */
  FOUR_OF_FIVE_BEYOND_ONE_SIGMA(5) {
    @Override
    boolean holds(double[] z, int end) {
      return beyond(z, end, 5, 1) >= 4;
    }

    @Override
    public double falseAlarm() {
      double p = above(1);
      return 2 * p * (4 * p * p * p * (1 - p) + p * p * p * p);
    }
  },
  /** Eight points in a row on one side of the centre. */
  EIGHT_ON_ONE_SIDE(8) {
    @Override
    boolean holds(double[] z, int end) {
      return beyond(z, end, 8, 0) >= 8;
    }

    @Override
    public double falseAlarm() {
      return 2 * Math.pow(0.5, 8);
    }
  },
  /** Six points in a row each above, or each below, the one before it. */
  SIX_RISING_OR_FALLING(6) {
    @Override
    boolean holds(double[] z, int end) {
      int direction = direction(z, end);
      boolean all = direction != 0;
      for (int i = 1; i < 5; i++) {
        all &= direction(z, end - i) == direction;
      }
      return all;
    }

    @Override
    public double falseAlarm() {
      // Two of the 6! orders of six points.
      return 2.0 / 720;
    }
  },
  /** Fourteen points in a row that go up and down by turns. */
  FOURTEEN_ALTERNATING(14) {
    @Override
    boolean holds(double[] z, int end) {
      boolean all = direction(z, end) != 0;
      for (int i = 1; i < 13; i++) {
        all &= direction(z, end - i) == -direction(z, end - i + 1);
      }
      return all;
    }

    @Override
    public double falseAlarm() {
      // Twice the zigzag number E(14) of the 14! orders of fourteen points.
      return 2.0 * 199_360_981 / 87_178_291_200.0;
    }
  },
  /** Fifteen points in a row within one sigma: limits that are too wide. */
  FIFTEEN_WITHIN_ONE_SIGMA(15) {
    @Override
    boolean holds(double[] z, int end) {
      boolean all = true;
      for (int i = 0; i < 15; i++) {
        all &= Math.abs(z[end - i]) < 1;
      }
      return all;
    }

    @Override
    public double falseAlarm() {
      return Math.pow(1 - 2 * above(1), 15);
    }
  },
  /** Eight points in a row beyond one sigma on either side: two groups on one chart. */
  EIGHT_BEYOND_ONE_SIGMA(8) {
    @Override
    boolean holds(double[] z, int end) {
      boolean all = true;
      for (int i = 0; i < 8; i++) {
        all &= Math.abs(z[end - i]) > 1;
      }
      return all;
    }

    @Override
    public double falseAlarm() {
      return Math.pow(2 * above(1), 8);
    }
  };

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final int points;

  RunRule(int points) {
    this.points = points;
  }

  /** How many points the pattern spans. */
  public int points() {
    return points;
  }

  /** The probability that the rule is met at a point although nothing changed. */
  public abstract double falseAlarm();

  /** How often the rule is met by chance on a chart of so many points. */
  public double expectedFalseAlarms(int chartPoints) {
    return Math.max(0, chartPoints - points + 1) * falseAlarm();
  }

  /** Whether the pattern ends at this point; there are enough points before it. */
  abstract boolean holds(double[] z, int end);

  static double above(double sigmas) {
    return NORMAL.survivalProbability(sigmas);
  }

  /** How many of the last points lie beyond on the side of the last, which must itself. */
  private static int beyond(double[] z, int end, int span, double sigmas) {
    double side = Math.signum(z[end]);
    if (z[end] * side <= sigmas) {
      return 0;
    }
    int count = 0;
    for (int i = 0; i < span; i++) {
      count += z[end - i] * side > sigmas ? 1 : 0;
    }
    return count;
  }

  private static int direction(double[] z, int end) {
    return Double.compare(z[end], z[end - 1]);
  }
}
