package dev.laurel.examples.journey;

import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.examples.intake.TableReader;
import dev.laurel.examples.intake.TableRow;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.examples.output.PrettyJson;
import dev.laurel.journeys.attribution.OrderChoice;
import dev.laurel.journeys.attribution.OrderSelection;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalEffects;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code laurel attribute}: whom conversions are owed to, by rules and by removal effects. */
@Command(
    name = "attribute",
    mixinStandardHelpOptions = true,
    description = {
      "Divides conversions among touchpoints by the usual rules, and tells the removal effect of"
          + " each as reach times lift.",
      "The file has the columns path (touchpoints joined by ' > '), conversions and null."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the credits are told; single rows may have been rejected",
      " 2:the command line is wrong",
      " 3:the file cannot be read",
      "70:a mistake of laurel itself"
    })
public final class AttributeCommand implements Callable<Integer> {
  private static final int MOST_REJECTS_SHOWN = 5;
  private static final int PARTS = 10;
  private static final String AUTO = "auto";

  @Spec
  private CommandSpec spec;

  @Option(names = "--paths", required = true, description = "The CSV file of paths.")
  private Path paths = Path.of("");

  @Option(
      names = "--order",
      defaultValue = "1",
      paramLabel = "ORDER",
      description = "How many touchpoints the chain remembers, 1 to 8; or auto: the smallest that"
          + " tells conversions of unseen journeys as well as the best, within one standard error.")
  private String order = "1";

  @Option(
      names = "--most-order",
      defaultValue = "4",
      description = "The highest order that auto tries, 1 to 8; 4 if left out.")
  private int most = 4;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The seed by which auto divides journeys into ten parts.")
  private long seed = 1;

  @Option(names = "--format", defaultValue = "text", description = "text or json.")
  private OutputFormat format = OutputFormat.text;

  /** A command without arguments yet. */
  public AttributeCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    checkOrder();
    PathCounts.Builder counts = PathCounts.builder();
    List<String> rejects = new ArrayList<>();
    long accepted;
    long rejected;
    try (TableReader rows = TableReader.open(paths, ',')) {
      rows.forEach(
          List.of("path", "conversions"),
          row -> add(counts, row),
          row -> rejects.add(row.code() + " in line " + row.line()));
      accepted = rows.accepted();
      rejected = rows.rejected();
    }
    rejects.stream().limit(MOST_REJECTS_SHOWN).forEach(err::println);
    err.flush();
    AttributionReport report = EventFile.checked(() -> report(accepted, rejected, counts.build()));
    if (format == OutputFormat.json) {
      out.println(PrettyJson.of(AttributionJson.of(report)));
    } else {
      AttributionText.write(report, out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private void checkOrder() {
    if (!order.equals(AUTO) && !order.matches("[0-9]{1,3}")) {
      throw new ParameterException(
          spec.commandLine(), "--order must be a whole number or auto: " + order);
    }
  }

  private AttributionReport report(long accepted, long rejected, PathCounts counts) {
    boolean isAuto = order.equals(AUTO);
    Optional<OrderChoice> choice =
        isAuto ? new OrderSelection(most, PARTS, seed).choose(counts) : Optional.empty();
    // Too few conversions to choose from are too few for more than the smallest order.
    int remembered = isAuto
        ? choice.map(OrderChoice::chosen).map(OrderChoice.Tried::order).orElse(1)
        : Integer.parseInt(order);
    return new AttributionReport(
        accepted,
        rejected,
        counts,
        remembered,
        isAuto,
        choice,
        RemovalEffects.of(counts, remembered));
  }

  private static void add(PathCounts.Builder counts, TableRow row) {
    long conversions = count(row, "conversions");
    long others = row.text("null").isEmpty() ? 0 : count(row, "null");
    counts.add(row.text("path"), '>', conversions, others);
  }

  private static long count(TableRow row, String column) {
    BigDecimal number = ExactNumber.parse(row.text(column));
    InvalidValueException.check(
        number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0 && fits(number),
        FailureCode.RANGE,
        column,
        "column '%s' must hold a count: %s",
        column,
        number);
    return number.longValueExact();
  }

  private static boolean fits(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000)) < 0;
  }
}
