package dev.laurel.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The failures that a test expects. */
public final class Refused {
  private Refused() {}

  /** Checks that a value is refused with this code and a short message. */
  public static void refused(FailureCode code, ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOfSatisfying(InvalidValueException.class, failure -> {
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure).message().isNotBlank().hasSizeLessThanOrEqualTo(300);
    });
  }

  /** Checks that text does not parse, with this code and a short message. */
  public static void malformed(FailureCode code, ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOfSatisfying(MalformedInputException.class, failure -> {
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure).message().isNotBlank().hasSizeLessThanOrEqualTo(300);
    });
  }
}
