package dev.laurel.journeys.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.junit.jupiter.api.Test;

class TouchpointTest {
  @Test
  void aTouchpointReadsAsItsCode() {
    Touchpoint drive = new Touchpoint("test-drive", "Test drive", Touchpoint.Kind.ACTION);

    assertThat(drive).hasToString("test-drive");
    assertThat(drive.kind()).isEqualTo(Touchpoint.Kind.ACTION);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new Touchpoint("Test drive", "x", Touchpoint.Kind.ACTION))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.ID_INVALID));
    assertThatThrownBy(() -> new Touchpoint("x", "", Touchpoint.Kind.ACTION))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.TEXT_INVALID));
    assertThatNullPointerException().isThrownBy(() -> new Touchpoint("x", "X", null));
  }
}
