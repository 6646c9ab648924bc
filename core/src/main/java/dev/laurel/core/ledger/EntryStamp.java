package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;

/**
 * What every entry says of itself.
 *
 * @param sequence the place in the account's log, from 1 without gaps
 * @param version the account's version once the causing command is done: the count of accepted
 *     commands
 * @param cause the command that brought the entry about; what time brings, such as an expiry, names
 *     the command that made the ledger look
 * @param member the owner of the account
 * @param at business time
 * @param recordedAt knowledge time, never before that of the entry before
 */
public record EntryStamp(
    long sequence, long version, CommandId cause, MemberId member, Instant at, Instant recordedAt) {
  /**
   * A stamp of checked parts.
   *
   * @throws InvalidValueException RANGE if the sequence is below 1 or the version below 0
   */
  public EntryStamp {
    requireNonNull(cause, "cause");
    requireNonNull(member, "member");
    requireNonNull(at, "at");
    requireNonNull(recordedAt, "recordedAt");
    InvalidValueException.check(
        sequence >= 1 && version >= 0,
        FailureCode.RANGE,
        "sequence",
        "an entry must have a sequence from 1 and a version from 0: %s, %s",
        sequence,
        version);
  }
}
