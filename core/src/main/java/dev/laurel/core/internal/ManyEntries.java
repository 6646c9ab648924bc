package dev.laurel.core.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** More entries than stand in one array; a persistent value. */
sealed interface ManyEntries<K, V> {
  /** No entries yet, of keys whose hash codes have so many first bits in common. */
  static <K, V> ManyEntries<K, V> none(Comparator<? super K> order, int sameBits) {
    return sameBits < Integer.SIZE
        ? Parts.none(order, sameBits)
        : new Alike<>(TreePMap.empty(order));
  }

  /** The value of a key; null if there is none. */
  @Nullable
  V get(Object key, int hash);

  /** The entries in which this key has this value. */
  ManyEntries<K, V> plus(K key, int hash, V value);

  /** The entries without this key; the same if it is not there. */
  ManyEntries<K, V> minus(K key, int hash);

  /** The entries without those of which this holds; the same if there are none. */
  ManyEntries<K, V> without(BiPredicate<? super K, ? super V> gone);

  /** How many there are. */
  int size();

  /** Shows all of them, in no particular order. */
  void forEach(BiConsumer<? super K, ? super V> action);

  /**
   * Sixteen maps by the next four bits of the hash code.
   *
   * @param <K> the keys
   * @param <V> the values
   */
  final class Parts<K, V> implements ManyEntries<K, V> {
    private static final int BITS = 4;
    private static final int COUNT = 1 << BITS;

    private final int sameBits;
    private final CompactMap<K, V>[] parts;
    private final int size;

    private Parts(int sameBits, CompactMap<K, V>[] parts, int size) {
      this.sameBits = sameBits;
      this.parts = parts;
      this.size = size;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // There are no arrays of a generic type.
    static <K, V> Parts<K, V> none(Comparator<? super K> order, int sameBits) {
      CompactMap<K, V>[] parts = new CompactMap[COUNT];
      Arrays.fill(parts, CompactMap.empty(order));
      return new Parts<>(sameBits, parts, 0);
    }

    private int partOf(int hash) {
      return (hash >>> sameBits) & (COUNT - 1);
    }

    @Override
    public @Nullable V get(Object key, int hash) {
      return parts[partOf(hash)].get(key, hash);
    }

    @Override
    public Parts<K, V> plus(K key, int hash, V value) {
      int part = partOf(hash);
      return with(part, parts[part].plus(key, hash, value, sameBits + BITS));
    }

    @Override
    public Parts<K, V> minus(K key, int hash) {
      int part = partOf(hash);
      return with(part, parts[part].minus(key, hash));
    }

    @Override
    public Parts<K, V> without(BiPredicate<? super K, ? super V> gone) {
      Parts<K, V> kept = this;
      for (int part = 0; part < COUNT; part++) {
        kept = kept.with(part, parts[part].without(gone));
      }
      return kept;
    }

    @SuppressWarnings("ReferenceEquality") // Where nothing changes, the same map comes back.
    private Parts<K, V> with(int part, CompactMap<K, V> changed) {
      if (changed == parts[part]) {
        return this;
      }
      CompactMap<K, V>[] others = parts.clone();
      others[part] = changed;
      return new Parts<>(sameBits, others, size - parts[part].size() + changed.size());
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
      for (CompactMap<K, V> part : parts) {
        part.forEachUnsorted(action);
      }
    }
  }

  /**
   * Keys of one hash code, found by their order.
   *
   * @param entries the entries
   * @param <K> the keys
   * @param <V> the values
   */
  record Alike<K, V>(TreePMap<K, V> entries) implements ManyEntries<K, V> {
    @Override
    public @Nullable V get(Object key, int hash) {
      return entries.get(key);
    }

    @Override
    public Alike<K, V> plus(K key, int hash, V value) {
      return new Alike<>(entries.plus(key, value));
    }

    @Override
    public Alike<K, V> minus(K key, int hash) {
      return entries.containsKey(key) ? new Alike<>(entries.minus(key)) : this;
    }

    @Override
    public Alike<K, V> without(BiPredicate<? super K, ? super V> gone) {
      Alike<K, V> kept = this;
      for (Map.Entry<K, V> entry : entries.entrySet()) {
        kept = gone.test(entry.getKey(), entry.getValue()) ? kept.minus(entry.getKey(), 0) : kept;
      }
      return kept;
    }

    @Override
    public int size() {
      return entries.size();
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
      entries.forEach(action);
    }
  }
}
