package dev.laurel.journeys.attribution;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Paths over touchpoints and how many journeys took each, with and without a conversion at the end.
 *
 * <p>For example search, mail: 12 conversions, 40 without. Paths are kept in columns; the same path
 * may stand in several rows, which changes no result.
 */
public final class PathCounts {
  private static final int LEFT_OUT = -1;

  private final ImmutableList<TouchpointId> touchpoints;
  private final ImmutableIntArray begins;
  private final ImmutableIntArray codes;
  private final ImmutableLongArray conversions;
  private final ImmutableLongArray others;
  private final long open;

  private PathCounts(
      ImmutableList<TouchpointId> touchpoints,
      ImmutableIntArray begins,
      ImmutableIntArray codes,
      ImmutableLongArray conversions,
      ImmutableLongArray others,
      long open) {
    this.touchpoints = touchpoints;
    this.begins = begins;
    this.codes = codes;
    this.conversions = conversions;
    this.others = others;
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
          paths.codes.add(name);
        }
      }
      paths.endRow(outcome.get().isConverted() ? 1 : 0, outcome.get().isConverted() ? 0 : 1);
    }
    return paths.build();
  }

  /** The touchpoints by code, in the order in which they were first met. */
  public ImmutableList<TouchpointId> touchpoints() {
    return touchpoints;
  }

  /** How many rows there are. */
  public int rows() {
    return conversions.length();
  }

  /** How many touchpoints the path of a row has. */
  public int length(int row) {
    return end(row) - begin(row);
  }

  int begin(int row) {
    return begins.get(row);
  }

  int end(int row) {
    return begins.get(row + 1);
  }

  int code(int place) {
    return codes.get(place);
  }

  /** How many journeys of a row converted. */
  public long conversions(int row) {
    return conversions.get(row);
  }

  /** How many journeys of a row did not. */
  public long others(int row) {
    return others.get(row);
  }

  /** How many journeys converted. */
  public long conversions() {
    return conversions.stream().reduce(0, Math::addExact);
  }

  /** How many journeys there are, open ones not counted. */
  public long journeys() {
    return Math.addExact(conversions(), others.stream().reduce(0, Math::addExact));
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
    private final Map<TouchpointId, Integer> codeOf = new HashMap<>();
    private final List<TouchpointId> touchpoints = new ArrayList<>();
    private final ImmutableIntArray.Builder begins = ImmutableIntArray.builder();
    private final ImmutableIntArray.Builder placed = ImmutableIntArray.builder();
    private final Codes codes = new Codes();
    private final ImmutableLongArray.Builder conversions = ImmutableLongArray.builder();
    private final ImmutableLongArray.Builder others = ImmutableLongArray.builder();
    private long open;

    private Builder() {
      begins.add(0);
    }

    /** Counts what it passes on. */
    private final class Codes {
      private int size;

      void add(int code) {
        placed.add(code);
        size = Math.addExact(size, 1);
      }
    }

    /**
     * A path and how many journeys took it.
     *
     * @throws InvalidValueException RANGE if a count is negative
     */
    @CanIgnoreReturnValue
    public Builder add(List<TouchpointId> path, long converted, long other) {
      InvalidValueException.check(
          converted >= 0 && other >= 0,
          FailureCode.RANGE,
          "paths",
          "a path must be counted from 0: %s converted, %s not",
          converted,
          other);
      for (TouchpointId touchpoint : path) {
        codes.add(code(touchpoint));
      }
      endRow(converted, other);
      return this;
    }

    /** All rows of others. */
    @CanIgnoreReturnValue
    public Builder addAll(PathCounts rows) {
      int[] names = new int[rows.touchpoints.size()];
      for (int code = 0; code < names.length; code++) {
        names[code] = code(rows.touchpoints.get(code));
      }
      for (int row = 0; row < rows.rows(); row++) {
        for (int place = rows.begin(row); place < rows.end(row); place++) {
          codes.add(names[rows.code(place)]);
        }
        endRow(rows.conversions(row), rows.others(row));
      }
      open = Math.addExact(open, rows.open);
      return this;
    }

    private int code(TouchpointId touchpoint) {
      Integer known = codeOf.putIfAbsent(touchpoint, touchpoints.size());
      if (known == null) {
        touchpoints.add(touchpoint);
        return touchpoints.size() - 1;
      }
      return known;
    }

    private void endRow(long converted, long other) {
      begins.add(codes.size);
      conversions.add(converted);
      others.add(other);
    }

    /** The counts of all rows so far. */
    public PathCounts build() {
      return new PathCounts(
          ImmutableList.copyOf(touchpoints),
          begins.build(),
          placed.build(),
          conversions.build(),
          others.build(),
          open);
    }
  }
}
