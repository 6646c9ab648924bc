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
    return compared(LIVES.toString(), more);
  }

  private static Shell compared(String lives, String... more) {
    return laurel(Stream.concat(
            Stream.of("what-if", "--lives", lives, "--as-of", "2026-03-31"), Arrays.stream(more))
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

  /** Gold at 600 stars, and no Reserve any more. */
  private String withoutReserve() throws IOException {
    String json = Files.readString(LIVES.resolveSibling("starbucks-600.json"));
    int gone = json.indexOf("            {\n              \"tier\": {\"code\": \"reserve\"");
    int end = json.indexOf("          ]", gone);
    String others = json.substring(0, gone).stripTrailing();
    return file(
        "without-reserve.json",
        others.substring(0, others.length() - 1) + "\n" + json.substring(end));
  }

  /** Bob, and Cleo who bought for 2,500 dollars where he bought for 495. */
  private String bobAndCleo() throws IOException {
    String bob = Files.readString(LIVES);
    return file("two.jsonl", bob + bob.replace("\"bob\"", "\"cleo\"").replace("495", "2500"));
  }

  /** What the plan makes of the two. */
  private Shell planned(String... more) throws IOException {
    return compared(
        bobAndCleo(),
        Stream.concat(
                Stream.of("--then", withoutReserve(), "--plan", file("plan.json", PLAN)),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  private static final String PLAN = """
      {"schemaVersion": 1, "from": "2026-03-01T00:00:00Z",
       "mappings": [{"ladder": "rewards", "gone": "reserve",
                     "to": {"code": "gold", "name": "Gold"}}],
       "grandfatherings": [{"ladder": "rewards", "tier": "reserve",
                            "until": "2028-07-01T00:00:00Z"}]}
      """;

  private static final String PLANNED = """
      What if starbucks became without-reserve.json on 2026-03-01? At the end of 2026-03-31
      Lives: 2 read = 2 accepted + 0 rejected
      The plan
        rewards from version 1 to 1 on 2026-03-01
          rewards.order: was [green, gold, reserve], is [green, gold]
          rewards.rungs.gold.enter: was 500 stars, is 600 stars
          rewards.rungs.gold.stay: was 500 stars, is 600 stars
          rewards.rungs.gold.reenter: was 500 stars, is 600 stars
          rewards.rungs.reserve: gone, was 2500 stars
        1. members of rewards.reserve go to gold
        2. members of rewards.reserve keep gold until 2028-07-01
        3. all others: more at once, less at the review
        to know: TIER_HARDER rewards.gold: asks for 600 stars to enter, before 500 stars
      Members: 2, of whom 1 would have something else
      Refused events: 0 now, 0 then
      Tiers of 'rewards'
        now                     then                           members
        Gold                    Gold                                 1
        Reserve                 Gold                                 1
      Points
                                           now          then    difference
        Stars issued                     3,472         3,467            -5
          there at the end               3,472         3,467            -5
          expired                            0             0             0
        cost of the difference at 1000 stars = USD 10.00: USD -0.05
      Member bob
        nothing would be different
      Member cleo
        issued.stars: was 2944, is 2939
        balances.stars: was 2944, is 2939
        tiers.rewards: was reserve, is gold
      """;

  /**
   * Bob is Gold with 506 stars in February and stays so until his review; without a plan he would
   * never have been (see above). Cleo has 500 + 2,000 x 1.2 = 2,900 stars, is Reserve, and has 17
   * more for 10 dollars; in March 10 dollars are 10 x (1 + 1 + 0.7) = 27 stars, but for Gold 10 x
   * (1 + 1 + 0.2) = 22: 2,944 against 2,939 stars.
   */
  @Test
  void aPlanTellsItsStepsAndWhatItMakesOfMembersAsTheyAreThen() throws IOException {
    Shell shell = planned("--member", "bob", "--member", "cleo");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isZero();
    assertThat(shell.out().replace(folder + "/", "")).isEqualTo(PLANNED);
  }

  @Test
  void theRecipeShowsThePlanAndWhatIsPrinted() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "recipes", "next-version.md")))
        .contains("```json\n" + PLAN + "```", "```text\n" + PLANNED + "```");
  }

  @Test
  void thePlanForMachines() throws IOException {
    Shell shell = planned("--format", "json");

    JsonNode json = new ObjectMapper().readTree(shell.out());
    assertThat(json.at("/plan/terms")).isEqualTo(new ObjectMapper().readTree(PLAN));
    assertThat(json.at("/plan/isDecided").asBoolean()).isTrue();
    assertThat(json.at("/plan/findings/0"))
        .hasToString("{\"code\":\"TIER_HARDER\",\"isObstacle\":false,\"subject\":\"rewards.gold\","
            + "\"text\":\"asks for 600 stars to enter, before 500 stars\"}");
    assertThat(json.at("/tiers"))
        .hasToString("[{\"ladder\":\"rewards\",\"now\":\"gold\",\"then\":\"gold\",\"members\":1},"
            + "{\"ladder\":\"rewards\",\"now\":\"reserve\",\"then\":\"gold\",\"members\":1}]");
  }

  /** Whoever is Gold stays so until the review, and no plan says more. */
  @Test
  void aChangeFromADayOnLeavesMembersTheirTier() {
    Shell shell = bob("--from", "2026-03-01", "--member", "bob");

    assertThat(shell.out())
        .startsWith(
            "What if starbucks became starbucks-600 on 2026-03-01? At the end of 2026-03-31")
        .contains("  1. all others: more at once, less at the review\n")
        .endsWith("Member bob\n  nothing would be different\n");
  }

  /** Of Bob's three visits two are from 2 February on, and one is from 1 March on. */
  @Test
  void inALadderThatIsNewCountsWhatHappensFromTheDayOn() throws IOException {
    String visits = file(
        "visits.json",
        Files.readString(LIVES.resolveSibling("starbucks.json"))
            .replace("    }\n  ],\n  \"crossing\"", """
                    },
                    {"byStart": {"1971-01-01T00:00:00Z": {
                      "code": "visits", "base": {"code": "guest", "name": "Guest"},
                      "rungs": [{"tier": {"code": "regular", "name": "Regular"},
                        "enter": {"type": "reach", "threshold": 2,
                          "metric": {"type": "times", "kind": "purchase"}}}]}}}
                  ],
                  "crossing\""""));

    assertThat(bob("--then", visits, "--from", "2026-02-02").out())
        .contains("to know: LADDER_ADDED visits: is new: what happens from the change on counts\n")
        .contains("Tiers of 'visits'\n")
        .contains("  no such ladder          Regular                              1\n");
    assertThat(bob("--then", visits, "--from", "2026-03-01").out())
        .contains("  no such ladder          Guest                                1\n");
    Shell gone = bob("--program", visits, "--then", "starbucks", "--from", "2026-03-01");
    assertThat(gone.out())
        .contains("to decide: LADDER_UNDECIDED visits: is gone: say that it ends");
    String ends =
        "{\"schemaVersion\":1,\"from\":\"2026-03-01T00:00:00Z\",\"endings\":[\"visits\"]}";
    assertThat(bob("--program", visits, "--then", "starbucks", "--plan", file("ends.json", ends))
            .out())
        .contains("  1. ladder visits ends\n")
        .contains("  Regular                 Guest                                1\n");
  }

  @Test
  void whatAPlanLeavesUndecidedIsTold() throws IOException {
    Shell open = bob("--then", withoutReserve(), "--from", "2026-03-01");

    assertThat(open.exit()).isEqualTo(3);
    assertThat(open.out())
        .startsWith("The plan\n")
        .contains("  to decide: TIER_UNMAPPED rewards.reserve: is gone: say where its members go\n")
        .doesNotContain("Members");
    assertThat(open.err())
        .startsWith("laurel: PLAN_UNDECIDED: plan must leave nothing to decide: TIER_UNMAPPED ")
        .hasLineCount(1);
    Shell json = bob("--then", withoutReserve(), "--from", "2026-03-01", "--format", "json");
    assertThat(new ObjectMapper().readTree(json.out()).at("/findings/0/code").asText())
        .isEqualTo("TIER_UNMAPPED");
  }

  @Test
  void aPlanThatIsNoneIsOneLine() throws IOException {
    String plan = file("plan.json", PLAN);

    assertThat(bob("--plan", plan, "--from", "2026-03-01").exit()).isEqualTo(2);
    Shell another = bob("--plan", plan);
    assertThat(another.exit()).isEqualTo(3);
    assertThat(another.err())
        .startsWith("laurel: REFERENCE_UNKNOWN: plan '" + plan + "' at mappings: ")
        .hasLineCount(1);
    Shell typo = bob("--plan", file("typo.json", PLAN.replace("from", "form")));
    assertThat(typo.exit()).isEqualTo(3);
    assertThat(typo.err()).startsWith("laurel: JSON_UNKNOWN_FIELD: file '").hasLineCount(1);
    assertThat(bob("--from", "1960-01-01").exit()).isEqualTo(3);
    assertThat(bob("--from", "1960-01-01").err()).hasLineCount(1);
  }
}
