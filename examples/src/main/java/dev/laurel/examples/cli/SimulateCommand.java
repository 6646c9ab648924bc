package dev.laurel.examples.cli;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointRate;
import dev.laurel.examples.member.GrowthJson;
import dev.laurel.examples.member.GrowthText;
import dev.laurel.examples.member.PyramidChart;
import dev.laurel.examples.output.Figures;
import dev.laurel.examples.output.OutputFile;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.examples.output.PrettyJson;
import dev.laurel.tiers.json.TiersJson;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.simulation.Growth;
import dev.laurel.tiers.simulation.Population;
import dev.laurel.tiers.simulation.Simulation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel simulate}: what becomes of a program before it is launched. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Lets an invented population live in a program, and tells year by year how many members come,"
          + " how many have which tier, and what the points cost.",
      "Without options: the guests of a coffee house, three years."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the simulation is complete",
      " 2:the command line is wrong",
      " 3:the program or the population cannot be read, or they do not go together",
      " 6:a file cannot be written"
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--program",
      paramLabel = "FILE",
      defaultValue = "starbucks",
      description =
          "A program with ladders in JSON, or fordpass, frequent-flyer, hotel or" + " starbucks.")
  private String program;

  @Option(
      names = "--population",
      paramLabel = "FILE",
      description = "Who joins when and how they live, in JSON; that of the example if left out.")
  private @Nullable Path population;

  @Option(
      names = "--seed",
      defaultValue = "20260101",
      description = "The number from which all chance follows.")
  private long seed;

  @Mixin
  private CostInput cost = new CostInput();

  @Option(names = "--format", defaultValue = "text", description = "text or json.")
  private OutputFormat format;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Writes the tiers at the end of each year there, as SVG.")
  private @Nullable Path chart;

  @Option(
      names = "--lives",
      paramLabel = "FILE",
      description = "Writes there what was told about each member, a JSON line each, which"
          + " statement and what-if read.")
  private @Nullable Path lives;

  @Override
  public Integer call() {
    LoyaltyProgram running = LoyaltyExample.program(program);
    Population living = LoyaltyExample.population(program, population);
    Optional<PointRate> price = cost.price(running);
    Simulation simulation = simulation(running, living, seed);
    Growth growth = simulation.run();
    print(growth, price);
    if (chart != null) {
      LadderVersions ladder = LoyaltyExample.drawn(running);
      OutputFile.write(chart, to -> PyramidChart.write(growth, ladder, to));
    }
    if (lives != null) {
      OutputFile.write(lives, to -> {
        for (long member = 0; member < living.members(); member++) {
          to.write(TiersJson.standard().write(simulation.life(member)));
          to.write('\n');
        }
      });
    }
    return CommandLine.ExitCode.OK;
  }

  private static Simulation simulation(LoyaltyProgram running, Population living, long seed) {
    try {
      return new Simulation(running, living, seed);
    } catch (InvalidValueException failure) {
      throw new Failure(
          Failure.Exit.INPUT, failure.code().name(), String.valueOf(failure.getMessage()));
    }
  }

  private void print(Growth growth, Optional<PointRate> price) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.json) {
      out.println(PrettyJson.of(GrowthJson.report(growth, price)));
    } else {
      out.println(program + " with "
          + Figures.of(growth.simulation().population().members()) + " members and seed " + seed);
      GrowthText.print(growth, price, out);
    }
    out.flush();
  }
}
