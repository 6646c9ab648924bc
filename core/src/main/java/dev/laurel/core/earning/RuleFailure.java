package dev.laurel.core.earning;

import dev.laurel.core.failure.FailureCode;

/** That the user's own code failed, on its way to becoming a rejection. */
final class RuleFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  RuleFailure(FailureCode code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  FailureCode code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
