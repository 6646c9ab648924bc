package dev.laurel.core.earning;

import dev.laurel.core.exact.Ratio;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * How much each line of a base is multiplied, and what the base comes to with that.
 *
 * <p>Each line has a factor: that of the multipliers which look at it, combined. The base is then
 * recomputed level by level: with factors 3 on some lines and 1 on the others it is the base of all
 * lines once, and the base of the lines at 3 twice more. Where all lines have one factor, this is
 * the base times the factor; for points in proportion to money it is each line times its factor;
 * for whole steps it is the steps that the lines of each level make together. The order of the
 * multipliers does not matter, and more spending or a larger factor never makes less.
 */
final class LineFactors {
  private final Figures figures;
  private final Candidate base;
  private final Combination combination;
  private final Ratio[] factors;
  private final boolean[] applied;
  private final Ratio[] excess;
  private boolean isUniform = true;

  /** All factors 1, for a base on a purchase of so many lines, shipping included. */
  LineFactors(Figures figures, Candidate base, Combination combination, int lines) {
    this.figures = figures;
    this.base = base;
    this.combination = combination;
    this.factors = new Ratio[Math.max(1, lines)];
    Arrays.fill(factors, Ratio.ONE);
    this.applied = new boolean[factors.length];
    this.excess = new Ratio[factors.length];
    Arrays.fill(excess, Ratio.ZERO);
  }

  /** Adds one more multiplier to the lines it looks at. */
  void apply(Candidate multiplier) {
    boolean isForAll = multiplier.lines == null;
    isUniform &= isForAll;
    if (isUniform) {
      applyTo(0, multiplier.exact);
      Arrays.fill(factors, factors[0]);
      Arrays.fill(applied, true);
      Arrays.fill(excess, excess[0]);
      return;
    }
    for (int i = 0; i < factors.length; i++) {
      if (multiplier.looksAt(i)) {
        applyTo(i, multiplier.exact);
      }
    }
  }

  private void applyTo(int line, Ratio factor) {
    Ratio before = factors[line];
    if (combination == Combination.MULTIPLY) {
      factors[line] = before.times(factor);
    } else if (combination == Combination.MAX) {
      factors[line] = applied[line] && before.compareTo(factor) > 0 ? before : factor;
    } else {
      excess[line] = excess[line].plus(factor.minus(Ratio.ONE));
      Ratio sum = excess[line].plus(Ratio.ONE);
      factors[line] = sum.isNegative() ? Ratio.ZERO : sum;
    }
    applied[line] = true;
  }

  /** What the base comes to, exact. */
  Ratio exact() {
    if (isUniform) {
      return factors[0].equals(Ratio.ONE) ? base.exact : base.exact.times(factors[0]);
    }
    TreeSet<Ratio> levels = new TreeSet<>(Comparator.reverseOrder());
    for (int i = 0; i < factors.length; i++) {
      if (base.looksAt(i)) {
        levels.add(factors[i]);
      }
    }
    Ratio sum = Ratio.ZERO;
    for (Ratio level : levels) {
      Ratio lower = levels.higher(level);
      Ratio height = lower == null ? level : level.minus(lower);
      sum = sum.plus(figures.exactOn(base, linesFrom(level)).times(height));
    }
    return sum;
  }

  private boolean[] linesFrom(Ratio level) {
    boolean[] lines = new boolean[factors.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = factors[i].compareTo(level) >= 0;
    }
    return lines;
  }
}
