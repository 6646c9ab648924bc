package dev.laurel.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.examples.member.MigrationChart;
import dev.laurel.examples.member.WhatIfJson;
import dev.laurel.examples.member.WhatIfReport;
import dev.laurel.examples.member.WhatIfText;
import dev.laurel.examples.output.OutputFile;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.examples.output.PrettyJson;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.migration.MigrationPlan;
import dev.laurel.tiers.simulation.Population;
import dev.laurel.tiers.simulation.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel what-if}: what a changed program would make of the same lives. */
@Command(
    name = "what-if",
    mixinStandardHelpOptions = true,
    description = {
      "Tells the same lives to two programs, and what would be different: tiers, points, benefits"
          + " and cost, in total and for single members. Members come one after the other, so that"
          + " memory does not grow with their number.",
      "With --from or --plan the other program takes the place of the first on a day: what the plan"
          + " leaves undecided is told, and what it makes of members as they are then.",
      "Without options: the invented guests of a coffee house, and Gold at 600 stars instead of 500."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the comparison is complete; single lines may have been rejected",
      " 2:the command line is wrong",
      " 3:a program, the plan or the lives cannot be read, or the plan leaves something undecided",
      " 4:--member names somebody whose life is not told",
      " 5:with --strict: lines were rejected",
      " 6:a file cannot be written"
    })
