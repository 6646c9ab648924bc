package dev.laurel.examples.cli;

import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Statement;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.intake.RejectsWriter;
import dev.laurel.examples.output.PrettyJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files of a run: {@code statements.txt} or {@code statements.jsonl}, {@code totals.json},
 * {@code rejects.csv}, and on demand {@code explanations.txt} or {@code explanations.jsonl}.
 *
 * <p>All but the totals is written while the run goes on, so that they need no memory.
 */
final class OutputFolder implements Recorder, AutoCloseable {
  private final Path folder;
  private final boolean isJson;
  private final PrintWriter statements;
  private final StatementText text;
  private final EffectText effectText;
  private final Writer rejectsFile;
  private final RejectsWriter rejects;
  private final Optional<PrintWriter> explanations;

  private OutputFolder(Path folder, boolean isJson, boolean explains, ProgramCalendar calendar)
      throws IOException {
    this.folder = folder;
    this.isJson = isJson;
    this.statements = new PrintWriter(writer("statements" + extension()));
    this.effectText = new EffectText(calendar);
    this.text = new StatementText(calendar, Integer.MAX_VALUE);
    this.rejectsFile = writer("rejects.csv");
    this.rejects = new RejectsWriter(rejectsFile);
    this.explanations = explains
        ? Optional.of(new PrintWriter(writer("explanations" + extension())))
        : Optional.empty();
  }

  static OutputFolder open(
      Path folder, boolean isJson, boolean explains, ProgramCalendar calendar) {
    try {
      Files.createDirectories(folder);
      return new OutputFolder(folder, isJson, explains, calendar);
    } catch (IOException failure) {
      throw unwritable(folder, failure);
    }
  }

  @Override
  public void rejected(RejectedRow row) {
    rejects.write(row);
  }

  @Override
  public void refused(Refused refused) {
    rejects.write(
        refused.line(), refused.code(), refused.id(), refused.reason(), refused.original());
  }

  @Override
  public void done(Effect effect) {
    explanations.ifPresent(out -> {
      if (isJson) {
        out.println(ReportJson.effect(effect));
      } else {
        effectText.print(effect, out);
      }
    });
  }

  @Override
  public void stands(Supplier<Statement> statement) {
    if (isJson) {
      statements.println(ReportJson.statement(statement.get()));
    } else {
      text.print(statement.get(), statements);
      statements.println();
    }
  }

  /** Writes the totals. */
  void write(RunResult result) {
    try (Writer totals = writer("totals.json")) {
      totals.write(PrettyJson.of(ReportJson.totals(result)));
      totals.write('\n');
    } catch (IOException failure) {
      throw unwritable(folder, failure);
    }
  }

  @Override
  public void close() {
    try {
      rejects.flush();
      rejectsFile.close();
      explanations.ifPresent(PrintWriter::close);
      statements.close();
      if (statements.checkError()) {
        throw new IOException("statements could not be written in full");
      }
    } catch (IOException failure) {
      throw unwritable(folder, failure);
    }
  }

  private String extension() {
    return isJson ? ".jsonl" : ".txt";
  }

  private BufferedWriter writer(String name) throws IOException {
    return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
  }

  private static Failure unwritable(Path folder, IOException failure) {
    return new Failure(
        Failure.Exit.OUTPUT,
        "OUTPUT_UNWRITABLE",
        "folder must be writable: " + folder + ": " + failure.getMessage());
  }
}
