package dev.laurel.journeys.attribution;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Paths over touchpoints and how many journeys took each, with and without a conversion at the end.
 *
 * <p>For example search, mail: 12 conversions, 40 without. Paths are kept in columns; the same path
 * may stand in several rows, which changes no result.
 */
public final class PathCounts {
  private static final int LEFT_OUT = -1;
  private static final char FIRST_WIDE_SPACE = '\u1680';

  private final ImmutableList<TouchpointId> touchpoints;
  private final int[] begins;
  private final int[] codes;
  private final long[] conversions;
  private final long[] others;
  private final int rows;
  private final long open;

  /** Arrays may be longer than the rows need; what lies behind them belongs to a builder. */
  private PathCounts(
      ImmutableList<TouchpointId> touchpoints,
      int[] begins,
      int[] codes,
      long[] conversions,
      long[] others,
      int rows,
      long open) {
    this.touchpoints = touchpoints;
    this.begins = begins;
    this.codes = codes;
    this.conversions = conversions;
    this.others = others;
    this.rows = rows;
    this.open = open;
  }

  /** A builder without rows. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The paths of a log: one row for each journey whose outcome is known; the others are counted as
   * {@link #open()}.
   */
  public static PathCounts of(JourneyLog log) {
    return of(log, Set.of());
  }

