package dev.laurel.core.breakage;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Spells;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;

/**
 * Turns what happens to lots into spells: how many periods points stayed, and how they left.
 *
 * <p>Points that were taken back never were. A reversed redemption undoes the latest redemptions of
 * points that the member earned at the same time. What happens after the instant of observation is
 * left out; what is still there then is censored. Memory grows with the dates on which members
 * earned; where members are divided among several, their {@link #spells} merge.
 */
public final class LotFates implements LotFlow {
  /** The cause of points that were redeemed. */
  public static final String REDEEMED = "redeemed";

  /** The cause of points that expired or were forfeited. */
  public static final String LAPSED = "lapsed";

  private final Instant asOf;
  private final ToLongBiFunction<Instant, Instant> periods;
  private final Map<MemberId, Map<Instant, Fate>> fates = new TreeMap<>();

  private LotFates(Instant asOf, ToLongBiFunction<Instant, Instant> periods) {
    this.asOf = asOf;
    this.periods = periods;
  }

  /**
   * Fates observed until an instant, in periods of the caller's measure.
   *
   * @param asOf the first instant that is not observed
   * @param periods how many periods lie between the instant of earning and another, such as
   *     {@code TriangleGrid::periodsBetween}
   */
  public static LotFates until(Instant asOf, ToLongBiFunction<Instant, Instant> periods) {
    return new LotFates(requireNonNull(asOf, "asOf"), requireNonNull(periods, "periods"));
  }

  /** What became of the points that one member earned at one instant. */
  private static final class Fate {
    private long issued;
    private final TreeMap<Long, Long> redeemed = new TreeMap<>();
    private final TreeMap<Long, Long> lapsed = new TreeMap<>();

    private void undo(long units) {
      long rest = units;
      while (rest > 0 && !redeemed.isEmpty()) {
        Map.Entry<Long, Long> latest = redeemed.lastEntry();
        long undone = Math.min(rest, latest.getValue());
        redeemed.put(latest.getKey(), latest.getValue() - undone);
        redeemed.remove(latest.getKey(), 0L);
        rest -= undone;
      }
    }

    private long outstanding() {
      long gone = redeemed.values().stream().mapToLong(Long::longValue).sum()
          + lapsed.values().stream().mapToLong(Long::longValue).sum();
      return issued - gone;
    }
  }

  @Override
  public void issued(MemberId member, Instant earnedAt, long units) {
    if (earnedAt.isBefore(asOf)) {
      Fate fate = fate(member, earnedAt);
      fate.issued = Math.addExact(fate.issued, units);
    }
  }

  @Override
  public void redeemed(MemberId member, Instant earnedAt, Instant at, long units) {
    if (at.isBefore(asOf)) {
      fate(member, earnedAt).redeemed.merge(age(earnedAt, at), units, Math::addExact);
    }
  }

  @Override
  public void redemptionReversed(MemberId member, Instant earnedAt, Instant at, long units) {
    if (at.isBefore(asOf)) {
      fate(member, earnedAt).undo(units);
    }
  }

  @Override
  public void lapsed(MemberId member, Instant earnedAt, Instant at, long units) {
    if (at.isBefore(asOf)) {
      fate(member, earnedAt).lapsed.merge(age(earnedAt, at), units, Math::addExact);
    }
  }

  @Override
  public void takenBack(MemberId member, Instant earnedAt, Instant at, long units) {
    if (at.isBefore(asOf)) {
      Fate fate = fate(member, earnedAt);
      fate.issued = Math.subtractExact(fate.issued, units);
    }
  }

  @Override
  public void givenAway(MemberId member, Instant earnedAt, Instant at, long units) {
    takenBack(member, earnedAt, at, units);
  }

  @Override
  public void received(MemberId member, Instant earnedAt, Instant at, long units) {
    if (at.isBefore(asOf)) {
      issued(member, earnedAt, units);
    }
  }

  /**
   * The spells of all points, in periods, weighted by points, clustered by the member who had them
   * last.
   *
   * @throws InvalidValueException RANGE with the date if more points left than were issued
   */
  public Spells spells() {
    Spells.Builder spells = Spells.endingIn(REDEEMED, LAPSED);
    fates.forEach((member, byDate) -> byDate.forEach((earnedAt, fate) -> {
      String cluster = member.value();
      long outstanding = fate.outstanding();
      InvalidValueException.check(
          outstanding >= 0,
          FailureCode.RANGE,
          "fates",
          "points earned at %s must not give more than they received: %s",
          earnedAt,
          outstanding);
      fate.redeemed.forEach((age, units) -> spells.add(age, REDEEMED, units, cluster));
      fate.lapsed.forEach((age, units) -> spells.add(age, LAPSED, units, cluster));
      spells.addCensored(age(earnedAt, asOf.minusNanos(1)), outstanding, cluster);
    }));
    return spells.build();
  }

  private Fate fate(MemberId member, Instant earnedAt) {
    return fates
        .computeIfAbsent(member, unused -> new TreeMap<>())
        .computeIfAbsent(earnedAt, unused -> new Fate());
  }

  private long age(Instant earnedAt, Instant at) {
    // A fact that arrives late may be dated before the earning that it was served from.
    return Math.max(0, periods.applyAsLong(earnedAt, at));
  }
}
