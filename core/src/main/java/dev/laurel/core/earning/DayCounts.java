package dev.laurel.core.earning;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Counts by day, and their sum; a persistent value. Days at zero are not kept.
 *
 * <p>Up to 16 days are one array, more are a tree; so equal counts have equal forms.
 */
final class DayCounts {
  /** The most days of an array. */
  static final int MOST_FLAT = 16;

  static final DayCounts NONE = new DayCounts(new long[0], null, 0);

  /** Day, count, day, count, by the numbers of the days; unused where there is a tree. */
  private final long[] few;

  private final @Nullable TreePMap<Long, Long> many;
  private final long total;

  private DayCounts(long[] few, @Nullable TreePMap<Long, Long> many, long total) {
    this.few = few;
    this.many = many;
    this.total = total;
  }

  /** The counts by day, in order. */
  Map<LocalDate, Long> days() {
    ImmutableSortedMap.Builder<LocalDate, Long> days = ImmutableSortedMap.naturalOrder();
    if (many != null) {
      many.forEach((day, count) -> days.put(LocalDate.ofEpochDay(day), count));
    }
    for (int i = 0; i < few.length; i += 2) {
      days.put(LocalDate.ofEpochDay(few[i]), few[i + 1]);
    }
    return days.buildOrThrow();
  }

  long total() {
    return total;
  }

  boolean isEmpty() {
    return many == null && few.length == 0;
  }

  DayCounts plus(LocalDate day, long count) {
    return many == null ? plus(day.toEpochDay(), count) : plus(many, day.toEpochDay(), count);
  }

  private DayCounts plus(long day, long count) {
    int place = place(day);
    if (place < few.length && few[place] == day) {
      return changed(place, Accrual.sum(few[place + 1], count), count);
    }
    if (count == 0) {
      return this;
    }
    if (few.length == 2 * MOST_FLAT) {
      return plus(tree(), day, count);
    }
    long[] more = new long[few.length + 2];
    System.arraycopy(few, 0, more, 0, place);
    more[place] = day;
    more[place + 1] = count;
    System.arraycopy(few, place, more, place + 2, few.length - place);
    return with(more, null, count);
  }

  private DayCounts changed(int place, long sum, long added) {
    if (sum == 0) {
      long[] less = new long[few.length - 2];
      System.arraycopy(few, 0, less, 0, place);
      System.arraycopy(few, place + 2, less, place, less.length - place);
      return with(less, null, added);
    }
    long[] changed = few.clone();
    changed[place + 1] = sum;
    return with(changed, null, added);
  }

  private DayCounts plus(TreePMap<Long, Long> days, long day, long count) {
    Long before = days.get(day);
    long sum = Accrual.sum(before == null ? 0 : before, count);
    TreePMap<Long, Long> after = sum == 0 ? days.minus(day) : days.plus(day, sum);
    return after.size() > MOST_FLAT ? with(NONE.few, after, count) : with(flat(after), null, count);
  }

  private DayCounts with(long[] newFew, @Nullable TreePMap<Long, Long> newMany, long added) {
    return new DayCounts(newFew, newMany, Accrual.sum(total, added));
  }

  /** Where a day is, or would be; mostly at the end. */
  private int place(long day) {
    int place = few.length;
    while (place > 0 && few[place - 2] >= day) {
      place -= 2;
    }
    return place;
  }

  private TreePMap<Long, Long> tree() {
    TreePMap<Long, Long> tree = TreePMap.empty();
    for (int i = 0; i < few.length; i += 2) {
      tree = tree.plus(few[i], few[i + 1]);
    }
    return tree;
  }

  private static long[] flat(TreePMap<Long, Long> days) {
    long[] flat = new long[2 * days.size()];
    int place = 0;
    for (Map.Entry<Long, Long> day : days.entrySet()) {
      flat[place] = day.getKey();
      flat[place + 1] = day.getValue();
      place += 2;
    }
    return flat;
  }

  /** The sum over a span of whole days. */
  long within(Span span, ProgramCalendar calendar) {
    if (isEmpty() || span.equals(Span.ALWAYS)) {
      return total;
    }
    LocalDate from = span.isUnboundedStart() ? LocalDate.MIN : calendar.dateOf(span.from());
    LocalDate until = span.isUnboundedEnd() ? LocalDate.MAX : calendar.dateOf(span.until());
    return between(from.toEpochDay(), until.toEpochDay());
  }

  /** The sum from a day, included, to another, excluded. */
  private long between(long from, long until) {
    long sum = 0;
    if (many != null) {
      for (long count : many.subMap(from, until).values()) {
        sum = Accrual.sum(sum, count);
      }
    }
    for (int i = 0; i < few.length; i += 2) {
      if (from <= few[i] && few[i] < until) {
        sum = Accrual.sum(sum, few[i + 1]);
      }
    }
    return sum;
  }

  /** The same sum over all days, with the days before this one counted on the first of all days. */
  DayCounts forgettingDaysBefore(LocalDate first) {
    DayCounts kept = this;
    for (Map.Entry<LocalDate, Long> day : days().entrySet()) {
      if (day.getKey().isBefore(first)) {
        kept = kept.plus(day.getKey(), -day.getValue()).plus(LocalDate.EPOCH, day.getValue());
      }
    }
    return kept;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DayCounts that
        && Arrays.equals(few, that.few)
        && (many == null ? that.many == null : many.equals(that.many));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(few) + (many == null ? 0 : many.hashCode());
  }
}
