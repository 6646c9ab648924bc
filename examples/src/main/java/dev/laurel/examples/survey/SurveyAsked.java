package dev.laurel.examples.survey;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how many people were asked, or who. */
final class SurveyAsked {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--invited", paramLabel = "N", description = "How many people were asked.")
  private @Nullable Long number;

  @Option(
      names = "--invitations",
      paramLabel = "FILE",
      description = "Who was asked, in CSV with headings: a person a row, with the columns of"
          + " --respondent and --segment.")
  private @Nullable Path file;

  @Option(
      names = "--group-size",
      defaultValue = "",
      paramLabel = "COLUMN",
      description =
          "How many people a row of --invitations stands for; then it is a segment a row.")
  private String groupSize;

  OptionalLong number() {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  String groupSize() {
    return groupSize;
  }

  /** Ends a command line of which these options contradict each other. */
  void requireOneWay(String segment, boolean isCounted) {
    require(
        file != null || groupSize.isEmpty(),
        "--group-size is a column of --invitations, which is missing");
    require(
        file == null || !segment.isEmpty(),
        "--invitations needs --segment, by which to tell who answered");
    require(
        file == null || !isCounted || !groupSize.isEmpty(),
        "--count names nobody, so --invitations needs --group-size");
    require(
        file == null || number == null,
        "--invited and --invitations both say how many were asked: take one");
  }

  /** Ends a command line by which fewer people were asked than responded. */
  void requireEnough(long responses) {
    require(
        number == null || number >= responses,
        "--invited must be at least the number of responses, " + responses + ": " + number);
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new CommandLine.ParameterException(spec.commandLine(), message);
    }
  }
}
