package dev.laurel.metrics.customer;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Histories of buying as distinct rows with counts: the sufficient statistics of the models of
 * buying.
 *
 * <p>The 2,357 customers of CDNOW have 1,016 distinct histories; a million customers on a grid of
 * days have some 375,000, and on a grid of weeks 55,000. Rows are in ascending order of frequency,
 * then age, then recency, so that equal tables are equal however they came to be. Ages and
 * recencies are also coded, since there are few different ones: {@code ages()[ageCode(row)]} is
 * {@code age(row)}.
 *
 * <p>Tables merge, so a stream of customers needs the memory of a block and of the distinct rows.
 */
public final class HistoryTable {
  private static final HistoryTable NONE = builder().build();

  private final int[] frequencies;
  private final int[] ageCodes;
  private final int[] recencyCodes;
  private final long[] counts;
  private final double[] ages;
  private final double[] recencies;

  private HistoryTable(
      int[] frequencies,
      int[] ageCodes,
      int[] recencyCodes,
      long[] counts,
      double[] ages,
      double[] recencies) {
    this.frequencies = frequencies;
    this.ageCodes = ageCodes;
    this.recencyCodes = recencyCodes;
    this.counts = counts;
    this.ages = ages;
    this.recencies = recencies;
  }

  /** No customers. */
  public static HistoryTable none() {
    return NONE;
  }

  /** A builder without customers. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many distinct histories there are. */
  public int rows() {
    return counts.length;
  }

  /** How many customers have the history of this row. */
  public long count(int row) {
    return counts[row];
  }

  /** The frequency of this row. */
  public int frequency(int row) {
    return frequencies[row];
  }

  /** The recency of this row. */
  public double recency(int row) {
    return recencies[recencyCodes[row]];
  }

  /** The age of this row. */
  public double age(int row) {
    return ages[ageCodes[row]];
  }

  /** The place of the row's age in {@link #ages()}. */
  public int ageCode(int row) {
    return ageCodes[row];
  }

  /** The place of the row's recency in {@link #recencies()}. */
  public int recencyCode(int row) {
    return recencyCodes[row];
  }

  /** The distinct ages, ascending; a copy. */
  public double[] ages() {
    return ages.clone();
  }

  /** The distinct recencies, ascending; a copy. */
  public double[] recencies() {
    return recencies.clone();
  }

  /** How many customers there are. */
  public long customers() {
    return Arrays.stream(counts).sum();
  }

  /** How many customers came back at least once. */
  public long repeaters() {
    long repeaters = 0;
    for (int row = 0; row < rows(); row++) {
      repeaters += frequencies[row] > 0 ? counts[row] : 0;
    }
    return repeaters;
  }

  /** How many repeat purchases all customers made. */
  public long repeatPurchases() {
    long purchases = 0;
    for (int row = 0; row < rows(); row++) {
      purchases = Math.addExact(purchases, Math.multiplyExact(frequencies[row], counts[row]));
    }
    return purchases;
  }

