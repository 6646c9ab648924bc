package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static java.math.RoundingMode.UNNECESSARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that come with the jar, and what they make of their transactions. */
class ProgramFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"dealer", "fordpass", "starbucks", "cdnow"})
  void eachProgramIsReadAndNothingIsOddAboutIt(String name) {
    assertThat(ProgramCheck.findings(Example.program(name))).isEmpty();
  }

  /** Vision, row 1: the points half. Scenarios 12 and 21. */
  @Nested
  class FordPass {
    private String statement(String member, String asOf) {
      return laurel("run", "--program", "fordpass", "--member", member, "--as-of", asOf)
          .out();
    }

    private String why(String event) {
      return laurel("run", "--program", "fordpass", "--explain", event).out();
    }

    @Test
    void aServiceOf400DollarsEarns4000PointsWithoutStatus() {
      assertThat(why("f-13"))
          .contains("service: 4000 points, USD 400.00 at 10 points = USD 1.00")
          .contains("status-bonus: no status that multiplies");
    }

    @Test
    void silverEarnsFivePercentMoreAndBlueTen() {
      assertThat(why("f-22"))
          .contains("4200 points")
          .contains("status-bonus: 200 points, 'service' x 1.05 (Silver member since 2025-01-02)");
      assertThat(why("f-32"))
          .contains("4400 points")
          .contains("status-bonus: 400 points, 'service' x 1.1 (Blue member since 2025-01-02)");
    }

    @Test
    void theCardEarnsOnTopAndOutsideTheNetwork() {
      assertThat(why("f-33"))
          .contains("card: 179 points, USD 59.99 at 3 points = USD 1.00, exactly 179.97 points");
    }

    @ParameterizedTest
    @CsvSource({"2025,2", "2026,1", "2027,1", "2028,1"})
    void aVehicleCountsForItsYearAndThreeMoreAndAServiceForItsYear(int year, int milestones) {
      assertThat(statement("noah", year + "-12-31"))
          .contains("Milestones: " + milestones + " available");
      assertThat(statement("noah", "2029-01-01")).contains("Milestones: 0 available");
    }

    @Test
    void pointsLapse730DaysAfterTheLastPurchaseOrRedemptionAndTheAppDoesNotCount() {
      assertThat(statement("mia", "2027-06-01"))
          .contains("800 available")
          .contains("usable through 2027-06-01 unless active");
      assertThat(statement("mia", "2027-06-02"))
          .contains("0 available")
          .contains("1,000 earned = 200 redeemed + 800 expired");
    }

    @Test
    void aDownPaymentBeyondTheBalanceIsRefused() {
      assertThat(laurel("run", "--program", "fordpass", "--strict").exit()).isEqualTo(5);
      assertThat(laurel("run", "--program", "fordpass").out())
          .contains("  INSUFFICIENT_POINTS 1\n");
    }

    @Test
    void pointsAreWorthHalfACentEach() {
      PointType points = Example.program("fordpass").pointType("points").orElseThrow();
      PointRate rate = PointRate.of(points.points(200), ExactMoney.parse("USD 1.00"));

      assertThat(rate.worth(points.points(4_200), UNNECESSARY)).hasToString("USD 21.00");
      assertThat(rate.worth(points.points(42_000), UNNECESSARY)).hasToString("USD 210.00");
    }
  }

  /** Vision, row 4: the points half. Scenario 22; the status comes as a number with its reason. */
  @Nested
  class Starbucks {
    private String why(String event) {
      return laurel("run", "--program", "starbucks", "--explain", event).out();
    }

    @Test
    void tenDollarsAreTenTwelveOrSeventeenStarsByTier() {
      assertThat(why("s-01")).contains("s-01 on 2026-01-05: 10 stars");
      assertThat(why("s-05")).contains("s-05 on 2026-02-03: 12 stars");
      assertThat(why("s-22")).contains("s-22 on 2026-01-05: 17 stars");
    }

    @Test
    void thePurchaseThatMakesGoldStillEarnsAtTheOldRate() {
      Shell before =
          laurel("run", "--program", "starbucks", "--member", "gina", "--as-of", "2026-01-31");
      Shell after =
          laurel("run", "--program", "starbucks", "--member", "gina", "--as-of", "2026-02-02");

      assertThat(before.out()).contains("Stars: 495 available");
      assertThat(after.out()).contains("Stars: 505 available");
    }

    @Test
    void aDoubleStarDayAddsToTheTierInsteadOfMultiplyingIt() {
      assertThat(why("s-06"))
          .contains("s-06 on 2026-03-17: 22 stars")
          .contains("tier-rate: 2 stars, 'per-dollar' x 1.2 (Gold since 2026-02-02)")
          .contains("double-star-day: 10 stars, 'per-dollar' x 2");
    }

    @Test
    void eachStepOfTheLadderIsSpentSoonestExpiryFirstAndTheLastIsOutOfReach() {
      assertThat(why("s-07")).contains("spent 25 stars: 10 of lot s-01/per-dollar, 15 of lot s-02");
      assertThat(laurel("run", "--program", "starbucks", "--member", "gina").out())
          .contains("539 earned = 214 available + 325 redeemed")
          .contains("170 after 2026-07-31");
      assertThat(why("s-10")).contains("requested 400 stars, available 214 stars");
    }

    @Test
    void starsOfTheLastHourOfJanuaryBelongToJanuaryInSeattle() {
      assertThat(laurel("run", "--program", "starbucks", "--member", "ravi").out())
          .contains("earned 2026-01-31, usable through 2026-07-31");
    }
  }

  /**
   * 6,919 real purchases, where they are at hand beside the repository. The figures are those of
   *
   * <pre>{@code
   * awk '{ gsub(/\r/,""); c = int($5*100+.5); n[$1]++
   *        p = ($3 <= 19970331) ? int(2*c/100) : int(c/100)     # 1 per dollar, double at launch
   *        if (n[$1] == 1) p += 100                             # welcome
   *        if (n[$1] % 10 == 0) p += 250                        # collector
   *        t += p
   *        if ($3 <= 19970629) e += p }                         # twelve months, by 1998-06-30
   *      END { print t, e, t-e }' cdnow_transactions.txt
   * }</pre>
   *
   * which prints 626224 497152 129072.
   */
  @Nested
  class Cdnow {
    @Test
    void totalsAreThoseOfAnIndependentCount() {
      Path file = Path.of("..", "..", "shared", "data", "cdnow_transactions.txt");
      Assumptions.assumeTrue(Files.exists(file), "CDNOW data is not at hand: ../shared/data");

      Shell shell = laurel("run", "--program", "cdnow", "--transactions", file.toString());

      assertThat(shell.out())
          .startsWith("cdnow, version 1, at the end of 1998-06-30\n")
          .contains("Rows: 6,919 read = 6,919 accepted + 0 rejected\n")
          .contains("Members: 2,357\n")
          .contains("626,224 earned = 129,072 available + 497,152 expired");
    }

    @Test
    void withoutItsDataTheProgramAsksForThem() {
      assertThat(laurel("run", "--program", "cdnow").err())
          .startsWith("laurel: TRANSACTIONS_REQUIRED: ");
    }
  }

  @Test
  void everyProgramSaysWhatItsRulesGive() {
    for (String name : Example.NAMES) {
      Program program = Example.program(name);
      assertThat(program.rules().rules())
          .allSatisfy(rule -> assertThat(rule.description()).isNotEmpty());
    }
  }
}
