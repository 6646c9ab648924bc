package dev.laurel.examples.cli;

import dev.laurel.examples.programs.DealerNetwork;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      new DealerNetwork(seed, members).write(out);
    } catch (IOException failure) {
      throw new Failure(Failure.Exit.OUTPUT, "OUTPUT_UNWRITABLE", "file must be writable: " + file);
    }
    return CommandLine.ExitCode.OK;
  }
}
