package dev.laurel.core.triangle;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointType;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Cohorts of points, oldest first, each with its redemptions by age.
 *
 * <p>Each cohort shows one period less than the one before it; a triangle may be cut off at a
 * largest age, so that the oldest cohorts show as many, and at its first cohorts, so that the
 * youngest shows more than one. Anything else is a hole.
 *
 * <p>Triangles of the same cohorts merge by adding up.
 */
@Value.Immutable
public abstract class RedemptionTriangle {
  private static final int MOST_CELLS = 1_000_000;

  RedemptionTriangle() {}

  /** What is counted, in its smallest units. */
  @Value.Parameter
  public abstract PointType type();

  /** The cohorts, oldest first. */
  @Value.Parameter
  public abstract List<TriangleRow> rows();

  /**
   * The triangle of these cohorts, oldest first.
   *
   * @throws InvalidValueException VALUE_INVALID with the row where there is a hole or no row,
   *     CONFIG_DUPLICATE if two cohorts have one name, LIMIT_EXCEEDED beyond a million cells
   */
  public static RedemptionTriangle of(PointType type, List<TriangleRow> rows) {
    return ImmutableRedemptionTriangle.of(type, rows);
  }

  /** The triangle of these cohorts, oldest first. */
  public static RedemptionTriangle of(PointType type, TriangleRow... rows) {
    return of(type, ImmutableList.copyOf(rows));
  }

  /** The largest age shown. */
  public int ages() {
    return rows().get(0).age();
  }

  /** Where each cohort stands now. */
  public List<Cohort> cohorts() {
    return rows().stream().map(TriangleRow::latest).collect(ImmutableList.toImmutableList());
  }

  /**
   * What was redeemed in the latest period per point issued in it, of whatever cohort.
   *
   * <p>This is no redemption rate. In a program that grows by 30 % a year it says 59.46 % where 80
   * % will be redeemed, in one that shrinks by 20 % it says 108 %. Absent if the triangle does not
   * show the latest cohort from its start, or nothing was issued.
   */
  public Optional<Ratio> periodRatio() {
    TriangleRow youngest = rows().get(rows().size() - 1);
    if (youngest.age() > 1 || youngest.issued() == 0) {
      return Optional.empty();
    }
    long redeemed = 0;
    for (int i = 0; i < rows().size(); i++) {
      int period = rows().size() - 1 - i;
      if (period < ages()) {
        redeemed = Math.addExact(redeemed, rows().get(i).increment(period));
      }
    }
    return Optional.of(Ratio.of(redeemed, youngest.issued()));
  }

  /**
   * Both triangles added up, cell by cell.
   *
   * @throws InvalidValueException TYPE_MISMATCH if they are not of the same points, cohorts and
   *     ages
   */
  public RedemptionTriangle merge(RedemptionTriangle other) {
    InvalidValueException.check(
        definition().equals(other.definition()),
        FailureCode.TYPE_MISMATCH,
        "rows",
        "triangles must have the same points and cohorts to be merged: %s and %s",
        definition(),
        other.definition());
    ImmutableList.Builder<TriangleRow> sums = ImmutableList.builder();
    for (int i = 0; i < rows().size(); i++) {
      sums.add(rows().get(i).plus(other.rows().get(i)));
    }
    return of(type(), sums.build());
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        !rows().isEmpty(), FailureCode.VALUE_INVALID, "rows", "a triangle must have a cohort");
    long names = rows().stream().map(TriangleRow::cohort).distinct().count();
    InvalidValueException.check(
        names == rows().size(),
        FailureCode.CONFIG_DUPLICATE,
        "rows",
        "a triangle must name each cohort once: %s",
        rows().stream().map(TriangleRow::cohort).toList());
    InvalidValueException.check(
        (long) rows().size() * ages() <= MOST_CELLS,
        FailureCode.LIMIT_EXCEEDED,
        "rows",
        "a triangle must have at most %s cells: %s x %s",
        MOST_CELLS,
        rows().size(),
        ages());
    int youngest = rows().get(rows().size() - 1).age();
    for (int i = 0; i < rows().size(); i++) {
      int due = Math.min(ages(), youngest + rows().size() - 1 - i);
      InvalidValueException.check(
          rows().get(i).age() == due,
          FailureCode.VALUE_INVALID,
          "rows[" + i + "]",
          "cohort '%s' must show %s periods without a hole: %s",
          rows().get(i).cohort(),
          due,
          rows().get(i).age());
    }
  }

  private List<String> definition() {
    ImmutableList.Builder<String> definition =
        ImmutableList.<String>builder().add(type().code());
    rows().forEach(row -> definition.add(row.cohort() + ":" + row.age()));
    return definition.build();
  }
}
