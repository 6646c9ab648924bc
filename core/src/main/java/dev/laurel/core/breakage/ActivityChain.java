package dev.laurel.core.breakage;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.immutables.value.Value;

/**
 * Points that move between states of their members until they are redeemed or broken.
 *
 * <p>Points of active members are redeemed at 30 % a year and those of dormant ones at 5 %, while
 * some members fall asleep and some wake up: 51/74 of the first and 11/37 of the second will be
 * redeemed in the end, and it takes 2.97 and 3.24 years.
 *
 * <p>As a {@link BreakageModel} it takes one cohort for each state, by its name.
 *
 * <p>Source: J. G. Kemeny and J. L. Snell, Finite Markov Chains (1960), chapter 3.
 */
@Value.Immutable
public abstract class ActivityChain implements BreakageModel {
  private static final int MOST_STATES = 500;
  private static final double SLACK = 1e-9;

  ActivityChain() {}

  /** The states, in the order in which each names its probabilities. */
  @Value.Parameter
  public abstract List<State> states();

  /**
   * A state of points, and where they are a period later.
   *
   * @param name its name, such as {@code active}
   * @param moves the probabilities to be in each state of the chain, itself included
   * @param redeemed the probability to have been redeemed
   * @param broken the probability to have expired or to be lost
   */
  public record State(String name, List<Double> moves, double redeemed, double broken) {
    /**
     * A state whose probabilities add up to one.
     *
     * @throws InvalidValueException PERCENT_RANGE if they do not, or one is negative
     */
    public State {
      moves = ImmutableList.copyOf(moves);
      double sum = redeemed + broken;
      double least = Math.min(redeemed, broken);
      for (double move : moves) {
        sum += move;
        least = Math.min(least, move);
      }
      InvalidValueException.check(
          least >= 0 && Math.abs(sum - 1) <= SLACK,
          FailureCode.PERCENT_RANGE,
          "moves",
          "state '%s' must have probabilities of at least 0 that add up to 1: %s",
          name,
          sum);
    }

    /** A state of these probabilities; those to other states come last, in their order. */
    public static State of(String name, double redeemed, double broken, double... moves) {
      return new State(name, Arrays.stream(moves).boxed().toList(), redeemed, broken);
    }
  }

  /**
   * The chain of these states.
   *
   * @throws InvalidValueException VALUE_INVALID if there is no state or one has not a probability
   *     for each; CONFIG_DUPLICATE if two have one name; METRIC_DIVERGES if points could stay for
   *     ever
   */
  public static ActivityChain of(State... states) {
    return ImmutableActivityChain.of(ImmutableList.copyOf(states));
  }

  @Override
  public String name() {
    return "activity chain";
  }

  /**
   * The share of the points in a state that will be redeemed.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if there is no such state
   */
  public double ultimateRate(String state) {
    return ultimateRates().get(indexOf(state));
  }

  /** How many periods it takes on average until points of a state are redeemed or broken. */
  public double expectedPeriods(String state) {
    return periodsLeft().get(indexOf(state));
  }

  /**
   * How many points are redeemed in each of the periods to come.
   *
   * @param balances the points in each state, in their order
   * @param periods how many periods
   * @throws InvalidValueException RANGE if there is not a balance for each state, or one is
   *     negative
   */
  public List<Double> runOff(List<Double> balances, int periods) {
    InvalidValueException.check(
        balances.size() == states().size() && balances.stream().allMatch(each -> each >= 0),
        FailureCode.RANGE,
        "balances",
        "a chain must have a balance of at least 0 for each of %s states: %s",
        states().size(),
        balances);
    ImmutableList.Builder<Double> redeemed = ImmutableList.builder();
    double[] there = balances.stream().mapToDouble(Double::doubleValue).toArray();
    for (int period = 0; period < periods; period++) {
      double[] next = new double[there.length];
      double sum = 0;
      for (int i = 0; i < there.length; i++) {
        State state = states().get(i);
        sum += there[i] * state.redeemed();
        for (int j = 0; j < next.length; j++) {
          next[j] += there[i] * state.moves().get(j);
        }
      }
      redeemed.add(sum);
      there = next;
    }
    return redeemed.build();
  }

