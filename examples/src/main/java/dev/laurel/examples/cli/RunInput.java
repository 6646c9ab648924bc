package dev.laurel.examples.cli;

import dev.laurel.core.program.Program;
import dev.laurel.examples.intake.TransactionReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a program is run over: the options of every command that does, and what they name. */
final class RunInput {
  @Option(
      names = "--program",
      paramLabel = "FILE",
      defaultValue = "dealer",
      description = "A program in JSON, or dealer, fordpass, starbucks or cdnow.")
  private String program;

  @Option(
      names = "--transactions",
      paramLabel = "FILE",
      description = "The transactions, plain or gzip; those of the example if left out.")
  private @Nullable Path transactions;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "The columns of the transactions in JSON; those of the example if left out.")
  private @Nullable Path mapping;

  /** The program. */
  Program program() {
    return Example.program(program);
  }

  /** Its transactions, from the first on as often as asked for. */
  Supplier<TransactionReader> transactions() {
    return Example.transactions(
        program,
        Optional.ofNullable(transactions),
        Example.mapping(program, Optional.ofNullable(mapping)));
  }
}
