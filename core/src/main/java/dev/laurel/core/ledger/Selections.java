package dev.laurel.core.ledger;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.LotId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

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
        expiring -> expiring(expiring, account),
        all -> ImmutableList.sortedCopyOf(
            Comparator.comparing(Lot::id), account.book().lots.values()));
  }

  private static List<Lot> named(Collection<LotId> names, AccountWriter account) {
    List<Lot> lots = open(names, account);
    return lots.size() == names.size() ? lots : ImmutableList.of();
  }

  private static List<Lot> open(Collection<LotId> names, AccountWriter account) {
    return names.stream()
        .sorted()
        .map(account.book()::find)
        .flatMap(Optional::stream)
        .collect(ImmutableList.toImmutableList());
  }

  private static List<Lot> waiting(String key, AccountWriter account) {
    Activation.OnEvent awaited = new Activation.OnEvent(key);
    return account.book().lots.values().stream()
        .filter(lot -> lot.pending() && lot.activation().equals(awaited))
        .sorted(Comparator.comparing(Lot::id))
        .collect(ImmutableList.toImmutableList());
  }

  private static List<Lot> expiring(LotSelection.ExpiringIn selection, AccountWriter account) {
    List<Lot> lots = new ArrayList<>();
    Iterator<Lot> dated = account.book().byExpiry();
    while (dated.hasNext()) {
      Lot lot = dated.next();
      if (lot.expiry() instanceof LotExpiry.At at && selection.span().contains(at.instant())) {
        lots.add(lot);
      }
    }
    lots.sort(Comparator.comparing(Lot::id));
    return lots;
  }
}
