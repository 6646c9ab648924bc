package dev.laurel.core.ledger;

import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The checks that every command passes first, in the order of {@link RefusalCode}. */
final class Gate {
  private Gate() {}

  static Optional<Refusal> check(
      PointsAccount account, LedgerCommand command, LedgerPolicy policy) {
    if (!command.member().equals(account.member())) {
      return mismatch(
          RefusalCode.MEMBER_MISMATCH, command, "member", account.member(), command.member());
    }
    for (PointType type : command.pointTypes()) {
      if (!type.equals(account.type())) {
        return mismatch(RefusalCode.TYPE_MISMATCH, command, "point type", account.type(), type);
      }
    }
    // Written out, since every command passes here and hardly one is stopped.
    Optional<Refusal> refusal = time(command, policy);
    if (refusal.isEmpty()) {
      refusal = version(account, command);
    }
    return refusal.isEmpty() ? status(account.status(), command) : refusal;
  }

  private static Optional<Refusal> time(LedgerCommand command, LedgerPolicy policy) {
    Instant occurredAt = command.occurredAt();
    Instant recordedAt = command.recordedAt();
    // Mostly what happened is not ahead of what is known, and no limit need be worked out.
    if (occurredAt.isAfter(recordedAt)) {
      Instant latest = recordedAt.plus(policy.futureSkew());
      if (occurredAt.isAfter(latest)) {
        return limit(RefusalCode.TIME_IN_FUTURE, command, "until " + latest, occurredAt);
      }
    }
    Optional<Instant> closed = policy.closedBefore();
    return closed.isPresent() && occurredAt.isBefore(closed.get())
        ? limit(RefusalCode.PERIOD_CLOSED, command, "from " + closed.get(), occurredAt)
        : Optional.empty();
  }

  private static Optional<Refusal> version(PointsAccount account, LedgerCommand command) {
    OptionalLong expected = command.stamp().expectedVersion();
    if (expected.isEmpty() || expected.getAsLong() == account.version()) {
      return Optional.empty();
    }
    boolean impossible = expected.getAsLong() < 0 || expected.getAsLong() > account.version();
    RefusalCode code = impossible ? RefusalCode.VERSION_INVALID : RefusalCode.VERSION_CONFLICT;
    return mismatch(code, command, "version", account.version(), expected.getAsLong());
  }

  private static Optional<Refusal> status(AccountStatus status, LedgerCommand command) {
    if (status instanceof AccountStatus.MergedInto merged) {
      return reference(RefusalCode.MEMBER_MERGED, command, "an account merged into", merged.into());
    }
    if (status instanceof AccountStatus.Closed closed) {
      return reference(RefusalCode.MEMBER_CLOSED, command, "an account closed at", closed.since());
    }
    if (status instanceof AccountStatus.Frozen frozen && command.spends()) {
      return reference(RefusalCode.MEMBER_FROZEN, command, "an account frozen at", frozen.since());
    }
    return Optional.empty();
  }

  static Optional<Refusal> mismatch(
      RefusalCode code, LedgerCommand command, String what, Object expected, Object found) {
    Refusal.Data data = new Refusal.Mismatch(what, expected.toString(), found.toString());
    return Optional.of(Refusal.of(code, command.id(), data));
  }

  static Optional<Refusal> limit(
      RefusalCode code, LedgerCommand command, String limit, Object found) {
    return Optional.of(Refusal.of(code, command.id(), new Refusal.Limit(limit, found.toString())));
  }

  static Optional<Refusal> reference(
      RefusalCode code, LedgerCommand command, String what, Object name) {
    return Optional.of(
        Refusal.of(code, command.id(), new Refusal.Reference(what, name.toString())));
  }
}
