package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.TimeGate;
import dev.laurel.tiers.membership.MemberDifference.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A question: what would have come of the same lives under another program?
 *
 * <p>Each life is told to both programs and looked at as of one instant. Nothing is kept between
 * members, so that a million members take the memory of one; what members share, the
 * {@link Commons} of budgets, referrals, stock and services, begins anew for each.
 *
 * @param now the program as it is
 * @param then the program as it would be
 * @param asOf the instant at which both are looked at, not before the last event of any life
 */
public record WhatIf(LoyaltyProgram now, LoyaltyProgram then, Instant asOf) {
  /** A question of these parts. */
  public WhatIf {
    requireNonNull(now, "now");
    requireNonNull(then, "then");
    asOf = TimeGate.admit(asOf, "asOf");
  }

  /**
   * One member and all that was told about the membership.
   *
   * @param member the member
   * @param enrolledAt when the member enrolled
   * @param facts what was known at enrolment
   * @param events what was told, in the order of arrival
   */
  public record Life(
      MemberId member, Instant enrolledAt, MemberFacts facts, List<MembershipEvent> events) {
    /** A life of these parts. */
    public Life {
      requireNonNull(member, "member");
      requireNonNull(enrolledAt, "enrolledAt");
      requireNonNull(facts, "facts");
      requireNonNull(events, "events");
    }

    /**
     * The life, told in business order, with one more event of its member or of one who has gone up
     * in it; absent if it is nobody's of these.
     */
    Optional<Life> with(MembershipEvent event) {
      List<MembershipEvent> all = new ArrayList<>(events);
      if (event.member().equals(member)) {
        if (events.stream().noneMatch(each -> each.id().equals(event.id()))) {
          int place = all.size();
          while (place > 0
              && MembershipEvent.BY_BUSINESS_TIME.compare(all.get(place - 1), event) > 0) {
            place--;
          }
          all.add(place, event);
        }
        return Optional.of(new Life(member, enrolledAt, facts, all));
      }
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof MembershipEvent.Absorbed absorbed) {
          Optional<Life> within = absorbed.other().with(event);
          if (within.isPresent()) {
            all.set(i, new MembershipEvent.Absorbed(absorbed.stamp(), within.get()));
            return Optional.of(new Life(member, enrolledAt, facts, all));
          }
        }
      }
      return Optional.empty();
    }
  }

  /** The difference for one member. */
  public MemberDifference compare(Life life) {
    return compare(life, life);
  }

  /**
   * The difference for one member to whom the other program is told more, such as what a migration
   * grants.
   */
  public MemberDifference compare(Life life, Life other) {
    return new MemberDifference(life.member(), view(now, life), view(then, other));
  }

  /** The differences for many members in total, taken one after the other. */
  public WhatIfTotals total(Stream<Life> lives) {
    return total(lives, UnaryOperator.identity());
  }

  /**
   * The differences in total for many members of whom the other program is told more.
   *
   * @param other the life that the other program is told instead of a member's
   */
  public WhatIfTotals total(Stream<Life> lives, UnaryOperator<Life> other) {
    WhatIfTotals[] totals = {WhatIfTotals.none(this)};
    lives
        .sequential()
        .forEach(life -> totals[0] = totals[0].plus(compare(life, other.apply(life))));
    return totals[0];
  }

  private View view(LoyaltyProgram program, Life life) {
    Memberships memberships = Memberships.of(program);
    Lived lived = Lived.of(memberships, life);
    return view(lived.membership(), benefits(memberships, lived), lived.rejected());
  }

  private ImmutableSortedMap<String, String> benefits(Memberships memberships, Lived lived) {
    if (lived.membership().state().closedSince().isPresent()) {
      return ImmutableSortedMap.of();
    }
    ImmutableSortedMap.Builder<String, String> benefits = ImmutableSortedMap.naturalOrder();
    memberships
        .benefits(lived.membership(), lived.commons(), asOf)
        .forEach(each -> benefits.put(
            each.benefit().id().value(),
            each.refusal().map(refusal -> refusal.code().name()).orElse("open")));
    return benefits.buildOrThrow();
  }

  private View view(
      Membership membership, ImmutableSortedMap<String, String> benefits, long rejected) {
    Comparator<PointType> byCode = Comparator.comparing(PointType::code);
    TreeMap<PointType, Long> issued = new TreeMap<>(byCode);
    TreeMap<PointType, Long> balances = new TreeMap<>(byCode);
    TreeMap<PointType, Long> expired = new TreeMap<>(byCode);
    membership.member().accounts().forEach((type, account) -> {
      Instant at = asOf.isBefore(account.clock()) ? account.clock() : asOf;
      AccountTotals totals = account.totals(at);
      issued.put(type, totals.accrued() - totals.reversed());
      balances.put(type, account.balance(at).units());
      expired.put(type, totals.expired());
    });
    TreeMap<String, String> tiers = new TreeMap<>();
    membership.records().forEach((ladder, record) -> {
      if (record.versions().isOpenAt(asOf)) {
        tiers.put(ladder, membership.standing(ladder, asOf).tier().code());
      }
    });
    return new View(
        ImmutableSortedMap.copyOfSorted(issued),
        ImmutableSortedMap.copyOfSorted(balances),
        ImmutableSortedMap.copyOfSorted(expired),
        ImmutableSortedMap.copyOf(tiers),
        benefits,
        rejected);
  }
}
