package dev.laurel.examples.cli;

import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.examples.tiers.FordPass;
import dev.laurel.tiers.json.TiersJson;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.simulation.Population;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The programs with ladders that come with the jar, and those that the caller brings. */
final class LoyaltyExample {
  static final ImmutableSortedSet<String> NAMES = ImmutableSortedSet.of(
      "fordpass", "frequent-flyer", "hotel", "prime", "starbucks", "starbucks-600");

  private LoyaltyExample() {}

  /** The program of a name that comes with the jar, or of a file. */
  static LoyaltyProgram program(String nameOrFile) {
    return read(
        "program '" + nameOrFile + "'",
        NAMES.contains(nameOrFile)
            ? resource(nameOrFile + ".json").orElseThrow()
            : file(Path.of(nameOrFile)),
        LoyaltyProgram.class);
  }

  /** The lives of a file, or those that belong to the program of a name. */
  static InputStream lives(String program, @Nullable Path file) {
    return file != null
        ? file(file)
        : own(program, ".lives.jsonl")
            .orElseThrow(() -> missing("LIVES_REQUIRED", program, "--lives"));
  }

  /** The ladder that a chart shows: the first of the program. */
  static LadderVersions drawn(LoyaltyProgram program) {
    return program.ladders().stream()
        .findFirst()
        .orElseThrow(() -> new Failure(
            Failure.Exit.INPUT, "LADDER_REQUIRED", "program must have tiers to be drawn"));
  }

  /** A document of a file. */
  static <T> T document(Path path, Class<T> type) {
    return read("file '" + path + "'", file(path), type);
  }

  /** The population that belongs to the program of a name, if there is one. */
  static Optional<Population> population(String program) {
    return own(program, ".population.json")
        .map(own -> read("population of " + program, own, Population.class));
  }

  /** The population of a file, or the one that belongs to the program of a name. */
  static Population population(String program, @Nullable Path file) {
    return file != null
        ? document(file, Population.class)
        : population(program)
            .orElseThrow(() -> missing("POPULATION_REQUIRED", program, "--population"));
  }

  private static Optional<InputStream> own(String program, String ending) {
    return NAMES.contains(program) ? resource(program + ending) : Optional.empty();
  }

  private static Failure missing(String code, String program, String option) {
    return new Failure(
        Failure.Exit.INPUT, code, "program '" + program + "' comes alone and needs " + option);
  }

  private static Optional<InputStream> resource(String name) {
    return Optional.ofNullable(FordPass.class.getResourceAsStream(name));
  }

  private static InputStream file(Path path) {
    try {
      return Files.newInputStream(path);
    } catch (IOException failure) {
      throw unreadable(path.toString());
    }
  }

  private static <T> T read(String what, InputStream from, Class<T> type) {
    try (InputStream in = from) {
      return TiersJson.standard().read(in, type);
    } catch (MalformedInputException failure) {
      throw wrong(what, failure.code(), failure.path(), failure);
    } catch (InvalidValueException failure) {
      throw wrong(what, failure.code(), failure.path(), failure);
    } catch (IOException | UncheckedIOException failure) {
      throw unreadable(what);
    }
  }

  /** What is made of what the caller brought; a failure of its own if it does not go together. */
  static <T> T checked(String what, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (InvalidValueException failure) {
      throw wrong(what, failure.code(), failure.path(), failure);
    }
  }

  private static Failure wrong(
      String what, FailureCode code, String path, RuntimeException failure) {
    String place = path.isEmpty() ? "" : " at " + path;
    return new Failure(Failure.Exit.INPUT, code.name(), what + place + ": " + failure.getMessage());
  }

  static Failure unreadable(String what) {
    return new Failure(Failure.Exit.INPUT, "INPUT_UNREADABLE", "file must be readable: " + what);
  }
}
