package dev.laurel.examples.journey;

import dev.laurel.examples.output.Figures;
import dev.laurel.journeys.attribution.Credits;
import dev.laurel.journeys.attribution.OrderChoice;
import dev.laurel.journeys.attribution.RemovalEffects;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Credits and removal effects in words. */
final class AttributionText {
  private AttributionText() {}

  static void write(AttributionReport report, PrintWriter out) {
    out.println((report.accepted() + report.rejected()) + " rows read = " + report.accepted()
        + " accepted + " + report.rejected() + " rejected");
    out.println(Figures.of(report.paths().journeys()) + " journeys, "
        + Figures.of(report.paths().conversions()) + " conversions");
    report.choice().ifPresent(choice -> choice(choice, out));
    if (report.isAuto() && report.choice().isEmpty()) {
      out.println(
          "Too few journeys with and without a conversion to choose an order; order 1 it is.");
    }
    report
        .effects()
        .ifPresentOrElse(
            effects -> effects(effects, report.credits(), out),
            () -> out.println("Nothing converted; there is nothing to divide."));
  }

  private static void choice(OrderChoice choice, PrintWriter out) {
    out.println("Order" + Figures.right("places", 9) + Figures.right("AUC", 8)
        + Figures.right("error", 8) + Figures.right("unseen", 9));
    for (OrderChoice.Tried one : choice.tried()) {
      out.println(Figures.right(String.valueOf(one.order()), 5)
          + Figures.right(Figures.of(one.places()), 9)
          + Figures.right(decimal(one.auc(), 3), 8)
          + Figures.right(decimal(one.standardError(), 3), 8)
          + Figures.right(Texts.percent(one.unseen()), 9)
          + (one.equals(choice.chosen()) ? "  chosen" : ""));
    }
    out.println(reason(choice) + ". AUC is told of journeys that the chain has not seen, in "
        + choice.plan().parts() + " parts by seed " + choice.plan().seed() + "; 0.5 is chance.");
    if (choice.isNearChance()) {
      out.println("No order tells conversions better than chance: the path says little here.");
    }
    if (choice.tried().size() < choice.plan().most()) {
      out.println("Orders from " + (choice.tried().size() + 1)
          + " on would have too many places and were not tried.");
    }
  }

  private static String reason(OrderChoice choice) {
    return choice.chosen().equals(choice.best())
        ? "Order " + choice.best().order()
            + " is the best, and no smaller one is within its standard error"
        : "Order " + choice.chosen().order() + " is the smallest within one standard error of the"
            + " best, order " + choice.best().order();
  }

  private static void effects(
      RemovalEffects effects, Map<String, Credits> credits, PrintWriter out) {
    out.print(Figures.left("Touchpoint", 20));
    credits.keySet().forEach(name -> out.print(Figures.right(name, 10)));
    out.println(Figures.right("removal", 10) + Figures.right("effect", 9) + " = "
        + Figures.right("reach", 7) + " x " + Figures.right("lift", 6));
    for (RemovalEffects.Removal one : effects.removals()) {
      out.print(Figures.left(one.touchpoint().toString(), 20));
      credits
          .values()
          .forEach(credit -> out.print(Figures.right(
              decimal(credit.credits().getOrDefault(one.touchpoint(), 0.0), 2), 10)));
      out.println(Figures.right(decimal(one.credit(), 2), 10)
          + Figures.right(Texts.percent(one.effect()), 9)
          + " = " + Figures.right(Texts.percent(one.reach()), 7) + " x "
          + Figures.right(decimal(one.lift(), 2), 6));
    }
    out.println("An effect is large for what is met often; lift tells whether those who met it"
        + " converted more. Association, not cause.");
  }

  private static String decimal(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }
}
