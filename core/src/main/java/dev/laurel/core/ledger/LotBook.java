package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Iterables;
import dev.laurel.core.identity.LotId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open lots of an account, and which of them is burned next, expires next, activates next.
 *
 * <p>Most accounts have few open lots, and those lie in one array that is looked through; above a
 * limit they lie in trees, where each question costs the logarithm of their number. Nothing but the
 * cost tells the two forms apart, and books of the same lots are equal in either.
 */
abstract sealed class LotBook permits FewLots, ManyLots {
  /** The most lots that lie flat: with more, a command on trees is measured to be the faster. */
  static final int FEW = 64;

  static final Comparator<Lot> BY_NAME = Comparator.comparing(Lot::id);

  /** The order of the dates of lots that have one, then of names. */
  static final Comparator<Lot> BY_EXPIRY = Comparator.<Lot, Instant>comparing(
          lot -> requireNonNull(expiryOf(lot), "expiry"))
      .thenComparing(Lot::id);

  final BurnOrder order;
  final int few;

  LotBook(BurnOrder order, int few) {
    this.order = order;
    this.few = few;
  }

  static LotBook empty(BurnOrder order) {
    return empty(order, FEW);
  }

  static LotBook empty(BurnOrder order, int few) {
    return FewLots.none(order, few);
  }

  /** The open lots in order of their names. */
  abstract Collection<Lot> lots();

  /** How many lots are open. */
  abstract int size();

  abstract @Nullable Lot get(LotId lot);

  /** The book with this lot as it is now; a closed lot leaves it. */
  abstract LotBook with(Lot lot);

  /** The usable lots in burn order; those that live by activity end at the given instant. */
  abstract Iterator<Lot> inBurnOrder(Optional<Instant> inactiveFrom);

  /** The usable lots that live by activity, in burn order. */
  abstract Iterator<Lot> livingByActivity();

  /**
   * The lots with something left, pending ones included, whose date has come by an instant; in
   * order of the dates, then of names.
   */
  abstract List<Lot> expiringBy(Instant instant);

  /** The pending lots that have activated by themselves by an instant, in order of names. */
  abstract List<Lot> activatingBy(Instant instant);

  /** The next date, if there is one. */
  abstract @Nullable Instant nextExpiry();

  /** The next activation that needs nobody, if there is one. */
  abstract @Nullable Instant nextActivation();

  /** No lots, in the same order. */
  final LotBook cleared() {
    return empty(order, few);
  }

  /** The same lots in another burn order. */
  final LotBook ordered(BurnOrder other) {
    if (other == order) {
      return this;
    }
    LotBook book = empty(other, few);
    for (Lot lot : lots()) {
      book = book.with(lot);
    }
    return book;
  }

  /** The burn order as an order of lots; those that live by activity end at the given instant. */
  final Comparator<Lot> comparator(Optional<Instant> inactiveFrom) {
    Comparator<BurnKey> keys = order.comparator();
    Instant end = inactiveFrom.orElse(Instant.MAX);
    return (one, other) -> keys.compare(key(one, end), key(other, end));
  }

  static BurnKey key(Lot lot, Instant inactiveFrom) {
    LotExpiry expiry = lot.expiry();
    Instant end = expiry instanceof LotExpiry.At at
        ? at.instant()
        : expiry instanceof LotExpiry.WithActivity ? inactiveFrom : Instant.MAX;
    return new BurnKey(end, lot.earnedAt(), lot.id());
  }

  static boolean isUsable(Lot lot) {
    return !lot.pending() && !lot.remaining().isZero();
  }

  static boolean livesByActivity(Lot lot) {
    return isUsable(lot) && lot.expiry() instanceof LotExpiry.WithActivity;
  }

  /** The instant at which time takes what the lot has left, if there is one. */
  static @Nullable Instant expiryOf(Lot lot) {
    return lot.expiry() instanceof LotExpiry.At at && !lot.remaining().isZero()
        ? at.instant()
        : null;
  }

  /** The instant at which time makes the lot usable, if there is one. */
  static @Nullable Instant activationOf(Lot lot) {
    return lot.pending() && lot.activation() instanceof Activation.At at ? at.instant() : null;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof LotBook that
        && order == that.order
        && size() == that.size()
        && Iterables.elementsEqual(lots(), that.lots());
  }

  @Override
  public final int hashCode() {
    int hash = order.hashCode();
    for (Lot lot : lots()) {
      hash = 31 * hash + lot.hashCode();
    }
    return hash;
  }
}
