package dev.laurel.metrics.weight;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Weights that make a sample agree with several known margins at once, where nobody knows the
 * cells.
 *
 * <p>Known are 600 customers of kind a and 400 of kind b, 450 in the north and 550 in the south;
 * the weights of the four cells are found by scaling to one margin after the other until nothing
 * moves (iterative proportional fitting, to 1e-12 relative).
 *
 * <p>Assumed: who answers depends on each trait by itself, not on combinations of them. Sources: W.
 * E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940); for the error J.-C.
 * Deville and C.-E. Sarndal, Journal of the American Statistical Association 87 (1992).
 *
 * @param margins for each trait, such as {@code region}, how many people have each of its values
 * @param cells the answers by combination of values
 */
public record Raking(
    ImmutableSortedMap<String, ImmutableSortedMap<String, Long>> margins,
    ImmutableList<Cell> cells) {
  private static final double ENOUGH = 1e-12;
  private static final int MOST_ROUNDS = 1_000;

  /**
   * The answers of those who share a value of every trait.
   *
   * @param values the value of each trait
   * @param answers their answers
   */
  public record Cell(ImmutableSortedMap<String, String> values, ScoreHistogram answers) {
    /** A cell of these values. */
    public static Cell of(Map<String, String> values, ScoreHistogram answers) {
      return new Cell(ImmutableSortedMap.copyOf(values), answers);
    }
  }

  /** What raking came to. */
  public sealed interface Outcome permits Raked, NotConverged {}

  /**
   * No weights agree with all margins, or they were not found in 1,000 rounds, as happens where a
   * combination that the margins need has no answers.
   *
   * @param worst the largest relative distance from a margin that was left
   */
  public record NotConverged(double worst) implements Outcome {}

  /**
   * Checked margins and cells.
   *
   * @throws InvalidValueException TOTAL_MISMATCH if margins have different totals,
   *     REFERENCE_UNKNOWN if a cell lacks a trait or has a value without a margin, DIVISION if
   *     nobody answered, DEFINITION_MISMATCH if two cells have different definitions
   */
  public Raking {
    InvalidValueException.check(
        !margins.isEmpty() && cells.stream().anyMatch(cell -> cell.answers().answers() > 0),
        FailureCode.DIVISION,
        "cells",
        "a raked sample must have margins and answers: %s margins",
        margins.size());
    List<Long> totals = margins.values().stream().map(Raking::total).distinct().toList();
    InvalidValueException.check(
        totals.size() == 1 && totals.get(0) > 0,
        FailureCode.TOTAL_MISMATCH,
        "margins",
        "margins must have one total above 0: %s",
        totals);
    for (Cell cell : cells) {
      cells.get(0).answers().definition().requireSame(cell.answers().definition());
      margins.forEach((trait, margin) -> InvalidValueException.check(
          margin.containsKey(cell.values().getOrDefault(trait, "")),
          FailureCode.REFERENCE_UNKNOWN,
          "cells",
          "a cell must have a value of '%s' that the margin has: %s",
          trait,
          cell.values()));
    }
  }

  /** The weights of one answer in each cell, in the order of the cells; or that there are none. */
  public Outcome rake() {
    double[] weights = new double[cells.size()];
    Arrays.fill(weights, 1);
    double worst = Double.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && worst > ENOUGH; round++) {
      worst = 0;
      for (Map.Entry<String, ImmutableSortedMap<String, Long>> margin : margins.entrySet()) {
        for (Map.Entry<String, Long> value : margin.getValue().entrySet()) {
          worst =
              Math.max(worst, scale(weights, margin.getKey(), value.getKey(), value.getValue()));
        }
      }
    }
    return worst <= ENOUGH
        ? new Raked(this, Arrays.stream(weights).boxed().collect(toImmutableList()))
        : new NotConverged(worst);
  }

  /** Scales the cells with a value to its margin, and returns by how much they were off. */
  private double scale(double[] weights, String trait, String value, long margin) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += has(i, trait, value) ? weights[i] * cells.get(i).answers().answers() : 0;
    }
    if (sum == 0) {
      return margin == 0 ? 0 : Double.MAX_VALUE;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= has(i, trait, value) ? margin / sum : 1;
    }
    return margin == 0 ? 0 : Math.abs(sum / margin - 1);
  }

  boolean has(int cell, String trait, String value) {
    return value.equals(cells.get(cell).values().get(trait));
  }

  MetricDefinition definition() {
    return cells.get(0).answers().definition();
  }

  private static long total(ImmutableSortedMap<String, Long> margin) {
    long sum = 0;
    for (long count : margin.values()) {
      InvalidValueException.check(
          count >= 0,
          FailureCode.RANGE,
          "margins",
          "a margin must count people from 0 on: %s",
          count);
      sum = Math.addExact(sum, count);
    }
    return sum;
  }

  /**
   * A sample that agrees with its margins.
   *
   * @param raking what was asked
   * @param weights for how many people one answer of each cell stands, in the order of the cells
   */
  public record Raked(Raking raking, ImmutableList<Double> weights) implements Outcome {
    /**
     * The score under these weights.
     *
     * <p>The standard error is that of the residuals which are left when the answers, less the
     * score, are regressed without weights on the margins; residuals times weights are centred,
     * with n / (n - 1).
     */
    public Estimate estimate(Confidence confidence) {
      return RakedEstimate.of(this, confidence);
    }
  }
}
