package dev.laurel.examples.cli;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.DoubleEntry;
import dev.laurel.core.ledger.DoubleEntry.Book;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.program.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How one account came to stand where it stands: each movement, what it changed, and what could be
 * spent afterwards.
 *
 * <p>What time has done since the last entry is the last movement, without a cause; so the changes
 * always add up to the balance of the statement.
 */
final class History {
  /**
   * One movement.
   *
   * @param at when
   * @param cause the event or request, or empty for the passing of time
   * @param changes what changed in each book, in smallest units; what came in counts below zero
   * @param available what could be spent afterwards
   */
  record Movement(Instant at, String cause, Map<Book, Long> changes, long available) {
    /** By how much more, or less, could be spent. */
    long change() {
      return changes.getOrDefault(Book.AVAILABLE, 0L);
    }
  }

  private History() {}

  /** The movements of an account up to its statement. */
  static List<Movement> of(RunResult result, Statement statement, Statement.Account account) {
    Ledger ledger = result.program().ledger(account.type());
    List<LedgerEntry> entries = result.answers().entries(statement.member(), account.type());
    List<Movement> movements = new ArrayList<>();
    Map<Book, Long> sums = new EnumMap<>(Book.class);
    for (DoubleEntry.Posting posting :
        DoubleEntry.postings(ledger, ledger.open(statement.member(), account.type()), entries)) {
      if (!posting.lines().isEmpty()) {
        posting.lines().forEach((book, units) -> sums.merge(book, units, Math::addExact));
        CommandId cause = posting.entry().cause();
        movements.add(
            new Movement(posting.entry().at(), cause.value(), posting.lines(), available(sums)));
      }
    }
    Map<Book, Long> since = new EnumMap<>(Book.class);
    DoubleEntry.balances(account.totals()).forEach((book, units) -> {
      long change = units - sums.getOrDefault(book, 0L);
      if (change != 0) {
        since.put(book, change);
      }
    });
    if (!since.isEmpty()) {
      movements.add(new Movement(statement.asOf(), "", since, account.totals().available()));
    }
    return Collections.unmodifiableList(movements);
  }

  private static long available(Map<Book, Long> sums) {
    return sums.getOrDefault(Book.AVAILABLE, 0L);
  }

  /** The word for more in a book, or for less. */
  static String word(Book book, boolean isMore) {
    return switch (book) {
      case ACCRUED -> isMore ? "no longer earned" : "earned";
      case TRANSFERRED_IN -> "received";
      case REINSTATED -> "reinstated";
      case ADJUSTED_UP -> "credited by hand";
      case DEBT -> isMore ? "of debt repaid" : "owed";
      case AVAILABLE -> isMore ? "to spend" : "less to spend";
      case PENDING -> isMore ? "pending" : "no longer pending";
      case HELD -> isMore ? "set aside" : "no longer set aside";
      case REDEEMED -> isMore ? "redeemed" : "given back";
      case EXPIRED -> "expired";
      case REVERSED -> "taken back";
      case FORFEITED -> "forfeited";
      case TRANSFERRED_OUT -> "given away";
      case ADJUSTED_DOWN -> "debited by hand";
    };
  }
}
