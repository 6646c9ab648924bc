package dev.laurel.examples.intake;

/** A file that cannot be read at all, as opposed to a row that cannot. */
public final class InputFailure extends RuntimeException {
  /** What is wrong with the file. */
  public enum Code {
    /** There is no such file, or the system refuses to read it. */
    INPUT_UNREADABLE,
    /** A compressed file that grows beyond the limits, or answers over more time than is told. */
    INPUT_TOO_LARGE,
    /** The declared columns are not those of the file. */
    HEADER_MISMATCH,
    /** The declaration of the columns is wrong by itself. */
    MAPPING_INVALID
  }

  private static final long serialVersionUID = 1L;

  private final Code code;

  /** A failure of one file. */
  public InputFailure(Code code, String message) {
    super(message);
    this.code = code;
  }

  /** The stable name of the failure. */
  public Code code() {
    return code;
  }
}
