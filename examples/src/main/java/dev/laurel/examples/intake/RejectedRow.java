package dev.laurel.examples.intake;

import dev.laurel.core.failure.FailureCode;

/**
 * A row that is no transaction, such as line 17 with SCALE_EXCEEDED in {@code amount}.
 *
 * @param line the line of the file, counted from 1
 * @param code the stable name of the failure
 * @param path the field that failed; empty where the row as a whole is meant
 * @param reason what was expected and found
 * @param original the text as it was read; of a line that is too long its first 1,000 characters
 */
public record RejectedRow(
    long line, FailureCode code, String path, String reason, String original) {
  /** The same row, of which the field is told under the name of its file. */
  public RejectedRow under(String file) {
    return new RejectedRow(line, code, path.isEmpty() ? file : file + '.' + path, reason, original);
  }
}
