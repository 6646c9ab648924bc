package dev.laurel.core.earning;

import com.google.common.collect.ImmutableSet;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.RuleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The rules of a book laid out for the activities of one kind, without those that can neither award
 * to them nor fail on them: of twelve rules that speak of purchases, test drives and reviews, one
 * is left for a review.
 *
 * <p>What is left awards the same. It does not tell why the others award nothing; that the plan of
 * all rules does.
 */
final class KindPlans {
  /** Kinds come from outside; those of a book that names more of them have the plan of all. */
  private static final int MOST_PLANS = 64;

  /** Far below what money is admitted, so that no amount of such a purchase is refused. */
  private static final long SMALL = 1_000_000_000_000L;

  private final RuleBook book;
  private final EarningPlan whole;
  private final EarningPlan ofReturns;
  private final EarningPlan ofSmallPurchases;
  private final EarningPlan ofLargePurchases;
  private final EarningPlan ofUnnamed;
  private final ImmutableSet<ActivityKind> named;
  private final ConcurrentMap<ActivityKind, EarningPlan> ofNamed = new ConcurrentHashMap<>();

  private KindPlans(RuleBook book) {
    this.book = book;
    this.whole = book.plan();
    this.named = kindsNamedBy(book);
    this.ofReturns = whole.of(book, List.of(), KindTest.of(ActivityKind.RETURN));
    this.ofSmallPurchases = narrowed(book, KindTest.ofSmallPurchases());
    this.ofLargePurchases = narrowed(book, KindTest.of(ActivityKind.PURCHASE));
    this.ofUnnamed = narrowed(book, KindTest.of(null));
  }

  static KindPlans of(RuleBook book) {
    return new KindPlans(book);
  }

  private static ImmutableSet<ActivityKind> kindsNamedBy(RuleBook book) {
    ImmutableSet.Builder<ActivityKind> kinds = ImmutableSet.builder();
    for (EarningRule rule : book.rules()) {
      ConditionTree.walk(rule.when(), part -> {
        if (part instanceof Condition.IsKind is) {
          kinds.addAll(is.kinds());
        }
      });
    }
    return kinds.build();
  }

  /** The plan for an activity. */
  EarningPlan of(Activity activity) {
    if (activity instanceof Purchase purchase) {
      return isSmall(purchase) ? ofSmallPurchases : ofLargePurchases;
    }
    if (activity instanceof Return) {
      return ofReturns;
    }
    ActivityKind kind = activity.kind();
    if (!named.contains(kind)) {
      return ofUnnamed;
    }
    EarningPlan known = ofNamed.get(kind);
    if (known != null) {
      return known;
    }
    return ofNamed.size() < MOST_PLANS
        ? ofNamed.computeIfAbsent(kind, key -> narrowed(book, KindTest.of(key)))
        : whole;
  }

  /** Whether all that any basis counts of a purchase is small. */
  private static boolean isSmall(Purchase purchase) {
    long sum = purchase.shipping().minor();
    List<Line> lines = purchase.lines();
    for (int i = 0; i < lines.size() && sum <= SMALL; i++) {
      sum += lines.get(i).listPrice().minor() + lines.get(i).tax().minor();
    }
    return sum <= SMALL;
  }

  /** The plan for activities of a kind, which are no returns. */
  static EarningPlan narrowed(RuleBook book, KindTest kind) {
    List<EarningRule> left = new ArrayList<>();
    for (PlannedRule planned : book.plan().rules()) {
      if (!isIdle(planned, kind)) {
        left.add(planned.rule());
      }
    }
    Set<RuleId> baseless = baseless(left, book.groups(), kind);
    left.removeIf(rule -> baseless.contains(rule.id()));
    return book.plan().of(book, left, kind);
  }

  /** Whether a rule is never ready for activities of a kind, and cannot fail on the way to that. */
  private static boolean isIdle(PlannedRule planned, KindTest kind) {
    if (kind.isNoPurchase() && planned.money() != null) {
      return true;
    }
    Condition when = planned.rule().when();
    boolean hasNoLine = kind.isNoPurchase() && planned.rule().selectsLines();
    return (hasNoLine || kind.isNeverMet(when)) && !kind.mayFail(when);
  }

  /**
   * The multipliers that multiply nothing. In a group even those may be chosen, over others that
   * take points back, so that a group keeps all its rules or none.
   */
  private static Set<RuleId> baseless(
      List<EarningRule> rules, List<RuleGroup> groups, KindTest kind) {
    Set<RuleId> baseless = new HashSet<>();
    for (EarningRule rule : rules) {
      if (rule.isMultiplier()
          && rule.limit().isEmpty()
          && !kind.mayFail(rule.when())
          && rules.stream().noneMatch(rule::multiplies)) {
        baseless.add(rule.id());
      }
    }
    for (RuleGroup group : groups) {
      Set<RuleId> inside = group.allRules();
      boolean isAlike =
          rules.stream().map(EarningRule::id).filter(inside::contains).allMatch(baseless::contains);
      if (!isAlike) {
        baseless.removeAll(inside);
      }
    }
    return baseless;
  }
}