  @Override
  public BreakageForecast forecast(List<Cohort> cohorts) {
    return Forecasts.of(
        this,
        cohorts,
        this::future,
        List.of(
            "where points go depends on their present state alone, not on their age",
            "the probabilities are given, not estimated, and stay as they are"));
  }

  @Value.Lazy
  List<Double> ultimateRates() {
    return solved(states().stream().mapToDouble(State::redeemed).toArray());
  }

  @Value.Lazy
  List<Double> periodsLeft() {
    double[] ones = new double[states().size()];
    Arrays.fill(ones, 1);
    return solved(ones);
  }

  @Value.Check
  void check() {
    int size = states().size();
    InvalidValueException.check(
        size >= 1 && states().stream().allMatch(state -> state.moves().size() == size),
        FailureCode.VALUE_INVALID,
        "states",
        "a chain must have states with a probability for each of them: %s",
        states().stream().map(State::name).toList());
    InvalidValueException.check(
        size <= MOST_STATES,
        FailureCode.LIMIT_EXCEEDED,
        "states",
        "a chain must have at most %s states: %s",
        MOST_STATES,
        size);
    InvalidValueException.check(
        states().stream().map(State::name).distinct().count() == size,
        FailureCode.CONFIG_DUPLICATE,
        "states",
        "a chain must name each state once: %s",
        states().stream().map(State::name).toList());
    checkThatPointsLeave();
  }

  /** Marks the states from which points can leave, until no more are found. */
  private void checkThatPointsLeave() {
    boolean[] leaves = new boolean[states().size()];
    boolean found = true;
    while (found) {
      found = false;
      for (int i = 0; i < leaves.length; i++) {
        if (!leaves[i] && leaves(states().get(i), leaves)) {
          leaves[i] = true;
          found = true;
        }
      }
    }
    for (int i = 0; i < leaves.length; i++) {
      InvalidValueException.check(
          leaves[i],
          FailureCode.METRIC_DIVERGES,
          "states[" + i + "]",
          "points of state '%s' must leave at some time",
          states().get(i).name());
    }
  }

  private static boolean leaves(State state, boolean[] leaves) {
    if (state.redeemed() + state.broken() > 0) {
      return true;
    }
    for (int j = 0; j < leaves.length; j++) {
      if (leaves[j] && state.moves().get(j) > 0) {
        return true;
      }
    }
    return false;
  }

  private CohortForecast future(Cohort cohort) {
    double future =
        Math.min(ultimateRate(cohort.name()) * cohort.outstanding(), (double) cohort.outstanding());
    return new CohortForecast(
        cohort, Estimate.builder().value(future).method(name()).build(), Optional.empty());
  }

  private int indexOf(String name) {
    List<String> names = states().stream().map(State::name).toList();
    int index = names.indexOf(name);
    InvalidValueException.check(
        index >= 0,
        FailureCode.REFERENCE_UNKNOWN,
        "state",
        "a state must be one of %s: %s",
        names,
        name);
    return index;
  }

  /** The x that is the given reward of a period plus x where the points are then. */
  private List<Double> solved(double[] reward) {
    int size = states().size();
    DMatrixRMaj stays = CommonOps_DDRM.identity(size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        stays.add(i, j, -states().get(i).moves().get(j));
      }
    }
    DMatrixRMaj values = new DMatrixRMaj(size, 1);
    boolean found = CommonOps_DDRM.solve(stays, new DMatrixRMaj(size, 1, true, reward), values);
    InvalidValueException.check(
        found && Arrays.stream(values.data).allMatch(Double::isFinite),
        FailureCode.METRIC_DIVERGES,
        "states",
        "points of a chain must leave at some time: %s states",
        size);
    return Arrays.stream(values.data).boxed().collect(ImmutableList.toImmutableList());
  }
}
