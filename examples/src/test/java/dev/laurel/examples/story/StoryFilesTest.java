package dev.laurel.examples.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.draw.PrizeDraw;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.reward.RewardCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that come with the jar say what the stories say in Java. */
class StoryFilesTest {
  private static final LaurelJson JSON = LaurelJson.standard();

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("inside-edge.tickets.jsonl", InsideEdge.tickets()),
        Arguments.of("inside-edge.facts.jsonl", InsideEdge.known()),
        Arguments.of("mercedes-me.services.jsonl", MercedesMe.terms()),
        Arguments.of("mercedes-me.offers.jsonl", MercedesMe.offers()));
  }

  /** To publish a change: run with {@code -Dlaurel.lives.write=true}, and read the difference. */
  @ParameterizedTest
  @MethodSource("lines")
  void theLinesAreTheValuesOfTheStory(String name, List<?> values) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    JSON.writeLines(values, lines);
    if (Boolean.getBoolean("laurel.lives.write")) {
      Files.write(
          Path.of("src/main/resources/dev/laurel/examples/story/" + name), lines.toByteArray());
    }

    assertThat(new String(resource(name), StandardCharsets.UTF_8))
        .isEqualTo(lines.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theCatalogueAndTheDrawAreThoseOfTheStory() throws IOException {
    assertThat(JSON.read(resource("inside-edge.catalog.json"), RewardCatalog.class))
        .isEqualTo(InsideEdge.catalog());
    assertThat(JSON.read(resource("inside-edge.draw.json"), PrizeDraw.class))
        .isEqualTo(InsideEdge.may());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = InsideEdge.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
