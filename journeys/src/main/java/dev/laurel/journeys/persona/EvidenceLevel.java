package dev.laurel.journeys.persona;

/** How well something that is said about customers is founded, the weakest level first. */
public enum EvidenceLevel {
  /** The team believes it. */
  ASSUMED,
  /** Customers were interviewed or observed. */
  QUALITATIVE,
  /** It was counted among customers. */
  STATISTICAL
}
