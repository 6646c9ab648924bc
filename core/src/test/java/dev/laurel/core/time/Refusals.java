package dev.laurel.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refused value and a refused text look like. */
final class Refusals {
  private Refusals() {}

  /** A value is refused with this code and path. */
  static void refuses(FailureCode code, String path, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(InvalidValueException.class, e -> {
      assertThat(e.code()).isEqualTo(code);
      assertThat(e.path()).isEqualTo(path);
      assertThat(e.getMessage()).contains(" must ").hasSizeLessThanOrEqualTo(300);
    });
  }

  /** A text is refused with this code. */
  static void refusesText(FailureCode code, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(MalformedInputException.class, e -> {
      assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
      assertThat(e.getMessage()).contains(" must ").hasSizeLessThanOrEqualTo(300);
    });
  }
}
