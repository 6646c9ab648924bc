package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.RuleId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that an event adds to what rules remember of a member.
 *
 * <p>Entries are sums: in whatever order they are added, the history is the same, and the negation
 * of an entry takes it back.
 */
public sealed interface HistoryEntry {
  /** The entry that takes this one back. */
  HistoryEntry negated();

  /**
   * The member did something.
   *
   * @param kind what was done
   * @param category a category among the lines, absent for the event as a whole
   * @param day the day of the event in the program's zone
   * @param count how often
   */
  record Counted(ActivityKind kind, Optional<Category> category, LocalDate day, long count)
      implements HistoryEntry {
    /** A checked entry. */
    public Counted {
      requireNonNull(kind, "kind");
      requireNonNull(category, "category");
      requireNonNull(day, "day");
    }

    @Override
    public HistoryEntry negated() {
      return new Counted(kind, category, day, Accrual.negated(count));
    }
  }

  /**
   * A rule awarded the member.
   *
   * @param rule which rule
   * @param day the day of the event in the program's zone
   * @param count how often
   */
  record Awarded(RuleId rule, LocalDate day, long count) implements HistoryEntry {
    /** A checked entry. */
    public Awarded {
      requireNonNull(rule, "rule");
      requireNonNull(day, "day");
    }

    @Override
    public HistoryEntry negated() {
      return new Awarded(rule, day, Accrual.negated(count));
    }
  }

  /**
   * Points went through a cap, one member's or a budget.
   *
   * @param cap which cap
   * @param day the day of the event in the program's zone
   * @param units how many of the type's smallest units
   */
  record CapUsed(CapId cap, LocalDate day, long units) implements HistoryEntry {
    /** A checked entry. */
    public CapUsed {
      requireNonNull(cap, "cap");
      requireNonNull(day, "day");
    }

    @Override
    public HistoryEntry negated() {
      return new CapUsed(cap, day, Accrual.negated(units));
    }
  }

  /**
   * The member came nearer to a goal.
   *
   * @param rule whose goal
   * @param progress in the unit of the goal's target
   * @param roundsPaid completed rounds that were awarded
   */
  record Progressed(RuleId rule, long progress, long roundsPaid) implements HistoryEntry {
    /** A checked entry. */
    public Progressed {
      requireNonNull(rule, "rule");
    }

    @Override
    public HistoryEntry negated() {
      return new Progressed(rule, Accrual.negated(progress), Accrual.negated(roundsPaid));
    }
  }

  /**
   * What rounding cut off was kept.
   *
   * @param rule whose remainder
   * @param remainder the change in the type's smallest units
   */
  record Carried(RuleId rule, Ratio remainder) implements HistoryEntry {
    /** A checked entry. */
    public Carried {
      requireNonNull(rule, "rule");
      requireNonNull(remainder, "remainder");
    }

    @Override
    public HistoryEntry negated() {
      return new Carried(rule, remainder.negated());
    }
  }
}
