package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Statement;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.status.FigureAccount;
import dev.laurel.tiers.status.Outlook;
import dev.laurel.tiers.status.Standing;
import dev.laurel.tiers.status.StatusRecord;
import dev.laurel.tiers.status.Transition;
import java.time.Instant;
import java.util.List;

/**
 * Where a member stands at an instant: points, tiers, what is missing, and what expires.
 *
 * @param points the balances and what expires when
 * @param state whether the membership takes events
 * @param ladders one part for each ladder that is open, by its code; none once the membership takes
 *     no events any more
 */
public record MembershipStatement(
    Statement points, MembershipState state, List<LadderPart> ladders) {
  /**
   * The part of one ladder.
   *
   * @param ladder the ladder's code
   * @param standing the one tier and what gives it
   * @param outlook what is missing to the next tier and to keep the present one, by when
   * @param transitions how the earned tier came about, in order of time
   * @param figures how each figure came together
   */
  public record LadderPart(
      String ladder,
      Standing standing,
      Outlook outlook,
      List<Transition> transitions,
      List<FigureAccount> figures) {
    /** A part of these parts. */
    public LadderPart {
      requireNonNull(ladder, "ladder");
      requireNonNull(standing, "standing");
      requireNonNull(outlook, "outlook");
      transitions = ImmutableList.copyOf(transitions);
      figures = ImmutableList.copyOf(figures);
    }

    private static LadderPart of(StatusRecord record, Instant asOf) {
      return new LadderPart(
          record.versions().code(),
          record.standing(asOf),
          record.outlook(asOf),
          record.course(asOf).transitions(),
          record.explain(asOf));
    }
  }

  /** A statement of these parts. */
  public MembershipStatement {
    requireNonNull(points, "points");
    requireNonNull(state, "state");
    ladders = ImmutableList.copyOf(ladders);
  }

  /**
   * The statement of a membership at an instant, which is not before the latest thing that happened
   * to it.
   */
  public static MembershipStatement of(Membership membership, Instant asOf) {
    return new MembershipStatement(
        Statement.of(membership.member(), asOf),
        membership.state(),
        membership.records().values().stream()
            .filter(record -> membership.state().closedSince().isEmpty())
            .filter(record -> record.versions().isOpenAt(asOf))
            .map(record -> LadderPart.of(record, asOf))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * What of the points that are available now will be gone before an instant, such as the next
   * review, one sum for each type that loses any: 506 stars.
   */
  public ImmutableList<Points> expiringBefore(Instant instant) {
    return points.accounts().stream()
        .map(account -> account.expiring().within(Span.until(instant)).values().stream()
            .reduce(account.type().zero(), Points::plus))
        .filter(gone -> !gone.isZero())
        .collect(ImmutableList.toImmutableList());
  }
}
