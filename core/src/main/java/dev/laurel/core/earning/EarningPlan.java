package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a book laid out for evaluation: numbered, sorted, by point type and phase, with the
 * caps that each must pass.
 */
final class EarningPlan {
  /** A cap with its number. */
  record PlannedCap(int index, Cap cap) {}

  /** A group whose members are either rules or groups, in order. */
  record PlannedGroup(RuleGroup group, ImmutableList<Member> members) {}

  /** A member of a group: one of the two. */
  record Member(@Nullable PlannedRule rule, @Nullable PlannedGroup group) {}

  /** The rules of one point type by phase, each in order. */
  record TypePlan(
      PointType type,
      Combination combination,
      ImmutableList<PlannedRule> bases,
      ImmutableList<PlannedRule> multipliers,
      ImmutableList<PlannedRule> bonuses,
      ImmutableList<PlannedGroup> baseGroups,
      ImmutableList<PlannedGroup> promotionGroups) {
    boolean hasGroups() {
      return !baseGroups.isEmpty() || !promotionGroups.isEmpty();
    }
  }

  private final ImmutableList<PlannedRule> rules;
  private final ImmutableList<PlannedCap> caps;
  private final ImmutableList<TypePlan> types;
  private final ImmutableMap<RuleId, EarningRule> byId;
  private final @Nullable RuleId last;
  private final boolean hasCustomCode;

  private EarningPlan(
      RuleBook book, List<EarningRule> sorted, @Nullable RuleId last, KindTest kind) {
    this.caps = planCaps(book, sorted);
    this.rules = planRules(sorted, caps, kind);
    this.types = planTypes(book, rules);
    this.byId = Maps.uniqueIndex(sorted, EarningRule::id);
    this.last = last;
    this.hasCustomCode = rules.stream().anyMatch(planned -> isCustom(planned.rule()));
  }

  /** The rules in their order. */
  ImmutableList<PlannedRule> rules() {
    return rules;
  }

  ImmutableList<PlannedCap> caps() {
    return caps;
  }

  ImmutableList<TypePlan> types() {
    return types;
  }

  /** The rules by their names. */
  ImmutableMap<RuleId, EarningRule> byId() {
    return byId;
  }

  /** The last rule of the book, be it in this plan or not; a plan of rules has one. */
  RuleId last() {
    return requireNonNull(last);
  }

  /** Whether any rule calls the user's own code. */
  boolean hasCustomCode() {
    return hasCustomCode;
  }

  /** The plan of all rules of a checked book. */
  static EarningPlan of(RuleBook book) {
    List<EarningRule> sorted = ImmutableList.sortedCopyOf(RuleBook.ORDER, book.rules());
    RuleId last = sorted.isEmpty() ? null : sorted.get(sorted.size() - 1).id();
    return new EarningPlan(book, sorted, last, KindTest.unknown());
  }

  /** The plan of some rules of the same book, in their order, for activities of a kind. */
  EarningPlan of(RuleBook book, List<EarningRule> some, KindTest kind) {
    return new EarningPlan(book, some, last, kind);
  }

  private static ImmutableList<PlannedRule> planRules(
      List<EarningRule> sorted, List<PlannedCap> caps, KindTest kind) {
    ImmutableList.Builder<PlannedRule> rules = ImmutableList.builder();
    for (int i = 0; i < sorted.size(); i++) {
      rules.add(new PlannedRule(i, sorted.get(i), capsOf(sorted.get(i), caps), kind));
    }
    return rules.build();
  }

  private static boolean isCustom(EarningRule rule) {
    boolean[] found = {rule.formula() instanceof Formula.Custom};
    ConditionTree.walk(rule.when(), part -> found[0] |= part instanceof Condition.Custom);
    return found[0];
  }

  /**
   * The caps that any of the rules must pass: fewest rules first, then the scopes as they are
   * declared, then by id.
   */
  private static ImmutableList<PlannedCap> planCaps(RuleBook book, List<EarningRule> rules) {
    Comparator<Cap> order = Comparator.<Cap>comparingInt(
            cap -> cap.rules().isEmpty() ? Integer.MAX_VALUE : cap.rules().size())
        .thenComparingInt(EarningPlan::scopeRank)
        .thenComparing(Cap::id);
    ImmutableList.Builder<PlannedCap> caps = ImmutableList.builder();
    int index = 0;
    for (Cap cap : ImmutableList.sortedCopyOf(order, book.caps())) {
      if (rules.stream().anyMatch(rule -> covers(cap, rule))) {
        caps.add(new PlannedCap(index, cap));
        index++;
      }
    }
    return caps.build();
  }

