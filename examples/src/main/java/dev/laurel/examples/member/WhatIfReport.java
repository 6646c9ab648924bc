package dev.laurel.examples.member;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.Finding;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Change;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramCheck;
import dev.laurel.core.program.ProgramDiff;
import dev.laurel.core.reward.Claims;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.reward.Rewards;
import dev.laurel.core.reward.Stock;
import dev.laurel.tiers.ladder.LadderCheck;
import dev.laurel.tiers.ladder.LadderDiff;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MemberDifference;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.membership.WhatIfTotals;
import dev.laurel.tiers.migration.MigrationPlan;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What another program would make of the same lives, gathered member by member.
 *
 * <p>The totals and the counts of benefits are all that is kept of the members, beside the
 * differences of those asked for; so memory does not grow with their number.
 */
public final class WhatIfReport {
  private final WhatIf question;
  private final Optional<MigrationPlan> plan;
  private final Optional<Rewards> benefits;
  private final Set<String> members;
  private final Map<ImmutableSortedMap<String, String>, ImmutableSet<String>> openByTiers =
      new HashMap<>();
  private final TreeMap<String, BenefitCount> benefitCounts = new TreeMap<>();
  private final List<Difference> asked = new ArrayList<>();
  private WhatIfTotals totals;

  /**
   * How many members could have a benefit.
   *
   * @param name what people call it
   * @param now under the program as it is
   * @param then under the other one
   */
  public record BenefitCount(String name, long now, long then) {
    BenefitCount plus(boolean isNow, boolean isThen) {
      return new BenefitCount(name, now + (isNow ? 1 : 0), then + (isThen ? 1 : 0));
    }
  }

  /**
   * What would be different for one member.
   *
   * @param points the points, the tiers, the program's own benefits and the rejected events
   * @param gained the benefits of the report's catalog that would be new, by their ids
   * @param lost the benefits of the report's catalog that would be gone, by their ids
   */
  public record Difference(
      MemberDifference points, ImmutableSet<String> gained, ImmutableSet<String> lost) {
    /** Whether anything would be different. */
    public boolean isChanged() {
      return points.isChanged() || !gained.isEmpty() || !lost.isEmpty();
    }
  }

  /**
   * A report on no members yet.
   *
   * @param benefits what there is to have; a member is in the segments that are called as the
   *     member's tiers are
   * @param members whose differences are kept
   */
  public WhatIfReport(WhatIf question, Optional<RewardCatalog> benefits, Set<String> members) {
    this(question, Optional.empty(), benefits, members);
  }

  private WhatIfReport(
      WhatIf question,
      Optional<MigrationPlan> plan,
      Optional<RewardCatalog> benefits,
      Set<String> members) {
    this.question = question;
    this.plan = plan;
    this.benefits = benefits.map(Rewards::of);
    this.members = Set.copyOf(members);
    this.totals = WhatIfTotals.none(question);
    benefits.ifPresent(catalog -> catalog
        .benefits()
        .forEach(benefit ->
            benefitCounts.put(benefit.id().value(), new BenefitCount(benefit.name(), 0, 0))));
  }

  /**
   * A report on no members yet of what a migration makes of them, with what the plan brings to
   * each.
   *
   * @throws dev.laurel.core.failure.InvalidValueException VALUE_INVALID while the plan leaves
   *     something undecided
   */
  public static WhatIfReport of(
      MigrationPlan plan, Instant asOf, Optional<RewardCatalog> benefits, Set<String> members) {
    WhatIf question = new WhatIf(plan.before(), plan.program(), asOf);
    return new WhatIfReport(question, Optional.of(plan), benefits, members);
  }

  /** Takes in one member, whose difference is the answer. */
  public Difference add(WhatIf.Life life) {
    WhatIf.Life other = plan.map(each -> each.applied(life)).orElse(life);
    MemberDifference points = question.compare(life, other);
    totals = totals.plus(points);
    ImmutableSet<String> now = open(points.now().tiers());
    ImmutableSet<String> then = open(points.then().tiers());
    benefitCounts.replaceAll((id, count) -> count.plus(now.contains(id), then.contains(id)));
    Difference difference = new Difference(
        points,
        Sets.difference(then, now).immutableCopy(),
        Sets.difference(now, then).immutableCopy());
    if (members.contains(life.member().value())) {
      asked.add(difference);
    }
    return difference;
  }

