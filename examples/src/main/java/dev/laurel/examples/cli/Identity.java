package dev.laurel.examples.cli;

import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.RunTotals;
import dev.laurel.examples.output.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where points came from and where they are now, term by term, so that anybody can add them up: 120
 * earned = 100 available + 20 redeemed.
 *
 * @param in what came in, by name, in smallest units
 * @param out what is there, has gone, or is owed, by name; what is owed counts below zero
 */
record Identity(Map<String, Long> in, Map<String, Long> out) {

  static Identity of(AccountTotals totals) {
    return new Identity(
        terms(
            "earned", totals.accrued(),
            "received", totals.transferredIn(),
            "reinstated", totals.reinstated(),
            "credited by hand", totals.adjustedUp()),
        terms(
            "available", totals.available(),
            "pending", totals.pending(),
            "held", totals.held(),
            "redeemed", totals.redeemed(),
            "expired", totals.expired(),
            "reversed", totals.reversed(),
            "forfeited", totals.forfeited(),
            "given away", totals.transferredOut(),
            "debited by hand", totals.adjustedDown(),
            "owed", -totals.debt()));
  }

  static Identity of(RunTotals.Sums sums) {
    return new Identity(
        terms(
            "earned", sums.accrued(),
            "received", sums.transferredIn(),
            "reinstated", sums.reinstated(),
            "credited by hand", sums.adjustedUp()),
        terms(
            "available", sums.available(),
            "pending", sums.pending(),
            "held", sums.held(),
            "redeemed", sums.redeemed(),
            "expired", sums.expired(),
            "reversed", sums.reversed(),
            "forfeited", sums.forfeited(),
            "given away", sums.transferredOut(),
            "debited by hand", sums.adjustedDown(),
            "owed", -sums.debt()));
  }

  /** Whether the two sides are equal; they always are, and the report shows it. */
  boolean holds() {
    return sum(in) == sum(out);
  }

  /** The sentence without terms that are zero. */
  String text(PointType type) {
    return side(in, type) + (holds() ? " = " : " IS NOT ") + side(out, type);
  }

  private static String side(Map<String, Long> terms, PointType type) {
    StringBuilder text = new StringBuilder();
    terms.forEach((name, units) -> {
      if (units != 0) {
        if (!text.isEmpty()) {
          text.append(units < 0 ? " - " : " + ");
        }
        text.append(Figures.units(Math.abs(units), type)).append(' ').append(name);
      }
    });
    return text.isEmpty() ? "0" : text.toString();
  }

  private static long sum(Map<String, Long> terms) {
    return terms.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }

  private static Map<String, Long> terms(Object... namesAndUnits) {
    Map<String, Long> terms = new LinkedHashMap<>();
    for (int i = 0; i < namesAndUnits.length; i += 2) {
      terms.put((String) namesAndUnits[i], (Long) namesAndUnits[i + 1]);
    }
    return terms;
  }
}
