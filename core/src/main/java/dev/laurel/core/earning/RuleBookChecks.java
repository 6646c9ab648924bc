package dev.laurel.core.earning;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules of a book must keep together. */
final class RuleBookChecks {
  private static final int MOST = 1_000;

  private final RuleBook book;
  private final Map<RuleId, EarningRule> rules = new HashMap<>();

  private RuleBookChecks(RuleBook book) {
    this.book = book;
  }

  static void check(RuleBook book) {
    RuleBookChecks checks = new RuleBookChecks(book);
    checks.checkSizes();
    checks.checkNames();
    checks.checkReferences();
    checks.checkMultipliers();
    checks.checkCaps();
    checks.checkGroups();
    checks.checkStops();
  }

  private void checkSizes() {
    checkSize("rules", book.rules().size());
    checkSize("groups", book.groups().size());
    checkSize("caps", book.caps().size());
  }

  private static void checkSize(String path, int size) {
    InvalidValueException.check(
        size <= MOST,
        FailureCode.LIMIT_EXCEEDED,
        path,
        "rule book must have at most %s %s: %s",
        MOST,
        path,
        size);
  }

  private void checkNames() {
    Map<String, PointType> types = new HashMap<>();
    for (EarningRule rule : book.rules()) {
      checkUnique("rules", "rule", rule.id(), rules.put(rule.id(), rule) == null);
      PointType known = types.putIfAbsent(rule.points().code(), rule.points());
      checkUnique(
          "rules", "point type", rule.points(), known == null || known.equals(rule.points()));
    }
    Set<CapId> caps = new HashSet<>();
    for (Cap cap : book.caps()) {
      checkUnique("caps", "cap", cap.id(), caps.add(cap.id()));
    }
  }

  private static void checkUnique(String path, String what, Object name, boolean isUnique) {
    InvalidValueException.check(
        isUnique,
        FailureCode.CONFIG_DUPLICATE,
        path,
        "%s '%s' must be defined once in a rule book",
        what,
        name);
  }

  private EarningRule known(String by, RuleId id, String path) {
    EarningRule rule = rules.get(id);
    if (rule == null) {
      throw new InvalidValueException(
          FailureCode.REFERENCE_UNKNOWN,
          path,
          by + " must refer to a rule of the book: '" + id + "'");
    }
    return rule;
  }

  private void checkReferences() {
    for (EarningRule rule : book.rules()) {
      ConditionTree.walk(rule.when(), condition -> {
        if (condition instanceof Condition.InSegment c) {
          for (Segment segment : c.segments()) {
            InvalidValueException.check(
                book.segments().contains(segment),
                FailureCode.REFERENCE_UNKNOWN,
                "rules.when",
                "rule '%s' must refer to a segment of the book: '%s'",
                rule.id(),
                segment);
          }
        }
      });
    }
  }

  private void checkMultipliers() {
    for (EarningRule rule : book.rules()) {
      checkNoCycle(rule);
    }
    for (EarningRule rule : book.rules()) {
      for (RuleId id : rule.of()) {
        EarningRule base = known("multiplier '" + rule.id() + "'", id, "rules.of");
        if (base.phase() != Phase.BASE) {
          throw rule.invalid(
              FailureCode.VALUE_INVALID, "rules.of", "multiply base rules: '" + id + "'");
        }
        checkType("rules.of", "rule '" + rule.id() + "'", rule.points(), base.points());
      }
    }
  }

  /** Walks the references of one rule without recursion, however long the chain is. */
  private void checkNoCycle(EarningRule start) {
    Set<RuleId> seen = new HashSet<>();
    Deque<RuleId> open = new ArrayDeque<>(start.of());
    while (!open.isEmpty()) {
      RuleId id = open.pop();
      if (id.equals(start.id())) {
        throw start.invalid(
            FailureCode.RULE_CYCLE, "rules.of", "not refer to itself through others: " + seen);
      }
      EarningRule rule = rules.get(id);
      if (seen.add(id) && rule != null) {
        open.addAll(rule.of());
      }
    }
  }

