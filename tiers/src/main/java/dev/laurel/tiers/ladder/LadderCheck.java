package dev.laurel.tiers.ladder;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.Finding;
import dev.laurel.core.earning.Finding.Severity;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is legal about a ladder but worth a second look.
 *
 * <p>The codes: CONFIG_EMPTY, CONFIG_NOT_MONOTONE, STAY_ABOVE_ENTER, REENTER_ABOVE_ENTER,
 * TIER_ON_BALANCE, TIER_UNREACHABLE, WINDOWS_OVERLAP, RULE_UNKNOWN.
 */
public final class LadderCheck {
  private final TierLadder ladder;
  private final Program program;
  private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

  private LadderCheck(TierLadder ladder, Program program) {
    this.ladder = ladder;
    this.program = program;
  }

  /** The findings about a ladder in a program, tier by tier from low to high. */
  public static ImmutableList<Finding> of(TierLadder ladder, Program program) {
    LadderCheck check = new LadderCheck(ladder, program);
    check.checkAll();
    return check.findings.build();
  }

  private void checkAll() {
    if (ladder.rungs().isEmpty()) {
      find("CONFIG_EMPTY", Severity.NOTE, "has no tier above the base: everybody is in it");
    }
    for (int level = 1; level <= ladder.rungs().size(); level++) {
      checkRung(level);
    }
    Set<RuleId> rules =
        program.rules().rules().stream().map(rule -> rule.id()).collect(Collectors.toSet());
    for (RuleId rule : new TreeSet<>(ladder.validityByRule().keySet())) {
      if (!rules.contains(rule)) {
        find(
            "RULE_UNKNOWN",
            Severity.WARNING,
            "says how long points of a rule count that the program has not: " + rule);
      }
    }
  }

  private void checkRung(int level) {
    Rung rung = ladder.rung(level);
    String name = "'" + rung.tier() + "'";
    if (isAbove(rung.stay(), rung.enter())) {
      find(
          "STAY_ABOVE_ENTER",
          Severity.WARNING,
          "asks more for staying in " + name + " than for entering it");
    }
    if (isAbove(rung.reenter(), rung.enter())) {
      find(
          "REENTER_ABOVE_ENTER",
          Severity.NOTE,
          "asks more for coming back to " + name + " than for entering it");
    }
    if (rung.factor().compareTo(ladder.factor(level - 1)) < 0) {
      find(
          "CONFIG_NOT_MONOTONE",
          Severity.WARNING,
          "gives less in " + name + " than below it: " + rung.factor() + ", "
              + ladder.factor(level - 1));
    }
    if (!(rung.enter() instanceof Qualification.ByInvitation)
        && !rung.enter().isMet(new Earnable())) {
      find(
          "TIER_UNREACHABLE",
          Severity.WARNING,
          "asks for " + name + " what no rule of the program gives");
    }
    checkMetrics(rung, name);
  }

  private void checkMetrics(Rung rung, String name) {
    Map<Metric, QualifyingPeriod> periods = new HashMap<>();
    for (Qualification.Reach reach : rung.enter().thresholds()) {
      if (reach.metric() instanceof Metric.CurrentBalance balance) {
        find(
            "TIER_ON_BALANCE",
            Severity.WARNING,
            "lets spending " + balance.type() + " lower a member in " + name);
      }
      QualifyingPeriod period = reach.period().orElse(ladder.period());
      QualifyingPeriod other = periods.putIfAbsent(reach.metric(), period);
      if (other != null && !other.equals(period)) {
        find(
            "WINDOWS_OVERLAP",
            Severity.NOTE,
            "counts " + reach.metric().label() + " for " + name
                + " over two stretches that overlap");
      }
    }
  }

  private static boolean isAbove(Qualification first, Qualification second) {
    return LadderOrder.compare(first, second).orElse(0) > 0;
  }

  private void find(String code, Severity severity, String rule) {
    findings.add(
        new Finding(code, severity, Optional.empty(), "ladder '" + ladder.code() + "' " + rule));
  }

  /** As much as anybody could ever have of what the program gives. */
  private final class Earnable implements Measures {
    @Override
    public long of(Metric metric, Optional<QualifyingPeriod> period) {
      if (metric instanceof Metric.PointsOf points) {
        return isGiven(points.type()) ? Long.MAX_VALUE : 0;
      }
      return metric instanceof Metric.CurrentBalance balance && !isGiven(balance.type())
          ? 0
          : Long.MAX_VALUE;
    }

    private boolean isGiven(PointType type) {
      return program.rules().rules().stream().anyMatch(rule -> rule.points().equals(type));
    }

    @Override
    public boolean holds(Flag flag) {
      return true;
    }
  }
}
