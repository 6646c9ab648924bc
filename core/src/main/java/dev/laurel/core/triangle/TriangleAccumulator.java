package dev.laurel.core.triangle;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dev.laurel.core.breakage.LotFlow;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Counts what happened to lots by cohort and age, in one pass and in the memory of one triangle.
 *
 * <p>Points of cohorts before the grid, and what happened after it, have no place in the triangle;
 * they are counted in {@link #earlier()} and {@link #later()}. Not safe for use by several threads:
 * give each its own and {@link #merge} them; the result does not depend on who counted what.
 */
public final class TriangleAccumulator implements LotFlow {
  private final TriangleGrid grid;
  private final List<LocalDate> periods;
  private final long[] starts;
  private final long until;
  private final long[] issued;
  private final long[] lapsed;
  private final long[][] redeemed;
  private long earlier;
  private long later;

  private TriangleAccumulator(TriangleGrid grid) {
    this.grid = grid;
    this.periods = grid.periods();
    int size = periods.size();
    this.starts = periods.stream()
        .mapToLong(day -> grid.calendar().startOf(day).getEpochSecond())
        .toArray();
    this.until = grid.until().getEpochSecond();
    this.issued = new long[size];
    this.lapsed = new long[size];
    this.redeemed = new long[size][];
    for (int i = 0; i < size; i++) {
      redeemed[i] = new long[size - i];
    }
  }

  /** An accumulator that has counted nothing. */
  public static TriangleAccumulator of(TriangleGrid grid) {
    return new TriangleAccumulator(grid);
  }

  /** The definition of the triangle. */
  public TriangleGrid grid() {
    return grid;
  }

  @Override
  public void issued(MemberId member, Instant earnedAt, long units) {
    checkUnits(units);
    int cohort = cohort(earnedAt, earnedAt);
    if (cohort >= 0) {
      issued[cohort] = Math.addExact(issued[cohort], units);
    }
  }

  @Override
  public void redeemed(MemberId member, Instant earnedAt, Instant at, long units) {
    checkUnits(units);
    count(earnedAt, at, units);
  }

  @Override
  public void redemptionReversed(MemberId member, Instant earnedAt, Instant at, long units) {
    checkUnits(units);
    count(earnedAt, at, -units);
  }

  @Override
  public void lapsed(MemberId member, Instant earnedAt, Instant at, long units) {
    checkUnits(units);
    int cohort = cohort(earnedAt, at);
    if (cohort >= 0) {
      lapsed[cohort] = Math.addExact(lapsed[cohort], units);
    }
  }

  @Override
  public void takenBack(MemberId member, Instant earnedAt, Instant at, long units) {
    checkUnits(units);
    int cohort = cohort(earnedAt, at);
    if (cohort >= 0) {
      issued[cohort] = Math.subtractExact(issued[cohort], units);
    }
  }

  /** How many events were of cohorts before the grid. */
  public long earlier() {
    return earlier;
  }

  /** How many events happened after the grid. */
  public long later() {
    return later;
  }

  /**
   * An accumulator of what both have counted; neither changes.
   *
   * @throws InvalidValueException TYPE_MISMATCH if the other counts under another definition
   */
  public TriangleAccumulator merge(TriangleAccumulator other) {
    InvalidValueException.check(
        grid.equals(other.grid),
        FailureCode.TYPE_MISMATCH,
        "grid",
        "triangles must have one definition to be merged: %s and %s",
        grid,
        other.grid);
    TriangleAccumulator sum = new TriangleAccumulator(grid);
    sum.add(this);
    sum.add(other);
    return sum;
  }

  /**
   * The triangle of what has been counted.
   *
   * @throws InvalidValueException RANGE with the cohort if more went out of a cohort than came in,
   *     so that something was not counted
   */
  public RedemptionTriangle triangle() {
    ImmutableList.Builder<TriangleRow> rows = ImmutableList.builder();
    for (int i = 0; i < issued.length; i++) {
      long[] cumulative = redeemed[i].clone();
      for (int k = 1; k < cumulative.length; k++) {
        cumulative[k] = Math.addExact(cumulative[k], cumulative[k - 1]);
      }
      rows.add(new TriangleRow(
          grid.nameOf(periods.get(i)),
          issued[i],
          lapsed[i],
          ImmutableLongArray.copyOf(cumulative)));
    }
    return RedemptionTriangle.of(grid.type(), rows.build());
  }

  private void count(Instant earnedAt, Instant at, long units) {
    int cohort = cohort(earnedAt, at);
    if (cohort >= 0) {
      // A fact that arrives late may be dated before the earning that it was served from.
      int age = Math.max(0, periodOf(at.getEpochSecond()) - cohort);
      redeemed[cohort][age] = Math.addExact(redeemed[cohort][age], units);
    }
  }

  /** The cohort of points, or -1 if they or what happened to them are outside the grid. */
  private int cohort(Instant earnedAt, Instant at) {
    if (at.getEpochSecond() >= until) {
      later++;
      return -1;
    }
    int cohort = periodOf(earnedAt.getEpochSecond());
    if (cohort < 0) {
      earlier++;
    }
    return cohort;
  }

  private static void checkUnits(long units) {
    InvalidValueException.check(
        units >= 0,
        FailureCode.POINTS_NEGATIVE,
        "units",
        "what happens to a lot must count from 0 points: %s",
        units);
  }

  /** The index of the last period that starts at the second or before it; -1 if none does. */
  private int periodOf(long second) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private void add(TriangleAccumulator other) {
    for (int i = 0; i < issued.length; i++) {
      issued[i] = Math.addExact(issued[i], other.issued[i]);
      lapsed[i] = Math.addExact(lapsed[i], other.lapsed[i]);
      for (int k = 0; k < redeemed[i].length; k++) {
        redeemed[i][k] = Math.addExact(redeemed[i][k], other.redeemed[i][k]);
      }
    }
    earlier = Math.addExact(earlier, other.earlier);
    later = Math.addExact(later, other.later);
  }
}
