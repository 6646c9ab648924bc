package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** What holds for all answers. */
class NetPromoterCountsLaws {
  @Example
  void sevenTwoAndOneScoreSixty() {
    assertThat(new NetPromoterCounts(7, 2, 1).score()).contains(Ratio.of(60));
  }

  @Example
  void noAnswersHaveNoScore_row95() {
    assertThat(NetPromoterCounts.none().score()).isEmpty();
  }

  @Example
  void answersOutsideTheScaleAreRefused_row96() {
    assertThatThrownBy(() -> NetPromoterCounts.none().plus(-1))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> NetPromoterCounts.none().plus(11))
        .isInstanceOf(InvalidValueException.class);
  }

  @Property
  void aScoreLiesBetweenMinusAndPlusHundred(
      @ForAll @NotEmpty List<@IntRange(max = 10) Integer> answers) {
    Ratio score = counts(answers).score().orElseThrow();

    assertThat(score).isBetween(Ratio.of(-100), Ratio.of(100));
  }

  @Property
  void mergingIsCountingTogether(
      @ForAll List<@IntRange(max = 10) Integer> left,
      @ForAll List<@IntRange(max = 10) Integer> right) {
    NetPromoterCounts together = counts(left);
    for (int answer : right) {
      together = together.plus(answer);
    }

    assertThat(counts(left).merge(counts(right))).isEqualTo(together);
    assertThat(counts(right).merge(counts(left))).isEqualTo(together);
  }

  private static NetPromoterCounts counts(List<Integer> answers) {
    NetPromoterCounts counts = NetPromoterCounts.none();
    for (int answer : answers) {
      counts = counts.plus(answer);
    }
    return counts;
  }
}
