package dev.laurel.core.ledger;

/** Which lots a reversal of an accrual may take from; each choice includes the ones before it. */
public enum ReversalSource {
  /** Only the pending lots of the reversed activity. */
  OWN_PENDING,
  /** All lots of the reversed activity, pending ones first. */
  OWN_LOTS,
  /** The activity's own lots first, then any lot in burn order. */
  ANY_LOT
}
