package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.program.Member;
import dev.laurel.core.reward.Claims;
import dev.laurel.tiers.status.Standing;
import dev.laurel.tiers.status.StatusRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * The whole state of one member: the points life with what is known of the member, a status record
 * for each ladder, and the benefits that were claimed. Services, which go from member to member
 * with the things they are bound to, are in {@link Commons}.
 *
 * <p>An immutable value; {@link Memberships#submit} gives the next one.
 */
public final class Membership {
  private final Instant enrolledAt;
  private final MembershipState state;
  private final Member member;
  private final ImmutableSortedMap<String, StatusRecord> records;
  private final Claims claims;
  private final HashPMap<CommandId, MembershipEvent> events;

  Membership(
      Instant enrolledAt,
      MembershipState state,
      Member member,
      Map<String, StatusRecord> records,
      Claims claims,
      HashPMap<CommandId, MembershipEvent> events) {
    this.enrolledAt = enrolledAt;
    this.state = state;
    this.member = member;
    this.records = ImmutableSortedMap.copyOf(records);
    this.claims = claims;
    this.events = events;
  }

  /** The name of the member. */
  public MemberId id() {
    return member.id();
  }

  /** When the member enrolled. */
  public Instant enrolledAt() {
    return enrolledAt;
  }

  /** Whether the membership takes events. */
  public MembershipState state() {
    return state;
  }

  /** The points life: accounts, what rules remember, what can be returned. */
  public Member member() {
    return member;
  }

  /** The status records by the code of their ladder. */
  public ImmutableSortedMap<String, StatusRecord> records() {
    return records;
  }

  /**
   * The status record of a ladder.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the program has no such ladder
   */
  public StatusRecord record(String ladder) {
    StatusRecord record = records.get(requireNonNull(ladder, "ladder"));
    if (record == null) {
      throw new InvalidValueException(
          FailureCode.REFERENCE_UNKNOWN,
          "ladder",
          "membership '" + id() + "' must have the ladder: " + ladder);
    }
    return record;
  }

  /** What was claimed of the benefits, and what may still be chosen. */
  public Claims claims() {
    return claims;
  }

  /**
   * The one tier in a ladder at an instant, in the past by what is known now; the base tier from
   * the instant on at which the membership ended or went up in another.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the program has no such ladder
   */
  public Standing standing(String ladder, Instant asOf) {
    StatusRecord record = record(ladder);
    boolean isClosed =
        state.closedSince().filter(since -> !asOf.isBefore(since)).isPresent();
    return isClosed ? Standing.base(record.versions(), asOf) : record.standing(asOf);
  }

  /**
   * The membership without what tells of a person: facts and segments, remembered activities with
   * their attributes, and the reasons in words for a freeze or an end are gone; {@link #state()}
   * has {@code erased} as its reason.
   *
   * <p>Balances, lots and the counters of rules stay as {@link Member#anonymised()} keeps them, and
   * so does the day of enrolment, from which anniversaries are counted. The records stay whole: the
   * status rests on their events, flags and grants, which have opaque names and amounts and no
   * texts. Earlier purchases can no longer be returned, and earlier events are not recognised.
   *
   * <p>A {@link MembershipHistory} has everything that was ever told; who erases gives it up and
   * opens another with this membership.
   */
  public Membership erased() {
    MemberFacts.Builder kept = MemberFacts.builder();
    kept.enrolledOn(member.facts().enrolledOn());
    return new Membership(
        enrolledAt,
        state.withoutReason(),
        member.anonymised().knowing(kept.build()),
        records,
        claims,
        HashTreePMap.empty());
  }

  /** An event that concerned this membership alone and not its points, if it was taken. */
  Optional<MembershipEvent> event(CommandId id) {
    return Optional.ofNullable(events.get(id));
  }

  /** The names of the events that concerned this membership and not its points. */
  Set<CommandId> eventIds() {
    return events.keySet();
  }

  /** Whether anything was told under a name. */
  boolean knows(CommandId id) {
    return events.containsKey(id) || member.effect(id).isPresent();
  }

  Membership in(MembershipState next) {
    return new Membership(enrolledAt, next, member, records, claims, events);
  }

  Membership with(Member next) {
    return new Membership(enrolledAt, state, next, records, claims, events);
  }

  Membership with(Map<String, StatusRecord> next) {
    return new Membership(enrolledAt, state, member, next, claims, events);
  }

  Membership with(Claims next) {
    return new Membership(enrolledAt, state, member, records, next, events);
  }

  Membership remembering(MembershipEvent event) {
    return new Membership(
        enrolledAt, state, member, records, claims, events.plus(event.id(), event));
  }

  Membership rememberingAll(Membership other) {
    return new Membership(enrolledAt, state, member, records, claims, events.plusAll(other.events));
  }

  /** The membership after it went up in another: pointing there, and without what went over. */
  Membership goneInto(MemberId into, CommandStamp stamp, Member emptied) {
    return new Membership(
            enrolledAt,
            new MembershipState.Merged(into, stamp.occurredAt()),
            emptied,
            records,
            Claims.none(id()),
            HashTreePMap.empty())
        .remembering(new MembershipEvent.MergedAway(stamp, into));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Membership that
        && enrolledAt.equals(that.enrolledAt)
        && state.equals(that.state)
        && member.equals(that.member)
        && records.equals(that.records)
        && claims.equals(that.claims)
        && events.equals(that.events);
  }

  @Override
  public int hashCode() {
    return 31 * member.hashCode() + records.hashCode();
  }

  /** The accounts and the records, for reading; facts about a person stay out. */
  @Override
  public String toString() {
    return "Membership[" + member + ", " + records.values() + "]";
  }
}
