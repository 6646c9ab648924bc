package dev.laurel.core.json;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, one document on each, read as they are asked for.
 *
 * <p>Nothing is lost: {@link #read()} is the sum of {@link #accepted()} and {@link #rejected()} at
 * any time. Lines end with a line feed; one of more than 1 MiB is rejected and skipped, so that
 * memory stays bounded. An empty line is rejected as well. The stream is the caller's to close.
 */
public final class JsonLines<T> implements Iterator<JsonLine<T>> {
  static final int LONGEST_LINE = 1 << 20;

  private final InputStream in;
  private final Function<byte[], T> reader;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int until;
  private long accepted;
  private long rejected;
  private @Nullable JsonLine<T> ahead;

  JsonLines(InputStream in, Function<byte[], T> reader) {
    this.in = in;
    this.reader = reader;
  }

  /** How many lines were handed out. */
  public long read() {
    return accepted + rejected;
  }

  /** How many of them were values. */
  public long accepted() {
    return accepted;
  }

  /** How many of them were not. */
  public long rejected() {
    return rejected;
  }

  /**
   * Whether there is another line.
   *
   * @throws UncheckedIOException if the stream cannot be read
   */
  @Override
  public boolean hasNext() {
    if (ahead == null) {
      try {
        ahead = line(read() + 1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ahead != null;
  }

  /**
   * The next line.
   *
   * @throws UncheckedIOException if the stream cannot be read
   */
  @Override
  public JsonLine<T> next() {
    JsonLine<T> line = hasNext() ? ahead : null;
    if (line == null) {
      throw new NoSuchElementException("there must be another line");
    }
    ahead = null;
    if (line instanceof JsonLine.Accepted) {
      accepted++;
    } else {
      rejected++;
    }
    return line;
  }

  private @Nullable JsonLine<T> line(long number) throws IOException {
    if (!hasMore()) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean isTooLong = false;
    boolean isComplete = false;
    while (!isComplete && hasMore()) {
      int from = next;
      while (next < until && buffer[next] != '\n') {
        next++;
      }
      int kept = Math.min(next - from, LONGEST_LINE - bytes.size());
      bytes.write(buffer, from, kept);
      isTooLong |= kept < next - from;
      isComplete = next < until;
    }
    // Past the line feed; at the end of the stream there is none, and nothing that would be read.
    next++;
    return line(number, isTooLong, bytes.toByteArray());
  }

  /** Whether the buffer has a byte that was not read, filled again where needed. */
  private boolean hasMore() throws IOException {
    if (next >= until && until >= 0) {
      next = 0;
      until = in.read(buffer);
    }
    return next < until;
  }

  private JsonLine<T> line(long number, boolean isTooLong, byte[] original) {
    if (isTooLong) {
      String rule = "line " + number + " must be at most " + LONGEST_LINE + " bytes long";
      return new JsonLine.Rejected<>(number, FailureCode.LINE_TOO_LONG, "", rule, original);
    }
    try {
      return new JsonLine.Accepted<>(number, reader.apply(original));
    } catch (MalformedInputException e) {
      String message = String.valueOf(e.getMessage());
      return new JsonLine.Rejected<>(number, e.code(), e.path(), message, original);
    }
  }
}
