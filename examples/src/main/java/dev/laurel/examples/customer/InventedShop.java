package dev.laurel.examples.customer;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.metrics.customer.PurchaseDays;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Purchases of an invented shop, whose customers do what BG/NBD and Gamma-Gamma say: they buy at
 * rates with r 0.7 and alpha 6 weeks, leave with chances of a 0.9 and b 3, and spend with p 5, q 4
 * and v 24.
 *
 * @param seed the number from which everything follows
 * @param customers how many there are
 */
record InventedShop(long seed, int customers) {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  private static final int DAYS_OF_JOINING = 180;

  static InventedShop standard() {
    return new InventedShop(20_261_126, 2_000);
  }

  PurchaseDays purchases() {
    UniformRandomProvider dice = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    ContinuousDistribution.Sampler rates = gamma(dice, .7, 1.0 / 42);
    ContinuousDistribution.Sampler leaving = gamma(dice, .9, 1);
    ContinuousDistribution.Sampler staying = gamma(dice, 3, 1);
    ContinuousDistribution.Sampler spends = gamma(dice, 4, 1.0 / 24);
    ContinuousDistribution.Sampler amounts = gamma(dice, 5, 1);
    PurchaseDays purchases = PurchaseDays.in("EUR");
    for (int i = 1; i <= customers; i++) {
      MemberId customer = MemberId.of(String.format(Locale.ROOT, "c-%05d", i));
      double rate = rates.sample();
      double gone = leaving.sample();
      double chance = gone / (gone + staying.sample());
      double spend = spends.sample();
      double day = dice.nextInt(DAYS_OF_JOINING);
      boolean isLast = false;
      while (!isLast && FIRST.plusDays((long) day).compareTo(LAST) <= 0) {
        purchases.add(
            customer,
            FIRST.plusDays((long) day),
            ExactMoney.ofMinor("EUR", 1 + Math.round(100 * amounts.sample() / spend)));
        // Nobody leaves after the first purchase: that is what BG/NBD says.
        isLast = day != (long) day && dice.nextDouble() < chance;
        day += Math.min(1e6, -Math.log(dice.nextDouble()) / rate);
      }
    }
    return purchases;
  }

  private static ContinuousDistribution.Sampler gamma(
      UniformRandomProvider dice, double shape, double scale) {
    return GammaDistribution.of(shape, scale).createSampler(dice);
  }
}
