package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * What rules remember of one member: how often, how far towards a goal, how much of a cap.
 *
 * <p>A persistent value, and a sum: adding entries or merging histories in any order gives the same
 * history, and what a reversal takes back leaves no trace.
 */
public final class EarningHistory {
  // Ordered, since categories come from outside, and could be chosen to have one hash code.
  private static final Comparator<Done> ORDER = Done::compare;

  private static final EarningHistory EMPTY = new EarningHistory(
      TreePMap.empty(ORDER),
      TreePMap.empty(),
      TreePMap.empty(),
      TreePMap.empty(),
      TreePMap.empty());

  private final PMap<Done, DayCounts> counts;
  private final PMap<RuleId, DayCounts> awards;
  private final PMap<CapId, DayCounts> capUse;
  private final PMap<RuleId, Progress> progress;
  private final PMap<RuleId, Ratio> carried;

  /** What is counted. */
  private record Done(ActivityKind kind, Optional<Category> category) {
    static int compare(Done one, Done other) {
      int byKind = one.kind.compareTo(other.kind);
      return byKind == 0 ? one.categoryName().compareTo(other.categoryName()) : byKind;
    }

    private String categoryName() {
      return category.isPresent() ? category.get().value() : "";
    }
  }

  /** How far towards a goal, and how many rounds of it were paid. */
  record Progress(long progress, long roundsPaid) {
    static final Progress NONE = new Progress(0, 0);
  }

  private EarningHistory(
      PMap<Done, DayCounts> counts,
      PMap<RuleId, DayCounts> awards,
      PMap<CapId, DayCounts> capUse,
      PMap<RuleId, Progress> progress,
      PMap<RuleId, Ratio> carried) {
    this.counts = counts;
    this.awards = awards;
    this.capUse = capUse;
    this.progress = progress;
    this.carried = carried;
  }

  /** The history of a new member. */
  public static EarningHistory empty() {
    return EMPTY;
  }

  /** The sum of these entries. */
  public static EarningHistory of(Iterable<? extends HistoryEntry> entries) {
    return EMPTY.plusAll(entries);
  }

  /** The history after an event was accrued. */
  public EarningHistory after(Accrual accrual) {
    return plusAll(accrual.historyEntries());
  }

  /**
   * The history after an event shrank: what it left before is taken back, what is left of it now is
   * added. Limits, caps, counts and goals are free again to the extent that they were used.
   */
  public EarningHistory afterReversal(Accrual before, Accrual now) {
    EarningHistory history = this;
    for (HistoryEntry entry : before.historyEntries()) {
      history = history.plus(entry.negated());
    }
    return history.plusAll(now.historyEntries());
  }

  /** The history after an event was taken back as a whole. */
  public EarningHistory without(Accrual accrual) {
    EarningHistory history = this;
    for (HistoryEntry entry : accrual.historyEntries()) {
      history = history.plus(entry.negated());
    }
    return history;
  }

  /** The sum of two histories, as when two accounts become one. */
  public EarningHistory merge(EarningHistory other) {
    return plusAll(other.entries());
  }

  /** The sum of the history and these entries. */
  public EarningHistory plusAll(Iterable<? extends HistoryEntry> entries) {
    EarningHistory history = this;
    for (HistoryEntry entry : entries) {
      history = history.plus(entry);
    }
    return history;
  }

  /** The sum of the history and one entry. */
  public EarningHistory plus(HistoryEntry entry) {
    requireNonNull(entry, "entry");
    if (entry instanceof HistoryEntry.Counted e) {
      Done done = new Done(e.kind(), e.category());
      return new EarningHistory(
          added(counts, done, e.day(), e.count()), awards, capUse, progress, carried);
    }
    if (entry instanceof HistoryEntry.Awarded e) {
      return new EarningHistory(
          counts, added(awards, e.rule(), e.day(), e.count()), capUse, progress, carried);
    }
    if (entry instanceof HistoryEntry.CapUsed e) {
      return new EarningHistory(
          counts, awards, added(capUse, e.cap(), e.day(), e.units()), progress, carried);
    }
    if (entry instanceof HistoryEntry.Progressed e) {
      Progress before = progressOf(e.rule());
      Progress now = new Progress(
          Accrual.sum(before.progress(), e.progress()),
          Accrual.sum(before.roundsPaid(), e.roundsPaid()));
      return new EarningHistory(
          counts,
          awards,
          capUse,
          now.equals(Progress.NONE) ? progress.minus(e.rule()) : progress.plus(e.rule(), now),
          carried);
    }
    HistoryEntry.Carried e = (HistoryEntry.Carried) entry;
    Ratio now = carriedBy(e.rule()).plus(e.remainder());
    return new EarningHistory(
        counts,
        awards,
        capUse,
        progress,
        now.isZero() ? carried.minus(e.rule()) : carried.plus(e.rule(), now));
  }

