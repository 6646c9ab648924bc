package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * All rules of a program version, with what they do to each other.
 *
 * <p>A book is checked as a whole when it is built, and sorted: two books that were written down in
 * different order are equal and earn the same. At most 1,000 rules, groups and caps each. A book
 * without rules is legal and earns nothing.
 */
@Value.Immutable
public abstract class RuleBook {
  static final Comparator<EarningRule> ORDER =
      Comparator.comparingInt(EarningRule::priority).thenComparing(EarningRule::id);

  // After the order, by which a book is sorted when it is built.
  private static final RuleBook EMPTY = builder().build();

  RuleBook() {}

  /** The rules, by priority, then id. */
  public abstract List<EarningRule> rules();

  /** The promotion groups; rules outside all groups stack. */
  public abstract List<RuleGroup> groups();

  /** The caps, by id. */
  public abstract List<Cap> caps();

  /** How multipliers combine, by point type; ADD_EXCESS where nothing is said. */
  public abstract Map<PointType, Combination> combinations();

  /** The segments that conditions may name. */
  public abstract Set<Segment> segments();

  /** The rule of this name. */
  public final Optional<EarningRule> rule(RuleId id) {
    return Optional.ofNullable(plan().byId().get(id));
  }

  /** How multipliers of this point type combine. */
  public final Combination combination(PointType type) {
    return combinations().getOrDefault(type, Combination.ADD_EXCESS);
  }

  /** What is legal in this book and yet worth a second look, in the order of the rules. */
  public final ImmutableList<Finding> findings() {
    return RuleBookLints.of(this);
  }

  /** The rules laid out for evaluation. */
  @Value.Derived
  @Value.Auxiliary
  EarningPlan plan() {
    RuleBookChecks.check(this);
    return EarningPlan.of(this);
  }

  /** The rules laid out for activities of each kind. */
  @Value.Derived
  @Value.Auxiliary
  KindPlans kindPlans() {
    return KindPlans.of(this);
  }

  /** A book without rules. */
  public static RuleBook empty() {
    return EMPTY;
  }

  /** A book of these rules, without groups and caps. */
  public static RuleBook of(EarningRule... rules) {
    Builder builder = builder();
    builder.addRules(rules);
    return builder.build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RuleBook}. */
  public static final class Builder extends ImmutableRuleBook.Builder {
    Builder() {}
  }

  @Value.Check
  RuleBook sorted() {
    List<EarningRule> rules = ImmutableList.sortedCopyOf(ORDER, rules());
    List<RuleGroup> groups = ImmutableList.sortedCopyOf(RuleGroup.ORDER, groups());
    List<Cap> caps = ImmutableList.sortedCopyOf(Comparator.comparing(Cap::id), caps());
    if (rules.equals(rules()) && groups.equals(groups()) && caps.equals(caps())) {
      return this;
    }
    Builder sorted = builder();
    sorted
        .addAllRules(rules)
        .addAllGroups(groups)
        .addAllCaps(caps)
        .putAllCombinations(combinations())
        .addAllSegments(segments());
    return sorted.build();
  }
}
