package dev.laurel.examples.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * The text of a file, unpacked where its first bytes say gzip.
 *
 * <p>A byte order mark wins over the declared charset. Bytes that the charset does not know become
 * U+FFFD, by which the reader of rows knows them.
 */
final class InputText {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private InputText() {}

  static Reader open(InputStream raw, Charset declared, InputLimits limits) throws IOException {
    BufferedInputStream plain = new BufferedInputStream(unpacked(raw, limits), BUFFER);
    Charset charset = passMark(plain, declared);
    return new InputStreamReader(
        plain,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static InputStream unpacked(InputStream raw, InputLimits limits) throws IOException {
    Counted packed = new Counted(new BufferedInputStream(raw, BUFFER));
    byte[] first = peek(packed.inner(), 2);
    boolean isGzip =
        first.length == 2 && (first[0] & 0xff) == GZIP_FIRST && (first[1] & 0xff) == GZIP_SECOND;
    return isGzip
        ? new Bounded(new GZIPInputStream(packed, BUFFER), packed, limits)
        : packed.inner();
  }

  private static Charset passMark(BufferedInputStream in, Charset declared) throws IOException {
    byte[] first = peek(in, 3);
    if (startsWith(first, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    if (startsWith(first, 0xff, 0xfe)) {
      in.skipNBytes(2);
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(first, 0xfe, 0xff)) {
      in.skipNBytes(2);
      return StandardCharsets.UTF_16BE;
    }
    return declared;
  }

  private static byte[] peek(BufferedInputStream in, int count) throws IOException {
    in.mark(count);
    byte[] first = in.readNBytes(count);
    in.reset();
    return first;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    boolean same = bytes.length >= mark.length;
    for (int i = 0; same && i < mark.length; i++) {
      same = (bytes[i] & 0xff) == mark[i];
    }
    return same;
  }

  /** Counts the compressed bytes that were taken. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(BufferedInputStream in) {
      super(in);
    }

    BufferedInputStream inner() {
      return (BufferedInputStream) in;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }

  /** Stops a file that grows beyond the limits. */
  private static final class Bounded extends FilterInputStream {
    private final Counted packed;
    private final InputLimits limits;
    private long grown;

    Bounded(InputStream in, Counted packed, InputLimits limits) {
      super(in);
      this.packed = packed;
      this.limits = limits;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      grow(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      grow(Math.max(0, read));
      return read;
    }

    private void grow(int more) {
      grown += more;
      if (!limits.admits(packed.count, grown)) {
        throw new InputFailure(
            InputFailure.Code.INPUT_TOO_LARGE,
            "compressed input must grow to at most " + limits.ratio() + " times its size and "
                + limits.bytes() + " bytes: " + packed.count + " bytes became " + grown);
      }
    }
  }
}
