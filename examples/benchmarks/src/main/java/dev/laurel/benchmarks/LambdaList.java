package dev.laurel.benchmarks;

import dev.laurel.benchmarks.Transaction.Category;
import dev.laurel.benchmarks.Transaction.Channel;
import dev.laurel.benchmarks.Transaction.Partner;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Rules as a list of lambdas: the first design that comes to mind. */
final class LambdaList implements Contender {
  private record Multiplier(Predicate<Transaction> when, ToLongFunction<Transaction> percent) {}

  private record Bonus(Predicate<Transaction> when, ToLongFunction<Transaction> points) {}

  private final List<Multiplier> multipliers = List.of(
      new Multiplier(t -> true, Transaction::getStatusPercent),
      new Multiplier(t -> t.getCategory() == Category.FUEL, t -> 100));
  private final List<Bonus> bonuses = List.of(
      new Bonus(t -> t.getCategory() == Category.SERVICE, t -> t.getCents() * 3 / 200),
      new Bonus(t -> t.getCategory() == Category.ACCESSORIES, t -> t.getCents() / 2_500 * 10),
      new Bonus(t -> t.getCategory() == Category.COFFEE, t -> t.getQuantity() * 5L),
      new Bonus(t -> t.getWeekday() >= 6 && t.getCents() >= 5_000, t -> 50),
      new Bonus(t -> t.getMinuteOfDay() >= 1_020 && t.getMinuteOfDay() < 1_140, t -> 10),
      new Bonus(t -> t.getChannel() == Channel.APP, t -> 25),
      new Bonus(t -> t.getChannel() == Channel.ONLINE && t.getCents() >= 10_000, t -> 100),
      new Bonus(t -> t.getPartner() == Partner.HOTEL, t -> t.getCents() / 200),
      new Bonus(Transaction::isFirst, t -> 500));
  private final long cap = 1_500;

  private final Transaction[] transactions;

  LambdaList(Transaction[] transactions) {
    this.transactions = transactions;
  }

  @Override
  public long sum(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      sum += points(transactions[i]);
    }
    return sum;
  }

  private long points(Transaction t) {
    long percent = 0;
    for (Multiplier multiplier : multipliers) {
      if (multiplier.when().test(t)) {
        percent += multiplier.percent().applyAsLong(t);
      }
    }
    long points = t.getCents() * percent / 10_000;
    for (Bonus bonus : bonuses) {
      if (bonus.when().test(t)) {
        points += bonus.points().applyAsLong(t);
      }
    }
    return Math.min(points, cap);
  }
}
