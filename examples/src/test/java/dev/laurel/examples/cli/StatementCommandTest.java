package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.tiers.json.TiersJson;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.membership.MembershipStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementCommandTest {
  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String resource(String name) throws IOException {
    return Files.readString(Path.of("src/main/resources/dev/laurel/examples/tiers", name));
  }

  /** 42,000 for the car, 4,000 as Bronze, 4,200 as Silver, 2,000 for fuel; 4,200 are spent. */
  @Test
  void aMemberReadsWhereSheStandsAndWhy() {
    Shell shell = laurel("statement", "--member", "ann", "--as-of", "2025-12-31");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).isEqualTo("""
        ann on 2025-12-31
          Milestones: 3
          Points: 48000
            48000 usable through 2027-10-01
          Tier: Silver
            2025-07-10: Bronze -> Silver, reached, by oil
            reach Blue: 2 milestones more by 2025-12-31
            keep Silver: 1 milestones more by 2026-12-31
            if nothing more happens: Bronze from 2026-01-01
            milestones: 3
              + 1 car on 2025-05-10
              + 1 oil on 2025-07-10
              + 1 brakes on 2025-09-01
        Lives: 1 read = 1 accepted + 0 rejected
        """);
  }

  @Test
  void whatWasNotKnownYetIsNotInTheStatement() {
    assertThat(laurel("statement", "--as-of", "2025-05-09").out()).isEqualTo("""
        ann on 2025-05-09
          Tier: Bronze
            reach Silver: 2 milestones more by 2025-12-31
            milestones: 0
        Lives: 1 read = 1 accepted + 0 rejected
        """);
  }

  @Test
  void pointsThatExpireBeforeTheReviewAreTold() {
    assertThat(laurel("statement", "--program", "starbucks").out())
        .contains("if nothing more happens: Green from 2028-01-01")
        .contains("before then 528 stars expire");
  }

  @ParameterizedTest
  @CsvSource({
    "frequent-flyer, eve on 2023-08-01, Tier: Gold",
    "frequent-flyer, kim on 2025-05-31, Tier: Silver",
    "hotel, max on 2025-03-01, Tier: Global",
    "prime, dan on 2026-05-05, Tier: Prime"
  })
  void everyProgramOfTheJarHasItsMembers(String program, String member, String tier) {
    Shell shell = laurel("statement", "--program", program);

    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).contains(member, tier);
  }

  @Test
  void machinesGetADocumentForEachMember() {
    Shell shell = laurel("statement", "--program", "frequent-flyer", "--format", "json");

    assertThat(shell.out()).hasLineCount(2);
    MembershipStatement eve = TiersJson.standard()
        .read(shell.out().lines().findFirst().orElseThrow(), MembershipStatement.class);
    assertThat(eve.points().member()).hasToString("eve");
    assertThat(eve.ladders().get(0).standing().tier()).isEqualTo(Tier.of("gold", "Gold"));
    assertThat(eve.ladders().get(0).transitions()).hasSize(2);
    assertThat(shell.err()).isEqualTo("Lives: 2 read = 2 accepted + 0 rejected\n");
  }

  @Test
  void linesThatAreNoLivesAreToldAndKeptAndNothingIsLost() throws IOException {
    String good = resource("starbucks.lives.jsonl");
    String bad = "=cmd(),{\n" + good.replace("\"coffee\"", "7") + "\n" + good;
    Path rejects = folder.resolve("rejects.csv");

    Shell shell = laurel(
        "statement",
        "--program",
        "starbucks",
        "--lives",
        file("lives.jsonl", bad),
        "--rejects",
        rejects.toString());

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .startsWith("bob on 2026-03-14")
        .endsWith("Lives: 4 read = 1 accepted + 3 rejected\n");
    assertThat(shell.err())
        .contains("line 1: JSON_SYNTAX: ")
        .contains("line 2: JSON_TYPE: events[0].submission.activity.lines[0].sku must be text")
        .contains("line 3: JSON_SYNTAX: ");
    assertThat(Files.readString(rejects))
        .startsWith("line,code,column,reason,original\n1,JSON_SYNTAX,")
        .contains(",\"'=cmd(),{\"\n2,JSON_TYPE,");
    assertThat(laurel(
                "statement",
                "--strict",
                "--program",
                "starbucks",
                "--lives",
                folder.resolve("lives.jsonl").toString())
            .exit())
        .isEqualTo(5);
  }

  @Test
  void eventsThatTheProgramRefusesAreNamed() throws IOException {
    String life = resource("fordpass.lives.jsonl").replace("42000", "99000");
    String lives = file("lives.jsonl", life);

    Shell shell = laurel("statement", "--lives", lives);
    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).contains("  refused: down-payment of ann, INSUFFICIENT_POINTS\n");
    assertThat(laurel("statement", "--lives", lives, "--format", "json").err())
        .startsWith("refused: down-payment of ann, INSUFFICIENT_POINTS\n");
    assertThat(laurel("statement", "--lives", lives, "--strict").exit()).isEqualTo(5);
  }

  @Test
  void whoHasNoLifeIsOneLineAndExitFour() {
    Shell unknown = laurel("statement", "--member", "zoe");
    assertThat(unknown.exit()).isEqualTo(4);
    assertThat(unknown.err()).startsWith("laurel: MEMBER_UNKNOWN: ").hasLineCount(1);

    Shell early = laurel("statement", "--member", "ann", "--as-of", "2024-12-31");
    assertThat(early.exit()).isEqualTo(4);
    assertThat(early.err())
        .isEqualTo("laurel: NOT_ENROLLED: member must have enrolled by 2024-12-31: ann\n");
  }

  @Test
  void aProgramThatCannotBeReadIsOneLineAndExitThree() throws IOException {
    String program = file("program.json", resource("starbucks.json").replace("2500", "400"));

    Shell shell = laurel("statement", "--program", program);

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err())
        .startsWith("laurel: CONFIG_UNSORTED: program '")
        .contains("ladders[0].byStart['1971-01-01T00:00:00Z'].rungs[1].enter: ")
        .hasLineCount(1);
    assertThat(laurel("statement", "--program", folder.resolve("none.json").toString())
            .err())
        .startsWith("laurel: INPUT_UNREADABLE: ");
    assertThat(laurel("statement", "--program", file("mine.json", resource("hotel.json")))
            .err())
        .startsWith("laurel: LIVES_REQUIRED: ");
    assertThat(laurel("statement", "--lives", folder.resolve("none.jsonl").toString())
            .err())
        .startsWith("laurel: INPUT_UNREADABLE: ");
    assertThat(laurel("statement", "--as-of", "2025-02-30").exit()).isEqualTo(2);
  }
}
