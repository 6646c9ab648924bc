package dev.laurel.core.earning;

import dev.laurel.core.activity.Attributes;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
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
