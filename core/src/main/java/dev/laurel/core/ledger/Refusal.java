package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.Messages;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.points.Points;

/**
 * Why a command was not carried out; the account is as it was.
 *
 * @param code the stable name of the reason
 * @param command the refused command
 * @param data the numbers and names behind it
 */
public record Refusal(RefusalCode code, CommandId command, Data data) {
  /** A refusal of these parts. */
  public Refusal {
    requireNonNull(code, "code");
    requireNonNull(command, "command");
    requireNonNull(data, "data");
  }

  static Refusal of(RefusalCode code, CommandId command, Data data) {
    return new Refusal(code, command, data);
  }

  /** Whether the same command may be accepted later. */
  public boolean retryable() {
    return code.retryable();
  }

  /**
   * A sentence for people, such as {@code INSUFFICIENT_POINTS: command c-9 requested 70 stars,
   * available 50 stars, held 0 stars}.
   */
  public String message() {
    return Messages.bounded(code + ": command " + command + " " + data.text());
  }

  /** The message. */
  @Override
  public String toString() {
    return message();
  }

  /** The numbers and names behind a refusal. */
  public sealed interface Data {
    /** The data as the end of a sentence. */
    String text();
  }

  /**
   * Too few points.
   *
   * @param requested how many the command needs
   * @param available how many there are
   * @param held how many are set aside besides
   */
  public record Shortfall(Points requested, Points available, Points held) implements Data {
    /** Data of these parts. */
    public Shortfall {
      requireNonNull(requested, "requested");
      requireNonNull(available, "available");
      requireNonNull(held, "held");
    }

    @Override
    public String text() {
      return "requested " + requested + ", available " + available + ", held " + held;
    }
  }

  /**
   * A limit that was passed.
   *
   * @param limit the limit
   * @param found what there would be
   */
  public record Limit(String limit, String found) implements Data {
    /** Data of these parts. */
    public Limit {
      requireNonNull(limit, "limit");
      requireNonNull(found, "found");
    }

    @Override
    public String text() {
      return "must stay within " + limit + ": " + found;
    }
  }

  /**
   * Two things that should be equal.
   *
   * @param what their name, such as {@code version}
   * @param expected what the ledger has
   * @param found what the command has
   */
  public record Mismatch(String what, String expected, String found) implements Data {
    /** Data of these parts. */
    public Mismatch {
      requireNonNull(what, "what");
      requireNonNull(expected, "expected");
      requireNonNull(found, "found");
    }

    @Override
    public String text() {
      return "must match " + what + ": expected " + expected + ", found " + found;
    }
  }

  /**
   * A thing that the command names.
   *
   * @param what its kind, such as {@code hold}
   * @param name its name
   */
  public record Reference(String what, String name) implements Data {
    /** Data of these parts. */
    public Reference {
      requireNonNull(what, "what");
      requireNonNull(name, "name");
    }

    @Override
    public String text() {
      return "names " + what + " " + name;
    }
  }

  /**
   * The member of a batch that was refused.
   *
   * @param index its index, from 0
   * @param reason its own refusal
   */
  public record Element(int index, Refusal reason) implements Data {
    /** Data of these parts. */
    public Element {
      requireNonNull(reason, "reason");
    }

    @Override
    public String text() {
      return "at index " + index + ": " + reason.message();
    }
  }
}
