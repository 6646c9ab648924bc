package dev.laurel.examples.output;

/** For whom a result is written. */
public enum OutputFormat {
  /** For people. */
  text,
  /** For machines. */
  json
}
