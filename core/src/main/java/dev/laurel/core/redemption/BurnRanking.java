package dev.laurel.core.redemption;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.laurel.core.exact.Ratio;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which lots would be spent: some criteria, then expiry, time of earning and name.
 *
 * <p>It is a total order, so that the same lots always give the same plan. The ledger itself burns
 * in one of the orders of {@link dev.laurel.core.ledger.BurnOrder}; this one also knows costs and
 * funders, and tells what another order would cost.
 *
 * @param criteria what counts first, second and so on; none is expiry first
 */
public record BurnRanking(List<Criterion> criteria) {
  private static final Comparator<FundedLot> TIE = Comparator.comparing(BurnRanking::end)
      .thenComparing(FundedLot::earnedAt)
      .thenComparing(FundedLot::id);

  /** One thing by which lots can be ordered. */
  public enum Criterion {
    /** The oldest first. */
    FIRST_EARNED,
    /** The newest first. */
    LAST_EARNED,
    /** The soonest expiry first, those without a date last. */
    FIRST_EXPIRING,
    /** The lowest cost for a point first. */
    CHEAPEST,
    /** The highest cost for a point first. */
    DEAREST,
    /** What partners fund before what the program funds. */
    PARTNER_FUNDED,
    /** What the program funds before what partners fund. */
    OWN_FUNDED
  }

  /** An order by these criteria. */
  public BurnRanking {
    criteria = ImmutableList.copyOf(criteria);
  }

  /** An order by these criteria. */
  public static BurnRanking by(Criterion... criteria) {
    return new BurnRanking(ImmutableList.copyOf(criteria));
  }

  Comparator<FundedLot> comparator() {
    Comparator<FundedLot> order = TIE;
    for (Criterion criterion : Lists.reverse(criteria)) {
      order = comparator(criterion).thenComparing(order);
    }
    return order;
  }

  private static Comparator<FundedLot> comparator(Criterion criterion) {
    return switch (criterion) {
      case FIRST_EARNED -> Comparator.comparing(FundedLot::earnedAt);
      case LAST_EARNED -> Comparator.comparing(FundedLot::earnedAt, Comparator.reverseOrder());
      case FIRST_EXPIRING -> Comparator.comparing(BurnRanking::end);
      case CHEAPEST -> Comparator.comparing(BurnRanking::perPoint);
      case DEAREST -> Comparator.comparing(BurnRanking::perPoint, Comparator.reverseOrder());
      case PARTNER_FUNDED -> Comparator.comparing(lot -> lot.funder().isEmpty());
      case OWN_FUNDED -> Comparator.comparing(lot -> lot.funder().isPresent());
    };
  }

  private static Instant end(FundedLot lot) {
    return lot.expiresAt().orElse(Instant.MAX);
  }

  private static Ratio perPoint(FundedLot lot) {
    return Ratio.of(lot.cost().minor(), lot.points().units());
  }
}
