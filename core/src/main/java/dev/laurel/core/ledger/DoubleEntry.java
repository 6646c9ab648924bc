package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger's entries as an accountant reads them: every entry moves points between books, and its
 * lines add up to zero.
 */
public final class DoubleEntry {
  private DoubleEntry() {}

  /** A book; the first four are where points come from and stand negative. */
  public enum Book {
    /** Points issued for activities. */
    ACCRUED,
    /** Points that came from other members. */
    TRANSFERRED_IN,
    /** Points given back after expiry. */
    REINSTATED,
    /** Points credited by hand. */
    ADJUSTED_UP,
    /** What members owe; stands negative. */
    DEBT,
    /** What members can spend. */
    AVAILABLE,
    /** What members will be able to spend. */
    PENDING,
    /** What is set aside. */
    HELD,
    /** What was spent. */
    REDEEMED,
    /** What time took. */
    EXPIRED,
    /** What was taken back. */
    REVERSED,
    /** What was lost with an account. */
    FORFEITED,
    /** What went to other members. */
    TRANSFERRED_OUT,
    /** What was debited by hand. */
    ADJUSTED_DOWN
  }

  /**
   * The lines of one entry, in the smallest units; books that it does not touch are absent.
   *
   * @param entry the entry
   * @param lines the change of each book
   */
  public record Posting(LedgerEntry entry, Map<Book, Long> lines) {
    /** A posting of these parts. */
    public Posting {
      requireNonNull(entry, "entry");
      lines = Maps.immutableEnumMap(lines);
    }

    /** The sum of the lines, which is zero. */
    public long sum() {
      return lines.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The postings of entries that follow on an account. */
  public static List<Posting> postings(
      Ledger ledger, PointsAccount before, List<LedgerEntry> entries) {
    ImmutableList.Builder<Posting> postings = ImmutableList.builder();
    PointsAccount account = before;
    for (LedgerEntry entry : entries) {
      PointsAccount next = ledger.evolve(account, entry);
      postings.add(
          new Posting(entry, difference(balances(account.totals()), balances(next.totals()))));
      account = next;
    }
    return postings.build();
  }

  private static Map<Book, Long> difference(Map<Book, Long> before, Map<Book, Long> after) {
    EnumMap<Book, Long> lines = new EnumMap<>(Book.class);
    after.forEach((book, units) -> {
      long change = units - before.getOrDefault(book, 0L);
      if (change != 0) {
        lines.put(book, change);
      }
    });
    return lines;
  }

  /** What stands in each book of one account; the sum is zero. */
  public static Map<Book, Long> balances(AccountTotals totals) {
    EnumMap<Book, Long> books = new EnumMap<>(Book.class);
    books.put(Book.ACCRUED, -totals.accrued());
    books.put(Book.TRANSFERRED_IN, -totals.transferredIn());
    books.put(Book.REINSTATED, -totals.reinstated());
    books.put(Book.ADJUSTED_UP, -totals.adjustedUp());
    books.put(Book.DEBT, -totals.debt());
    books.put(Book.AVAILABLE, totals.available());
    books.put(Book.PENDING, totals.pending());
    books.put(Book.HELD, totals.held());
    books.put(Book.REDEEMED, totals.redeemed());
    books.put(Book.EXPIRED, totals.expired());
    books.put(Book.REVERSED, totals.reversed());
    books.put(Book.FORFEITED, totals.forfeited());
    books.put(Book.TRANSFERRED_OUT, totals.transferredOut());
    books.put(Book.ADJUSTED_DOWN, totals.adjustedDown());
    return Maps.immutableEnumMap(books);
  }
}
