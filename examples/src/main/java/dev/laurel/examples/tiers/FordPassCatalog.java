package dev.laurel.examples.tiers;

import dev.laurel.core.identity.Category;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.redemption.Order;
import dev.laurel.core.redemption.OrderLine;
import dev.laurel.core.redemption.RedemptionDecision;
import dev.laurel.core.redemption.RedemptionQuote;
import dev.laurel.core.redemption.RedemptionTerms;
import java.util.Locale;
import java.util.Optional;

/**
 * What points of a carmaker's program pay, each on terms of its own: a service, an accessory, a
 * part of the down payment on the next car. 200 points are USD 1.00 everywhere; the limits are
 * invented.
 */
final class FordPassCatalog {
  /** What points may pay. */
  enum Way {
    /** A service at the dealer's, without its tax. */
    SERVICE,
    /** An accessory, from 1,000 points on and in hundreds. */
    ACCESSORY,
    /** The down payment on a car, in thousands and at most USD 1,000. */
    DOWN_PAYMENT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private FordPassCatalog() {}

  static RedemptionTerms terms(Way way) {
    RedemptionTerms.Builder terms = RedemptionTerms.builder();
    terms.rate(FordPass.WORTH);
    return switch (way) {
      case SERVICE -> terms.build();
      case ACCESSORY ->
        terms
            .minimum(FordPass.POINTS.points(1_000))
            .step(FordPass.POINTS.points(100))
            .build();
      case DOWN_PAYMENT ->
        terms.step(FordPass.POINTS.points(1_000)).maximumMoney(usd("1000.00")).build();
    };
  }

  /** An order of one thing and its tax. */
  static Order order(Way way, String price, String tax) {
    Category category = Category.of(way.toString().replace(' ', '-'));
    return Order.of(
        new OrderLine(OrderLine.Kind.GOODS, Optional.of(category), usd(price)),
        new OrderLine(OrderLine.Kind.TAX, Optional.of(category), usd(tax)));
  }

  /** The most that points pay of an order, in a line. */
  static String best(Way way, Order order, Points balance) {
    RedemptionQuote quote = terms(way).quote(order, balance);
    return "  of the " + way + " for " + quote.gross() + " at most " + told(quote) + ", by the "
        + quote.binding().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "\n";
  }

  /** What came of so many points for an order, in a line. */
  static String told(Way way, Points points, RedemptionDecision decision) {
    return decision instanceof RedemptionDecision.Refused refused
        ? "  " + points.units() + " points for the " + way + ": refused, " + refused.reason() + "\n"
        : "  " + told(((RedemptionDecision.Accepted) decision).quote()) + " for the " + way + "\n";
  }

  private static String told(RedemptionQuote quote) {
    return quote.points().units() + " points pay " + quote.value() + ", and " + quote.cash()
        + " is paid";
  }

  private static ExactMoney usd(String amount) {
    return ExactMoney.parse("USD " + amount);
  }
}
