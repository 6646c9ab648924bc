package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.money.ExactMoney;
import org.jspecify.annotations.Nullable;

/** Whether rules are for an event at all, one after the other, before their formulas are asked. */
final class Admission implements EventTest.Spending {
  static final SkipReason NOTHING_ELIGIBLE = new SkipReason.NothingEligible();
  private static final SkipReason OTHER_KIND = new SkipReason.OtherKind();

  /** Stands for a condition that is not met where nobody asks what it misses. */
  private static final SkipReason UNMET = new SkipReason.NothingAdded();

  private final Occasion occasion;
  private final boolean isTelling;
  private final EventTest test;
  private PlannedRule rule;
  private boolean @Nullable [] selected;
  private @Nullable ExactMoney basis;

  /** An admission that tells what an unmet condition misses, or leaves it untold. */
  Admission(Occasion occasion, PlannedRule first, boolean isTelling) {
    this.occasion = occasion;
    this.rule = first;
    this.isTelling = isTelling;
    this.test = new EventTest(occasion, this);
  }

  /** Why a rule is not for the event, in the order of {@link SkipReason}; null if it is. */
  @Nullable
  SkipReason refusal(PlannedRule next) {
    SkipReason.NotActive notActive = next.notActive();
    if (notActive != null && !notActive.active().contains(occasion.activity().occurredAt())) {
      return notActive;
    }
    SkipReason misfit = misfit(next);
    if (misfit != null) {
      return misfit;
    }
    turnTo(next);
    Condition asked = next.asked();
    if (asked != null && !asked.match(test)) {
      return isTelling || next.isMissFragile() ? unmet() : UNMET;
    }
    return hasSelectedLine() ? null : NOTHING_ELIGIBLE;
  }

  /** Why a rule is not for the event, of which a coded accrual has already decided. */
  @Nullable
  SkipReason refusal(PlannedRule next, long word) {
    if (word == AccrualWord.NOT_ACTIVE) {
      return requireNonNull(next.notActive());
    }
    if (word == AccrualWord.OTHER_CURRENCY) {
      return requireNonNull(misfit(next));
    }
    if (word == AccrualWord.NO_LINE) {
      return NOTHING_ELIGIBLE;
    }
    turnTo(next);
    return word == AccrualWord.CONDITION_UNMET ? unmet() : null;
  }

  private void turnTo(PlannedRule next) {
    rule = next;
    basis = null;
    selected = next.isSelective() && occasion.purchase() != null
        ? LineSelection.of(next.rule(), occasion.purchase())
        : null;
  }

  /** Kind and currency, which no condition has to repeat. */
  private @Nullable SkipReason misfit(PlannedRule next) {
    if (occasion.activity() instanceof Return) {
      return OTHER_KIND;
    }
    ExactMoney money = next.money();
    if (money == null) {
      return null;
    }
    Purchase purchase = occasion.purchase();
    if (purchase == null) {
      return OTHER_KIND;
    }
    return money.currency().equals(purchase.currency())
        ? null
        : new SkipReason.OtherCurrency(money.currency(), purchase.currency());
  }

  private SkipReason unmet() {
    return new SkipReason.ConditionUnmet(rule.rule().when().match(new MissFinder(test)));
  }

  private boolean hasSelectedLine() {
    if (!rule.isSelective() || !rule.rule().selectsLines()) {
      return true;
    }
    // The place after the last line is shipping.
    for (int i = 0; selected != null && i < selected.length - 1; i++) {
      if (selected[i]) {
        return true;
      }
    }
    return false;
  }

  /** The lines that the rule looks at, shipping last; null for all, or where there are none. */
  boolean @Nullable [] selected() {
    return selected;
  }

  @Override
  public Condition lines() {
    return rule.rule().lines();
  }

  @Override
  public ExactMoney basis() {
    ExactMoney known = basis;
    if (known == null) {
      known = occasion.spent(rule.rule().basis(), selected, null);
      basis = known;
    }
    return known;
  }
}
