package dev.laurel.tiers.migration;

import static java.util.Objects.requireNonNull;

/**
 * Something about a migration that has to be decided or is worth knowing.
 *
 * @param code what it is
 * @param subject what it is about, such as {@code elite.gold}
 * @param sentence the finding for people
 */
public record MigrationFinding(Code code, String subject, String sentence) {
  /** What may be found, the obstacles first. */
  public enum Code {
    /** The program, its zone or a type of points is another one, or the version is no later one. */
    NOT_A_SUCCESSOR(true),
    /** Crossing, earning ladder or the treatment of late facts, which hold for all versions. */
    NOT_VERSIONED(true),
    /** A ladder that is gone, and nobody has said that it ends. */
    LADDER_UNDECIDED(true),
    /** A balance that a ladder looks at for the first time, not knowing what it was. */
    BALANCE_UNKNOWN(true),
    /** A ladder that counts over other periods, which makes it another ladder. */
    PERIODS_CHANGED(true),
    /** A tier that is gone, and nobody has said where its members go. */
    TIER_UNMAPPED(true),
    /** Points that are gone, and nobody has said what becomes of them. */
    POINTS_UNDECIDED(true),
    /** A benefit, choice or service on other terms under the same name. */
    TERMS_CHANGED(true),
    /** A ladder that ends. */
    LADDER_ENDS(false),
    /** A ladder that is new: what happened before the change does not count in it. */
    LADDER_ADDED(false),
    /** A tier asks for more: its members keep it until their review, or as long as is promised. */
    TIER_HARDER(false),
    /** A tier asks for less: who qualifies has it from the change on. */
    TIER_EASIER(false),
    /** A tier asks for something else. */
    TIER_OTHERWISE(false),
    /** A tier that is new. */
    TIER_ADDED(false),
    /** A tier earns fewer points than before. */
    FACTOR_LOWER(false),
    /** A benefit that is gone; what was claimed stays. */
    BENEFIT_GONE(false);

    private final boolean isObstacle;

    Code(boolean isObstacle) {
      this.isObstacle = isObstacle;
    }

    /** Whether nothing can be migrated while it stands. */
    public boolean isObstacle() {
      return isObstacle;
    }
  }

  /** A finding of these parts. */
  public MigrationFinding {
    requireNonNull(code, "code");
    requireNonNull(subject, "subject");
    requireNonNull(sentence, "sentence");
  }

  /** The finding, for reading: {@code TIER_UNMAPPED elite.gold: ...}. */
  @Override
  public String toString() {
    return code + " " + subject + ": " + sentence;
  }
}