  /** How members come into the other program; absent where their whole lives are told to it. */
  public Optional<MigrationPlan> plan() {
    return plan;
  }

  /** What was asked. */
  public WhatIf question() {
    return question;
  }

  /** What the other program says differently, as the latest versions stand. */
  public ImmutableList<Change> programChanges() {
    LoyaltyProgram now = question.now();
    LoyaltyProgram then = question.then();
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    changes.addAll(ProgramDiff.between(now.points().latest(), then.points().latest()));
    if (now.crossing() != then.crossing()) {
      changes.add(new Change(
          "crossing",
          Optional.of(now.crossing().name()),
          Optional.of(then.crossing().name())));
    }
    TreeSet<String> ladders = new TreeSet<>();
    now.ladders().forEach(ladder -> ladders.add(ladder.code()));
    then.ladders().forEach(ladder -> ladders.add(ladder.code()));
    for (String code : ladders) {
      Optional<TierLadder> before = now.findLadder(code).map(LadderVersions::latest);
      Optional<TierLadder> after = then.findLadder(code).map(LadderVersions::latest);
      if (before.isPresent() && after.isPresent()) {
        LadderDiff.between(before.get(), after.get())
            .forEach(each ->
                changes.add(new Change(code + "." + each.path(), each.before(), each.after())));
      } else {
        changes.add(new Change(
            "ladders." + code, before.map(TierLadder::code), after.map(TierLadder::code)));
      }
    }
    return changes.build();
  }

  /** What the static checks find odd about the other program, as its latest versions stand. */
  public ImmutableList<Finding> findings() {
    Program points = question.then().points().latest();
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    findings.addAll(ProgramCheck.findings(points));
    question
        .then()
        .ladders()
        .forEach(ladder -> findings.addAll(LadderCheck.of(ladder.latest(), points)));
    return findings.build();
  }

  /** The sums over all members. */
  public WhatIfTotals totals() {
    return totals;
  }

  /** The benefits by their ids; empty where none were given. */
  public ImmutableMap<String, BenefitCount> benefits() {
    return ImmutableMap.copyOf(benefitCounts);
  }

  /** The differences of the members that were asked for, as far as they were seen. */
  public List<Difference> asked() {
    return List.copyOf(asked);
  }

  /** What more issued points would cost at this price; absent where the price is for others. */
  public Optional<ExactMoney> cost(PointType type, Optional<PointRate> price) {
    return price
        .filter(rate -> rate.points().type().equals(type))
        .map(rate -> totals.cost(rate, RoundingMode.HALF_EVEN));
  }

  private ImmutableSet<String> open(ImmutableSortedMap<String, String> tiers) {
    return benefits
        .map(rewards -> openByTiers.computeIfAbsent(tiers, each -> open(rewards, each)))
        .orElse(ImmutableSet.of());
  }

  /**
   * The benefits that somebody has who has claimed nothing and of whom only the tiers are known.
   */
  private ImmutableSet<String> open(Rewards rewards, ImmutableSortedMap<String, String> tiers) {
    MemberFacts.Builder facts = MemberFacts.builder();
    tiers.values().stream().distinct().forEach(tier -> facts.addSegment(Segment.of(tier)));
    EarningContext context = EarningContext.builder()
        .calendar(question.now().calendar())
        .facts(facts.build())
        .build();
    ImmutableSet.Builder<String> open = ImmutableSet.builder();
    for (Rewards.Standing line : rewards.overview(
        Claims.none(MemberId.of("anybody")), Stock.untouched(), question.asOf(), context)) {
      if (line.isOpen()) {
        open.add(line.benefit().id().value());
      }
    }
    return open.build();
  }
}
