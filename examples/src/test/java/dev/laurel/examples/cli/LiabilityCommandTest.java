package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiabilityCommandTest {
  /** Constructed for the specification, in thousands of points. */
  private static final String LOYALTY = """
      cohort,issued,lapsed,1,2,3,4,5
      2021,1000,0,220,480,640,720,750
      2022,1200,0,270,590,780,870,
      2023,1500,0,330,730,980,,
      2024,1800,0,410,880,,,
      2025,2000,0,440,,,,
      """;

  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aTableBecomesALiabilityWithItsInterval() throws IOException {
    Shell shell =
        laurel("liability", "--triangle", file("loyalty.csv", LOYALTY), "--cost", "EUR 8000.00");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .contains("2025              2,000          440            0        1,560        1,051"
            + "         26   74.55 %\n")
        .contains("Total             7,500        3,920            0        3,580        1,739"
            + "         41   75.45 %\n")
        .contains("Ultimate redemption rate: 75.45 % (74.")
        .contains("Breakage: 24.55 % (")
        .contains("Future redemption rate: 48.57 % (")
        .contains("point issued in it: 64.00 %; this is no redemption rate")
        .contains("Liability at 1000 points = EUR 8000.00: EUR 13910.20 (EUR 13")
        .contains("the variance of the last development follows Mack's rule");
  }

  @Test
  void aRunBecomesALiabilityTwice() {
    Shell shell = laurel("liability");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .startsWith("dealer, points: 31,949 rows, of which 31,937 are transactions; ")
        .contains("12 cohorts from 2023-01-01 to 2025-12-31")
        .containsPattern("Liability at [^:]*: EUR [0-9.]+ \\(EUR [0-9.]+ to EUR [0-9.]+\\)")
        .containsPattern("By the redemption curve: EUR [0-9.]+ \\(EUR [0-9.]+ to EUR [0-9.]+\\)")
        .contains("Calendar effect: ");
  }

  @Test
  void theDevelopmentIsDrawn() throws IOException {
    Path chart = folder.resolve("chart.svg");
    Shell shell = laurel(
        "liability",
        "--triangle",
        file("loyalty.csv", LOYALTY.replace("2021", "<script>")),
        "--chart",
        chart.toString());

    String svg = Files.readString(chart);
    assertThat(shell.exit()).isZero();
    assertThat(svg).contains("xmlns=\"http://www.w3.org/2000/svg\"").doesNotContain("<script>");
    // What is expected is dashed.
    assertThat(svg).contains("stroke-dasharray:5,4");
  }

  @Test
  void theRealPurchasesOfCdnowBecomeALiability() {
    Path data = Path.of("..", "..", "shared", "data", "cdnow_transactions.txt");
    Assumptions.assumeTrue(Files.exists(data), "CDNOW data is not at hand: ../shared/data");
    Shell shell = laurel(
        "liability",
        "--program",
        "cdnow",
        "--transactions",
        data.toString(),
        "--cost",
        "USD 8.00",
        "--redeem-multiples",
        "100",
        "--expiry-age",
        "5");

    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .startsWith(
            "cdnow, notes: 6,919 rows, of which 6,919 are transactions; 6 cohorts from 1997-01-01 to 1998-06-30")
        .containsPattern("Liability at [^:]*: USD [0-9.]+ \\(USD [0-9.]+ to USD [0-9.]+\\)")
        .contains("nothing is redeemed after age 5")
        .contains("redemptions are assumed: before each transaction members spend all whole");
  }

  @Test
  void aHoleIsOneLineAndExitThree() throws IOException {
    Shell shell =
        laurel("liability", "--triangle", file("hole.csv", LOYALTY.replace("780,870,", "780,,")));

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err())
        .isEqualTo("laurel: VALUE_INVALID: cohort '2022' must show 4 periods without a hole: 3\n");
  }

  @Test
  void whatIsNoCountIsOneLineAndExitThree() throws IOException {
    Shell shell =
        laurel("liability", "--triangle", file("text.csv", LOYALTY.replace("1200", "=1200")));

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err())
        .isEqualTo("laurel: NUMBER_FORMAT: line 3: cell 2 must be a whole number of at most"
            + " 18 digits\n");
  }

  @Test
  void oneCohortShowsNoDevelopment() throws IOException {
    Shell shell = laurel(
        "liability", "--triangle", file("one.csv", "cohort,issued,lapsed,1,2\na,10,0,1,2\n"));

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err()).startsWith("laurel: NO_DEVELOPMENT: ").hasLineCount(1);
  }

  @Test
  void aMissingFileIsOneLineAndExitThree() {
    Shell shell = laurel("liability", "--triangle", folder.resolve("none.csv").toString());

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err()).startsWith("laurel: INPUT_UNREADABLE: ").hasLineCount(1);
  }
}
