package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.Optional;

/**
 * The ledger of one program: two pure functions under one policy.
 *
 * <p>{@link #decide} turns a command into entries or a refusal, {@link #evolve} an entry into the
 * next account; the account that {@code decide} gives is the fold of {@code evolve} over its
 * entries. Storing is the caller's affair: append the entries, keep or rebuild the account.
 */
public final class Ledger {
  private static final CommandId TIME = CommandId.of("time");

  private final LedgerPolicy policy;

  private Ledger(LedgerPolicy policy) {
    this.policy = policy;
  }

  /** The ledger under this policy. */
  public static Ledger of(LedgerPolicy policy) {
    return new Ledger(requireNonNull(policy, "policy"));
  }

  /** The choices of the program. */
  public LedgerPolicy policy() {
    return policy;
  }

  /** The account of a member to which nothing has happened yet. */
  public PointsAccount open(MemberId member, PointType type) {
    return PointsAccount.open(member, type);
  }

  /**
   * What a command does to an account.
   *
   * <p>Whatever time has done by the command's instant comes first among the entries. A refusal
   * leaves no trace, time's doings included. Never throws for a reason that lies in the domain.
   *
   * <p>A decision that nobody stores is a quote: the entries of a redemption say which lots would
   * give how much, its refusal what is missing.
   */
  public Decision decide(PointsAccount account, LedgerCommand command) {
    return decide(account, command, false);
  }

  /**
   * What a command does to an account when it is decided again: a redemption that was accepted
   * before stands even without points, and what is missing follows the policy's remainder.
   */
  public Decision decideStanding(PointsAccount account, LedgerCommand command) {
    return decide(account, command, true);
  }

  private Decision decide(PointsAccount account, LedgerCommand command, boolean stands) {
    requireNonNull(account, "account");
    requireNonNull(command, "command");
    Optional<Refusal> stopped = Gate.check(account, command, policy);
    if (stopped.isPresent()) {
      return new Decision.Refused(stopped.get());
    }
    try {
      Draft draft = Draft.of(account, policy.burnOrder(), command);
      Optional<Refusal> refusal = draft.carryOut(command, policy, stands);
      return refusal.isPresent()
          ? new Decision.Refused(refusal.get())
          : new Decision.Accepted(draft.entries(), draft.account());
    } catch (PointsOverflowException overflow) {
      Refusal.Data data = new Refusal.Limit("64 bits", String.valueOf(overflow.getMessage()));
      return new Decision.Refused(Refusal.of(RefusalCode.POINTS_OVERFLOW, command.id(), data));
    }
  }

  /**
   * The account after an entry.
   *
   * @throws dev.laurel.core.failure.InvalidValueException SEQUENCE_GAP or LOG_FORK if the entry is
   *     not the account's next, CHECKPOINT_MISMATCH if it states another balance than the account
   *     has
   */
  public PointsAccount evolve(PointsAccount account, LedgerEntry entry) {
    AccountWriter writer = AccountWriter.of(requireNonNull(account, "account"), policy.burnOrder());
    writer.apply(requireNonNull(entry, "entry"));
    return writer.account();
  }

  /** The account after these entries. */
  public PointsAccount evolve(PointsAccount account, Iterable<? extends LedgerEntry> entries) {
    AccountWriter writer = AccountWriter.of(requireNonNull(account, "account"), policy.burnOrder());
    for (LedgerEntry entry : entries) {
      writer.apply(entry);
    }
    return writer.account();
  }

  /**
   * What time alone does to an account until an instant: expiry, lapse, timeouts, activations, in
   * the order in which they fall due. Every command does this first, so nobody needs to call it in
   * time.
   */
  public Decision.Accepted settle(PointsAccount account, Instant until) {
    Draft draft = Draft.of(requireNonNull(account, "account"), policy.burnOrder(), TIME);
    draft.settle(requireNonNull(until, "until"));
    return new Decision.Accepted(draft.entries(), draft.account());
  }

  static PointsAccount settled(PointsAccount account, Instant until) {
    Draft draft = Draft.of(account, account.book().order, TIME);
    draft.settle(until);
    return draft.account();
  }
}
