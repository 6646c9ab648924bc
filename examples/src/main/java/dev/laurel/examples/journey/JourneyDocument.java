package dev.laurel.examples.journey;

import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.json.JsonLine;
import dev.laurel.core.json.JsonLines;
import dev.laurel.examples.intake.InputFailure;
import dev.laurel.journeys.json.JourneysJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Maps, weeks and offerings in files, each a JSON document of {@link JourneysJson}. */
final class JourneyDocument {
  private JourneyDocument() {}

  /** The value of a file; {@code what} names it in failures. */
  static <T> T read(String what, Path file, Class<T> type) {
    try (InputStream in = Files.newInputStream(file)) {
      return JourneysJson.standard().read(in, type);
    } catch (MalformedInputException failure) {
      throw invalid(what, failure.path(), String.valueOf(failure.getMessage()));
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(what, file);
    }
  }

  /** The values of a file of lines, of which each must make sense, or the picture would lie. */
  static <T> List<T> readLines(String what, Path file, Class<T> type) {
    List<T> values = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      JsonLines<T> lines = JourneysJson.standard().readLines(in, type);
      while (lines.hasNext()) {
        JsonLine<T> line = lines.next();
        if (line instanceof JsonLine.Accepted<T> accepted) {
          values.add(accepted.value());
        } else if (line instanceof JsonLine.Rejected<T> rejected) {
          throw invalid(what, "line " + line.number() + " " + rejected.path(), rejected.message());
        }
      }
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(what, file);
    }
    return values;
  }

  private static InputFailure invalid(String what, String path, String message) {
    return new InputFailure(
        InputFailure.Code.MAPPING_INVALID, what + ": " + path.strip() + ": " + message);
  }

  private static InputFailure unreadable(String what, Path file) {
    return new InputFailure(
        InputFailure.Code.INPUT_UNREADABLE, what + " must be readable: " + file);
  }
}