  /**
   * The history without the days before this one; sums over all time stay what they were.
   *
   * <p>Choose a day that no window of the rules reaches back to.
   */
  public EarningHistory forgettingDaysBefore(LocalDate first) {
    return new EarningHistory(
        forgotten(counts, first),
        forgotten(awards, first),
        forgotten(capUse, first),
        progress,
        carried);
  }

  /** The smallest list of entries whose sum this history is, in a fixed order. */
  public ImmutableList<HistoryEntry> entries() {
    ImmutableList.Builder<HistoryEntry> entries = ImmutableList.builder();
    counts.entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().kind().value()
            + '\n'
            + e.getKey().category().map(Category::value).orElse("")))
        .forEach(e -> e.getValue()
            .days()
            .forEach((day, count) -> entries.add(
                new HistoryEntry.Counted(e.getKey().kind(), e.getKey().category(), day, count))));
    ImmutableList.sortedCopyOf(awards.keySet())
        .forEach(rule -> daysOf(awards, rule)
            .days()
            .forEach((day, count) -> entries.add(new HistoryEntry.Awarded(rule, day, count))));
    ImmutableList.sortedCopyOf(capUse.keySet())
        .forEach(cap -> daysOf(capUse, cap)
            .days()
            .forEach((day, units) -> entries.add(new HistoryEntry.CapUsed(cap, day, units))));
    ImmutableList.sortedCopyOf(progress.keySet())
        .forEach(rule -> entries.add(new HistoryEntry.Progressed(
            rule, progressOf(rule).progress(), progressOf(rule).roundsPaid())));
    ImmutableList.sortedCopyOf(carried.keySet())
        .forEach(rule -> entries.add(new HistoryEntry.Carried(rule, carriedBy(rule))));
    return entries.build();
  }

  /** How often the member did something within a span of whole days. */
  public long count(
      ActivityKind kind, Optional<Category> category, Span span, ProgramCalendar calendar) {
    return daysOf(counts, new Done(kind, category)).within(span, calendar);
  }

  /** How often a rule awarded the member within a span of whole days. */
  public long awards(RuleId rule, Span span, ProgramCalendar calendar) {
    return daysOf(awards, rule).within(span, calendar);
  }

  /** How many units went through a member's cap within a span of whole days. */
  public long capUse(CapId cap, Span span, ProgramCalendar calendar) {
    return daysOf(capUse, cap).within(span, calendar);
  }

  Progress progressOf(RuleId rule) {
    Progress known = progress.get(rule);
    return known == null ? Progress.NONE : known;
  }

  Ratio carriedBy(RuleId rule) {
    Ratio known = carried.get(rule);
    return known == null ? Ratio.ZERO : known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EarningHistory that
        && counts.equals(that.counts)
        && awards.equals(that.awards)
        && capUse.equals(that.capUse)
        && progress.equals(that.progress)
        && carried.equals(that.carried);
  }

  @Override
  public int hashCode() {
    return counts.hashCode()
        + 31 * (awards.hashCode() + 31 * (capUse.hashCode() + progress.hashCode()));
  }

  /** The entries, for reading. */
  @Override
  public String toString() {
    return "EarningHistory" + entries();
  }

  private static <K> DayCounts daysOf(PMap<K, DayCounts> map, K key) {
    // Not getOrDefault, which looks twice for what is not there.
    DayCounts days = map.get(key);
    return days == null ? DayCounts.NONE : days;
  }

  private static <K> PMap<K, DayCounts> added(
      PMap<K, DayCounts> map, K key, LocalDate day, long count) {
    DayCounts sum = daysOf(map, key).plus(day, count);
    return sum.isEmpty() ? map.minus(key) : map.plus(key, sum);
  }

  private static <K> PMap<K, DayCounts> forgotten(PMap<K, DayCounts> map, LocalDate first) {
    PMap<K, DayCounts> kept = map;
    for (var entry : map.entrySet()) {
      DayCounts days = entry.getValue().forgettingDaysBefore(first);
      kept = days.isEmpty() ? kept.minus(entry.getKey()) : kept.plus(entry.getKey(), days);
    }
    return kept;
  }
}
