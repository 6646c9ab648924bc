package dev.laurel.core.ledger;

import com.google.common.collect.Iterators;
import dev.laurel.core.identity.LotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A book of many lots: a tree of them by name, and one for each question.
 *
 * <p>Lots that live by activity have a queue of their own, since one date is theirs all and moves
 * often; burning merges the two queues.
 */
final class ManyLots extends LotBook {
  private final TreePMap<LotId, Lot> lots;
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

  private ManyLots(
      BurnOrder order,
      int few,
      TreePMap<LotId, Lot> lots,
      TreePMap<BurnKey, LotId> dated,
      TreePMap<BurnKey, LotId> active,
      TreePMap<Due, LotId> expiries,
      TreePMap<Due, LotId> activations) {
    super(order, few);
    this.lots = lots;
    this.dated = dated;
    this.active = active;
    this.expiries = expiries;
    this.activations = activations;
  }

  static ManyLots none(BurnOrder order, int few) {
    return new ManyLots(
        order,
        few,
        TreePMap.empty(),
        TreePMap.empty(order.comparator()),
        TreePMap.empty(order.comparator()),
        TreePMap.empty(),
        TreePMap.empty());
  }

  /**
   * The book lies flat again only once it has half as many lots as may lie flat, so that an account
   * at the limit does not change its form with each command.
   */
  @Override
  LotBook with(Lot lot) {
    ManyLots book = changed(lot);
    return book.lots.size() > few / 2 ? book : FewLots.of(order, few, book.lots.values());
  }

  ManyLots changed(Lot lot) {
    Lot before = lots.get(lot.id());
    Lot after = lot.isClosed() ? null : lot;
    return new ManyLots(
        order,
        few,
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
    return lot != null && isUsable(lot) && !livesByActivity(lot) ? key(lot, Instant.MAX) : null;
  }

  private static @Nullable BurnKey activeKey(@Nullable Lot lot) {
    return lot != null && livesByActivity(lot) ? key(lot, Instant.MAX) : null;
  }

  private static @Nullable Due expiryDue(@Nullable Lot lot) {
    return lot == null ? null : due(expiryOf(lot), lot);
  }

  private static @Nullable Due activationDue(@Nullable Lot lot) {
    return lot == null ? null : due(activationOf(lot), lot);
  }

  private static @Nullable Due due(@Nullable Instant at, Lot lot) {
    return at == null ? null : new Due(at, lot.id());
  }

  @Override
  Collection<Lot> lots() {
    return lots.values();
  }

  @Override
  int size() {
    return lots.size();
  }

  @Override
  @Nullable
  Lot get(LotId lot) {
    return lots.get(lot);
  }

  @Override
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

  @Override
  Iterator<Lot> livingByActivity() {
    return Iterators.transform(active.values().iterator(), this::known);
  }

  @Override
  List<Lot> expiringBy(Instant instant) {
    return dueBy(expiries, instant);
  }

  @Override
  List<Lot> activatingBy(Instant instant) {
    List<Lot> due = dueBy(activations, instant);
    due.sort(BY_NAME);
    return due;
  }

  private List<Lot> dueBy(TreePMap<Due, LotId> index, Instant instant) {
    List<Lot> due = new ArrayList<>();
    for (Map.Entry<Due, LotId> entry : index.entrySet()) {
      if (entry.getKey().at().isAfter(instant)) {
        break;
      }
      due.add(known(entry.getValue()));
    }
    return due;
  }

  @Override
  @Nullable
  Instant nextExpiry() {
    return first(expiries);
  }

  @Override
  @Nullable
  Instant nextActivation() {
    return first(activations);
  }

  private static @Nullable Instant first(TreePMap<Due, LotId> index) {
    return index.isEmpty() ? null : index.firstKey().at();
  }

  private Lot known(LotId lot) {
    return Objects.requireNonNull(lots.get(lot), "lot");
  }
}
