package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The ledger's answer to something between two accounts: both sides, or neither. */
public sealed interface TransferDecision {
  /** The refusal, if it is one. */
  Optional<Refusal> refusal();

  /** Both sides, if it was carried out. */
  Optional<Done> done();

  /**
   * Both sides were carried out.
   *
   * @param giver the side that points left
   * @param receiver the side that points came to
   */
  record Done(Decision.Accepted giver, Decision.Accepted receiver) implements TransferDecision {
    /** Both sides. */
    public Done {
      requireNonNull(giver, "giver");
      requireNonNull(receiver, "receiver");
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public Optional<Done> done() {
      return Optional.of(this);
    }
  }

  /**
   * Neither side changed.
   *
   * @param reason why
   */
  record Refused(Refusal reason) implements TransferDecision {
    /** A refusal. */
    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.of(reason);
    }

    @Override
    public Optional<Done> done() {
      return Optional.empty();
    }
  }
}
