package dev.laurel.benchmarks;

import dev.laurel.benchmarks.Transaction.Category;
import dev.laurel.benchmarks.Transaction.Channel;
import dev.laurel.benchmarks.Transaction.Partner;

/** The thirteen rules as a program that nobody can change without a release: the lower bound. */
final class HandWritten implements Contender {
  private final Transaction[] transactions;

  HandWritten(Transaction[] transactions) {
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

  static long points(Transaction t) {
    // Rules 1 to 3: a point per euro, by status, and one more for fuel.
    int percent = t.getStatusPercent();
    if (t.getCategory() == Category.FUEL) {
      percent += 100;
    }
    long points = t.getCents() * percent / 10_000;
    if (t.getCategory() == Category.SERVICE) {
      points += t.getCents() * 3 / 200;
    }
    if (t.getCategory() == Category.ACCESSORIES) {
      points += t.getCents() / 2_500 * 10;
    }
    if (t.getCategory() == Category.COFFEE) {
      points += t.getQuantity() * 5L;
    }
    if (t.getWeekday() >= 6 && t.getCents() >= 5_000) {
      points += 50;
    }
    if (t.getMinuteOfDay() >= 1_020 && t.getMinuteOfDay() < 1_140) {
      points += 10;
    }
    if (t.getChannel() == Channel.APP) {
      points += 25;
    }
    if (t.getChannel() == Channel.ONLINE && t.getCents() >= 10_000) {
      points += 100;
    }
    if (t.getPartner() == Partner.HOTEL) {
      points += t.getCents() / 200;
    }
    if (t.isFirst()) {
      points += 500;
    }
    return Math.min(points, 1_500);
  }
}
