package dev.laurel.core.failure;

/**
 * Outside text that does not parse: JSON, a delimited row, a date.
 *
 * <p>The {@link #path()} is a JSON path such as {@code rules[2].formula.points}, or a place such as
 * {@code line 17}; the message holds at most a short escaped excerpt of the input.
 */
public final class MalformedInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final String path;

  /** A failure with its code, the place in the input and a message. */
  public MalformedInputException(FailureCode code, String path, String message) {
    super(Messages.bounded(message));
    this.code = code;
    this.path = path;
  }

  /** The stable name of the failure. */
  public FailureCode code() {
    return code;
  }

  /** The place in the input. */
  public String path() {
    return path;
  }
}
