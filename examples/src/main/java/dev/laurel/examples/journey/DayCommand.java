package dev.laurel.examples.journey;

import dev.laurel.examples.story.DriversDay;
import dev.laurel.journeys.daily.DailyFlow;
import dev.laurel.journeys.daily.Offerings;
import dev.laurel.journeys.daily.OutsideIn;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code laurel day}: how much of a customer's week the offerings of companies serve. */
@Command(
    name = "day",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how much of a customer's week is served, and where nobody serves.",
      "A week is a JSON document, and offerings are JSON lines, one company on each."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the week is told",
      " 2:the command line is wrong",
      " 3:a file cannot be read, or makes no sense",
      "70:a mistake of laurel itself"
    })
public final class DayCommand implements Callable<Integer> {
  private static final int WHITE_SPACES_SHOWN = 5;

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--week",
      paramLabel = "FILE",
      description = "The week; a driver's if both are left out.")
  private @Nullable Path week;

  @Option(
      names = "--offerings",
      paramLabel = "FILE",
      description = "What companies offer in it; two car makers' if both are left out.")
  private @Nullable Path offerings;

  /** A command without arguments yet. */
  public DayCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (week == null && offerings == null) {
      out.print(DriversDay.tell());
    } else if (week == null || offerings == null) {
      throw new ParameterException(
          spec.commandLine(), "--week and --offerings belong together: both or neither");
    } else {
      DailyFlow flow = JourneyDocument.read("week", week, DailyFlow.class);
      JourneyDocument.readLines("offerings", offerings, Offerings.class)
          .forEach(
              company -> tell(company.company(), EventFile.checked(() -> company.in(flow)), out));
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
}
