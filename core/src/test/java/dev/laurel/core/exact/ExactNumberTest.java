package dev.laurel.core.exact;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactNumberTest {
  /** What only a hang exceeds; the work itself takes microseconds, a busy machine some pauses. */
  private static final Duration HANGS = Duration.ofSeconds(5);

  /** Loads the classes first; the limits below are for the work itself. */
  @BeforeAll
  static void warmUp() {
    BigInteger wide = BigInteger.ONE.shiftLeft(300);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
      assertThat(codeOf(() -> ExactNumber.admit(wide))).isEqualTo(FailureCode.NUMBER_TOO_LONG);
      assertThat(codeOf(() -> ExactNumber.parse("x"))).isEqualTo(FailureCode.NUMBER_FORMAT);
    });
  }

  @Nested
  class Text {
    @ParameterizedTest
    @CsvSource({
      "12.30, 12.3",
      "0, 0",
      "-0, 0",
      "-0.0, 0",
      "0.000, 0",
      "100, 100",
      "007, 7",
      "-1.50, -1.5",
      "1000.0, 1000"
    })
    void plainDecimalsAreRead(String text, BigDecimal expected) {
      assertThat(ExactNumber.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "+1",
          "1.",
          ".5",
          "-",
          ".",
          "--1",
          "1,5",
          "1 000",
          " 1",
          "1 ",
          "1e3",
          "1E3",
          "0x10",
          "NaN",
          "Infinity",
          "1_000",
          "１２",
          "١٢",
          "1.2.3",
          "-.5",
          "1\u0000",
          "1d",
          "1L"
        })
    void everythingElseIsRefused(String text) {
      assertThat(codeOf(() -> ExactNumber.parse(text))).isEqualTo(FailureCode.NUMBER_FORMAT);
    }

    @Test
    void theEmptyTextIsMissing() {
      assertThat(codeOf(() -> ExactNumber.parse(""))).isEqualTo(FailureCode.REQUIRED);
    }

    @Test
    void sixtyFourCharactersAreReadAndOneMoreIsNot() {
      String longest = "9".repeat(64);

      assertThat(ExactNumber.parse(longest)).isEqualTo(new BigDecimal(longest));
      assertThat(codeOf(() -> ExactNumber.parse(longest + "9")))
          .isEqualTo(FailureCode.NUMBER_TOO_LONG);
    }

    @Test
    void controlCharactersAreEscapedInTheMessage() {
      assertThatThrownBy(() -> ExactNumber.parse("1\n2"))
          .hasMessage("number must be plain decimal digits such as -12.30: '1\\u000a2'");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNamed() {
      assertThatNullPointerException()
          .isThrownBy(() -> ExactNumber.parse(null))
          .withMessage("text");
      assertThatNullPointerException()
          .isThrownBy(() -> ExactNumber.admit(null))
          .withMessage("number");
      assertThatNullPointerException()
          .isThrownBy(() -> ExactNumber.admitCount(null))
          .withMessage("number");
    }
  }

  @Nested
  class Numbers {
    @Test
    void exactTypesOfTheJdkAreAdmitted() {
      assertThat(ExactNumber.admit((byte) 7)).isEqualTo("7");
      assertThat(ExactNumber.admit((short) 7)).isEqualTo("7");
      assertThat(ExactNumber.admit(7)).isEqualTo("7");
      assertThat(ExactNumber.admit(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
      assertThat(ExactNumber.admit(BigInteger.TEN)).isEqualTo("10");
      assertThat(ExactNumber.admit(new BigDecimal("1.500"))).isEqualTo("1.5");
    }

    @Test
    void zerosBeforeThePointStay() {
      assertThat(ExactNumber.admit(new BigDecimal("1E+3"))).isEqualTo(new BigDecimal("1000"));
      assertThat(ExactNumber.admit(new BigDecimal("100.00"))).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void floatingPointIsNeverExact() {
      assertThat(codeOf(() -> ExactNumber.admit(1.0))).isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
      assertThat(codeOf(() -> ExactNumber.admit(-0.0))).isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
      assertThat(codeOf(() -> ExactNumber.admit(1.0f))).isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
    }

    @Test
    void mutableNumbersAreRefused() {
      assertThat(codeOf(() -> ExactNumber.admit(new AtomicLong(5))))
          .isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
    }

    @Test
    void limitsAreSixtyFourDigitsOnEachSide() {
      assertThat(ExactNumber.admit(new BigDecimal("1E+63")).precision()).isEqualTo(64);
      assertThat(ExactNumber.admit(new BigDecimal("1E-64")).scale()).isEqualTo(64);
      assertThat(codeOf(() -> ExactNumber.admit(new BigDecimal("1E+64"))))
          .isEqualTo(FailureCode.NUMBER_TOO_LARGE);
      assertThat(codeOf(() -> ExactNumber.admit(new BigDecimal("1E-65"))))
          .isEqualTo(FailureCode.NUMBER_TOO_SMALL);
      assertThat(codeOf(() -> ExactNumber.admit(new BigDecimal("11E-65"))))
          .isEqualTo(FailureCode.NUMBER_TOO_SMALL);
    }

    @Test
    void trailingZerosDoNotCountAsDecimalPlaces() {
      assertThat(ExactNumber.admit(new BigDecimal("1." + "0".repeat(70)))).isEqualTo("1");
    }

    @Test
    void theScaleMayBeAsExtremeAsTheJdkAllows() {
      assertThat(codeOf(() -> ExactNumber.admit(BigDecimal.valueOf(1, Integer.MAX_VALUE))))
          .isEqualTo(FailureCode.NUMBER_TOO_SMALL);
      assertThat(codeOf(() -> ExactNumber.admit(BigDecimal.valueOf(10, Integer.MIN_VALUE))))
          .isEqualTo(FailureCode.NUMBER_TOO_LARGE);
      assertThat(ExactNumber.admit(BigDecimal.valueOf(0, Integer.MIN_VALUE))).isEqualTo("0");
    }
  }

  @Nested
  class Counts {
    @Test
    void wholeNumbersAreCounts() {
      assertThat(ExactNumber.admitCount(new BigDecimal("3.0"))).isEqualTo(3);
      assertThat(ExactNumber.admitCount(-7)).isEqualTo(-7);
      assertThat(ExactNumber.admitCount(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void nothingWraps() {
      assertThatThrownBy(() -> ExactNumber.admitCount(new BigDecimal("9223372036854775808")))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("count must fit 64 bits: 9223372036854775808");
    }

    @Test
    void smallFloatingPointNumbersAreStillOfTheWrongType() {
      assertThat(codeOf(() -> ExactNumber.admitCount(3.0))).isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
    }
  }

  /** The rows of the list of bad input that concern numbers as such. */
  @Nested
  class BadInput {
    @Test
    @DisplayName("row 11: fractional points 1.5")
    void fractionalPoints() {
      refused(FailureCode.POINTS_NOT_INTEGRAL, () -> ExactNumber.admitCount(new BigDecimal("1.5")));
    }

    @Test
    @DisplayName("row 12: double 9007199254740993.0 as points")
    void inexactPoints() {
      double inexact = Double.parseDouble("9007199254740993.0");
      refused(FailureCode.POINTS_INEXACT, () -> ExactNumber.admitCount(inexact));
      refused(FailureCode.POINTS_INEXACT, () -> ExactNumber.admitCount(-inexact));
    }

    @ParameterizedTest
    @DisplayName("row 13: NaN and the infinities")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void notFinite(double value) {
      refused(FailureCode.NUMBER_NOT_FINITE, () -> ExactNumber.admit(value));
      refused(FailureCode.NUMBER_NOT_FINITE, () -> ExactNumber.admit((float) value));
      refused(FailureCode.NUMBER_NOT_FINITE, () -> ExactNumber.admitCount(value));
    }

    @Test
    @DisplayName("row 24: 1e1000000000")
    void tooLarge() {
      BigDecimal huge = new BigDecimal("1e1000000000");
      refused(FailureCode.NUMBER_TOO_LARGE, () -> ExactNumber.admit(huge));
      refused(FailureCode.NUMBER_TOO_LARGE, () -> ExactNumber.admit(huge.negate()));
      refused(FailureCode.NUMBER_FORMAT, () -> ExactNumber.parse("1e1000000000"));
    }

    @Test
    @DisplayName("row 25: 1e-1000000000")
    void tooSmall() {
      BigDecimal tiny = new BigDecimal("1e-1000000000");
      refused(FailureCode.NUMBER_TOO_SMALL, () -> ExactNumber.admit(tiny));
    }

    @Test
    @DisplayName("row 26: 0e1000000000 and 0e-1000000000")
    void zeroOfAnyScale() {
      BigDecimal large = new BigDecimal("0e1000000000");
      BigDecimal small = new BigDecimal("0e-1000000000");
      assertTimeoutPreemptively(HANGS, () -> {
        assertThat(ExactNumber.admit(large)).isEqualTo("0");
        assertThat(ExactNumber.admit(small)).isEqualTo("0");
      });
    }

    @Test
    @DisplayName("row 27: 1e2147483648")
    void exponentBeyondInt() {
      refused(FailureCode.NUMBER_FORMAT, () -> ExactNumber.parse("1e2147483648"));
    }

    @Test
    @DisplayName("row 28: a literal of 1 000 000 digits")
    void longLiteral() {
      String literal = "9".repeat(1_000_000);
      refused(FailureCode.NUMBER_TOO_LONG, () -> ExactNumber.parse(literal));
      BigInteger wide = BigInteger.ONE.shiftLeft(3_000_000);
      refused(FailureCode.NUMBER_TOO_LONG, () -> ExactNumber.admit(wide));
      BigDecimal decimal = new BigDecimal(wide);
      refused(FailureCode.NUMBER_TOO_LONG, () -> ExactNumber.admit(decimal));
    }

    @Test
    @DisplayName("row 29: a BigDecimal subclass that tells another value each time")
    void lyingDecimal() {
      Liar liar = new Liar();
      BigDecimal admitted = ExactNumber.admit(liar);

      assertThat(admitted.getClass()).isEqualTo(BigDecimal.class);
      assertThat(admitted).isEqualTo("1").isEqualTo("1");
      assertThat(liar.asked).isEqualTo(1);
    }

    @Test
    @DisplayName("row 29: a BigInteger subclass is copied into a plain one")
    void lyingInteger() {
      assertThat(ExactNumber.admit(new LyingInteger())).isEqualTo("9");
      assertThat(ExactNumber.admit(new BigDecimal(new LyingInteger()) {
            private static final long serialVersionUID = 1L;
          }))
          .isEqualTo("9");
      refused(FailureCode.TYPE_NOT_ALLOWED, () -> ExactNumber.admit(new SilentInteger()));
    }

    @Test
    @DisplayName("row 32: minus zero")
    void minusZero() {
      assertThat(ExactNumber.parse("-0")).isEqualTo("0");
      assertThat(ExactNumber.parse("-0.0")).isEqualTo("0");
    }

    private void refused(FailureCode code, org.junit.jupiter.api.function.Executable action) {
      assertTimeoutPreemptively(HANGS, () -> assertThat(codeOf(action::execute)).isEqualTo(code));
    }
  }

  private static final class Liar extends BigDecimal {
    private static final long serialVersionUID = 1L;
    private int asked;

    Liar() {
      super(0);
    }

    @Override
    public BigInteger unscaledValue() {
      asked++;
      return BigInteger.valueOf(asked);
    }

    @Override
    public int signum() {
      return 0;
    }
  }

  private static final class LyingInteger extends BigInteger {
    private static final long serialVersionUID = 1L;

    LyingInteger() {
      super("4");
    }

    @Override
    public byte[] toByteArray() {
      return new byte[] {9};
    }

    @Override
    public int bitLength() {
      return 0;
    }
  }

  private static final class SilentInteger extends BigInteger {
    private static final long serialVersionUID = 1L;

    SilentInteger() {
      super("4");
    }

    @Override
    public byte[] toByteArray() {
      return new byte[0];
    }
  }
}
