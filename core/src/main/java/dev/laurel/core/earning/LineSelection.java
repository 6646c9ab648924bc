package dev.laurel.core.earning;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.Category;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which lines of a purchase a rule looks at; the place after the last line is shipping. */
final class LineSelection {
  private LineSelection() {}

  /** Whether a rule looks at less than all lines of any purchase. */
  static boolean isSelective(EarningRule rule) {
    return rule.selectsLines() || !rule.basis().excludedCategories().isEmpty();
  }

  static boolean[] of(EarningRule rule, Purchase purchase) {
    int lines = purchase.lines().size();
    boolean[] selected = new boolean[lines + 1];
    for (int i = 0; i < lines; i++) {
      selected[i] = selects(rule, purchase.lines().get(i));
    }
    selected[lines] = matches(rule.lines(), null);
    return selected;
  }

  private static boolean selects(EarningRule rule, Line line) {
    Set<Category> excluded = rule.basis().excludedCategories();
    return (excluded.isEmpty()
            || line.category().isEmpty()
            || !excluded.contains(line.category().get()))
        && matches(rule.lines(), line);
  }

  /** A rule selects lines by these conditions alone, which {@link RuleChecks} sees to. */
  private static boolean matches(Condition condition, @Nullable Line line) {
    if (condition instanceof Condition.Always) {
      return true;
    }
    if (condition instanceof Condition.InCategory c) {
      return line != null
          && line.category().isPresent()
          && c.categories().contains(line.category().get());
    }
    if (condition instanceof Condition.IsSku c) {
      return line != null && c.skus().contains(line.sku());
    }
    if (condition instanceof Condition.Not c) {
      return !matches(c.of(), line);
    }
    if (condition instanceof Condition.All c) {
      for (Condition child : c.of()) {
        if (!matches(child, line)) {
          return false;
        }
      }
      return true;
    }
    if (condition instanceof Condition.Any c) {
      for (Condition child : c.of()) {
        if (matches(child, line)) {
          return true;
        }
      }
      return false;
    }
    throw new IllegalStateException("condition must speak of lines: " + condition);
  }
}
