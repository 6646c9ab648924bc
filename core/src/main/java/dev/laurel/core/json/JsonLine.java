package dev.laurel.core.json;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One line of a stream of documents: a value, or the reason why it is none. */
public sealed interface JsonLine<T> {
  /** The number of the line, from 1. */
  long number();

  /**
   * A line that was read.
   *
   * @param value what it says
   */
  record Accepted<T>(long number, T value) implements JsonLine<T> {
    /** A line and its value. */
    public Accepted {
      requireNonNull(value, "value");
    }
  }

  /** A line that was not read, with its bytes as they came. */
  final class Rejected<T> implements JsonLine<T> {
    private final long number;
    private final FailureCode code;
    private final String path;
    private final String message;
    private final byte[] original;

    Rejected(long number, FailureCode code, String path, String message, byte[] original) {
      this.number = number;
      this.code = code;
      this.path = path;
      this.message = message;
      this.original = original;
    }

    @Override
    public long number() {
      return number;
    }

    /** The stable name of the failure; LINE_TOO_LONG for a line of more than 1 MiB. */
    public FailureCode code() {
      return code;
    }

    /** The JSON path of the failure, empty for the line as a whole. */
    public String path() {
      return path;
    }

    /** The failure for people, at most 300 characters. */
    public String message() {
      return message;
    }

    /** The bytes of the line without its end; of a line that is too long the first 1 MiB. */
    public byte[] original() {
      return original.clone();
    }

    /** The same as text, in which bytes that are not UTF-8 are replaced. */
    public String text() {
      return new String(original, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rejected<?> that
          && number == that.number
          && code == that.code
          && path.equals(that.path)
          && message.equals(that.message)
          && Arrays.equals(original, that.original);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(number) + Arrays.hashCode(original);
    }

    /** The number, the code and the path; never the text, which may be about a person. */
    @Override
    public String toString() {
      return "line " + number + ": " + code + (path.isEmpty() ? "" : " at " + path);
    }
  }
}
