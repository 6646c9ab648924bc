package dev.laurel.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
  private static final List<Function<String, Object>> NAMES = List.of(
      MemberId::of,
      ActivityId::of,
      CommandId::of,
      LotId::of,
      RuleId::of,
      ProgramId::of,
      ActivityKind::of,
      Category::of,
      Sku::of,
      Channel::of,
      Partner::of,
      Location::of,
      Subject::of);

  @Test
  void aNameReadsAsItsText() {
    for (Function<String, Object> name : NAMES) {
      assertThat(name.apply("gold_i-17"))
          .hasToString("gold_i-17")
          .isEqualTo(name.apply("gold_i-17"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        "a\u0000b",
        "a\r\nb",
        "\u202Eevil",
        "\u200Bzero",
        "\uD800",
        "a\uDC00"
      })
  void blankAndControlCharactersAreRefused_row45(String text) {
    for (Function<String, Object> name : NAMES) {
      assertRefused(name, text);
    }
  }

  @Test
  void tenMegabytesAreRefusedWithoutBeingRead_row45() {
    String huge = "x".repeat(10_000_000);

    for (Function<String, Object> name : NAMES) {
      assertRefused(name, huge);
    }
    assertThat(MemberId.of("x".repeat(128)).value()).hasSize(128);
  }

  @Test
  void nothingIsANullPointerThatNamesTheName_row45() {
    assertThatNullPointerException().isThrownBy(() -> MemberId.of(null)).withMessage("member id");
  }

  @Test
  void namesAreComparedCharacterByCharacter_row46() {
    assertThat(MemberId.of("caf\u00e9")).isNotEqualTo(MemberId.of("cafe\u0301"));
    assertThat(MemberId.of("M-1")).isNotEqualTo(MemberId.of("m-1"));
    assertThat(MemberId.of("m-\u0430")).isNotEqualTo(MemberId.of("m-a"));
  }

  @Test
  void normalFormIsCheckedOnRequest_row46() {
    assertThat(MemberId.normalised("caf\u00e9").value()).isEqualTo("caf\u00e9");
    assertThatThrownBy(() -> MemberId.normalised("cafe\u0301"))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.ID_NOT_NORMALISED));
  }

  private static void assertRefused(Function<String, Object> name, String text) {
    assertThatThrownBy(() -> name.apply(text))
        .isInstanceOfSatisfying(InvalidValueException.class, failure -> {
          assertThat(failure.code()).isEqualTo(FailureCode.ID_INVALID);
          assertThat(failure.getMessage()).hasSizeLessThanOrEqualTo(300);
          assertThat(failure.getMessage()).doesNotContain("\n").doesNotContain("\u0000");
        });
  }
}
