package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.RuleId;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Whether the rules of a book can be compiled, and up to which size of activity the numbers they
 * make are sure to fit.
 *
 * <p>What remembers earlier events, chooses among rules, or asks the user's own code cannot be.
 */
final class Compilability {
  /** No product reaches 2^61, so that rounding and doubling have room above it. */
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(61);

  /** The size of activity that is tried first, about ten thousand million euros. */
  private static final long LARGEST_SIZE = 1L << 40;

  /** Ten thousand euros; rules that cannot go so far are left to the evaluation altogether. */
  private static final long LEAST_SIZE = 1_000_000;

  private static final int MOST_CONDITIONS = 5_000;
  private static final int MOST_SEGMENTS = Long.SIZE - 1;

  private final RuleBook book;
  private final ImmutableList.Builder<Finding> obstacles = ImmutableList.builder();
  private int conditions;

  private Compilability(RuleBook book) {
    this.book = book;
  }

  /** Why the book cannot be compiled, rule by rule; empty if it can. */
  static ImmutableList<Finding> obstaclesOf(RuleBook book, NameCodes codes) {
    Compilability check = new Compilability(book);
    book.rules().forEach(check::check);
    book.groups().forEach(check::check);
    book.caps().forEach(check::check);
    if (codes.count(Segment.class) > MOST_SEGMENTS) {
      check.report(Optional.empty(), "rules speak of more than " + MOST_SEGMENTS + " segments");
    }
    if (check.conditions > MOST_CONDITIONS) {
      check.report(
          Optional.empty(), "rules have more than " + MOST_CONDITIONS + " conditions in all");
    }
    ImmutableList<Finding> found = check.obstacles.build();
    if (found.isEmpty() && largestSize(book) < LEAST_SIZE) {
      check.report(Optional.empty(), "the numbers in the rules leave no room within 64 bits");
    }
    return check.obstacles.build();
  }

  /** The largest size of activity for which no product of the rules can grow too large. */
  static long largestSize(RuleBook book) {
    long size = LARGEST_SIZE;
    while (size > 0 && mostOf(book, size).compareTo(MOST) >= 0) {
      size /= 2;
    }
    return size;
  }

  private static BigInteger mostOf(RuleBook book, long size) {
    BigInteger sum = BigInteger.ZERO;
    for (EarningRule rule : book.rules()) {
      if (!rule.isMultiplier()) {
        List<EarningRule> multipliers = CompiledFraction.multipliersOf(rule, book);
        BigInteger unit = CompiledFraction.unitOf(multipliers);
        BigInteger dividend =
            numberOf(rule, size).multiply(CompiledFraction.mostOf(multipliers, unit));
        BigInteger divisor =
            unit.multiply(BigInteger.valueOf(CompiledFraction.of(rule).divisor()));
        sum = sum.add(dividend).add(divisor);
      }
    }
    return sum;
  }

  private static BigInteger numberOf(EarningRule rule, long size) {
    BigInteger most = BigInteger.valueOf(size);
    if (rule.formula() instanceof Formula.PerStep formula) {
      return most.multiply(BigInteger.valueOf(formula.points().units()));
    }
    if (rule.formula() instanceof Formula.PerUnit formula) {
      return most.multiply(BigInteger.valueOf(formula.points().units()));
    }
    return rule.formula() instanceof Formula.Flat formula
        ? BigInteger.valueOf(formula.points().units())
        : most.multiply(BigInteger.valueOf(CompiledFraction.of(rule).multiplier()));
  }

  private void check(EarningRule rule) {
    ConditionTree.walk(rule.when(), condition -> {
      conditions++;
      if (condition instanceof Condition.AttributeIs
          || condition instanceof Condition.AttributeAtLeast
          || condition instanceof Condition.AttributeSet) {
        report(rule, "asks for attributes");
      } else if (condition instanceof Condition.CountInWindow) {
        report(rule, "counts earlier events");
      } else if (condition instanceof Condition.Custom) {
        report(rule, "asks the user's own code");
      }
    });
    ConditionTree.walk(rule.lines(), condition -> conditions++);
    checkFormula(rule);
    if (rule.limit().isPresent()) {
      report(rule, "is limited by earlier awards");
    }
    if (rule.stopAfter()) {
      report(rule, "stops other rules");
    }
    if (rule.isMultiplier()) {
      checkMultiplier(rule);
    }
  }

  private void checkFormula(EarningRule rule) {
    rule.formula().match(new FormulaObstacle()).ifPresent(what -> report(rule, what));
  }

  private void checkMultiplier(EarningRule rule) {
    if (rule.selectsLines() || !rule.basis().excludedCategories().isEmpty()) {
      report(rule, "multiplies some lines only");
    }
    boolean isAlone = book.rules().stream()
            .filter(other -> other.isMultiplier() && other.points().equals(rule.points()))
            .count()
        == 1;
    if (!isAlone && book.combination(rule.points()) != Combination.ADD_EXCESS) {
      report(rule, "combines with other multipliers by " + book.combination(rule.points()));
    }
  }

  private void check(RuleGroup group) {
    if (group.mode() != RuleGroup.Mode.ALL) {
      report(Optional.empty(), "group '" + group.id() + "' chooses among its rules");
    }
    group.groups().forEach(this::check);
  }

  private void check(Cap cap) {
    if (!(cap.scope() instanceof Cap.PerEvent)) {
      report(Optional.empty(), "cap '" + cap.id() + "' counts earlier events");
    } else if (!cap.rules().isEmpty() && !isOfOneBonus(cap)) {
      report(Optional.empty(), "cap '" + cap.id() + "' is over neither all rules nor one bonus");
    }
  }

  private boolean isOfOneBonus(Cap cap) {
    return cap.rules().size() == 1
        && book.rules().stream()
            .anyMatch(rule -> cap.rules().contains(rule.id()) && rule.phase() == Phase.BONUS);
  }

  private void report(EarningRule rule, String what) {
    report(Optional.of(rule.id()), "rule '" + rule.id() + "' " + what);
  }

  private void report(Optional<RuleId> rule, String sentence) {
    obstacles.add(new Finding("RULE_NOT_COMPILED", Finding.Severity.NOTE, rule, sentence));
  }
}
