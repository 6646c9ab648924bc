package dev.laurel.benchmarks.triangle;

import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.triangle.ChainLadder;
import dev.laurel.core.triangle.RedemptionTriangle;
import dev.laurel.core.triangle.SigmaTail;
import dev.laurel.core.triangle.TriangleGrid;
import dev.laurel.core.triangle.TriangleRow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** An invented triangle of so many months, from a seed. */
final class MonthlyTriangle {
  static final PointType POINTS = PointType.redeemable("points", "Points");

  private static final ChainLadder MACK = ChainLadder.of(SigmaTail.MACK);

  private MonthlyTriangle() {}

  /** About a million points a month, of which a twentieth of the rest is redeemed each month. */
  static RedemptionTriangle of(int months, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TriangleRow> rows = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      long issued = 900_000L + random.nextInt(200_000);
      long[] cumulative = new long[months - i];
      long redeemed = 0;
      for (int k = 0; k < cumulative.length; k++) {
        redeemed += (long) ((issued - redeemed) * (0.04 + 0.02 * random.nextDouble()));
        cumulative[k] = redeemed;
      }
      rows.add(TriangleRow.of("m" + i, issued, cumulative));
    }
    return RedemptionTriangle.of(POINTS, rows);
  }

  /** The fit with errors of every cohort and of the total. */
  static BreakageForecast forecast(RedemptionTriangle triangle) {
    return MACK.fit(triangle).orElseThrow().forecast(triangle.cohorts());
  }

  /** Ten years of months in Berlin. */
  static TriangleGrid grid() {
    return new TriangleGrid(
        POINTS,
        ProgramCalendar.of(ZoneId.of("Europe/Berlin")),
        CalendarPeriod.MONTH,
        LocalDate.of(2016, 1, 1),
        LocalDate.of(2025, 12, 31));
  }
}
