package dev.laurel.examples.cli;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Statement;
import dev.laurel.examples.output.Figures;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.examples.output.PrettyJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel run}: a program over a file of transactions. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a points program over a file of transactions and prints totals, a statement and an"
          + " explained event.",
      "Without options: an invented network of car dealers, three years, 2,000 members."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the run is complete; single rows may have been rejected",
      " 2:the command line is wrong",
      " 3:the program, the mapping or the file of transactions cannot be read",
      " 4:--member or --explain names somebody or something that the run has not seen",
      " 5:with --strict: rows were rejected or requests refused",
      " 6:--out or a temporary file cannot be written",
      " 7:memory does not hold one group of members",
      "70:a mistake of laurel itself"
    })
final class Run implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Mixin
  private RunInput input = new RunInput();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day at whose end the figures stand; that of the last row if left out.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--member",
      paramLabel = "ID",
      description = "Whose statement to print; repeatable.")
  private List<String> members = new ArrayList<>();

  @Option(
      names = "--explain",
      paramLabel = "ID",
      description = "Which event to explain; repeatable.")
  private List<String> explain = new ArrayList<>();

  @Option(names = "--format", defaultValue = "text", description = "text or json.")
  private OutputFormat format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes statements.txt or .jsonl, totals.json and rejects.csv there.")
  private @Nullable Path out;

  @Option(names = "--explanations", description = "With --out: also why each event earned what.")
  private boolean explanations;

  @Option(names = "--strict", description = "Ends with 5 if anything was rejected or refused.")
  private boolean strict;

  @Option(
      names = "--progress",
      negatable = true,
      description = "Tells how far it is on standard error; on by itself on a terminal.")
  private @Nullable Boolean progress;

  @Option(
      names = "--parts",
      paramLabel = "N",
      description = "Runs the members in N groups, of which memory holds one; one for each 1,000"
          + " rows of more than 50,000 if left out. The result is the same, statements come group"
          + " by group.")
  private @Nullable Integer parts;

  @Override
  public Integer call() {
    if (parts != null && parts < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--parts must be at least 1: " + parts);
    }
    Program running = input.program();
    RunRequest request = new RunRequest(
        Optional.ofNullable(asOf),
        members.stream().map(Run::memberId).collect(Collectors.toCollection(LinkedHashSet::new)),
        new LinkedHashSet<>(explain),
        parts == null ? OptionalInt.empty() : OptionalInt.of(parts));
    RunResult result =
        out == null ? run(running, request, Recorder.SILENT) : runInto(running, request, out);
    print(result, request);
    boolean isClean = result.counts().rejected() == 0 && result.counts().refused() == 0;
    return strict && !isClean ? Failure.Exit.REJECTS.code() : CommandLine.ExitCode.OK;
  }

  private RunResult runInto(Program running, RunRequest request, Path folder) {
    try (OutputFolder files =
        OutputFolder.open(folder, format == OutputFormat.json, explanations, running.calendar())) {
      RunResult result = run(running, request, files);
      files.write(result);
      return result;
    }
  }

  private RunResult run(Program running, RunRequest request, Recorder recorder) {
    return Running.over(running, input.transactions(), request, recorder, new Progress());
  }

  private void print(RunResult result, RunRequest request) {
    List<Statement> statements = statements(result, request);
    List<Effect> effects = effects(result);
    List<Refused> refused = explain.stream()
        .map(result.answers().refused()::get)
        .filter(Objects::nonNull)
        .toList();
    PrintWriter to = spec.commandLine().getOut();
    if (format == OutputFormat.json) {
      to.println(PrettyJson.of(ReportJson.report(result, statements, effects, refused)));
    } else {
      ReportText text = new ReportText(result, to);
      text.totals();
      statements.forEach(text::statement);
      text.explained(effects, refused);
      if (members.isEmpty() && explain.isEmpty()) {
        text.rejects();
        text.hints(out != null);
      }
    }
    to.flush();
  }

  /** Those asked for; where nothing was asked for, that of the member to whom most happened. */
  private List<Statement> statements(RunResult result, RunRequest request) {
    if (members.isEmpty() && explain.isEmpty()) {
      return result.sample().map(RunResult.Sample::statement).stream().toList();
    }
    return request.members().stream()
        .map(member -> found(
            result.answers().statements().get(member),
            "MEMBER_UNKNOWN",
            "member must be one of the transactions': " + member))
        .toList();
  }

  private List<Effect> effects(RunResult result) {
    if (members.isEmpty() && explain.isEmpty()) {
      return result.sample().flatMap(RunResult.Sample::richest).stream().toList();
    }
    RunResult.Answers answers = result.answers();
    return explain.stream()
        .filter(
            name -> answers.explained().containsKey(name) || !answers.refused().containsKey(name))
        .map(name -> found(
            answers.explained().get(name),
            "EVENT_UNKNOWN",
            "event must be one of the transactions': " + name))
        .toList();
  }

  private static <T> T found(@Nullable T thing, String code, String message) {
    if (thing == null) {
      throw new Failure(Failure.Exit.NOT_FOUND, code, message);
    }
    return thing;
  }

  private static MemberId memberId(String name) {
    try {
      return MemberId.of(name);
    } catch (InvalidValueException failure) {
      throw new Failure(
          Failure.Exit.NOT_FOUND, failure.code().name(), String.valueOf(failure.getMessage()));
    }
  }

  /** Tells how far the run is. */
  private final class Progress implements Running.Watcher {
    // From JDK 22 on a console is there even where nobody looks; progress goes to standard error.
    @SuppressWarnings("SystemConsoleNull")
    private final boolean isShown = progress == null ? System.console() != null : progress;

    @Override
    public void looked(long transactions) {
      tell(Figures.of(transactions) + " transactions looked at");
    }

    @Override
    public void decided(long transactions, long all) {
      tell(Figures.of(transactions) + " of " + Figures.of(all) + " transactions, "
          + transactions * 100 / all + " %");
    }

    private void tell(String line) {
      if (isShown) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
      }
    }
  }
}
