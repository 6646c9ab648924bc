package dev.laurel.core.earning;

import com.google.common.collect.Sets;
import dev.laurel.core.activity.Attributes;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/** What is known of a member at the start of an event, beyond what the member did. */
@Value.Immutable
public abstract class MemberFacts {
  private static final MemberFacts NONE = builder().build();

  MemberFacts() {}

  /** Facts by name. */
  @Value.Default
  public Attributes attributes() {
    return Attributes.none();
  }

  /** The segments to which the member belongs, as the caller draws them. */
  public abstract Set<Segment> segments();

  /** The day of enrolment, from which anniversaries are counted. */
  public abstract Optional<LocalDate> enrolledOn();

  /** What the member's status multiplies by. */
  public abstract Optional<StatusFactor> status();

  /**
   * These facts, and what is known of another member alone: attributes of other names, segments of
   * both, and the day of enrolment or the status where there is none here.
   *
   * @throws dev.laurel.core.failure.InvalidValueException LIMIT_EXCEEDED if there are more than 64
   *     attributes then
   */
  public final MemberFacts merge(MemberFacts other) {
    Builder merged = builder();
    merged
        .attributes(merge(attributes(), other.attributes()))
        .addAllSegments(Sets.union(segments(), other.segments()))
        .enrolledOn(enrolledOn().or(other::enrolledOn))
        .status(status().or(other::status));
    return merged.build();
  }

  private static Attributes merge(Attributes first, Attributes second) {
    if (first.values().isEmpty() || second.values().isEmpty()) {
      return first.values().isEmpty() ? second : first;
    }
    Map<String, Attributes.Value> all = new TreeMap<>(second.values());
    all.putAll(first.values());
    return Attributes.of(all);
  }

  /** Nothing is known. */
  public static MemberFacts none() {
    return NONE;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MemberFacts}. */
  public static final class Builder extends ImmutableMemberFacts.Builder {
    Builder() {}
  }
}
