package dev.laurel.core.earning;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the user's own code: whatever it does, the answer is a value or a {@link RuleFailure}.
 */
final class CustomCalls {
  private CustomCalls() {}

  static Ratio points(CustomKey key, Occasion occasion) {
    CustomFormula formula = occasion.context().customRules().formulas().get(key);
    Ratio points = answer(key, formula == null ? null : formula::points, occasion);
    if (points.isNegative()) {
      throw new RuleFailure(
          FailureCode.RULE_FAILED,
          "custom formula '" + key + "' gave points below zero: " + points);
    }
    return points;
  }

  static boolean isMet(CustomKey key, Occasion occasion) {
    CustomCondition condition = occasion.context().customRules().conditions().get(key);
    return answer(key, condition == null ? null : condition::isMet, occasion);
  }

  @SuppressWarnings("NullAway") // The user's code may return null whatever its signature says.
  private static <T> T answer(
      CustomKey key, @Nullable Function<MeteredFacts, T> code, Occasion occasion) {
    if (code == null) {
      throw failed(key, "is not among the custom rules of the context");
    }
    MeteredFacts facts = new MeteredFacts(occasion.activity(), occasion.context());
    T answer;
    try {
      answer = code.apply(facts);
    } catch (RuntimeException | StackOverflowError failure) {
      throw facts.isUsedUp()
          ? usedUp(key, occasion)
          : failed(
              key,
              "threw " + failure.getClass().getSimpleName() + ": "
                  + Excerpt.of(String.valueOf(failure.getMessage())));
    }
    if (facts.isUsedUp()) {
      throw usedUp(key, occasion);
    }
    if (answer == null) {
      throw failed(key, "returned null");
    }
    return answer;
  }

  private static RuleFailure failed(CustomKey key, String what) {
    return new RuleFailure(FailureCode.RULE_FAILED, "custom code '" + key + "' " + what);
  }

  private static RuleFailure usedUp(CustomKey key, Occasion occasion) {
    return new RuleFailure(
        FailureCode.RULE_BUDGET,
        "custom code '" + key + "' took more than "
            + occasion.context().customRules().stepBudget() + " steps");
  }
}
