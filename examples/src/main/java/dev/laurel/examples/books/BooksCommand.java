package dev.laurel.examples.books;

import dev.laurel.core.valuation.UnexercisedRights;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel books}: a year of journal entries and roll-forwards that foot. */
@Command(
    name = "books",
    mixinStandardHelpOptions = true,
    description = {
      "Follows one sale from its receipt to the journal and the roll-forward, then shows the books"
          + " of a year.",
      "With --story down-payment: a car paid with points and money, and who bears what."
    })
public final class BooksCommand implements Callable<Integer> {
  /** What is told. */
  enum Story {
    /** A cafe with three members. */
    cafe,
    /** A down payment on a car. */
    downPayment;

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return this == cafe ? "cafe" : "down-payment";
    }
  }

  /** What becomes of the money for points that nobody redeems. */
  enum Rights {
    /** It is recognised along with redemptions. */
    proportional,
    /** It waits until points are gone. */
    gone,
    /** It is owed to others. */
    owed;

    UnexercisedRights treatment() {
      return switch (this) {
        case proportional -> UnexercisedRights.IN_PROPORTION;
        case gone -> UnexercisedRights.WHEN_GONE;
        case owed -> UnexercisedRights.OWED_TO_OTHERS;
      };
    }
  }

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--story",
      paramLabel = "NAME",
      defaultValue = "cafe",
      description = "cafe or down-payment.")
  private String story;

  @Option(
      names = "--rights",
      defaultValue = "proportional",
      description =
          "What becomes of money for points that nobody redeems: proportional, gone or" + " owed.")
  private Rights rights;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    switch (story()) {
      case cafe -> new CafeYear(rights.treatment()).print(out);
      case downPayment -> new DownPayment().print(out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private Story story() {
    for (Story known : Story.values()) {
      if (known.toString().equals(story.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(), "--story must be cafe or down-payment: " + story);
  }
}
