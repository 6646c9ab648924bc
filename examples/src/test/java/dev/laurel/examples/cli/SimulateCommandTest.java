package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three guests who pay 10 dollars whenever they come and never redeem. */
class SimulateCommandTest {
  private static final String POPULATION = """
      {"schemaVersion": 1, "firstDay": "2026-01-01", "joiners": [2, 1],
       "habits": [{"name": "regular", "weight": 1, "visits": 60, "spend": "USD 10.00",
         "spread": 0}]}
      """;

  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Shell guests(String... more) throws IOException {
    String[] all = new String[more.length + 5];
    all[0] = "simulate";
    all[1] = "--population";
    all[2] = file("population.json", POPULATION);
    all[3] = "--seed";
    all[4] = "7";
    System.arraycopy(more, 0, all, 5, more.length);
    return laurel(all);
  }

  /**
   * By hand from the visits, 33 and 75 of the first guest, 57 and 60 of the second, 20 of the
   * third: 330; 50 x 10 + 25 x 12 = 800; 50 x 10 + 7 x 12 = 584; 60 x 12 = 720; 200. So 330 + 584 =
   * 914, and 800 + 720 + 200 = 1,720; and 914 - 230 = 684, 684 + 1,720 - 1,446 = 958.
   */
  @Test
  void theYearsOfThreeGuestsAreWhatTheirVisitsMake() throws IOException {
    Shell shell = guests();

    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).isEqualTo("""
        starbucks with 3 members and seed 7
          Year from          members    still come        visits         spent       refused
          2026-01-01               2             2            90    USD 900.00             0
          2027-01-01               3             3           155   USD 1550.00             0
        Tiers of 'rewards' at the end of the year
                               Green          Gold       Reserve
          2026-01-01               1             1             0
          2027-01-01               1             2             0
        Stars, cost of what is issued at 1000 stars = USD 10.00
                              issued      redeemed       expired   outstanding          cost
          2026-01-01             914             0           230           684      USD 9.14
          2027-01-01           1,720             0         1,446           958     USD 17.20
        """);
  }

  @Test
  void theSameForMachines() throws IOException {
    JsonNode json = new ObjectMapper().readTree(guests("--format", "json").out());

    assertThat(json.at("/seed").asLong()).isEqualTo(7);
    assertThat(json.at("/years/1/tiers/1"))
        .hasToString("{\"ladder\":\"rewards\",\"level\":1,\"tier\":\"gold\",\"members\":2}");
    assertThat(json.at("/years/1/points/stars"))
        .hasToString(
            "{\"issued\":\"1720\",\"redeemed\":\"0\",\"expired\":\"1446\",\"outstanding\":\"958\","
                + "\"cost\":\"USD 17.20\"}");
  }

  @Test
  void theLivesCanBeReadAndToldToOtherPrograms() throws IOException {
    String lives = folder.resolve("lives.jsonl").toString();
    assertThat(guests("--lives", lives).exit()).isZero();

    assertThat(laurel(
                "statement",
                "--program",
                "starbucks",
                "--lives",
                lives,
                "--member",
                "s-1",
                "--as-of",
                "2026-12-31")
            .out())
        .contains("Tier: Gold")
        .contains("stars: 584")
        .endsWith("Lives: 3 read = 3 accepted + 0 rejected\n");
    assertThat(laurel("what-if", "--lives", lives, "--as-of", "2026-12-31").out())
        .contains("  Gold                    Green                                1\n")
        .contains("  Stars issued                       914           900           -14\n");
  }

  @Test
  void theTiersAreDrawn() throws IOException {
    Path chart = folder.resolve("chart.svg");

    assertThat(guests("--chart", chart.toString()).exit()).isZero();

    assertThat(Files.readString(chart))
        .contains("xmlns=\"http://www.w3.org/2000/svg\"")
        .contains(">Tiers of 'rewards' at the end of each year");
  }

  @ParameterizedTest
  @CsvSource({"starbucks, 260", "fordpass, 450", "hotel, 350", "frequent-flyer, 350"})
  void theProgramsOfTheJarComeWithTheirPopulations(String program, int members) {
    Shell shell = laurel("simulate", "--program", program);

    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).startsWith(program + " with " + members + " members and seed 20260101");
  }

  @Test
  void whatCannotBeSimulatedIsOneLineAndExitThree() throws IOException {
    Shell alone = laurel("simulate", "--program", "prime");
    assertThat(alone.exit()).isEqualTo(3);
    assertThat(alone.err()).startsWith("laurel: POPULATION_REQUIRED: ").hasLineCount(1);

    Shell habits =
        laurel("simulate", "--population", file("mixed.json", POPULATION.replace("60", "\"60\"")));
    assertThat(habits.exit()).isEqualTo(3);
    assertThat(habits.err())
        .startsWith("laurel: JSON_TYPE: file '")
        .contains(" at habits[0].visits: ")
        .hasLineCount(1);

    Path drivers = Path.of("src/main/resources/dev/laurel/examples/tiers/fordpass.population.json");
    Shell other = laurel("simulate", "--population", drivers.toString());
    assertThat(other.exit()).isEqualTo(3);
    assertThat(other.err()).startsWith("laurel: REFERENCE_UNKNOWN: ").hasLineCount(1);

    assertThat(guests("--chart", folder.toString()).exit()).isEqualTo(6);
    assertThat(guests("--seed", "x").exit()).isEqualTo(2);
  }
}
