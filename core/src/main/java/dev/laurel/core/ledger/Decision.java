package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The ledger's answer to a command. */
public sealed interface Decision {
  /** The answer of the case that fits. */
  <R> R match(Function<Accepted, R> accepted, Function<Refused, R> refused);

  /** The acceptance, if it is one. */
  default Optional<Accepted> accepted() {
    return match(Optional::of, refused -> Optional.empty());
  }

  /** The refusal, if it is one. */
  default Optional<Refusal> refusal() {
    return match(accepted -> Optional.empty(), refused -> Optional.of(refused.reason()));
  }

  /** Whether the command was carried out. */
  default boolean isAccepted() {
    return match(accepted -> true, refused -> false);
  }

  /**
   * The account after the command.
   *
   * @throws IllegalStateException if it was refused; the message is the refusal's
   */
  default PointsAccount account() {
    return match(Accepted::account, refused -> {
      throw new IllegalStateException(refused.reason().message());
    });
  }

  /**
   * The command was carried out.
   *
   * @param entries what happened, time's doings first
   * @param account the account after them
   */
  record Accepted(List<LedgerEntry> entries, PointsAccount account) implements Decision {
    /** An acceptance of these parts. */
    public Accepted {
      entries = ImmutableList.copyOf(entries);
      requireNonNull(account, "account");
    }

    @Override
    public <R> R match(Function<Accepted, R> accepted, Function<Refused, R> refused) {
      return accepted.apply(this);
    }
  }

  /**
   * The command was not carried out, and nothing changed.
   *
   * @param reason why
   */
  record Refused(Refusal reason) implements Decision {
    /** A refusal. */
    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public <R> R match(Function<Accepted, R> accepted, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }
}
