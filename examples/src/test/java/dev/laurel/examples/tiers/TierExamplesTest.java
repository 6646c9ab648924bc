package dev.laurel.examples.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.program.Submission;
import dev.laurel.tiers.ladder.LadderCheck;
import dev.laurel.tiers.membership.Crossing;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MembershipEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each example prints what somebody who knows such a program expects. */
class TierExamplesTest {
  @Nested
  class FordPassProgram {
    /** Scenario 21: 4,000 points as Bronze, 4,200 as Silver, USD 21.00 and USD 210.00. */
    @Test
    void tellsALifeFromOneCarToTheNext() {
      assertThat(FordPass.story()).isEqualTo("""
              ann on 2025-08-01
                Milestones: 2
                Points: 46000
                  46000 usable through 2027-07-10
                Tier: Silver
                  2025-07-10: Bronze -> Silver, reached, by oil
                  reach Blue: 3 milestones more by 2025-12-31
                  keep Silver: 1 milestones more by 2026-12-31
                  if nothing more happens: Bronze from 2026-01-01
                  milestones: 2
                    + 1 car on 2025-05-10
                    + 1 oil on 2025-07-10
              4200 points pay USD 21.00 of a service
              42000 points pay USD 210.00 of the next car
              ann on 2026-03-01
                Milestones: 3
                Points: 6000
                  6000 usable through 2028-02-01
                Tier: Bronze
                  2025-07-10: Bronze -> Silver, reached, by oil
                  2026-01-01: Silver -> Bronze, not renewed
                  reach Silver: 1 milestones more by 2026-12-31
                  milestones: 1
                    + 1 car on 2025-05-10
                    not counted: oil on 2025-07-10, other period
                    not counted: brakes on 2025-09-01, other period
              cara has 105500 points
                of the service for USD 378.00 at most 70000 points pay USD 350.00, and USD 28.00 is paid, by the share of order
                of the accessory for USD 518.40 at most 96000 points pay USD 480.00, and USD 38.40 is paid, by the share of order
                of the down payment for USD 3500.00 at most 105000 points pay USD 525.00, and USD 2975.00 is paid, by the balance
              and spends them
                500 points for the accessory: refused, BELOW_MINIMUM
                70000 points pay USD 350.00, and USD 28.00 is paid for the service
                20000 points pay USD 100.00, and USD 418.40 is paid for the accessory
                16000 points for the down payment: refused, INSUFFICIENT_POINTS
                15000 points pay USD 75.00, and USD 3425.00 is paid for the down payment
              cara has 500 points and is still Silver
              """);
    }

    @Test
    void blueEarnsTenPercentMore() {
      Life blue = new Life(FordPass.program(), "ann", "2025-01-01");
      for (int i = 0; i < 5; i++) {
        blue.buys("wash-" + i, "2025-02-01", "service", "USD 1.00");
      }
      long before = points(blue);
      blue.buys("service", "2025-03-01", "service", "USD 400.00");

      assertThat(points(blue) - before).isEqualTo(4_400);
      assertThat(blue.tier("fordpass", "2025-03-01")).isEqualTo(FordPass.BLUE);
    }

    @Test
    void pointsLapseAfter730DaysWithoutActivity() {
      Life ann = new Life(FordPass.program(), "ann", "2025-01-01")
          .buys("service", "2025-02-01", "service", "USD 400.00");

      assertThat(ann.membership()
              .member()
              .account(FordPass.POINTS)
              .balance(Life.noon("2027-02-01"))
              .units())
          .isEqualTo(4_000);
      assertThat(ann.membership()
              .member()
              .account(FordPass.POINTS)
              .balance(Life.noon("2027-02-02"))
              .units())
          .isZero();
    }

    @Test
    void morePointsThanThereAreCannotBeSpent() {
      Life ann = new Life(FordPass.program(), "ann", "2025-01-01");

      assertThat(ann.refused(MembershipEvent.of(Submission.of(
                  FordPass.POINTS,
                  new LedgerCommand.Redeem(
                      ann.stamp("r", "2025-02-01"), FordPass.POINTS.points(1), "service"))))
              .code())
          .isEqualTo("INSUFFICIENT_POINTS");
    }

