package dev.laurel.examples.story;

import dev.laurel.core.activity.Attributes;
import dev.laurel.examples.programs.Dice;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.JourneyLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * An invented year at a dealer: 1,800 journeys that begin from January to October and end before
 * the year does.
 *
 * <p>What is planted: of those who book a test drive three of four come to drive; a driver goes on
 * with probability 0.70, one who never drove with 0.25. On paper 45 % of the financing forms lack
 * something, so that the dealer must call back, and then 35 % sign instead of 85 %; of forms that
 * are filled in already 6 % do.
 */
final class DealershipYear {
  private static final int JOURNEYS = 1_800;
  private static final Duration BETWEEN_STARTS = Duration.ofHours(4);

  private final Dice dice;
  private final JourneyLog.Builder log = JourneyLog.builder();

  private DealershipYear(long seed) {
    this.dice = new Dice(new SplittableRandom(seed));
  }

  /** The year that follows from a seed. */
  static JourneyLog of(long seed) {
    DealershipYear year = new DealershipYear(seed);
    for (int i = 0; i < JOURNEYS; i++) {
      Instant start = DealershipMap.BEGUN.plus(BETWEEN_STARTS.multipliedBy(i));
      year.journey(new Traveller(year.log, year.dice, "journey-" + (10_000 + i), start), start);
    }
    return year.log.build();
  }

  private void journey(Traveller customer, Instant start) {
    customer.meets("advert", dice.chance(0.6) ? "web" : "radio");
    boolean isSigned = dice.chance(0.8)
        && evaluates(customer)
        && drives(customer)
        && buys(customer, start.isBefore(DealershipMap.CHANGED));
    long worth = isSigned ? Math.round(100 * dice.logNormal(2_400, 0.25)) : 0;
    BigDecimal mileage = BigDecimal.valueOf(dice.between(8, 45) * 1_000L);
    customer.ends(isSigned, worth, Attributes.none().with("mileage", mileage));
  }

  private boolean evaluates(Traveller customer) {
    if (dice.chance(0.6)) {
      customer.waits(Duration.ofHours(1), Duration.ofDays(4)).meets("configurator", "web");
    }
    customer.waits(Duration.ofDays(1), Duration.ofDays(7));
    String channel = dice.chance(0.7) ? "showroom" : "video";
    customer.rates("advice", channel, EventStatus.COMPLETED, 0.4, 3, 5);
    return dice.chance(0.75);
  }

  private boolean drives(Traveller customer) {
    customer.waits(Duration.ofHours(2), Duration.ofDays(2)).meets("booking", "web");
    boolean comes = dice.chance(0.75);
    customer.waits(Duration.ofDays(7), Duration.ofDays(14));
    if (comes) {
      customer.rates("test-drive", "showroom", EventStatus.COMPLETED, 0.5, 4, 5);
    }
    return dice.chance(comes ? 0.70 : 0.25);
  }

  private boolean buys(Traveller customer, boolean isOnPaper) {
    customer.waits(Duration.ofHours(4), Duration.ofDays(3)).meets("offer", "showroom");
    boolean signs = dice.chance(0.9);
    if (signs && dice.chance(0.85)) {
      signs = finances(customer, dice.chance(isOnPaper ? 0.45 : 0.06));
    }
    if (signs) {
      customer.waits(Duration.ofDays(1), Duration.ofDays(3)).meets("contract", "showroom");
    }
    return signs;
  }

  private boolean finances(Traveller customer, boolean isIncomplete) {
    customer.waits(Duration.ofHours(1), Duration.ofDays(2));
    if (!isIncomplete) {
      customer.rates("financing", "showroom", EventStatus.COMPLETED, 0.5, 3, 5);
      return dice.chance(0.85);
    }
    customer.rates("financing", "showroom", EventStatus.FAILED, 0.5, 1, 4);
    customer.waits(Duration.ofDays(3), Duration.ofDays(9));
    customer.rates("call-back", "phone", EventStatus.COMPLETED, 0.5, 1, 3);
    return dice.chance(0.35);
  }
}
