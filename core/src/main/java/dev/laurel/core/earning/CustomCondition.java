package dev.laurel.core.earning;

/**
 * A condition written by the user: the deliberate way out of the closed family.
 *
 * <p>The same rules hold as for a {@link CustomFormula}.
 */
@FunctionalInterface
public interface CustomCondition {
  /** Whether the event meets the condition. */
  Boolean isMet(MeteredFacts facts);
}
