package dev.laurel.examples.intake;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** One accepted row: something a member did, or points that a member spends. */
public sealed interface Transaction {

  /** The member. */
  MemberId member();

  /** The business time. */
  Instant occurredAt();

  /** The name of the transaction. */
  String id();

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
}
