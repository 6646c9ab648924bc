package dev.laurel.core.earning;

import java.util.Optional;

/** What keeps a formula from being compiled; a new formula has to say so here. */
final class FormulaObstacle implements Formula.Cases<Optional<String>> {
  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<String> MEMORY = Optional.of("remembers earlier events");

  @Override
  public Optional<String> perAmount(Formula.PerAmount formula) {
    return formula.carriesRemainder()
        ? Optional.of("carries a remainder from event to event")
        : NONE;
  }

  @Override
  public Optional<String> perStep(Formula.PerStep formula) {
    return NONE;
  }

  @Override
  public Optional<String> perUnit(Formula.PerUnit formula) {
    return NONE;
  }

  @Override
  public Optional<String> flat(Formula.Flat formula) {
    return NONE;
  }

  @Override
  public Optional<String> multiplier(Formula.Multiplier formula) {
    return NONE;
  }

  @Override
  public Optional<String> statusMultiplier(Formula.StatusMultiplier formula) {
    return NONE;
  }

  @Override
  public Optional<String> firstTime(Formula.FirstTime formula) {
    return MEMORY;
  }

  @Override
  public Optional<String> everyNth(Formula.EveryNth formula) {
    return MEMORY;
  }

  @Override
  public Optional<String> goal(Formula.Goal formula) {
    return MEMORY;
  }

  @Override
  public Optional<String> referral(Formula.Referral formula) {
    return MEMORY;
  }

  @Override
  public Optional<String> custom(Formula.Custom formula) {
    return Optional.of("is the user's own code");
  }
}
