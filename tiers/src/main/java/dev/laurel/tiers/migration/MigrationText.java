package dev.laurel.tiers.migration;

import dev.laurel.core.program.Change;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramDiff;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.tiers.ladder.LadderDiff;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import java.time.Instant;

/** A migration plan in words, step by step; never to be parsed. */
public final class MigrationText {
  private final MigrationPlan plan;
  private final StringBuilder text = new StringBuilder();

  private MigrationText(MigrationPlan plan) {
    this.plan = plan;
  }

  /** The plan for people: what changes when, what is done for whom, what is still to be decided. */
  public static String of(MigrationPlan plan) {
    MigrationText words = new MigrationText(plan);
    words.head();
    words.changes();
    words.steps();
    words.findings();
    return words.text.toString();
  }

  private void head() {
    Program before = plan.before().points().latest();
    Program after = plan.after().points().latest();
    line(before.id() + " from version " + before.version() + " to " + after.version() + " on "
        + day(plan.from()));
  }

  private void changes() {
    for (Change change : ProgramDiff.between(
        plan.before().points().latest(), plan.after().points().latest())) {
      line("  " + change);
    }
    for (LadderVersions ladder : plan.before().ladders()) {
      plan.after()
          .findLadder(ladder.code())
          .ifPresent(next -> LadderDiff.between(ladder.latest(), next.latest())
              .forEach(change -> line("  " + ladder.code() + "." + change)));
    }
  }

  private void steps() {
    int number = 0;
    for (PointsExchange each : plan.terms().exchanges()) {
      line(++number + ". " + each.from().name() + " "
          + each.to()
              .map(to -> "become " + to.name() + ", " + each.rate() + " for each, rounded "
                  + each.rounding())
              .orElse("lapse"));
    }
    for (String each : plan.terms().endings()) {
      line(++number + ". ladder " + each + " ends");
    }
    for (TierMapping each : plan.terms().mappings()) {
      line(++number + ". members of " + each.ladder() + "." + each.gone() + " go to " + each.to());
    }
    for (Grandfathering each : plan.terms().grandfatherings()) {
      line(++number + ". members of " + each.ladder() + "." + each.tier() + " keep " + kept(each)
          + " until " + day(each.until()));
    }
    line(++number + ". all others: more at once, less at the review");
  }

  /** What is kept: the tier, or the one that takes its place. */
  private String kept(Grandfathering promise) {
    return plan.after()
        .findLadder(promise.ladder())
        .flatMap(next -> plan.before().ladder(promise.ladder()).latest().tiers().stream()
            .filter(tier -> tier.code().equals(promise.tier()))
            .findFirst()
            .flatMap(tier -> plan.successor(next.latest(), tier)))
        .map(Tier::code)
        .filter(code -> !code.equals(promise.tier()))
        .orElse("it");
  }

  private void findings() {
    for (MigrationFinding each : plan.findings()) {
      line((each.code().isObstacle() ? "to decide: " : "to know: ") + each);
    }
  }

  private String day(Instant at) {
    ProgramCalendar calendar = plan.before().calendar();
    return calendar.dateOf(at).toString();
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
