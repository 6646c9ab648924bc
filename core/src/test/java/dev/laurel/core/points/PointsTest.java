package dev.laurel.core.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.money.ExactMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PointsTest {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final PointType MILES = PointType.qualifying("miles", "Status miles");
  private static final PointType CENTS =
      new PointType("cents", "Hundredths", 2, PointType.Use.REDEEMABLE);

  @Nested
  class Sums {
    @Test
    void pointsAddAndSubtract() {
      assertThat(STARS.points(100).plus(STARS.points(20))).isEqualTo(STARS.points(120));
      assertThat(STARS.points(120).minus(STARS.points(20))).isEqualTo(STARS.points(100));
      assertThat(STARS.points(40).times(3)).isEqualTo(STARS.points(120));
    }

    @Test
    void twoTypesNeverMeet() {
      assertRefused(() -> STARS.points(1).plus(MILES.points(1)), FailureCode.TYPE_MISMATCH);
      assertRefused(() -> STARS.points(1).minus(MILES.points(1)), FailureCode.TYPE_MISMATCH);
      assertRefused(() -> STARS.points(1).compareTo(MILES.points(1)), FailureCode.TYPE_MISMATCH);
      assertThatThrownBy(() -> STARS.points(1).plus(MILES.points(1)))
          .hasMessage("points must be of one type: stars and miles");
    }

    @Test
    void nothingBelowZero_row1_row3() {
      assertRefused(() -> STARS.points(-1), FailureCode.POINTS_NEGATIVE);
      assertRefused(() -> STARS.points(Long.MIN_VALUE), FailureCode.POINTS_NEGATIVE);
      assertRefused(() -> STARS.points(1).minus(STARS.points(2)), FailureCode.POINTS_NEGATIVE);
      assertRefused(() -> STARS.points(1).times(-1), FailureCode.POINTS_NEGATIVE);
      assertThat(STARS.points(1).minusAtMost(STARS.points(2))).isEqualTo(STARS.zero());
    }

    @Test
    void whatDoesNotFitNamesBothOperands_row4_row5() {
      assertThatThrownBy(() -> STARS.points(Long.MAX_VALUE).plus(STARS.points(1)))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("9223372036854775807 + 1 must fit 64 bits");
      assertThatThrownBy(() -> STARS.points(3_000_000_000_000_000_000L).times(4))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("3000000000000000000 * 4 must fit 64 bits");
      assertThat(STARS.points(1L << 31).plus(STARS.points(1)).units()).isEqualTo(2147483649L);
    }
  }

  @Nested
  class Numbers {
    @Test
    void fractionsNeedAScale_row11() {
      assertThat(Points.parse("1.5", CENTS)).isEqualTo(CENTS.points(150));
      assertThat(Points.parse("1.50", CENTS)).hasToString("1.50 cents");
      assertRefused(() -> Points.parse("1.5", STARS), FailureCode.POINTS_NOT_INTEGRAL);
      assertRefused(
          () -> Points.from(new BigDecimal("0.001"), CENTS), FailureCode.POINTS_NOT_INTEGRAL);
    }

    @Test
    void hugeNumbersAreRefusedBeforeArithmetic_row6() {
      assertRefused(
          () -> Points.from(new BigDecimal("1e1000000000"), STARS), FailureCode.NUMBER_TOO_LARGE);
      assertRefused(() -> Points.from(new BigDecimal("1e18"), STARS), FailureCode.NUMBER_TOO_LARGE);
    }
  }

  @Nested
  class Types {
    @Test
    void codesAreLowerCase() {
      assertRefused(() -> PointType.redeemable("Stars", "Stars"), FailureCode.ID_INVALID);
      assertRefused(() -> PointType.redeemable("", "Stars"), FailureCode.ID_INVALID);
      assertRefused(() -> PointType.redeemable("1st", "Stars"), FailureCode.ID_INVALID);
      assertRefused(() -> PointType.redeemable("stars", " "), FailureCode.TEXT_INVALID);
      assertRefused(
          () -> new PointType("stars", "Stars", 10, PointType.Use.REDEEMABLE), FailureCode.RANGE);
    }
  }

  @Nested
  class Balances {
    @Test
    void debtMakesABalanceNegative() {
      Balance owed = Balance.of(STARS.zero(), STARS.points(20));

      assertThat(owed).hasToString("-20 stars");
      assertThat(owed.isOverdrawn()).isTrue();
      assertThat(owed.plus(STARS.points(30))).isEqualTo(new Balance(10, STARS));
    }

    @Test
    void nothingWraps_row4() {
      assertThatThrownBy(() -> new Balance(Long.MAX_VALUE, STARS).plus(STARS.points(1)))
          .isInstanceOf(PointsOverflowException.class);
      assertThatThrownBy(() -> new Balance(Long.MIN_VALUE, STARS).minus(STARS.points(1)))
          .isInstanceOf(PointsOverflowException.class);
      assertRefused(() -> new Balance(1, STARS).plus(MILES.points(1)), FailureCode.TYPE_MISMATCH);
    }
  }

  @Nested
  class Rates {
    private final PointRate ford = PointRate.of(STARS.points(200), ExactMoney.parse("USD 1.00"));

    @Test
    void twoHundredPointsAreADollar() {
      assertThat(ford.worth(STARS.points(4_200), RoundingMode.DOWN))
          .isEqualTo(ExactMoney.parse("USD 21.00"));
      assertThat(ford.worth(STARS.points(42_000), RoundingMode.DOWN))
          .isEqualTo(ExactMoney.parse("USD 210.00"));
    }

    @Test
    void theRoundingIsTheCallers() {
      assertThat(ford.worth(STARS.points(3), RoundingMode.DOWN))
          .isEqualTo(ExactMoney.parse("USD 0.01"));
      assertThat(ford.worth(STARS.points(3), RoundingMode.UP))
          .isEqualTo(ExactMoney.parse("USD 0.02"));
    }

    @Test
    void nothingForSomethingIsNoRate() {
      assertRefused(
          () -> PointRate.of(STARS.zero(), ExactMoney.parse("USD 1.00")), FailureCode.RANGE);
      assertRefused(
          () -> PointRate.of(STARS.points(1), ExactMoney.parse("USD 0")), FailureCode.RANGE);
      assertRefused(
          () -> ford.worth(MILES.points(1), RoundingMode.DOWN), FailureCode.TYPE_MISMATCH);
    }
  }

  private static void assertRefused(ThrowingCallable call, FailureCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidValueException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
