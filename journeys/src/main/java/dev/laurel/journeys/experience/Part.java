package dev.laurel.journeys.experience;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * A part of what is known of a touchpoint, or why it is not known; never simply left out.
 *
 * @param <T> what the part holds
 */
public sealed interface Part<T> {
  /** Why a part is not known. */
  enum Why {
    /** Nobody gave this part for any touchpoint. */
    NOT_GIVEN,
    /** The source of this part says nothing of the touchpoint. */
    NOT_FOUND,
    /** Too few journeys met it, or too few did not. */
    TOO_FEW
  }

  /**
   * A part that is known.
   *
   * @param <T> what the part holds
   * @param value what it holds
   */
  record Known<T>(T value) implements Part<T> {
    /** A part of this value. */
    public Known {
      requireNonNull(value, "value");
    }

    @Override
    public Optional<T> known() {
      return Optional.of(value);
    }

    @Override
    public <R> R match(Function<T, R> known, Function<Why, R> missing) {
      return known.apply(value);
    }
  }

  /**
   * A part that is not known.
   *
   * @param <T> what the part would hold
   * @param why why it is not known
   */
  record Missing<T>(Why why) implements Part<T> {
    /** A part that is not known for this reason. */
    public Missing {
      requireNonNull(why, "why");
    }

    @Override
    public Optional<T> known() {
      return Optional.empty();
    }

    @Override
    public <R> R match(Function<T, R> known, Function<Why, R> missing) {
      return missing.apply(why);
    }
  }

  /** What is known; empty where the part is missing. */
  Optional<T> known();

  /** The result of the function for the case at hand. */
  <R> R match(Function<T, R> known, Function<Why, R> missing);

  /** The part with this value, or missing for this reason. */
  static <T> Part<T> of(Optional<T> value, Why otherwise) {
    return value.<Part<T>>map(Known::new).orElseGet(() -> new Missing<>(otherwise));
  }
}
