package dev.laurel.examples.intake;

import dev.laurel.core.failure.FailureCode;

/** Why one row is rejected; it stays inside the package. */
final class RowFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final String path;

  RowFailure(FailureCode code, String path, String message) {
    // A file may hold a million bad rows: no stack trace is ever looked at.
    super(message, null, false, false);
    this.code = code;
    this.path = path;
  }

  FailureCode code() {
    return code;
  }

  String path() {
    return path;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
