package dev.laurel.examples.liability;

import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.breakage.BreakageModel;
import dev.laurel.core.breakage.Liability;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.triangle.CalendarEffect;
import dev.laurel.core.triangle.ChainLadder;
import dev.laurel.core.triangle.Development;
import dev.laurel.core.triangle.RedemptionTriangle;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A triangle, what the chain ladder makes of it, what it costs, and a second opinion.
 *
 * @param title what the points are
 * @param triangle the triangle
 * @param development how redemptions develop
 * @param forecast what is expected of each cohort
 * @param liability what that costs
 * @param calendarEffect whether calendar periods stand out
 * @param second what another model expects; absent where there is nothing to learn it from
 */
public record LiabilityReport(
    String title,
    RedemptionTriangle triangle,
    Development development,
    BreakageForecast forecast,
    Liability liability,
    CalendarEffect calendarEffect,
    Optional<BreakageForecast> second) {

  /** The report on a triangle; absent if it shows no development. */
  public static Optional<LiabilityReport> of(
      String title,
      RedemptionTriangle triangle,
      ChainLadder chainLadder,
      PointRate unitCost,
      Optional<? extends BreakageModel> second) {
    return chainLadder.fit(triangle).map(development -> {
      BreakageForecast forecast = development.forecast(triangle.cohorts());
      return new LiabilityReport(
          title,
          triangle,
          development,
          forecast,
          forecast.liability(unitCost, RoundingMode.HALF_EVEN),
          CalendarEffect.of(triangle),
          second.map(model -> model.forecast(triangle.cohorts())));
    });
  }
}
