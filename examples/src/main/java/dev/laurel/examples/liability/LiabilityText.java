package dev.laurel.examples.liability;

import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.breakage.CohortForecast;
import dev.laurel.core.breakage.Liability;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.triangle.CalendarEffect;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** A {@link LiabilityReport} for people, the same on every machine. */
public final class LiabilityText {
  private LiabilityText() {}

  /** Prints the table of cohorts, the rates, the liability and what was assumed. */
  public static void print(LiabilityReport report, PrintWriter to) {
    to.println(report.title());
    to.println();
    cohorts(report.forecast(), to);
    to.println();
    rates(report, to);
    to.println();
    liability(report, to);
    to.println();
    to.println("Assumed:");
    report.forecast().future().assumptions().forEach(each -> to.println("  " + each));
    to.flush();
  }

  private static void cohorts(BreakageForecast forecast, PrintWriter to) {
    line(to, "Cohort", "Issued", "Redeemed", "Lapsed", "Outstanding", "Expected", "+/-", "URR");
    long lapsed = 0;
    for (CohortForecast each : forecast.cohorts()) {
      Cohort cohort = each.cohort();
      lapsed += cohort.lapsed();
      line(
          to,
          cohort.name(),
          Figures.of(cohort.issued()),
          Figures.of(cohort.redeemed()),
          Figures.of(cohort.lapsed()),
          Figures.of(cohort.outstanding()),
          Figures.of(Math.round(each.future().value())),
          error(each.future()),
          percent(each.ultimateRedemptionRate().map(Estimate::value)));
    }
    line(
        to,
        "Total",
        Figures.of(forecast.issued()),
        Figures.of(forecast.redeemed()),
        Figures.of(lapsed),
        Figures.of(forecast.outstanding()),
        Figures.of(Math.round(forecast.future().value())),
        error(forecast.future()),
        percent(forecast.ultimateRedemptionRate().map(Estimate::value)));
  }

  private static void rates(LiabilityReport report, PrintWriter to) {
    BreakageForecast forecast = report.forecast();
    to.println("Ultimate redemption rate: " + range(forecast.ultimateRedemptionRate())
        + " of points issued");
    to.println("Breakage: " + range(forecast.breakageRate()) + " of points issued");
    to.println("Future redemption rate: " + range(forecast.futureRedemptionRate())
        + " of points outstanding");
    Optional<Double> ratio = report.triangle().periodRatio().map(LiabilityText::toDouble);
    to.println("Redeemed in the last period per point issued in it: " + percent(ratio)
        + "; this is no redemption rate");
  }

  private static void liability(LiabilityReport report, PrintWriter to) {
    Liability liability = report.liability();
    to.println("Liability at " + liability.unitCost() + ": " + amount(liability));
    to.println("  one percentage point more redeemed: " + shifted(liability, 1));
    to.println("  breakage a tenth lower: " + liability.withBreakageChanged(-10).amount());
    report
        .second()
        .ifPresent(second -> to.println("By the " + second.model() + ": "
            + amount(second.liability(liability.unitCost(), RoundingMode.HALF_EVEN))));
    CalendarEffect effect = report.calendarEffect();
    Interval chance = effect.byChance(Confidence.P95);
    to.println(String.format(
        Locale.ROOT,
        "Calendar effect: %s (%d, where chance gives %.1f to %.1f)",
        effect.isFound(Confidence.P95) ? "FOUND" : "none found",
        effect.rarer(),
        Math.max(0, chance.lower()),
        chance.upper()));
  }

  private static String amount(Liability liability) {
    return liability.lower().isEmpty()
        ? liability.amount().toString()
        : liability.amount() + " (" + liability.lower().orElseThrow() + " to "
            + liability.upper().orElseThrow() + ")";
  }

  private static String shifted(Liability liability, double points) {
    double room = liability.outstanding().units() - liability.expected().value();
    return liability.outstanding().units() * points / 100 > room
        ? "impossible"
        : liability.withRateShifted(points).amount().toString();
  }

  private static String range(Optional<Estimate> rate) {
    return percent(rate.map(Estimate::value))
        + rate.flatMap(Estimate::interval)
            .map(range -> " (" + percent(Optional.of(range.lower())) + " to "
                + percent(Optional.of(range.upper())) + ")")
            .orElse("");
  }

  private static String percent(Optional<Double> share) {
    return share.map(each -> String.format(Locale.ROOT, "%.2f %%", 100 * each)).orElse("-");
  }

  private static String error(Estimate estimate) {
    return estimate.standardError().isPresent()
        ? Figures.of(Math.round(estimate.standardError().getAsDouble()))
        : "-";
  }

  private static double toDouble(Ratio ratio) {
    return (double) ratio.numerator() / ratio.denominator();
  }

  private static void line(PrintWriter to, Object... cells) {
    to.print(String.format(Locale.ROOT, "%-10s %12s %12s %12s %12s %12s %10s %9s\n", cells));
  }
}
