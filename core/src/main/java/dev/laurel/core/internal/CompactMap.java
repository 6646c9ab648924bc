package dev.laurel.core.internal;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A persistent map in the order of its keys that is one array while it is small, and a balanced
 * tree once it is not.
 *
 * <p>Most members have few of everything. Up to 16 entries a step copies one array and finds its
 * place in one; above that it costs the logarithm of their number. Which of the two a map is does
 * not show, neither in equality nor in order.
 *
 * @param <K> the keys
 * @param <V> the values, never null
 */
public final class CompactMap<K, V> extends AbstractMap<K, V> {
  /** The most entries of an array. */
  static final int MOST_FLAT = 16;

  /** The most entries with which a tree that shrinks becomes an array again. */
  static final int FLAT_AGAIN = MOST_FLAT / 2;

  private static final Object[] NOTHING = {};

  private static final CompactMap<String, Object> EMPTY =
      new CompactMap<>(Comparator.naturalOrder(), NOTHING, null);

  private final Comparator<? super K> order;

  /** Key, value, key, value, in the order of the keys; unused where there is a tree. */
  private final Object[] pairs;

  private final @Nullable TreePMap<K, V> tree;

  private CompactMap(Comparator<? super K> order, Object[] pairs, @Nullable TreePMap<K, V> tree) {
    this.order = order;
    this.pairs = pairs;
    this.tree = tree;
  }

  /** A map without entries, in the natural order of its keys. */
  @SuppressWarnings("unchecked") // It holds neither keys nor values; the order is the keys' own.
  public static <K extends Comparable<? super K>, V> CompactMap<K, V> empty() {
    return (CompactMap<K, V>) (CompactMap<?, ?>) EMPTY;
  }

  /** A map without entries, in this order of its keys. */
  public static <K, V> CompactMap<K, V> empty(Comparator<? super K> order) {
    return new CompactMap<>(requireNonNull(order, "order"), NOTHING, null);
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
    int at = find(key);
    if (at >= 0) {
      Object[] changed = pairs.clone();
      changed[at + 1] = value;
      return of(changed);
    }
    if (size() == MOST_FLAT) {
      return of(grown().plus(key, value));
    }
    int gap = ~at;
    Object[] more = new Object[pairs.length + 2];
    System.arraycopy(pairs, 0, more, 0, gap);
    more[gap] = requireNonNull(key, "key");
    more[gap + 1] = value;
    System.arraycopy(pairs, gap, more, gap + 2, pairs.length - gap);
    return of(more);
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
    int at = find(key);
    if (at < 0) {
      return this;
    }
    Object[] less = new Object[pairs.length - 2];
    System.arraycopy(pairs, 0, less, 0, at);
    System.arraycopy(pairs, at + 2, less, at, less.length - at);
    return of(less);
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
    Object[] kept = new Object[pairs.length];
    int length = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      if (!gone.test(keyAt(i), valueAt(i))) {
        kept[length] = pairs[i];
        kept[length + 1] = pairs[i + 1];
        length += 2;
      }
    }
    return length == pairs.length ? this : of(Arrays.copyOf(kept, length));
  }

  /** The entries from a key, included, to another, excluded. */
  public Iterable<Map.Entry<K, V>> between(K from, K until) {
    if (tree != null) {
      return tree.subMap(from, until).entrySet();
    }
    int start = place(from);
    int end = Math.max(start, place(until));
    return () -> new Pairs(start, end);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    if (tree != null) {
      return tree.get(key);
    }
    int at = find(key);
    return at < 0 ? null : valueAt(at);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return tree == null ? pairs.length / 2 : tree.size();
  }

  @Override
  public boolean isEmpty() {
    return tree == null && pairs.length == 0;
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    if (tree != null) {
      tree.forEach(action);
      return;
    }
    for (int i = 0; i < pairs.length; i += 2) {
      action.accept(keyAt(i), valueAt(i));
    }
  }

  /** The entries in the order of their keys. */
  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return tree == null ? new Entries() : tree.entrySet();
  }

  private CompactMap<K, V> of(Object[] flat) {
    return new CompactMap<>(order, flat, null);
  }

  private CompactMap<K, V> of(TreePMap<K, V> grown) {
    return new CompactMap<>(order, NOTHING, grown);
  }

  private TreePMap<K, V> grown() {
    TreePMap<K, V> grown = TreePMap.empty(order);
    for (int i = 0; i < pairs.length; i += 2) {
      grown = grown.plus(keyAt(i), valueAt(i));
    }
    return grown;
  }

  private CompactMap<K, V> shrunk(TreePMap<K, V> less) {
    if (less.size() > FLAT_AGAIN) {
      return of(less);
    }
    Object[] flat = new Object[2 * less.size()];
    int at = 0;
    for (Map.Entry<K, V> entry : less.entrySet()) {
      flat[at] = entry.getKey();
      flat[at + 1] = entry.getValue();
      at += 2;
    }
    return of(flat);
  }

  private int place(K key) {
    int at = find(key);
    return at < 0 ? ~at : at;
  }

  /** Where a key is among the pairs, or the complement of where it would be. */
  @SuppressWarnings("unchecked") // A key of another type fails in the order, as in any sorted map.
  private int find(@Nullable Object key) {
    int low = 0;
    int high = pairs.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int comparison = order.compare(keyAt(2 * middle), (K) key);
      if (comparison == 0) {
        return 2 * middle;
      }
      if (comparison < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ~(2 * low);
  }

  @SuppressWarnings("unchecked") // Only keys are put at even places.
  private K keyAt(int at) {
    return (K) pairs[at];
  }

  @SuppressWarnings("unchecked") // Only values are put at odd places.
  private V valueAt(int at) {
    return (V) pairs[at + 1];
  }

  /** The pairs as entries. */
  private final class Entries extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return new Pairs(0, pairs.length);
    }

    @Override
    public int size() {
      return pairs.length / 2;
    }
  }

  /** A walk over some of the pairs. */
  private final class Pairs implements Iterator<Map.Entry<K, V>> {
    private final int end;
    private int next;

    Pairs(int start, int end) {
      this.next = start;
      this.end = end;
    }

    @Override
    public boolean hasNext() {
      return next < end;
    }

    @Override
    public Map.Entry<K, V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<K, V> entry = new SimpleImmutableEntry<>(keyAt(next), valueAt(next));
      next += 2;
      return entry;
    }
  }
}