final class WhatIfCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--program",
      paramLabel = "FILE",
      defaultValue = "starbucks",
      description = "The program as it is, in JSON, or one of the jar.")
  private String program;

  @Option(
      names = "--then",
      paramLabel = "FILE",
      defaultValue = "starbucks-600",
      description = "The program as it would be, in JSON, or one of the jar.")
  private String then;

  @ArgGroup
  private @Nullable PlanInput change;

  @Mixin
  private LivesInput lives = new LivesInput();

  @Option(
      names = "--seed",
      defaultValue = "20260101",
      description =
          "Without --lives: the number from which the lives of the example's members" + " follow.")
  private long seed;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day at whose end both are looked at, with what was known by then; the day"
          + " of the last event if left out.")
  private @Nullable LocalDate asOf;

  @Mixin
  private CostInput cost = new CostInput();

  @Option(
      names = "--benefits",
      paramLabel = "FILE",
      description = "A catalogue of rewards in JSON; a member is in the segments that are called as"
          + " the member's tiers are.")
  private @Nullable Path benefits;

  @Option(
      names = "--member",
      paramLabel = "ID",
      description = "Whose difference to print; repeatable.")
  private List<String> members = new ArrayList<>();

  @Option(
      names = "--differences",
      paramLabel = "FILE",
      description = "Writes the difference of each member for whom there is one, a JSON line each.")
  private @Nullable Path differences;

  @Option(names = "--format", defaultValue = "text", description = "text or json.")
  private OutputFormat format;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Writes there, as SVG, what the members of each tier would be.")
  private @Nullable Path chart;

  @Option(names = "--strict", description = "Ends with 5 if a line was rejected.")
  private boolean strict;

  @Override
  public Integer call() {
    LoyaltyProgram now = LoyaltyExample.program(program);
    LoyaltyProgram other = LoyaltyExample.program(then);
    Optional<MigrationPlan> plan =
        Optional.ofNullable(change).map(input -> decided(input.plan(now, other)));
    Optional<PointRate> price = cost.price(now);
    Optional<RewardCatalog> catalog = Optional.ofNullable(benefits)
        .map(file -> LoyaltyExample.document(file, RewardCatalog.class));
    Optional<Population> invented = invented();
    LocalDate day = asOf == null ? lastDay(now, invented) : asOf;
    Instant end = now.calendar().afterLast(day);
    Instant last = LivedLife.lastBefore(end);
    Set<String> asked = new TreeSet<>(members);
    WhatIfReport report = plan.map(each -> WhatIfReport.of(each, last, catalog, asked))
        .orElseGet(() -> new WhatIfReport(new WhatIf(now, other, last), catalog, asked));
    LivesInput.Counts counts = compare(report, invented, end);
    print(report, counts, day, price);
    checkAsked(report);
    return strict && counts.rejected() > 0 ? Failure.Exit.REJECTS.code() : CommandLine.ExitCode.OK;
  }

  /** The plan; one that is not decided is printed and goes no further. */
  private MigrationPlan decided(MigrationPlan plan) {
    if (plan.isDecided()) {
      return plan;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.json) {
      out.println(PrettyJson.of(WhatIfJson.plan(plan)));
    } else {
      WhatIfText.plan(plan, out);
    }
    out.flush();
    throw new Failure(
        Failure.Exit.INPUT,
        "PLAN_UNDECIDED",
        "plan must leave nothing to decide: " + plan.findings().get(0));
  }

  /** Who is invented, as nobody brings lives. */
  private Optional<Population> invented() {
    return lives.isGiven() ? Optional.empty() : LoyaltyExample.population(program);
  }

  private LocalDate lastDay(LoyaltyProgram now, Optional<Population> invented) {
    if (invented.isPresent()) {
      Population population = invented.get();
      return population.firstDay().plusYears(population.joiners().size()).minusDays(1);
    }
    return lives
        .last(program)
        .map(now.calendar()::dateOf)
        .orElseThrow(() -> new Failure(
            Failure.Exit.INPUT, "NO_LIVES", "file must hold a life, or --as-of must name a day"));
  }

  private LivesInput.Counts compare(
      WhatIfReport report, Optional<Population> invented, Instant end) {
    if (differences == null) {
      return tell(report, invented, end, difference -> {});
    }
    LivesInput.Counts[] counts = {new LivesInput.Counts(0, 0, 0)};
    OutputFile.write(differences, out -> {
      PrintWriter lines = new PrintWriter(out);
      counts[0] = tell(report, invented, end, difference -> {
        if (difference.isChanged()) {
          lines.print(WhatIfJson.difference(difference) + "\n");
        }
      });
      if (lines.checkError()) {
        throw new IOException("differences could not be written in full");
      }
    });
    return counts[0];
  }

  private LivesInput.Counts tell(
      WhatIfReport report,
      Optional<Population> invented,
      Instant end,
      Consumer<WhatIfReport.Difference> to) {
    Consumer<WhatIf.Life> one =
        life -> LivedLife.knownBefore(end, life).map(report::add).ifPresent(to);
    if (invented.isEmpty()) {
      return lives.forEach(program, one, spec.commandLine().getErr());
    }
    Population population = invented.get();
    Simulation simulation = new Simulation(report.question().now(), population, seed);
    for (long member = 0; member < population.members(); member++) {
      one.accept(simulation.life(member));
    }
    return new LivesInput.Counts(population.members(), population.members(), 0);
  }

  private void print(
      WhatIfReport report, LivesInput.Counts counts, LocalDate day, Optional<PointRate> price) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.json) {
      ObjectNode json = WhatIfJson.report(report, price);
      json.putObject("lives")
          .put("read", counts.read())
          .put("accepted", counts.accepted())
          .put("rejected", counts.rejected());
      out.println(PrettyJson.of(json));
    } else {
      String change = report
          .plan()
          .map(plan -> " became " + then + " on " + plan.before().calendar().dateOf(plan.from()))
          .orElse(" were " + then);
      out.println("What if " + program + change + "? At the end of " + day);
      out.println(counts.text());
      WhatIfText.print(report, price, out);
    }
    out.flush();
    if (chart != null) {
      LadderVersions ladder = LoyaltyExample.drawn(report.question().now());
      OutputFile.write(chart, to -> MigrationChart.write(report, ladder, to));
    }
  }

  private void checkAsked(WhatIfReport report) {
    TreeSet<String> missing = new TreeSet<>(members);
    report.asked().forEach(seen -> missing.remove(seen.points().member().value()));
    if (!missing.isEmpty()) {
      throw new Failure(
          Failure.Exit.NOT_FOUND,
          "MEMBER_UNKNOWN",
          "member must be one whose life is told: " + missing.first());
    }
  }
}
