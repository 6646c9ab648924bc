package dev.laurel.examples.cli;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.PointTerms;
import dev.laurel.tiers.membership.LoyaltyProgram;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What points are expected to cost. */
final class CostInput {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--cost",
      paramLabel = "MONEY",
      defaultValue = "USD 10.00",
      description = "What 1,000 smallest units of the points that are spent are expected to cost;"
          + " USD 10.00 if left out.")
  private String cost;

  /** The price of the points that are spent, the first type of them; absent without such points. */
  Optional<PointRate> price(LoyaltyProgram program) {
    ExactMoney money = money();
    return program.points().latest().pointTerms().stream()
        .map(PointTerms::type)
        .filter(PointType::isRedeemable)
        .findFirst()
        .map(type -> PointRate.of(type.points(1_000), money));
  }

  private ExactMoney money() {
    try {
      ExactMoney money = ExactMoney.parse(cost);
      if (money.isPositive()) {
        return money;
      }
    } catch (MalformedInputException | InvalidValueException failure) {
      throw wrong(String.valueOf(failure.getMessage()));
    }
    throw wrong("must be above zero: " + cost);
  }

  private CommandLine.ParameterException wrong(String why) {
    return new CommandLine.ParameterException(spec.commandLine(), "--cost: " + why);
  }
}
