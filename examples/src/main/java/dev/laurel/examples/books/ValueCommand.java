package dev.laurel.examples.books;

import dev.laurel.core.basket.PricedReward;
import dev.laurel.core.basket.RewardBasket;
import dev.laurel.core.basket.RewardChooser;
import dev.laurel.core.basket.RewardChooser.Repetition;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.redemption.Order;
import dev.laurel.core.redemption.OrderLine;
import dev.laurel.core.redemption.RedemptionDecision;
import dev.laurel.core.redemption.RedemptionQuote;
import dev.laurel.core.redemption.RedemptionTerms;
import dev.laurel.core.redemption.Refundable;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel value}: what points pay, what comes back, what to spend them on. */
@Command(
    name = "value",
    mixinStandardHelpOptions = true,
    description = {
      "Quotes an order paid with points, refunds a line of it, and chooses rewards for the balance.",
      "200 points are EUR 1.00."
    })
public final class ValueCommand implements Callable<Integer> {
  private static final PointType POINTS = PointType.redeemable("points", "Points");

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--line",
      paramLabel = "EUR",
      description = "The price of goods; repeatable. 40.00, 35.00 and 45.00 if left out.")
  private List<String> lines = new ArrayList<>();

  @Option(
      names = "--other",
      paramLabel = "EUR",
      defaultValue = "29.99",
      description = "Tax and fees, which points do not pay.")
  private String other;

  @Option(names = "--balance", defaultValue = "18430", description = "The points at hand.")
  private long balance;

  @Option(names = "--minimum", defaultValue = "1000", description = "The fewest points.")
  private long minimum;

  @Option(names = "--step", defaultValue = "500", description = "Points go in multiples of this.")
  private long step;

  @Option(
      names = "--share",
      paramLabel = "PERCENT",
      defaultValue = "50",
      description = "The largest part of the goods that points may pay.")
  private long share;

  @Option(names = "--points", description = "How many points are asked for; the most if left out.")
  private @Nullable Long requested;

  @Option(
      names = "--refund",
      paramLabel = "LINE",
      defaultValue = "2",
      description = "The line that comes back, counted from 1.")
  private int refund;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      RedemptionQuote quote = quote(out);
      printRefund(out, quote);
      printRewards(out, POINTS.points(balance));
    } catch (InvalidValueException failure) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), failure.code() + ": " + failure.getMessage());
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private RedemptionQuote quote(PrintWriter out) {
    RedemptionTerms terms = RedemptionTerms.builder()
        .rate(PointRate.of(POINTS.points(200), eur("1.00")))
        .minimum(POINTS.points(minimum))
        .step(POINTS.points(step))
        .maximumShare(Ratio.of(share, 100))
        .build();
    Points has = POINTS.points(balance);
    RedemptionQuote quote = terms.quote(order(), has);
    if (requested != null) {
      RedemptionDecision decision = terms.decide(order(), has, POINTS.points(requested));
      if (decision instanceof RedemptionDecision.Accepted accepted) {
        quote = accepted.quote();
      } else if (decision instanceof RedemptionDecision.Refused refused) {
        out.println("Refused: " + Text.words(refused.reason()) + "; the most would be");
      }
    }
    print(out, quote);
    return quote;
  }

  private Order order() {
    List<OrderLine> all = new ArrayList<>();
    List<String> goods = lines.isEmpty() ? List.of("40.00", "35.00", "45.00") : lines;
    goods.forEach(price -> all.add(OrderLine.goods(eur(price))));
    all.add(OrderLine.of(OrderLine.Kind.FEE, eur(other)));
    return new Order(all);
  }

  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  private static void print(PrintWriter out, RedemptionQuote quote) {
    out.println("Quote");
    Text.row(out, "points", Figures.of(quote.points().units()));
    Text.row(out, "value, EUR", Text.amount(quote.value()));
    Text.row(out, "cash, EUR", Text.amount(quote.cash()));
    Text.row(out, "value and cash, EUR", Text.amount(quote.gross()));
    quote.reason().ifPresent(reason -> Text.row(out, "nothing, because", Text.words(reason)));
    for (RedemptionQuote.Limit limit : quote.limits()) {
      String mark = limit.equals(quote.binding()) ? "limit, the narrowest: " : "limit: ";
      Text.row(out, mark + Text.words(limit.kind()), Figures.of(limit.most().units()));
    }
    for (RedemptionQuote.LineShare line : quote.shares()) {
      Text.row(
          out,
          "line " + (line.line() + 1) + ": " + Figures.of(line.points().units()) + " points for",
          Text.amount(line.value()));
    }
  }

  private void printRefund(PrintWriter out, RedemptionQuote quote) {
    Refundable.Refund back = quote.refundable().refund(refund - 1);
    out.println();
    out.println("Refund of line " + refund);
    Text.row(out, "points", Figures.of(back.points().units()));
    Text.row(out, "cash, EUR", Text.amount(back.cash()));
  }

  private static void printRewards(PrintWriter out, Points balance) {
    RewardChooser chooser = RewardChooser.of(List.of(
        reward("wash", 5_000, "22"),
        reward("mats", 10_000, "50"),
        reward("service", 12_000, "66"),
        reward("weekend", 25_000, "130"),
        reward("coffee", 3_000, "12")));
    out.println();
    out.println("Rewards for " + Figures.of(balance.units()) + " points");
    print(out, "each once", chooser.best(balance, Repetition.ONCE));
    print(out, "repeatable", chooser.best(balance, Repetition.REPEATABLE));
    print(out, "greedy, once", chooser.greedy(balance, Repetition.ONCE));
  }

  private static PricedReward reward(String id, long price, String value) {
    return PricedReward.of(Sku.of(id), POINTS.points(price), eur(value));
  }

  private static void print(PrintWriter out, String label, RewardBasket basket) {
    String items = basket.items().stream()
        .map(item -> item.count() + " " + item.reward().id())
        .collect(Collectors.joining(", "));
    Text.row(out, label + ": " + items, Text.amount(basket.value()));
  }
}
