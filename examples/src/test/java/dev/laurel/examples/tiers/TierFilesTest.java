package dev.laurel.examples.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.json.JsonLine;
import dev.laurel.core.json.JsonLines;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.tiers.json.TiersJson;
import dev.laurel.tiers.membership.Crossing;
import dev.laurel.tiers.membership.LoyaltyProgram;
import java.io.ByteArrayInputStream;
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

/** The files that come with the jar say what the examples say in Java. */
class TierFilesTest {
  private static final LaurelJson JSON = TiersJson.standard();

  static Stream<Arguments> programs() {
    return Stream.of(
        Arguments.of("fordpass", FordPass.program()),
        Arguments.of("frequent-flyer", FrequentFlyer.program()),
        Arguments.of("hotel", HotelGuest.program()),
        Arguments.of("prime", Prime.program()),
        Arguments.of("starbucks", StarbucksRewards.program(Crossing.SPLIT_AT_THRESHOLD)));
  }

  static Stream<Arguments> lives() {
    StringBuilder story = new StringBuilder();
    return Stream.of(
        Arguments.of("fordpass", List.of(FordPass.ann(story))),
        Arguments.of("frequent-flyer", List.of(FrequentFlyer.eve(story), FrequentFlyer.kim(story))),
        Arguments.of("hotel", List.of(HotelGuest.max(story))),
        Arguments.of("prime", List.of(Prime.dan())),
        Arguments.of("starbucks", List.of(StarbucksRewards.bob(story))));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramAsDataIsTheProgramInJava(String name, LoyaltyProgram program) throws IOException {
    assertThat(JSON.read(resource(name + ".json"), LoyaltyProgram.class)).isEqualTo(program);
  }

  /** To publish a change: run with {@code -Dlaurel.lives.write=true}, and read the difference. */
  @ParameterizedTest
  @MethodSource("lives")
  void theLivesAreThoseOfTheStories(String name, List<Life> lives) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    JSON.writeLines(lives.stream().map(Life::told).toList(), lines);
    if (Boolean.getBoolean("laurel.lives.write")) {
      Files.write(
          Path.of("src/main/resources/dev/laurel/examples/tiers/" + name + ".lives.jsonl"),
          lines.toByteArray());
    }

    assertThat(new String(resource(name + ".lives.jsonl"), StandardCharsets.UTF_8))
        .isEqualTo(lines.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whatPrimeOpensAndWhatAppleServesAreDataToo() throws IOException {
    assertThat(JSON.read(resource("prime.catalog.json"), RewardCatalog.class))
        .isEqualTo(Prime.catalog());
    JsonLines<ServiceTerms> services = JSON.readLines(
        new ByteArrayInputStream(resource("apple.services.jsonl")), ServiceTerms.class);
    for (ServiceTerms terms : Apple.terms()) {
      assertThat(services.next()).isEqualTo(new JsonLine.Accepted<>(services.read(), terms));
    }
    assertThat(services.hasNext()).isFalse();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = FordPass.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
