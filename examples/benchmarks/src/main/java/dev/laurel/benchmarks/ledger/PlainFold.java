package dev.laurel.benchmarks.ledger;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** What one writes by hand when in a hurry to be fast: a map of queues of small objects. */
final class PlainFold {
  private static final class Lot {
    private final int lastDay;
    private long points;

    Lot(int lastDay, long points) {
      this.lastDay = lastDay;
      this.points = points;
    }
  }

  private static final class Account {
    private final ArrayDeque<Lot> lots = new ArrayDeque<>();
    private long available;

    void expire(int day) {
      while (!lots.isEmpty() && lots.getFirst().lastDay < day) {
        available -= lots.removeFirst().points;
      }
    }

    void earn(int lastDay, long points) {
      lots.addLast(new Lot(lastDay, points));
      available += points;
    }

    boolean burn(long points) {
      if (points > available) {
        return false;
      }
      available -= points;
      long open = points;
      while (open > 0) {
        Lot lot = lots.getFirst();
        long part = Math.min(open, lot.points);
        lot.points -= part;
        open -= part;
        if (lot.points == 0) {
          lots.removeFirst();
        }
      }
      return true;
    }
  }

  private PlainFold() {}

  static Contender.Outcome fold(Operations operations) {
    Map<Integer, Account> accounts = new HashMap<>();
    long refused = 0;
    long asked = 0;
    for (int i = 0; i < operations.size(); i++) {
      Account account = accounts.computeIfAbsent(operations.account(i), key -> new Account());
      int day = operations.day(i);
      account.expire(day);
      switch (operations.kind(i)) {
        case EARN -> account.earn(day + Operations.VALIDITY, operations.points(i));
        case BURN -> refused += account.burn(operations.points(i)) ? 0 : 1;
        case ASK -> asked += account.available;
      }
    }
    long balances = 0;
    for (Account account : accounts.values()) {
      account.expire(operations.end());
      balances += account.available;
    }
    return new Contender.Outcome(balances, asked < 0 ? -1 : refused);
  }
}
