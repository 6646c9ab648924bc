package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every number that {@code laurel value} and {@code laurel books} print, and how it comes about.
 */
class ValueAndBooksTest {
  /** G9 of the specification; points over the lines are by 40 : 35 : 45. */
  @Test
  void anOrderIsQuotedAndALineRefunded() {
    Shell shell = laurel("value");

    assertThat(shell.exit()).isZero();
    assertThat(shell.err()).isEmpty();
    assertThat(shell.out()).isEqualTo("""
        Quote
          points                                        12,000
          value, EUR                                     60.00
          cash, EUR                                      89.99
          value and cash, EUR                           149.99
          limit: balance                                18,430
          limit, the narrowest: share of order          12,000
          line 1: 4,000 points for                       20.00
          line 2: 3,500 points for                       17.50
          line 3: 4,500 points for                       22.50
          line 4: 0 points for                            0.00

        Refund of line 2
          points                                         3,500
          cash, EUR                                      17.50

        Rewards for 18,430 points
          each once: 1 service, 1 wash                   88.00
          repeatable: 2 coffee, 1 service                90.00
          greedy, once: 1 service, 1 wash                88.00
        """);
  }

  /** G10 and G12 of the specification. */
  @Test
  void theWorkedExamplesOfTheSpecificationComeOut() {
    assertThat(laurel(
                "value",
                "--line=40.00",
                "--line=35.00",
                "--line=25.00",
                "--other=0.00",
                "--balance=3000",
                "--share=100")
            .out())
        .contains("Refund of line 2\n")
        .contains("  points                                         1,050\n")
        .contains("  cash, EUR                                      29.75\n");
    assertThat(laurel("value", "--balance=30000").out())
        .contains("  each once: 1 wash, 1 weekend                  152.00\n")
        .contains("  repeatable: 2 coffee, 2 service               156.00\n")
        .contains("150.00\n");
  }

  @Test
  void aRequestOutsideTheTermsIsRefusedWithWhatWouldDo() {
    assertThat(laurel("value", "--points=12500").out())
        .startsWith("Refused: above share; the most would be\nQuote\n")
        .contains("12,000");
    assertThat(laurel("value", "--points=2000").out()).contains("139.99");
    assertThat(laurel("value", "--balance=900").out()).contains("below minimum");
  }

  @ParameterizedTest
  @CsvSource({
    "--line=x,NUMBER_FORMAT",
    "--line=-1.00,LINE_NEGATIVE",
    "--share=101,PERCENT_RANGE",
    "--balance=-1,POINTS_NEGATIVE",
    "--refund=9,REFERENCE_UNKNOWN"
  })
  void nonsenseIsAWrongCommandLine(String option, String code) {
    Shell shell = laurel("value", option);

    assertThat(shell.exit()).isEqualTo(2);
    assertThat(shell.err()).startsWith(code + ": ").doesNotContain("\tat ");
  }

