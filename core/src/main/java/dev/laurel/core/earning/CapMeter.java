package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.EarningPlan.PlannedCap;
import java.util.Arrays;
import java.util.List;

/** How much room each cap has left, before and during one event. */
final class CapMeter {
  private static final long UNKNOWN = -1;
  private static final long[] NO_CAPS = {};

  private final Occasion occasion;
  private final List<PlannedCap> caps;
  private final long[] roomBefore;
  private final long[] used;

  CapMeter(Occasion occasion, List<PlannedCap> caps) {
    this.occasion = occasion;
    this.caps = caps;
    this.roomBefore = caps.isEmpty() ? NO_CAPS : new long[caps.size()];
    this.used = caps.isEmpty() ? NO_CAPS : new long[caps.size()];
    Arrays.fill(roomBefore, UNKNOWN);
  }

  /** The number of caps. */
  int size() {
    return used.length;
  }

  /** What a rule would be granted of so many units if it were alone in the event. */
  long grantedAlone(PlannedRule rule, long units) {
    long left = units;
    for (PlannedCap cap : rule.caps()) {
      left = Math.min(left, roomBefore(cap));
    }
    return left;
  }

  /** What the caps of a rule take of so many units. */
  ImmutableList<Cut> cuts(PlannedRule rule, long units) {
    ImmutableList.Builder<Cut> cuts = null;
    long left = units;
    List<PlannedCap> passed = rule.caps();
    for (int i = 0; i < passed.size(); i++) {
      PlannedCap cap = passed.get(i);
      long room = roomBefore(cap) - used[cap.index()];
      if (left > room) {
        cuts = cuts == null ? ImmutableList.builder() : cuts;
        cuts.add(new Cut(cap.cap().id(), left - room));
        left = room;
      }
    }
    return cuts == null ? ImmutableList.of() : cuts.build();
  }

  /** Lets units through the caps of a rule, less what these took. */
  long grant(PlannedRule rule, long units, ImmutableList<Cut> cuts) {
    long left = units;
    for (int i = 0; i < cuts.size(); i++) {
      left -= cuts.get(i).units();
    }
    List<PlannedCap> passed = rule.caps();
    for (int i = 0; i < passed.size(); i++) {
      used[passed.get(i).index()] += left;
    }
    return left;
  }

  /** Gives units back to a cap. */
  void release(PlannedCap cap, long units) {
    used[cap.index()] -= units;
  }

  /** What the event used of the caps of a member, or of the program. */
  ImmutableList<HistoryEntry.CapUsed> used(boolean ofProgram) {
    ImmutableList.Builder<HistoryEntry.CapUsed> entries = null;
    for (int i = 0; i < caps.size(); i++) {
      PlannedCap cap = caps.get(i);
      Cap.Scope scope = cap.cap().scope();
      boolean isAsked =
          ofProgram ? scope instanceof Cap.PerProgram : scope instanceof Cap.PerMember;
      if (isAsked && used[cap.index()] != 0) {
        entries = entries == null ? ImmutableList.builder() : entries;
        entries.add(new HistoryEntry.CapUsed(cap.cap().id(), occasion.day(), used[cap.index()]));
      }
    }
    return entries == null ? ImmutableList.of() : entries.build();
  }

  private long roomBefore(PlannedCap cap) {
    long room = roomBefore[cap.index()];
    if (room == UNKNOWN) {
      long limit = cap.cap().limit().units();
      long before = usedBefore(cap.cap());
      room = before <= 0 ? limit : Math.max(0, limit - before);
      roomBefore[cap.index()] = room;
    }
    return room;
  }

  private long usedBefore(Cap cap) {
    if (cap.scope() instanceof Cap.PerMember scope) {
      return occasion
          .context()
          .history()
          .capUse(cap.id(), occasion.memberSpan(scope.window()), occasion.calendar());
    }
    if (cap.scope() instanceof Cap.PerProgram scope) {
      return occasion
          .context()
          .budgets()
          .used(cap.id(), occasion.programSpan(scope.window()), occasion.calendar());
    }
    return 0;
  }
}
