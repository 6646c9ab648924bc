package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.Budgets;
import dev.laurel.core.earning.Referrals;

/**
 * What the members of a program have in common: how much of its budgets is used, and who brought in
 * whom.
 *
 * <p>Every submission takes it in and hands it on, in the order in which the caller submits.
 *
 * @param budgets what is used of the program's budgets
 * @param referrals who brought in whom
 */
public record Shared(Budgets budgets, Referrals referrals) {
  private static final Shared NOTHING = new Shared(Budgets.unused(), Referrals.none());

  /** Common ground of these parts. */
  public Shared {
    requireNonNull(budgets, "budgets");
    requireNonNull(referrals, "referrals");
  }

  /** The common ground of a program that starts. */
  public static Shared nothing() {
    return NOTHING;
  }

  Shared after(Accrual accrual) {
    boolean isTouched = !accrual.budgetEntries().isEmpty() || accrual.referral().isPresent();
    return isTouched ? new Shared(budgets.after(accrual), referrals.after(accrual)) : this;
  }

  Shared afterReversal(Accrual before, Accrual now) {
    return new Shared(budgets.afterReversal(before, now), referrals);
  }

  Shared without(Accrual accrual) {
    return new Shared(budgets.without(accrual), referrals.without(accrual));
  }
}
