package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The money deferred for one cohort of points in one currency, and how much of it is recognised.
 *
 * <p>Of 8,676 deferred for 9,500 expected redemptions, 4,500 redemptions recognise 4,110. Then
 * 9,700 are expected, and 4,000 more recognise 3,493: 3,578 for themselves and -85 for the change
 * of estimate. What is left, 1,073, is recognised when the rest is redeemed or gone.
 *
 * <p>Recognised to date is always the rounded share of the whole, and an event recognises the
 * difference. Hence nothing drifts, and the order and number of events in a period do not change
 * its total. Expectations are of all redemptions ever, those of the past included.
 *
 * <p>Source: IFRS 15.B44 to B47 and Example 52.
 */
public final class DeferredPool {
  private final UnexercisedRights rights;
  private final RoundingMode rounding;
  private final ExactMoney deferred;
  private final ExactMoney released;
  private final Points issued;
  private final Points expected;
  private final Points redeemed;
  private final Points gone;
  private final ImmutableList<Reestimation> history;

  private DeferredPool(
      UnexercisedRights rights,
      RoundingMode rounding,
      ExactMoney deferred,
      ExactMoney released,
      Points issued,
      Points expected,
      Points redeemed,
      Points gone,
      ImmutableList<Reestimation> history) {
    this.rights = rights;
    this.rounding = rounding;
    this.deferred = deferred;
    this.released = released;
    this.issued = issued;
    this.expected = expected;
    this.redeemed = redeemed;
    this.gone = gone;
    this.history = history;
  }

  /**
   * One change of the estimate.
   *
   * @param asOf the day of the change
   * @param before the redemptions that were expected
   * @param after those expected since
   * @param catchUp the revenue it brought, below zero where more redemptions are expected
   */
  public record Reestimation(LocalDate asOf, Points before, Points after, ExactMoney catchUp) {
    /** A change of these parts. */
    public Reestimation {
      requireNonNull(asOf, "asOf");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
      requireNonNull(catchUp, "catchUp");
    }
  }

  /**
   * A pool into which nothing has been deferred.
   *
   * @param type what is counted
   * @param currency the ISO 4217 code of the money
   * @param rights what becomes of money for points that nobody redeems
   * @param rounding how recognised sums are rounded to coins
   */
  public static DeferredPool open(
      PointType type, String currency, UnexercisedRights rights, RoundingMode rounding) {
    ExactMoney nothing = ExactMoney.zero(currency);
    Points none = type.zero();
    return new DeferredPool(
        requireNonNull(rights, "rights"),
        requireNonNull(rounding, "rounding"),
        nothing,
        nothing,
        none,
        none,
        none,
        none,
        ImmutableList.of());
  }

  /**
   * More points with the money deferred for them; recognises at most a difference in rates.
   *
   * @param money the part of the price that is deferred, zero or more
   * @param points the points issued
   * @param expectedOfThem those of them that are expected to be redeemed
   * @throws InvalidValueException RANGE if the money is negative or more are expected than issued
   */
  public Recognition issue(ExactMoney money, Points points, Points expectedOfThem) {
    InvalidValueException.check(
        !money.isNegative() && expectedOfThem.compareTo(points) <= 0,
        FailureCode.RANGE,
        "money",
        "a pool must defer money of zero or more for points of which at most all are expected to be"
            + " redeemed: %s, %s, %s",
        money,
        points,
        expectedOfThem);
    return settled(
        Recognition.Kind.CATCH_UP,
        with(
            deferred.plus(money),
            issued.plus(points),
            expected.plus(expectedOfThem),
            redeemed,
            gone));
  }

  /**
   * Points taken back with their sale, and their share of the deferral, which goes back to the
   * buyer.
   *
   * @throws InvalidValueException RANGE if fewer are outstanding
   */
  public Recognition cancel(Points points) {
    checkOutstanding(points);
    if (points.isZero()) {
      return Recognition.nothing(this);
    }
    Ratio left = Ratio.of(issued.units() - points.units(), issued.units());
    ExactMoney kept = deferred.times(left, rounding);
    Points stillExpected = points(Ratio.scale(expected.units(), left, RoundingMode.HALF_EVEN));
    Recognition recognition = settled(
        Recognition.Kind.CATCH_UP, with(kept, issued.minus(points), stillExpected, redeemed, gone));
    return recognition.cancelling(deferred.minus(kept));
  }

  /**
   * Another expectation of all redemptions, those to date included; what it means for the past is
   * recognised at once.
   *
   * @throws InvalidValueException RANGE if it is zero or above the points issued, VALUE_INVALID
   *     where breakage may not be anticipated
   */
  public Recognition reestimate(Points allRedemptions, LocalDate asOf) {
    requireNonNull(asOf, "asOf");
    InvalidValueException.check(
        rights == UnexercisedRights.IN_PROPORTION,
        FailureCode.VALUE_INVALID,
        "expected",
        "a pool must not anticipate breakage where unexercised rights are %s",
        rights);
    InvalidValueException.check(
        !allRedemptions.isZero() && allRedemptions.compareTo(issued) <= 0,
        FailureCode.RANGE,
        "expected",
        "expected redemptions must be above zero and at most the points issued, %s: %s",
        issued,
        allRedemptions);
    Recognition recognition =
        settled(Recognition.Kind.CATCH_UP, with(deferred, issued, allRedemptions, redeemed, gone));
    Reestimation change = new Reestimation(asOf, expected, allRedemptions, recognition.catchUp());
    return recognition.into(recognition.pool().remembering(change));
  }

  /**
   * Points redeemed.
   *
   * @throws InvalidValueException RANGE if fewer are outstanding
   */
  public Recognition redeem(Points points) {
    checkOutstanding(points);
    return settled(
        Recognition.Kind.CURRENT, with(deferred, issued, expected, redeemed.plus(points), gone));
  }

