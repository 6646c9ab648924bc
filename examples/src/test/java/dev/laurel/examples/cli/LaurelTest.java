package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ObjectArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaurelTest {
  @TempDir
  private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void runWithoutOptionsShowsTotalsAStatementAndAnExplanation() {
    Shell shell = laurel("run");

    assertThat(shell.exit()).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .startsWith("dealer, version 1, at the end of 2025-12-31\n")
        .contains("= 31,937 accepted + 12 rejected\n  DATE_INVALID 1, LINE_NEGATIVE 1,")
        .contains("Members: 2,000\n")
        .contains("  In and out: ")
        .doesNotContain("IS NOT")
        .contains("Spent in this order:")
        .contains("Gone, if nothing happens:")
        .contains("Why, and why not more")
        .contains("large-service: EUR ")
        .contains("and from 2023-06-01 through 2023-06-07 only, found 2025-10-09 16:55")
        .contains("\nRejected\n  line 2,459: DATE_INVALID: occurredAt must be a time that")
        .contains("    X0001,purchase,M00001,2023-02-30 10:00,")
        .contains("  and 9 more\n")
        .contains("Ask for more: --member ID");
  }

  @Nested
  class IntoAFolder {

    @Test
    void writesStatementsTotalsAndRejects() throws IOException {
      Shell shell = laurel("run", "--program", "starbucks", "--out", folder.toString());

      assertThat(shell.exit()).isZero();
      assertThat(Files.readString(folder.resolve("statements.txt")))
          .contains("Member gina at the end of 2026-04-04")
          .contains("Member ravi at the end of 2026-04-04");
      assertThat(Files.readString(folder.resolve("totals.json"))).contains("\"balances\" : true");
      assertThat(Files.readAllLines(folder.resolve("rejects.csv")))
          .hasSize(2)
          .first()
          .isEqualTo("line,code,column,reason,original");
      assertThat(Files.readString(folder.resolve("rejects.csv")))
          .contains("11,INSUFFICIENT_POINTS,s-10,")
          .contains("requested 400 stars, available 214 stars");
    }

    @Test
    void writesOneJsonDocumentToALine() throws IOException {
      Shell shell = laurel(
          "run",
          "--program",
          "starbucks",
          "--format",
          "json",
          "--explanations",
          "--out",
          folder.toString());

      List<String> lines = Files.readAllLines(folder.resolve("statements.jsonl"));
      JsonNode gina = new ObjectMapper().readTree(lines.get(0));
      assertThat(lines).hasSize(2);
      assertThat(gina.at("/points/stars/available").asText()).isEqualTo("214");
      assertThat(gina.at("/points/stars/expiring/0/lastDay").asText()).isEqualTo("2026-07-31");
      assertThat(new ObjectMapper().readTree(shell.out()).at("/rows/read").asInt())
          .isEqualTo(13);
      assertThat(Files.readAllLines(folder.resolve("explanations.jsonl"))).hasSize(12);
    }

    @Test
    void anUnwritableFolderIsOneLineAndExitSix() throws IOException {
      Path occupied = file("occupied", "");
      Shell shell = laurel("run", "--program", "starbucks", "--out", occupied.toString());

      assertThat(shell.exit()).isEqualTo(6);
      assertThat(shell.err()).startsWith("laurel: OUTPUT_UNWRITABLE: ").hasLineCount(1);
    }
  }

  @Test
  void theResultDoesNotDependOnTheNumberOfGroups() throws IOException {
    Path one = folder.resolve("one");
    Path seven = folder.resolve("seven");
    String file = folder.resolve("generated.csv").toString();
    laurel("generate", "--members", "150", file);
    Shell whole =
        laurel("run", "--transactions", file, "--format", "json", "--out", one.toString());
    Shell parts = laurel(
        "run",
        "--transactions",
        file,
        "--format",
        "json",
        "--out",
        seven.toString(),
        "--parts",
        "7");

    assertThat(parts.out()).isEqualTo(whole.out());
    assertThat(Files.readAllLines(seven.resolve("statements.jsonl")))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(one.resolve("statements.jsonl")));
    assertThat(Files.readAllLines(seven.resolve("rejects.csv")))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(one.resolve("rejects.csv")));
  }

  @Test
  void whoReturnsWhatAnotherBoughtIsToldSoInAnyNumberOfGroups() throws IOException {
    Path rows = file("rows.csv", """
        id,kind,member,occurred,recorded,amount,currency,category,article,quantity,channel,dealer,\
        vehicle,referred,purchase,points,status,factor
        p-1,purchase,ann,2026-01-05 08:10,2026-01-05 08:10,10.00,EUR,accessory,cap,1,web,,,,,,,
        p-2,purchase,bob,2026-01-05 08:20,2026-01-05 08:20,10.00,EUR,accessory,cap,1,web,,,,,,,
        r-1,return,"cid",2026-01-06 08:10,2026-01-06 08:10,,,,,,web,,,,p-1,,,
        r-2,return,dan,2026-01-06 08:20,2026-01-06 08:20,,,,,,web,,,,"p-2",,,
        r-3,return,eve,2026-01-06 08:30,2026-01-06 08:30,,,,,,web,,,,p-3,,,
        r-4,return,ann,2026-01-06 08:40,2026-01-06 08:40,,,,,,web,,,,p-1,,,
        """);
    String[] run = {"run", "--transactions", rows.toString(), "--parts"};
    String one = laurel(ObjectArrays.concat(run, "1")).out();

    assertThat(one).contains("REFERENCE_OTHER_MEMBER 2, UNKNOWN_REFERENCE 1");
    assertThat(laurel(ObjectArrays.concat(run, "5")).out()).isEqualTo(one);
    assertThat(laurel(ObjectArrays.concat(run, "64")).out()).isEqualTo(one);
  }

  @Test
  void figuresOfAnEarlierDayLeaveOutWhatCameLater() {
    Shell shell =
        laurel("run", "--program", "fordpass", "--member", "mia", "--as-of", "2025-05-31");

    assertThat(shell.out())
        .contains("at the end of 2025-05-31")
        .contains("1,000 available")
        .contains("8 later");
  }

  @Test
  void anEventIsExplainedByItsName() {
    Shell shell = laurel("run", "--program", "starbucks", "--explain", "s-05");

    assertThat(shell.out())
        .contains("s-05 on 2026-02-03: 12 stars")
        .contains("tier-rate: 2 stars, 'per-dollar' x 1.2 (Gold since 2026-02-02)")
        .contains("double-star-day: in force from 2026-03-17 through 2026-03-17 only");
  }

  @Test
  void aRefusedEventIsExplainedByItsReasonAndItsRow() {
    Shell shell = laurel("run", "--program", "starbucks", "--explain", "s-10");
    String json = laurel("run", "--program", "starbucks", "--explain", "s-10", "--format", "json")
        .out();

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .contains("s-10 was refused\n  line 11: INSUFFICIENT_POINTS: ")
        .contains("    s-10,redemption,gina,2026-04-04,07:50,,,,400,,");
    assertThat(json).contains("\"line\" : 11").contains("\"id\" : \"s-10\"");
  }

  @Test
  void eachNumberOfAStatementThatWasAskedForIsTracedToItsEvents() throws IOException {
    String text = laurel("run", "--program", "starbucks", "--member", "gina").out();
    String json = laurel("run", "--program", "starbucks", "--member", "gina", "--format", "json")
        .out();
    JsonNode history = new ObjectMapper().readTree(json).at("/statements/0/points/stars/history");

    assertThat(text)
        .contains("  How Stars came to be, with what could be spent afterwards:\n")
        .contains("2026-02-03       +12       517  12 earned, s-05\n")
        .contains("2026-04-03      -200       214  200 redeemed, s-09\n");
    assertThat(history).hasSize(8);
    assertThat(history.get(7).at("/changes/redeemed").asText()).isEqualTo("200");
    assertThat(history.get(7).at("/available").asText()).isEqualTo("214");
  }

  @Test
  void whatTimeTookSinceTheLastEventIsTheLastMovement() {
    String text = laurel("run", "--program", "fordpass", "--member", "mia", "--as-of", "2027-06-02")
        .out();

    assertThat(text)
        .contains("2025-06-01      -200       800  200 redeemed, f-02\n")
        .contains("2027-06-02      -800         0  800 expired, by time alone\n");
  }

  @Test
  void aRejectedRowCannotCommandTheTerminal() throws IOException {
    Path rows = file("rows.csv", """
        id,kind,member,date,time,amount,item,channel,points,status,factor
        =1+1,purchase,\u001b[2Jgina,2026-01-05,08:10,10.00,drinks,app,,,
        """);
    Shell shell = laurel("run", "--program", "starbucks", "--transactions", rows.toString());

    assertThat(shell.out())
        .contains("0 accepted + 1 rejected")
        .contains("=1+1,purchase,?[2Jgina")
        .doesNotContain("\u001b");
  }

  @Test
  void progressIsToldOnStandardErrorWhereItIsAskedFor() {
    String file = folder.resolve("generated.csv").toString();
    laurel("generate", "--members", "640", file);

    assertThat(laurel("run", "--progress", "--transactions", file).err())
        .isEqualTo("10,000 transactions looked at\n10,000 of 10,227 transactions, 97 %\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--member=nobody,4,MEMBER_UNKNOWN",
    "--explain=nothing,4,EVENT_UNKNOWN",
    "--member=,4,ID_INVALID",
    "--transactions=absent.csv,3,INPUT_UNREADABLE",
    "--mapping=absent.json,3,INPUT_UNREADABLE",
    "--strict,5,''",
    "--as-of=tomorrow,2,''",
    "--parts=0,2,''",
    "--nonsense,2,''"
  })
  void whatGoesWrongIsOneLineAndAnExitCode(String option, int exit, String code) {
    Shell shell = laurel("run", "--program=starbucks", option);

    assertThat(shell.exit()).isEqualTo(exit);
    assertThat(shell.err()).doesNotContain("Exception").doesNotContain("\tat ");
    if (!code.isEmpty()) {
      assertThat(shell.err()).startsWith("laurel: " + code + ": ").hasLineCount(1);
    }
  }

  @Test
  void aProgramThatIsNotThereIsOneLine() {
    Shell shell = laurel("run", "--program=absent.json");

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err()).startsWith("laurel: INPUT_UNREADABLE: ").hasLineCount(1);
  }

  @Test
  void aWrongProgramSaysWhereItIsWrong() throws IOException {
    Path program = file("p.json", "{\"schemaVersion\": 1, \"id\": 7}");
    Shell shell = laurel("run", "--program", program.toString());

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err()).contains("JSON_TYPE").contains(" at ").hasLineCount(1);
  }

  @Test
  void aProgramOfOnesOwnNeedsAMapping() throws IOException {
    Path program = file("mine.json", Example.json("starbucks"));
    Path transactions = file("mine.csv", "a,b\n");
    Shell shell =
        laurel("run", "--program", program.toString(), "--transactions", transactions.toString());

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err()).startsWith("laurel: MAPPING_REQUIRED: ");
  }

  @Test
  void generatedTransactionsAreThoseOfTheSeed() throws IOException {
    Path one = folder.resolve("1.csv");
    Path other = folder.resolve("2.csv");

    assertThat(laurel("generate", "--members", "20", one.toString()).exit()).isZero();
    assertThat(laurel("generate", "--members", "20", "--seed", "7", other.toString())
            .exit())
        .isZero();
    assertThat(Files.readString(one)).isNotEqualTo(Files.readString(other));
    assertThat(laurel("run", "--transactions", one.toString()).out()).contains("Members: 20\n");
    assertThat(laurel("generate", "--members", "0", one.toString()).exit()).isEqualTo(3);
  }
}
