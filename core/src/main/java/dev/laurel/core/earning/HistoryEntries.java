package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.RuleId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an accrued activity adds to its member's history. */
final class HistoryEntries {
  private HistoryEntries() {}

  static ImmutableList<HistoryEntry> of(
      Activity activity, LocalDate day, List<AccrualStep> steps, Accrual.Traces traces) {
    Set<Category> categories = categoriesOf(activity);
    int left =
        traces.memberCaps().size() + traces.goals().size() + traces.remainders().size();
    ImmutableList.Builder<HistoryEntry> entries =
        ImmutableList.builderWithExpectedSize(1 + categories.size() + steps.size() + left);
    entries.add(new HistoryEntry.Counted(activity.kind(), Optional.empty(), day, 1));
    for (Category category : categories) {
      entries.add(new HistoryEntry.Counted(activity.kind(), Optional.of(category), day, 1));
    }
    Set<RuleId> awarded = new HashSet<>();
    for (AccrualStep step : steps) {
      if (steps.size() == 1 || awarded.add(step.rule())) {
        entries.add(new HistoryEntry.Awarded(step.rule(), day, 1));
      }
    }
    return entries
        .addAll(traces.memberCaps())
        .addAll(traces.goals())
        .addAll(traces.remainders())
        .build();
  }

  /** The categories among the lines, in order. */
  private static Set<Category> categoriesOf(Activity activity) {
    List<Line> lines = activity instanceof Purchase purchase ? purchase.lines() : List.of();
    if (lines.size() == 1) {
      return lines.get(0).category().map(Set::of).orElse(Set.of());
    }
    Set<Category> categories = new TreeSet<>();
    for (Line line : lines) {
      line.category().ifPresent(categories::add);
    }
    return categories;
  }
}
