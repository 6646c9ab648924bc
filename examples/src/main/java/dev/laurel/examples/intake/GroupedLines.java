package dev.laurel.examples.intake;

import dev.laurel.examples.output.OutputFailure;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines with their numbers, told apart by groups and kept in one temporary file.
 *
 * <p>Each group fills pages of its own, of which memory holds the last: 100 groups need 400 KB,
 * however many lines they have. The file is for its owner's eyes alone, where the system knows such
 * rights, and gone once it is closed.
 */
final class GroupedLines implements AutoCloseable {
  private static final int LARGEST_PAGE = 4_096;
  private static final int SMALLEST_PAGE = 256;
  private static final int ALL_LAST_PAGES = 1 << 24;

  private final Path path;
  private final FileChannel file;
  private final @Nullable Group[] groups;
  private final int pageSize;
  private long end;

  private GroupedLines(Path path, FileChannel file, int count) {
    this.path = path;
    this.file = file;
    this.groups = new Group[count];
    this.pageSize = Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, ALL_LAST_PAGES / count));
  }

  /**
   * So many groups without a line.
   *
   * @throws OutputFailure if there is no room for a temporary file
   */
  static GroupedLines open(int count) {
    Path path = Path.of("temporary file");
    try {
      path = Files.createTempFile("laurel-", ".rows");
      return new GroupedLines(
          path,
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE),
          count);
    } catch (IOException failure) {
      throw new OutputFailure(path, failure);
    }
  }

  /**
   * Adds a line of well-formed text to the end of a family, in the group of its number.
   *
   * @throws OutputFailure if there is no room for it
   */
  void add(int family, long number, String text) {
    int group = Math.floorMod(family, groups.length);
    Group own = groups[group];
    if (own == null) {
      own = new Group();
      groups[group] = own;
    }
    try {
      own.add(family, number, text);
    } catch (IOException failure) {
      throw new OutputFailure(path, failure);
    }
  }

  /** The lines of a group, family by family, each in the order in which they were added. */
  Lines of(int group) throws IOException {
    Group own = groups[group];
    if (own == null) {
      return new Lines(List.of());
    }
    DataInputStream in = new DataInputStream(new Pages(own));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < own.lineCount; i++) {
      lines.add(Line.from(in));
    }
    lines.sort(Comparator.comparingInt(Line::family));
    return new Lines(lines);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw new OutputFailure(path, failure);
    }
  }

  /** A line as it is kept. */
  private record Line(int family, long number, String text) {
    static Line from(DataInputStream in) throws IOException {
      int family = in.readInt();
      long number = in.readLong();
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      return new Line(family, number, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** A way through the lines of one group. */
  static final class Lines {
    private final List<Line> lines;
    private int current = -1;

    private Lines(List<Line> lines) {
      this.lines = lines;
    }

    /** Goes to the next line, and says whether there is one. */
    boolean next() {
      current++;
      return current < lines.size();
    }

    long number() {
      return lines.get(current).number();
    }

    String text() {
      return lines.get(current).text();
    }

    boolean isLastOfFamily() {
      return current + 1 == lines.size()
          || lines.get(current + 1).family() != lines.get(current).family();
    }
  }

  /** The lines of one group as bytes: full pages in the file, and one that is being filled. */
  private final class Group extends OutputStream {
    private final byte[] page = new byte[pageSize];
    private final DataOutputStream out = new DataOutputStream(this);
    private int filled;
    private long[] pages = new long[4];
    private int pageCount;
    private int lineCount;

    void add(int family, long number, String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(family);
      out.writeLong(number);
      out.writeInt(bytes.length);
      out.write(bytes);
      lineCount++;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      int left = length;
      while (left > 0) {
        if (filled == pageSize) {
          turnPage();
        }
        int part = Math.min(left, pageSize - filled);
        System.arraycopy(bytes, from, page, filled, part);
        filled += part;
        from += part;
        left -= part;
      }
    }

    private void turnPage() throws IOException {
      if (pageCount == pages.length) {
        pages = Arrays.copyOf(pages, 2 * pageCount);
      }
      pages[pageCount] = end;
      pageCount++;
      ByteBuffer full = ByteBuffer.wrap(page);
      while (full.hasRemaining()) {
        end += file.write(full, end);
      }
      filled = 0;
    }
  }

  /** The bytes of one group, page by page. */
  private final class Pages extends InputStream {
    private final Group group;
    private int next;
    private ByteArrayInputStream page = new ByteArrayInputStream(new byte[0]);

    Pages(Group group) {
      this.group = group;
    }

    @Override
    public int read() throws IOException {
      return turns() ? page.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return turns() ? page.read(bytes, offset, length) : -1;
    }

    /** Whether there is a byte, on this page or the next. */
    private boolean turns() throws IOException {
      if (page.available() == 0 && next <= group.pageCount) {
        page = next < group.pageCount
            ? new ByteArrayInputStream(fromFile(group.pages[next]))
            : new ByteArrayInputStream(group.page, 0, group.filled);
        next++;
      }
      return page.available() > 0;
    }

    private byte[] fromFile(long position) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(pageSize);
      while (buffer.hasRemaining()) {
        if (file.read(buffer, position + buffer.position()) < 0) {
          throw new IOException("temporary file must keep what was written");
        }
      }
      return buffer.array();
    }
  }
}
