package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.LotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A book of few lots: one array of them in order of their names, copied whenever one changes, and
 * the two instants at which time has something to do.
 */
final class FewLots extends LotBook {
  private static final Lot[] NONE = {};

  /** The order of dates; sorting is stable, so that lots of one date stay in order of names. */
  private static final Comparator<Lot> BY_EXPIRY =
      Comparator.comparing(lot -> requireNonNull(expiryOf(lot), "expiry"));

  private final Lot[] lots;
  private final @Nullable Instant nextExpiry;
  private final @Nullable Instant nextActivation;

  private FewLots(
      BurnOrder order,
      int few,
      Lot[] lots,
      @Nullable Instant nextExpiry,
      @Nullable Instant nextActivation) {
    super(order, few);
    this.lots = lots;
    this.nextExpiry = nextExpiry;
    this.nextActivation = nextActivation;
  }

  static FewLots none(BurnOrder order, int few) {
    return new FewLots(order, few, NONE, null, null);
  }

  /** The book of these lots, which come in order of their names. */
  static FewLots of(BurnOrder order, int few, Collection<Lot> lots) {
    return of(order, few, lots.toArray(NONE));
  }

  private static FewLots of(BurnOrder order, int few, Lot[] lots) {
    Instant nextExpiry = null;
    Instant nextActivation = null;
    for (Lot lot : lots) {
      nextExpiry = sooner(nextExpiry, expiryOf(lot));
      nextActivation = sooner(nextActivation, activationOf(lot));
    }
    return new FewLots(order, few, lots, nextExpiry, nextActivation);
  }

  private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  @Override
  LotBook with(Lot lot) {
    int at = indexOf(lot.id());
    if (lot.isClosed()) {
      return at < 0 ? this : of(order, few, without(at));
    }
    if (at >= 0) {
      Lot[] changed = lots.clone();
      changed[at] = lot;
      return of(order, few, changed);
    }
    return lots.length < few ? opened(-at - 1, lot) : grown().changed(lot);
  }

  /** The book with one more lot; only it can be due sooner than what was due next. */
  private FewLots opened(int at, Lot lot) {
    Lot[] more = new Lot[lots.length + 1];
    System.arraycopy(lots, 0, more, 0, at);
    more[at] = lot;
    System.arraycopy(lots, at, more, at + 1, lots.length - at);
    return new FewLots(
        order,
        few,
        more,
        sooner(nextExpiry, expiryOf(lot)),
        sooner(nextActivation, activationOf(lot)));
  }

  private Lot[] without(int at) {
    Lot[] fewer = new Lot[lots.length - 1];
    System.arraycopy(lots, 0, fewer, 0, at);
    System.arraycopy(lots, at + 1, fewer, at, fewer.length - at);
    return fewer;
  }

  private ManyLots grown() {
    ManyLots many = ManyLots.none(order, few);
    for (Lot lot : lots) {
      many = many.changed(lot);
    }
    return many;
  }

  /** The place of a lot, or where it would be, as {@link Arrays#binarySearch} says it. */
  private int indexOf(LotId lot) {
    int low = 0;
    int high = lots.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = lots[middle].id().compareTo(lot);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  @Override
  Collection<Lot> lots() {
    return Collections.unmodifiableList(Arrays.asList(lots));
  }

  @Override
  @Nullable
  Lot get(LotId lot) {
    int at = indexOf(lot);
    return at < 0 ? null : lots[at];
  }

  @Override
  Iterator<Lot> inBurnOrder(Optional<Instant> inactiveFrom) {
    return sorted(LotBook::isUsable, comparator(inactiveFrom));
  }

  @Override
  Iterator<Lot> livingByActivity() {
    return sorted(LotBook::livesByActivity, comparator(Optional.empty()));
  }

  private Iterator<Lot> sorted(Predicate<Lot> which, Comparator<Lot> burnOrder) {
    List<Lot> sorted = new ArrayList<>(lots.length);
    for (Lot lot : lots) {
      if (which.test(lot)) {
        sorted.add(lot);
      }
    }
    sorted.sort(burnOrder);
    return sorted.iterator();
  }

  @Override
  List<Lot> expiringBy(Instant instant) {
    List<Lot> due = dueBy(instant, LotBook::expiryOf);
    due.sort(BY_EXPIRY);
    return due;
  }

  @Override
  List<Lot> activatingBy(Instant instant) {
    return dueBy(instant, LotBook::activationOf);
  }

  private List<Lot> dueBy(Instant instant, Function<Lot, @Nullable Instant> dateOf) {
    List<Lot> due = new ArrayList<>();
    for (Lot lot : lots) {
      Instant date = dateOf.apply(lot);
      if (date != null && !date.isAfter(instant)) {
        due.add(lot);
      }
    }
    return due;
  }

  @Override
  @Nullable
  Instant nextExpiry() {
    return nextExpiry;
  }

  @Override
  @Nullable
  Instant nextActivation() {
    return nextActivation;
  }
}
