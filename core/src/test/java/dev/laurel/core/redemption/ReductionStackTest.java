package dev.laurel.core.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import java.math.RoundingMode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReductionStackTest {
  private static final Reduction TWENTY = new Reduction.Part("gold", Ratio.of(20, 100));
  private static final Reduction TEN = new Reduction.Part("spring", Ratio.of(10, 100));
  private static final Reduction VOUCHER = new Reduction.Amount("voucher", eur("30.00"));

  /** 100.00 - 20.00 - 8.00 - 30.00 = 42.00, in whatever order they are presented. */
  @Test
  void partsComeBeforeAmountsAndTheLargestFirst() {
    ReductionStack stack = stack("100.00", VOUCHER, TEN, TWENTY);

    assertThat(stack.payable()).isEqualTo(eur("42.00"));
    assertThat(stack.steps().stream().map(step -> step.granted()).toList())
        .containsExactly(eur("20.00"), eur("8.00"), eur("30.00"));
    assertThat(stack("100.00", TWENTY, VOUCHER, TEN)).isEqualTo(stack);
  }

  /** Bad input 40: rewards above the subtotal leave nothing to pay, and say what they got. */
  @Test
  void moreThanThePriceIsCappedWithItsTrace() {
    ReductionStack stack =
        stack("40.00", TWENTY, VOUCHER, new Reduction.Amount("points", eur("9.00")));

    assertThat(stack.payable()).isEqualTo(eur("0.00"));
    assertThat(stack.steps().get(2))
        .isEqualTo(new ReductionStack.Step(
            new Reduction.Amount("points", eur("9.00")), eur("9.00"), eur("2.00")));
    assertThat(stack.reduced()).isEqualTo(eur("40.00"));
  }

  @Test
  void nothingTakesNothing() {
    assertThat(stack("12.34").payable()).isEqualTo(eur("12.34"));
    assertThat(stack("0.00", TWENTY).payable()).isEqualTo(eur("0.00"));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertCode(() -> new Reduction.Part("much", Ratio.of(101, 100)), FailureCode.PERCENT_RANGE);
    assertCode(() -> new Reduction.Part("none", Ratio.of(-5, 100)), FailureCode.PERCENT_RANGE);
    assertCode(() -> new Reduction.Amount("none", eur("0.00")), FailureCode.LINE_NEGATIVE);
    assertCode(() -> stack("-1.00", TWENTY), FailureCode.LINE_NEGATIVE);
    assertCode(() -> stack("10.00", TWENTY, TWENTY), FailureCode.CONFIG_DUPLICATE);
    assertCode(
        () -> stack("10.00", new Reduction.Amount("usd", ExactMoney.parse("USD 1.00"))),
        FailureCode.MIXED_CURRENCY);
  }

  private static void assertCode(ThrowingCallable action, FailureCode code) {
    assertThatThrownBy(action)
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(code);
  }

  private static ReductionStack stack(String gross, Reduction... reductions) {
    return ReductionStack.of(eur(gross), List.of(reductions), RoundingMode.HALF_EVEN);
  }

  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }
}
