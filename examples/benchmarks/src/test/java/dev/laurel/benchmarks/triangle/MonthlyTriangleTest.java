package dev.laurel.benchmarks.triangle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.breakage.BreakageForecast;
import org.junit.jupiter.api.Test;

/** What is measured does what it should. */
class MonthlyTriangleTest {

  @Test
  void tenYearsOfMonthsHaveTheirErrors() {
    BreakageForecast forecast = MonthlyTriangle.forecast(MonthlyTriangle.of(120, 4));

    assertThat(forecast.cohorts()).hasSize(120);
    assertThat(forecast.future().standardError()).isPresent();
    assertThat(forecast.ultimateRedemptionRate().orElseThrow().value()).isBetween(0.95, 1.0);
  }

  @Test
  void theGridIsTenYears() {
    assertThat(MonthlyTriangle.grid().periods()).hasSize(120);
  }
}
