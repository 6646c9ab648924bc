package dev.laurel.core.failure;

/** The bound on every message: 300 characters, the last three of which say that it was cut. */
public final class Messages {
  private static final int LONGEST = 300;

  private Messages() {}

  /** The message, cut if it is longer than the bound. */
  public static String bounded(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST - 3) + "...";
  }
}
