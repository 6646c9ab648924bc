package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.RuleId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Promotions that compete, or stack, as one.
 *
 * <p>A group chooses among its rules and groups by what each would grant if it were alone, after
 * rounding and after its caps as they stand before the event; a multiplier is worth what it alone
 * would add to the base. Members worth nothing are never chosen and leave the place to others. The
 * rules of a group are of one point type, and either all of them are base rules or none is.
 */
@Value.Immutable
public abstract class RuleGroup {
  /** How a group chooses. */
  public enum Mode {
    /** All of them. */
    ALL,
    /** The first by priority, then id, that is worth anything. */
    FIRST_BY_PRIORITY,
    /** The one worth most; of equals the first by priority, then id. */
    BEST_FOR_MEMBER,
    /** The one worth least, but more than nothing; of equals the first by priority, then id. */
    CHEAPEST_FOR_PROGRAM
  }

  private static final int DEEPEST = 16;

  static final Comparator<RuleGroup> ORDER =
      Comparator.comparingInt(RuleGroup::priority).thenComparing(RuleGroup::id);

  RuleGroup() {}

  /** The name of the group. */
  public abstract GroupId id();

  /** How the group chooses. */
  public abstract Mode mode();

  /** The place among its siblings; smaller comes first. */
  @Value.Default
  public int priority() {
    return 0;
  }

  /** The rules of the group; each rule is in one group at most. */
  public abstract Set<RuleId> rules();

  /** The groups inside the group. */
  public abstract List<RuleGroup> groups();

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** A group of these rules. */
  public static RuleGroup of(String id, Mode mode, String... rules) {
    Builder builder = builder();
    builder.id(GroupId.of(id)).mode(mode);
    for (String rule : rules) {
      builder.addRule(RuleId.of(rule));
    }
    return builder.build();
  }

  @Value.Check
  RuleGroup sorted() {
    InvalidValueException.check(
        depth() <= DEEPEST,
        FailureCode.RULE_TOO_DEEP,
        "groups",
        "group '%s' must hold at most %s levels",
        id(),
        DEEPEST);
    List<RuleGroup> sorted = ImmutableList.sortedCopyOf(ORDER, groups());
    if (sorted.equals(groups())) {
      return this;
    }
    Builder same = builder();
    same.id(id()).mode(mode()).priority(priority()).addAllRules(rules()).addAllGroups(sorted);
    return same.build();
  }

  /** The rules of the group and of the groups inside. */
  final Set<RuleId> allRules() {
    Set<RuleId> all = new HashSet<>(rules());
    groups().forEach(group -> all.addAll(group.allRules()));
    return all;
  }

  /** The levels of this group; groups inside are within bounds, so that this never goes far. */
  private int depth() {
    int deepest = 0;
    for (RuleGroup group : groups()) {
      deepest = Math.max(deepest, group.depth());
    }
    return deepest + 1;
  }

  /** Builds a {@link RuleGroup}. */
  public static final class Builder extends ImmutableRuleGroup.Builder {
    Builder() {}
  }
}