  /**
   * By hand, from receipt to roll-forward.
   *
   * <ul>
   *   <li>March: 2,500 x 100 / 2,600 is 96.15. April: 96.15 x 800 / 2,000 is 38.46. May: a fifth of
   *       96.15 goes back, 19.23, and 76.92 stay. July: 76.92 x 800 / 1,700 is 36.20, 2.26 less
   *       than 38.46. 76.92 less 36.20 is 40.72.
   *   <li>November 2024: 4,000 x 160 / 4,160 is 153.85; January: x 1,000 / 3,200 is 48.08; July: x
   *       1,000 / 3,400 is 45.25, 2.83 less; November: what is left of 153.85 is 108.60.
   *   <li>June: 50 stars of 0.05, 80 in 100, are 2.00. August: 1,200 x 51 / 1,251 is 48.92, of
   *       which 550 / 1,020 are 26.38 and 22.54 stay.
   * </ul>
   */
  @Test
  void aYearOfBooksFootsAndBalances() {
    Shell shell = laurel("books");

    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).isEqualTo("""
        One sale: receipt r-2, ben, coffee for EUR 2,500.00, earns 2,500 stars
          20 stars are EUR 1.00 and 80 in 100 are expected to be redeemed: stars of EUR 100.00
          2,500.00 x 100 / 2,600 is deferred:
          2025-03-10  sale, r-2
            Dr cash                               2,500.00
               Cr revenue goods                               2,403.85
               Cr contract liability                             96.15

        What became of it: no other stars were earned in March
          (the goods' part of the return, 480.77, is booked by the till)
          2025-03-31  sale, 2025-03 EUR
            Dr cash                               2,500.00
               Cr revenue goods                               2,403.85
               Cr contract liability                             96.15
          2025-04-30  redemption, 2025-03 EUR
            Dr contract liability                    38.46
               Cr revenue points                                 38.46
          2025-05-31  return, 2025-03 EUR
            Dr contract liability                    19.23
               Cr cash                                           19.23
          2025-07-31  estimate change, 2025-03 EUR
            Dr revenue catch up                       2.26
               Cr contract liability                              2.26
          still deferred                                 40.72

        The year 2025, all members
                                          points           EUR
          opening                          4,000        153.85
          issued                           3,750        147.07
          redeemed                        -2,400       -114.92
          catch up                                        5.09
          expired                         -3,000       -108.60
          clawed back                       -500        -19.23
          closing                          1,850         63.26

        Still deferred, by month of earning
          2024-11 EUR, 0 stars                            0.00
          2025-03 EUR, 1,200 stars                       40.72
          2025-06 EUR, 0 stars                            0.00
          2025-08 EUR, 650 stars                         22.54

        Entries of the year
          2025-01-31  redemption, 2024-11 EUR
            Dr contract liability                    48.08
               Cr revenue points                                 48.08
          2025-03-31  sale, 2025-03 EUR
            Dr cash                               2,500.00
               Cr revenue goods                               2,403.85
               Cr contract liability                             96.15
          2025-04-30  redemption, 2025-03 EUR
            Dr contract liability                    38.46
               Cr revenue points                                 38.46
          2025-05-31  return, 2025-03 EUR
            Dr contract liability                    19.23
               Cr cash                                           19.23
          2025-06-30  grant, 2025-06 EUR
            Dr rewards expense                        2.00
               Cr contract liability                              2.00
          2025-07-31  estimate change, 2024-11 EUR
            Dr revenue catch up                       2.83
               Cr contract liability                              2.83
          2025-07-31  estimate change, 2025-03 EUR
            Dr revenue catch up                       2.26
               Cr contract liability                              2.26
          2025-08-31  sale, 2025-08 EUR
            Dr cash                               1,200.00
               Cr revenue goods                               1,151.08
               Cr contract liability                             48.92
          2025-09-30  redemption, 2025-06 EUR
            Dr contract liability                     2.00
               Cr revenue points                                  2.00
          2025-09-30  redemption, 2025-08 EUR
            Dr contract liability                    26.38
               Cr revenue points                                 26.38
          2025-11-30  expiry, 2024-11 EUR
            Dr contract liability                   108.60
               Cr revenue breakage                              108.60

        What they come to, debits positive
          cash                                        3,680.77
          contract liability                             90.59
          revenue goods                              -3,554.93
          revenue points                               -114.92
          revenue catch up                                5.09
          revenue breakage                             -108.60
          rewards expense                                 2.00
          sum                                             0.00

        Checks
          stars by the members' accounts                 1,850
          stars by the books                             1,850
        """);
  }

  /** January takes 153.85 x 1,000 / 4,000, which is 38.46; November takes the rest, 115.39. */
  @Test
  void breakageCanWaitOrBelongToOthers() {
    assertThat(laurel("books", "--rights=gone").out())
        .contains("  revenue breakage                             -115.39\n")
        .doesNotContain("catch up")
        .contains("  sum                                             0.00\n");
    assertThat(laurel("books", "--rights=owed").out())
        .contains("  owed to others                               -115.39\n")
        .doesNotContain("revenue breakage");
  }

  /** By hand: 336.00 x 37,500 / 80,000 is 157.50; 48,000 x 80,000 / 10,000,000 is 384.00. */
  @Test
  void aDownPaymentHasItsCostItsFunderAndItsEntries() {
    assertThat(laurel("books", "--story=down-payment").out()).isEqualTo("""
        A down payment of USD 3,500.00 with 242,500 points at hand
          points                                       200,000
          their value                                 1,000.00
          money                                       2,500.00
          narrowest limit                        maximum money

        Which points, soonest expiry first, and what they cost
          service-2023, 42,500, the program             178.50
          card-2024, 120,000, card-bank                 600.00
          vehicle-2025, 37,500, the program             157.50
          borne by the program                          336.00
          borne by card-bank                            600.00

        Entries: USD 48,000.00 are deferred for 10,000,000 expected own redemptions
          2026-04-11  redemption, dealer, own points
            Dr contract liability                   384.00
            Dr revenue points                        16.00
               Cr partner payable                               400.00
          2026-04-11  redemption, dealer, points of card-bank
            Dr partner receivable                   600.00
               Cr partner payable                               600.00

        The own points where costs are accrued instead
          2026-04-11  redemption, dealer, own points
            Dr rewards liability                    336.00
            Dr rewards expense                       64.00
               Cr partner payable                               400.00
        """);
    assertThat(laurel("books", "--story=opera").exit()).isEqualTo(2);
  }
}
