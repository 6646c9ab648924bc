package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributeAndDayTest {
  @TempDir
  private Path folder;

  /** The published toy: without g one conversion in four is left, without m half. */
  @Test
  void dividesTheConversionsOfAFileOfPaths() throws IOException {
    String paths = file("paths.csv", """
        path,conversions,null
        g,2,1
        m,1,0
        g > m,1,0
        x,-1,0
        """);

    Shell shell = laurel("attribute", "--paths", paths);

    assertThat(shell.out()).isEqualTo("""
        4 rows read = 3 accepted + 1 rejected
        5 journeys, 4 conversions
        Touchpoint               first      last    linear   shapley   removal   effect =   reach x   lift
        g                         3.00      2.00      2.50      2.50      2.40   75.0 % =  80.0 % x   0.94
        m                         1.00      2.00      1.50      1.50      1.60   50.0 % =  40.0 % x   1.25
        An effect is large for what is met often; lift tells whether those who met it converted more. \
        Association, not cause.
        """);
    assertThat(shell.err()).isEqualTo("RANGE in line 5\n");
  }

  @Test
  void nothingConvertedIsSaid() throws IOException {
    String paths = file("paths.csv", "path,conversions,null\na > b,0,7\n");

    assertThat(laurel("attribute", "--paths", paths).out())
        .endsWith("there is nothing to divide.\n");
  }

  @Test
  void anOrderThatNoChainHasIsOneLineAndExitThree() throws IOException {
    String paths = file("paths.csv", "path,conversions,null\na > b,1,7\n");
    Shell shell = laurel("attribute", "--paths", paths, "--order", "9");

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err())
        .contains("a chain must remember 1 to 8 touchpoints: 9")
        .hasLineCount(1);
  }

  /** Pages after mail convert and pages after adverts do not: only a memory of two can tell. */
  @Test
  void theOrderIsChosenByWhatItTellsOfUnseenJourneys() throws IOException {
    String paths = file("paths.csv", """
        path,conversions,null
        mail > page,20,0
        advert > page,0,40
        """);

    Shell shell = laurel("attribute", "--paths", paths, "--order", "auto", "--most-order", "3");

    assertThat(shell.out()).isEqualTo("""
        2 rows read = 2 accepted + 0 rejected
        60 journeys, 20 conversions
        Order   places     AUC   error   unseen
            1        3   0.500   0.000    0.0 %
            2        4   1.000   0.000    0.0 %  chosen
            3        4   1.000   0.000    0.0 %
        Order 2 is the best, and no smaller one is within its standard error. AUC is told of journeys \
        that the chain has not seen, in 10 parts by seed 1; 0.5 is chance.
        Touchpoint               first      last    linear   shapley   removal   effect =   reach x   lift
        mail                     20.00      0.00     10.00     10.00     10.00  100.0 % =  33.3 % x   3.00
        page                      0.00     20.00     10.00     10.00     10.00  100.0 % = 100.0 % x   1.00
        advert                    0.00      0.00      0.00      0.00      0.00    0.0 % =  66.7 % x   0.00
        An effect is large for what is met often; lift tells whether those who met it converted more. \
        Association, not cause.
        """);
  }

  @Test
  void whereNoOrderTellsAnythingTheSmallestIsChosen() throws IOException {
    String paths = file("paths.csv", "path,conversions,null\na > b,20,20\n");
    Shell shell = laurel("attribute", "--paths", paths, "--order", "auto");

    assertThat(shell.out())
        .contains("Order 1 is the best")
        .contains("No order tells conversions better than chance");
    assertThat(laurel(
                "attribute",
                "--paths",
                file("few.csv", "path,conversions,null\na,9,90\n"),
                "--order",
                "auto")
            .out())
        .contains("to choose an order; order 1 it is.")
        .contains("a                         9.00");
  }

  @Test
  void anOrderThatIsNoneIsAMistakeOfTheLine() throws IOException {
    String paths = file("paths.csv", "path,conversions,null\na,10,10\n");
    Shell word = laurel("attribute", "--paths", paths, "--order", "best");
    Shell most = laurel("attribute", "--paths", paths, "--order", "auto", "--most-order", "9");

    assertThat(word.exit()).isEqualTo(2);
    assertThat(word.err()).contains("--order must be a whole number or auto: best");
    assertThat(most.exit()).isEqualTo(3);
    assertThat(most.err()).contains("1 to 8 touchpoints: 9").hasLineCount(1);
  }

  @Test
  void withoutFilesADayIsTheDriversOne() {
    assertThat(laurel("day").out()).contains("coverage: Tesla 73.2 %, BMW 49.9 %");
  }

  private static final String WEEK = """
      {"schemaVersion": 1, "name": "Week",
       "persona": {"id": "runner", "name": "Runner",
                   "evidence": {"type": "assumed", "source": "a talk"}},
       "contexts": [
         {"id": "run", "activity": "Runs in the park", "place": "park", "duration": "PT30M",
          "timesPerWeek": 4, "need": 0.9, "relation": "NONE"},
         {"id": "gym", "activity": "Goes to the gym", "place": "gym", "duration": "PT1H",
          "timesPerWeek": 2, "need": 0.2, "relation": "TOUCHED"}]}
      """;

  private static final String OFFERINGS = "{\"schemaVersion\":1,\"company\":\"Acme\",\"fits\":["
      + "{\"offering\":\"towel\",\"context\":\"gym\",\"role\":\"FUNCTIONAL\",\"strength\":0.5}]}\n";

  @Test
  void aWeekOfOnesOwnIsTold() throws IOException {
    Shell shell =
        laurel("day", "--week", file("week.json", WEEK), "--offerings", file("o.jsonl", OFFERINGS));

    assertThat(shell.out()).isEqualTo("""
        Acme: serves 50.0 % of the week, 25.0 % by strength
          nothing for Runs in the park, 120 min a week, need 0.9
        """);
  }

  @Test
  void whatMakesNoSenseIsOneLineAndExitThree() throws IOException {
    String week = file("week.json", WEEK);
    String offerings = file("o.jsonl", OFFERINGS);

    Shell owner = laurel(
        "day", "--week", file("w.json", WEEK.replace("NONE", "OWNER")), "--offerings", offerings);
    assertThat(owner.exit()).isEqualTo(3);
    assertThat(owner.err()).contains("week: contexts[0].relation: ").hasLineCount(1);
    Shell strong = laurel(
        "day", "--week", week, "--offerings", file("p.jsonl", OFFERINGS.replace("0.5", "1.5")));
    assertThat(strong.exit()).isEqualTo(3);
    assertThat(strong.err()).contains("line 1 fits[0].strength: ").hasLineCount(1);
    Shell pool = laurel(
        "day", "--week", week, "--offerings", file("q.jsonl", OFFERINGS.replace("gym", "pool")));
    assertThat(pool.exit()).isEqualTo(3);
    assertThat(pool.err()).contains("must serve in a context of 'Week': pool").hasLineCount(1);
    assertThat(laurel("day", "--week", "none.json", "--offerings", offerings).exit())
        .isEqualTo(3);
    assertThat(laurel("day", "--week", week))
        .matches(shell -> shell.exit() == 2 && shell.err().contains("belong together"));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
