package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * The commands that were accepted, so that one that comes again changes nothing.
 *
 * <p>The same id with the same content gives the stored outcome; the same id with other content is
 * a conflict that names the first differing field. Refused commands are not remembered, but decided
 * again. {@code recordedAt} and the expected version are no content: a repeated delivery may have
 * others.
 */
public final class CommandMemory {
  private static final CommandMemory EMPTY = new CommandMemory(TreePMap.empty());

  private final TreePMap<CommandId, Remembered> commands;

  private CommandMemory(TreePMap<CommandId, Remembered> commands) {
    this.commands = commands;
  }

  /**
   * A command and what came of it.
   *
   * @param command the command
   * @param outcome its entries and the account after them
   */
  public record Remembered(LedgerCommand command, Decision.Accepted outcome) {
    /** A command and its outcome. */
    public Remembered {
      requireNonNull(command, "command");
      requireNonNull(outcome, "outcome");
    }
  }

  /**
   * The answer to a command.
   *
   * @param decision the decision; for a duplicate the one given the first time
   * @param isDuplicate whether the command had been carried out before
   * @param memory the memory with this command
   */
  public record Answer(Decision decision, boolean isDuplicate, CommandMemory memory) {
    /** An answer of these parts. */
    public Answer {
      requireNonNull(decision, "decision");
      requireNonNull(memory, "memory");
    }
  }

  /**
   * The answer to a batch: all of it, or none.
   *
   * @param answers the answers, one for each command; empty if the batch was refused
   * @param account the account after the batch, or as it was
   * @param refusal why none was carried out
   * @param memory the memory with these commands, or as it was
   */
  public record BatchAnswer(
      List<Answer> answers,
      PointsAccount account,
      Optional<Refusal> refusal,
      CommandMemory memory) {
    /** An answer of these parts. */
    public BatchAnswer {
      answers = ImmutableList.copyOf(answers);
      requireNonNull(account, "account");
      requireNonNull(refusal, "refusal");
      requireNonNull(memory, "memory");
    }
  }

  /** A memory of nothing. */
  public static CommandMemory empty() {
    return EMPTY;
  }

  /** Decides a command unless it has been carried out before. */
  public Answer decide(Ledger ledger, PointsAccount account, LedgerCommand command) {
    Remembered before = commands.get(command.id());
    if (before == null) {
      Decision decision = ledger.decide(account, command);
      return new Answer(
          decision, false, decision.accepted().map(done -> with(command, done)).orElse(this));
    }
    return CommandContent.firstDifference(before.command(), command)
        .map(difference -> conflict(command, difference))
        .orElseGet(() -> new Answer(before.outcome(), true, this));
  }

  private CommandMemory with(LedgerCommand command, Decision.Accepted outcome) {
    return new CommandMemory(commands.plus(command.id(), new Remembered(command, outcome)));
  }

  private Answer conflict(LedgerCommand command, Refusal.Mismatch difference) {
    Refusal refusal = Refusal.of(RefusalCode.IDEMPOTENCY_CONFLICT, command.id(), difference);
    return new Answer(new Decision.Refused(refusal), false, this);
  }

  /**
   * Decides commands one after another, and carries out all or none.
   *
   * <p>An empty batch is accepted and does nothing.
   */
  public BatchAnswer decideAll(
      Ledger ledger, PointsAccount account, List<? extends LedgerCommand> batch) {
    int limit = ledger.policy().batchLimit();
    if (batch.size() > limit) {
      Refusal.Data data = new Refusal.Limit(limit + " commands", batch.size() + " commands");
      return none(account, Refusal.of(RefusalCode.BATCH_TOO_LARGE, batch.get(0).id(), data));
    }
    ImmutableList.Builder<Answer> answers = ImmutableList.builder();
    CommandMemory memory = this;
    PointsAccount next = account;
    for (int i = 0; i < batch.size(); i++) {
      Answer answer = memory.decide(ledger, next, batch.get(i));
      Optional<Refusal> refusal = answer.decision().refusal();
      if (refusal.isPresent()) {
        Refusal.Data data = new Refusal.Element(i, refusal.get());
        return none(account, Refusal.of(RefusalCode.BATCH_REJECTED, batch.get(i).id(), data));
      }
      answers.add(answer);
      memory = answer.memory();
      next = answer.isDuplicate() ? next : answer.decision().account();
    }
    return new BatchAnswer(answers.build(), next, Optional.empty(), memory);
  }

  private BatchAnswer none(PointsAccount account, Refusal refusal) {
    return new BatchAnswer(ImmutableList.of(), account, Optional.of(refusal), this);
  }

  /** The command of this id, if it is remembered. */
  public Optional<Remembered> find(CommandId command) {
    return Optional.ofNullable(commands.get(requireNonNull(command, "command")));
  }

  /** How many commands are remembered. */
  public int size() {
    return commands.size();
  }

  /** The memory without the commands that were recorded before an instant. */
  public CommandMemory forgetBefore(Instant instant) {
    requireNonNull(instant, "instant");
    TreePMap<CommandId, Remembered> kept = commands;
    for (Remembered remembered : commands.values()) {
      if (remembered.command().recordedAt().isBefore(instant)) {
        kept = kept.minus(remembered.command().id());
      }
    }
    return new CommandMemory(kept);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CommandMemory that && commands.equals(that.commands);
  }

  @Override
  public int hashCode() {
    return commands.hashCode();
  }

  @Override
  public String toString() {
    return "memory of " + commands.size() + " commands";
  }
}
