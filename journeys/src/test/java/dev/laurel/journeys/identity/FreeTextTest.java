package dev.laurel.journeys.identity;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"say \"hi\"", "two\nlines", "\ud83d\ude97", "\u05e8\u05db\u05d1", "=1+1", "\u202ex"
      })
  void namesOfOtherSystemsAreKeptAsTheyAre(String name) {
    assertThat(TouchpointId.of(name).value()).isEqualTo(name);
    assertThat(JourneyId.of(name).value()).isEqualTo(name);
  }

  /** Bad-input row 102. */
  @Test
  void noNameMakesASecondLineOfALog() {
    assertThat(TouchpointId.of("a\r\nb\u2028c\u202ed"))
        .hasToString("a\\u000d\\u000ab\\u2028c\\u202ed");
  }

  /** Bad-input row 100. */
  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\ud800", "x\udc00", "\u0001", "\uffff", "", " \n"})
  void whatIsNoTextIsRefused(String name) {
    refused(FailureCode.TEXT_INVALID, () -> TouchpointId.of(name));
  }

  @Test
  void aNameOfAMegabyteIsRefusedInAShortMessage() {
    refused(FailureCode.TEXT_INVALID, () -> TouchpointId.of("x".repeat(1 << 20)));
  }

  @Test
  void theNamesOfDesignersAreCodes() {
    refused(FailureCode.ID_INVALID, () -> MapId.of("Buy a car"));
    refused(FailureCode.ID_INVALID, () -> StageId.of(""));
    assertThat(List.of(StageId.of("b"), StageId.of("a")))
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }
}
