package dev.laurel.tiers.ladder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.program.Change;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The differences between two versions of a ladder, told part by part; tiers are matched by their
 * codes.
 *
 * <p>{@code rungs.gold.enter: was 500 stars, is 600 stars}.
 */
public final class LadderDiff {
  private static final Measures NOTHING = new Measures() {
    @Override
    public long of(Metric metric, Optional<QualifyingPeriod> period) {
      return 0;
    }

    @Override
    public boolean holds(Flag flag) {
      return false;
    }
  };

  /** What one qualification asks for beside another. */
  public enum Demand {
    /** The same. */
    SAME,
    /** At least as much of everything, and more of something. */
    MORE,
    /** At most as much of everything, and less of something. */
    LESS,
    /** Something else, or more of one thing and less of another. */
    OTHER
  }

  private LadderDiff() {}

  /** What a qualification asks for now, beside what it was: 600 stars are more than 500. */
  public static Demand demand(Qualification was, Qualification is) {
    if (was.equals(is)) {
      return Demand.SAME;
    }
    if (LadderOrder.compare(was, is).orElse(1) < 0) {
      return Demand.MORE;
    }
    return LadderOrder.compare(is, was).orElse(1) < 0 ? Demand.LESS : Demand.OTHER;
  }

  /** What has changed from the one to the other, the ladder's own terms first. */
  public static ImmutableList<Change> between(TierLadder before, TierLadder after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    compare(changes, "", own(before), own(after));
    Map<String, Rung> old = byCode(before);
    Map<String, Rung> now = byCode(after);
    TreeSet<String> codes = new TreeSet<>(old.keySet());
    codes.addAll(now.keySet());
    for (String code : codes) {
      Rung was = old.get(code);
      Rung is = now.get(code);
      if (was != null && is != null) {
        compare(changes, "rungs." + code + ".", parts(was), parts(is));
      } else {
        changes.add(new Change(
            "rungs." + code,
            Optional.ofNullable(was).map(rung -> words(rung.enter())),
            Optional.ofNullable(is).map(rung -> words(rung.enter()))));
      }
    }
    return changes.build();
  }

  /**
   * What a qualification asks for, in words: {@code (100 miles or waiver) and 4 different months}.
   */
  public static String words(Qualification qualification) {
    return qualification.evaluate(NOTHING).missing();
  }

  private static ImmutableMap<String, String> own(TierLadder ladder) {
    return ImmutableMap.<String, String>builder()
        .put("base", ladder.base().code())
        .put("baseFactor", ladder.baseFactor().toString())
        .put("order", ladder.tiers().toString())
        .put("period", ladder.period().toString())
        .put("effect", ladder.effect().toString())
        .put("validity", ladder.validity().toString())
        .put("review", ladder.review().toString())
        .put("counting", ladder.counting().toString())
        .put("rollovers", ladder.rollovers().toString())
        .put("refunds", ladder.refunds().toString())
        .put("lateCredits", ladder.lateCredits().toString())
        .put("validityByRule", new TreeMap<>(ladder.validityByRule()).toString())
        .put("validityByKind", new TreeMap<>(ladder.validityByKind()).toString())
        .put("grace", ladder.grace().toString())
        .put("successors", new TreeMap<>(ladder.successors()).toString())
        .buildOrThrow();
  }

  private static ImmutableMap<String, String> parts(Rung rung) {
    return ImmutableMap.of(
        "name", rung.tier().name(),
        "enter", words(rung.enter()),
        "stay", words(rung.stay()),
        "reenter", words(rung.reenter()),
        "forLife", rung.forLife().map(LadderDiff::words).orElse("never"),
        "factor", rung.factor().toString());
  }

  private static Map<String, Rung> byCode(TierLadder ladder) {
    Map<String, Rung> rungs = new TreeMap<>();
    ladder.rungs().forEach(rung -> rungs.put(rung.tier().code(), rung));
    return rungs;
  }

  private static void compare(
      ImmutableList.Builder<Change> changes,
      String prefix,
      ImmutableMap<String, String> before,
      ImmutableMap<String, String> after) {
    before.forEach((part, was) -> {
      String is = after.getOrDefault(part, "");
      if (!was.equals(is)) {
        changes.add(new Change(prefix + part, Optional.of(was), Optional.of(is)));
      }
    });
  }
}
