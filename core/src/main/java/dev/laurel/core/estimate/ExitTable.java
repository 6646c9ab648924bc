package dev.laurel.core.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Who was at risk and who left, time by time, and the two curves that follow: the share that stays,
 * and the share that has left in the causes asked for.
 */
final class ExitTable {
  private final Spells spells;
  private final IntPredicate leaves;
  private final IntPredicate asked;
  private final long[] times;
  private final long[] atRisk;
  private final long[] left;
  private final long[] leftAsAsked;
  private final double[] stays;
  private final double[] gone;

  /** The way of one cluster's influence on both curves along the times. */
  interface Influences {
    void cluster(double[] onStays, double[] onGone);
  }

  /**
   * The table of spells.
   *
   * @param leaves which exits end a stay; all others count as censored
   * @param asked which of those the second curve is about
   */
  ExitTable(Spells spells, IntPredicate leaves, IntPredicate asked) {
    this.spells = spells;
    this.leaves = leaves;
    this.asked = asked;
    TreeMap<Long, long[]> byTime = new TreeMap<>();
    for (Spells.Spell spell : spells.inOrder()) {
      long[] sums = byTime.computeIfAbsent(spell.time(), time -> new long[3]);
      sums[0] = Math.addExact(sums[0], spell.weight());
      if (spell.exit() >= 0 && leaves.test(spell.exit())) {
        sums[1] += spell.weight();
        sums[2] += asked.test(spell.exit()) ? spell.weight() : 0;
      }
    }
    long there = 0;
    for (long[] sums : byTime.values()) {
      there = Math.addExact(there, sums[0]);
    }
    List<long[]> steps = new ArrayList<>();
    for (var entry : byTime.entrySet()) {
      long[] sums = entry.getValue();
      if (sums[1] > 0) {
        steps.add(new long[] {entry.getKey(), there, sums[1], sums[2]});
      }
      there -= sums[0];
    }
    this.times = column(steps, 0);
    this.atRisk = column(steps, 1);
    this.left = column(steps, 2);
    this.leftAsAsked = column(steps, 3);
    this.stays = new double[times.length];
    this.gone = new double[times.length];
    double share = 1;
    double sum = 0;
    for (int k = 0; k < times.length; k++) {
      sum += share * leftAsAsked[k] / atRisk[k];
      share *= (double) (atRisk[k] - left[k]) / atRisk[k];
      stays[k] = share;
      gone[k] = Math.min(sum, 1);
    }
  }

  int size() {
    return times.length;
  }

  /** The index of the last step at the time or before it; -1 if there is none. */
  int indexAt(long time) {
    int index = -1;
    while (index + 1 < times.length && times[index + 1] <= time) {
      index++;
    }
    return index;
  }

  double staysAt(int index) {
    return index < 0 ? 1 : stays[index];
  }

  double goneAt(int index) {
    return index < 0 ? 0 : gone[index];
  }

  /** The share that stays, as a curve. */
  StepCurve staying(String method, CurveError error) {
    double[] errors = error == CurveError.GREENWOOD ? greenwood() : jackknife(true);
    StepCurve.Builder curve = builder(method, error, 1);
    for (int k = 0; k < times.length; k++) {
      curve.addStep(new StepCurve.Step(times[k], atRisk[k], left[k], stays[k], errors[k]));
    }
    return curve.build();
  }

  /** The share that has left as asked, as a curve; it has steps where somebody did. */
  StepCurve leaving(String method) {
    double[] errors = jackknife(false);
    StepCurve.Builder curve = builder(method, CurveError.CLUSTERED, 0);
    for (int k = 0; k < times.length; k++) {
      if (leftAsAsked[k] > 0) {
        curve.addStep(new StepCurve.Step(times[k], atRisk[k], leftAsAsked[k], gone[k], errors[k]));
      }
    }
    return curve.build();
  }

  /** Tells the influence of each cluster on both curves at each step. */
  void influences(Influences consumer) {
    List<Spells.Spell> all = spells.inOrder();
    int from = 0;
    while (from < all.size()) {
      int until = from + 1;
      String cluster = all.get(from).cluster();
      while (!cluster.isEmpty()
          && until < all.size()
          && all.get(until).cluster().equals(cluster)) {
        until++;
      }
      influence(all.subList(from, until), consumer);
      from = until;
    }
  }

  private void influence(List<Spells.Spell> cluster, Influences consumer) {
    double[] onStays = new double[times.length];
    double[] onGone = new double[times.length];
    long there = cluster.stream().mapToLong(Spells.Spell::weight).sum();
    int next = 0;
    double stayed = 1;
    double moved = 0;
    double movedGone = 0;
    for (int k = 0; k < times.length; k++) {
      while (next < cluster.size() && cluster.get(next).time() < times[k]) {
        there -= cluster.get(next).weight();
        next++;
      }
      long leaving = 0;
      long leavingAsAsked = 0;
      for (int i = next; i < cluster.size() && cluster.get(i).time() == times[k]; i++) {
        Spells.Spell spell = cluster.get(i);
        if (spell.exit() >= 0 && leaves.test(spell.exit())) {
          leaving += spell.weight();
          leavingAsAsked += asked.test(spell.exit()) ? spell.weight() : 0;
        }
      }
      double hazard = (double) left[k] / atRisk[k];
      double hazardAsked = (double) leftAsAsked[k] / atRisk[k];
      movedGone +=
          moved * hazardAsked + stayed * (leavingAsAsked - there * hazardAsked) / atRisk[k];
      moved = moved * (1 - hazard) - stayed * (leaving - there * hazard) / atRisk[k];
      stayed = stays[k];
      onStays[k] = moved;
      onGone[k] = movedGone;
    }
    consumer.cluster(onStays, onGone);
  }

  private double[] jackknife(boolean ofStaying) {
    double[] squares = new double[times.length];
    influences((onStays, onGone) -> {
      for (int k = 0; k < squares.length; k++) {
        double influence = ofStaying ? onStays[k] : onGone[k];
        squares[k] += influence * influence;
      }
    });
    for (int k = 0; k < squares.length; k++) {
      squares[k] = Math.sqrt(squares[k]);
    }
    return squares;
  }

  private double[] greenwood() {
    double[] errors = new double[times.length];
    double sum = 0;
    for (int k = 0; k < errors.length; k++) {
      long staying = atRisk[k] - left[k];
      if (staying > 0) {
        sum += (double) left[k] / atRisk[k] / staying;
        errors[k] = stays[k] * Math.sqrt(sum);
      }
    }
    return errors;
  }

  private StepCurve.Builder builder(String method, CurveError error, double start) {
    StepCurve.Builder curve = StepCurve.builder();
    curve.method(method + ", " + error.title()).start(start).observations(spells.size());
    return curve;
  }

  private static long[] column(List<long[]> steps, int index) {
    return steps.stream().mapToLong(step -> step[index]).toArray();
  }
}
