package dev.laurel.examples.cli;

import dev.laurel.examples.output.OutputFile;
import dev.laurel.examples.programs.DealerNetwork;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code laurel generate}: the invented transactions as a file. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes the transactions of an invented network of car dealers.")
final class Generate implements Callable<Integer> {
  private static final int MOST_MEMBERS = 99_999;

  @Option(
      names = "--members",
      defaultValue = "2000",
      description = "How many members, 1 to 99,999.")
  private int members;

  @Option(
      names = "--seed",
      defaultValue = "20260101",
      description = "The number from which everything follows.")
  private long seed;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file;

  @Override
  public Integer call() {
    if (members < 1 || members > MOST_MEMBERS) {
      throw new Failure(
          Failure.Exit.INPUT, "RANGE", "members must be 1 to " + MOST_MEMBERS + ": " + members);
    }
    OutputFile.write(file, new DealerNetwork(seed, members)::write);
    return CommandLine.ExitCode.OK;
  }
}
