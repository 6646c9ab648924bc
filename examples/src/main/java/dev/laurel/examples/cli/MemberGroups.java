package dev.laurel.examples.cli;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.program.Program;
import dev.laurel.examples.intake.Transaction;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The division of members into groups that have nothing to do with each other.
 *
 * <p>Members who brought each other in stay together, because a referral moves points of both; and
 * so do members of whom one wants to return what the other bought, because the reason of the
 * refusal says so. Thus each group by itself earns what it earns among all. A program with a budget
 * for all members cannot be divided.
 */
final class MemberGroups {
  /** So many rows fit into 100 MB, and are not worth a temporary file. */
  private static final long MOST_ROWS_OF_ONE_GROUP = 50_000;

  /** So many rows, about 100 KB of text, are put in order at once. */
  private static final long ROWS_OF_A_GROUP = 1_000;

  /** Beyond so many groups they grow, to {@link #MOST_ROWS_OF_A_GROUP} or about 1 MB. */
  private static final long MOST_SMALL_GROUPS = 4_096;

  private static final long MOST_ROWS_OF_A_GROUP = 10_000;

  private final Map<String, String> linked = new HashMap<>();
  private final Map<String, String> returners = new HashMap<>();

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

  /** Notes who belongs together, and who returns what. */
  void note(Transaction transaction) {
    if (!(transaction instanceof Transaction.Done done)) {
      return;
    }
    String member = done.member().value();
    if (done.activity() instanceof Engagement engagement) {
      engagement.referred().ifPresent(friend -> link(member, friend.value()));
    } else if (done.activity() instanceof Return back) {
      String other = returners.putIfAbsent(back.purchase().value(), member);
      if (other != null) {
        link(other, member);
      }
    }
  }

  private void link(String one, String other) {
    String first = first(one);
    String second = first(other);
    if (!first.equals(second)) {
      linked.put(second, first);
    }
  }

  /**
   * The family of the member of a row, which another member may want to return.
   *
   * <p>Where {@link #links} grow by it, rows that were told apart before have to be told apart
   * again.
   */
  int familyOf(String member, Supplier<String> id) {
    String returner = returners.isEmpty() ? null : returners.get(id.get());
    if (returner != null && !returner.equals(member)) {
      link(returner, member);
    }
    return familyOf(member);
  }

  /** The family of a member, which those who belong together have in common. */
  int familyOf(String member) {
    return first(member).hashCode();
  }

  /** How many times somebody was found to belong to others; it only grows. */
  int links() {
    return linked.size();
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
