package dev.laurel.journeys.exchange;

import dev.laurel.core.failure.FailureCode;

/**
 * A row or an event that could not be taken into the log, such as line 17 with TIME_FORMAT.
 *
 * @param line the line of the file on which it begins, from 1
 * @param code the stable name of the failure
 * @param path the part that failed; empty where the row as a whole is meant
 * @param reason what was expected and found
 * @param original the text as it was read, or the attributes of an XES event; at most 1,000
 *     characters of it
 */
public record RejectedEvent(
    long line, FailureCode code, String path, String reason, String original) {
  /** The place and the code alone: the text may be about a person. */
  @Override
  public String toString() {
    return "line " + line + ": " + code;
  }
}
