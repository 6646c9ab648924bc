package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * How much of the program's budgets all members together have used.
 *
 * <p>A persistent value that is passed in and handed on, one event after the other, in an order
 * that the caller fixes: who comes first gets the points.
 */
public final class Budgets {
  private static final Budgets UNUSED = new Budgets(HashTreePMap.empty());

  private final PMap<CapId, DayCounts> used;

  private Budgets(PMap<CapId, DayCounts> used) {
    this.used = used;
  }

  /** Budgets of which nothing is used. */
  public static Budgets unused() {
    return UNUSED;
  }

  /** The sum of these entries. */
  public static Budgets of(Iterable<HistoryEntry.CapUsed> entries) {
    return UNUSED.plusAll(entries);
  }

  /** The budgets after an event was accrued. */
  public Budgets after(Accrual accrual) {
    return plusAll(accrual.budgetEntries());
  }

  /** The budgets after an event shrank: what it no longer uses is free again. */
  public Budgets afterReversal(Accrual before, Accrual now) {
    return without(before).after(now);
  }

  /** The budgets after an event was taken back as a whole. */
  public Budgets without(Accrual accrual) {
    Budgets budgets = this;
    for (HistoryEntry.CapUsed entry : accrual.budgetEntries()) {
      budgets = budgets.plus(new HistoryEntry.CapUsed(entry.cap(), entry.day(), -entry.units()));
    }
    return budgets;
  }

  /** The sum of the budgets and these entries. */
  public Budgets plusAll(Iterable<HistoryEntry.CapUsed> entries) {
    Budgets budgets = this;
    for (HistoryEntry.CapUsed entry : entries) {
      budgets = budgets.plus(entry);
    }
    return budgets;
  }

  /** How many units went through a budget within a span of whole days. */
  public long used(CapId cap, Span span, ProgramCalendar calendar) {
    return daysOf(cap).within(span, calendar);
  }

  /** The smallest list of entries whose sum this is, in a fixed order. */
  public ImmutableList<HistoryEntry.CapUsed> entries() {
    ImmutableList.Builder<HistoryEntry.CapUsed> entries = ImmutableList.builder();
    ImmutableList.sortedCopyOf(used.keySet())
        .forEach(cap -> daysOf(cap)
            .days()
            .forEach((day, units) -> entries.add(new HistoryEntry.CapUsed(cap, day, units))));
    return entries.build();
  }

  /** The budgets without the days before this one; sums over all time stay what they were. */
  public Budgets forgettingDaysBefore(LocalDate first) {
    PMap<CapId, DayCounts> kept = used;
    for (CapId cap : used.keySet()) {
      kept = kept.plus(cap, daysOf(cap).forgettingDaysBefore(first));
    }
    return new Budgets(kept);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Budgets that && used.equals(that.used);
  }

  @Override
  public int hashCode() {
    return used.hashCode();
  }

  /** The entries, for reading. */
  @Override
  public String toString() {
    return "Budgets" + entries();
  }

  private DayCounts daysOf(CapId cap) {
    return used.getOrDefault(cap, DayCounts.NONE);
  }

  private Budgets plus(HistoryEntry.CapUsed entry) {
    DayCounts sum = daysOf(entry.cap()).plus(entry.day(), entry.units());
    return new Budgets(sum.isEmpty() ? used.minus(entry.cap()) : used.plus(entry.cap(), sum));
  }
}
