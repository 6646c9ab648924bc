package dev.laurel.metrics.score;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes looked at as the lanes of one 64-bit number. */
final class ByteLanes {
  /** Reads the eight answers from an index on. */
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** One in each lane. */
  static final long EACH = 0x0101010101010101L;

  /** The top bit of each lane. */
  static final long TOPS = 0x8080808080808080L;

  static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
  static final long EVEN_PAIRS = 0x0001000100010001L;

  /** The bytes looked at in one go: each of 8 lanes of a sum holds at most 255 single bits. */
  static final int BLOCK = 255 * Long.BYTES;

  private ByteLanes() {}

  static long sumOfBytes(long eight) {
    long pairs = (eight & EVEN_BYTES) + ((eight >>> 8) & EVEN_BYTES);
    return (pairs * EVEN_PAIRS) >>> 48;
  }
}
