package dev.laurel.journeys.persona;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.FreeText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A question with the answer yes or no about the attributes of a customer, as a value.
 *
 * <p>For example {@code all(textIs("market", "de"), atLeast("mileage", 30000))}. An attribute that
 * a customer does not have, or has under another type, answers no. At most 16 levels deep.
 */
public sealed interface Segment {
  /** Whether a customer of these attributes belongs to the segment. */
  boolean matches(Attributes customer);

  /** How many levels the question has; 1 for a single question. */
  int depth();

  /** How many of these customers belong to the segment. */
  default Proportion count(Iterable<Attributes> customers) {
    long matching = 0;
    long total = 0;
    for (Attributes customer : customers) {
      matching += matches(customer) ? 1 : 0;
      total++;
    }
    return Proportion.of(matching, total);
  }

  /** Customers whose text is one of these. */
  static Segment textIs(String key, String... values) {
    return new TextIs(key, ImmutableSet.copyOf(values));
  }

  /** Customers whose number is at least this. */
  static Segment atLeast(String key, BigDecimal least) {
    return new NumberWithin(key, Optional.of(least), Optional.empty());
  }

  /** Customers whose number is below this. */
  static Segment below(String key, BigDecimal bound) {
    return new NumberWithin(key, Optional.empty(), Optional.of(bound));
  }

  /** Customers whose flag is set. */
  static Segment flag(String key) {
    return new FlagIs(key);
  }

  /** Customers who belong to every one of these. */
  static Segment all(Segment... parts) {
    return new All(ImmutableList.copyOf(parts));
  }

  /** Customers who belong to at least one of these. */
  static Segment any(Segment... parts) {
    return new Any(ImmutableList.copyOf(parts));
  }

  /** Customers who do not belong to this. */
  static Segment not(Segment part) {
    return new Not(part);
  }

  /**
   * Whether a text is one of several.
   *
   * @param key the attribute
   * @param values the texts, at least one
   */
  record TextIs(String key, ImmutableSet<String> values) implements Segment {
    /** A checked question. */
    public TextIs {
      checkKey(key);
      checkPresent(values.size(), "values");
    }

    @Override
    public boolean matches(Attributes customer) {
      return customer.text(key).map(((Set<String>) values)::contains).orElse(false);
    }

    @Override
    public int depth() {
      return 1;
    }
  }

  /**
   * Whether a number lies in a half-open range.
   *
   * @param key the attribute
   * @param least the smallest number inside; absent for no lower bound
   * @param bound the smallest number above; absent for no upper bound
   */
  record NumberWithin(String key, Optional<BigDecimal> least, Optional<BigDecimal> bound)
      implements Segment {
    /**
     * A checked range.
     *
     * @throws InvalidValueException RANGE if it has no bound, or holds nothing
     */
    public NumberWithin {
      checkKey(key);
      least = least.map(BigDecimal::stripTrailingZeros);
      bound = bound.map(BigDecimal::stripTrailingZeros);
      InvalidValueException.check(
          isRange(least, bound),
          FailureCode.RANGE,
          "least",
          "segment by '%s' must be a range that is not empty: from %s, below %s",
          key,
          least,
          bound);
    }

    @Override
    public boolean matches(Attributes customer) {
      Optional<BigDecimal> number = customer.number(key);
      return number.isPresent()
          && least.map(from -> number.get().compareTo(from) >= 0).orElse(true)
          && bound.map(until -> number.get().compareTo(until) < 0).orElse(true);
    }

    @Override
    public int depth() {
      return 1;
    }

    private static boolean isRange(Optional<BigDecimal> least, Optional<BigDecimal> bound) {
      if (least.isPresent() && bound.isPresent()) {
        return least.get().compareTo(bound.get()) < 0;
      }
      return least.isPresent() || bound.isPresent();
    }
  }

  /**
   * Whether a flag is set.
   *
   * @param key the attribute
   */
  record FlagIs(String key) implements Segment {
    /** A checked question. */
    public FlagIs {
      checkKey(key);
    }

    @Override
    public boolean matches(Attributes customer) {
      return customer.isSet(key);
    }

    @Override
    public int depth() {
      return 1;
    }
  }

  /**
   * Whether every part says yes.
   *
   * @param parts the parts, at least one
   */
  record All(ImmutableList<Segment> parts) implements Segment {
    /** A checked conjunction. */
    public All {
      checkPresent(parts.size(), "parts");
      checkDepth(deepest(parts));
    }

    @Override
    public boolean matches(Attributes customer) {
      return parts.stream().allMatch(part -> part.matches(customer));
    }

    @Override
    public int depth() {
      return 1 + deepest(parts);
    }
  }

  /**
   * Whether at least one part says yes.
   *
   * @param parts the parts, at least one
   */
  record Any(ImmutableList<Segment> parts) implements Segment {
    /** A checked disjunction. */
    public Any {
      checkPresent(parts.size(), "parts");
      checkDepth(deepest(parts));
    }

    @Override
    public boolean matches(Attributes customer) {
      return parts.stream().anyMatch(part -> part.matches(customer));
    }

    @Override
    public int depth() {
      return 1 + deepest(parts);
    }
  }

  /**
   * Whether the part says no.
   *
   * @param part the part
   */
  record Not(Segment part) implements Segment {
    /** A checked negation. */
    public Not {
      checkDepth(part.depth());
    }

    @Override
    public boolean matches(Attributes customer) {
      return !part.matches(customer);
    }

    @Override
    public int depth() {
      return 1 + part.depth();
    }
  }

  private static int deepest(ImmutableList<Segment> parts) {
    return parts.stream().mapToInt(Segment::depth).max().orElse(0);
  }

  private static void checkKey(String key) {
    FreeText.checked("the attribute of a segment", "key", key, 64);
  }

  private static void checkPresent(int count, String path) {
    InvalidValueException.check(
        count > 0, FailureCode.REQUIRED, path, "segment must have at least 1 of its %s", path);
  }

  private static void checkDepth(int below) {
    InvalidValueException.check(
        below < 16,
        FailureCode.RULE_TOO_DEEP,
        "parts",
        "segment must be at most 16 levels deep: %s",
        below + 1);
  }
}
