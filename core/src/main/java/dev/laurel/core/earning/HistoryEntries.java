package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.RuleId;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an accrued activity adds to its member's history. */
final class HistoryEntries {
  private HistoryEntries() {}

  static ImmutableList<HistoryEntry> of(
      Activity activity, LocalDate day, List<AccrualStep> steps, Accrual.Traces traces) {
    ImmutableList.Builder<HistoryEntry> entries = ImmutableList.builder();
    entries.add(new HistoryEntry.Counted(activity.kind(), Optional.empty(), day, 1));
    for (Category category : categoriesOf(activity)) {
      entries.add(new HistoryEntry.Counted(activity.kind(), Optional.of(category), day, 1));
    }
    Set<RuleId> awarded = new LinkedHashSet<>();
    for (AccrualStep step : steps) {
      awarded.add(step.rule());
    }
    for (RuleId rule : awarded) {
      entries.add(new HistoryEntry.Awarded(rule, day, 1));
    }
    return entries
        .addAll(traces.memberCaps())
        .addAll(traces.goals())
        .addAll(traces.remainders())
        .build();
  }

  private static Set<Category> categoriesOf(Activity activity) {
    ImmutableSortedSet.Builder<Category> categories = ImmutableSortedSet.naturalOrder();
    if (activity instanceof Purchase purchase) {
      for (Line line : purchase.lines()) {
        line.category().ifPresent(categories::add);
      }
    }
    return categories.build();
  }
}
