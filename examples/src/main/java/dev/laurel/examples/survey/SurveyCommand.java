package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.TimeGate;
import dev.laurel.examples.intake.InputFailure;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.intake.RejectsWriter;
import dev.laurel.examples.intake.TableReader;
import dev.laurel.examples.intake.TableRow;
import dev.laurel.examples.output.OutputFile;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.RespondentPolicy;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.trend.ControlChart;
import dev.laurel.metrics.trend.PaneSize;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code laurel nps}, {@code csat} and {@code ces} have in common. */
@Command(
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the score is told; single rows may have been rejected",
      " 2:the command line is wrong",
      " 3:the file cannot be read",
      " 5:--chart or --invitations was asked for, and cannot be told for the reason printed",
      " 6:--chart or --rejects cannot be written",
      "70:a mistake of laurel itself"
    })
abstract class SurveyCommand implements Callable<Integer> {
  private static final int UNTOLD = 5;

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--responses",
      paramLabel = "FILE",
      required = true,
      description = "The answers in CSV with headings, plain or gzip.")
  private Path file;

  @Option(names = "--separator", defaultValue = ",", description = "Between columns; a comma.")
  private char separator;

  @Option(
      names = "--respondent",
      defaultValue = "respondent",
      paramLabel = "COLUMN",
      description = "Who answered; opaque ids. Default: ${DEFAULT-VALUE}.")
  private String respondent;

  @Option(
      names = "--date",
      defaultValue = "date",
      paramLabel = "COLUMN",
      description = "When, as 2026-03-31 or 2026-03-31T09:00:00Z. Default: ${DEFAULT-VALUE}.")
  private String date;

  @Option(
      names = "--answer",
      defaultValue = "score",
      paramLabel = "COLUMN",
      description = "The answer; empty is skipped, n/a does not know. Default: ${DEFAULT-VALUE}.")
  private String answer;

  @Option(
      names = "--segment",
      defaultValue = "",
      paramLabel = "COLUMN",
      description = "Groups to compare, and to explain a change by.")
  private String segment;

  @Option(
      names = "--weight",
      defaultValue = "",
      paramLabel = "COLUMN",
      description = "For how many people an answer stands.")
  private String weight;

  @Option(
      names = "--count",
      defaultValue = "",
      paramLabel = "COLUMN",
      description = "How many people gave the answer of a row; then nobody is named.")
  private String count;

  @Option(
      names = "--period",
      defaultValue = "MONTH",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private PaneSize period;

  @Option(
      names = "--policy",
      defaultValue = "ALL",
      description =
          "What counts of one person: ${COMPLETION-CANDIDATES}. Default:" + " ${DEFAULT-VALUE}.")
  private RespondentPolicy policy;

  @Mixin
  private SurveyAsked asked;

  @Option(
      names = "--scatter",
      defaultValue = "SAMPLING",
      description = "What chance does to periods: ${COMPLETION-CANDIDATES}. With thousands of"
          + " answers in each they scatter more than by sampling, which LANEY allows for."
          + " Default: ${DEFAULT-VALUE}.")
  private ControlChart.Scatter scatter;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The seed of the shuffling that tells when answers changed."
          + " Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--zone", defaultValue = "UTC", description = "Whose days. Default: UTC.")
  private String zone;

  @Option(names = "--format", defaultValue = "text", description = "text or json.")
  private OutputFormat format;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Writes the control chart there, as SVG; needs eight periods with answers.")
  private @Nullable Path chart;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Writes the rejected rows there, safe for spreadsheets.")
  private @Nullable Path rejects;

  /** The metrics that the command knows, by name. */
  abstract ImmutableSortedMap<String, MetricDefinition> conventions();

  /** The name of the metric that was asked for. */
  abstract String convention();

  @Override
  public final Integer call() {
    MetricDefinition definition = conventions().get(convention());
    if (definition == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--convention must be one of " + conventions().keySet() + ": " + convention());
    }
    asked.requireOneWay(segment, !count.isEmpty());
    ProgramCalendar calendar = calendar();
    List<RejectedRow> rejected = new ArrayList<>();
    List<Response> responses = new ArrayList<>();
    SurveyColumns columns = new SurveyColumns(respondent, date, answer, segment, weight, count);
    SurveyReport.Rows rows = read(
        file,
        columns.needed(),
        row -> responses.addAll(
            columns.responses(row, definition.scale(), calendar, responses.size())),
        rejected::add);
    asked.requireEnough(responses.size());
    SurveyReport.Question question = new SurveyReport.Question(
        definition,
        policy,
        period,
        calendar,
        segment,
        !weight.isEmpty(),
        asked.number(),
        scatter,
        seed);
    SurveyReport report = report(question, rows, responses, turnout(question, responses, rejected));
    print(report);
    return write(report, rejected);
  }

  private static SurveyReport report(
      SurveyReport.Question question,
      SurveyReport.Rows rows,
      List<Response> responses,
      Optional<SurveyTurnout> turnout) {
    try {
      return SurveyReport.of(question, rows, responses, turnout);
    } catch (InvalidValueException failure) {
      if (failure.code() != FailureCode.LIMIT_EXCEEDED) {
        throw failure;
      }
      // One mistyped year is enough for more periods than a series holds.
      throw new InputFailure(
          InputFailure.Code.INPUT_TOO_LARGE, failure.getMessage() + "; is a date mistyped?");
    }
  }

  private Optional<SurveyTurnout> turnout(
      SurveyReport.Question question, List<Response> responses, List<RejectedRow> rejected) {
    return asked.file().map(from -> turnout(from, question, responses, rejected));
  }

  private SurveyTurnout turnout(
      Path from,
      SurveyReport.Question question,
      List<Response> responses,
      List<RejectedRow> rejected) {
    SurveyInvitations invitations = new SurveyInvitations(respondent, segment, asked.groupSize());
    try {
      SurveyReport.Rows rows = read(
          from,
          invitations.needed(),
          invitations::add,
          row -> rejected.add(row.under("invitations")));
      return SurveyTurnout.of(rows, invitations, question, responses);
    } catch (InputFailure failure) {
      throw new InputFailure(failure.code(), "--invitations: " + failure.getMessage());
    }
  }

  private SurveyReport.Rows read(
      Path from, List<String> needed, Consumer<TableRow> accept, Consumer<RejectedRow> reject) {
    TreeMap<String, Long> codes = new TreeMap<>();
    try (TableReader reader = TableReader.open(from, separator)) {
      reader.forEach(needed, accept, row -> {
        reject.accept(row);
        codes.merge(row.code().name(), 1L, Long::sum);
      });
      return new SurveyReport.Rows(
          reader.accepted(), reader.rejected(), ImmutableSortedMap.copyOf(codes));
    }
  }

  private ProgramCalendar calendar() {
    try {
      return ProgramCalendar.of(TimeGate.parseZone(zone));
    } catch (MalformedInputException failure) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--zone: " + failure.getMessage());
    }
  }

  private void print(SurveyReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.json) {
      out.println(SurveyJson.pretty(report));
    } else {
      SurveyText.print(report, out);
    }
    out.flush();
  }

  private int write(SurveyReport report, List<RejectedRow> rejected) {
    if (rejects != null) {
      OutputFile.write(rejects, to -> {
        RejectsWriter writer = new RejectsWriter(to);
        rejected.forEach(writer::write);
        writer.flush();
      });
    }
    boolean isTold = report.turnout().flatMap(SurveyTurnout::failure).isEmpty();
    if (chart == null) {
      return isTold ? CommandLine.ExitCode.OK : UNTOLD;
    }
    if (report.watch().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("laurel: NO_CHART: a control chart must have " + SurveyReport.FEWEST_POINTS
          + " periods with answers; --period may cut time finer");
      err.flush();
      return UNTOLD;
    }
    OutputFile.write(chart, to -> SurveyChart.write(report, report.watch().get(), to));
    return isTold ? CommandLine.ExitCode.OK : UNTOLD;
  }

  static ImmutableSortedMap<String, MetricDefinition> byName(MetricDefinition... definitions) {
    ImmutableSortedMap.Builder<String, MetricDefinition> byName = ImmutableSortedMap.naturalOrder();
    for (MetricDefinition definition : definitions) {
      byName.put(definition.name(), definition);
    }
    return byName.buildOrThrow();
  }
}
