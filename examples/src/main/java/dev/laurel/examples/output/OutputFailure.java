package dev.laurel.examples.output;

import java.nio.file.Path;

/** A file that cannot be written. */
public final class OutputFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure of this file. */
  public OutputFailure(Path file, Exception cause) {
    super("file must be writable: " + file, cause);
  }
}
