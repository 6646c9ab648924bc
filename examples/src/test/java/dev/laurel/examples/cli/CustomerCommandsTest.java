package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerCommandsTest {
  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static JsonNode json(Shell shell) throws IOException {
    return new ObjectMapper().readTree(shell.out());
  }

  @Nested
  class Clv {
    @Test
    void withoutOptionsAnInventedShopIsValued() {
      Shell shell = laurel("clv", "--until", "2025-06-30");

      assertThat(shell.err()).isEmpty();
      assertThat(shell.exit()).isZero();
      assertThat(shell.out())
          .startsWith("Customers: 2,000 through 2025-06-30, of whom ")
          .contains("Time in weeks, exact;")
          .contains("BG/NBD *      r 0.")
          .contains("Gamma-Gamma   p ")
          .contains(" of 2,000 customers are still customers. Within 12 months of 4.345 weeks")
          .contains("not a promise of one")
          .contains("Test: in the 26.286 weeks that the model has not seen, it expects ")
          .doesNotContain("NaN");
    }

    private static Path cdnow() {
      Path cdnow = Path.of("..", "..", "shared", "data", "cdnow_transactions.txt");
      Assumptions.assumeTrue(Files.exists(cdnow), "CDNOW data is not at hand: ../shared/data");
      return cdnow;
    }

    /** The estimates of the literature; skipped where the data are not at hand. */
    @Test
    void cdnowGivesThePublishedEstimates() throws IOException {
      JsonNode json = json(laurel(
          "clv",
          "--transactions",
          cdnow().toString(),
          "--mapping",
          "cdnow",
          "--until",
          "1997-09-30",
          "--published",
          "--format",
          "json"));

      assertThat(json.at("/rows/read").asInt()).isEqualTo(6_919);
      assertThat(json.at("/customers").asInt()).isEqualTo(2_357);
      assertThat(json.at("/repeaters").asInt()).isEqualTo(946);
      assertThat(json.at("/repeatPurchases").asInt()).isEqualTo(2_457);
      fit(json, "bgnbd", -9582.4255606, "r .2425929 alpha 4.4135316 a .7928861 b 2.4257533");
      fit(json, "mbgnbd", -9582.1326849, "r .5248380 alpha 6.1829920 a .8913562 b 1.6139994");
      fit(json, "pareto", -9594.9739298, "r .5532755 alpha 10.5776124 s .6062139 beta 11.667923");
      fit(json, "gammagamma", -4055.9232435, "p 6.2488020 q 3.7445885 v 15.4477494");
      assertThat(json.at("/frequencySpendCorrelation").asDouble())
          .isCloseTo(.1138839, within(5e-8));
      assertThat(json.at("/values").size()).isEqualTo(2_357);
    }

    /** The likelihood to the seventh decimal, and parameters as closely as it is flat. */
    private static void fit(JsonNode json, String model, double likelihood, String parameters) {
      JsonNode fit = json.at("/models/" + model);
      assertThat(fit.at("/logLikelihood").asDouble()).isCloseTo(likelihood, within(1e-6));
      List<String> words = Splitter.on(' ').splitToList(parameters);
      assertThat(fit.at("/parameters")).hasSize(words.size() / 2);
      for (int i = 0; i < words.size(); i += 2) {
        double printed = Double.parseDouble(words.get(i + 1));
        assertThat(fit.at("/parameters/" + words.get(i) + "/value").asDouble())
            .isCloseTo(printed, within(2e-5 * printed));
      }
    }

    /** The recipe shows what the command prints; skipped where the data are not at hand. */
    @Test
    void theRecipeShowsWhatIsPrinted() throws IOException {
      String recipe = Files.readString(Path.of("..", "docs", "recipes", "customer-value.md"));
      int command = recipe.indexOf(" clv ") + 1;
      String[] arguments = Splitter.on(' ')
          .splitToStream(recipe.substring(command, recipe.indexOf('\n', command)))
          .map(word -> word.equals("cdnow_transactions.txt") ? cdnow().toString() : word)
          .toArray(String[]::new);
      int from = recipe.indexOf("```text\n") + "```text\n".length();

      assertThat(laurel(arguments).out())
          .isEqualToNormalizingNewlines(recipe.substring(from, recipe.indexOf("```", from)));
    }

    @Test
    void aChartIsSvgThatABrowserCanShow() throws IOException {
      Path chart = folder.resolve("clv.svg");

      assertThat(laurel("clv", "--chart", chart.toString()).exit()).isZero();
      assertThat(Files.readString(chart))
          .contains("<svg ")
          .contains("</svg")
          .contains("<path ")
          .contains(">Repeat purchases, counted and expected by BG/NBD</title");
    }

    @Test
    void aChartThatCannotBeWrittenEndsWithSix() {
      Shell shell = laurel("clv", "--chart", folder.toString());

      assertThat(shell.exit()).isEqualTo(6);
      assertThat(shell.err()).startsWith("laurel: OUTPUT_UNWRITABLE: ");
    }

    @Test
    void aModelThatCannotBeFittedSaysWhy() throws IOException {
      String mapping = file("mapping.json", """
          {"format": "delimited", "datePattern": "yyyy-MM-dd", "amountIs": "total", "columns": {
            "member": {"name": "who"}, "occurredAt": {"name": "when"},
            "amount": {"name": "what"}, "currency": {"constant": "EUR"},
            "category": {"constant": "all"}, "kind": {"constant": "purchase"}}}
          """);
      String purchases =
          file("once.csv", "who,when,what\na,2025-01-01,5\nb,2025-01-02,7\nc,2025-13-01,7\n");

      Shell shell = laurel("clv", "--transactions", purchases, "--mapping", mapping);

      assertThat(shell.exit()).isEqualTo(5);
      assertThat(shell.out())
          .contains("Rows: 3 read = 2 accepted + 1 rejected")
          .contains("NO_REPEAT_PURCHASES: nobody came back")
          .contains("No value can be told");
    }

    @Test
    void wrongNumbersAreAWrongCommandLine() {
      assertThat(laurel("clv", "--discount", "-1").exit()).isEqualTo(2);
      assertThat(laurel("clv", "--discount", "NaN").exit()).isEqualTo(2);
      assertThat(laurel("clv", "--unit", "0").exit()).isEqualTo(2);
      assertThat(laurel("clv", "--months", "0").exit()).isEqualTo(2);
      assertThat(laurel("clv", "--model", "crystal").exit()).isEqualTo(2);
      assertThat(laurel("clv", "--transactions", "nowhere.csv").exit()).isEqualTo(3);
    }
  }

  @Nested
  class Drivers {
    private String ratings() throws IOException {
      StringBuilder csv = new StringBuilder("score,advice,workshop,coffee\n");
      for (int i = 0; i < 60; i++) {
        int advice = 1 + i % 3;
        int workshop = 3 + i / 3 % 3;
        int coffee = 4 + i / 9 % 2;
        csv.append(2 * advice + workshop).append(',').append(advice).append(',');
        csv.append(workshop).append(',').append(coffee).append('\n');
      }
      return file("ratings.csv", csv + "5,,3,4\n5,2,high,4\n5,2\n");
    }

    @Test
    void sharesAreToldWithIntervalsAndWhatToDo() throws IOException {
      Shell shell = laurel(
          "drivers", ratings(), "--outcome", "score", "--replicates", "200", "--scale", "1", "5");

      assertThat(shell.err()).isEmpty();
      assertThat(shell.exit()).isZero();
      assertThat(shell.out())
          .contains("Rows: 63 read = 60 complete + 3 rejected")
          .contains("Note: this is association, not cause")
          .containsPattern("advice( +0\\.\\d{3} +0\\.\\d{3} to 0\\.\\d{3}){2}")
          .containsPattern("advice .*concentrate here");
    }

    @Test
    void jsonHoldsAllMeasures() throws IOException {
      JsonNode json = json(laurel(
          "drivers",
          ratings(),
          "--outcome",
          "score",
          "--driver",
          "advice",
          "--replicates",
          "100",
          "--format",
          "json"));

      assertThat(json.at("/rows/rejected").asInt()).isEqualTo(2);
      assertThat(json.at("/drivers").size()).isEqualTo(1);
      assertThat(json.at("/drivers/0/shapley").asDouble())
          .isCloseTo(json.at("/rSquared").asDouble(), within(1e-9));
      // One driver alone has the same share by both measures, in every sample.
      assertThat(json.at("/drivers/0/johnsonLower").asDouble())
          .isCloseTo(json.at("/drivers/0/lower").asDouble(), within(1e-9));
      assertThat(json.at("/drivers/0/johnsonUpper").asDouble())
          .isCloseTo(json.at("/drivers/0/upper").asDouble(), within(1e-9));
      assertThat(json.at("/cautions/0").asText()).startsWith("this is association");
    }

    @Test
    void aChartIsSvg() throws IOException {
      Path chart = folder.resolve("drivers.svg");

      laurel(
          "drivers",
          ratings(),
          "--outcome",
          "score",
          "--replicates",
          "100",
          "--chart",
          chart.toString());

      assertThat(Files.readString(chart))
          .contains("<svg ")
          .contains(">What goes with score (association, not cause)</title");
    }

    @Test
    void whatCannotBeToldSaysWhy() throws IOException {
      Shell shell = laurel("drivers", file("flat.csv", "y,x\n1,2\n1,3\n1,4\n"), "--outcome", "y");

      assertThat(shell.exit()).isEqualTo(5);
      assertThat(shell.out()).contains("Importance cannot be told: OUTCOME_CONSTANT [y]");
    }

    @Test
    void wrongFilesEndWithThreeAndWrongNumbersWithTwo() throws IOException {
      assertThat(laurel("drivers", "nowhere.csv", "--outcome", "y").exit()).isEqualTo(3);
      assertThat(laurel("drivers", file("a.csv", ""), "--outcome", "y").exit()).isEqualTo(3);
      assertThat(
              laurel("drivers", file("b.csv", "x,z\n1,2\n"), "--outcome", "y").exit())
          .isEqualTo(3);
      assertThat(
              laurel("drivers", file("c.csv", "y,y\n1,2\n"), "--outcome", "y").exit())
          .isEqualTo(3);
      assertThat(laurel("drivers", ratings(), "--outcome", "score", "--replicates", "1")
              .exit())
          .isEqualTo(2);
      assertThat(laurel("drivers", ratings(), "--outcome", "score", "--scale", "5", "1")
              .exit())
          .isEqualTo(2);
    }

    @Test
    void bytesThatAreNotTextEndWithThree() throws IOException {
      Path bytes =
          Files.write(folder.resolve("bytes.csv"), new byte[] {'y', ',', (byte) 0xff, '\n'});

      assertThat(laurel("drivers", bytes.toString(), "--outcome", "y").exit()).isEqualTo(3);
    }
  }
}
