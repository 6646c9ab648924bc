package dev.laurel.examples.member;

import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Change;
import dev.laurel.examples.output.Figures;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.WhatIfTotals;
import dev.laurel.tiers.migration.MigrationPlan;
import dev.laurel.tiers.migration.MigrationText;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A what-if report for people. */
public final class WhatIfText {
  private static final int NAME = 24;
  private static final int FIGURE = 14;

  private final WhatIfReport report;
  private final WhatIfTotals totals;
  private final PrintWriter out;

  private WhatIfText(WhatIfReport report, PrintWriter out) {
    this.report = report;
    this.totals = report.totals();
    this.out = out;
  }

  /**
   * Prints a report.
   *
   * @param price what points cost, for the line of the cost
   */
  public static void print(WhatIfReport report, Optional<PointRate> price, PrintWriter out) {
    WhatIfText text = new WhatIfText(report, out);
    text.program();
    text.members();
    text.tiers();
    text.points(price);
    text.benefits();
    report.asked().forEach(text::difference);
    out.flush();
  }

  private void program() {
    report.plan().ifPresentOrElse(plan -> plan(plan, out), this::changes);
    report
        .findings()
        .forEach(finding -> out.println("  " + finding.severity() + ": " + finding.sentence()));
  }

  private void changes() {
    out.println("What is different");
    List<Change> changes = report.programChanges();
    changes.forEach(change -> out.println("  " + change.sentence()));
    if (changes.isEmpty()) {
      out.println("  nothing");
    }
  }

  /** Prints what a plan changes, its steps, and what is to be decided or worth knowing. */
  public static void plan(MigrationPlan plan, PrintWriter out) {
    out.println("The plan");
    MigrationText.of(plan).lines().forEach(line -> out.println("  " + line));
  }

  private void members() {
    out.println("Members: " + Figures.of(totals.members()) + ", of whom "
        + Figures.of(totals.changed()) + " would have something else");
    out.println("Refused events: " + Figures.of(totals.rejectedNow()) + " now, "
        + Figures.of(totals.rejectedThen()) + " then");
  }

  private void tiers() {
    List<String> ladders = Stream.of(report.question().now(), report.question().then())
        .flatMap(program -> program.ladders().stream())
        .map(LadderVersions::code)
        .distinct()
        .toList();
    for (String ladder : ladders) {
      out.println("Tiers of '" + ladder + "'");
      row("now", "then", "members");
      totals.moves().keySet().stream()
          .filter(move -> move.ladder().equals(ladder))
          .sorted(Comparator.comparingInt(
                  (WhatIfTotals.Move move) -> level(report.question().now(), ladder, move.now()))
              .thenComparingInt(move -> level(report.question().then(), ladder, move.then()))
              .thenComparing(Comparator.naturalOrder()))
          .forEach(move -> row(
              name(report.question().now(), ladder, move.now()),
              name(report.question().then(), ladder, move.then()),
              Figures.of(totals.moves().getOrDefault(move, 0L))));
    }
  }

  /** The level of a tier in the latest version of a ladder; -1 where there is no such tier. */
  private static int level(LoyaltyProgram program, String ladder, String code) {
    return program.findLadder(ladder).stream()
        .flatMap(versions -> versions.latest().tiers().stream())
        .map(Tier::code)
        .toList()
        .indexOf(code);
  }

  private void row(String now, String then, String members) {
    out.println(
        "  " + Figures.left(now, NAME) + Figures.left(then, NAME) + Figures.right(members, FIGURE));
  }

  /** What people call a tier; its code where the other program has it no more. */
  static String name(LoyaltyProgram program, String ladder, String code) {
    return program.findLadder(ladder).stream()
        .flatMap(versions -> versions.byStart().values().stream())
        .flatMap(version -> version.tiers().stream())
        .filter(tier -> tier.code().equals(code))
        .map(Tier::name)
        .findFirst()
        .orElse(code.isEmpty() ? "no such ladder" : code);
  }

  private void points(Optional<PointRate> price) {
    if (!totals.points().isEmpty()) {
      out.println("Points");
      row("", "now", "then", "difference");
    }
    totals.points().forEach((type, sums) -> {
      row(type.name() + " issued", type, sums.issuedNow(), sums.issuedThen());
      row("  there at the end", type, sums.balanceNow(), sums.balanceThen());
      row("  expired", type, sums.expiredNow(), sums.expiredThen());
      report
          .cost(type, price)
          .ifPresent(cost -> out.println("  cost of the difference at "
              + price.map(PointRate::toString).orElse("") + ": " + cost));
    });
  }

  private void row(String name, PointType type, long now, long then) {
    row(
        name,
        Figures.units(now, type),
        Figures.units(then, type),
        Figures.change(Figures.units(then - now, type)));
  }

  private void row(String name, String now, String then, String difference) {
    out.println("  " + Figures.left(name, NAME) + Figures.right(now, FIGURE)
        + Figures.right(then, FIGURE) + Figures.right(difference, FIGURE));
  }

  private void benefits() {
    if (!report.benefits().isEmpty()) {
      out.println("Members who could have a benefit");
      row("", "now", "then", "difference");
    }
    report
        .benefits()
        .values()
        .forEach(benefit -> row(
            benefit.name(),
            Figures.of(benefit.now()),
            Figures.of(benefit.then()),
            Figures.change(Figures.of(benefit.then() - benefit.now()))));
  }

  private void difference(WhatIfReport.Difference difference) {
    out.println("Member " + difference.points().member());
    for (Change each : difference.points().changes()) {
      out.println("  " + each.sentence());
    }
    difference.gained().forEach(benefit -> out.println("  benefits." + benefit + ": new"));
    difference.lost().forEach(benefit -> out.println("  benefits." + benefit + ": gone"));
    if (!difference.isChanged()) {
      out.println("  nothing would be different");
    }
  }
}
