package dev.laurel.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The code with which an action fails; every such failure is also checked for its bound. */
public final class Codes {
  private Codes() {}

  /** The code of the failure of this action. */
  public static FailureCode codeOf(ThrowingCallable action) {
    InvalidValueException failure = catchThrowableOfType(InvalidValueException.class, action);
    assertThat(failure).as("an InvalidValueException").isNotNull();
    assertThat(failure.getMessage()).hasSizeLessThanOrEqualTo(300);
    return failure.code();
  }
}
