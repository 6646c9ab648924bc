package dev.laurel.examples.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of text in UTF-8. */
public final class OutputFile {
  private OutputFile() {}

  /** What goes into a file. */
  public interface Content {
    /** Writes it; does not close. */
    void to(Writer out) throws IOException;
  }

  /**
   * Writes a file anew.
   *
   * @throws OutputFailure if it cannot be written, or not in full
   */
  public static void write(Path file, Content content) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      content.to(out);
    } catch (IOException | UncheckedIOException failure) {
      throw new OutputFailure(file, failure);
    }
  }
}
