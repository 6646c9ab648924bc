package dev.laurel.core.ledger;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The open lots that a selection means, in order of their names; none if one that it names is not
 * open.
 */
final class Selections {
  private Selections() {}

  static List<Lot> of(LotSelection selection, AccountWriter account) {
    return selection.match(
        named -> named(named.lots(), account),
        earned -> account
            .memory
            .accrual(earned.source())
            .map(a -> open(a.lots(), account))
            .orElse(ImmutableList.of()),
        waiting -> waiting(waiting.key(), account),
        expiring -> expiring(expiring.span(), account),
        all -> ImmutableList.copyOf(account.book().lots()));
  }

  private static List<Lot> named(Collection<LotId> names, AccountWriter account) {
    List<Lot> lots = open(names, account);
    return lots.size() == names.size() ? lots : ImmutableList.of();
  }

  private static List<Lot> open(Collection<LotId> names, AccountWriter account) {
    List<Lot> lots = new ArrayList<>();
    for (LotId name : ImmutableList.sortedCopyOf(names)) {
      Lot lot = account.book().get(name);
      if (lot != null) {
        lots.add(lot);
      }
    }
    return lots;
  }

  private static List<Lot> waiting(String key, AccountWriter account) {
    Activation.OnEvent awaited = new Activation.OnEvent(key);
    return where(account, lot -> lot.pending() && lot.activation().equals(awaited));
  }

  private static List<Lot> expiring(Span span, AccountWriter account) {
    return where(account, lot -> {
      Instant expiry = LotBook.expiryOf(lot);
      return expiry != null && span.contains(expiry);
    });
  }

  private static List<Lot> where(AccountWriter account, Predicate<Lot> which) {
    return account.book().lots().stream().filter(which).collect(ImmutableList.toImmutableList());
  }
}
