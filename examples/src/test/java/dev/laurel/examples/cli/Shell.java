package dev.laurel.examples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What one call of the command line printed, and how it ended. */
record Shell(int exit, String out, String err) {

  static Shell laurel(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Laurel.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Shell(commandLine.execute(arguments), out.toString(), err.toString());
  }
}
