package dev.laurel.benchmarks.membership;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The same program as somebody would write it who needs this one and nothing else: numbers, a queue
 * of lots, no names, no reasons, no way back.
 */
final class PlainClub {
  private static final long[] NUMERATORS = {1, 6, 17};
  private static final long[] DENOMINATORS = {1, 5, 10};

  private final long[] thresholds;
  private final ArrayDeque<long[]> lots = new ArrayDeque<>();
  private int year = Doing.FIRST_YEAR;
  private int level;
  private int reviewYear;
  private long miles;
  private int visitsOfYear;
  private int visits;
  private int refused;
  private long balance;
  private long accrued;
  private long redeemed;
  private long expired;

  private PlainClub(long gold, long reserve) {
    this.thresholds = new long[] {0, gold, reserve};
  }

  static Ending fold(long gold, long reserve, List<Doing> life, int years) {
    PlainClub club = new PlainClub(gold, reserve);
    for (Doing doing : life) {
      club.advance(doing.day());
      club.take(doing);
    }
    club.advance(LocalDate.of(Doing.FIRST_YEAR + years, 1, 1));
    return new Ending(
        club.balance,
        club.accrued,
        club.redeemed,
        club.expired,
        club.level,
        club.visits,
        club.refused);
  }

  private void advance(LocalDate day) {
    while (!lots.isEmpty() && lots.peekFirst()[0] <= day.toEpochDay()) {
      long left = lots.removeFirst()[1];
      balance -= left;
      expired += left;
    }
    while (year < day.getYear()) {
      if (level > 0 && reviewYear == year) {
        while (level > 0 && miles < thresholds[level]) {
          level--;
        }
        reviewYear = year + 1;
      }
      year++;
      miles = 0;
      visitsOfYear = 0;
    }
  }

  private void take(Doing doing) {
    switch (doing.kind()) {
      case BUY -> buy(doing);
      case SPEND -> spend();
      case LOUNGE -> visit();
    }
  }

  private void buy(Doing doing) {
    long stars = doing.cents() * NUMERATORS[level] / (100 * DENOMINATORS[level]);
    accrued += stars;
    balance += stars;
    // Through the same day of the next year.
    lots.addLast(new long[] {doing.day().plusYears(1).plusDays(1).toEpochDay(), stars});
    miles += doing.cents() / 100;
    int reached = miles >= thresholds[2] ? 2 : miles >= thresholds[1] ? 1 : 0;
    if (reached > level) {
      level = reached;
      reviewYear = year + 1;
    }
  }

  private void spend() {
    if (balance < 100) {
      refused++;
      return;
    }
    long left = 100;
    while (left > 0) {
      long[] lot = lots.peekFirst();
      long taken = Math.min(left, lot[1]);
      lot[1] -= taken;
      left -= taken;
      if (lot[1] == 0) {
        lots.removeFirst();
      }
    }
    balance -= 100;
    redeemed += 100;
  }

  private void visit() {
    if (level == 0 || visitsOfYear == 2) {
      refused++;
    } else {
      visitsOfYear++;
      visits++;
    }
  }
}
