package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyCommandsTest {
  private static final String MAP = """
      {"schemaVersion": 1, "id": "shop", "name": "Shop", "goal": "a thing",
       "persona": {"id": "buyer", "name": "Buyer",
                   "evidence": {"type": "assumed", "source": "workshop"}},
       "stages": {"name": "Ours", "stages": [{"id": "discover", "name": "Discover"},
                                             {"id": "buy", "name": "Buy"}]},
       "flow": {"type": "in-order", "parts": [
         {"type": "one", "step": {"stage": "discover",
           "touchpoint": {"type": "action", "id": "look", "name": "look"}}},
         {"type": "maybe", "part": {"type": "one", "step": {"stage": "discover",
           "touchpoint": {"type": "action", "id": "compare", "name": "compare"},
           "expectedEmotion": -1}}},
         {"type": "one", "step": {"stage": "buy", "moment": "FIRST",
           "touchpoint": {"type": "action", "id": "pay", "name": "pay", "channels": ["app"]}}}]}}
      """;

  @TempDir
  private Path folder;

  private String events() throws IOException {
    return Files.writeString(folder.resolve("events.csv"), """
        journey,touchpoint,at,via,state
        one,look,2026-03-01T09:00:00Z,app,ok
        one,pay,2026-03-01T09:05:00Z,app,failed
        two,pay,2026-03-01T09:00:00Z,shop,ok
        two,chat,2026-03-01T09:01:00Z,shop,ok
        two,buy
        """).toString();
  }

  private String map(String json) throws IOException {
    return Files.writeString(folder.resolve("map.json"), json).toString();
  }

  @Test
  void aMapIsHeldAgainstTheEventsByStepAndChannel() throws IOException {
    Shell shell =
        laurel("journey", events(), "--channel", "via", "--status", "state", "--map", map(MAP));

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .contains("5 events read = 4 accepted + 1 rejected; 2 journeys")
        .contains("1 ROW_REJECTED")
        .contains("look > pay")
        .contains("exactly as designed: 50.0 % (9.5 % to 90.5 %)");
    assertThat(shell.out().lines().map(line -> line.trim().replaceAll(" +", " ")))
        .contains("look 1 1 0 0 0", "pay 2 0 0 0 1", "chat 0 0 1 0 0", "shop 1 0 1 0 0");
  }

  @Test
  void whatWasDoneIsDrawn() throws IOException {
    Path picture = folder.resolve("map.svg");
    Path process = folder.resolve("process.svg");

    assertThat(laurel(
                "journey",
                events(),
                "--map",
                map(MAP),
                "--picture",
                picture.toString(),
                "--process",
                process.toString())
            .exit())
        .isZero();
    assertThat(Files.readString(picture))
        .contains("<svg ", "first moment of truth", "100 % took it", "optional")
        .contains("2 journeys: 50.0 % exactly as designed");
    assertThat(Files.readString(process))
        .contains("<svg ", ">start<", ">look<", "1 \u00b7 5.0 min");
  }

  @Test
  void aConnectedProcessMapSaysWhatIsLeftOut() throws IOException {
    Path process = folder.resolve("connected.svg");

    assertThat(laurel(
                "journey",
                events(),
                "--process",
                process.toString(),
                "--arrows",
                "1",
                "--connected")
            .exit())
        .isZero();
    assertThat(Files.readString(process)).contains("<svg ", ">look<", ">start<", ">end<");
  }

  @Test
  void aPictureThatCannotBeDrawnIsSaidSo() throws IOException {
    assertThat(laurel("journey", events(), "--picture", "map.svg"))
        .matches(shell -> shell.exit() == 2 && shell.err().contains("--map"));
    assertThat(
            laurel("journey", events(), "--process", "p.svg", "--arrows", "0").exit())
        .isEqualTo(2);
    assertThat(laurel("journey", events(), "--process", folder.toString()))
        .matches(shell -> shell.exit() == 6 && shell.err().contains("OUTPUT_UNWRITABLE"));
  }

  @Test
  void theTouchpointsThatMakeOrBreakJourneysAreToldWithAGoal() throws IOException {
    String[] command = {
      "journey", events(), "--channel", "via", "--status", "state", "--map", map(MAP)
    };
    String[] withGoal = java.util.Arrays.copyOf(command, command.length + 2);
    withGoal[command.length] = "--goal";
    withGoal[command.length + 1] = "pay";

    assertThat(laurel(command).out()).doesNotContain("Moments of truth");
    assertThat(laurel(withGoal).out())
        .contains("Moments of truth on the way to pay")
        .contains("proven and not declared: none")
        .contains("Shop: 2 journeys, 4 touchpoints")
        .contains("effect: missing, too few journeys with it or without it");
    withGoal[command.length + 1] = " ";
    assertThat(laurel(withGoal).exit()).isEqualTo(3);
  }

  @Test
  void eventsMayBeJsonLines() throws IOException {
    Path file = folder.resolve("events.jsonl");
    Files.writeString(file, """
        {"schemaVersion":1,"journey":"one","touchpoint":"look","at":"2026-03-01T09:00:00Z"}
        {"schemaVersion":1,"journey":"one","touchpoint":"pay","at":"2026-03-01T09:05:00Z"}
        {"schemaVersion":1,"journey":"one","at":"2026-03-01T09:05:00Z"}
        """);

    assertThat(laurel("journey", file.toString(), "--map", map(MAP)).out())
        .contains("3 events read = 2 accepted + 1 rejected; 1 journeys", "1 REQUIRED", "look > pay")
        .contains("exactly as designed: 100.0 %");
  }

  @Test
  void aFunnelSaysItsRulesAndItsIntervals() throws IOException {
    Shell shell = laurel("funnel", events(), "--steps", "look,pay", "--window", "PT5M");

    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).contains("100.0 % (20.7 % to 100.0 %)").contains("within PT5M");
    assertThat(laurel("funnel", events(), "--steps", "pay,look").out()).contains("0.0 %");
  }

  @Test
  void whatCannotBeReadIsOneLine() throws IOException {
    assertThat(laurel("journey", folder.resolve("none.csv").toString()))
        .matches(shell -> shell.exit() == 3 && shell.err().lines().count() == 1);
    assertThat(laurel("journey", events(), "--at", "when").err()).contains("'when'");
    assertThat(laurel("journey", events(), "--map", map("{}")).err()).contains("MAPPING_INVALID");
    assertThat(laurel("journey", events(), "--map", map(MAP.replace("goal", "gaol")))
            .err())
        .contains("gaol");
    assertThat(laurel(
                "journey",
                events(),
                "--map",
                map(MAP.replace("\"stage\": \"discover\"", "\"stage\": \"nowhere\"")))
            .exit())
        .isEqualTo(3);
    assertThat(laurel("funnel", events()).exit()).isEqualTo(2);
    assertThat(laurel("funnel", events(), "--steps", "a,b", "--as-of", "soon").exit())
        .isEqualTo(3);
  }

  /** The planted story of the shop: some payments fail, and their journeys with them. */
  @Nested
  class TheShop {
    private String[] shop(String command, String... more) {
      Path file = Path.of("..", "..", "shared", "data", "ecommerce_events.csv.gz");
      Assumptions.assumeTrue(Files.exists(file), "shop log is not at hand: ../shared/data");
      String[] all = {
        command,
        file.toString(),
        "--journey",
        "session_id",
        "--touchpoint",
        "event",
        "--at",
        "timestamp",
        "--zone",
        "Z"
      };
      String[] arguments = java.util.Arrays.copyOf(all, all.length + more.length);
      System.arraycopy(more, 0, arguments, all.length, more.length);
      return arguments;
    }

    @Test
    void theIncidentIsFoundWithItsInterval() {
      Shell shell = laurel(
          shop("funnel", "--steps", "add_to_cart,cart,shipping_details,payment_details,purchase"));

      assertThat(shell.err()).isEmpty();
      assertThat(shell.out())
          .contains("31,106 events read = 31,106 accepted + 0 rejected; 3,605 journeys")
          .contains(
              "(association, not cause):\n  of those at payment_details, payment_error: 11 of 95 with, 459 of 537 without:"
                  + " -73.9 points (-79.")
          .contains("q < 0.0001");
      assertThat(shell.out().lines().map(line -> line.replaceAll(" +", " ")))
          .anyMatch(line -> line.startsWith("purchase 36 29.8 %"));
    }

    /** Nobody names the incident: it is not on the map, and found among those who could meet it. */
    @Test
    void theIncidentIsFoundWithoutBeingNamed() throws IOException {
      String checkout = """
          {"schemaVersion": 1, "id": "checkout", "name": "Checkout", "goal": "a thing",
           "persona": {"id": "buyer", "name": "Buyer",
                       "evidence": {"type": "assumed", "source": "workshop"}},
           "stages": {"name": "Ours", "stages": [{"id": "buy", "name": "Buy"}]},
           "flow": {"type": "in-order", "parts": [%s]}}
          """.formatted(
              Stream.of("add_to_cart", "cart", "shipping_details", "payment_details", "purchase")
                  .map("""
                      {"type": "one", "step": {"stage": "buy",
                       "touchpoint": {"type": "action", "id": "%1$s", "name": "%1$s"}}}
                      """::formatted)
                  .collect(Collectors.joining(",")));
      Shell shell =
          laurel(shop("journey", "--map", map(checkout), "--goal", "purchase", "--top", "3"));

      assertThat(shell.err()).isEmpty();
      assertThat(shell.out())
          .contains("(association, not cause):\n  breaks journeys: payment_error, "
              + "11 of 95 with, 459 of 537 without: -73.9 points (-79.6 to -65.3), q < 0.0001")
          .contains("proven and not declared: payment_error, ")
          .contains("Checkout: 3605 journeys, 19 touchpoints")
          .contains("and 16 more");
    }

    @Test
    void theWaysOfTheShopAreTold() {
      assertThat(laurel(shop("journey", "--top", "3")).out())
          .contains("ways; the first 3 cover")
          .contains("What most often follows what");
    }
  }
}
