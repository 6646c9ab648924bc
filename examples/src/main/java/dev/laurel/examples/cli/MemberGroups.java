package dev.laurel.examples.cli;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.program.Program;
import dev.laurel.examples.intake.Transaction;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The division of members into groups that have nothing to do with each other.
 *
 * <p>Members who brought each other in stay together, because a referral moves points of both; so
 * each group by itself earns what it earns among all. A program with a budget for all members
 * cannot be divided.
 */
final class MemberGroups {
  /** So many rows fit into 100 MB, and are not worth a temporary file. */
  private static final long MOST_ROWS_OF_ONE_GROUP = 50_000;

  /** What happened in so many rows, about 2 MB, stays in the caches of a processor. */
  private static final long ROWS_OF_A_GROUP = 1_000;

  /** Beyond so many groups they grow, to {@link #MOST_ROWS_OF_A_GROUP} or about 20 MB. */
  private static final long MOST_SMALL_GROUPS = 4_096;

  private static final long MOST_ROWS_OF_A_GROUP = 10_000;

  private final Map<String, String> linked = new HashMap<>();

  /**
   * Into how many groups a file of so many rows is divided: into those that were asked for, or into
   * one for each 1,000 rows where there are more than 50,000, so that 1,012,156 rows make 1,013
   * groups. Of more than four million rows groups grow, up to 10,000 rows.
   */
  static int count(Program program, OptionalInt asked, long rows) {
    boolean hasBudget =
        program.rules().caps().stream().anyMatch(cap -> cap.scope() instanceof Cap.PerProgram);
    if (asked.orElse(1) > 1 && hasBudget) {
      throw new Failure(
          Failure.Exit.INPUT,
          "PARTS_IMPOSSIBLE",
          "program '" + program.id() + "' has a budget for all members and runs in one part only");
    }
    boolean isOne = hasBudget || rows <= MOST_ROWS_OF_ONE_GROUP;
    long byRows = isOne ? 1 : byRows(rows);
    return asked.orElse((int) Math.min(Integer.MAX_VALUE, byRows));
  }

  private static long byRows(long rows) {
    long small = 1 + (rows - 1) / ROWS_OF_A_GROUP;
    long large = 1 + (rows - 1) / MOST_ROWS_OF_A_GROUP;
    return Math.max(large, Math.min(small, MOST_SMALL_GROUPS));
  }

  /** Notes who belongs together. */
  void note(Transaction transaction) {
    if (transaction instanceof Transaction.Done done
        && done.activity() instanceof Engagement engagement
        && engagement.referred().isPresent()) {
      String one = first(engagement.member().value());
      String other = first(engagement.referred().map(MemberId::value).orElseThrow());
      if (!one.equals(other)) {
        linked.put(other, one);
      }
    }
  }

  /** The group of a member, from 0, where there are so many. */
  int of(String member, int count) {
    return Math.floorMod(first(member).hashCode(), count);
  }

  /** The one who stands for all who belong together; the way there is shortened as it is gone. */
  private String first(String member) {
    String current = member;
    String next = linked.get(current);
    while (next != null) {
      String afterNext = linked.get(next);
      if (afterNext != null) {
        linked.put(current, afterNext);
      }
      current = next;
      next = afterNext;
    }
    return current;
  }
}
