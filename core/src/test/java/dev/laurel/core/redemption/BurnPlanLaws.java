package dev.laurel.core.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every burn order: F11, and that it is a total order. */
class BurnPlanLaws {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");

  /** F11: burned and outstanding cost what was issued, however often is burned. */
  @Property
  void costIsConservedToTheCoin(
      @ForAll("lots") List<FundedLot> lots,
      @ForAll("rankings") BurnRanking ranking,
      @ForAll @LongRange(max = 5_000) long first,
      @ForAll @LongRange(max = 5_000) long second) {
    ExactMoney burned = ExactMoney.zero("EUR");
    List<FundedLot> left = lots;
    for (long points : List.of(first, second, Long.MAX_VALUE)) {
      if (!left.isEmpty()) {
        BurnPlan plan = BurnPlan.of(left, ranking, STARS.points(Math.min(points, units(left))));
        assertThat(plan.cost().plus(cost(plan.left()))).isEqualTo(cost(left));
        assertThat(plan.cost().isNegative()).isFalse();
        burned = burned.plus(plan.cost());
        left = plan.left();
      }
    }

    assertThat(burned).isEqualTo(cost(lots));
    assertThat(left).isEmpty();
  }

  @Property
  void theOrderOfTheListChangesNothing(
      @ForAll("lots") List<FundedLot> lots,
      @ForAll("rankings") BurnRanking ranking,
      @ForAll long seed) {
    List<FundedLot> shuffled = new ArrayList<>(lots);
    Collections.shuffle(shuffled, new Random(seed));
    long half = units(lots) / 2;

    assertThat(BurnPlan.of(shuffled, ranking, STARS.points(half)))
        .isEqualTo(BurnPlan.of(lots, ranking, STARS.points(half)));
  }

  private static long units(List<FundedLot> lots) {
    return lots.stream().mapToLong(lot -> lot.points().units()).sum();
  }

  private static ExactMoney cost(List<FundedLot> lots) {
    return lots.stream().map(FundedLot::cost).reduce(ExactMoney.zero("EUR"), ExactMoney::plus);
  }

  @Provide
  Arbitrary<BurnRanking> rankings() {
    return Arbitraries.of(BurnRanking.Criterion.class).list().ofMaxSize(3).map(BurnRanking::new);
  }

  @Provide
  Arbitrary<List<FundedLot>> lots() {
    Arbitrary<Long> days = Arbitraries.longs().between(0, 4);
    return Combinators.combine(
            Arbitraries.longs().between(1, 2_000),
            Arbitraries.longs().between(0, 300),
            days,
            days.injectNull(0.3),
            Arbitraries.of(true, false))
        .as((points, cost, earned, life, isFunded) -> new FundedLot(
            LotId.of("any"),
            STARS.points(points),
            Instant.EPOCH.plusSeconds(earned * 86_400),
            Optional.ofNullable(life).map(day -> Instant.EPOCH.plusSeconds((9 + day) * 86_400)),
            ExactMoney.ofMinor("EUR", cost),
            isFunded ? Optional.of(Partner.of("hotel")) : Optional.empty()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(BurnPlanLaws::named);
  }

  private static List<FundedLot> named(List<FundedLot> lots) {
    List<FundedLot> named = new ArrayList<>();
    for (FundedLot lot : lots) {
      named.add(new FundedLot(
          LotId.of("L" + named.size()),
          lot.points(),
          lot.earnedAt(),
          lot.expiresAt(),
          lot.cost(),
          lot.funder()));
    }
    return named;
  }
}
