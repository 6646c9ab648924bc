package dev.laurel.core.estimate;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long units stayed, and how each stay ended: in one of several causes, or not yet.
 *
 * <p>A lot of 500 points that was redeemed after 3 months is a spell of 3 with a weight of 500 that
 * ended in {@code redeemed}; one that is still there after 5 months is a spell of 5, censored. Time
 * is in whole units of the caller's choice. Spells that may go together, such as those of one
 * member, carry one cluster; a spell without a cluster stands alone.
 *
 * <p>Spells merge; their order does not matter.
 */
public final class Spells {
  private static final Comparator<Spell> ORDER = Comparator.comparing(Spell::cluster)
      .thenComparing(Spell::time)
      .thenComparing(Spell::exit)
      .thenComparing(Spell::weight);

  private final ImmutableList<String> causes;
  private final ImmutableList<Spell> inOrder;

  /** One stay; an exit of -1 is none, an empty cluster is one of its own. */
  record Spell(long time, int exit, long weight, String cluster) {}

  private Spells(ImmutableList<String> causes, Stream<Spell> spells) {
    this.causes = causes;
    this.inOrder = spells.sorted(ORDER).collect(ImmutableList.toImmutableList());
  }

  /**
   * A builder of spells that end in one of these causes.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if there is no cause, or one twice
   */
  public static Builder endingIn(String... causes) {
    ImmutableList<String> all = ImmutableList.copyOf(causes);
    InvalidValueException.check(
        !all.isEmpty() && all.stream().distinct().count() == all.size(),
        FailureCode.CONFIG_DUPLICATE,
        "causes",
        "spells must end in one cause or more, each named once: %s",
        all);
    return new Builder(all);
  }

  /** The causes in which spells may end. */
  public List<String> causes() {
    return causes;
  }

  /** How many spells there are. */
  public int size() {
    return inOrder.size();
  }

  /**
   * These spells and the others.
   *
   * @throws InvalidValueException TYPE_MISMATCH if the others end in other causes
   */
  public Spells merge(Spells other) {
    InvalidValueException.check(
        causes.equals(other.causes),
        FailureCode.TYPE_MISMATCH,
        "causes",
        "spells must end in the same causes to be merged: %s and %s",
        causes,
        other.causes);
    return new Spells(causes, Stream.concat(inOrder.stream(), other.inOrder.stream()));
  }

  /** Whether each spell counts once and stands alone, as the formula of Greenwood wants it. */
  boolean isSimple() {
    return inOrder.stream()
        .allMatch(spell -> spell.weight() == 1 && spell.cluster().isEmpty());
  }

  /** The spells, those of a cluster next to each other and by time. */
  List<Spell> inOrder() {
    return inOrder;
  }

  int indexOf(String cause) {
    int index = causes.indexOf(requireNonNull(cause, "cause"));
    InvalidValueException.check(
        index >= 0,
        FailureCode.REFERENCE_UNKNOWN,
        "cause",
        "a cause must be one of %s: %s",
        causes,
        cause);
    return index;
  }

  /** Collects spells. */
  public static final class Builder {
    private final ImmutableList<String> causes;
    private final List<Spell> spells = new ArrayList<>();

    private Builder(ImmutableList<String> causes) {
      this.causes = causes;
    }

    /** Adds one unit that left after this time, and stands alone. */
    @CanIgnoreReturnValue
    public Builder add(long time, String cause) {
      return spell(time, index(cause), 1, "");
    }

    /**
     * Adds a weight, such as points, that left after this time and goes with its cluster.
     *
     * @throws InvalidValueException RANGE if the time or the weight is negative; REFERENCE_UNKNOWN
     *     if the cause is none of those named
     */
    @CanIgnoreReturnValue
    public Builder add(long time, String cause, long weight, String cluster) {
      return spell(time, index(cause), weight, cluster);
    }

    /** Adds one unit that had not left by this time, and stands alone. */
    @CanIgnoreReturnValue
    public Builder addCensored(long time) {
      return spell(time, -1, 1, "");
    }

    /** Adds a weight that had not left by this time and goes with its cluster. */
    @CanIgnoreReturnValue
    public Builder addCensored(long time, long weight, String cluster) {
      return spell(time, -1, weight, cluster);
    }

    /** The spells. */
    public Spells build() {
      return new Spells(causes, spells.stream());
    }

    private int index(String cause) {
      return new Spells(causes, Stream.of()).indexOf(cause);
    }

    private Builder spell(long time, int exit, long weight, String cluster) {
      InvalidValueException.check(
          time >= 0 && weight >= 0,
          FailureCode.RANGE,
          "time",
          "a spell must have a time and a weight of at least 0: %s, %s",
          time,
          weight);
      if (weight > 0) {
        spells.add(new Spell(time, exit, weight, requireNonNull(cluster, "cluster")));
      }
      return this;
    }
  }
}
