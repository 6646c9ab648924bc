package dev.laurel.examples.journey;

import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.examples.intake.TableReader;
import dev.laurel.examples.intake.TableRow;
import dev.laurel.examples.story.DriversDay;
import dev.laurel.journeys.daily.ContextId;
import dev.laurel.journeys.daily.DailyFlow;
import dev.laurel.journeys.daily.LifeContext;
import dev.laurel.journeys.daily.OfferingFit;
import dev.laurel.journeys.daily.OfferingId;
import dev.laurel.journeys.daily.OutsideIn;
import dev.laurel.journeys.daily.Relation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel day}: how much of a customer's week the offerings of companies serve. */
@Command(
    name = "day",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how much of a customer's week is served, and where nobody serves.",
      "--contexts: context, activity, place, minutes, times (a week), need (0 to 1), relation.",
      "--fits: company, offering, context, role, strength (0 to 1)."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the week is told",
      " 2:the command line is wrong",
      " 3:a file cannot be read, or a row makes no sense",
      "70:a mistake of laurel itself"
    })
public final class DayCommand implements Callable<Integer> {
  private static final int WHITE_SPACES_SHOWN = 5;

  @Spec
  private CommandSpec spec;

  @Option(names = "--contexts", description = "The week; a driver's if left out.")
  private @Nullable Path contexts;

  @Option(names = "--fits", description = "What serves where; two car makers' if left out.")
  private @Nullable Path fits;

  /** A command without arguments yet. */
  public DayCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (contexts == null || fits == null) {
      out.print(DriversDay.tell());
    } else {
      DailyFlow week = week(contexts);
      companies(fits)
          .forEach((company, served) ->
              tell(company, EventFile.checked(() -> new OutsideIn(week, served)), out));
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private static void tell(String company, OutsideIn view, PrintWriter out) {
    out.println(company + ": serves " + Texts.percent(view.coverage()) + " of the week, "
        + Texts.percent(view.weightedCoverage()) + " by strength");
    view.whiteSpace().stream()
        .limit(WHITE_SPACES_SHOWN)
        .forEach(space -> out.println("  nothing for " + space.context().activity() + ", "
            + Math.round(space.minutesPerWeek()) + " min a week, need "
            + space.context().need()));
  }

  private static DailyFlow week(Path file) {
    List<LifeContext> all = new ArrayList<>();
    read(file, List.of("context", "activity", "place", "minutes", "times", "relation"), row -> {
      LifeContext.Builder context = LifeContext.builder();
      context
          .id(ContextId.of(row.text("context")))
          .activity(row.text("activity"))
          .place(row.text("place"))
          .duration(Duration.ofSeconds(Math.round(60 * number(row, "minutes"))))
          .timesPerWeek(number(row, "times"))
          .relation(constant(row, "relation", Relation.values()));
      if (!row.text("need").isEmpty()) {
        context.need(number(row, "need"));
      }
      all.add(context.build());
    });
    return EventFile.checked(() -> new DailyFlow("Week", DriversDay.driver(), all));
  }

  private static Map<String, List<OfferingFit>> companies(Path file) {
    Map<String, List<OfferingFit>> companies = new TreeMap<>();
    read(
        file,
        List.of("company", "offering", "context", "role", "strength"),
        row -> companies
            .computeIfAbsent(row.text("company"), none -> new ArrayList<>())
            .add(new OfferingFit(
                OfferingId.of(row.text("offering")),
                ContextId.of(row.text("context")),
                constant(row, "role", OfferingFit.Role.values()),
                number(row, "strength"),
                List.of())));
    return companies;
  }

  /** A row of a handful; each must make sense, or the picture would lie. */
  private static void read(Path file, List<String> columns, Consumer<TableRow> accept) {
    try (TableReader rows = TableReader.open(file, ',')) {
      rows.forEach(
          columns,
          accept,
          row -> EventFile.checked(() -> {
            throw new InvalidValueException(
                row.code(), row.path(), "line " + row.line() + ": " + row.reason());
          }));
    }
  }

  private static double number(TableRow row, String column) {
    return ExactNumber.parse(row.text(column)).doubleValue();
  }

  private static <E extends Enum<E>> E constant(TableRow row, String column, E[] constants) {
    String name = row.text(column).toUpperCase(Locale.ROOT);
    return Arrays.stream(constants)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException(
            FailureCode.VALUE_INVALID,
            column,
            "column '" + column + "' must hold one of " + Arrays.toString(constants)));
  }
}
