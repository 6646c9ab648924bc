package dev.laurel.metrics.driver;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much of the variation of an outcome each driver goes with, or why that cannot be told.
 *
 * <p>Of the fertility of 47 Swiss provinces five traits explain 0.707 of the variation: 0.260 of it
 * go with education, 0.171 with examinations, and the rest with the three others.
 *
 * <p>Association, not cause. Assumed: the outcome is a sum of multiples of the drivers and noise,
 * and rows are independent of each other; a driver of which little is good and much is bad is
 * underrated. With ratings on few points that is an approximation. Sources: R. Lindeman, P. Merenda
 * and R. Gold, "Introduction to Bivariate and Multivariate Analysis" (1980); J. W. Johnson,
 * Multivariate Behavioral Research 35 (2000); U. Gromping, Journal of Statistical Software 17
 * (2006), whose package relaimpo gives the same figures.
 */
public sealed interface DriverAnalysis {
  /** The result; absent if there is none. */
  Optional<Explained> explained();

  /** The importance of each driver. */
  @Value.Immutable
  abstract non-sealed class Explained implements DriverAnalysis {
    Explained() {}

    /** The fewest rows for each driver at which importance begins to be stable. */
    public static final int ROWS_PER_DRIVER = 10;

    /** The name of the outcome. */
    public abstract String outcome();

    /** The share of the variation that all drivers together go with, from 0 to 1. */
    public abstract double rSquared();

    /** How many rows it rests on. */
    public abstract long size();

    /** The drivers, in the order of the sample. */
    public abstract ImmutableList<DriverImportance> drivers();

    /** How many samples of the bootstrap had no result and were left out; 0 without bootstrap. */
    @Value.Default
    public int failedReplicates() {
      return 0;
    }

    /** What a reader must know, in sentences. */
    @Value.Derived
    public ImmutableList<String> cautions() {
      ImmutableList.Builder<String> cautions = ImmutableList.builder();
      cautions.add("this is association, not cause: changing a driver need not change the outcome");
      if (size() < (long) ROWS_PER_DRIVER * drivers().size()) {
        cautions.add("importance is unstable with fewer than " + ROWS_PER_DRIVER
            + " rows for each driver: " + size() + " for " + drivers().size());
      }
      return cautions.build();
    }

    @Override
    public Optional<Explained> explained() {
      return Optional.of(this);
    }

    /** A builder without parts. */
    public static Builder builder() {
      return new Builder();
    }

    /** Builds an {@link Explained}. */
    public static final class Builder extends ImmutableExplained.Builder {
      Builder() {}
    }
  }

  /**
   * No result.
   *
   * @param reason why
   * @param columns the columns that are to blame, if some are
   */
  record Unexplained(Reason reason, ImmutableList<String> columns) implements DriverAnalysis {
    /** A reason with its columns. */
    public Unexplained {
      requireNonNull(reason, "reason");
      requireNonNull(columns, "columns");
    }

    @Override
    public Optional<Explained> explained() {
      return Optional.empty();
    }
  }

  /** Why there is no result, in order of precedence. */
  enum Reason {
    /** There are not more rows than columns. */
    TOO_FEW_ROWS,
    /** The outcome has one value only. */
    OUTCOME_CONSTANT,
    /** A driver has one value only. */
    DRIVER_CONSTANT,
    /** A driver is a sum of multiples of others, so that nothing can be shared out among them. */
    COLLINEAR
  }
}
