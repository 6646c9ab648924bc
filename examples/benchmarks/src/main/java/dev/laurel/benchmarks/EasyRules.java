package dev.laurel.benchmarks;

import dev.laurel.benchmarks.Transaction.Category;
import dev.laurel.benchmarks.Transaction.Channel;
import dev.laurel.benchmarks.Transaction.Partner;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The thirteen rules in Easy Rules, with one engine and one set of facts used again. */
final class EasyRules implements Contender {
  private static final String FACT = "transaction";

  private final RulesEngine engine = new DefaultRulesEngine();
  private final Rules rules = new Rules(
      rule(0, "status", t -> true, t -> t.multiply(t.getStatusPercent() - 100)),
      rule(1, "fuel", t -> t.getCategory() == Category.FUEL, t -> t.multiply(100)),
      rule(2, "base", t -> true, Transaction::grantBase),
      rule(
          3,
          "service",
          t -> t.getCategory() == Category.SERVICE,
          t -> t.grant(t.getCents() * 3 / 200)),
      rule(
          4,
          "accessories",
          t -> t.getCategory() == Category.ACCESSORIES,
          t -> t.grant(t.getCents() / 2_500 * 10)),
      rule(
          5, "coffee", t -> t.getCategory() == Category.COFFEE, t -> t.grant(t.getQuantity() * 5L)),
      rule(6, "weekend", t -> t.getWeekday() >= 6 && t.getCents() >= 5_000, t -> t.grant(50)),
      rule(
          7,
          "evening",
          t -> t.getMinuteOfDay() >= 1_020 && t.getMinuteOfDay() < 1_140,
          t -> t.grant(10)),
      rule(8, "app", t -> t.getChannel() == Channel.APP, t -> t.grant(25)),
      rule(
          9,
          "online",
          t -> t.getChannel() == Channel.ONLINE && t.getCents() >= 10_000,
          t -> t.grant(100)),
      rule(10, "hotel", t -> t.getPartner() == Partner.HOTEL, t -> t.grant(t.getCents() / 200)),
      rule(11, "first", Transaction::isFirst, t -> t.grant(500)),
      rule(12, "cap", t -> true, t -> t.cap(1_500)));
  private final Facts facts = new Facts();
  private final Transaction[] transactions;

  EasyRules(Transaction[] transactions) {
    this.transactions = transactions;
  }

  @Override
  public long sum(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      Transaction transaction = transactions[i];
      transaction.clear();
      facts.put(FACT, transaction);
      engine.fire(rules, facts);
      sum += transaction.points();
    }
    return sum;
  }

  private static Rule rule(
      int priority, String name, Predicate<Transaction> when, Consumer<Transaction> then) {
    return new RuleBuilder()
        .name(name)
        .priority(priority)
        .when(facts -> when.test(facts.<Transaction>get(FACT)))
        .then(facts -> then.accept(facts.<Transaction>get(FACT)))
        .build();
  }
}