  /**
   * The paths of a log without some touchpoints, such as the purchase that is the conversion
   * itself.
   */
  public static PathCounts of(JourneyLog log, Set<TouchpointId> without) {
    Builder paths = builder();
    int[] names = new int[log.touchpoints().size()];
    for (int code = 0; code < names.length; code++) {
      TouchpointId touchpoint = log.touchpoints().get(code);
      names[code] = without.contains(touchpoint) ? LEFT_OUT : paths.code(touchpoint);
    }
    for (int journey = 0; journey < log.journeys(); journey++) {
      Optional<Outcome> outcome = log.facts(journey).outcome();
      if (outcome.isEmpty()) {
        paths.open++;
        continue;
      }
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        int name = names[log.codeAt(event)];
        if (name != LEFT_OUT) {
          paths.addCode(name);
        }
      }
      paths.endRow(outcome.get().isConverted() ? 1 : 0, outcome.get().isConverted() ? 0 : 1);
    }
    return paths.build();
  }

  /**
   * The paths of these codes.
   *
   * @param touchpoints the touchpoint of each code
   * @param begins where the path of each row begins among the codes, and at last where the last one
   *     ends
   * @param codes the touchpoints of all paths, one path after the other
   * @param conversions how many journeys of each row converted
   * @param others how many did not
   * @throws InvalidValueException RANGE if a number is none of these; CONFIG_DUPLICATE if a
   *     touchpoint has two codes
   */
  public static PathCounts ofCodes(
      List<TouchpointId> touchpoints,
      int[] begins,
      int[] codes,
      long[] conversions,
      long[] others) {
    PathCounts paths = new PathCounts(
        ImmutableList.copyOf(touchpoints),
        begins.clone(),
        codes.clone(),
        conversions.clone(),
        others.clone(),
        conversions.length,
        0);
    paths.check();
    return paths;
  }

  /** The same rows with other counts and nothing open; nothing is copied. */
  PathCounts withCounts(long[] conversions, long[] others) {
    return new PathCounts(touchpoints, begins, codes, conversions, others, rows, 0);
  }

  private void check() {
    InvalidValueException.check(
        Set.copyOf(touchpoints).size() == touchpoints.size(),
        FailureCode.CONFIG_DUPLICATE,
        "touchpoints",
        "touchpoints must have one code each");
    InvalidValueException.check(
        begins.length == rows + 1
            && others.length == rows
            && begins[0] == 0
            && begins[rows] == codes.length,
        FailureCode.RANGE,
        "begins",
        "rows must have a path, conversions and others each: %s, %s, %s",
        begins.length - 1,
        rows,
        others.length);
    boolean isFine = true;
    for (int row = 0; row < rows; row++) {
      isFine &= begins[row] <= begins[row + 1] && (conversions[row] | others[row]) >= 0;
    }
    for (int code : codes) {
      isFine &= code >= 0 && code < touchpoints.size();
    }
    InvalidValueException.check(
        isFine,
        FailureCode.RANGE,
        "codes",
        "rows must end after they begin, be counted from 0, and be of touchpoints that there are");
  }

  /** The touchpoints by code, in the order in which they were first met. */
  public ImmutableList<TouchpointId> touchpoints() {
    return touchpoints;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** How many touchpoints the path of a row has. */
  public int length(int row) {
    return end(row) - begin(row);
  }

  int begin(int row) {
    return begins[row];
  }

  int end(int row) {
    return begins[row + 1];
  }

  int code(int place) {
    return codes[place];
  }

  /** How many journeys of a row converted. */
  public long conversions(int row) {
    return conversions[row];
  }

  /** How many journeys of a row did not. */
  public long others(int row) {
    return others[row];
  }

  /** How many journeys converted. */
  public long conversions() {
    return sum(conversions, rows);
  }

  /** How many journeys there are, open ones not counted. */
  public long journeys() {
    return Math.addExact(conversions(), sum(others, rows));
  }

  private static long sum(long[] counts, int rows) {
    long sum = 0;
    for (int row = 0; row < rows; row++) {
      sum = Math.addExact(sum, counts[row]);
    }
    return sum;
  }

  /** How many journeys had no outcome yet and are in no row. */
  public long open() {
    return open;
  }

  /** The rows of both. */
  public PathCounts merge(PathCounts other) {
    return builder().addAll(this).addAll(other).build();
  }

  /** The size alone. */
  @Override
  public String toString() {
    return rows() + " rows over " + touchpoints.size() + " touchpoints";
  }

  /** Builds {@link PathCounts}. */
  public static final class Builder {
    private final NameTable names = new NameTable();
    private @Nullable KnownNames known;
    private int[] begins = new int[17];
    private int[] codes = new int[64];
    private long[] conversions = new long[16];
    private long[] others = new long[16];
    private int rows;
    private int size;
    private long open;

    private Builder() {}

    /**
     * A path and how many journeys took it.
     *
     * @throws InvalidValueException RANGE if a count is negative
     */
    @CanIgnoreReturnValue
    public Builder add(List<TouchpointId> path, long converted, long other) {
      checkCounts(converted, other);
      for (TouchpointId touchpoint : path) {
        addCode(names.code(touchpoint));
      }
      endRow(converted, other);
      return this;
    }

    /**
     * A path in text and how many journeys took it: {@code "search > mail", '>'}.
     *
     * @param path the names of the touchpoints; white space around them and empty ones do not count
     * @param between what stands between them
     * @throws InvalidValueException RANGE if a count is negative; TEXT_INVALID for a name
     */
    @CanIgnoreReturnValue
    public Builder add(String path, char between, long converted, long other) {
      checkCounts(converted, other);
      if (known == null) {
        known = new KnownNames(between);
      }
      if (known.isFor(path, between)) {
        makeRoom(path.length() / 2 + 1);
        int end = known.read(path, codes, size);
        if (end == KnownNames.NOT_KNOWN) {
          int begun = size;
          addNames(path, between);
          known.learn(codes, begun);
        } else {
          size = end;
        }
      } else {
        addNames(path, between);
      }
      endRow(converted, other);
      return this;
    }

    /** Adds the touchpoints of a path one by one with all checks; all of them or none. */
    private void addNames(String path, char between) {
      int begun = size;
      int before = names.touchpoints().size();
      try {
        int at = 0;
        while (at <= path.length()) {
          at = addName(path, at, between) + 1;
        }
      } catch (InvalidValueException failure) {
        size = begun;
        names.keep(before);
        throw failure;
      }
    }

    /** Adds the touchpoint that begins at a place of the text, and says where it ends. */
    private int addName(String path, int from, char between) {
      int begin = from;
      while (begin < path.length()
          && path.charAt(begin) != between
          && isSpace(path.charAt(begin))) {
        begin++;
      }
      int end = begin;
      int hash = 0;
      int hashAtEnd = 0;
      int at = begin;
      for (; at < path.length() && path.charAt(at) != between; at++) {
        hash = NameTable.hash(hash, path.charAt(at));
        if (!isSpace(path.charAt(at))) {
          end = at + 1;
          hashAtEnd = hash;
        }
      }
      if (end > begin) {
        addCode(names.code(path, begin, end, hashAtEnd));
      }
      return at;
    }

    private static boolean isSpace(char c) {
      return (c <= ' ' || c >= FIRST_WIDE_SPACE) && Character.isWhitespace(c);
    }

    /** All rows of others. */
    @CanIgnoreReturnValue
    public Builder addAll(PathCounts more) {
      int[] moved = more.touchpoints.stream().mapToInt(names::code).toArray();
      for (int row = 0; row < more.rows(); row++) {
        for (int place = more.begin(row); place < more.end(row); place++) {
          addCode(moved[more.code(place)]);
        }
        endRow(more.conversions(row), more.others(row));
      }
      open = Math.addExact(open, more.open);
      return this;
    }

    private static void checkCounts(long converted, long other) {
      InvalidValueException.check(
          converted >= 0 && other >= 0,
          FailureCode.RANGE,
          "paths",
          "a path must be counted from 0: %s converted, %s not",
          converted,
          other);
    }

    private int code(TouchpointId touchpoint) {
      return names.code(touchpoint);
    }

    private void addCode(int code) {
      makeRoom(1);
      codes[size++] = code;
    }

    private void makeRoom(int more) {
      if (codes.length - size < more) {
        codes =
            Arrays.copyOf(codes, Math.max(Math.addExact(size, size), Math.addExact(size, more)));
      }
    }

    private void endRow(long converted, long other) {
      if (rows == conversions.length) {
        int room = Math.addExact(rows, rows);
        conversions = Arrays.copyOf(conversions, room);
        others = Arrays.copyOf(others, room);
        begins = Arrays.copyOf(begins, room + 1);
      }
      conversions[rows] = converted;
      others[rows] = other;
      rows++;
      begins[rows] = size;
    }

    /** The counts of all rows so far. */
    public PathCounts build() {
      // Rows are only ever added behind those that there are, so that nothing has to be copied.
      return new PathCounts(
          ImmutableList.copyOf(names.touchpoints()),
          begins,
          codes,
          conversions,
          others,
          rows,
          open);
    }
  }
}
