package dev.laurel.examples.cli;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.program.Program;
import dev.laurel.examples.intake.Transaction;
import java.util.HashMap;
import java.util.Map;

/**
 * The division of members into groups that have nothing to do with each other.
 *
 * <p>Members who brought each other in stay together, because a referral moves points of both; so
 * each group by itself earns what it earns among all. A program with a budget for all members
 * cannot be divided.
 */
final class MemberGroups {
  private final int count;
  private final Map<MemberId, MemberId> linked = new HashMap<>();

  MemberGroups(Program program, int count) {
    boolean hasBudget =
        program.rules().caps().stream().anyMatch(cap -> cap.scope() instanceof Cap.PerProgram);
    if (count > 1 && hasBudget) {
      throw new Failure(
          Failure.Exit.INPUT,
          "PARTS_IMPOSSIBLE",
          "program '" + program.id() + "' has a budget for all members and runs in one part only");
    }
    this.count = count;
  }

  /** Notes who belongs together. */
  void note(Transaction transaction) {
    if (transaction instanceof Transaction.Done done
        && done.activity() instanceof Engagement engagement
        && engagement.referred().isPresent()) {
      MemberId one = first(engagement.member());
      MemberId other = first(engagement.referred().get());
      if (!one.equals(other)) {
        linked.put(other, one);
      }
    }
  }

  /** The group of a member, from 0. */
  int of(MemberId member) {
    return Math.floorMod(first(member).value().hashCode(), count);
  }

  private MemberId first(MemberId member) {
    MemberId current = member;
    MemberId next = linked.get(current);
    while (next != null) {
      current = next;
      next = linked.get(current);
    }
    return current;
  }
}
