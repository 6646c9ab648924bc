package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to reach or keep a tier: a tree of thresholds and flags.
 *
 * <p>"50,000 miles or 60 segments, and $8,000 or a waiver" is {@code allOf(anyOf(reach(miles,
 * 50_000), reach(segments, 60)), anyOf(reach(dollars, 8_000), holds(waiver)))}. There is no "not":
 * more of anything never disqualifies.
 */
public sealed interface Qualification {
  /** So much of a metric in the ladder's period. */
  static Qualification reach(Metric metric, long threshold) {
    return new Reach(metric, threshold, Optional.empty());
  }

  /** So much of a metric in a period of its own, such as 600 nights in a lifetime. */
  static Qualification reach(Metric metric, long threshold, QualifyingPeriod period) {
    return new Reach(metric, threshold, Optional.of(period));
  }

  /** A waiver, or an entitlement that is held. */
  static Qualification holds(Flag flag) {
    return new Holds(flag);
  }

  /** All of these. */
  static Qualification allOf(Qualification... parts) {
    return new AtLeast(parts.length, ImmutableList.copyOf(parts));
  }

  /** Any one of these. */
  static Qualification anyOf(Qualification... parts) {
    return new AtLeast(1, ImmutableList.copyOf(parts));
  }

  /** At least so many of these. */
  static Qualification atLeast(int count, Qualification... parts) {
    return new AtLeast(count, ImmutableList.copyOf(parts));
  }

  /** Nothing a member can do: the tier is given, never earned. */
  static Qualification byInvitation() {
    return new ByInvitation();
  }

  /** How far these figures go. */
  Progress evaluate(Measures measures);

  /**
   * Whether these figures suffice; the same as {@code evaluate(measures).isMet()}, without words.
   */
  boolean isMet(Measures measures);

  /**
   * After what share of an event the figures sufficed, when they grow evenly during it: at 495 of
   * 500 before and 505 after, after one half. Zero where they sufficed before; absent where they do
   * not suffice even after.
   */
  Optional<Ratio> metAfterShare(Measures before, Measures after);

  /** The thresholds in the tree, in reading order. */
  ImmutableList<Reach> thresholds();

  /**
   * So much of a metric.
   *
   * @param metric what is counted
   * @param threshold how much, 1 or more, in the metric's smallest unit
   * @param period over which stretch, where it differs from the ladder's
   */
  record Reach(Metric metric, long threshold, Optional<QualifyingPeriod> period)
      implements Qualification {
    /**
     * A checked threshold.
     *
     * @throws InvalidValueException RANGE if it is below 1
     */
    public Reach {
      requireNonNull(metric, "metric");
      requireNonNull(period, "period");
      InvalidValueException.check(
          threshold >= 1,
          FailureCode.RANGE,
          "threshold",
          "threshold of %s must be at least 1: %s",
          metric.label(),
          threshold);
      InvalidValueException.check(
          period.map(own -> !own.restartsWithTier()).orElse(true),
          FailureCode.VALUE_INVALID,
          "period",
          "threshold of %s must not have a tier year of its own",
          metric.label());
    }

    @Override
    public Progress evaluate(Measures measures) {
      return new Progress.Counted(this, measures.of(metric, period));
    }

    @Override
    public boolean isMet(Measures measures) {
      return measures.of(metric, period) >= threshold;
    }

    @Override
    public Optional<Ratio> metAfterShare(Measures before, Measures after) {
      long had = before.of(metric, period);
      long has = after.of(metric, period);
      if (had >= threshold) {
        return Optional.of(Ratio.ZERO);
      }
      return has >= threshold
          ? Optional.of(Ratio.of(threshold - had, has - had))
          : Optional.empty();
    }

    @Override
    public ImmutableList<Reach> thresholds() {
      return ImmutableList.of(this);
    }
  }

  /**
   * A flag.
   *
   * @param flag which
   */
  record Holds(Flag flag) implements Qualification {
    /** A qualification by this flag. */
    public Holds {
      requireNonNull(flag, "flag");
    }

    @Override
    public Progress evaluate(Measures measures) {
      return new Progress.Flagged(flag, measures.holds(flag));
    }