  private void checkCaps() {
    for (Cap cap : book.caps()) {
      for (RuleId id : cap.rules()) {
        EarningRule rule = known("cap '" + cap.id() + "'", id, "caps.rules");
        checkType("caps.limit", "cap '" + cap.id() + "'", cap.limit().type(), rule.points());
      }
    }
  }

  private static void checkType(String path, String what, PointType left, PointType right) {
    InvalidValueException.check(
        left.equals(right),
        FailureCode.TYPE_MISMATCH,
        path,
        "%s must keep to one type of points: %s and %s",
        what,
        left,
        right);
  }

  private void checkGroups() {
    Set<RuleId> grouped = new HashSet<>();
    Set<GroupId> names = new HashSet<>();
    for (RuleGroup group : book.groups()) {
      List<EarningRule> inside = new ArrayList<>();
      checkGroup(group, names, grouped, inside);
      for (EarningRule rule : inside) {
        checkAlike(group, inside.get(0), rule);
      }
    }
  }

  private void checkGroup(
      RuleGroup group, Set<GroupId> names, Set<RuleId> grouped, List<EarningRule> inside) {
    checkUnique("groups", "group", group.id(), names.add(group.id()));
    checkSize("groups", names.size());
    for (RuleId id : group.rules()) {
      checkUnique("groups.rules", "place of rule", id, grouped.add(id));
      inside.add(known("group '" + group.id() + "'", id, "groups.rules"));
    }
    for (RuleGroup child : group.groups()) {
      checkGroup(child, names, grouped, inside);
    }
    if (group.mode() == RuleGroup.Mode.FIRST_BY_PRIORITY) {
      checkRanked(group);
    }
  }

  private static void checkAlike(RuleGroup group, EarningRule one, EarningRule other) {
    checkType("groups.rules", "group '" + group.id() + "'", one.points(), other.points());
    InvalidValueException.check(
        (one.phase() == Phase.BASE) == (other.phase() == Phase.BASE),
        FailureCode.VALUE_INVALID,
        "groups.rules",
        "group '%s' must hold base rules alone or none: '%s' and '%s'",
        group.id(),
        one.id(),
        other.id());
  }

  /** Where the first wins, no two may come first. */
  private void checkRanked(RuleGroup group) {
    List<EarningRule> members = new ArrayList<>();
    for (RuleId id : group.rules()) {
      members.add(known("group '" + group.id() + "'", id, "groups.rules"));
    }
    for (int i = 0; i < members.size(); i++) {
      for (int j = 0; j < i; j++) {
        checkUnambiguous(members.get(j), members.get(i));
      }
      for (RuleGroup child : group.groups()) {
        checkDistinct(group, members.get(i).priority(), child.priority());
      }
    }
    for (int i = 0; i < group.groups().size(); i++) {
      for (int j = 0; j < i; j++) {
        checkDistinct(
            group, group.groups().get(j).priority(), group.groups().get(i).priority());
      }
    }
  }

  private static void checkDistinct(RuleGroup group, int one, int other) {
    InvalidValueException.check(
        one != other,
        FailureCode.RULE_AMBIGUOUS,
        "groups.priority",
        "group '%s' must rank its members by different priorities: %s",
        group.id(),
        one);
  }

  /** A rule that stops others must come clearly before or after them. */
  private void checkStops() {
    for (EarningRule stopping : book.rules()) {
      if (stopping.stopAfter()) {
        for (EarningRule other : book.rules()) {
          if (!other.id().equals(stopping.id())
              && other.phase() == stopping.phase()
              && other.points().equals(stopping.points())) {
            checkUnambiguous(stopping, other);
          }
        }
      }
    }
  }

  private static void checkUnambiguous(EarningRule one, EarningRule other) {
    Span oneActive = one.active().orElse(Span.ALWAYS);
    Span otherActive = other.active().orElse(Span.ALWAYS);
    InvalidValueException.check(
        one.priority() != other.priority() || !oneActive.overlaps(otherActive),
        FailureCode.RULE_AMBIGUOUS,
        "rules.priority",
        "rules '%s' and '%s' must have different priorities, since their order changes the"
            + " result: %s",
        one.id(),
        other.id(),
        one.priority());
  }
}
