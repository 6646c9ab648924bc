package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.internal.CompactMap;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
      CompactMap.empty(ORDER),
      CompactMap.empty(),
      CompactMap.empty(),
      CompactMap.empty(),
      CompactMap.empty());

  private final CompactMap<Done, DayCounts> counts;
  private final CompactMap<RuleId, DayCounts> awards;
  private final CompactMap<CapId, DayCounts> capUse;
  private final CompactMap<RuleId, Progress> progress;
  private final CompactMap<RuleId, Ratio> carried;

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

    Progress plus(HistoryEntry.Progressed more) {
      return new Progress(
          Accrual.sum(progress, more.progress()), Accrual.sum(roundsPaid, more.roundsPaid()));
    }
  }

  private EarningHistory(
      CompactMap<Done, DayCounts> counts,
      CompactMap<RuleId, DayCounts> awards,
      CompactMap<CapId, DayCounts> capUse,
      CompactMap<RuleId, Progress> progress,
      CompactMap<RuleId, Ratio> carried) {
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
    return without(before).after(now);
  }

  /** The history after an event was taken back as a whole. */
  public EarningHistory without(Accrual accrual) {
    Sum sum = new Sum(this);
    for (HistoryEntry entry : accrual.historyEntries()) {
      sum.add(entry.negated());
    }
    return sum.history();
  }

  /** The sum of two histories, as when two accounts become one. */
  public EarningHistory merge(EarningHistory other) {
    return plusAll(other.entries());
  }

  /** The sum of the history and these entries. */
  public EarningHistory plusAll(Iterable<? extends HistoryEntry> entries) {
    Sum sum = new Sum(this);
    for (HistoryEntry entry : entries) {
      sum.add(entry);
    }
    return sum.history();
  }

  /** The sum of the history and one entry. */
  public EarningHistory plus(HistoryEntry entry) {
    Sum sum = new Sum(this);
    sum.add(requireNonNull(entry, "entry"));
    return sum.history();
  }

  /** A history while entries are added to it. */
  private static final class Sum {
    private CompactMap<Done, DayCounts> counts;
    private CompactMap<RuleId, DayCounts> awards;
    private CompactMap<CapId, DayCounts> capUse;
    private CompactMap<RuleId, Progress> progress;
    private CompactMap<RuleId, Ratio> carried;

    Sum(EarningHistory history) {
      counts = history.counts;
      awards = history.awards;
      capUse = history.capUse;
      progress = history.progress;
      carried = history.carried;
    }

    void add(HistoryEntry entry) {
      if (entry instanceof HistoryEntry.Counted e) {
        counts = added(counts, new Done(e.kind(), e.category()), e.day(), e.count());
      } else if (entry instanceof HistoryEntry.Awarded e) {
        awards = added(awards, e.rule(), e.day(), e.count());
      } else if (entry instanceof HistoryEntry.CapUsed e) {
        capUse = added(capUse, e.cap(), e.day(), e.units());
      } else if (entry instanceof HistoryEntry.Progressed e) {
        Progress now = found(progress, e.rule(), Progress.NONE).plus(e);
        progress =
            now.equals(Progress.NONE) ? progress.minus(e.rule()) : progress.plus(e.rule(), now);
      } else if (entry instanceof HistoryEntry.Carried e) {
        Ratio now = found(carried, e.rule(), Ratio.ZERO).plus(e.remainder());
        carried = now.isZero() ? carried.minus(e.rule()) : carried.plus(e.rule(), now);
      }
    }

    EarningHistory history() {
      return new EarningHistory(counts, awards, capUse, progress, carried);
    }
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
    return found(progress, rule, Progress.NONE);
  }

  Ratio carriedBy(RuleId rule) {
    return found(carried, rule, Ratio.ZERO);
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

  // Not getOrDefault, which looks twice for what is not there.
  private static <K, V> V found(CompactMap<K, V> map, K key, V otherwise) {
    V known = map.get(key);
    return known == null ? otherwise : known;
  }

  private static <K> DayCounts daysOf(CompactMap<K, DayCounts> map, K key) {
    return found(map, key, DayCounts.NONE);
  }

  private static <K> CompactMap<K, DayCounts> added(
      CompactMap<K, DayCounts> map, K key, LocalDate day, long count) {
    DayCounts sum = daysOf(map, key).plus(day, count);
    return sum.isEmpty() ? map.minus(key) : map.plus(key, sum);
  }

  private static <K> CompactMap<K, DayCounts> forgotten(
      CompactMap<K, DayCounts> map, LocalDate first) {
    CompactMap<K, DayCounts> kept = map;
    for (var entry : map.entrySet()) {
      DayCounts days = entry.getValue().forgettingDaysBefore(first);
      kept = days.isEmpty() ? kept.minus(entry.getKey()) : kept.plus(entry.getKey(), days);
    }
    return kept;
  }
}
