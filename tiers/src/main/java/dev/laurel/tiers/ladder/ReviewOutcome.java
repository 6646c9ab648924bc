package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What happens at a review to a member who has not met what it takes to stay. */
public sealed interface ReviewOutcome {
  /** The highest tier, at most the present one, whose terms of staying are met. */
  static ReviewOutcome dropToQualified() {
    return new DropToQualified();
  }

  /** One tier down, or to the qualified one where that is higher. */
  static ReviewOutcome dropOne() {
    return new DropOne(Optional.empty());
  }

  /** One tier down for those who did at least this; the others as {@link #dropToQualified}. */
  static ReviewOutcome dropOneIf(Qualification atLeast) {
    return new DropOne(Optional.of(atLeast));
  }

  /** To the base tier. */
  static ReviewOutcome dropToBase() {
    return new DropToBase();
  }

  /** Nothing: the tier stays for another period. */
  static ReviewOutcome keep() {
    return new Keep();
  }

  /**
   * The level after a review that was not passed; level 0 is the base tier.
   *
   * @param present the level before
   * @param qualified the highest level, at most the present one, whose terms of staying are met
   */
  int level(int present, int qualified, Measures measures);

  /** To the tier that is qualified for. */
  record DropToQualified() implements ReviewOutcome {
    @Override
    public int level(int present, int qualified, Measures measures) {
      return qualified;
    }
  }

  /**
   * The soft landing: one tier down.
   *
   * @param requirement what it takes to land softly; nothing unless said otherwise
   */
  record DropOne(Optional<Qualification> requirement) implements ReviewOutcome {
    /** A soft landing under this requirement. */
    public DropOne {
      requireNonNull(requirement, "requirement");
    }

    @Override
    public int level(int present, int qualified, Measures measures) {
      boolean isSoft = requirement.map(least -> least.isMet(measures)).orElse(true);
      return isSoft ? Math.max(present - 1, qualified) : qualified;
    }
  }

  /** To the base tier. */
  record DropToBase() implements ReviewOutcome {
    @Override
    public int level(int present, int qualified, Measures measures) {
      return 0;
    }
  }

  /** The tier stays. */
  record Keep() implements ReviewOutcome {
    @Override
    public int level(int present, int qualified, Measures measures) {
      return present;
    }
  }
}
