package dev.laurel.core.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of numbers read from text. */
class ExactNumberLaws {
  /** Short texts take a shorter way, and come to the same number in the same form. */
  @Property
  void aTextIsTheNumberItSpells(
      @ForAll long units, @ForAll @IntRange(max = 24) int decimals, @ForAll boolean isShort) {
    BigDecimal number = BigDecimal.valueOf(isShort ? units % 1_000_000 : units, decimals);
    BigDecimal stripped = number.stripTrailingZeros();
    BigDecimal expected =
        number.signum() == 0 ? BigDecimal.ZERO : stripped.setScale(Math.max(0, stripped.scale()));

    assertThat(ExactNumber.parse(number.toPlainString())).isEqualTo(expected);
  }

  @Property
  void aCountIsTheNumberItSpells(@ForAll long count) {
    assertThat(ExactNumber.admitCount(new BigDecimal(count))).isEqualTo(count);
    assertThat(ExactNumber.admitCount(new BigDecimal(count + ".00"))).isEqualTo(count);
  }
}
