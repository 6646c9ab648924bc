package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What every command says of itself: its name, whose account it speaks of, when it happened and
 * when it became known.
 *
 * @param id the name under which the command is one and the same, however often it is sent
 * @param member the owner of the account
 * @param occurredAt business time: the instant the command speaks of
 * @param recordedAt knowledge time: the instant it became known, usually the later of the two
 * @param expectedVersion the version the sender saw, if a newer one must stop the command
 */
public record CommandStamp(
    CommandId id,
    MemberId member,
    Instant occurredAt,
    Instant recordedAt,
    OptionalLong expectedVersion) {
  /**
   * A stamp of admitted instants.
   *
   * @throws dev.laurel.core.failure.InvalidValueException as {@link TimeGate#admit} does
   */
  public CommandStamp {
    requireNonNull(id, "id");
    requireNonNull(member, "member");
    occurredAt = TimeGate.admit(occurredAt, "occurredAt");
    recordedAt = TimeGate.admit(recordedAt, "recordedAt");
    requireNonNull(expectedVersion, "expectedVersion");
  }

  /** A stamp that expects no version. */
  public static CommandStamp of(
      CommandId id, MemberId member, Instant occurredAt, Instant recordedAt) {
    return new CommandStamp(id, member, occurredAt, recordedAt, OptionalLong.empty());
  }

  /** A stamp of something that became known the moment it happened. */
  public static CommandStamp of(CommandId id, MemberId member, Instant at) {
    return of(id, member, at, at);
  }

  /** The same stamp, valid only while the account has this version. */
  public CommandStamp expecting(long version) {
    return new CommandStamp(id, member, occurredAt, recordedAt, OptionalLong.of(version));
  }
}
