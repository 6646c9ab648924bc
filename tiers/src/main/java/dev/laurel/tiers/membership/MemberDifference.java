package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Change;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one member has under one program and would have under another.
 *
 * @param member the member
 * @param now what there is
 * @param then what there would be
 */
public record MemberDifference(MemberId member, View now, View then) {
  /**
   * What comes of a life.
   *
   * @param issued the points that were earned and not taken back, by type, in smallest units
   * @param balances what can be spent less what is owed, by type, in smallest units
   * @param expired the points that time has taken, by type, in smallest units
   * @param tiers the code of the tier, by the code of the ladder, of those that are open
   * @param benefits by the name of the benefit {@code open}, or the code of the reason why it is
   *     not; none once the membership takes no events any more
   * @param rejected how many events were rejected
   */
  public record View(
      ImmutableSortedMap<PointType, Long> issued,
      ImmutableSortedMap<PointType, Long> balances,
      ImmutableSortedMap<PointType, Long> expired,
      ImmutableSortedMap<String, String> tiers,
      ImmutableSortedMap<String, String> benefits,
      long rejected) {
    /** A view of these parts. */
    public View {
      requireNonNull(issued, "issued");
      requireNonNull(balances, "balances");
      requireNonNull(expired, "expired");
      requireNonNull(tiers, "tiers");
      requireNonNull(benefits, "benefits");
    }
  }

  /** A difference of these parts. */
  public MemberDifference {
    requireNonNull(member, "member");
    requireNonNull(now, "now");
    requireNonNull(then, "then");
  }

  /** Whether anything would be different. */
  public boolean isChanged() {
    return !now.equals(then);
  }

  /** What would be different, such as {@code tiers.elite: was gold, is silver}. */
  public ImmutableList<Change> changes() {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    compare(changes, "issued.", now.issued(), then.issued());
    compare(changes, "balances.", now.balances(), then.balances());
    compare(changes, "expired.", now.expired(), then.expired());
    compare(changes, "tiers.", now.tiers(), then.tiers());
    compare(changes, "benefits.", now.benefits(), then.benefits());
    if (now.rejected() != then.rejected()) {
      changes.add(change("rejected", now.rejected(), then.rejected()));
    }
    return changes.build();
  }

  private static <K, V> void compare(
      ImmutableList.Builder<Change> changes, String prefix, Map<K, V> now, Map<K, V> then) {
    TreeSet<String> names = new TreeSet<>();
    now.keySet().forEach(key -> names.add(key.toString()));
    then.keySet().forEach(key -> names.add(key.toString()));
    for (String name : names) {
      V was = find(now, name);
      V is = find(then, name);
      if (!Objects.equals(was, is)) {
        changes.add(change(prefix + name, was, is));
      }
    }
  }

  private static <K, V> @Nullable V find(Map<K, V> map, String name) {
    return map.entrySet().stream()
        .filter(entry -> entry.getKey().toString().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Change change(String path, @Nullable Object was, @Nullable Object is) {
    return new Change(
        path,
        Optional.ofNullable(was).map(String::valueOf),
        Optional.ofNullable(is).map(String::valueOf));
  }
}
