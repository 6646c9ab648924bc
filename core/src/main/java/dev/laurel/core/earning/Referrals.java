package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * Who brought in whom: a forest in which each member was brought in by at most one other.
 *
 * <p>A persistent value that is passed in and handed on, as {@link Budgets} are.
 */
public final class Referrals {
  private static final Referrals NONE = new Referrals(TreePMap.empty());

  private final PMap<MemberId, MemberId> referrers;

  private Referrals(PMap<MemberId, MemberId> referrers) {
    this.referrers = referrers;
  }

  /** Nobody brought in anybody. */
  public static Referrals none() {
    return NONE;
  }

  /** The referrals of a map from each member brought in to the one who did. */
  public static Referrals of(Map<MemberId, MemberId> referrerByReferee) {
    Referrals referrals = NONE;
    for (Map.Entry<MemberId, MemberId> link : referrerByReferee.entrySet()) {
      referrals = referrals.with(link.getKey(), link.getValue());
    }
    return referrals;
  }

  /** Who brought in this member. */
  public Optional<MemberId> referrerOf(MemberId referee) {
    return Optional.ofNullable(referrers.get(requireNonNull(referee, "referee")));
  }

  /** Whether the referrer may still be noted as having brought in the other. */
  public boolean admits(MemberId referee, MemberId referrer) {
    return !referrers.containsKey(referee) && !isAncestor(referee, referrer);
  }

  /**
   * These referrals and one more.
   *
   * @throws InvalidValueException RULE_CYCLE if the referee was brought in before, or brought in
   *     the referrer, directly or through others
   */
  public Referrals with(MemberId referee, MemberId referrer) {
    InvalidValueException.check(
        admits(requireNonNull(referee, "referee"), requireNonNull(referrer, "referrer")),
        FailureCode.RULE_CYCLE,
        "referrer",
        "member '%s' must be brought in once, and by nobody whom they brought in: %s",
        referee,
        referrer);
    return new Referrals(referrers.plus(referee, referrer));
  }

  /** The referrals after an event was accrued. */
  public Referrals after(Accrual accrual) {
    return accrual.referral().map(link -> with(link.referee(), link.referrer())).orElse(this);
  }

  /** The referrals after an event was taken back as a whole. */
  public Referrals without(Accrual accrual) {
    return accrual
        .referral()
        .filter(link -> link.referrer().equals(referrers.get(link.referee())))
        .map(link -> new Referrals(referrers.minus(link.referee())))
        .orElse(this);
  }

  /** The map from each member brought in to the one who did. */
  public ImmutableSortedMap<MemberId, MemberId> links() {
    return ImmutableSortedMap.copyOf(referrers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Referrals that && referrers.equals(that.referrers);
  }

  @Override
  public int hashCode() {
    return referrers.hashCode();
  }

  /** The links, for reading. */
  @Override
  public String toString() {
    return "Referrals" + links();
  }

  /** Whether the one is the other or among those who, step by step, brought in the other. */
  private boolean isAncestor(MemberId candidate, MemberId member) {
    MemberId current = member;
    // A forest by construction, so that the walk up ends.
    while (current != null) {
      if (current.equals(candidate)) {
        return true;
      }
      current = referrers.get(current);
    }
    return false;
  }
}
