package dev.laurel.core.internal;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map in the order of its keys that is two arrays while it is small, and a trie by
 * hash codes once it is not.
 *
 * <p>Most members have few of everything. Up to 16 entries stand in the order in which they came,
 * beside the hash codes of their keys: whether a key is there is mostly told without a look at any
 * other, and the order of keys is asked only where somebody walks through them. More are sixteen
 * such maps by four bits of the hash code, and so on: with 10,000 entries a step goes three deep.
 * Keys of which too many have one hash code are kept in a tree, so that a step costs no more than
 * the logarithm of their number, whatever hash codes they were given. Which of these a map is does
 * not show.
 *
 * @param <K> the keys
 * @param <V> the values, never null
 */
public final class CompactMap<K, V> extends AbstractMap<K, V> {
  /** The most entries of arrays. */
  static final int MOST_FLAT = 16;

  /** The most entries with which a map that shrinks becomes arrays again. */
  static final int FLAT_AGAIN = MOST_FLAT / 2;

  private static final int[] NO_HASHES = {};
  private static final Object[] NO_PAIRS = {};

  private static final CompactMap<String, Object> EMPTY = empty(Comparator.naturalOrder());

  private final Comparator<? super K> order;

  /** The hash code of each key. */
  private final int[] hashes;

  /** Key, value, key, value, as they came; unused where there are many. */
  private final Object[] pairs;

  private final @Nullable ManyEntries<K, V> many;

  private CompactMap(
      Comparator<? super K> order, int[] hashes, Object[] pairs, @Nullable ManyEntries<K, V> many) {
    this.order = order;
    this.hashes = hashes;
    this.pairs = pairs;
    this.many = many;
  }

  /** A map without entries, in the natural order of its keys. */
  @SuppressWarnings("unchecked") // It holds neither keys nor values; the order is the keys' own.
  public static <K extends Comparable<? super K>, V> CompactMap<K, V> empty() {
    return (CompactMap<K, V>) (CompactMap<?, ?>) EMPTY;
  }

  /** A map without entries, in this order of its keys, in which equal keys are the same place. */
  public static <K, V> CompactMap<K, V> empty(Comparator<? super K> order) {
    return new CompactMap<>(requireNonNull(order, "order"), NO_HASHES, NO_PAIRS, null);
  }

  /** The map of these entries, in the natural order of the keys. */
  public static <K extends Comparable<? super K>, V> CompactMap<K, V> from(
      Map<? extends K, ? extends V> entries) {
    return CompactMap.<K, V>empty().plusAll(entries);
  }

  /** The map in which this key has this value. */
  public CompactMap<K, V> plus(K key, V value) {
    return plus(key, hashOf(key), requireNonNull(value, "value"), 0);
  }

  /** The map with these entries as well; where both have a key, theirs stands. */
  public CompactMap<K, V> plusAll(Map<? extends K, ? extends V> entries) {
    CompactMap<K, V> sum = this;
    for (Map.Entry<? extends K, ? extends V> entry : entries.entrySet()) {
      sum = sum.plus(entry.getKey(), entry.getValue());
    }
    return sum;
  }

  /** The map with one more entry, of keys whose first bits, so many of them, are the same. */
  CompactMap<K, V> plus(K key, int hash, V value, int sameBits) {
    if (many != null) {
      return of(many.plus(key, hash, value));
    }
    int place = find(key, hash);
    if (place >= 0) {
      Object[] changed = pairs.clone();
      changed[2 * place + 1] = value;
      return of(hashes, changed);
    }
    int size = hashes.length;
    if (size == MOST_FLAT) {
      ManyEntries<K, V> grown = ManyEntries.none(order, sameBits);
      for (int i = 0; i < size; i++) {
        grown = grown.plus(keyAt(i), hashes[i], valueAt(i));
      }
      return of(grown.plus(key, hash, value));
    }
    int[] moreHashes = Arrays.copyOf(hashes, size + 1);
    Object[] morePairs = Arrays.copyOf(pairs, 2 * size + 2);
    moreHashes[size] = hash;
    morePairs[2 * size] = key;
    morePairs[2 * size + 1] = value;
    return of(moreHashes, morePairs);
  }

  /** The map without this key; the same map if it has none. */
  public CompactMap<K, V> minus(K key) {
    return minus(key, hashOf(key));
  }

  CompactMap<K, V> minus(K key, int hash) {
    if (many != null) {
      return shrunk(many.minus(key, hash));
    }
    int place = find(key, hash);
    return place < 0 ? this : without((other, value) -> other == keyAt(place));
  }

