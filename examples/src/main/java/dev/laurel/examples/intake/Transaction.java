package dev.laurel.examples.intake;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One accepted row: what a member did, wants to spend, or has become. */
public sealed interface Transaction {

  /** The member. */
  MemberId member();

  /** The business time. */
  Instant occurredAt();

  /** The knowledge time. */
  Instant recordedAt();

  /** The name of the transaction. */
  String id();

  /** The later of the two times: before it, nobody could know of it. */
  default Instant knownAt() {
    return recordedAt().isAfter(occurredAt()) ? recordedAt() : occurredAt();
  }

  /** Something a member did. */
  record Done(Activity activity) implements Transaction {
    @Override
    public MemberId member() {
      return activity.member();
    }

    @Override
    public Instant occurredAt() {
      return activity.occurredAt();
    }

    @Override
    public Instant recordedAt() {
      return activity.recordedAt();
    }

    @Override
    public String id() {
      return activity.id().value();
    }
  }

  /**
   * Points that a member spends.
   *
   * @param command the name of the request
   * @param member who spends
   * @param points how many, above zero
   * @param pointType the code of the point type, where the file names it
   * @param occurredAt the business time
   * @param recordedAt the knowledge time
   */
  record Redeem(
      CommandId command,
      MemberId member,
      BigDecimal points,
      Optional<String> pointType,
      Instant occurredAt,
      Instant recordedAt)
      implements Transaction {
    @Override
    public String id() {
      return command.value();
    }
  }

  /**
   * What is known of a member from now on; it replaces what was known before.
   *
   * @param command the name of the message
   * @param member the member
   * @param status the reason of the status factor, such as a tier
   * @param statusFactor what the status multiplies by, where it does
   * @param segment the segment, where there is one
   * @param enrolledOn the day of enrolment, where it is known
   * @param occurredAt the business time
   * @param recordedAt the knowledge time
   */
  record Learn(
      CommandId command,
      MemberId member,
      Optional<String> status,
      Optional<BigDecimal> statusFactor,
      Optional<String> segment,
      Optional<LocalDate> enrolledOn,
      Instant occurredAt,
      Instant recordedAt)
      implements Transaction {
    @Override
    public String id() {
      return command.value();
    }
  }
}
