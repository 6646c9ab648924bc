package dev.laurel.core.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.failure.Messages;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.Decision;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.points.PointType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work on one submission: where it went so far, or why it cannot go on. */
final class Draft {
  private final Member before;
  private final Shared sharedBefore;
  private final Submission submission;
  private final CommandId id;
  private final boolean stands;
  private final List<Submission> followUps = new ArrayList<>(0);

  private ImmutableListMultimap<PointType, LedgerEntry> entries = ImmutableListMultimap.of();

  private Member member;
  private Shared shared;
  private Optional<Accrual> accrual = Optional.empty();
  private @Nullable Rejection rejection;

  Draft(Member member, Shared shared, Submission submission, boolean stands) {
    this.stands = stands;
    this.before = member;
    this.sharedBefore = shared;
    this.submission = submission;
    this.id = submission.id();
    this.member = member;
    this.shared = shared;
  }

  Submission submission() {
    return submission;
  }

  /** The name of the submission. */
  CommandId id() {
    return id;
  }

  Member member() {
    return member;
  }

  Shared shared() {
    return shared;
  }

  void become(Member next) {
    member = next;
  }

  void share(Shared next) {
    shared = next;
  }

  void explain(Accrual reasons) {
    accrual = Optional.of(reasons);
  }

  void followUp(Submission other) {
    followUps.add(other);
  }

  /** Carries a command out on the member's account; the first refusal rejects the submission. */
  void carryOut(Ledger ledger, PointType type, LedgerCommand command) {
    if (rejection != null) {
      return;
    }
    PointsAccount account = member.account(type);
    Decision decision =
        stands ? ledger.decideStanding(account, command) : ledger.decide(account, command);
    if (decision instanceof Decision.Accepted accepted) {
      entries = with(type, accepted.entries());
      member = member.with(accepted.account());
    } else {
      rejection = new Rejection.ByLedger(decision.refusal().orElseThrow());
    }
  }

  private ImmutableListMultimap<PointType, LedgerEntry> with(
      PointType type, List<LedgerEntry> more) {
    return ImmutableListMultimap.<PointType, LedgerEntry>builder()
        .putAll(entries)
        .putAll(type, more)
        .build();
  }

  @CanIgnoreReturnValue
  Draft reject(Rejection.ByProgram.Reason reason, String rule) {
    String message = reason + ": submission " + id + " " + rule;
    reject(new Rejection.ByProgram(reason, id, Messages.bounded(message)));
    return this;
  }

  void reject(Rejection reason) {
    if (rejection == null) {
      rejection = reason;
    }
  }

  Outcome outcome() {
    if (rejection != null) {
      return new Outcome.Rejected(before, sharedBefore, rejection);
    }
    Effect effect = new Effect(submission, accrual, entries);
    return new Outcome.Done(
        member.with(id, effect), shared, effect, ImmutableList.copyOf(followUps));
  }
}