  /** The map with what is made of each value in its place; the same map if nothing else is. */
  public CompactMap<K, V> mapped(UnaryOperator<V> making) {
    CompactMap<K, V> mapped = this;
    if (many != null) {
      for (Map.Entry<K, V> entry : unsorted()) {
        mapped = mapped.replaced(entry.getKey(), entry.getValue(), making);
      }
    }
    for (int i = 0; i < hashes.length; i++) {
      mapped = mapped.replaced(keyAt(i), valueAt(i), making);
    }
    return mapped;
  }

  private CompactMap<K, V> replaced(K key, V value, UnaryOperator<V> making) {
    V made = making.apply(value);
    return made == value ? this : plus(key, made);
  }

  /** The map without the entries of which this holds; the same map if there are none. */
  public CompactMap<K, V> without(BiPredicate<? super K, ? super V> gone) {
    if (many != null) {
      return shrunk(many.without(gone));
    }
    int kept = 0;
    while (kept < hashes.length && !gone.test(keyAt(kept), valueAt(kept))) {
      kept++;
    }
    return kept == hashes.length ? this : withoutFrom(kept, gone);
  }

  /** The map without such entries, of which the first is known. */
  private CompactMap<K, V> withoutFrom(int first, BiPredicate<? super K, ? super V> gone) {
    int[] keptHashes = Arrays.copyOf(hashes, hashes.length - 1);
    Object[] keptPairs = Arrays.copyOf(pairs, pairs.length - 2);
    int kept = first;
    for (int i = first + 1; i < hashes.length; i++) {
      if (!gone.test(keyAt(i), valueAt(i))) {
        keptHashes[kept] = hashes[i];
        keptPairs[2 * kept] = pairs[2 * i];
        keptPairs[2 * kept + 1] = pairs[2 * i + 1];
        kept++;
      }
    }
    return kept == keptHashes.length
        ? of(keptHashes, keptPairs)
        : of(Arrays.copyOf(keptHashes, kept), Arrays.copyOf(keptPairs, 2 * kept));
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return isEmpty() ? null : get(requireNonNull(key, "key"), hashOf(key));
  }

  @Nullable
  V get(Object key, int hash) {
    if (many != null) {
      return many.get(key, hash);
    }
    int place = find(key, hash);
    return place < 0 ? null : valueAt(place);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return many == null ? hashes.length : many.size();
  }

  @Override
  public boolean isEmpty() {
    return many == null && hashes.length == 0;
  }

  /** The entries in the order of their keys. */
  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new Entries();
  }

  /** The least of the values in this order, which must tell all of them apart; null if empty. */
  public @Nullable V least(Comparator<? super V> valueOrder) {
    if (isEmpty()) {
      return null;
    }
    List<V> values = new ArrayList<>(size());
    forEachUnsorted((key, value) -> values.add(value));
    return Collections.min(values, valueOrder);
  }

  /** Shows the entries in no particular order. */
  void forEachUnsorted(BiConsumer<? super K, ? super V> action) {
    if (many != null) {
      many.forEach(action);
    }
    for (int i = 0; i < hashes.length; i++) {
      action.accept(keyAt(i), valueAt(i));
    }
  }

  private List<Map.Entry<K, V>> unsorted() {
    List<Map.Entry<K, V>> entries = new ArrayList<>(size());
    forEachUnsorted((key, value) -> entries.add(new SimpleImmutableEntry<>(key, value)));
    return entries;
  }

  private CompactMap<K, V> of(int[] flatHashes, Object[] flatPairs) {
    return new CompactMap<>(order, flatHashes, flatPairs, null);
  }

  private CompactMap<K, V> of(ManyEntries<K, V> others) {
    return new CompactMap<>(order, NO_HASHES, NO_PAIRS, others);
  }

  /** The map of what is left of many entries. */
  @SuppressWarnings("ReferenceEquality") // Where nothing goes, the same entries are left.
  private CompactMap<K, V> shrunk(ManyEntries<K, V> left) {
    if (left == many) {
      return this;
    }
    if (left.size() > FLAT_AGAIN) {
      return of(left);
    }
    return of(NO_HASHES, NO_PAIRS).plusAll(of(left));
  }

  /** Hash codes whose last bits differ where any do. */
  private static int hashOf(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }

  /** The place of a key, or -1. */
  private int find(Object key, int hash) {
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] == hash && (pairs[2 * i] == key || pairs[2 * i].equals(key))) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked") // Only keys are put at even places.
  private K keyAt(int place) {
    return (K) pairs[2 * place];
  }

  @SuppressWarnings("unchecked") // Only values are put at odd places.
  private V valueAt(int place) {
    return (V) pairs[2 * place + 1];
  }

  /** The entries, put in order when somebody walks through them. */
  private final class Entries extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      List<Map.Entry<K, V>> sorted = unsorted();
      sorted.sort(Map.Entry.comparingByKey(order));
      return Collections.unmodifiableList(sorted).iterator();
    }

    @Override
    public int size() {
      return CompactMap.this.size();
    }
  }
}