    @Override
    public boolean isMet(Measures measures) {
      return measures.holds(flag);
    }

    @Override
    public Optional<Ratio> metAfterShare(Measures before, Measures after) {
      return isMet(after) ? Optional.of(Ratio.ZERO) : Optional.empty();
    }

    @Override
    public ImmutableList<Reach> thresholds() {
      return ImmutableList.of();
    }
  }

  /**
   * At least so many of these: all of them, any one, or a number between.
   *
   * @param count how many, from 1 to all
   * @param parts of which
   */
  record AtLeast(int count, List<Qualification> parts) implements Qualification {
    private static final int MOST_PARTS = 64;
    private static final int DEEPEST = 64;
    private static final int LARGEST = 10_000;

    /**
     * A checked group.
     *
     * @throws InvalidValueException RANGE if it asks for none or for more than there are;
     *     LIMIT_EXCEEDED above 64 parts, or if the whole tree has more than 10,000, each counted
     *     wherever it stands; RULE_TOO_DEEP if more than 64 groups lie within each other
     */
    public AtLeast {
      parts = ImmutableList.copyOf(parts);
      InvalidValueException.check(
          parts.size() <= MOST_PARTS,
          FailureCode.LIMIT_EXCEEDED,
          "parts",
          "group must have at most %s parts: %s",
          MOST_PARTS,
          parts.size());
      InvalidValueException.check(
          count >= 1 && count <= parts.size(),
          FailureCode.RANGE,
          "count",
          "group must ask for 1 to all of its parts: %s of %s",
          count,
          parts.size());
      checkTree(parts);
    }

    /** The parts are within bounds themselves, so that this never walks far. */
    private static void checkTree(List<Qualification> parts) {
      int depth = 1;
      int size = 1;
      for (int i = 0; i < parts.size() && size <= LARGEST; i++) {
        depth = Math.max(depth, 1 + depthOf(parts.get(i)));
        size += sizeOf(parts.get(i));
      }
      InvalidValueException.check(
          size <= LARGEST,
          FailureCode.LIMIT_EXCEEDED,
          "parts",
          "group must have at most %s parts in all that lies within it",
          LARGEST);
      InvalidValueException.check(
          depth <= DEEPEST,
          FailureCode.RULE_TOO_DEEP,
          "parts",
          "group must be nested at most %s deep: %s",
          DEEPEST,
          depth);
    }

    private static int depthOf(Qualification qualification) {
      int depth = 0;
      if (qualification instanceof AtLeast group) {
        for (Qualification part : group.parts()) {
          depth = Math.max(depth, depthOf(part));
        }
        depth++;
      }
      return depth;
    }

    private static int sizeOf(Qualification qualification) {
      int size = 1;
      if (qualification instanceof AtLeast group) {
        for (Qualification part : group.parts()) {
          size += sizeOf(part);
        }
      }
      return size;
    }

    @Override
    public Progress evaluate(Measures measures) {
      return new Progress.Grouped(
          count,
          parts.stream()
              .map(part -> part.evaluate(measures))
              .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public boolean isMet(Measures measures) {
      int met = 0;
      for (Qualification part : parts) {
        met += part.isMet(measures) ? 1 : 0;
      }
      return met >= count;
    }

    @Override
    public Optional<Ratio> metAfterShare(Measures before, Measures after) {
      return parts.stream()
          .flatMap(part -> part.metAfterShare(before, after).stream())
          .sorted()
          .skip(count - 1L)
          .findFirst();
    }

    @Override
    public ImmutableList<Reach> thresholds() {
      return parts.stream()
          .flatMap(part -> part.thresholds().stream())
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** Nothing a member can do. */
  record ByInvitation() implements Qualification {
    @Override
    public Progress evaluate(Measures measures) {
      return new Progress.Closed();
    }

    @Override
    public boolean isMet(Measures measures) {
      return false;
    }

    @Override
    public Optional<Ratio> metAfterShare(Measures before, Measures after) {
      return Optional.empty();
    }

    @Override
    public ImmutableList<Reach> thresholds() {
      return ImmutableList.of();
    }
  }
}
