package dev.laurel.journeys.daily;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.journeys.persona.Persona;
import java.util.List;
import java.util.Optional;

/**
 * An ordinary week of a persona as contexts of life, in the order of the day.
 *
 * @param name the name for people
 * @param persona whose week it is
 * @param contexts the contexts, 1 to 500
 */
public record DailyFlow(String name, Persona persona, List<LifeContext> contexts) {
  private static final int MOST = 500;

  /**
   * A checked flow.
   *
   * @throws InvalidValueException TEXT_INVALID; REQUIRED without a context; LIMIT_EXCEEDED above
   *     500; CONFIG_DUPLICATE if two have one name
   */
  public DailyFlow {
    name = Codes.label("flow", name, 128);
    requireNonNull(persona, "persona");
    contexts = ImmutableList.copyOf(contexts);
    InvalidValueException.check(
        !contexts.isEmpty(),
        FailureCode.REQUIRED,
        "contexts",
        "flow '%s' must have a context",
        name);
    InvalidValueException.check(
        contexts.size() <= MOST,
        FailureCode.LIMIT_EXCEEDED,
        "contexts",
        "flow '%s' must have at most %s contexts: %s",
        name,
        MOST,
        contexts.size());
    InvalidValueException.check(
        contexts.stream().map(LifeContext::id).distinct().count() == contexts.size(),
        FailureCode.CONFIG_DUPLICATE,
        "contexts",
        "flow '%s' must have each context once: %s",
        name,
        contexts.stream().map(LifeContext::id).toList());
  }

  /** The context of this name. */
  public Optional<LifeContext> context(ContextId id) {
    return contexts.stream().filter(context -> context.id().equals(id)).findFirst();
  }

  /** How many minutes a week the contexts take together. */
  public double minutesPerWeek() {
    return contexts.stream().mapToDouble(LifeContext::minutesPerWeek).sum();
  }
}