  /** The customers of both. */
  public HistoryTable merge(HistoryTable other) {
    Builder both = builder();
    both.take(this);
    both.take(other);
    return both.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HistoryTable that
        && Arrays.equals(frequencies, that.frequencies)
        && Arrays.equals(ageCodes, that.ageCodes)
        && Arrays.equals(recencyCodes, that.recencyCodes)
        && Arrays.equals(counts, that.counts)
        && Arrays.equals(ages, that.ages)
        && Arrays.equals(recencies, that.recencies);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(frequencies) + Arrays.hashCode(counts))
        + Arrays.hashCode(ages);
  }

  @Override
  public String toString() {
    return customers() + " customers in " + rows() + " distinct histories";
  }

  /** Gathers histories, and codes them once at the end. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 16;

    private int[] frequencies = new int[FIRST_CAPACITY];
    private double[] ages = new double[FIRST_CAPACITY];
    private double[] recencies = new double[FIRST_CAPACITY];
    private long[] counts = new long[FIRST_CAPACITY];
    private int size;

    private Builder() {}

    /** Adds one customer. */
    public void add(PurchaseHistory history) {
      add(history, 1);
    }

    /**
     * Adds customers of one history.
     *
     * @throws InvalidValueException RANGE if there is not at least one
     */
    public void add(PurchaseHistory history, long customers) {
      InvalidValueException.check(
          customers >= 1,
          FailureCode.RANGE,
          "customers",
          "a history must be that of at least 1 customer: %s",
          customers);
      append(history.frequency(), history.recency(), history.age(), customers);
    }

    /** The table of what was added. */
    public HistoryTable build() {
      DistinctTimes agesSeen = new DistinctTimes();
      DistinctTimes recenciesSeen = new DistinctTimes();
      int[] ageCodes = codes(agesSeen, ages);
      int[] recencyCodes = codes(recenciesSeen, recencies);
      double[] distinctAges = agesSeen.sorted();
      double[] distinctRecencies = recenciesSeen.sorted();
      int ageBits = bits(distinctAges.length);
      int recencyBits = bits(distinctRecencies.length);
      int most = Arrays.stream(frequencies, 0, size).max().orElse(0);
      InvalidValueException.check(
          bits(most + 1L) + ageBits + recencyBits < Long.SIZE,
          FailureCode.LIMIT_EXCEEDED,
          "histories",
          "a table must tell its rows apart by 63 bits: frequencies to %s, %s ages, %s recencies",
          most,
          distinctAges.length,
          distinctRecencies.length);
      int[] agePlaces = agesSeen.places(distinctAges);
      int[] recencyPlaces = recenciesSeen.places(distinctRecencies);
      long[] keys = new long[size];
      for (int i = 0; i < size; i++) {
        long age = agePlaces[ageCodes[i]];
        long recency = recencyPlaces[recencyCodes[i]];
        keys[i] = ((((long) frequencies[i] << ageBits) | age) << recencyBits) | recency;
      }
      return new Coding(keys.clone(), ageBits, recencyBits)
          .table(keys, counts, distinctAges, distinctRecencies);
    }

    private void take(HistoryTable table) {
      for (int row = 0; row < table.rows(); row++) {
        append(table.frequency(row), table.recency(row), table.age(row), table.count(row));
      }
    }

    private void append(int frequency, double recency, double age, long count) {
      if (size == counts.length) {
        int capacity = size + (size >> 1);
        frequencies = Arrays.copyOf(frequencies, capacity);
        ages = Arrays.copyOf(ages, capacity);
        recencies = Arrays.copyOf(recencies, capacity);
        counts = Arrays.copyOf(counts, capacity);
      }
      frequencies[size] = frequency;
      // Adding zero makes one value of both zeros.
      ages[size] = age + 0.0;
      recencies[size] = recency + 0.0;
      counts[size] = count;
      size++;
    }

    private int[] codes(DistinctTimes seen, double[] times) {
      int[] codes = new int[size];
      for (int i = 0; i < size; i++) {
        codes[i] = seen.code(times[i]);
      }
      return codes;
    }

    private static int bits(long values) {
      return Long.SIZE - Long.numberOfLeadingZeros(Math.max(values - 1, 1));
    }
  }

  /** Rows packed into one number each, which makes sorting and comparing them one operation. */
  private static final class Coding {
    private final long[] rows;
    private final long[] keysOfRow;
    private final int ageBits;
    private final int recencyBits;

    Coding(long[] keys, int ageBits, int recencyBits) {
      this.ageBits = ageBits;
      this.recencyBits = recencyBits;
      Arrays.sort(keys);
      long[] runs = new long[keys.length];
      int kept = 0;
      for (int i = 0; i < keys.length; i++) {
        if (i == 0 || keys[i] != keys[kept - 1]) {
          keys[kept++] = keys[i];
        }
        runs[kept - 1]++;
      }
      this.rows = Arrays.copyOf(keys, kept);
      this.keysOfRow = Arrays.copyOf(runs, kept);
    }

    HistoryTable table(long[] keys, long[] counts, double[] ages, double[] recencies) {
      long[] counted = counted(keys, counts);
      int[] frequencies = new int[rows.length];
      int[] ageCodes = new int[rows.length];
      int[] recencyCodes = new int[rows.length];
      for (int row = 0; row < rows.length; row++) {
        long key = rows[row];
        recencyCodes[row] = (int) (key & mask(recencyBits));
        ageCodes[row] = (int) (key >>> recencyBits & mask(ageBits));
        frequencies[row] = (int) (key >>> recencyBits >>> ageBits);
      }
      return new HistoryTable(frequencies, ageCodes, recencyCodes, counted, ages, recencies);
    }

    private long[] counted(long[] keys, long[] counts) {
      if (Arrays.stream(counts, 0, keys.length).allMatch(count -> count == 1)) {
        // Each key is one customer: no need to look for its row.
        return keysOfRow;
      }
      long[] counted = new long[rows.length];
      for (int i = 0; i < keys.length; i++) {
        int row = Arrays.binarySearch(rows, keys[i]);
        counted[row] = Math.addExact(counted[row], counts[i]);
      }
      return counted;
    }

    private static long mask(int bits) {
      return (1L << bits) - 1;
    }
  }
}
