package dev.laurel.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every pool whatever happens to it: F11, F12, and that nothing drifts. */
class DeferredPoolLaws {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  /** Something that can happen to a pool; amounts are cut to what the pool allows. */
  record Step(int kind, long size) {
    Recognition applyTo(DeferredPool pool) {
      Points some = STARS.points(size);
      return switch (kind) {
        case 0 -> pool.issue(ExactMoney.ofMinor("EUR", size / 3), some, STARS.points(size * 4 / 5));
        case 1 -> pool.redeem(some.min(pool.outstanding()));
        case 2 -> pool.restore(some.min(pool.redeemed()));
        case 3 -> pool.expire(some.min(pool.outstanding()));
        case 4 -> pool.cancel(some.min(pool.outstanding()));
        default -> {
          Points expected = STARS.points(size + 1).min(pool.issued());
          yield expected.isZero() || pool.rights() != UnexercisedRights.IN_PROPORTION
              ? Recognition.nothing(pool)
              : pool.reestimate(expected, DAY);
        }
      };
    }
  }

  /** F12: what went in came out, is still there, or went back. */
  @Property
  void moneyIsConserved(
      @ForAll("steps") List<Step> steps,
      @ForAll UnexercisedRights rights,
      @ForAll("modes") RoundingMode mode) {
    DeferredPool pool = DeferredPool.open(STARS, "EUR", rights, mode);
    ExactMoney in = ExactMoney.zero("EUR");
    ExactMoney out = in;
    for (Step step : steps) {
      in = step.kind() == 0 ? in.plus(ExactMoney.ofMinor("EUR", step.size() / 3)) : in;
      Recognition recognition = step.applyTo(pool);
      out = out.plus(recognition.revenue())
          .plus(recognition.owedToOthers())
          .plus(recognition.cancelled());
      pool = recognition.pool();
      assertThat(pool.liability().isNegative()).isFalse();
      assertThat(pool.released().isNegative()).isFalse();
      assertThat(in.minus(out)).isEqualTo(pool.liability());
    }
    Recognition end = pool.lapse();

    assertThat(end.pool().liability().isZero()).isTrue();
    assertThat(out.plus(end.revenue()).plus(end.owedToOthers())).isEqualTo(in);
  }

  /** Redemptions one by one recognise what one redemption of them all recognises. */
  @Property
  void nothingDriftsHoweverOftenItIsRecognised(
      @ForAll @Size(max = 30) List<@IntRange(max = 200) Integer> redemptions,
      @ForAll @LongRange(max = 100_000) long minor,
      @ForAll @LongRange(min = 6_001, max = 9_000) long expected) {
    assertThat(drift(redemptions, minor, expected, DeferredPoolLaws::recognise)).isZero();
  }

  /** The twin that spreads what is left over the points that are left is caught. */
  @Property(tries = 1)
  void aProspectiveSpreadIsCaught() {
    List<Integer> redemptions = List.of(7, 7, 7, 7, 7, 7, 7, 7, 7, 7);

    assertThat(drift(redemptions, 100, 6_001, DeferredPoolLaws::recogniseRateByRate))
        .isNotZero();
  }

  interface Recogniser {
    long recognise(List<Integer> redemptions, long minor, long expected);
  }

  private static long drift(
      List<Integer> redemptions, long minor, long expected, Recogniser recogniser) {
    int all = redemptions.stream().mapToInt(Integer::intValue).sum();
    return recogniser.recognise(redemptions, minor, expected)
        - recogniser.recognise(List.of(all), minor, expected);
  }

  private static long recognise(List<Integer> redemptions, long minor, long expected) {
    DeferredPool pool = pool(minor, expected);
    long sum = 0;
    for (int points : redemptions) {
      Recognition recognition = pool.redeem(STARS.points(points));
      sum += recognition.revenue().minor();
      pool = recognition.pool();
    }
    return sum;
  }

