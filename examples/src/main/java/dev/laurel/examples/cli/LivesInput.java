package dev.laurel.examples.cli;

import dev.laurel.core.json.JsonLine;
import dev.laurel.core.json.JsonLines;
import dev.laurel.examples.intake.RejectsWriter;
import dev.laurel.examples.output.Figures;
import dev.laurel.examples.output.OutputFile;
import dev.laurel.tiers.json.TiersJson;
import dev.laurel.tiers.membership.WhatIf;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose lives a command looks at: one member on each line, read one after the other. */
final class LivesInput {
  private static final int MOST_TOLD = 20;

  @Option(
      names = "--lives",
      paramLabel = "FILE",
      description =
          "What was told about members, a JSON line each; those of the example if left" + " out.")
  private @Nullable Path lives;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Writes the lines that are no lives there, safe for spreadsheets.")
  private @Nullable Path rejects;

  /**
   * How many lines there were: read = accepted + rejected.
   *
   * @param read lines of the file
   * @param accepted lines that are lives
   * @param rejected lines that are not
   */
  record Counts(long read, long accepted, long rejected) {
    String text() {
      return "Lives: " + Figures.of(read) + " read = " + Figures.of(accepted) + " accepted + "
          + Figures.of(rejected) + " rejected";
    }
  }

  /** Whether the caller brings lives. */
  boolean isGiven() {
    return lives != null;
  }

  /**
   * Hands out the lives of the file, or those that belong to the program; of the lines that are
   * none the first are told on standard error.
   */
  Counts forEach(String program, Consumer<WhatIf.Life> to, PrintWriter err) {
    Path file = rejects;
    if (file == null) {
      return read(program, to, bad -> tell(bad, err));
    }
    Counts[] counts = {new Counts(0, 0, 0)};
    OutputFile.write(file, out -> {
      RejectsWriter writer = new RejectsWriter(out);
      counts[0] = read(program, to, bad -> {
        tell(bad, err);
        writer.write(bad.line(), bad.code(), bad.path(), bad.message(), bad.original());
      });
      writer.flush();
    });
    return counts[0];
  }

  /** When something last happened in any life; the file is read through for it. */
  Optional<Instant> last(String program) {
    Instant[] last = {Instant.MIN};
    Counts counts = read(
        program,
        life -> {
          Instant own = LivedLife.last(life);
          last[0] = own.isAfter(last[0]) ? own : last[0];
        },
        bad -> {});
    return counts.accepted() == 0 ? Optional.empty() : Optional.of(last[0]);
  }

  private Counts read(String program, Consumer<WhatIf.Life> to, Consumer<BadLine> rejected) {
    try (InputStream in = LoyaltyExample.lives(program, lives)) {
      JsonLines<WhatIf.Life> lines = TiersJson.standard().readLines(in, WhatIf.Life.class);
      while (hasNext(lines)) {
        JsonLine<WhatIf.Life> line = lines.next();
        if (line instanceof JsonLine.Accepted<WhatIf.Life> good) {
          to.accept(good.value());
        } else if (line instanceof JsonLine.Rejected<WhatIf.Life> bad) {
          rejected.accept(new BadLine(
              lines.rejected(),
              bad.number(),
              bad.code().name(),
              bad.path(),
              bad.message(),
              bad.text()));
        }
      }
      return new Counts(lines.read(), lines.accepted(), lines.rejected());
    } catch (IOException failure) {
      throw LoyaltyExample.unreadable("lives");
    }
  }

  private static boolean hasNext(JsonLines<WhatIf.Life> lines) {
    try {
      return lines.hasNext();
    } catch (UncheckedIOException failure) {
      throw LoyaltyExample.unreadable("lives");
    }
  }

  private static void tell(BadLine bad, PrintWriter err) {
    if (bad.count() <= MOST_TOLD) {
      err.println("line " + bad.line() + ": " + bad.code() + ": " + bad.message());
    } else if (bad.count() == MOST_TOLD + 1) {
      err.println("more lines are no lives; --rejects has all of them");
    }
    err.flush();
  }

  /** A line that is no life, the how-manieth of them, and why. */
  private record BadLine(
      long count, long line, String code, String path, String message, String original) {}
}
