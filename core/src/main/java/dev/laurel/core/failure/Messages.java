package dev.laurel.core.failure;

/** The bound on every message. */
final class Messages {
  private static final int LONGEST = 300;

  private Messages() {}

  static String bounded(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST - 3) + "...";
  }
}
