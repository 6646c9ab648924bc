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
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A persistent map in the order of its keys that is two arrays while it is small, and a balanced
 * tree once it is not.
 *
 * <p>Most members have few of everything. Up to 16 entries stand in the order in which they came,
 * beside the hash codes of their keys: whether a key is there is mostly told without a look at any
 * other, and the order of keys is asked only where somebody walks through them. Above that a step
 * costs the logarithm of their number, whatever hash codes the keys were given. Which of the two a
 * map is does not show.
 *
 * @param <K> the keys
 * @param <V> the values, never null
 */
public final class CompactMap<K, V> extends AbstractMap<K, V> {
  /** The most entries of arrays. */
  static final int MOST_FLAT = 16;

  /** The most entries with which a tree that shrinks becomes arrays again. */
  static final int FLAT_AGAIN = MOST_FLAT / 2;

  private static final int[] NO_HASHES = {};
  private static final Object[] NO_PAIRS = {};

  private static final CompactMap<String, Object> EMPTY = empty(Comparator.naturalOrder());

  private final Comparator<? super K> order;

  /** The hash code of each key. */
  private final int[] hashes;

  /** Key, value, key, value, as they came; unused where there is a tree. */
  private final Object[] pairs;

  private final @Nullable TreePMap<K, V> tree;

  private CompactMap(
      Comparator<? super K> order, int[] hashes, Object[] pairs, @Nullable TreePMap<K, V> tree) {
    this.order = order;
    this.hashes = hashes;
    this.pairs = pairs;
    this.tree = tree;
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
    requireNonNull(value, "value");
    if (tree != null) {
      return of(tree.plus(key, value));
    }
    int hash = key.hashCode();
    int place = find(key, hash);
    if (place >= 0) {
      Object[] changed = pairs.clone();
      changed[2 * place + 1] = value;
      return of(hashes, changed);
    }
    int size = hashes.length;
    if (size == MOST_FLAT) {
      return of(grown().plus(key, value));
    }
    int[] moreHashes = Arrays.copyOf(hashes, size + 1);
    Object[] morePairs = Arrays.copyOf(pairs, 2 * size + 2);
    moreHashes[size] = hash;
    morePairs[2 * size] = key;
    morePairs[2 * size + 1] = value;
    return of(moreHashes, morePairs);
  }

  /** The map with these entries as well; where both have a key, theirs stands. */
  public CompactMap<K, V> plusAll(Map<? extends K, ? extends V> entries) {
    CompactMap<K, V> sum = this;
    for (Map.Entry<? extends K, ? extends V> entry : entries.entrySet()) {
      sum = sum.plus(entry.getKey(), entry.getValue());
    }
    return sum;
  }

  /** The map without this key; the same map if it has none. */
  public CompactMap<K, V> minus(K key) {
    if (tree != null) {
      return tree.containsKey(key) ? shrunk(tree.minus(key)) : this;
    }
    int place = find(key, key.hashCode());
    return place < 0 ? this : without((other, value) -> other == keyAt(place));
  }

  /** The map with what is made of each value in its place; the same map if nothing else is. */
  public CompactMap<K, V> mapped(UnaryOperator<V> making) {
    CompactMap<K, V> mapped = this;
    if (tree != null) {
      for (Map.Entry<K, V> entry : tree.entrySet()) {
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
    if (tree != null) {
      TreePMap<K, V> kept = tree;
      for (Map.Entry<K, V> entry : tree.entrySet()) {
        kept = gone.test(entry.getKey(), entry.getValue()) ? kept.minus(entry.getKey()) : kept;
      }
      return kept.size() == tree.size() ? this : shrunk(kept);
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
    if (tree != null) {
      return tree.get(key);
    }
    int place = hashes.length == 0 ? -1 : find(requireNonNull(key, "key"), key.hashCode());
    return place < 0 ? null : valueAt(place);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return tree == null ? hashes.length : tree.size();
  }

  @Override
  public boolean isEmpty() {
    return tree == null && hashes.length == 0;
  }

  /** The entries in the order of their keys. */
  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return tree == null ? new Entries() : tree.entrySet();
  }

  private CompactMap<K, V> of(int[] flatHashes, Object[] flatPairs) {
    return new CompactMap<>(order, flatHashes, flatPairs, null);
  }

  private CompactMap<K, V> of(TreePMap<K, V> grown) {
    return new CompactMap<>(order, NO_HASHES, NO_PAIRS, grown);
  }

  private TreePMap<K, V> grown() {
    TreePMap<K, V> grown = TreePMap.empty(order);
    for (int i = 0; i < hashes.length; i++) {
      grown = grown.plus(keyAt(i), valueAt(i));
    }
    return grown;
  }

  private CompactMap<K, V> shrunk(TreePMap<K, V> less) {
    return less.size() > FLAT_AGAIN ? of(less) : of(NO_HASHES, NO_PAIRS).plusAll(less);
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

  /** The pairs, put in order when somebody walks through them. */
  private final class Entries extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      List<Map.Entry<K, V>> sorted = new ArrayList<>(hashes.length);
      for (int i = 0; i < hashes.length; i++) {
        sorted.add(new SimpleImmutableEntry<>(keyAt(i), valueAt(i)));
      }
      sorted.sort(Map.Entry.comparingByKey(order));
      return Collections.unmodifiableList(sorted).iterator();
    }

    @Override
    public int size() {
      return hashes.length;
    }
  }
}
