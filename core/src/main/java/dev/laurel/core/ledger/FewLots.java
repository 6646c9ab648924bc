package dev.laurel.core.ledger;

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
 * A book of few lots: one array of them, copied whenever one changes, and the two instants at which
 * time has something to do.
 *
 * <p>The lots stand in the order in which they came, beside the hash codes of their names, so that
 * finding one mostly looks at no other; order is made where it is asked for.
 */
final class FewLots extends LotBook {
  private static final Lot[] NO_LOTS = {};
  private static final int[] NO_HASHES = {};

  private final Lot[] lots;
  private final int[] hashes;
  private final @Nullable Instant nextExpiry;
  private final @Nullable Instant nextActivation;

  private FewLots(
      BurnOrder order,
      int few,
      Lot[] lots,
      int[] hashes,
      @Nullable Instant nextExpiry,
      @Nullable Instant nextActivation) {
    super(order, few);
    this.lots = lots;
    this.hashes = hashes;
    this.nextExpiry = nextExpiry;
    this.nextActivation = nextActivation;
  }

  static FewLots none(BurnOrder order, int few) {
    return new FewLots(order, few, NO_LOTS, NO_HASHES, null, null);
  }

  static FewLots of(BurnOrder order, int few, Collection<Lot> lots) {
    FewLots book = none(order, few);
    for (Lot lot : lots) {
      book = book.opened(lot);
    }
    return book;
  }

  @Override
  LotBook with(Lot lot) {
    int place = find(lot.id());
    if (lot.isClosed()) {
      return place < 0 ? this : closed(place);
    }
    if (place >= 0) {
      return changed(place, lot);
    }
    return lots.length < few ? opened(lot) : grown().changed(lot);
  }

  /** The book with one more lot; only it can be due sooner than what was due next. */
  private FewLots opened(Lot lot) {
    int size = lots.length;
    Lot[] more = Arrays.copyOf(lots, size + 1);
    more[size] = lot;
    int[] moreHashes = Arrays.copyOf(hashes, size + 1);
    moreHashes[size] = lot.id().hashCode();
    return new FewLots(
        order,
        few,
        more,
        moreHashes,
        sooner(nextExpiry, expiryOf(lot)),
        sooner(nextActivation, activationOf(lot)));
  }

  private FewLots changed(int place, Lot lot) {
    Lot before = lots[place];
    Lot[] changed = lots.clone();
    changed[place] = lot;
    return new FewLots(
        order,
        few,
        changed,
        hashes,
        next(nextExpiry, expiryOf(before), expiryOf(lot), changed, LotBook::expiryOf),
        next(
            nextActivation,
            activationOf(before),
            activationOf(lot),
            changed,
            LotBook::activationOf));
  }

  private FewLots closed(int place) {
    Lot before = lots[place];
    int last = lots.length - 1;
    Lot[] fewer = Arrays.copyOf(lots, last);
    System.arraycopy(lots, place + 1, fewer, place, last - place);
    int[] fewerHashes = Arrays.copyOf(hashes, last);
    System.arraycopy(hashes, place + 1, fewerHashes, place, last - place);
    return new FewLots(
        order,
        few,
        fewer,
        fewerHashes,
        next(nextExpiry, expiryOf(before), null, fewer, LotBook::expiryOf),
        next(nextActivation, activationOf(before), null, fewer, LotBook::activationOf));
  }

  /** What is next once the date of one lot has changed; looked for only if it was the next. */
  private static @Nullable Instant next(
      @Nullable Instant next,
      @Nullable Instant before,
      @Nullable Instant after,
      Lot[] lots,
      Function<Lot, @Nullable Instant> dateOf) {
    if (before == null || !before.equals(next)) {
      return sooner(next, after);
    }
    if (before.equals(after)) {
      return next;
    }
    Instant first = null;
    for (Lot lot : lots) {
      first = sooner(first, dateOf.apply(lot));
    }
    return first;
  }

  private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private ManyLots grown() {
    ManyLots many = ManyLots.none(order, few);
    for (Lot lot : lots) {
      many = many.changed(lot);
    }
    return many;
  }

  /** The place of a lot, or -1. */
  private int find(LotId name) {
    int hash = name.hashCode();
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] == hash && lots[i].id().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  Collection<Lot> lots() {
    Lot[] sorted = lots.clone();
    Arrays.sort(sorted, BY_NAME);
    return Collections.unmodifiableList(Arrays.asList(sorted));
  }

  @Override
  int size() {
    return lots.length;
  }

  @Override
  @Nullable
  Lot get(LotId lot) {
    int place = find(lot);
    return place < 0 ? null : lots[place];
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
    List<Lot> due = dueBy(instant, LotBook::activationOf);
    due.sort(BY_NAME);
    return due;
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
