package dev.laurel.core.exact;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
  private static final long MIN = Long.MIN_VALUE;
  private static final long MAX = Long.MAX_VALUE;

  @Nested
  class Making {
    @ParameterizedTest
    @CsvSource({"6, 4, 3/2", "1, -2, -1/2", "-3, -6, 1/2", "0, -7, 0", "8, 2, 4", "0, 1, 0"})
    void lowestTermsWithAPositiveDenominator(long upper, long lower, String expected) {
      assertThat(Ratio.of(upper, lower)).hasToString(expected);
    }

    @Test
    void equalRatiosAreEqualValues() {
      assertThat(Ratio.parse("1.50")).isEqualTo(Ratio.of(6, 4)).hasSameHashCodeAs(Ratio.of(3, 2));
    }

    @Test
    void theSmallestLongHasNoPositiveCounterpart() {
      assertThat(Ratio.of(MIN, MIN)).isEqualTo(Ratio.ONE);
      assertThat(Ratio.of(MIN, -2)).isEqualTo(Ratio.of(1L << 62));
      assertThat(Ratio.of(2, MIN)).isEqualTo(Ratio.of(-1, 1L << 62));
      assertThat(Ratio.of(0, MIN)).isEqualTo(Ratio.ZERO);
      assertThatThrownBy(() -> Ratio.of(1, MIN))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("1 / -9223372036854775808 must fit 64 bits");
      assertThatThrownBy(() -> Ratio.of(MIN, -1)).isInstanceOf(PointsOverflowException.class);
    }

    @Test
    void nothingIsDividedByZero() {
      assertThat(codeOf(() -> Ratio.of(1, 0))).isEqualTo(FailureCode.DIVISION);
      assertThat(codeOf(() -> Ratio.ONE.dividedBy(Ratio.ZERO))).isEqualTo(FailureCode.DIVISION);
      assertThat(codeOf(() -> Ratio.parse("1/0"))).isEqualTo(FailureCode.DIVISION);
    }

    @ParameterizedTest
    @CsvSource({"1.25, 5/4", "-0.5, -1/2", "3, 3", "1/3, 1/3", "2/4, 1/2", "1.5/0.5, 3"})
    void textIsDecimalOrFraction(String text, String expected) {
      assertThat(Ratio.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"1//3, NUMBER_FORMAT", "/3, REQUIRED", "1/, REQUIRED", "1 / 3, NUMBER_FORMAT"})
    void otherTextIsRefused(String text, FailureCode code) {
      assertThat(codeOf(() -> Ratio.parse(text))).isEqualTo(code);
    }

    @Test
    void decimalsThatDoNotFitThrow() {
      assertThat(Ratio.from(new BigDecimal("0.00390625"))).isEqualTo(Ratio.of(1, 256));
      assertThatThrownBy(() -> Ratio.parse("9223372036854775808"))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessageContaining("9223372036854775808");
      assertThatThrownBy(() -> Ratio.parse("0.0000000000000000001"))
          .isInstanceOf(PointsOverflowException.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNamed() {
      assertThatNullPointerException().isThrownBy(() -> Ratio.parse(null)).withMessage("text");
      assertThatNullPointerException().isThrownBy(() -> Ratio.from(null)).withMessage("value");
      assertThatNullPointerException().isThrownBy(() -> Ratio.ONE.plus(null)).withMessage("other");
      assertThatNullPointerException()
          .isThrownBy(() -> Ratio.ONE.roundToLong(null))
          .withMessage("mode");
    }
  }

  @Nested
  class Arithmetic {
    @Test
    void schoolExamples() {
      assertThat(Ratio.of(1, 2).plus(Ratio.of(1, 3))).isEqualTo(Ratio.of(5, 6));
      assertThat(Ratio.of(1, 2).minus(Ratio.of(1, 3))).isEqualTo(Ratio.of(1, 6));
      assertThat(Ratio.of(3, 2).times(Ratio.of(4, 3))).isEqualTo(Ratio.of(2));
      assertThat(Ratio.of(3, 2).times(2)).isEqualTo(Ratio.of(3));
      assertThat(Ratio.of(3, 2).dividedBy(Ratio.of(4, 3))).isEqualTo(Ratio.of(9, 8));
      assertThat(Ratio.of(3, 2).negated()).isEqualTo(Ratio.of(-3, 2));
    }

    @Test
    void aThirdThreeTimesIsOne() {
      assertThat(Ratio.of(1, 3).times(3)).isEqualTo(Ratio.ONE);
    }

    @Test
    void onlyAResultThatTrulyDoesNotFitFails() {
      Ratio large = Ratio.of(MAX, 3);

      assertThat(large.times(Ratio.of(3, MAX))).isEqualTo(Ratio.ONE);
      assertThat(Ratio.of(MAX).plus(Ratio.of(MIN))).isEqualTo(Ratio.of(-1));
      assertThat(Ratio.of(1, MAX).plus(Ratio.of(-1, MAX))).isEqualTo(Ratio.ZERO);
      assertThat(Ratio.of(MIN).dividedBy(Ratio.of(MIN))).isEqualTo(Ratio.ONE);
      assertThatThrownBy(() -> Ratio.of(MAX).plus(Ratio.ONE))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("9223372036854775807 + 1 must fit 64 bits");
      assertThatThrownBy(() -> Ratio.of(MAX, 2).times(Ratio.of(5, 3)))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("9223372036854775807/2 * 5/3 must fit 64 bits");
      assertThatThrownBy(() -> Ratio.of(MIN).negated()).isInstanceOf(PointsOverflowException.class);
    }

    @Test
    void comparingIsExact() {
      assertThat(Ratio.of(1, 3)).isLessThan(Ratio.parse("0.34"));
      assertThat(Ratio.of(MAX, MAX - 1)).isGreaterThan(Ratio.ONE);
      assertThat(Ratio.of(MIN)).isLessThan(Ratio.of(MAX));
      assertThat(Ratio.of(-1, 2)).isLessThan(Ratio.of(-1, 3));
    }

    @Test
    void signs() {
      assertThat(Ratio.ZERO.isZero()).isTrue();
      assertThat(Ratio.of(1, 2).isPositive()).isTrue();
      assertThat(Ratio.of(-1, 2).isNegative()).isTrue();
      assertThat(Ratio.of(-1, 2).signum()).isEqualTo(-1);
      assertThat(Ratio.of(4).isWhole()).isTrue();
      assertThat(Ratio.of(1, 2).isWhole()).isFalse();
    }
  }

  @Nested
  class Rounding {
    @ParameterizedTest
    @CsvSource({
      "29.985, FLOOR, 29",
      "29.985, HALF_UP, 30",
      "2.5, HALF_EVEN, 2",
      "3.5, HALF_EVEN, 4",
      "2.5, HALF_DOWN, 2",
      "2.5, HALF_UP, 3",
      "-2.5, HALF_UP, -3",
      "-2.5, FLOOR, -3",
      "-2.5, CEILING, -2",
      "2.1, UP, 3",
      "-2.1, UP, -3",
      "-2.9, DOWN, -2",
      "7, UNNECESSARY, 7"
    })
    void theModeDecides(String ratio, RoundingMode mode, long expected) {
      assertThat(Ratio.parse(ratio).roundToLong(mode)).isEqualTo(expected);
    }

    @Test
    void roundingThatWasDeclaredUnnecessaryIsAFailure() {
      assertThat(codeOf(() -> Ratio.of(1, 2).roundToLong(RoundingMode.UNNECESSARY)))
          .isEqualTo(FailureCode.POINTS_NOT_INTEGRAL);
      assertThat(codeOf(() -> Ratio.scale(MAX, Ratio.of(3, 4), RoundingMode.UNNECESSARY)))
          .isEqualTo(FailureCode.POINTS_NOT_INTEGRAL);
    }

    @Test
    void floorIsTowardsMinusInfinity() {
      assertThat(Ratio.parse("29.985").floor()).isEqualTo(29);
      assertThat(Ratio.parse("-1.5").floor()).isEqualTo(-2);
    }
  }

  @Nested
  class Scaling {
    @Test
    void centsBecomePointsWithOneRounding() {
      assertThat(Ratio.scale(1999, Ratio.of(3, 200), RoundingMode.FLOOR)).isEqualTo(29);
      assertThat(Ratio.scale(1999, Ratio.of(3, 100), RoundingMode.FLOOR)).isEqualTo(59);
    }

    @Test
    void productsBeyondSixtyFourBitsAreExact() {
      assertThat(Ratio.scale(MAX, Ratio.of(MAX, MAX), RoundingMode.UNNECESSARY)).isEqualTo(MAX);
      assertThat(Ratio.scale(MAX, Ratio.of(2, 3), RoundingMode.FLOOR))
          .isEqualTo(6_148_914_691_236_517_204L);
      assertThat(Ratio.scale(MIN, Ratio.of(MAX - 1, MAX), RoundingMode.FLOOR)).isEqualTo(-MAX);
    }

    @Test
    void theSmallestLongIsReachedExactly() {
      assertThat(Ratio.scale(MIN / 2, Ratio.of(2), RoundingMode.DOWN)).isEqualTo(MIN);
      assertThat(Ratio.scale(MAX, Ratio.of(-MAX, MAX - 1), RoundingMode.CEILING))
          .isEqualTo(MIN);
    }

    @Test
    void overflowNamesBothOperands() {
      assertThatThrownBy(
              () -> Ratio.scale(3_000_000_000_000_000_000L, Ratio.of(4), RoundingMode.UP))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("3000000000000000000 * 4 must fit 64 bits");
      assertThatThrownBy(() -> Ratio.scale(MAX, Ratio.of(MAX, MAX - 1), RoundingMode.UP))
          .isInstanceOf(PointsOverflowException.class);
      assertThatThrownBy(() -> Ratio.scale(MIN, Ratio.of(-1), RoundingMode.UP))
          .isInstanceOf(PointsOverflowException.class);
    }
  }

  @Nested
  class Writing {
    @ParameterizedTest
    @CsvSource({"3/2, 3/2, 1.5", "4, 4, 4", "5997/200, 5997/200, 29.985", "1/3, 1/3, 1/3"})
    void fractionAndDecimal(String text, String fraction, String decimal) {
      assertThat(Ratio.parse(text)).hasToString(fraction);
      assertThat(Ratio.parse(text).toDecimalString()).isEqualTo(decimal);
    }

    @Test
    void aDecimalWithoutEndIsRefused() {
      assertThat(Ratio.of(1, 8).toBigDecimal()).isEqualTo("0.125");
      assertThat(codeOf(() -> Ratio.of(1, 3).toBigDecimal())).isEqualTo(FailureCode.DIVISION);
    }
  }
}
