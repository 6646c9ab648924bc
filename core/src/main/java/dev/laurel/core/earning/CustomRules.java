package dev.laurel.core.earning;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Map;
import org.immutables.value.Value;

/** The user's own formulas and conditions by name, and how many facts each call may read. */
@Value.Immutable
public abstract class CustomRules {
  private static final CustomRules NONE = builder().build();

  CustomRules() {}

  /** The formulas. */
  public abstract Map<CustomKey, CustomFormula> formulas();

  /** The conditions. */
  public abstract Map<CustomKey, CustomCondition> conditions();

  /** The facts that one call may read, 1 to 1,000,000; 10,000 unless said otherwise. */
  @Value.Default
  public int stepBudget() {
    return 10_000;
  }

  /** No formulas and no conditions. */
  public static CustomRules none() {
    return NONE;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CustomRules}. */
  public static final class Builder extends ImmutableCustomRules.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        stepBudget() >= 1 && stepBudget() <= 1_000_000,
        FailureCode.RANGE,
        "stepBudget",
        "step budget must be 1 to 1,000,000: %s",
        stepBudget());
  }
}
