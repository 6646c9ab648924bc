package dev.laurel.examples.cli;

/** A reason to end without a result; one line for people, and the exit code. */
final class Failure extends RuntimeException {
  /** The exit codes, beside 0 for success and 2 for a wrong command line. */
  enum Exit {
    /** A program, mapping or file of transactions that cannot be read. */
    INPUT(3),
    /** A member or an event that the run has not seen. */
    NOT_FOUND(4),
    /** Rows or requests were rejected, and {@code --strict} asks for none. */
    REJECTS(5),
    /** A folder or file that cannot be written. */
    OUTPUT(6),
    /** More members in one group than memory holds. */
    MEMORY(7),
    /** A mistake of the program itself. */
    BUG(70);

    private final int code;

    Exit(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Exit exit;

  Failure(Exit exit, String code, String message) {
    super(code + ": " + message);
    this.exit = exit;
  }

  Exit exit() {
    return exit;
  }
}
