package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.metrics.json.MetricsJson;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.ResponseStatus;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyCommandsTest {
  @TempDir
  private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("answers.csv"), text).toString();
  }

  /** Ten months, 200 answers each; in the last one the branch gets worse. */
  private String year() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder csv = new StringBuilder("respondent,date,score,branch,weight\n");
    for (int month = 1; month <= 10; month++) {
      for (int i = 0; i < 200; i++) {
        String branch = random.nextBoolean() ? "north" : "south";
        boolean isPoor = month == 10 && branch.equals("south");
        int score = isPoor ? random.nextInt(9) : 5 + random.nextInt(6);
        csv.append(String.format(
            Locale.ROOT,
            "c-%d-%d,2025-%02d-%02d,%d,%s,1.5%n",
            month,
            i,
            month,
            1 + i % 28,
            score,
            branch));
      }
    }
    return file(csv.toString().replace("\r", ""));
  }

  @Test
  void aYearOfAnswersIsJudgedInWords() throws IOException {
    Path chart = folder.resolve("chart.svg");
    Shell shell = laurel(
        "nps",
        "--responses",
        year(),
        "--segment",
        "branch",
        "--weight",
        "weight",
        "--invited",
        "8000",
        "--chart",
        chart.toString());

    assertThat(shell.exit()).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out())
        .startsWith("""
            nps v1 (share of 9-10 minus share of 0-6, 0 to 10)
            Rows: 2,000 read = 2,000 accepted + 0 rejected
            """)
        .contains("from 2,000 answers of 8,000 asked (25 % responded)")
        .contains("Weighted ")
        .contains("Note: weights enter the weighted score alone")
        .contains("2025-10-01")
        .contains("The latest period against the one before:\nWorse: Net Promoter Score went from")
        .contains("What moved it:")
        .contains("south: -")
        .contains("When the answers changed:\nThe answers most likely changed with the period from"
            + " 2025-10-01: Net Promoter Score +")
        .contains(" since. Chance alone would make so clear a cut once in 1,000 (p 0.001).")
        .contains("Segments against the rest, corrected for asking 2 times:")
        .contains("  south ")
        .contains("Control chart, signals: 1 on 10 points; chance alone would make 0.05.")
        .contains("  2025-10-01: ");
    assertThat(Files.readString(chart))
        .contains("<svg")
        .contains("</svg\n>")
        .contains("<path")
        .contains(">Net Promoter Score, and what chance makes of it</title");
  }

  @Test
  void theSameIsThereForMachines() throws IOException {
    Shell shell = laurel("nps", "--responses", year(), "--segment", "branch", "--format", "json");
    JsonNode json = new ObjectMapper().readTree(shell.out());

    assertThat(json.at("/definition/name").asText()).isEqualTo("nps");
    assertThat(json.at("/rows/read").asLong()).isEqualTo(2000);
    assertThat(json.at("/score/lower").asDouble())
        .isLessThan(json.at("/score/value").asDouble());
    assertThat(json.at("/latest/verdict").asText()).isEqualTo("WORSENED");
    assertThat(json.at("/change/since").asText()).isEqualTo("2025-10-01");
    assertThat(json.at("/change/pValue").asDouble()).isEqualTo(.001);
    assertThat(json.at("/change/isSignificant").asBoolean()).isTrue();
    assertThat(json.at("/change/before").asDouble())
        .isGreaterThan(json.at("/change/after").asDouble());
    assertThat(json.at("/segments")).hasSize(2);
    assertThat(json.at("/chart/points")).hasSize(10);
    assertThat(json.at("/periods")).hasSize(10);
  }

  /** One detractor answers twice in May and once, as a promoter, in June. */
  private String repeats() throws IOException {
    return file("""
        respondent,date,score
        a,2025-05-01,0
        a,2025-05-02,9
        b,2025-05-03,9
        c,2025-05-04,8
        a,2025-06-01,10
        b,2025-06-02,7
        """);
  }

  @Test
  void whatCountsOfOnePersonIsDecidedWithinEachPeriod() throws IOException {
    JsonNode latest =
        json("nps", "--responses", repeats(), "--policy", "latest", "--format", "json");
    JsonNode first = json("nps", "--responses", repeats(), "--policy", "first", "--format", "json");

    assertThat(latest.at("/score/answers").asLong()).isEqualTo(3);
    assertThat(latest.at("/periods/0/answers").asLong()).isEqualTo(3);
    assertThat(latest.at("/periods/0/value").asDouble()).isEqualTo(2 / 3.0);
    assertThat(latest.at("/periods/1/answers").asLong()).isEqualTo(2);
    assertThat(latest.at("/score/others/DUPLICATE").asLong()).isEqualTo(3);
    assertThat(latest.at("/notes")).isEmpty();
    assertThat(first.at("/periods/0/value").asDouble()).isZero();
  }

  @Test
  void peopleWhoAnswerTwiceAreALumpBesideTheResponseRateToo() throws IOException {
    JsonNode all = json("nps", "--responses", repeats(), "--invited", "12", "--format", "json");
    JsonNode mean = json(
        "nps", "--responses", repeats(), "--policy", "mean", "--invited", "12", "--format", "json");

    assertThat(all.at("/score/method").asText()).isEqualTo("clustered by respondent");
    assertThat(all.at("/score/invited").asLong()).isEqualTo(12);
    assertThat(all.at("/notes/0").asText()).startsWith("some people answered more than once");
    // a: (-1 + 1 + 1) / 3, b: (1 + 0) / 2, c: 0
    assertThat(mean.at("/score/value").asDouble()).isEqualTo((1 / 3.0 + 1 / 2.0) / 3);
    assertThat(mean.at("/score/invited").asLong()).isEqualTo(12);
    assertThat(laurel("nps", "--responses", repeats()).out())
        .endsWith("which LATEST and FIRST avoid.\n");
  }

  @Test
  void whatWasCountedInTwoMonthsMerges() throws IOException {
    String may = "respondent,date,score\na,2025-05-01,0\nb,2025-05-03,\n";
    String june = "respondent,date,score\nc,2025-06-01,10\n";
    ScoreHistogram both = counted(may).merge(counted(june));

    assertThat(both.netCounts()).isEqualTo(new NetCounts(1, 0, 1));
    assertThat(both.others()).containsExactly(Map.entry(ResponseStatus.SKIPPED, 1L));
  }

  private ScoreHistogram counted(String answers) throws IOException {
    JsonNode report = json("nps", "--responses", file(answers), "--format", "json");
    return MetricsJson.standard().read(report.at("/counted").toString(), ScoreHistogram.class);
  }

  @Test
  void fewerInvitationsThanResponsesAreAWrongCommandLine() throws IOException {
    Shell shell = laurel("nps", "--responses", repeats(), "--invited", "5");

    assertThat(shell.exit()).isEqualTo(2);
    assertThat(shell.err()).startsWith("--invited must be at least the number of responses, 6: 5");
  }

  @Test
  void aChartThatCannotBeDrawnIsNotKeptSilent() throws IOException {
    Path chart = folder.resolve("chart.svg");
    Shell shell = laurel("nps", "--responses", repeats(), "--chart", chart.toString());

    assertThat(shell.exit()).isEqualTo(5);
    assertThat(shell.err()).startsWith("laurel: NO_CHART: a control chart must have 8 periods");
    assertThat(shell.out()).contains("Net Promoter Score");
    assertThat(chart).doesNotExist();
  }

  private static JsonNode json(String... arguments) throws IOException {
    return new ObjectMapper().readTree(laurel(arguments).out());
  }

  @Test
  void whatIsNoAnswerIsRejectedWithItsReason() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    String answers = file("respondent,date,score\n"
        + "a,2025-01-01,10\n"
        + "b,2025-01-01,11\n"
        + "c,2025-01-02,7.5\n"
        + "d,2025-01-02,\n"
        + "e,2025-01-02,n/a\n"
        + "=cmd(),2025-13-02,9\n"
        + "f,2025-01-02\n"
        + "g,2025-01-02,-1\n"
        + ",2025-01-02,9\n"
        + "h,2025-01-02,\"9\n"
        + "\n"
        + "i,2025-01-03T10:00:00Z,9\n"
        + "j".repeat(70_000) + ",2025-01-02,9\n");
    Shell shell = laurel("nps", "--responses", answers, "--rejects", rejects.toString());

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .contains("Rows: 12 read = 4 accepted + 8 rejected {DATE_INVALID=1, ID_INVALID=1,"
            + " LINE_TOO_LONG=1, ROW_REJECTED=2, SCORE_RANGE=3}")
        .contains("from 2 answers. 1 skipped it, not counted. 1 did not know, not counted.");
    assertThat(Files.readAllLines(rejects)).hasSize(9);
    assertThat(Files.readString(rejects)).contains("'=cmd()").doesNotContain("\n=cmd");
  }

  @Test
  void aByteOrderMarkAndUtf16AreRead_row105() throws IOException {
    Path file = folder.resolve("wide.csv");
    Files.write(
        file, "\ufeffrespondent,date,score\na,2025-01-01,10\n".getBytes(StandardCharsets.UTF_16LE));

    assertThat(laurel("nps", "--responses", file.toString()).out())
        .contains("Rows: 1 read = 1 accepted + 0 rejected");
  }

  @Test
  void anEmptyFileHasNoScore_row95() throws IOException {
    Shell shell = laurel("nps", "--responses", file("respondent,date,score\n"));

    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).contains("Rows: 0 read").contains("No answers, so no score.");
  }

  @Test
  void satisfactionAndEffortAreKnownByTheirConventions() throws IOException {
    String answers =
        file("respondent,date,score\na,2025-01-01,5\nb,2025-01-01,2\nc,2025-01-01,4\n");

    assertThat(laurel("csat", "--responses", answers).out())
        .contains("csat v1 (share of 4-5, 1 to 5)")
        .contains("Customer Satisfaction 67 %");
    assertThat(laurel("ces", "--responses", answers, "--convention", "ces-1").out())
        .contains("ces-1 v1 (mean, 1 to 5, lower is better)")
        .contains("Customer Effort Score 1.0 3.67");
  }

  @Test
  void everyConventionOfTheLibraryHasItsCommand() throws Exception {
    String answers = file("respondent,date,score\na,2025-01-01,3\n");
    for (Field field : Conventions.class.getFields()) {
      MetricDefinition definition = (MetricDefinition) field.get(null);
      long commands = Stream.of("nps", "csat", "ces")
          .map(
              command -> laurel(command, "--responses", answers, "--convention", definition.name()))
          .filter(shell -> shell.out().startsWith(definition + "\n"))
          .count();

      assertThat(commands).as(definition.name()).isEqualTo(1);
    }
  }

  @Test
  void whatCannotBeReadIsOneLine() throws IOException {
    String answers = file("who,date,score\na,2025-01-01,5\n");

    Shell missing = laurel("nps", "--responses", answers);
    assertThat(missing.exit()).isEqualTo(3);
    assertThat(missing.err())
        .startsWith("laurel: HEADER_MISMATCH: header must hold the column 'respondent'");
    assertThat(laurel("nps", "--responses", "nowhere.csv").exit()).isEqualTo(3);
    assertThat(laurel("ces", "--responses", answers, "--convention", "ces-9").exit())
        .isEqualTo(2);
    assertThat(laurel("nps", "--responses", answers, "--zone", "Mars/Base").exit())
        .isEqualTo(2);
    assertThat(laurel("nps").exit()).isEqualTo(2);
  }

  @Test
  void aMistypedYearIsNoMistakeOfTheProgram() throws IOException {
    Shell shell = laurel(
        "nps", "--responses", file("respondent,date,score\na,2025-01-01,9\nb,9025-01-02,9\n"));

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err())
        .isEqualTo("laurel: INPUT_TOO_LARGE: a series must have at most 10000 panes: from"
            + " 2025-01-01 to 9025-01-01; is a date mistyped?\n");
  }

  @Test
  void answersThatNeverChangeAreNotSaidToHave() throws IOException {
    StringBuilder csv = new StringBuilder("respondent,date,score\n");
    for (int month = 1; month <= 3; month++) {
      for (int i = 0; i < 20; i++) {
        csv.append(month + "-" + i + ",2025-0" + month + "-01," + i % 11 + "\n");
      }
    }

    assertThat(laurel("nps", "--responses", file(csv.toString())).out())
        .contains("When the answers changed:\nNothing shows that the answers ever changed. The"
            + " clearest cut is at 2025-02-01: Net Promoter Score -60 before, -60 since. Chance"
            + " alone would make so clear a cut 100 times in 100 (p 1.00).\n");
    assertThat(laurel("nps", "--responses", repeats()).out()).doesNotContain("When the answers");
  }

  @Test
  void whatChanceDoesToPeriodsIsForTheUserToSay() throws IOException {
    JsonNode sampling = json("nps", "--responses", year(), "--format", "json");
    JsonNode laney = json("nps", "--responses", year(), "--scatter", "laney", "--format", "json");

    assertThat(sampling.at("/scatter").asText()).isEqualTo("SAMPLING");
    assertThat(laney.at("/scatter").asText()).isEqualTo("LANEY");
    assertThat(laney.at("/chart/points/0/upper").asDouble())
        .isNotEqualTo(sampling.at("/chart/points/0/upper").asDouble());
    // One poor month of ten at the end may be any month's chance.
    assertThat(laney.at("/change/since").asText()).isEqualTo("2025-10-01");
    assertThat(laney.at("/change/pValue").asDouble()).isGreaterThan(.05);
  }

  @Test
  void answersMayComeAsCounts() throws IOException {
    String counted = "nps,--responses,%s,--segment,branch,--count,people,--format,json";
    JsonNode counts = json(counted.formatted(file("""
            date,score,branch,people
            2025-01-01,3,north,2
            2025-01-01,9,south,3
            2025-01-02,,south,1
            2025-01-02,10,south,0
            """)).split(","));
    JsonNode people =
        json("nps", "--responses", file("""
            respondent,date,score,branch
            a,2025-01-01,3,north
            b,2025-01-01,3,north
            c,2025-01-01,9,south
            d,2025-01-01,9,south
            e,2025-01-01,9,south
            f,2025-01-02,,south
            """), "--segment", "branch", "--format", "json");

    assertThat(counts.at("/rows/accepted").asLong()).isEqualTo(4);
    for (String field : List.of("score", "segments", "periods", "counted", "notes")) {
      assertThat(counts.get(field)).isEqualTo(people.get(field));
    }
  }

  @Test
  void countsThatAreNoneAreRejected() throws IOException {
    String answers = file("""
        date,score,people
        2025-01-01,9,2
        2025-01-01,9,-2
        2025-01-01,9,1.5
        2025-01-01,9,
        2025-01-01,9,1000000
        2025-01-01,11,3
        """);

    assertThat(laurel("nps", "--responses", answers, "--count", "people").out())
        .contains("Rows: 6 read = 1 accepted + 5 rejected {NUMBER_FORMAT=4, SCORE_RANGE=1}")
        .contains("from 2 answers.");
    assertThat(laurel("nps", "--responses", answers).exit()).isEqualTo(3);
    assertThat(laurel("nps", "--responses", answers, "--count", "n").exit()).isEqualTo(3);
  }

  @Test
  void theSameSeedTellsTheSame() throws IOException {
    String[] arguments = {"nps", "--responses", year(), "--seed", "7", "--format", "json"};

    assertThat(laurel(arguments).out()).isEqualTo(laurel(arguments).out());
  }
}