    private long points(Life life) {
      return life.membership()
          .member()
          .account(FordPass.POINTS)
          .balance(Life.noon("2025-03-02"))
          .units();
    }
  }

  @Nested
  class StarbucksProgram {
    /** Scenario 22: 495 stars and $10 make 506 where the purchase is split. */
    @Test
    void tellsTheYearOfAMemberWhoBecomesGold() {
      assertThat(StarbucksRewards.story()).isEqualTo("""
              bob on 2026-02-03
                Stars: 506
                  495 usable through 2026-08-01
                  11 usable through 2026-08-02
                Tier: Gold
                  2026-02-02: Green -> Gold, reached, by latte
                  reach Reserve: 1994 stars more by 2026-12-31
                  keep Gold: 500 stars more by 2027-12-31
                  if nothing more happens: Green from 2028-01-01
                  before then 506 stars expire
                  stars: 506
                    + 495 beans on 2026-02-01
                    + 11 latte on 2026-02-02
              after a double-star day: 528 stars, which pay for
                25: customise a drink
                100: brewed coffee or bakery item
                200: handcrafted drink or hot breakfast
                300: lunch item or packaged coffee
                400: select merchandise
              """);
    }

    @Test
    void theOtherWaysToCrossAThresholdGiveTenAndTwelve() {
      assertThat(stars(Crossing.AT_EVENT_START)).isEqualTo(505);
      assertThat(stars(Crossing.SPLIT_AT_THRESHOLD)).isEqualTo(506);
      assertThat(stars(Crossing.AFTER_EVENT)).isEqualTo(507);
    }

    private long stars(Crossing crossing) {
      return new Life(StarbucksRewards.program(crossing), "bob", "2026-01-01")
          .buys("beans", "2026-02-01", "coffee", "USD 495.00")
          .buys("latte", "2026-02-02", "coffee", "USD 10.00")
          .membership()
          .member()
          .account(StarbucksRewards.STARS)
          .balance(Life.noon("2026-02-03"))
          .units();
    }
  }

  @Test
  void airlineTellsOfAMatchAWaiverAndASoftLanding() {
    assertThat(FrequentFlyer.story()).isEqualTo("""
            2023-04-30: Silver
            2023-05-01: Member
            eve on 2023-07-01
              Qualifying dollars: 4000
              Qualifying miles: 62000
              Tier: Silver
                2023-06-01: Member -> Silver, reached, by transatlantic
                reach Gold: 4000 dollars or card-waiver more by 2023-12-31
                keep Silver: 3000 dollars or card-waiver more by 2024-12-31
                if nothing more happens: Member from 2025-01-01
                miles: 62000
                  + 62000 transatlantic on 2023-06-01
                times segment: 0
                dollars: 4000
                  + 4000 tickets on 2023-06-01
            2023-08-01: Gold
            2024-12-31: Gold
            2025-01-01: Silver
            2026-01-01: Member
            """);
  }

  @Test
  void airlineTellsOfAMatchOnTrialThatIsHalfWon() {
    assertThat(FrequentFlyer.trial()).isEqualTo("""
            2025-03-01: Gold
            2025-04-02: Gold for a year: 13000 miles more by 2025-05-30
            2025-04-02: Silver for a year: 3000 miles more by 2025-05-30
            2025-05-11: Gold for a year: 6000 miles more by 2025-05-30
            2025-05-11: Silver for a year: done by 2025-05-30
            2025-05-30: Gold
            2025-05-31: Silver
            2026-05-31: Silver
            2026-06-01: Member
            """);
  }

