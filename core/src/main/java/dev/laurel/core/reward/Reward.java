package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.draw.DrawId;
import dev.laurel.core.entitlement.Service;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.TimeGate;
import java.time.Period;
import java.util.Optional;

/**
 * What a benefit consists of. Laurel says who has it; delivering it is the caller's affair, who for
 * points, tickets and services passes the command on to the ledger, the draw or the entitlements.
 */
public sealed interface Reward {
  /** The reward in a few words, such as "50 % off at fitness-first". */
  String text();

  /**
   * Something that is simply granted, such as priority boarding.
   *
   * @param description what, in words
   */
  record Privilege(String description) implements Reward {
    /** A checked privilege. */
    public Privilege {
      description = Codes.label("privilege", description, 256);
    }

    @Override
    public String text() {
      return description;
    }
  }

  /**
   * A thing.
   *
   * @param sku the article
   */
  record Gift(Sku sku) implements Reward {
    /** A gift of this article. */
    public Gift {
      requireNonNull(sku, "sku");
    }

    @Override
    public String text() {
      return "gift " + sku;
    }
  }

  /**
   * A part of a price.
   *
   * @param share which part, above 0 and at most 1
   * @param partner where, if it is with a partner
   */
  record Discount(Ratio share, Optional<Partner> partner) implements Reward {
    /**
     * A checked discount.
     *
     * @throws InvalidValueException PERCENT_RANGE if it is nothing, or more than the price
     */
    public Discount {
      requireNonNull(share, "share");
      requireNonNull(partner, "partner");
      InvalidValueException.check(
          share.numerator() > 0 && share.compareTo(Ratio.ONE) <= 0,
          FailureCode.PERCENT_RANGE,
          "share",
          "a discount must be above 0 and at most the price: %s",
          share);
    }

    @Override
    public String text() {
      return share.times(100) + " % off" + at(partner);
    }
  }

  /**
   * A time without paying, such as three months.
   *
   * @param period how long
   * @param partner with whom, if it is with a partner
   */
  record FreePeriod(Period period, Optional<Partner> partner) implements Reward {
    /**
     * A checked period.
     *
     * @throws InvalidValueException PERIOD_INVALID if it is nothing or as
     *     {@link TimeGate#checkPeriod}
     */
    public FreePeriod {
      requireNonNull(partner, "partner");
      TimeGate.checkPeriod(period, "period");
      InvalidValueException.check(
          !period.isZero(),
          FailureCode.PERIOD_INVALID,
          "period",
          "a free period must last for a time: %s",
          period);
    }

    @Override
    public String text() {
      return "free for " + period + at(partner);
    }
  }

  /**
   * A code that a partner honours.
   *
   * @param partner who
   */
  record PartnerCode(Partner partner) implements Reward {
    /** A code of this partner. */
    public PartnerCode {
      requireNonNull(partner, "partner");
    }

    @Override
    public String text() {
      return "code" + at(Optional.of(partner));
    }
  }

  /**
   * Points, which the caller credits through the ledger.
   *
   * @param points how many
   */
  record PointsGift(Points points) implements Reward {
    /** A gift of these points. */
    public PointsGift {
      requireNonNull(points, "points");
    }

    @Override
    public String text() {
      return points.toString();
    }
  }

  /**
   * Tickets for a prize draw.
   *
   * @param draw the draw
   * @param count how many, from 1
   */
  record DrawTickets(DrawId draw, int count) implements Reward {
    /**
     * Checked tickets.
     *
     * @throws InvalidValueException QUANTITY_INVALID if there is none
     */
    public DrawTickets {
      requireNonNull(draw, "draw");
      InvalidValueException.check(
          count >= 1,
          FailureCode.QUANTITY_INVALID,
          "count",
          "tickets of draw '%s' must be at least one: %s",
          draw,
          count);
    }

    @Override
    public String text() {
      return count + (count == 1 ? " ticket" : " tickets") + " in draw " + draw;
    }
  }

  /**
   * An activation of a service.
   *
   * @param service the service
   */
  record ServiceTime(Service service) implements Reward {
    /** An activation of this service. */
    public ServiceTime {
      requireNonNull(service, "service");
    }

    @Override
    public String text() {
      return "service " + service;
    }
  }

  private static String at(Optional<Partner> partner) {
    return partner.map(where -> " at " + where).orElse("");
  }
}
