package dev.laurel.examples.intake;

/**
 * How far a compressed file may grow.
 *
 * @param ratio the most bytes that one compressed byte may become, asked after the first MiB; real
 *     transactions reach 5 to 40, a crafted file 1,032
 * @param bytes the most bytes in all
 */
record InputLimits(int ratio, long bytes) {
  private static final long FREE = 1L << 20;

  static InputLimits standard() {
    return new InputLimits(200, 1L << 36);
  }

  boolean admits(long compressed, long grown) {
    return grown <= bytes && (grown <= FREE || grown / ratio <= compressed);
  }
}
