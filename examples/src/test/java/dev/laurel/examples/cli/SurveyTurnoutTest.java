package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who answered of those who were asked, from the command line. */
class SurveyTurnoutTest {
  private static final String GROUPS = "group,people\nnew,5000\nmid,3000\nvip,2000\n";

  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** The strata of the library's tests: NPS -10, 20 and 50 of 100, 100 and 50 answers. */
  private String strata() throws IOException {
    StringBuilder csv = new StringBuilder("respondent,date,score,group\n");
    people(csv, "new", 40, 30, 30);
    people(csv, "mid", 20, 40, 40);
    people(csv, "vip", 5, 15, 30);
    return file("answers.csv", csv.toString());
  }

  private static void people(StringBuilder csv, String group, int... counts) {
    int[] scores = {3, 8, 10};
    int person = 0;
    for (int kind = 0; kind < counts.length; kind++) {
      for (int i = 0; i < counts[kind]; i++) {
        csv.append(group).append(++person).append(",2025-03-01,").append(scores[kind]);
        csv.append(',').append(group).append('\n');
      }
    }
  }

  private Shell compare(String answers, String invitations, String... more) {
    List<String> arguments = new ArrayList<>(List.of("nps", "--responses", answers));
    arguments.addAll(List.of("--segment", "group", "--invitations", invitations));
    arguments.addAll(List.of(more));
    return laurel(arguments.toArray(String[]::new));
  }

  private JsonNode json(String answers, String invitations, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--format", "json"));
    arguments.addAll(List.of(more));
    Shell shell = compare(answers, invitations, arguments.toArray(String[]::new));
    return new ObjectMapper().readTree(shell.out()).at("/turnout");
  }

