package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.valuation.JournalEntry.Posting;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Entries in the order of their days, events and subjects, and what they come to.
 *
 * <p>Entries without postings are left out. Journals merge: in whatever order they are put
 * together, the result is the same.
 *
 * @param entries the entries
 */
public record Journal(List<JournalEntry> entries) {
  private static final Comparator<JournalEntry> ORDER = Comparator.comparing(JournalEntry::date)
      .thenComparing(JournalEntry::event)
      .thenComparing(JournalEntry::subject)
      .thenComparing(entry -> entry.postings().toString());

  /** A journal of these entries. */
  public Journal {
    entries = entries.stream()
        .filter(entry -> !entry.isEmpty())
        .sorted(ORDER)
        .collect(ImmutableList.toImmutableList());
  }

  /** A journal without entries. */
  public static Journal empty() {
    return new Journal(ImmutableList.of());
  }

  /** A journal of these entries. */
  public static Journal of(Collection<JournalEntry> entries) {
    return new Journal(ImmutableList.copyOf(entries));
  }

  /** The entries of both. */
  public Journal merge(Journal other) {
    return of(ImmutableList.<JournalEntry>builder()
        .addAll(entries)
        .addAll(requireNonNull(other, "other").entries)
        .build());
  }

  /** The entries of the days from the first, which is in it, until the second, which is not. */
  public Journal between(LocalDate from, LocalDate until) {
    return of(entries.stream()
        .filter(entry -> !entry.date().isBefore(from) && entry.date().isBefore(until))
        .toList());
  }

  /**
   * What stands on each account in a currency, debits positive; accounts that were not used are
   * absent. The sum is zero.
   */
  public ImmutableSortedMap<AccountRole, ExactMoney> balances(String currency) {
    TreeMap<AccountRole, ExactMoney> balances = new TreeMap<>();
    for (JournalEntry entry : entries) {
      for (Posting posting : entry.postings()) {
        if (posting.amount().currency().equals(currency)) {
          balances.merge(posting.role(), posting.asDebit(), ExactMoney::plus);
        }
      }
    }
    return ImmutableSortedMap.copyOfSorted(balances);
  }

  /** What stands on one account in a currency, debits positive. */
  public ExactMoney balance(AccountRole role, String currency) {
    return balances(currency).getOrDefault(role, ExactMoney.zero(currency));
  }
}
