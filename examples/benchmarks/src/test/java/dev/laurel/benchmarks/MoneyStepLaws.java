package dev.laurel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.money.ExactMoney;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;

class MoneyStepLaws {
  @Property
  void everyWayGivesTheSameCents(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long cents) {
    BigDecimal expected = MoneyStep.bigDecimal(BigDecimal.valueOf(cents, 2));

    assertThat(MoneyStep.byHand(cents)).isEqualTo(cents(expected));
    assertThat(MoneyStep.minorUnits(cents)).isEqualTo(cents(expected));
    assertThat(MoneyStep.exactMoney(ExactMoney.ofMinor("EUR", cents)).amount()).isEqualTo(expected);
    assertThat(cents(MoneyStep.moneta(Money.of(BigDecimal.valueOf(cents, 2), "EUR"))))
        .isEqualTo(cents(expected));
  }

  @Property
  void fastMoneyGivesTheSameCentsToo(@ForAll @LongRange(min = 0, max = 10_000_000) long cents) {
    BigDecimal expected = MoneyStep.bigDecimal(BigDecimal.valueOf(cents, 2));

    assertThat(cents(MoneyStep.moneta(FastMoney.of(BigDecimal.valueOf(cents, 2), "EUR"))))
        .isEqualTo(cents(expected));
  }

  private static long cents(MonetaryAmount amount) {
    return cents(amount.getNumber().numberValueExact(BigDecimal.class));
  }

  private static long cents(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }
}
