package dev.laurel.examples.customer;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.metrics.customer.PurchaseConvention;
import dev.laurel.metrics.customer.PurchaseHistory;
import dev.laurel.metrics.lifetime.Fit;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What purchases say of customers, for people. */
final class ClvText {
  private static final double WEAK = 0.2;

  private final ClvReport report;
  private final PrintWriter out;

  ClvText(ClvReport report, PrintWriter out) {
    this.report = report;
    this.out = out;
  }

  void models() {
    long customers = report.table().customers();
    line(
        "Customers: %,d through %s, of whom %,d bought again, %,d times",
        customers,
        report.histories().convention().calibrationEnd(),
        report.table().repeaters(),
        report.table().repeatPurchases());
    line(
        "Time in %s, %s; the first purchase is not part of frequency and spend",
        unit(report.histories().convention().daysPerUnit()),
        report.histories().convention().rounding() == PurchaseConvention.Rounding.DAY_EXACT
            ? "exact"
            : "rounded to two decimals as published");
    line("");
    line("How often and how long (maximum likelihood)");
    report
        .fits()
        .forEach((model, fit) -> fit(model.title() + (model == report.chosen() ? " *" : ""), fit));
    line("");
    line(
        "How much (repeat purchases of %,d customers, %s)",
        report.spends().customers(), report.histories().currency());
    fit("Gamma-Gamma", report.spendFit());
    report
        .spends()
        .correlation()
        .ifPresent(correlation -> line(
            "  correlation of frequency and spend %.3f: the model takes it for 0%s",
            correlation, Math.abs(correlation) > WEAK ? ", which is doubtful here" : ""));
  }

  void verdict(List<ClvReport.Valued> valued) {
    line("");
    if (valued.isEmpty()) {
      line("No value can be told: a model that is needed could not be fitted.");
      return;
    }
    double alive =
        valued.stream().mapToDouble(one -> one.value().probabilityAlive()).sum();
    double purchases =
        valued.stream().mapToDouble(one -> one.value().expectedPurchases()).sum();
    double value = valued.stream().mapToDouble(one -> one.value().value()).sum();
    line(
        "Some %,.0f of %,d customers are still customers. Within %d months of %s %s they are"
            + " expected to buy %,.0f times, which is worth %s %,.2f today at %s %% a month.",
        alive,
        valued.size(),
        report.horizon().periods(),
        plain(report.horizon().unitsPerPeriod()),
        unit(report.histories().convention().daysPerUnit()),
        purchases,
        report.histories().currency(),
        value,
        plain(100 * report.horizon().discount().rate()));
    long few = valued.size() / 10;
    double best =
        valued.stream().limit(few).mapToDouble(one -> one.value().value()).sum();
    line(
        "The best tenth of them has %.0f %% of this value. It is revenue, and an expectation over"
            + " many customers, not a promise of one.",
        100 * best / value);
  }

  void holdout(Tracking.Point since) {
    line("");
    line(
        "Test: in the %s %s that the model has not seen, it expects %,.0f repeat purchases, and"
            + " %,.0f came.",
        plain(since.time()),
        unit(report.histories().convention().daysPerUnit()),
        since.expected(),
        since.counted());
  }

  void customers(List<ClvReport.Valued> valued, int top) {
    line("");
    line(
        "%-16s%5s%9s%9s%8s%10s%10s%14s",
        "Customer",
        "again",
        "recency",
        "age",
        "alive",
        "purchases",
        "spend",
        "value " + report.histories().currency());
    for (ClvReport.Valued one : valued.subList(0, Math.min(top, valued.size()))) {
      PurchaseHistory history = one.customer().history();
      line(
          "%-16s%5d%9.2f%9.2f%8.3f%10.2f%10.2f%14.2f",
          one.customer().customer(),
          history.frequency(),
          history.recency(),
          history.age(),
          one.value().probabilityAlive(),
          one.value().expectedPurchases(),
          one.value().spendPerPurchase(),
          one.value().value());
    }
  }

  private void fit(String name, Fit<?> fit) {
    if (fit instanceof Fit.Failed<?> failed) {
      line("  %-14s%s: %s", name, failed.reason(), failed.explanation());
    } else if (fit instanceof Fit.Converged<?> converged) {
      StringBuilder text = new StringBuilder();
      for (Map.Entry<String, Estimate> parameter : converged.parameters().entrySet()) {
        text.append(String.format(
            Locale.ROOT,
            "%s %.4f (%.4f)  ",
            parameter.getKey(),
            parameter.getValue().value(),
            parameter.getValue().standardError().orElse(0)));
      }
      line("  %-14s%slog-likelihood %.4f", name, text, converged.logLikelihood());
    }
  }

  /** The word for a unit of time of so many days. */
  static String unit(int days) {
    return switch (days) {
      case 1 -> "days";
      case PurchaseConvention.WEEK -> "weeks";
      default -> "units of " + days + " days";
    };
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(Math.rint(value * 1000) / 1000)
        .stripTrailingZeros()
        .toPlainString();
  }

  private void line(String template, Object... values) {
    out.println(values.length == 0 ? template : String.format(Locale.ROOT, template, values));
  }
}
