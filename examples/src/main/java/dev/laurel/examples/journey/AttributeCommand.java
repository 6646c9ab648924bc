package dev.laurel.examples.journey;

import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.examples.intake.TableReader;
import dev.laurel.examples.intake.TableRow;
import dev.laurel.examples.output.Figures;
import dev.laurel.journeys.attribution.AttributionRule;
import dev.laurel.journeys.attribution.Credits;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalEffects;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Spec
  private CommandSpec spec;

  @Option(names = "--paths", required = true, description = "The CSV file of paths.")
  private Path paths = Path.of("");

  @Option(
      names = "--order",
      defaultValue = "1",
      description = "How many touchpoints the chain remembers, 1 to 8.")
  private int order = 1;

  /** A command without arguments yet. */
  public AttributeCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    PathCounts.Builder counts = PathCounts.builder();
    List<String> rejects = new ArrayList<>();
    try (TableReader rows = TableReader.open(paths, ',')) {
      rows.forEach(
          List.of("path", "conversions"),
          row -> add(counts, row),
          row -> rejects.add(row.code() + " in line " + row.line()));
      out.println((rows.accepted() + rows.rejected()) + " rows read = " + rows.accepted()
          + " accepted + " + rows.rejected() + " rejected");
    }
    rejects.stream().limit(MOST_REJECTS_SHOWN).forEach(err::println);
    err.flush();
    tell(counts.build(), out);
    out.flush();
    return CommandLine.ExitCode.OK;
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

  private void tell(PathCounts counts, PrintWriter out) {
    out.println(Figures.of(counts.journeys()) + " journeys, " + Figures.of(counts.conversions())
        + " conversions");
    Optional<RemovalEffects> found = EventFile.checked(() -> RemovalEffects.of(counts, order));
    if (found.isEmpty()) {
      out.println("Nothing converted; there is nothing to divide.");
      return;
    }
    Map<String, Credits> credits = new LinkedHashMap<>();
    credits.put("first", Credits.of(counts, AttributionRule.first()));
    credits.put("last", Credits.of(counts, AttributionRule.last()));
    credits.put("linear", Credits.of(counts, AttributionRule.linear()));
    credits.put("shapley", Credits.of(counts, AttributionRule.shapley()));
    out.print(Figures.left("Touchpoint", 20));
    credits.keySet().forEach(name -> out.print(Figures.right(name, 10)));
    out.println(Figures.right("removal", 10) + Figures.right("effect", 9) + " = "
        + Figures.right("reach", 7) + " x " + Figures.right("lift", 6));
    for (RemovalEffects.Removal one : found.get().removals()) {
      out.print(Figures.left(one.touchpoint().toString(), 20));
      credits
          .values()
          .forEach(credit -> out.print(
              Figures.right(decimal(credit.credits().getOrDefault(one.touchpoint(), 0.0)), 10)));
      out.println(
          Figures.right(decimal(one.credit()), 10) + Figures.right(Texts.percent(one.effect()), 9)
              + " = " + Figures.right(Texts.percent(one.reach()), 7) + " x "
              + Figures.right(decimal(one.lift()), 6));
    }
    out.println("An effect is large for what is met often; lift tells whether those who met it"
        + " converted more. Association, not cause.");
  }

  private static String decimal(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
