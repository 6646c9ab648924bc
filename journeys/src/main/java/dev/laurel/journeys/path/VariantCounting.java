package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import java.util.Arrays;

/**
 * Variants while they are counted.
 *
 * <p>Each way has a key: where its codes fit into 62 bits it is these codes themselves, so that
 * equal keys are equal ways; of a longer way it is a hash, and the codes are compared as well. Keys
 * are first dealt out to so many parts that the table of each stays within the caches.
 */
final class VariantCounting {
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int ROOM = 62;
  private static final int PER_PART = 1 << 11;
  private static final int MOST_PARTS = 1 << 10;

  /** The ways to be counted, each a row. */
  private interface Rows {
    int size();

    int begin(int row);

    int end(int row);

    int code(int place);

    long count(int row);
  }

  private final ImmutableList<TouchpointId> touchpoints;
  private final Rows rows;
  private final int bits;
  private final int longest;

  /** The variants found so far: their keys, their first rows, their numbers of journeys. */
  private long[] keys;

  private int[] firsts;
  private long[] counts;
  private int size;

  private VariantCounting(ImmutableList<TouchpointId> touchpoints, Rows rows) {
    this.touchpoints = touchpoints;
    this.rows = rows;
    this.bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(touchpoints.size() - 1));
    this.longest = ROOM / bits;
    int room = Math.min(rows.size(), Math.max(64, rows.size() / 4));
    this.keys = new long[room];
    this.firsts = new int[room];
    this.counts = new long[room];
  }

  static Variants of(JourneyLog log) {
    return new VariantCounting(log.touchpoints(), new Journeys(log)).variants();
  }

  static Variants of(Variants one, Variants other) {
    ImmutableList<TouchpointId> touchpoints = ImmutableSortedSet.<TouchpointId>naturalOrder()
        .addAll(one.touchpoints())
        .addAll(other.touchpoints())
        .build()
        .asList();
    return new VariantCounting(touchpoints, new Both(touchpoints, one, other)).variants();
  }

  private Variants variants() {
    int parts = 1;
    while (parts < MOST_PARTS && rows.size() / parts > PER_PART) {
      parts *= 2;
    }
    long[] all = new long[rows.size()];
    int[] ends = new int[parts + 1];
    for (int row = 0; row < all.length; row++) {
      all[row] = key(row);
      ends[part(all[row], parts) + 1]++;
    }
    int largest = 0;
    for (int part = 0; part < parts; part++) {
      largest = Math.max(largest, ends[part + 1]);
      ends[part + 1] += ends[part];
    }
    long[] dealt = new long[all.length];
    int[] rowOf = new int[all.length];
    int[] next = ends.clone();
    for (int row = 0; row < all.length; row++) {
      int place = next[part(all[row], parts)]++;
      dealt[place] = all[row];
      rowOf[place] = row;
    }
    int[] table = new int[Integer.highestOneBit(largest | 1) << 2];
    for (int part = 0; part < parts; part++) {
      Arrays.fill(table, 0);
      for (int place = ends[part]; place < ends[part + 1]; place++) {
        count(dealt[place], rowOf[place], table);
      }
    }
    return told();
  }

  /** The codes behind a leading one; or, with the sign that says so, a hash of them. */
  private long key(int row) {
    int end = rows.end(row);
    int begin = rows.begin(row);
    long key = 1;
    if (end - begin <= longest) {
      for (int place = begin; place < end; place++) {
        key = (key << bits) | rows.code(place);
      }
      return key;
    }
    for (int place = begin; place < end; place++) {
      key = (key + rows.code(place) + 1) * MIX;
      key ^= key >>> 29;
    }
    return key | Long.MIN_VALUE;
  }

  /** One of so many parts, by the upper half of the mixed key. */
  private static int part(long key, int parts) {
    return (int) ((((key * MIX) >>> 32) * parts) >>> 32);
  }

  private void count(long key, int row, int[] table) {
    long mixed = key * MIX;
    int slot = (int) (mixed ^ (mixed >>> 32)) & (table.length - 1);
    while (table[slot] != 0) {
      int known = table[slot] - 1;
      if (keys[known] == key && (key >= 0 || isSame(firsts[known], row))) {
        counts[known] = Math.addExact(counts[known], rows.count(row));
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (size == keys.length) {
      int room = Math.min(rows.size(), Math.addExact(size, size));
      keys = Arrays.copyOf(keys, room);
      firsts = Arrays.copyOf(firsts, room);
      counts = Arrays.copyOf(counts, room);
    }
    keys[size] = key;
    firsts[size] = row;
    counts[size] = rows.count(row);
    size++;
    table[slot] = size;
  }

  private boolean isSame(int one, int other) {
    int length = rows.end(one) - rows.begin(one);
    boolean isSame = rows.end(other) - rows.begin(other) == length;
    for (int i = 0; i < length && isSame; i++) {
      isSame = rows.code(rows.begin(one) + i) == rows.code(rows.begin(other) + i);
    }
    return isSame;
  }

  private Variants told() {
    int[] begins = new int[size + 1];
    for (int variant = 0; variant < size; variant++) {
      begins[variant + 1] = Math.addExact(begins[variant], length(variant));
    }
    int[] codes = new int[begins[size]];
    int mask = (1 << bits) - 1;
    for (int variant = 0; variant < size; variant++) {
      long key = keys[variant];
      if (key >= 0) {
        for (int i = begins[variant + 1] - 1; i >= begins[variant]; i--) {
          codes[i] = ((int) key) & mask;
          key >>>= bits;
        }
      } else {
        int from = rows.begin(firsts[variant]) - begins[variant];
        for (int i = begins[variant]; i < begins[variant + 1]; i++) {
          codes[i] = rows.code(from + i);
        }
      }
    }
    return new Variants(touchpoints, codes, begins, Arrays.copyOf(counts, size));
  }

  private int length(int variant) {
    long key = keys[variant];
    return key >= 0
        ? (63 - Long.numberOfLeadingZeros(key)) / bits
        : rows.end(firsts[variant]) - rows.begin(firsts[variant]);
  }

  private static final class Journeys implements Rows {
    private final JourneyLog log;

    Journeys(JourneyLog log) {
      this.log = log;
    }

    @Override
    public int size() {
      return log.journeys();
    }

    @Override
    public int begin(int row) {
      return log.begin(row);
    }

    @Override
    public int end(int row) {
      return log.end(row);
    }

    @Override
    public int code(int place) {
      return log.codeAt(place);
    }

    @Override
    public long count(int row) {
      return 1;
    }
  }

  /** The variants of two, one after the other, their codes those of all names. */
  private static final class Both implements Rows {
    private final int[] codes;
    private final int[] begins;
    private final long[] counts;

    Both(ImmutableList<TouchpointId> touchpoints, Variants one, Variants other) {
      int rows = Math.addExact(one.size(), other.size());
      this.counts = new long[rows];
      this.begins = new int[rows + 1];
      this.codes = new int[Math.addExact(one.end(one.size() - 1), other.end(other.size() - 1))];
      add(touchpoints, one, 0);
      add(touchpoints, other, one.size());
    }

    private void add(ImmutableList<TouchpointId> touchpoints, Variants variants, int from) {
      int[] moved =
          variants.touchpoints().stream().mapToInt(touchpoints::indexOf).toArray();
      for (int variant = 0; variant < variants.size(); variant++) {
        int row = from + variant;
        int at = begins[row];
        for (int place = variants.begin(variant); place < variants.end(variant); place++) {
          codes[at++] = moved[variants.codes()[place]];
        }
        begins[row + 1] = at;
        counts[row] = variants.count(variant);
      }
    }

    @Override
    public int size() {
      return counts.length;
    }

    @Override
    public int begin(int row) {
      return begins[row];
    }

    @Override
    public int end(int row) {
      return begins[row + 1];
    }

    @Override
    public int code(int place) {
      return codes[place];
    }

    @Override
    public long count(int row) {
      return counts[row];
    }
  }
}
