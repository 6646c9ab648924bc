package dev.laurel.core.program;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.Messages;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.SourceKey;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.ledger.TransferDecision;
import dev.laurel.core.ledger.Transfers;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Rejection.ByProgram.Reason;
import java.util.Optional;

/** The work on one merge of two members. */
final class Merging {
  private final Program program;
  private final Member gone;
  private final Member kept;
  private final CommandStamp stamp;

  Merging(Program program, Member gone, Member kept, CommandStamp stamp) {
    this.program = program;
    this.gone = gone;
    this.kept = kept;
    this.stamp = stamp;
  }

  MergeOutcome outcome() {
    try {
      return check()
          .<MergeOutcome>map(reason -> new MergeOutcome.Rejected(gone, kept, reason))
          .orElseGet(() -> merged(kept.facts().merge(gone.facts())));
    } catch (InvalidValueException tooMany) {
      return rejected(reason(Reason.LIMIT_EXCEEDED, "finds too much: " + tooMany.getMessage()));
    } catch (PointsOverflowException overflow) {
      return rejected(reason(Reason.POINTS_OVERFLOW, "must fit 64 bits: " + overflow.getMessage()));
    }
  }

  private Optional<Rejection> check() {
    if (!stamp.member().equals(gone.id())) {
      return Optional.of(reason(Reason.MEMBER_MISMATCH, "is about " + stamp.member()));
    }
    if (gone.id().equals(kept.id())) {
      return Optional.of(reason(Reason.MERGE_SELF, "must be of two members: " + gone.id()));
    }
    for (CommandId id : gone.effects().keySet()) {
      if (kept.effect(id).isPresent()) {
        return Optional.of(reason(Reason.IDEMPOTENCY_CONFLICT, "finds one name for two: " + id));
      }
    }
    for (SourceKey key : gone.sources().keySet()) {
      Optional<ActivityId> other = kept.activityOf(key);
      ActivityId own = gone.activityOf(key).orElseThrow();
      if (other.isPresent() && stands(gone, own) && stands(kept, other.get())) {
        return Optional.of(reason(
            Reason.SOURCE_ALREADY_USED,
            "finds one source that counted twice, of which one must be returned first: "
                + own
                + ", "
                + other.get()));
      }
    }
    return Optional.empty();
  }

  /** Whether anything is left of an activity. */
  private static boolean stands(Member member, ActivityId activity) {
    return member.booking(activity).map(one -> one.current().isPresent()).orElse(true);
  }

  private MergeOutcome merged(MemberFacts facts) {
    ImmutableMap.Builder<PointType, PointsAccount> emptied = ImmutableMap.builder();
    ImmutableMap.Builder<PointType, PointsAccount> filled = ImmutableMap.builder();
    ImmutableListMultimap.Builder<PointType, LedgerEntry> given = ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<PointType, LedgerEntry> received =
        ImmutableListMultimap.builder();
    for (PointType type : gone.accounts().keySet()) {
      TransferDecision decision = Transfers.of(program.ledger(type))
          .merge(
              gone.account(type),
              kept.account(type),
              new LedgerCommand.MergeAway(stamp, kept.id()));
      if (decision.refusal().isPresent()) {
        return rejected(new Rejection.ByLedger(decision.refusal().get()));
      }
      TransferDecision.Done done = decision.done().orElseThrow();
      emptied.put(type, done.giver().account());
      filled.put(type, done.receiver().account());
      given.putAll(type, done.giver().entries());
      received.putAll(type, done.receiver().entries());
    }
    return new MergeOutcome.Done(
        gone.emptied(emptied.buildOrThrow()),
        kept.with(facts).absorbing(gone, filled.buildOrThrow()),
        given.build(),
        received.build());
  }

  private MergeOutcome rejected(Rejection reason) {
    return new MergeOutcome.Rejected(gone, kept, reason);
  }

  private Rejection reason(Reason reason, String rule) {
    String message = reason + ": merge " + stamp.id() + " " + rule;
    return new Rejection.ByProgram(reason, stamp.id(), Messages.bounded(message));
  }
}
