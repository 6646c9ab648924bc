package dev.laurel.core.earning;

/** How several multipliers on one base act together; 2 and 3 make 6, 4 or 3. */
public enum Combination {
  /** The product: 2 and 3 make 6. */
  MULTIPLY,
  /** One plus what each has beyond one, never below zero: 2 and 3 make 4. */
  ADD_EXCESS,
  /** The largest: 2 and 3 make 3. */
  MAX
}
