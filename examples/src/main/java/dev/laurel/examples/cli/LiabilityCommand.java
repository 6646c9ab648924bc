package dev.laurel.examples.cli;

import dev.laurel.core.breakage.RedemptionCurve;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.triangle.ChainLadder;
import dev.laurel.core.triangle.RedemptionTriangle;
import dev.laurel.core.triangle.SigmaTail;
import dev.laurel.core.triangle.TriangleGrid;
import dev.laurel.examples.intake.Transaction;
import dev.laurel.examples.intake.TransactionReader;
import dev.laurel.examples.liability.DevelopmentChart;
import dev.laurel.examples.liability.LiabilityReport;
import dev.laurel.examples.liability.LiabilityText;
import dev.laurel.examples.liability.ObservedRun;
import dev.laurel.examples.liability.TriangleFile;
import dev.laurel.examples.output.Figures;
import dev.laurel.examples.output.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel liability}: what outstanding points will cost. */
@Command(
    name = "liability",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what the points outstanding will cost, with an interval: by the chain ladder, and by"
          + " the fates of lots.",
      "Without options: an invented network of car dealers, three years, 2,000 members."
    })
final class LiabilityCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  private String rows = "";

  @Mixin
  private RunInput input = new RunInput();

  @Option(
      names = "--triangle",
      paramLabel = "FILE",
      description = "A triangle instead of a program: cohort,issued,lapsed and cumulative"
          + " redemptions, comma-separated.")
  private @Nullable Path triangle;

  @Option(
      names = "--period",
      defaultValue = "QUARTER",
      description = "MONTH, QUARTER, HALF or YEAR of the program.")
  private CalendarPeriod period;

  @Option(
      names = "--expiry-age",
      paramLabel = "N",
      description = "The age in periods after which nothing is redeemed.")
  private @Nullable Integer expiryAge;

  @Option(
      names = "--sigma",
      defaultValue = "MACK",
      description = "The rule for the last variance: MACK or LOG_LINEAR.")
  private SigmaTail sigma;

  @Option(
      names = "--cost",
      paramLabel = "MONEY",
      defaultValue = "EUR 8.00",
      description = "What 1,000 smallest units of points cost; EUR 8.00 if left out.")
  private String cost;

  @Option(
      names = "--redeem-multiples",
      paramLabel = "N",
      defaultValue = "0",
      description = "For data without redemptions: before each transaction members spend all whole"
          + " multiples of N points.")
  private long multiple;

  @Option(names = "--chart", paramLabel = "FILE", description = "Writes the developments as SVG.")
  private @Nullable Path chart;

  @Override
  public Integer call() {
    LiabilityReport report = report();
    PrintWriter to = spec.commandLine().getOut();
    LiabilityText.print(report, to);
    if (multiple > 0 && triangle == null) {
      to.println("  redemptions are assumed: before each transaction members spend all whole"
          + " multiples of " + multiple);
      to.flush();
    }
    if (chart != null) {
      OutputFile.write(chart, out -> DevelopmentChart.write(report, out));
    }
    return CommandLine.ExitCode.OK;
  }

  private LiabilityReport report() {
    try {
      return (triangle == null ? ofProgram() : ofTable(triangle))
          .orElseThrow(() -> new Failure(
              Failure.Exit.INPUT,
              "NO_DEVELOPMENT",
              "a liability must be of two cohorts or more, of which one is two periods old"));
    } catch (InvalidValueException failure) {
      throw new Failure(
          Failure.Exit.INPUT, failure.code().name(), String.valueOf(failure.getMessage()));
    } catch (MalformedInputException failure) {
      throw new Failure(
          Failure.Exit.INPUT, failure.code().name(), String.valueOf(failure.getMessage()));
    }
  }

  private Optional<LiabilityReport> ofTable(Path file) {
    PointType type = PointType.redeemable("points", "Points");
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      RedemptionTriangle table = TriangleFile.read(text, type);
      return LiabilityReport.of(
          "Points of " + table.rows().size() + " cohorts",
          table,
          chainLadder(),
          unitCost(type),
          Optional.empty());
    } catch (IOException failure) {
      throw new Failure(Failure.Exit.INPUT, "INPUT_UNREADABLE", "file must be readable: " + file);
    }
  }

  private Optional<LiabilityReport> ofProgram() {
    Program running = input.program();
    Supplier<TransactionReader> file = input.transactions();
    PointType type = redeemable(running);
    TriangleGrid grid = grid(running, type, file);
    ObservedRun run = ObservedRun.of(running, grid);
    Submissions submissions = new Submissions(running);
    try (TransactionReader reader = file.get()) {
      reader.forEach(row -> submit(run, submissions, row.transaction()), row -> {});
      rows = Figures.of(reader.read()) + " rows, of which " + Figures.of(reader.accepted())
          + " are transactions; ";
    }
    run.settle();
    RedemptionCurve curve = run.curve();
    return LiabilityReport.of(
        running.id() + ", " + type + ": " + rows + grid.periods().size() + " cohorts from "
            + grid.firstDay() + " to " + grid.lastDay(),
        run.triangle(),
        chainLadder(),
        unitCost(type),
        Optional.of(curve));
  }

  private void submit(ObservedRun run, Submissions submissions, Transaction transaction) {
    Submission submission;
    try {
      submission = submissions.of(transaction);
    } catch (InvalidValueException failure) {
      return; // The row names points that the program has not, as "laurel run" tells.
    }
    if (multiple > 0) {
      run.redeemBefore(submission, multiple);
    }
    run.submit(submission);
  }

  /** From the first transaction to the last period that is over when the last one is known. */
  private TriangleGrid grid(Program running, PointType type, Supplier<TransactionReader> file) {
    Instant[] range = {Instant.MAX, Instant.MIN};
    try (TransactionReader reader = file.get()) {
      reader.forEach(
          row -> {
            Instant occurred = row.transaction().occurredAt();
            Instant known = row.transaction().knownAt();
            range[0] = occurred.isBefore(range[0]) ? occurred : range[0];
            range[1] = known.isAfter(range[1]) ? known : range[1];
          },
          row -> {});
    }
    if (range[0].equals(Instant.MAX)) {
      throw new Failure(Failure.Exit.INPUT, "NO_TRANSACTIONS", "file must hold a transaction");
    }
    Instant nextDay = running.calendar().afterLast(running.calendar().dateOf(range[1]));
    return TriangleGrid.of(type, running.calendar(), period, range[0], nextDay);
  }

  private static PointType redeemable(Program running) {
    return running.pointTerms().stream()
        .map(PointTerms::type)
        .filter(PointType::isRedeemable)
        .findFirst()
        .orElseThrow(() -> new Failure(
            Failure.Exit.INPUT, "REFERENCE_UNKNOWN", "program must have points that are spent"));
  }

  private ChainLadder chainLadder() {
    ChainLadder.Builder choices = ChainLadder.builder().sigmaTail(sigma);
    OptionalInt expiry = expiryAge == null ? OptionalInt.empty() : OptionalInt.of(expiryAge);
    return choices.expiryAge(expiry).build();
  }

  private PointRate unitCost(PointType type) {
    return PointRate.of(type.points(1_000), ExactMoney.parse(cost));
  }
}
