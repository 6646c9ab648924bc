package dev.laurel.examples.cli;

import com.google.common.io.Resources;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.program.Program;
import dev.laurel.examples.intake.ColumnMapping;
import dev.laurel.examples.intake.TransactionReader;
import dev.laurel.examples.programs.DealerNetwork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The programs that come with the jar, and those that the caller brings. */
final class Example {
  static final List<String> NAMES = List.of("dealer", "fordpass", "starbucks", "cdnow");

  private static final String FOLDER = "dev/laurel/examples/";

  private Example() {}

  /** The program of a name that comes with the jar, or of a file. */
  static Program program(String nameOrFile) {
    String json = NAMES.contains(nameOrFile) ? json(nameOrFile) : file(Path.of(nameOrFile));
    try {
      return LaurelJson.standard().read(json, Program.class);
    } catch (MalformedInputException failure) {
      throw wrongProgram(nameOrFile, failure.code().name(), failure.path(), failure);
    } catch (InvalidValueException failure) {
      throw wrongProgram(nameOrFile, failure.code().name(), failure.path(), failure);
    }
  }

  /** The document of a program that comes with the jar. */
  static String json(String name) {
    return resource(name + ".json").orElseThrow();
  }

  /** The columns of the caller's file, or those that belong to the example. */
  static ColumnMapping mapping(String program, Optional<Path> mapping) {
    if (mapping.isPresent()) {
      return ColumnMapping.parse(file(mapping.get()));
    }
    return resource(program + ".mapping.json")
        .map(ColumnMapping::parse)
        .orElseThrow(() -> new Failure(
            Failure.Exit.INPUT,
            "MAPPING_REQUIRED",
            "a program of one's own needs --mapping beside --transactions"));
  }

  /** The transactions of the caller's file, or those that belong to the example. */
  static Supplier<TransactionReader> transactions(
      String program, Optional<Path> file, ColumnMapping mapping) {
    if (file.isPresent()) {
      return () -> TransactionReader.open(file.get(), mapping);
    }
    byte[] text = program.equals("dealer")
        ? dealerNetwork()
        : resource(program + ".csv")
            .orElseThrow(() -> new Failure(
                Failure.Exit.INPUT,
                "TRANSACTIONS_REQUIRED",
                "program '" + program + "' comes without data and needs --transactions"))
            .getBytes(StandardCharsets.UTF_8);
    return () -> TransactionReader.of(program, new ByteArrayInputStream(text), mapping);
  }

  private static byte[] dealerNetwork() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 22);
    try (OutputStreamWriter out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      DealerNetwork.standard().write(out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static Optional<String> resource(String name) {
    URL url = Example.class.getClassLoader().getResource(FOLDER + name);
    if (url == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Resources.toString(url, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String file(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException failure) {
      throw new Failure(Failure.Exit.INPUT, "INPUT_UNREADABLE", "file must be readable: " + path);
    }
  }

  private static Failure wrongProgram(
      String name, String code, String path, RuntimeException failure) {
    String place = path.isEmpty() ? "" : " at " + path;
    return new Failure(
        Failure.Exit.INPUT, code, "program '" + name + "'" + place + ": " + failure.getMessage());
  }
}
