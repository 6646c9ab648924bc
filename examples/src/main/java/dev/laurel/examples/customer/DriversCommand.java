package dev.laurel.examples.customer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.examples.output.OutputFile;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.examples.output.PrettyJson;
import dev.laurel.metrics.driver.DriverAnalysis;
import dev.laurel.metrics.driver.DriverBootstrap;
import dev.laurel.metrics.driver.DriverImportance;
import dev.laurel.metrics.driver.ImportancePerformance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laurel drivers}: what goes with a score. */
@Command(
    name = "drivers",
    mixinStandardHelpOptions = true,
    description = "Tells how much of the variation of a score each column of a table goes with.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:importance is told; rows with a missing or unreadable rating may have been rejected",
      " 2:the command line is wrong",
      " 3:the file cannot be read",
      " 5:importance cannot be told, for the reason printed",
      " 6:--chart cannot be written",
      "70:a mistake of laurel itself"
    })
public final class DriversCommand implements Callable<Integer> {
  private static final int NO_RESULT = 5;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A table in CSV, one respondent a row.")
  private Path file;

  @Option(
      names = "--outcome",
      required = true,
      paramLabel = "COLUMN",
      description = "The score to be explained.")
  private String outcome;

  @Option(
      names = "--driver",
      paramLabel = "COLUMN",
      description = "A column that may explain it; repeatable; all others if left out.")
  private List<String> drivers = new ArrayList<>();

  @Option(
      names = "--scale",
      paramLabel = "NUMBER",
      arity = "2",
      description = "Lowest and highest point of the drivers' scale; adds the table of importance"
          + " and performance.")
  private List<Double> scale = new ArrayList<>();

  @Option(
      names = "--replicates",
      defaultValue = "2000",
      description = "How many samples the intervals are drawn from, 100 to 100,000.")
  private int replicates;

  @Option(names = "--seed", defaultValue = "1", description = "The seed of the drawing.")
  private long seed;

  @Option(names = "--format", defaultValue = "text", description = "text or json.")
  private OutputFormat format;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Writes the shares of the drivers as SVG.")
  private @Nullable Path chart;

  /** A command without arguments yet. */
  public DriversCommand() {}

