package dev.laurel.core.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.RuleGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two versions of a program, told part by part.
 *
 * <p>Rules, caps, groups and point types are matched by their names; what is equal is not told, and
 * the order in which a program lists its rules is no difference.
 */
public final class ProgramDiff {
  private ProgramDiff() {}

  /** What has changed from the one to the other, in the order of the paths' parts. */
  public static ImmutableList<Change> between(Program before, Program after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    compare(changes, "", own(before), own(after));
    compareAll(
        changes,
        "pointTerms",
        before.pointTerms(),
        after.pointTerms(),
        ProgramDiff::name,
        ProgramDiff::parts);
    compareAll(
        changes,
        "rules",
        before.rules().rules(),
        after.rules().rules(),
        rule -> rule.id().value(),
        ProgramDiff::parts);
    compareAll(
        changes,
        "caps",
        before.rules().caps(),
        after.rules().caps(),
        cap -> cap.id().value(),
        ProgramDiff::parts);
    compareAll(
        changes,
        "groups",
        before.rules().groups(),
        after.rules().groups(),
        group -> group.id().value(),
        ProgramDiff::parts);
    return changes.build();
  }

  static ImmutableMap<String, Object> own(Program program) {
    return ImmutableMap.<String, Object>builder()
        .put("id", program.id())
        .put("version", program.version())
        .put("calendar", program.calendar())
        .put("lateActivities", program.lateActivities())
        .put("paidWithPoints", program.paidWithPoints())
        .put("returnWindow", program.returnWindow())
        .put("combinations", new TreeMap<>(byCode(program)))
        .put(
            "segments",
            new TreeSet<>(
                program.rules().segments().stream().map(String::valueOf).toList()))
        .buildOrThrow();
  }

  private static Map<String, Object> byCode(Program program) {
    Map<String, Object> byCode = new LinkedHashMap<>();
    program.rules().combinations().forEach((type, how) -> byCode.put(type.code(), how));
    return byCode;
  }

  private static String name(PointTerms terms) {
    return terms.type().code();
  }

  static ImmutableMap<String, Object> parts(PointTerms terms) {
    return ImmutableMap.<String, Object>builder()
        .put(
            "type",
            List.of(terms.type().name(), terms.type().scale(), terms.type().use()))
        .put("expiry", terms.expiry())
        .put("activation", terms.activation())
        .put("burnOrder", terms.burnOrder())
        .put("reversalSource", terms.reversalSource())
        .put("remainder", terms.remainder())
        .put("restoredExpiry", terms.restoredExpiry())
        .put("transferExpiry", terms.transferExpiry())
        .put("accountLimit", terms.accountLimit())
        .put("futureSkew", terms.futureSkew())
        .put("closedBefore", terms.closedBefore())
        .buildOrThrow();
  }

  static ImmutableMap<String, Object> parts(EarningRule rule) {
    return ImmutableMap.<String, Object>builder()
        .put("description", rule.description())
        .put("priority", rule.priority())
        .put("points", rule.points())
        .put("formula", rule.formula())
        .put("phase", rule.phase())
        .put("rounding", rule.rounding())
        .put("when", rule.when())
        .put("lines", rule.lines())
        .put("active", rule.active())
        .put("basis", rule.basis())
        .put("limit", rule.limit())
        .put("expiry", rule.expiry())
        .put("activation", rule.activation())
        .put("stopAfter", rule.stopAfter())
        .put("of", new TreeSet<>(rule.of()))
        .buildOrThrow();
  }

  static ImmutableMap<String, Object> parts(Cap cap) {
    return ImmutableMap.of(
        "limit", cap.limit(), "scope", cap.scope(), "rules", new TreeSet<>(cap.rules()));
  }

  static ImmutableMap<String, Object> parts(RuleGroup group) {
    return ImmutableMap.of(
        "mode",
        group.mode(),
        "priority",
        group.priority(),
        "rules",
        new TreeSet<>(group.rules()),
        "groups",
        group.groups());
  }

  private static <T> void compareAll(
      ImmutableList.Builder<Change> changes,
      String path,
      List<T> before,
      List<T> after,
      Function<T, String> name,
      Function<T, ImmutableMap<String, Object>> parts) {
    Map<String, T> old = byName(before, name);
    Map<String, T> now = byName(after, name);
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String each : names) {
      T was = old.get(each);
      T is = now.get(each);
      if (was != null && is != null) {
        compare(changes, path + "." + each + ".", parts.apply(was), parts.apply(is));
      } else {
        changes.add(new Change(
            path + "." + each,
            Optional.ofNullable(was).map(gone -> parts.apply(gone).toString()),
            Optional.ofNullable(is).map(fresh -> parts.apply(fresh).toString())));
      }
    }
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    Map<String, T> byName = new TreeMap<>();
    all.forEach(each -> byName.put(name.apply(each), each));
    return byName;
  }

  private static void compare(
      ImmutableList.Builder<Change> changes,
      String prefix,
      ImmutableMap<String, Object> before,
      ImmutableMap<String, Object> after) {
    before.forEach((part, was) -> {
      Object is = after.get(part);
      if (!was.equals(is)) {
        changes.add(new Change(prefix + part, shown(was), shown(is)));
      }
    });
  }

  private static Optional<String> shown(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(String::valueOf);
    }
    return Optional.ofNullable(value).map(String::valueOf);
  }
}
