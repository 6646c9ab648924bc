package dev.laurel.journeys.attribution;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads paths in text whose names were all met before, eight characters at a time.
 *
 * <p>A name is looked up as it stands, with what is behind it up to the separator: the same
 * characters passed all checks before, so that none has to be made again. A path that cannot be
 * read so changes nothing; it is read name by name with all checks, and the first name that was not
 * known is learned. Names may be chosen to fill the table or to collide in it: they are read with
 * all checks ever after.
 */
final class KnownNames {
  static final int NOT_KNOWN = -1;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  /** 2^64 divided by the golden ratio: its products are spread well. */
  private static final long MIXING = 0x9e3779b97f4a7c15L;

  /** What ISO 8859-1 makes of characters that it does not have: no name with it is learned. */
  private static final byte FOREIGN = '?';

  private static final char LAST_OF_ASCII = '~';
  private static final int LONGEST_NAME = 1 << 8;
  private static final int LONGEST_PATH = 1 << 12;
  private static final int SLOT_BITS = 12;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int MOST_NAMES = SLOTS / 2;
  private static final int MOST_PROBES = 8;

  private final char between;
  private final long separators;

  /** The path that was read last, and a separator behind it. */
  private final byte[] line = new byte[LONGEST_PATH + 2 * Long.BYTES];

  /** By slot the code of a name plus 1, its first eight bytes, and where its further ones are. */
  private final int[] codes = new int[SLOTS];

  private final long[] heads = new long[SLOTS];
  private final int[] rests = new int[SLOTS];
  private long[] rest = new long[16];
  private int restEnd;
  private int names;

  /** Where the name begins that was not known, and how many names were before it. */
  private int unknown;

  private int before;

  KnownNames(char between) {
    this.between = between;
    this.separators = between * LOWEST_BITS;
  }

  /** Whether a path with this between its names can be read here: blanks and the like cannot be. */
  boolean isFor(String path, char separator) {
    return path.length() <= LONGEST_PATH
        && separator == between
        && separator > ' '
        && separator <= LAST_OF_ASCII
        && separator != FOREIGN;
  }

  /**
   * Writes the codes of a path's names and tells where they end; -1 if one of them is not known,
   * which {@link #learn} then learns.
   *
   * @param found with room for as many codes as the path can have
   */
  int read(String path, int[] found, int from) {
    byte[] text = path.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, line, 0, text.length);
    line[text.length] = (byte) between;
    int to = from;
    for (int begin = 0; begin <= text.length; begin++) {
      if (line[begin] != ' ' && line[begin] != between) {
        int lastAt = lastAt(begin);
        int code = code(begin, lastAt);
        if (code == NOT_KNOWN) {
          unknown = begin;
          before = to - from;
          return NOT_KNOWN;
        }
        found[to++] = code;
        begin = lastAt + (Long.numberOfTrailingZeros(ends(lastAt)) >>> 3);
      }
    }
    return to;
  }

  /** Learns the first name that was not known of the path that was read last. */
  void learn(int[] found, int from) {
    if (names == MOST_NAMES || !isLearnable()) {
      return;
    }
    int lastAt = lastAt(unknown);
    int slot = slot(unknown, lastAt);
    for (int probe = 0; probe < MOST_PROBES; probe++) {
      if (codes[slot] == 0) {
        codes[slot] = found[from + before] + 1;
        heads[slot] = word(unknown, lastAt);
        rests[slot] = restEnd;
        for (int at = unknown + Long.BYTES; at <= lastAt; at += Long.BYTES) {
          addToRest(word(at, lastAt));
        }
        names++;
        return;
      }
      slot = next(slot);
    }
  }

  /** Not if it begins with a control character, which may be white space, or holds foreign ones. */
  private boolean isLearnable() {
    int end = unknown;
    while (line[end] != between && line[end] != FOREIGN) {
      end++;
    }
    return line[end] == between
        && end - unknown <= LONGEST_NAME
        && Byte.toUnsignedInt(line[unknown]) > ' ';
  }

  private void addToRest(long word) {
    if (restEnd == rest.length) {
      rest = Arrays.copyOf(rest, 2 * restEnd);
    }
    rest[restEnd++] = word;
  }

  /** Where the last eight bytes begin of the name that begins here. */
  private int lastAt(int begin) {
    int at = begin;
    while (ends(at) == 0) {
      at += Long.BYTES;
    }
    return at;
  }

  /** Its lowest bit is the highest of the first separator in eight bytes; 0 if there is none. */
  private long ends(int at) {
    long others = word(at) ^ separators;
    return (others - LOWEST_BITS) & ~others & HIGHEST_BITS;
  }

  /** Eight bytes of a name; of the last ones those up to the separator, which tells NUL apart. */
  private long word(int at, int lastAt) {
    long ends = ends(at);
    return at < lastAt ? word(at) : word(at) & (ends ^ (ends - 1));
  }

  private long word(int at) {
    return (long) WORDS.get(line, at);
  }

  private int code(int begin, int lastAt) {
    long head = word(begin, lastAt);
    int slot = slot(begin, lastAt);
    for (int probe = 0; probe < MOST_PROBES && codes[slot] != 0; probe++) {
      if (heads[slot] == head && hasRest(rests[slot], begin, lastAt)) {
        return codes[slot] - 1;
      }
      slot = next(slot);
    }
    return NOT_KNOWN;
  }

  /** The last of a name's words alone has a separator: who differs in length differs in a word. */
  private boolean hasRest(int restAt, int begin, int lastAt) {
    int index = restAt;
    for (int at = begin + Long.BYTES; at <= lastAt; at += Long.BYTES) {
      if (rest[index++] != word(at, lastAt)) {
        return false;
      }
    }
    return true;
  }

  private int slot(int begin, int lastAt) {
    long hash = 0;
    for (int at = begin; at <= lastAt; at += Long.BYTES) {
      hash = (hash + word(at, lastAt)) * MIXING;
    }
    return (int) (hash >>> (Long.SIZE - SLOT_BITS));
  }

  private static int next(int slot) {
    return (slot + 1) & (SLOTS - 1);
  }
}
