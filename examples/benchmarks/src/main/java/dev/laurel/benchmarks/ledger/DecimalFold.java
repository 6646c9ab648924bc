package dev.laurel.benchmarks.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** What business code looks like: names as text, amounts as decimals, instants. */
final class DecimalFold implements Contender {
  private static final class Lot {
    private final Instant expiresAt;
    private BigDecimal points;

    Lot(Instant expiresAt, BigDecimal points) {
      this.expiresAt = expiresAt;
      this.points = points;
    }
  }

  private static final class Account {
    private final ArrayDeque<Lot> lots = new ArrayDeque<>();
    private BigDecimal available = BigDecimal.ZERO;

    void expire(Instant at) {
      while (!lots.isEmpty() && !lots.getFirst().expiresAt.isAfter(at)) {
        available = available.subtract(lots.removeFirst().points);
      }
    }

    void earn(Instant expiresAt, BigDecimal points) {
      lots.addLast(new Lot(expiresAt, points));
      available = available.add(points);
    }

    boolean burn(BigDecimal points) {
      if (points.compareTo(available) > 0) {
        return false;
      }
      available = available.subtract(points);
      BigDecimal open = points;
      while (open.signum() > 0) {
        Lot lot = lots.getFirst();
        BigDecimal part = open.min(lot.points);
        lot.points = lot.points.subtract(part);
        open = open.subtract(part);
        if (lot.points.signum() == 0) {
          lots.removeFirst();
        }
      }
      return true;
    }
  }

  private static final Duration VALIDITY = Duration.ofDays(Operations.VALIDITY + 1L);

  private final String[] names;

  DecimalFold(int accounts) {
    names = new String[accounts];
    for (int i = 0; i < accounts; i++) {
      names[i] = "member-" + i;
    }
  }

  @Override
  public Outcome fold(Operations operations) {
    Map<String, Account> accounts = new HashMap<>();
    long refused = 0;
    BigDecimal asked = BigDecimal.ZERO;
    for (int i = 0; i < operations.size(); i++) {
      Account account =
          accounts.computeIfAbsent(names[operations.account(i)], key -> new Account());
      Instant at = start(operations.day(i));
      BigDecimal points = BigDecimal.valueOf(operations.points(i), 2);
      account.expire(at);
      switch (operations.kind(i)) {
        case EARN -> account.earn(at.plus(VALIDITY), points);
        case BURN -> refused += account.burn(points) ? 0 : 1;
        case ASK -> asked = asked.max(account.available);
      }
    }
    BigDecimal balances = BigDecimal.ZERO;
    for (Account account : accounts.values()) {
      account.expire(start(operations.end()));
      balances = balances.add(account.available);
    }
    return new Outcome(
        balances.movePointRight(2).longValueExact(), asked.signum() < 0 ? -1 : refused);
  }

  private static Instant start(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