  private static int scopeRank(Cap cap) {
    if (cap.scope() instanceof Cap.PerEvent) {
      return 0;
    }
    return cap.scope() instanceof Cap.PerMember ? 1 : 2;
  }

  private static ImmutableList<PlannedCap> capsOf(EarningRule rule, List<PlannedCap> caps) {
    ImmutableList.Builder<PlannedCap> own = ImmutableList.builder();
    for (PlannedCap planned : caps) {
      if (covers(planned.cap(), rule)) {
        own.add(planned);
      }
    }
    return own.build();
  }

  private static boolean covers(Cap cap, EarningRule rule) {
    return cap.rules().isEmpty()
        ? cap.limit().type().equals(rule.points())
        : cap.rules().contains(rule.id());
  }

  private static ImmutableList<TypePlan> planTypes(RuleBook book, List<PlannedRule> rules) {
    Map<String, List<PlannedRule>> byType = new TreeMap<>();
    Map<RuleId, PlannedRule> byId = new HashMap<>();
    for (PlannedRule planned : rules) {
      String code = planned.rule().points().code();
      byType.computeIfAbsent(code, key -> new ArrayList<>()).add(planned);
      byId.put(planned.rule().id(), planned);
    }
    List<PlannedGroup> groups = new ArrayList<>();
    for (RuleGroup group : ImmutableList.sortedCopyOf(RuleGroup.ORDER, book.groups())) {
      groups.add(planGroup(group, byId));
    }
    ImmutableList.Builder<TypePlan> types = ImmutableList.builder();
    for (List<PlannedRule> own : byType.values()) {
      PointType type = own.get(0).rule().points();
      types.add(new TypePlan(
          type,
          book.combination(type),
          inPhase(own, Phase.BASE),
          inPhase(own, Phase.MULTIPLIER),
          inPhase(own, Phase.BONUS),
          ofType(groups, type, true),
          ofType(groups, type, false)));
    }
    return types.build();
  }

  private static ImmutableList<PlannedRule> inPhase(List<PlannedRule> rules, Phase phase) {
    ImmutableList.Builder<PlannedRule> own = ImmutableList.builder();
    for (PlannedRule planned : rules) {
      if (planned.rule().phase() == phase) {
        own.add(planned);
      }
    }
    return own.build();
  }

  private static ImmutableList<PlannedGroup> ofType(
      List<PlannedGroup> groups, PointType type, boolean ofBases) {
    ImmutableList.Builder<PlannedGroup> own = ImmutableList.builder();
    for (PlannedGroup group : groups) {
      PlannedRule first = firstRuleOf(group);
      if (first != null
          && first.rule().points().equals(type)
          && (first.rule().phase() == Phase.BASE) == ofBases) {
        own.add(group);
      }
    }
    return own.build();
  }

  private static @Nullable PlannedRule firstRuleOf(PlannedGroup group) {
    for (Member member : group.members()) {
      PlannedRule found = member.group() == null ? member.rule() : firstRuleOf(member.group());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Members by priority, then id, rules and groups alike. */
  private static PlannedGroup planGroup(RuleGroup group, Map<RuleId, PlannedRule> rules) {
    record Ranked(int priority, String id, Member member) {}
    List<Ranked> ranked = new ArrayList<>();
    for (RuleId id : group.rules()) {
      PlannedRule planned = rules.get(id);
      if (planned != null) {
        ranked.add(new Ranked(planned.rule().priority(), id.value(), new Member(planned, null)));
      }
    }
    for (RuleGroup child : group.groups()) {
      ranked.add(new Ranked(
          child.priority(), child.id().value(), new Member(null, planGroup(child, rules))));
    }
    ranked.sort(Comparator.comparingInt(Ranked::priority).thenComparing(Ranked::id));
    ImmutableList.Builder<Member> members = ImmutableList.builder();
    for (Ranked one : ranked) {
      members.add(one.member());
    }
    return new PlannedGroup(group, members.build());
  }
}
