package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.TimeGate;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.intake.RejectsWriter;
import dev.laurel.examples.intake.TableReader;
import dev.laurel.examples.output.OutputFile;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.RespondentPolicy;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.trend.PaneSize;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
      " 5:--chart was asked for, and there are too few periods to draw one",
      " 6:--chart or --rejects cannot be written",
      "70:a mistake of laurel itself"
    })
abstract class SurveyCommand implements Callable<Integer> {
  private static final int NO_CHART = 5;

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

  @Option(names = "--invited", paramLabel = "N", description = "How many people were asked.")
  private @Nullable Long invited;

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
    ProgramCalendar calendar = calendar();
    List<RejectedRow> rejected = new ArrayList<>();
    List<Response> responses = new ArrayList<>();
    SurveyReport.Rows rows = read(definition, calendar, responses, rejected);
    requireInvited(responses.size());
    SurveyReport report = SurveyReport.of(
        new SurveyReport.Question(
            definition,
            policy,
            period,
            calendar,
            segment,
            !weight.isEmpty(),
            invited == null ? OptionalLong.empty() : OptionalLong.of(invited)),
        rows,
        responses);
    print(report);
    return write(report, rejected);
  }

  private void requireInvited(long responses) {
    if (invited != null && invited < responses) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--invited must be at least the number of responses, " + responses + ": " + invited);
    }
  }

  private SurveyReport.Rows read(
      MetricDefinition definition,
      ProgramCalendar calendar,
      List<Response> responses,
      List<RejectedRow> rejected) {
    SurveyColumns columns = new SurveyColumns(respondent, date, answer, segment, weight);
    TreeMap<String, Long> codes = new TreeMap<>();
    try (TableReader reader = TableReader.open(file, separator)) {
      reader.forEach(
          columns.needed(),
          row -> responses.add(columns.response(row, definition.scale(), calendar)),
          row -> {
            rejected.add(row);
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
    if (chart == null) {
      return CommandLine.ExitCode.OK;
    }
    if (report.watch().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("laurel: NO_CHART: a control chart must have " + SurveyReport.FEWEST_POINTS
          + " periods with answers; --period may cut time finer");
      err.flush();
      return NO_CHART;
    }
    OutputFile.write(chart, to -> SurveyChart.write(report, report.watch().get(), to));
    return CommandLine.ExitCode.OK;
  }

  static ImmutableSortedMap<String, MetricDefinition> byName(MetricDefinition... definitions) {
    ImmutableSortedMap.Builder<String, MetricDefinition> byName = ImmutableSortedMap.naturalOrder();
    for (MetricDefinition definition : definitions) {
      byName.put(definition.name(), definition);
    }
    return byName.buildOrThrow();
  }
}
