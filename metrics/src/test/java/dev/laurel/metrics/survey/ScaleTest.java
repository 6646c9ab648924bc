package dev.laurel.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
  private static final Scale SCALE = Conventions.NPS.scale();

  @ParameterizedTest
  @ValueSource(doubles = {-1, 11, 7.5, 6.5, 8.5, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void whatIsNoPointOfTheScaleIsRefused_row96(double answer) {
    assertThatThrownBy(() -> SCALE.require(answer))
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.SCORE_RANGE);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10, 10", "' 9 ', 9", "9.0, 9", "+7, 7"})
  void plainNumbersAreRead(String text, int answer) {
    assertThat(SCALE.parse(text)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "11, SCORE_RANGE",
    "-1, SCORE_RANGE",
    "7.5, SCORE_RANGE",
    "'', NUMBER_FORMAT",
    "ten, NUMBER_FORMAT",
    "1e1, NUMBER_FORMAT",
    "NaN, NUMBER_FORMAT",
    "'7,5', NUMBER_FORMAT",
    "'=9', NUMBER_FORMAT",
    "9999999999999999999999, NUMBER_FORMAT"
  })
  void otherTextSaysWhatIsWrong(String text, FailureCode code) {
    assertThatThrownBy(() -> SCALE.parse(text))
        .isInstanceOf(MalformedInputException.class)
        .extracting("code")
        .isEqualTo(code);
  }

  @Test
  void aScaleOfOnePointIsRefused() {
    assertThatThrownBy(() -> Scale.rising(3, 3))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("scale must have 2 to 101 points: 3 to 3");
  }

  @Test
  void aScaleSaysWhichEndIsGood() {
    assertThat(Scale.falling(1, 5)).hasToString("1 to 5, lower is better");
    assertThat(Scale.rising(0, 10).points()).isEqualTo(11);
  }
}
