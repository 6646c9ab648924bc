package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;

/**
 * What one rule granted, and how: 29.985 stars before rounding, 29 requested, 20 granted, 9 cut by
 * a cap.
 *
 * <p>All numbers are in the smallest units of the point type. A multiplier has a step for each base
 * rule it multiplied; one below 1 has steps below zero, which take points from that base.
 *
 * @param rule which rule
 * @param member who gets the points: the member of the event, or the other side of a referral
 * @param points the type of points
 * @param working the figures behind it
 * @param exact what the rule adds before rounding
 * @param requested what it adds after rounding, as the difference of rounded sums
 * @param granted what is left of that after caps
 * @param cuts which caps took what; they and the granted points add up to the requested
 */
public record AccrualStep(
    RuleId rule,
    MemberId member,
    PointType points,
    Working working,
    Ratio exact,
    long requested,
    long granted,
    ImmutableList<Cut> cuts) {
  /** A step of checked parts. */
  public AccrualStep {
    requireNonNull(rule, "rule");
    requireNonNull(member, "member");
    requireNonNull(points, "points");
    requireNonNull(working, "working");
    requireNonNull(exact, "exact");
    requireNonNull(cuts, "cuts");
  }
}
