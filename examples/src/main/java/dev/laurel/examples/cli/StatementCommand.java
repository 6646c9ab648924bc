package dev.laurel.examples.cli;

import dev.laurel.core.identity.MemberId;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.tiers.json.TiersJson;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MembershipHistory;
import dev.laurel.tiers.membership.MembershipState;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.StatementText;
import dev.laurel.tiers.membership.WhatIf;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel statement}: where members of a program with tiers stand, and why. */
@Command(
    name = "statement",
    mixinStandardHelpOptions = true,
    description = {
      "Tells where members stand: points and what expires when, the tier and how it came about,"
          + " what is missing to the next tier and to keep this one, by when, and which events"
          + " counted or did not.",
      "Without options: a car owner's first year in a program with two currencies."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the statements are complete; single lines may have been rejected",
      " 2:the command line is wrong",
      " 3:the program or the lives cannot be read",
      " 4:--member names somebody whose life is not told, or has not begun",
      " 5:with --strict: lines were rejected or events refused",
      " 6:--rejects cannot be written"
    })
final class StatementCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--program",
      paramLabel = "FILE",
      defaultValue = "fordpass",
      description = "A program with ladders in JSON, or fordpass, frequent-flyer, hotel, prime or"
          + " starbucks.")
  private String program;

  @Mixin
  private LivesInput lives = new LivesInput();

  @Option(
      names = "--member",
      paramLabel = "ID",
      description = "Whose statement to print; repeatable; all if left out.")
  private List<String> members = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day at whose end the statement stands, with what was known by then; the"
          + " day of the member's last event if left out.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, or json: a document of Laurel for each member, one a line.")
  private OutputFormat format;

  @Option(names = "--strict", description = "Ends with 5 if anything was rejected or refused.")
  private boolean strict;

  private long refused;

  @Override
  public Integer call() {
    LoyaltyProgram running = LoyaltyExample.program(program);
    Memberships memberships = Memberships.of(running);
    TreeSet<String> wanted = new TreeSet<>(members);
    PrintWriter err = spec.commandLine().getErr();
    LivesInput.Counts counts = lives.forEach(
        program,
        life -> {
          if (members.isEmpty() || members.contains(life.member().value())) {
            state(memberships, life);
            wanted.remove(life.member().value());
          }
        },
        err);
    conclude(counts);
    if (!wanted.isEmpty()) {
      throw new Failure(
          Failure.Exit.NOT_FOUND,
          "MEMBER_UNKNOWN",
          "member must be one whose life is told: " + wanted.first());
    }
    boolean isClean = counts.rejected() == 0 && refused == 0;
    return strict && !isClean ? Failure.Exit.REJECTS.code() : CommandLine.ExitCode.OK;
  }

  private void state(Memberships memberships, WhatIf.Life life) {
    Optional<LivedLife> lived = LivedLife.of(memberships, life, Optional.ofNullable(asOf));
    if (lived.isPresent()) {
      refused += lived.get().refused().size();
      print(lived.get(), memberships.program());
    } else if (!members.isEmpty()) {
      throw new Failure(
          Failure.Exit.NOT_FOUND,
          "NOT_ENROLLED",
          "member must have enrolled by " + asOf + ": " + life.member());
    }
  }

  private void print(LivedLife lived, LoyaltyProgram running) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.json) {
      out.println(TiersJson.standard().write(lived.statement()));
      tellRefused(lived, "", spec.commandLine().getErr());
    } else {
      out.print(StatementText.of(lived.statement(), running.calendar()));
      tellState(lived, running, out);
      tellRefused(lived, "  ", out);
    }
    out.flush();
  }

  private static void tellState(LivedLife lived, LoyaltyProgram running, PrintWriter out) {
    MembershipState state = lived.membership().state();
    if (state instanceof MembershipState.Frozen frozen) {
      out.println("  Frozen since " + running.calendar().dateOf(frozen.since()));
    } else if (state instanceof MembershipState.Ended ended) {
      out.println("  Ended on " + running.calendar().dateOf(ended.since()));
    }
  }

  private static void tellRefused(LivedLife lived, String margin, PrintWriter to) {
    MemberId member = lived.membership().id();
    for (MembershipHistory.Step step : lived.refused()) {
      step.outcome()
          .rejection()
          .ifPresent(no -> to.println(
              margin + "refused: " + step.event().id() + " of " + member + ", " + no.code()));
    }
    to.flush();
  }

  private void conclude(LivesInput.Counts counts) {
    PrintWriter to = format == OutputFormat.json
        ? spec.commandLine().getErr()
        : spec.commandLine().getOut();
    to.println(counts.text());
    to.flush();
  }
}