  @Test
  void whoAnsweredIsComparedInWordsAndMadeUpFor() throws IOException {
    Shell shell = compare(strata(), file("asked.csv", GROUPS), "--group-size", "people");

    assertThat(shell.exit()).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out()).contains("""
            Who answered, 250 of 10,000 asked: 3 rows read = 3 accepted + 0 rejected
              mid                    3.3 %  of     3,000 asked  unusually many
              new                    2.0 %  of     5,000 asked  unusually few
              vip                    2.5 %  of     2,000 asked
            Those who answered are not like those asked: mid is 30 % of those asked and 40 % of\
             those who answered. 10 % of the answers would have to come from other segments.\
             Chance alone would do this once in 1,000 (p 0.001). Weights by segment make up for it.
            Weighted by who was asked +11, between +1 and +21.
            """);
  }

  /** Oracle: chi-squared of scipy; post-stratification of R survey, with its error times z. */
  @Test
  void theNumbersAreThoseOfTheLibrary() throws IOException {
    JsonNode turnout = json(strata(), file("asked.csv", GROUPS), "--group-size", "people");

    assertThat(turnout.at("/asked").asLong()).isEqualTo(10_000);
    assertThat(turnout.at("/answered").asLong()).isEqualTo(250);
    assertThat(turnout.at("/chiSquared").asDouble()).isCloseTo(13.6752136752, within(6e-11));
    assertThat(turnout.at("/pValue").asDouble()).isCloseTo(.0010726673976605, within(6e-17));
    assertThat(turnout.at("/parts/0/segment").asText()).isEqualTo("mid");
    assertThat(turnout.at("/parts/0/value").asDouble()).isCloseTo(1 / 30.0, within(1e-12));
    assertThat(turnout.at("/parts/0/residual").asDouble()).isCloseTo(3.49428279, within(6e-9));
    assertThat(turnout.at("/weighted/value").asDouble()).isCloseTo(.11, within(1e-12));
    assertThat(turnout.at("/weighted/upper").asDouble())
        .isCloseTo(.11 + 1.959963984540054 * .05098428768, within(6e-11));
    assertThat(turnout.at("/weighted/method").asText()).isEqualTo("post-stratified");
    assertThat(turnout.at("/remarks")).isEmpty();
  }

  @Test
  void aRowForEachPersonGivesTheSameAsTheirNumbers() throws IOException {
    StringBuilder people = new StringBuilder("respondent,mail,group\n");
    IntStream.rangeClosed(1, 5000).forEach(i -> people.append("new" + i + ",x,new\n"));
    IntStream.rangeClosed(1, 3000).forEach(i -> people.append("mid" + i + ",x,mid\n"));
    IntStream.rangeClosed(1, 2000).forEach(i -> people.append("vip" + i + ",x,vip\n"));
    JsonNode byPerson = json(strata(), file("people.csv", people.toString()));
    JsonNode byGroup = json(strata(), file("asked.csv", GROUPS), "--group-size", "people");

    for (String field : List.of("asked", "answered", "parts", "pValue", "weighted", "text")) {
      assertThat(byPerson.get(field)).isEqualTo(byGroup.get(field));
    }
  }

  /**
   * The second answer of a counts in May and June; z was not asked, and b sits in another group.
   */
  @Test
  void aPersonCountsOnceInTheSegmentInWhichTheyWereAsked() throws IOException {
    String answers = file("answers.csv", """
        respondent,date,score,group
        a,2025-05-01,0,north
        a,2025-06-01,10,north
        b,2025-05-02,9,north
        c,2025-05-03,,south
        z,2025-05-04,5,south
        """);
    String asked = file("asked.csv", "respondent,group\na,north\nb,south\nc,south\nd,north\n");
    JsonNode latest = json(answers, asked);
    JsonNode first = json(answers, asked, "--policy", "first");

    assertThat(latest.at("/answered").asLong()).isEqualTo(2);
    assertThat(latest.at("/notAsked").asLong()).isEqualTo(1);
    assertThat(latest.at("/parts/0/answered").asLong()).isEqualTo(1);
    assertThat(latest.at("/parts/1/answered").asLong()).isEqualTo(1);
    assertThat(latest.at("/weighted/value").asDouble()).isEqualTo(1);
    assertThat(first.at("/weighted/value").asDouble()).isZero();
    assertThat(latest.at("/remarks/0").asText())
        .isEqualTo("Left out here: 1 who answered and was not asked.");
  }

  @Test
  void aSegmentOfWhichNobodyAnsweredHasNoWeights() throws IOException {
    String asked = file("asked.csv", GROUPS + "lost,500\ngone,0\nquiet,7\n");
    JsonNode turnout = json(strata(), asked, "--group-size", "people");

    assertThat(turnout.has("weighted")).isFalse();
    assertThat(turnout.at("/parts")).hasSize(5);
    assertThat(turnout.at("/remarks/0").asText())
        .isEqualTo("Nobody of lost answered nor of 1 other segments, so no weights can speak for"
            + " them.");
  }

  @Test
  void moreAnswersThanWereAskedContradictAndTheScoreIsToldAllTheSame() throws IOException {
    String asked = file("asked.csv", "group,people\nnew,5000\nmid,3000\nvip,49\n");
    Shell shell = compare(strata(), asked, "--group-size", "people");
    JsonNode turnout = json(strata(), asked, "--group-size", "people");
    String unknown = file("asked.csv", "group,people\nnew,5000\nmid,3000\n");

    assertThat(shell.exit()).isEqualTo(5);
    assertThat(shell.out())
        .contains("Net Promoter Score +14")
        .contains("Who answered cannot be told: segment 'vip' must have from 0 to as many answers"
            + " as people asked: 50 of 49.");
    assertThat(turnout.at("/failure").asText()).isEqualTo("RANGE");
    assertThat(turnout.has("pValue")).isFalse();
    assertThat(compare(strata(), unknown, "--group-size", "people").out())
        .contains("segment 'vip' must have from 0 to as many answers as people asked: 50 of 0.");
  }

  @Test
  void nobodyAskedOrNobodyWhoAnsweredCannotBeCompared_row95() throws IOException {
    String none = file("none.csv", "respondent,date,score,group\n");

    assertThat(compare(strata(), file("asked.csv", "respondent,group\n")).out()).contains("""
            Who answered, 0 of 0 asked: 0 rows read = 0 accepted + 0 rejected
            Nobody who was asked answered, so there is nothing to compare.
            Left out here: 250 who answered and were not asked.
            """);
    assertThat(
            compare(none, file("asked.csv", GROUPS), "--group-size", "people").out())
        .contains("Who answered, 0 of 10,000 asked: 3 rows read")
        .contains("Nobody who was asked answered, so there is nothing to compare.");
    assertThat(
            compare(none, file("asked.csv", GROUPS), "--group-size", "people").exit())
        .isZero();
  }

  @Test
  void aBadRowOfInvitationsIsRejectedWithItsReason() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    String people = file("people.csv", "respondent,group\na,new\na,mid\n,new\nb\nc,\n");
    String groups = file("groups.csv", """
        group,people
        new,5000
        new,10
        mid,-3
        vip,2.5
        old,
        all,9999999999
        """);
    Shell byGroup =
        compare(strata(), groups, "--group-size", "people", "--rejects", rejects.toString());

    assertThat(compare(strata(), people).out())
        .contains("5 rows read = 2 accepted + 3 rejected {CONFIG_DUPLICATE=1, ID_INVALID=1,"
            + " ROW_REJECTED=1}");
    assertThat(byGroup.exit()).isEqualTo(5);
    assertThat(byGroup.out())
        .contains("6 rows read = 1 accepted + 5 rejected {CONFIG_DUPLICATE=1, NUMBER_FORMAT=4}");
    assertThat(Files.readAllLines(rejects))
        .hasSize(6)
        .contains(
            "3,CONFIG_DUPLICATE,invitations.group,'new' must be invited in one row,\"new,10\"");
  }

  @Test
  void aFileOrCommandLineThatDoesNotFitIsOneLine() throws IOException {
    String asked = file("asked.csv", GROUPS);
    Shell missing = compare(strata(), asked);

    assertThat(missing.exit()).isEqualTo(3);
    assertThat(missing.err())
        .isEqualTo("laurel: HEADER_MISMATCH: --invitations: header must hold the column"
            + " 'respondent': [group, people]\n");
    assertThat(compare(strata(), folder.resolve("nowhere.csv").toString()).exit())
        .isEqualTo(3);
    assertThat(compare(strata(), asked, "--invited", "9000").err())
        .startsWith("--invited and --invitations both say how many were asked: take one");
    assertThat(laurel("nps", "--responses", strata(), "--invitations", asked).err())
        .startsWith("--invitations needs --segment, by which to tell who answered");
    assertThat(compare(strata(), asked, "--count", "score").err())
        .startsWith("--count names nobody, so --invitations needs --group-size");
    assertThat(laurel("nps", "--responses", strata(), "--group-size", "people").exit())
        .isEqualTo(2);
  }
}
