package dev.laurel.core.ledger;

import com.google.common.collect.Iterators;
import dev.laurel.core.identity.LotId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The open lots of an account, with the indexes that make each question cost the logarithm of their
 * number: which is burned next, which expires next, which activates next.
 *
 * <p>Lots that live by activity have a queue of their own, since one date is theirs all and moves
 * often; burning merges the two queues.
 */
final class LotBook {
  final BurnOrder order;
  final TreePMap<LotId, Lot> lots;
  private final TreePMap<BurnKey, LotId> dated;
  private final TreePMap<BurnKey, LotId> active;
  private final TreePMap<Due, LotId> expiries;
  private final TreePMap<Due, LotId> activations;

  /** A lot and the instant at which time does something to it; in order of time, then of name. */
  private record Due(Instant at, LotId lot) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? lot.compareTo(other.lot) : byTime;
    }
  }

  private LotBook(
      BurnOrder order,
      TreePMap<LotId, Lot> lots,
      TreePMap<BurnKey, LotId> dated,
      TreePMap<BurnKey, LotId> active,
      TreePMap<Due, LotId> expiries,
      TreePMap<Due, LotId> activations) {
    this.order = order;
    this.lots = lots;
    this.dated = dated;
    this.active = active;
    this.expiries = expiries;
    this.activations = activations;
  }

  static LotBook empty(BurnOrder order) {
    return new LotBook(
        order,
        TreePMap.empty(),
        TreePMap.empty(order.comparator()),
        TreePMap.empty(order.comparator()),
        TreePMap.empty(),
        TreePMap.empty());
  }

  /** The same lots in another burn order. */
  LotBook ordered(BurnOrder other) {
    if (other == order) {
      return this;
    }
    LotBook book = empty(other);
    for (Lot lot : lots.values()) {
      book = book.with(lot);
    }
    return book;
  }

  /** The book with this lot as it is now; a closed lot leaves it. */
  LotBook with(Lot lot) {
    Lot before = lots.get(lot.id());
    Lot after = lot.isClosed() ? null : lot;
    return new LotBook(
        order,
        after == null ? lots.minus(lot.id()) : lots.plus(lot.id(), after),
        moved(dated, datedKey(before), datedKey(after), lot.id()),
        moved(active, activeKey(before), activeKey(after), lot.id()),
        moved(expiries, expiryDue(before), expiryDue(after), lot.id()),
        moved(activations, activationDue(before), activationDue(after), lot.id()));
  }

  private static <K> TreePMap<K, LotId> moved(
      TreePMap<K, LotId> index, @Nullable K before, @Nullable K after, LotId lot) {
    if (Objects.equals(before, after)) {
      return index;
    }
    TreePMap<K, LotId> without = before == null ? index : index.minus(before);
    return after == null ? without : without.plus(after, lot);
  }

  private static @Nullable BurnKey datedKey(@Nullable Lot lot) {
    return lot != null && isUsable(lot) && !(lot.expiry() instanceof LotExpiry.WithActivity)
        ? key(lot)
        : null;
  }

  private static @Nullable BurnKey activeKey(@Nullable Lot lot) {
    return lot != null && isUsable(lot) && lot.expiry() instanceof LotExpiry.WithActivity
        ? key(lot)
        : null;
  }

  private static @Nullable Due expiryDue(@Nullable Lot lot) {
    return lot != null && !lot.remaining().isZero() && lot.expiry() instanceof LotExpiry.At at
        ? new Due(at.instant(), lot.id())
        : null;
  }

  private static @Nullable Due activationDue(@Nullable Lot lot) {
    return lot != null && lot.pending() && lot.activation() instanceof Activation.At at
        ? new Due(at.instant(), lot.id())
        : null;
  }

  private static boolean isUsable(Lot lot) {
    return !lot.pending() && !lot.remaining().isZero();
  }

  private static BurnKey key(Lot lot) {
    Instant end = lot.expiry() instanceof LotExpiry.At at ? at.instant() : Instant.MAX;
    return new BurnKey(end, lot.earnedAt(), lot.id());
  }

  Optional<Lot> find(LotId lot) {
    return Optional.ofNullable(lots.get(lot));
  }

  /** The usable lots in burn order; those that live by activity end at the given instant. */
  Iterator<Lot> inBurnOrder(Optional<Instant> inactiveFrom) {
    if (active.isEmpty()) {
      return Iterators.transform(dated.values().iterator(), this::known);
    }
    Instant end = inactiveFrom.orElse(Instant.MAX);
    Iterator<BurnKey> activeKeys = Iterators.transform(
        active.keySet().iterator(), key -> new BurnKey(end, key.earnedAt(), key.lot()));
    Iterator<BurnKey> merged =
        Iterators.mergeSorted(List.of(dated.keySet().iterator(), activeKeys), order.comparator());
    return Iterators.transform(merged, key -> known(key.lot()));
  }

  /** The burn order as an order of lots; those that live by activity end at the given instant. */
  Comparator<Lot> comparator(Optional<Instant> inactiveFrom) {
    Instant end = inactiveFrom.orElse(Instant.MAX);
    return Comparator.comparing(
        lot -> lot.expiry() instanceof LotExpiry.WithActivity
            ? new BurnKey(end, lot.earnedAt(), lot.id())
            : key(lot),
        order.comparator());
  }

  /** The usable lots that live by activity. */
  Iterator<Lot> livingByActivity() {
    return Iterators.transform(active.values().iterator(), this::known);
  }

  /** The lots with something left, pending ones included, in the order of their dates. */
  Iterator<Lot> byExpiry() {
    return Iterators.transform(expiries.values().iterator(), this::known);
  }

  /** The pending lots that activate by themselves, in that order. */
  Iterator<Lot> byActivation() {
    return Iterators.transform(activations.values().iterator(), this::known);
  }

  /** The next date. */
  Optional<Instant> nextExpiry() {
    return first(expiries);
  }

  /** The next activation that needs nobody. */
  Optional<Instant> nextActivation() {
    return first(activations);
  }

  private static Optional<Instant> first(TreePMap<Due, LotId> index) {
    return index.isEmpty() ? Optional.empty() : Optional.of(index.firstKey().at());
  }

  private Lot known(LotId lot) {
    return Objects.requireNonNull(lots.get(lot), "lot");
  }
}