  /** A pause at noon of 5 April keeps 14 days and a half, which end with 19 May. */
  @Test
  void primeTellsOnWhichDayWhatMayBeUsed() {
    assertThat(Prime.story()).isEqualTo("""
            2026-01-10 pays until 2026-02-10
            2026-01-20: Prime, subscribed through 2026-02-16, grace included
              Next-day delivery: yes
              Same-day delivery: yes
            2026-01-20 same-day delivery: granted
            2026-01-21 same-day delivery: granted
            2026-01-22 same-day delivery: refused, QUANTITY_USED_UP
            2026-02-10 pays until 2026-03-10
            2026-02-10 same-day delivery: granted
            March is not paid; seven days of grace follow
            2026-03-16: Prime, subscribed through 2026-03-16, grace included
              Next-day delivery: yes
              Same-day delivery: yes
            2026-03-17: Shopper
              Next-day delivery: no, NOT_ELIGIBLE
              Same-day delivery: no, NOT_ELIGIBLE
            2026-03-17 same-day delivery: refused, NOT_ELIGIBLE
            2026-03-20 pays until 2026-04-20
            2026-04-05 pauses
            2026-04-10: Shopper
              Next-day delivery: no, NOT_ELIGIBLE
              Same-day delivery: no, NOT_ELIGIBLE
            2026-05-05 goes on
            2026-05-19: Prime, subscribed through 2026-05-26, grace included
              Next-day delivery: yes
              Same-day delivery: yes
            2026-05-26: Prime, subscribed through 2026-05-26, grace included
              Next-day delivery: yes
              Same-day delivery: yes
            2026-05-27: Shopper
              Next-day delivery: no, NOT_ELIGIBLE
              Same-day delivery: no, NOT_ELIGIBLE
            """);
  }

  /** Of Tom's 101 the family gets 51; half of the 100 that are left goes with him. */
  @Test
  void appleTellsOfOnePoolAndOfServicesForAPersonAndForADevice() {
    assertThat(Apple.story()).isEqualTo("""
            Mia gives all that she earns to the family, Tom one half
              mia earns 120 on the phone
              tom earns 101 on the watch
              mia earns 30 on the web
              family has 201
              mia has 0
              tom has 50
              the family spends 250: refused, INSUFFICIENT_POINTS
              the family spends 101: done
            Tom leaves with one half of what is there
              tom earns 10 on the watch
              family has 50
              mia has 0
              tom has 110
              storage of mia ACTIVE
              care of mia ACTIVE
              refused, ALREADY_ENTITLED
              2026-04-10 mia on the phone: storage yes, care yes
              2026-04-10 mia on the tablet: storage yes, care no
              2026-04-10 mia on the watch: storage yes, care no
            Mia gives her phone to Tom
              care of tom ACTIVE
              2026-04-21 mia on the phone: storage yes, care no
              2026-04-21 mia on the tablet: storage yes, care no
              2026-04-21 mia on the watch: storage yes, care no
              2026-04-21 tom on the phone: storage no, care yes
              2026-04-21 tom on the tablet: storage no, care no
              2026-04-21 tom on the watch: storage no, care no
            and does not extend her storage
              2026-05-02 mia on the phone: storage no, care no
              2026-05-02 mia on the tablet: storage no, care no
              2026-05-02 mia on the watch: storage no, care no
            """);
  }

  @Test
  void hotelTellsOfNightsThatRollOverAndATierThatLastsThroughTheWinter() {
    assertThat(HotelGuest.story()).isEqualTo("""
            max on 2025-04-01
              Tier: Global
                2024-06-01: Guest -> Global, reached, by project
                keep Global: done by 2025-12-31
                if nothing more happens: Global from 2026-03-01
                times nights: 55
                  + 53 visits on 2025-03-01
                  + 2 carried in
                  not counted: project on 2024-06-01, other period
            2026-12-31: Global
            2027-02-28: Global
            2027-03-01: Guest
            """);
  }

  @Test
  void theirLaddersAreSound() {
    for (LoyaltyProgram program : new LoyaltyProgram[] {
      FordPass.program(),
      StarbucksRewards.program(Crossing.SPLIT_AT_THRESHOLD),
      FrequentFlyer.program(),
      HotelGuest.program(),
      Prime.program()
    }) {
      assertThat(
              LadderCheck.of(program.ladders().get(0).latest(), program.points().latest()))
          .isEmpty();
    }
  }
}