  @Override
  public Integer call() {
    RatingsFile ratings = RatingsFile.of(file, outcome, drivers);
    DriverAnalysis analysis;
    ImmutableList<ImportancePerformance> table;
    try {
      analysis = new DriverBootstrap(replicates, seed, Confidence.P95).analyse(ratings.sample());
      table = scale.isEmpty()
          ? ImmutableList.of()
          : ImportancePerformance.table(ratings.sample().moments(), scale.get(0), scale.get(1));
    } catch (InvalidValueException failure) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), failure.code() + ": " + failure.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.json) {
      out.println(PrettyJson.of(json(ratings, analysis, table)));
    } else {
      text(ratings, analysis, table, out);
    }
    out.flush();
    if (analysis.explained().isEmpty()) {
      return NO_RESULT;
    }
    if (chart != null) {
      DriverAnalysis.Explained explained = analysis.explained().get();
      OutputFile.write(chart, to -> DriversChart.write(explained, byShare(explained), to));
    }
    return CommandLine.ExitCode.OK;
  }

  private static void text(
      RatingsFile ratings,
      DriverAnalysis analysis,
      List<ImportancePerformance> table,
      PrintWriter out) {
    line(
        out,
        "Rows: %,d read = %,d complete + %,d rejected",
        ratings.read(),
        ratings.sample().size(),
        ratings.rejected());
    if (analysis instanceof DriverAnalysis.Unexplained unexplained) {
      line(out, "Importance cannot be told: %s %s", unexplained.reason(), unexplained.columns());
    } else if (analysis instanceof DriverAnalysis.Explained explained) {
      explained(explained, out);
      table(table, out);
    }
  }

  private static void explained(DriverAnalysis.Explained explained, PrintWriter out) {
    line(
        out,
        "All drivers together go with %.1f %% of the variation of %s",
        100 * explained.rSquared(),
        explained.outcome());
    line(out, "");
    line(
        out,
        "%-24s%9s%17s%10s%17s%13s%8s",
        "Driver",
        "share",
        "at 95 %",
        "Johnson",
        "at 95 %",
        "correlation",
        "weight");
    for (DriverImportance driver : byShare(explained)) {
      line(
          out,
          "%-24s%9.3f%17s%10.3f%17s%13.3f%8.3f",
          driver.name(),
          driver.shapley(),
          bounds(driver.shapleyInterval()),
          driver.johnson(),
          bounds(driver.johnsonInterval()),
          driver.correlation(),
          driver.weight());
    }
    line(out, "");
    line(
        out,
        "Shares (Shapley, also called LMG) add up to %.3f, and so do the weights of Johnson.",
        explained.rSquared());
    explained.cautions().forEach(caution -> line(out, "Note: %s.", caution));
    if (explained.failedReplicates() > 0) {
      line(out, "Note: %,d samples of the bootstrap had no result.", explained.failedReplicates());
    }
  }

  private static String bounds(Optional<Interval> interval) {
    return interval
        .map(bounds -> String.format(Locale.ROOT, "%.3f to %.3f", bounds.lower(), bounds.upper()))
        .orElse("");
  }

  private static void table(List<ImportancePerformance> table, PrintWriter out) {
    if (!table.isEmpty()) {
      line(out, "");
      line(out, "%-24s%12s%13s  %s", "Driver", "importance", "performance", "what to do");
    }
    for (ImportancePerformance row : table) {
      line(
          out,
          "%-24s%12.1f%13.1f  %s",
          row.name(),
          row.importance(),
          row.performance(),
          row.quadrant().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private static List<DriverImportance> byShare(DriverAnalysis.Explained explained) {
    return explained.drivers().stream()
        .sorted(Comparator.comparingDouble((DriverImportance driver) -> -driver.shapley())
            .thenComparing(DriverImportance::name))
        .toList();
  }

  private static void line(PrintWriter out, String template, Object... values) {
    out.println(String.format(Locale.ROOT, template, values));
  }

  private static ObjectNode json(
      RatingsFile ratings, DriverAnalysis analysis, List<ImportancePerformance> table) {
    ObjectNode json = ClvJson.object();
    ObjectNode rows = json.putObject("rows");
    rows.put("read", ratings.read());
    rows.put("complete", ratings.sample().size());
    rows.put("rejected", ratings.rejected());
    if (analysis instanceof DriverAnalysis.Unexplained unexplained) {
      json.put("failure", unexplained.reason().name());
      ArrayNode columns = json.putArray("columns");
      unexplained.columns().forEach(columns::add);
    } else if (analysis instanceof DriverAnalysis.Explained explained) {
      json.put("outcome", explained.outcome());
      json.put("rSquared", explained.rSquared());
      ArrayNode cautions = json.putArray("cautions");
      explained.cautions().forEach(cautions::add);
      ArrayNode array = json.putArray("drivers");
      explained.drivers().forEach(driver -> array.add(json(driver)));
      ArrayNode places = json.putArray("importancePerformance");
      table.forEach(row -> places
          .addObject()
          .put("driver", row.name())
          .put("importance", row.importance())
          .put("performance", row.performance())
          .put("quadrant", row.quadrant().name()));
    }
    return json;
  }

  private static ObjectNode json(DriverImportance driver) {
    ObjectNode json = ClvJson.object();
    json.put("driver", driver.name());
    json.put("shapley", driver.shapley());
    driver.shapleyInterval().ifPresent(interval -> {
      json.put("lower", interval.lower());
      json.put("upper", interval.upper());
    });
    json.put("johnson", driver.johnson());
    driver.johnsonInterval().ifPresent(interval -> {
      json.put("johnsonLower", interval.lower());
      json.put("johnsonUpper", interval.upper());
    });
    json.put("correlation", driver.correlation());
    json.put("weight", driver.weight());
    json.put("pratt", driver.pratt());
    json.put("first", driver.first());
    json.put("last", driver.last());
    return json;
  }
}
