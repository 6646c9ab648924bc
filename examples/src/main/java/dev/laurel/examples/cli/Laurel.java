package dev.laurel.examples.cli;

import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.examples.books.BooksCommand;
import dev.laurel.examples.books.ValueCommand;
import dev.laurel.examples.customer.ClvCommand;
import dev.laurel.examples.customer.DriversCommand;
import dev.laurel.examples.intake.InputFailure;
import dev.laurel.examples.journey.AttributeCommand;
import dev.laurel.examples.journey.DayCommand;
import dev.laurel.examples.journey.FunnelCommand;
import dev.laurel.examples.journey.JourneyCommand;
import dev.laurel.examples.output.OutputFailure;
import dev.laurel.examples.survey.CesCommand;
import dev.laurel.examples.survey.CsatCommand;
import dev.laurel.examples.survey.NpsCommand;
import java.io.PrintWriter;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The entry point of {@code laurel.jar}. */
@Command(
    name = "laurel",
    mixinStandardHelpOptions = true,
    description = "Runs loyalty programs over transactions.",
    subcommands = {
      Run.class,
      Generate.class,
      Draw.class,
      Story.class,
      StatementCommand.class,
      WhatIfCommand.class,
      SimulateCommand.class,
      ValueCommand.class,
      BooksCommand.class,
      NpsCommand.class,
      CsatCommand.class,
      CesCommand.class,
      ClvCommand.class,
      DriversCommand.class,
      LiabilityCommand.class,
      AttributeCommand.class,
      DayCommand.class,
      JourneyCommand.class,
      FunnelCommand.class
    })
public final class Laurel {

  private Laurel() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    int exit;
    try {
      exit = commandLine().execute(args);
    } catch (OutOfMemoryError failure) {
      System.err.println("laurel: OUT_OF_MEMORY: more --parts or a larger -Xmx help");
      exit = Failure.Exit.MEMORY.code();
    }
    System.exit(exit);
  }

  /** Runs the command line in this process, and gives its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine().setOut(out).setErr(err).execute(arguments);
  }

  private static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Laurel());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.registerConverter(LocalDate.class, Laurel::date);
    commandLine.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command));
    return commandLine;
  }

  private static LocalDate date(String text) {
    try {
      return TimeGate.parseDate(text);
    } catch (MalformedInputException failure) {
      throw new TypeConversionException(String.valueOf(failure.getMessage()));
    }
  }

  /** One line on standard error, never a stack trace. */
  private static int fail(Exception failure, CommandLine command) {
    Failure.Exit exit = Failure.Exit.BUG;
    String line = "BUG: " + failure;
    if (failure instanceof Failure known) {
      exit = known.exit();
      line = String.valueOf(known.getMessage());
    } else if (failure instanceof InputFailure input) {
      exit = Failure.Exit.INPUT;
      line = input.code() + ": " + input.getMessage();
    } else if (failure instanceof OutputFailure) {
      exit = Failure.Exit.OUTPUT;
      line = "OUTPUT_UNWRITABLE: " + failure.getMessage();
    }
    command.getErr().println("laurel: " + oneLine(line));
    command.getErr().flush();
    return exit.code();
  }

  /** Control characters as spaces, so that no name in a file makes a second line. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
