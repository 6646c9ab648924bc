package dev.laurel.examples.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The entry point of {@code laurel.jar}. */
@Command(
    name = "laurel",
    mixinStandardHelpOptions = true,
    description = "Runs the example loyalty programs.",
    subcommands = Laurel.Run.class)
public final class Laurel {

  private Laurel() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Laurel());
  }

  /** Runs the examples; there are none yet. */
  @Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the examples.")
  static final class Run implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Laurel: no example programs yet.");
      return CommandLine.ExitCode.OK;
    }
  }
}
