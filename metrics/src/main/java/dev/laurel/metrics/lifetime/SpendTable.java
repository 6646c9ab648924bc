package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.customer.CustomerHistory;
import dev.laurel.metrics.customer.PurchaseConvention;
import dev.laurel.metrics.customer.PurchaseHistories;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many customers averaged how much over how many purchases: the sufficient statistics of spend.
 *
 * <p>For example 3 customers with a mean of 22.35 over 2 purchases. Customers whose purchases were
 * all free have no place in a model of spend and are counted apart. Tables merge.
 */
public final class SpendTable {
  private static final SpendTable NONE = new SpendTable(new TreeMap<>(), 0);

  /**
   * Some purchases and what they cost in the mean.
   *
   * @param purchases how many are averaged, at least 1
   * @param mean the mean, in major units of the currency, above zero
   */
  public record Spend(int purchases, double mean) implements Comparable<Spend> {
    /**
     * A checked spend.
     *
     * @throws InvalidValueException RANGE if it is not of at least one purchase, or its mean is not
     *     finite and above zero
     */
    public Spend {
      InvalidValueException.check(
          purchases >= 1 && mean > 0 && Double.isFinite(mean),
          FailureCode.RANGE,
          "mean",
          "spend must be a finite mean above zero of at least 1 purchase: %s of %s",
          mean,
          purchases);
    }

    @Override
    public int compareTo(Spend other) {
      return purchases == other.purchases
          ? Double.compare(mean, other.mean)
          : Integer.compare(purchases, other.purchases);
    }
  }

  private final ImmutableMap<Spend, Long> counts;
  private final long free;

  private SpendTable(Map<Spend, Long> counts, long free) {
    this.counts = ImmutableMap.copyOf(counts);
    this.free = free;
  }

  /** No customers. */
  public static SpendTable none() {
    return NONE;
  }

  /** The spend of all customers who have a mean; a mean of zero is counted as free. */
  public static SpendTable of(PurchaseHistories histories) {
    boolean isFirstIn =
        histories.convention().firstPurchase() == PurchaseConvention.FirstPurchase.INCLUDED;
    Map<Spend, Long> counts = new TreeMap<>();
    long free = 0;
    for (CustomerHistory customer : histories.customers()) {
      OptionalDouble mean = customer.meanSpend();
      if (mean.isPresent() && mean.getAsDouble() > 0) {
        int purchases = customer.history().frequency() + (isFirstIn ? 1 : 0);
        counts.merge(new Spend(purchases, mean.getAsDouble()), 1L, Math::addExact);
      } else if (mean.isPresent()) {
        free++;
      }
    }
    return new SpendTable(counts, free);
  }

  /** The table with one more customer. */
  public SpendTable plus(Spend spend) {
    Map<Spend, Long> counted = new TreeMap<>(counts);
    counted.merge(spend, 1L, Math::addExact);
    return new SpendTable(counted, free);
  }

  /** The customers of both. */
  public SpendTable merge(SpendTable other) {
    Map<Spend, Long> both = new TreeMap<>(counts);
    other.counts.forEach((spend, count) -> both.merge(spend, count, Math::addExact));
    return new SpendTable(both, Math.addExact(free, other.free));
  }

  /** How many customers have each spend, in ascending order of purchases, then mean. */
  public ImmutableMap<Spend, Long> counts() {
    return counts;
  }

  /** How many customers have a spend above zero. */
  public long customers() {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  /** How many customers were left out because what they bought was free. */
  public long free() {
    return free;
  }

  /**
   * The correlation between number of purchases and mean spend; absent where either does not vary.
   *
   * <p>Models that treat the two as independent, as all of this package do, are in doubt where it
   * is far from zero. That of CDNOW is 0.11.
   */
  public OptionalDouble correlation() {
    double n = customers();
    double meanX = mean(Spend::purchases, n);
    double meanY = mean(Spend::mean, n);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (Map.Entry<Spend, Long> entry : counts.entrySet()) {
      double x = entry.getKey().purchases() - meanX;
      double y = entry.getKey().mean() - meanY;
      xx += entry.getValue() * x * x;
      yy += entry.getValue() * y * y;
      xy += entry.getValue() * x * y;
    }
    return xx > 0 && yy > 0
        ? OptionalDouble.of(xy / Math.sqrt(xx) / Math.sqrt(yy))
        : OptionalDouble.empty();
  }

  private double mean(ToDoubleFunction<Spend> figure, double n) {
    return counts.entrySet().stream()
            .mapToDouble(entry -> entry.getValue() * figure.applyAsDouble(entry.getKey()))
            .sum()
        / n;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpendTable that && counts.equals(that.counts) && free == that.free;
  }

  @Override
  public int hashCode() {
    return Objects.hash(counts, free);
  }

  @Override
  public String toString() {
    return customers() + " customers in " + counts.size() + " distinct spends, " + free + " free";
  }
}