  /** What a naive system does: each redemption by itself, rounded by itself. */
  private static long recogniseRateByRate(List<Integer> redemptions, long minor, long expected) {
    long sum = 0;
    for (int points : redemptions) {
      sum += Ratio.scale(minor, Ratio.of(points, expected), RoundingMode.HALF_EVEN);
    }
    return sum;
  }

  private static DeferredPool pool(long minor, long expected) {
    return DeferredPool.open(STARS, "EUR", UnexercisedRights.IN_PROPORTION, RoundingMode.HALF_EVEN)
        .issue(ExactMoney.ofMinor("EUR", minor), STARS.points(10_000), STARS.points(expected))
        .pool();
  }

  /** A changed estimate changes when, not how much. */
  @Property
  void anEstimateChangesOnlyTheTiming(
      @ForAll @LongRange(min = 1, max = 100_000) long minor,
      @ForAll @LongRange(min = 1, max = 10_000) long estimate,
      @ForAll @LongRange(max = 10_000) long redeemed) {
    DeferredPool plain = pool(minor, 9_000).redeem(STARS.points(redeemed)).pool();
    Recognition changed = plain.reestimate(STARS.points(estimate), DAY);

    assertThat(changed.pool().released().plus(changed.pool().lapse().revenue()))
        .isEqualTo(plain.released().plus(plain.lapse().revenue()));
    assertThat(changed.pool().reestimate(STARS.points(9_000), DAY).pool().released())
        .isEqualTo(plain.released());
  }

  @Property
  void mergingIsAssociativeAndCommutative(
      @ForAll("steps") List<Step> a, @ForAll("steps") List<Step> b, @ForAll("steps") List<Step> c) {
    DeferredPool one = after(a);
    DeferredPool two = after(b);
    DeferredPool three = after(c);
    DeferredPool nothing =
        DeferredPool.open(STARS, "EUR", UnexercisedRights.WHEN_GONE, RoundingMode.HALF_EVEN);

    assertThat(one.merge(two)).isEqualTo(two.merge(one));
    assertThat(one.merge(two).merge(three)).isEqualTo(one.merge(two.merge(three)));
    assertThat(one.merge(nothing)).isEqualTo(one);
  }

  private static DeferredPool after(List<Step> steps) {
    DeferredPool pool =
        DeferredPool.open(STARS, "EUR", UnexercisedRights.WHEN_GONE, RoundingMode.HALF_EVEN);
    for (Step step : steps) {
      pool = step.applyTo(pool).pool();
    }
    return pool;
  }

  /**
   * F12 and F6: an allocation is the price, and each part lies within a coin of its exact share.
   */
  @Property
  void anAllocationIsThePrice(
      @ForAll @LongRange(max = 10_000_000) long price,
      @ForAll @LongRange(min = 1, max = 1_000_000) long goods,
      @ForAll @LongRange(max = 1_000_000) long upper,
      @ForAll @LongRange(min = 1, max = 1_000) long lower) {
    Ratio points = Ratio.of(upper, lower);
    Allocation allocation = Allocation.of(
        ExactMoney.ofMinor("EUR", price),
        StandalonePrice.goods(ExactMoney.ofMinor("EUR", goods)),
        new StandalonePrice(StandalonePrice.POINTS, "EUR", points));
    long deferred = allocation.amount(StandalonePrice.POINTS).minor();
    Ratio share = points.dividedBy(points.plus(Ratio.of(goods)));

    assertThat(deferred)
        .isBetween(
            Ratio.scale(price, share, RoundingMode.FLOOR),
            Ratio.scale(price, share, RoundingMode.CEILING));
    assertThat(allocation.amount(StandalonePrice.GOODS).minor()).isEqualTo(price - deferred);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5), Arbitraries.longs().between(0, 5_000))
        .as(Step::new)
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<RoundingMode> modes() {
    return Arbitraries.of(
        RoundingMode.HALF_EVEN, RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING);
  }
}
