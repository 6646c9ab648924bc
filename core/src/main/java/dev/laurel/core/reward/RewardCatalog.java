package dev.laurel.core.reward;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value;

/** The benefits and choices of a program. */
@Value.Immutable
public abstract class RewardCatalog {
  private static final int MOST = 100_000;

  RewardCatalog() {}

  /**
   * A catalogue of these benefits and choices.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if two have one name; REFERENCE_UNKNOWN if an
   *     option is not in the catalogue; LIMIT_EXCEEDED above 100,000 of either
   */
  public static RewardCatalog of(List<Benefit> benefits, List<Choice> choices) {
    return ImmutableRewardCatalog.of(benefits, choices);
  }

  /** A catalogue of these benefits. */
  public static RewardCatalog of(Benefit... benefits) {
    return of(ImmutableList.copyOf(benefits), ImmutableList.of());
  }

  /** The benefits. */
  @Value.Parameter
  public abstract List<Benefit> benefits();

  /** The choices. */
  @Value.Parameter
  public abstract List<Choice> choices();

  /** The benefit of this name, if there is one. */
  public Optional<Benefit> benefit(BenefitId id) {
    return Optional.ofNullable(benefitsById().get(id));
  }

  /** The choice of this name, if there is one. */
  public Optional<Choice> choice(ChoiceId id) {
    return Optional.ofNullable(choicesById().get(id));
  }

  @Value.Lazy
  ImmutableMap<BenefitId, Benefit> benefitsById() {
    return byId("benefits", benefits(), Benefit::id);
  }

  @Value.Lazy
  ImmutableMap<ChoiceId, Choice> choicesById() {
    return byId("choices", choices(), Choice::id);
  }

  @Value.Check
  void check() {
    benefitsById();
    for (Choice choice : choicesById().values()) {
      for (BenefitId option : choice.options()) {
        InvalidValueException.check(
            benefit(option)
                .filter(one -> one.availability() instanceof Availability.ByChoice)
                .isPresent(),
            FailureCode.REFERENCE_UNKNOWN,
            "choices." + choice.id(),
            "choice '%s' must have options that are had by choice: %s",
            choice.id(),
            option);
      }
    }
  }

  private static <K, V> ImmutableMap<K, V> byId(String path, List<V> all, Function<V, K> id) {
    InvalidValueException.check(
        all.size() <= MOST,
        FailureCode.LIMIT_EXCEEDED,
        path,
        "a catalogue must have at most %s %s: %s",
        MOST,
        path,
        all.size());
    ImmutableMap.Builder<K, V> byId = ImmutableMap.builder();
    all.forEach(each -> byId.put(id.apply(each), each));
    ImmutableMap<K, V> known = byId.buildKeepingLast();
    InvalidValueException.check(
        known.size() == all.size(),
        FailureCode.CONFIG_DUPLICATE,
        path,
        "a catalogue must name each of its %s once: %s names for %s",
        path,
        known.size(),
        all.size());
    return known;
  }
}
