package dev.laurel.core.ledger;

/** What an {@link AccountLog} does with a command that arrives after later ones. */
public enum LateCommands {
  /** It is decided against the account as it stands; what was decided before stays. */
  AS_ARRIVED,
  /**
   * All commands are decided again in the order in which they happened: {@code occurredAt}, then
   * reversals, earning, burning, then command id. A redemption that was accepted before stands.
   */
  REPLAY
}