  /**
   * A redemption taken back: its points are outstanding again.
   *
   * @throws InvalidValueException POINTS_NEGATIVE if fewer were redeemed
   */
  public Recognition restore(Points points) {
    return settled(
        Recognition.Kind.CURRENT, with(deferred, issued, expected, redeemed.minus(points), gone));
  }

  /**
   * Points gone, by expiry or otherwise.
   *
   * <p>Where breakage is recognised in proportion, the estimate has taken care of it, and money
   * moves only once nothing is outstanding.
   *
   * @throws InvalidValueException RANGE if fewer are outstanding
   */
  public Recognition expire(Points points) {
    checkOutstanding(points);
    return settled(
        rights == UnexercisedRights.OWED_TO_OTHERS
            ? Recognition.Kind.OWED_TO_OTHERS
            : Recognition.Kind.BREAKAGE,
        with(deferred, issued, expected, redeemed, gone.plus(points)));
  }

  /** All that is outstanding gone. */
  public Recognition lapse() {
    return expire(outstanding());
  }

  /**
   * The two pools as one.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if they treat unexercised rights or rounding
   *     differently, TYPE_MISMATCH, MIXED_CURRENCY
   */
  public DeferredPool merge(DeferredPool other) {
    InvalidValueException.check(
        rights == other.rights && rounding == other.rounding,
        FailureCode.CONFIG_DUPLICATE,
        "rights",
        "pools must be of one treatment to be merged: %s %s and %s %s",
        rights,
        rounding,
        other.rights,
        other.rounding);
    return new DeferredPool(
        rights,
        rounding,
        deferred.plus(other.deferred),
        released.plus(other.released),
        issued.plus(other.issued),
        expected.plus(other.expected),
        redeemed.plus(other.redeemed),
        gone.plus(other.gone),
        Streams.concat(history.stream(), other.history.stream())
            .sorted(Comparator.comparing(Reestimation::asOf))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The money deferred so far, less what went back with sales. */
  public ExactMoney deferred() {
    return deferred;
  }

  /** What has left the pool as revenue, or as owed to others. */
  public ExactMoney released() {
    return released;
  }

  /** The contract liability: what is deferred and not released. */
  public ExactMoney liability() {
    return deferred.minus(released);
  }

  /** The points issued, less those taken back with sales. */
  public Points issued() {
    return issued;
  }

  /** The redemptions by which revenue is measured: those expected, or all points issued. */
  public Points expected() {
    return rights == UnexercisedRights.IN_PROPORTION ? expected : issued;
  }

  /** The points redeemed to date. */
  public Points redeemed() {
    return redeemed;
  }

  /** The points gone to date. */
  public Points gone() {
    return gone;
  }

  /** The points that can still be redeemed. */
  public Points outstanding() {
    return issued.minus(redeemed).minus(gone);
  }

  /** The changes of the estimate, oldest first. */
  public List<Reestimation> history() {
    return history;
  }

  /** What becomes of money for points that nobody redeems. */
  public UnexercisedRights rights() {
    return rights;
  }

  private void checkOutstanding(Points some) {
    InvalidValueException.check(
        some.compareTo(outstanding()) <= 0,
        FailureCode.RANGE,
        "points",
        "a pool must have the points outstanding, %s: %s",
        outstanding(),
        some);
  }

  private Points points(long units) {
    return issued.type().points(units);
  }

  private DeferredPool with(
      ExactMoney newDeferred,
      Points newIssued,
      Points newExpected,
      Points newRedeemed,
      Points newGone) {
    return new DeferredPool(
        rights,
        rounding,
        newDeferred,
        released,
        newIssued,
        newExpected,
        newRedeemed,
        newGone,
        history);
  }

  private DeferredPool remembering(Reestimation change) {
    return new DeferredPool(
        rights,
        rounding,
        deferred,
        released,
        issued,
        expected,
        redeemed,
        gone,
        ImmutableList.<Reestimation>builder().addAll(history).add(change).build());
  }

  private static Recognition settled(Recognition.Kind kind, DeferredPool next) {
    ExactMoney target = next.target();
    DeferredPool pool = new DeferredPool(
        next.rights,
        next.rounding,
        next.deferred,
        target,
        next.issued,
        next.expected,
        next.redeemed,
        next.gone,
        next.history);
    return Recognition.of(kind, target.minus(next.released), pool);
  }

  /** What must have been released by now: the rounded share of the whole. */
  private ExactMoney target() {
    if (outstanding().isZero()) {
      return deferred;
    }
    boolean isAnticipated = rights == UnexercisedRights.IN_PROPORTION;
    Points upper = isAnticipated ? redeemed : redeemed.plus(gone);
    Points lower = isAnticipated ? expected : issued;
    return upper.compareTo(lower) >= 0 && !upper.isZero()
        ? deferred
        : lower.isZero()
            ? deferred.minus(deferred)
            : deferred.times(Ratio.of(upper.units(), lower.units()), rounding);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeferredPool that
        && rights == that.rights
        && rounding == that.rounding
        && deferred.equals(that.deferred)
        && released.equals(that.released)
        && issued.equals(that.issued)
        && expected.equals(that.expected)
        && redeemed.equals(that.redeemed)
        && gone.equals(that.gone)
        && history.equals(that.history);
  }

  @Override
  public int hashCode() {
    return java.util.Objects.hash(
        rights, rounding, deferred, released, issued, expected, redeemed, gone, history);
  }

  /** The liability and its points, for reading. */
  @Override
  public String toString() {
    return liability() + " deferred for " + outstanding();
  }
}
