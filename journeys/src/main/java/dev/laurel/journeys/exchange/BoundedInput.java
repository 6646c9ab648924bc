package dev.laurel.journeys.exchange;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file, unpacked where the first ones say gzip, and no more than the terms allow.
 */
final class BoundedInput extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final ReadTerms terms;
  private final Counted packed;
  private final boolean isPacked;
  private long unpacked;

  private BoundedInput(InputStream in, Counted packed, boolean isPacked, ReadTerms terms) {
    super(in);
    this.packed = packed;
    this.isPacked = isPacked;
    this.terms = terms;
  }

  static BoundedInput of(InputStream raw, ReadTerms terms) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    boolean isPacked = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    Counted packed = new Counted(buffered);
    InputStream plain = isPacked ? new GZIPInputStream(packed, BUFFER) : packed;
    return new BoundedInput(plain, packed, isPacked, terms);
  }

  /** How many bytes were handed out. */
  long count() {
    return unpacked;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int more) {
    unpacked += more;
    if (!terms.admits(isPacked ? packed.count : Long.MAX_VALUE, unpacked)) {
      throw new MalformedInputException(
          FailureCode.INPUT_TOO_LARGE,
          "",
          "input must grow to at most " + terms.ratio() + " times its size and " + terms.bytes()
              + " bytes: " + packed.count + " bytes became " + unpacked);
    }
  }

  /** Counts the bytes as they come. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
