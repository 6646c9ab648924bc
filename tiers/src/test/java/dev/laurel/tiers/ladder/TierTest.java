package dev.laurel.tiers.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TierTest {
  @Test
  void aTierReadsAsItsCode() {
    assertThat(Tier.of("gold_i", "Gold I"))
        .hasToString("gold_i")
        .isEqualTo(Tier.of("gold_i", "Gold I"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Gold", "g\u0130ld", "gold i", "g\u0000"})
  void codesAreLowerCaseAscii_row91(String code) {
    assertThatThrownBy(() -> Tier.of(code, "Gold"))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.ID_INVALID));
  }

  @Test
  void aNameIsNeitherBlankNorEndless() {
    assertThatThrownBy(() -> Tier.of("gold", " ")).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Tier.of("gold", "x".repeat(65)))
        .isInstanceOf(InvalidValueException.class);
  }
}
