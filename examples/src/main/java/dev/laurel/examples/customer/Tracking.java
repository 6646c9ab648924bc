package dev.laurel.examples.customer;

import com.google.common.collect.ImmutableList;
import dev.laurel.metrics.customer.CustomerHistory;
import dev.laurel.metrics.customer.PurchaseConvention;
import dev.laurel.metrics.customer.PurchaseDays;
import dev.laurel.metrics.customer.PurchaseHistories;
import dev.laurel.metrics.lifetime.BuyingModel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Repeat purchases of the calibrated customers over time: counted, and expected by a model. */
final class Tracking {
  private static final int MOST_POINTS = 150;

  /**
   * The repeat purchases through the end of a day.
   *
   * @param time the units of time from the first purchase of all
   * @param counted how many there were
   * @param expected how many the model expects
   */
  record Point(double time, double counted, double expected) {}

  private final PurchaseDays purchases;
  private final PurchaseHistories calibrated;
  private final BuyingModel model;
  private final Set<Object> cohort = new HashSet<>();

  Tracking(ClvReport report, BuyingModel model) {
    this.purchases = report.purchases();
    this.calibrated = report.histories();
    this.model = model;
    calibrated.customers().forEach(customer -> cohort.add(customer.customer()));
  }

  /** Points through a day, one for each unit of time or fewer. */
  ImmutableList<Point> through(LocalDate last) {
    double oldest = calibrated.customers().stream()
        .mapToDouble(customer -> customer.history().age())
        .max()
        .orElse(0);
    long days = Math.round(oldest * unit());
    LocalDate first = end().minusDays(days);
    long all = days + last.toEpochDay() - end().toEpochDay();
    long step = Math.max(unit(), all / MOST_POINTS);
    ImmutableList.Builder<Point> points = ImmutableList.builder();
    for (long day = step; day <= all; day += step) {
      points.add(at(first, first.plusDays(day)));
    }
    return points.build();
  }

  /** Repeat purchases after calibration through a day, counted and expected. */
  Point since(LocalDate last) {
    double counted = counted(last) - counted(end());
    double time = (double) (last.toEpochDay() - end().toEpochDay()) / unit();
    double expected = calibrated.customers().stream()
        .mapToDouble(customer -> model.expectedPurchases(customer.history(), time))
        .sum();
    return new Point(time, counted, expected);
  }

  private Point at(LocalDate first, LocalDate day) {
    double time = (double) (day.toEpochDay() - first.toEpochDay()) / unit();
    double beyond = (double) (day.toEpochDay() - end().toEpochDay()) / unit();
    double expected = calibrated.customers().stream()
        .map(CustomerHistory::history)
        .mapToDouble(
            history -> model.expectedPurchasesOfNewcomer(Math.max(0, history.age() + beyond)))
        .sum();
    return new Point(time, counted(day), expected);
  }

  private double counted(LocalDate day) {
    PurchaseConvention convention = calibrated.convention();
    return purchases
        .histories(new PurchaseConvention(
            day, convention.daysPerUnit(), convention.rounding(), convention.firstPurchase()))
        .customers()
        .stream()
        .filter(customer -> cohort.contains(customer.customer()))
        .mapToDouble(customer -> customer.history().frequency())
        .sum();
  }

  private LocalDate end() {
    return calibrated.convention().calibrationEnd();
  }

  private int unit() {
    return calibrated.convention().daysPerUnit();
  }
}
