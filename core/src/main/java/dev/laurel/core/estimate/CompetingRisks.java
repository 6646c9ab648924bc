package dev.laurel.core.estimate;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The shares that have left in each of several causes after a time: of ten lots 0.5917 redeemed and
 * 0.4083 expired, which add up to one.
 *
 * <p>What expires can no longer be redeemed, so that the causes compete; one less the Kaplan-Meier
 * share, which takes expiry for being lost from sight, overstates redemption (0.7083 here).
 * Standard errors are clustered.
 *
 * <p>Source: O. O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous
 * Markov chains based on censored observations", Scandinavian Journal of Statistics 5 (1978).
 */
public final class CompetingRisks {
  private static final String METHOD = "Aalen-Johansen";

  private final Spells spells;

  private CompetingRisks(Spells spells) {
    this.spells = spells;
  }

  /** The risks that these spells show. */
  public static CompetingRisks of(Spells spells) {
    return new CompetingRisks(requireNonNull(spells, "spells"));
  }

  /** The causes. */
  public List<String> causes() {
    return spells.causes();
  }

  /** The share that has not left in any cause. */
  public StepCurve staying() {
    return KaplanMeier.staying(spells, CurveError.CLUSTERED);
  }

  /**
   * The share that has left in one cause.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if there is no such cause
   */
  public StepCurve leavingIn(String cause) {
    return table(cause).leaving(METHOD + " of " + cause);
  }

  /**
   * Units that have stayed until a time, such as 500 points after 3 months.
   *
   * @param time how long they have stayed
   * @param units how many there are
   */
  public record Staying(long time, double units) {
    /**
     * Units of a checked number.
     *
     * @throws InvalidValueException RANGE if there are fewer than none
     */
    public Staying {
      InvalidValueException.check(
          units >= 0 && Double.isFinite(units),
          FailureCode.RANGE,
          "units",
          "units that stay must be a number of at least 0: %s",
          units);
    }
  }

  /**
   * How many of the units that are still there will leave in one cause, by the last time that the
   * spells show.
   *
   * <p>The standard error is that of the curves; what these units will do by chance is not in it.
   * Units that have stayed longer than any spell are taken to stay.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if there is no such cause
   */
  public Estimate stillLeavingIn(String cause, List<Staying> units) {
    ExitTable table = table(cause);
    double value = sum(units, each -> each.units() * share(table, each.time()));
    double[] squares = {0};
    table.influences((onStays, onGone) -> {
      double influence =
          sum(units, each -> each.units() * influence(table, each.time(), onStays, onGone));
      squares[0] += influence * influence;
    });
    Estimate.Builder estimate = Estimate.builder().value(value).method(METHOD + " of " + cause);
    return estimate
        .standardError(Math.sqrt(squares[0]))
        .observations(spells.size())
        .addAssumption("units do as those did that were observed, at whatever date")
        .addAssumption("nothing leaves after the longest time observed")
        .addAssumption("the error is that of the curves, not of what the units will do by chance")
        .build();
  }

  private ExitTable table(String cause) {
    int index = spells.indexOf(cause);
    return new ExitTable(spells, exit -> true, exit -> exit == index);
  }

  /** The share of those still there at a time that will leave as asked. */
  private static double share(ExitTable table, long time) {
    int index = table.indexAt(time);
    double stays = table.staysAt(index);
    return stays == 0 ? 0 : (table.goneAt(table.size() - 1) - table.goneAt(index)) / stays;
  }

  private static double influence(ExitTable table, long time, double[] onStays, double[] onGone) {
    int index = table.indexAt(time);
    double stays = table.staysAt(index);
    if (stays == 0 || table.size() == 0) {
      return 0;
    }
    double onGoneHere = index < 0 ? 0 : onGone[index];
    double onStaysHere = index < 0 ? 0 : onStays[index];
    return (onGone[table.size() - 1] - onGoneHere - share(table, time) * onStaysHere) / stays;
  }

  private static double sum(List<Staying> units, ToDoubleFunction<Staying> number) {
    return units.stream().mapToDouble(number).sum();
  }
}
