package dev.laurel.examples.cli;

/** For whom a result is written. */
enum OutputFormat {
  /** For people. */
  text,
  /** For machines. */
  json
}
