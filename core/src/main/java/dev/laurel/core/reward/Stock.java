package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Map;
import org.pcollections.TreePMap;

/**
 * How many of each benefit all members together have taken, for benefits with a stock.
 *
 * <p>The caller keeps one for the program and passes it from claim to claim, which is what makes
 * the last one go to exactly one member.
 */
public final class Stock {
  private static final Stock UNTOUCHED = new Stock(TreePMap.empty());

  private final TreePMap<BenefitId, Long> taken;

  private Stock(TreePMap<BenefitId, Long> taken) {
    this.taken = taken;
  }

  /** Nothing taken yet. */
  public static Stock untouched() {
    return UNTOUCHED;
  }

  /**
   * The stock of which so many of each were taken.
   *
   * @throws InvalidValueException RANGE if one count is negative
   */
  public static Stock of(Map<BenefitId, Long> taken) {
    Stock stock = UNTOUCHED;
    for (Map.Entry<BenefitId, Long> each : taken.entrySet()) {
      InvalidValueException.check(
          each.getValue() >= 0,
          FailureCode.RANGE,
          "taken." + each.getKey(),
          "a count of benefit '%s' must not be negative: %s",
          each.getKey(),
          each.getValue());
      stock = stock.plus(each.getKey(), each.getValue());
    }
    return stock;
  }

  /** How many of a benefit were taken. */
  public long taken(BenefitId benefit) {
    return taken.getOrDefault(requireNonNull(benefit, "benefit"), 0L);
  }

  /** All counts above zero, by name. */
  public ImmutableSortedMap<BenefitId, Long> taken() {
    return ImmutableSortedMap.copyOf(taken);
  }

  Stock plus(BenefitId benefit, long change) {
    long count = Math.addExact(taken(benefit), change);
    return new Stock(count == 0 ? taken.minus(benefit) : taken.plus(benefit, count));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stock that && taken.equals(that.taken);
  }

  @Override
  public int hashCode() {
    return taken.hashCode();
  }

  @Override
  public String toString() {
    return "taken " + taken;
  }
}
