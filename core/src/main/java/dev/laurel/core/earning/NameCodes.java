package dev.laurel.core.earning;

import com.google.common.collect.ImmutableMap;
import dev.laurel.core.money.ExactMoney;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Numbers for the names of which the rules of one book speak; all other names are 0.
 *
 * <p>A name is the value that stands in the book, such as a category or a channel, so that a code
 * of a category never meets one of a channel.
 */
final class NameCodes {
  /** The code of no name, and of every name that no rule speaks of. */
  static final int OTHER = 0;

  private final ImmutableMap<Object, Integer> codes;

  private NameCodes(ImmutableMap<Object, Integer> codes) {
    this.codes = codes;
  }

  /** The codes of a book, from 1 for each sort of name. */
  static NameCodes of(RuleBook book) {
    Map<Object, Integer> codes = new LinkedHashMap<>();
    Map<Class<?>, Integer> counts = new LinkedHashMap<>();
    for (EarningRule rule : book.rules()) {
      for (Object name : namesIn(rule)) {
        codes.computeIfAbsent(name, key -> counts.merge(key.getClass(), 1, Integer::sum));
      }
    }
    return new NameCodes(ImmutableMap.copyOf(codes));
  }

  int of(Object name) {
    Integer code = codes.get(name);
    return code == null ? OTHER : code;
  }

  /** How many names of a sort have a code. */
  long count(Class<?> sort) {
    return codes.keySet().stream().filter(sort::isInstance).count();
  }

  private static Set<Object> namesIn(EarningRule rule) {
    Set<Object> names = new LinkedHashSet<>(rule.basis().excludedCategories());
    ConditionTree.walk(rule.when(), condition -> add(condition, names));
    ConditionTree.walk(rule.lines(), condition -> add(condition, names));
    if (rule.formula() instanceof Formula.PerAmount formula) {
      names.add(formula.rate().money().currency());
    } else if (rule.formula() instanceof Formula.PerStep formula) {
      names.add(formula.step().currency());
    }
    return names;
  }

  private static void add(Condition condition, Set<Object> names) {
    if (condition instanceof Condition.InCategory c) {
      names.addAll(c.categories());
    } else if (condition instanceof Condition.IsSku c) {
      names.addAll(c.skus());
    } else if (condition instanceof Condition.OnChannel c) {
      names.addAll(c.channels());
    } else if (condition instanceof Condition.WithPartner c) {
      names.addAll(c.partners());
    } else if (condition instanceof Condition.AtLocation c) {
      names.addAll(c.locations());
    } else if (condition instanceof Condition.InSegment c) {
      names.addAll(c.segments());
    } else if (condition instanceof Condition.IsKind c) {
      names.addAll(c.kinds());
    } else if (condition instanceof Condition.AmountAtLeast c) {
      addCurrency(c.minimum(), names);
    } else if (condition instanceof Condition.AmountBelow c) {
      addCurrency(c.limit(), names);
    }
  }

  private static void addCurrency(ExactMoney money, Set<Object> names) {
    names.add(money.currency());
  }
}
