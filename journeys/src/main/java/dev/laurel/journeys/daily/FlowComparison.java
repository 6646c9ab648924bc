package dev.laurel.journeys.daily;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * The weeks of two customers, or one customer's before and after a change, as offerings serve them.
 *
 * <p>A commuter who now works at home three days a week spends 10 % of the week on the road instead
 * of 30 %: coverage falls by 20 percentage points because of time, although the offering fits as it
 * did. The difference of coverage is the part of time and the part of fit, which add up.
 *
 * @param first the week of the first, and what serves it
 * @param second the week of the second
 */
public record FlowComparison(OutsideIn first, OutsideIn second) {
  /** The weeks of two. */
  public FlowComparison {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
  }

  /**
   * One context in both weeks.
   *
   * @param context the context
   * @param firstShare its share of the first week, 0 if the first does not have it
   * @param secondShare its share of the second week, 0 if the second does not have it
   * @param isServedFirst whether something serves it in the first week; as in the second if the
   *     first does not have it
   * @param isServedSecond whether something serves it in the second week; as in the first if the
   *     second does not have it
   */
  public record Shift(
      ContextId context,
      double firstShare,
      double secondShare,
      boolean isServedFirst,
      boolean isServedSecond) {
    /** A context of these parts. */
    public Shift {
      requireNonNull(context, "context");
    }

    /** How much more of the second week it takes, from -1 to 1. */
    public double change() {
      return secondShare - firstShare;
    }

    /** What its time contributes to the difference of coverage. */
    double timeEffect() {
      return change() * ((isServedFirst ? 0.5 : 0) + (isServedSecond ? 0.5 : 0));
    }

    /** What it contributes that it is served in one week and not in the other. */
    double fitEffect() {
      int gained = (isServedSecond ? 1 : 0) - (isServedFirst ? 1 : 0);
      return gained * (firstShare + secondShare) / 2;
    }
  }

  /** Every context of either week, the greatest change of time first, then by name. */
  public ImmutableList<Shift> shifts() {
    TreeSet<ContextId> all = new TreeSet<>();
    first.flow().contexts().forEach(context -> all.add(context.id()));
    second.flow().contexts().forEach(context -> all.add(context.id()));
    List<Shift> shifts = new ArrayList<>();
    for (ContextId id : all) {
      boolean isInFirst = first.flow().context(id).isPresent();
      boolean isInSecond = second.flow().context(id).isPresent();
      boolean isServedFirst = first.strength(id).isPresent();
      boolean isServedSecond = second.strength(id).isPresent();
      shifts.add(new Shift(
          id,
          share(first.flow(), id),
          share(second.flow(), id),
          isInFirst ? isServedFirst : isServedSecond,
          isInSecond ? isServedSecond : isServedFirst));
    }
    Comparator<Shift> greatestFirst =
        Comparator.comparing((Shift shift) -> Math.abs(shift.change())).reversed();
    shifts.sort(greatestFirst.thenComparing(Shift::context));
    return ImmutableList.copyOf(shifts);
  }

  /** How much more of the second week is served, from -1 to 1. */
  public double coverageDifference() {
    return second.coverage() - first.coverage();
  }

  /** The part of the difference that comes of time being spent elsewhere. */
  public double timeEffect() {
    return sum(shifts(), Shift::timeEffect);
  }

  /** The part of the difference that comes of contexts being served in one week only. */
  public double fitEffect() {
    return sum(shifts(), Shift::fitEffect);
  }

  /** The comparison for people, one line for each context; never to be parsed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    ImmutableList<Shift> shifts = shifts();
    for (Shift shift : shifts) {
      text.append(shift.context()).append(": ");
      text.append(percent(shift.firstShare())).append(" of the week, then ");
      text.append(percent(shift.secondShare()));
      text.append(served(shift)).append('\n');
    }
    text.append("coverage: ").append(percent(first.coverage())).append(", then ");
    text.append(percent(second.coverage())).append("; by time ");
    text.append(points(sum(shifts, Shift::timeEffect)))
        .append(", by fit ")
        .append(points(sum(shifts, Shift::fitEffect)));
    return text.append('\n').toString();
  }

  private static double sum(List<Shift> shifts, ToDoubleFunction<Shift> part) {
    return shifts.stream().mapToDouble(part).sum();
  }

  private static double share(DailyFlow flow, ContextId id) {
    Optional<LifeContext> context = flow.context(id);
    return context.map(LifeContext::minutesPerWeek).orElse(0.0) / flow.minutesPerWeek();
  }

  private static String served(Shift shift) {
    if (shift.isServedFirst() == shift.isServedSecond()) {
      return shift.isServedFirst() ? ", served" : ", not served";
    }
    return shift.isServedFirst() ? ", served no more" : ", served now";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.1f points", 100 * share);
  }
}
