package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.reward.Availability;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.BenefitId;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.reward.RewardCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bob buys for 495 dollars, for 10, and for 10 on a double-star day. */
class WhatIfCommandTest {
  private static final Path LIVES =
      Path.of("src/main/resources/dev/laurel/examples/tiers/starbucks.lives.jsonl");

  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Shell bob(String... more) {
    return laurel(Stream.concat(
            Stream.of("what-if", "--lives", LIVES.toString(), "--as-of", "2026-03-31"),
            Arrays.stream(more))
        .toArray(String[]::new));
  }

  /** Treats for Gold, and Wi-Fi for all. */
  private String benefits() throws IOException {
    RewardCatalog catalog = RewardCatalog.of(
        benefit("treat", "Birthday treat", Condition.segment(Segment.of("gold"))),
        benefit("wifi", "Wi-Fi", Condition.always()));
    return file("benefits.json", LaurelJson.standard().write(catalog));
  }

  private static Benefit benefit(String id, String name, Condition who) {
    Benefit.Builder benefit = Benefit.builder().id(BenefitId.of(id)).name(name);
    benefit.reward(new Reward.Privilege(name)).availability(Availability.standing());
    return benefit.eligibility(who).build();
  }

  /**
   * Scenario 22: now 495 + 5 + 5 x 1.2 = 506, and 10 + 2 + 10 = 22 as Gold are 528; then 505, and
   * 10 + 10 as Green are 525. 3 stars less at 10 dollars for 1,000 are 3 cents.
   */
  @Test
  void oneMemberLosesATierThreeStarsAndATreat() throws IOException {
    Shell shell = bob("--member", "bob", "--benefits", benefits());

    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).isEqualTo("""
        What if starbucks were starbucks-600? At the end of 2026-03-31
        Lives: 1 read = 1 accepted + 0 rejected
        What is different
          rewards.rungs.gold.enter: was 500 stars, is 600 stars
          rewards.rungs.gold.stay: was 500 stars, is 600 stars
          rewards.rungs.gold.reenter: was 500 stars, is 600 stars
          rewards.rungs.reserve.enter: was 2500 stars, is 3000 stars
          rewards.rungs.reserve.stay: was 2500 stars, is 3000 stars
          rewards.rungs.reserve.reenter: was 2500 stars, is 3000 stars
        Members: 1, of whom 1 would have something else
        Refused events: 0 now, 0 then
        Tiers of 'rewards'
          now                     then                           members
          Gold                    Green                                1
        Points
                                             now          then    difference
          Stars issued                       528           525            -3
            there at the end                 528           525            -3
            expired                            0             0             0
          cost of the difference at 1000 stars = USD 10.00: USD -0.03
        Members who could have a benefit
                                             now          then    difference
          Birthday treat                       1             0            -1
          Wi-Fi                                1             1             0
        Member bob
          issued.stars: was 528, is 525
          balances.stars: was 528, is 525
          tiers.rewards: was gold, is green
          benefits.treat: gone
        """);
  }

  @Test
  void theSameForMachines() throws IOException {
    Path differences = folder.resolve("differences.jsonl");
    Shell shell =
        bob("--format", "json", "--benefits", benefits(), "--differences", differences.toString());

    JsonNode json = new ObjectMapper().readTree(shell.out());
    assertThat(json.at("/tiers"))
        .hasToString(
            "[{\"ladder\":\"rewards\",\"now\":\"gold\",\"then\":\"green\",\"members\":1}]");
    assertThat(json.at("/points/stars"))
        .hasToString("{\"issued\":{\"now\":\"528\",\"then\":\"525\"},"
            + "\"balance\":{\"now\":\"528\",\"then\":\"525\"},"
            + "\"expired\":{\"now\":\"0\",\"then\":\"0\"},\"cost\":\"USD -0.03\"}");
    assertThat(json.at("/benefits/treat")).hasToString("{\"now\":1,\"then\":0}");
    assertThat(json.at("/lives")).hasToString("{\"read\":1,\"accepted\":1,\"rejected\":0}");
    JsonNode line = new ObjectMapper().readTree(Files.readString(differences));
    assertThat(line.at("/member").asText()).isEqualTo("bob");
    assertThat(line.at("/changes/2"))
        .hasToString("{\"path\":\"tiers.rewards\",\"now\":\"gold\",\"then\":\"green\"}");
    assertThat(line.at("/benefitsLost/0").asText()).isEqualTo("treat");
  }

  @Test
  void aProgramComparedWithItselfChangesNothing() throws IOException {
    Path differences = folder.resolve("differences.jsonl");
    Shell shell =
        bob("--then", "starbucks", "--member", "bob", "--differences", differences.toString());

    assertThat(shell.out())
        .contains("Members: 1, of whom 0 would have something else")
        .endsWith("Member bob\n  nothing would be different\n");
    assertThat(differences).isEmptyFile();
  }

  /** Row 82: Reserve earns less than Gold. */
  @Test
  void whatIsOddAboutTheOtherProgramIsTold() throws IOException {
    String odd = Files.readString(LIVES.resolveSibling("starbucks.json")).replace("17/10", "11/10");

    assertThat(bob("--then", file("odd.json", odd)).out())
        .contains("  rewards.rungs.reserve.factor: was 17/10, is 11/10\n  WARNING: ");
  }

  @Test
  void withoutADayTheLastEventIsTheDay() {
    assertThat(laurel("what-if", "--lives", LIVES.toString()).out())
        .startsWith("What if starbucks were starbucks-600? At the end of 2026-03-14\n");
  }

  @Test
  void withoutLivesTheGuestsAreInventedAndDrawn() throws IOException {
    Path chart = folder.resolve("chart.svg");

    Shell shell = laurel("what-if", "--as-of", "2026-06-30", "--chart", chart.toString());

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .contains("Lives: 260 read = 260 accepted + 0 rejected")
        .containsPattern("Gold +Gold +[1-9]");
    assertThat(Files.readString(chart))
        .contains("xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("what the members of today's tiers would be");
  }

  @Test
  void badLinesAreRejectedAndCounted() throws IOException {
    String lives = file("lives.jsonl", "{}\n" + Files.readString(LIVES) + "[1e9]\n");

    Shell shell = laurel("what-if", "--lives", lives, "--strict");

    assertThat(shell.exit()).isEqualTo(5);
    assertThat(shell.out()).contains("Lives: 3 read = 1 accepted + 2 rejected\n");
    assertThat(shell.err()).contains("line 1: REQUIRED: ", "line 3: JSON_TYPE: ");
  }

  @Test
  void whatCannotBeAnsweredIsOneLine() throws IOException {
    assertThat(bob("--member", "zoe").exit()).isEqualTo(4);
    assertThat(bob("--member", "zoe").err()).startsWith("laurel: MEMBER_UNKNOWN: ");
    Shell then = bob("--then", file("bad.json", "{\"schemaVersion\":1,\"points\":[]}"));
    assertThat(then.exit()).isEqualTo(3);
    assertThat(then.err())
        .startsWith("laurel: JSON_TYPE: program '")
        .contains(" at points: ")
        .hasLineCount(1);
    Shell empty = laurel("what-if", "--lives", file("empty.jsonl", ""));
    assertThat(empty.exit()).isEqualTo(3);
    assertThat(empty.err()).startsWith("laurel: NO_LIVES: ").hasLineCount(1);
    assertThat(bob("--cost", "10").exit()).isEqualTo(2);
    assertThat(bob("--cost", "USD 0.00").exit()).isEqualTo(2);
    assertThat(bob("--chart", folder.toString()).exit()).isEqualTo(6);
  }
}
