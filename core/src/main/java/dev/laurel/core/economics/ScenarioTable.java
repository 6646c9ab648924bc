package dev.laurel.core.economics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Several designs of one program held against each other on the same base of spend.
 *
 * @param base what members would spend without the program
 * @param fixed what the program costs whatever they spend
 * @param rows the designs, in the order given
 */
public record ScenarioTable(ExactMoney base, ExactMoney fixed, List<Row> rows) {
  /**
   * A design of the program and what is expected of it.
   *
   * @param name its name, such as {@code generous}
   * @param economics the design
   * @param uplift how much more members buy, against a control group
   */
  public record Scenario(String name, ProgramEconomics economics, Ratio uplift) {
    /** A design of these parts. */
    public Scenario {
      requireNonNull(name, "name");
      requireNonNull(economics, "economics");
      requireNonNull(uplift, "uplift");
    }
  }

  /**
   * One design in numbers.
   *
   * @param scenario the design
   * @param headlineRebate what it promises per unit of spend
   * @param expectedFaceRebate what members will get
   * @param expectedCostRebate what that costs
   * @param breakEvenUplift the uplift it needs; absent where none is enough
   * @param profitChange what it changes in profit at the uplift expected
   */
  public record Row(
      Scenario scenario,
      Ratio headlineRebate,
      Ratio expectedFaceRebate,
      Ratio expectedCostRebate,
      Optional<Ratio> breakEvenUplift,
      ExactMoney profitChange) {
    /** A row of these parts. */
    public Row {
      requireNonNull(scenario, "scenario");
      requireNonNull(headlineRebate, "headlineRebate");
      requireNonNull(expectedFaceRebate, "expectedFaceRebate");
      requireNonNull(expectedCostRebate, "expectedCostRebate");
      requireNonNull(breakEvenUplift, "breakEvenUplift");
      requireNonNull(profitChange, "profitChange");
    }
  }

  /** A table of these parts. */
  public ScenarioTable {
    requireNonNull(base, "base");
    requireNonNull(fixed, "fixed");
    rows = ImmutableList.copyOf(rows);
  }

  /** The table of these designs. */
  public static ScenarioTable of(
      ExactMoney base, ExactMoney fixed, RoundingMode rounding, List<Scenario> scenarios) {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (Scenario scenario : scenarios) {
      ProgramEconomics economics = scenario.economics();
      rows.add(new Row(
          scenario,
          economics.headlineRebate(),
          economics.expectedFaceRebate(),
          economics.expectedCostRebate(),
          economics.breakEvenUplift(base, fixed),
          economics.profitChange(base, fixed, scenario.uplift(), rounding)));
    }
    return new ScenarioTable(base, fixed, rows.build());
  }
}
