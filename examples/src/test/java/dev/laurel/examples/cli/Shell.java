package dev.laurel.examples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one call of the command line printed, and how it ended. */
record Shell(int exit, String out, String err) {

  static Shell laurel(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Laurel.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Shell(exit, out.toString(), err.toString());
  }
}
