package dev.laurel.core.earning;

import dev.laurel.core.points.PointType;
import java.util.Optional;

/** Questions to a formula that do not need an event. */
final class FormulaParts {
  private static final Formula.Cases<Optional<PointType>> POINT_TYPE = new Formula.Cases<>() {
    @Override
    public Optional<PointType> perAmount(Formula.PerAmount formula) {
      return Optional.of(formula.rate().points().type());
    }

    @Override
    public Optional<PointType> perStep(Formula.PerStep formula) {
      return Optional.of(formula.points().type());
    }

    @Override
    public Optional<PointType> perUnit(Formula.PerUnit formula) {
      return Optional.of(formula.points().type());
    }

    @Override
    public Optional<PointType> flat(Formula.Flat formula) {
      return Optional.of(formula.points().type());
    }

    @Override
    public Optional<PointType> multiplier(Formula.Multiplier formula) {
      return Optional.empty();
    }

    @Override
    public Optional<PointType> statusMultiplier(Formula.StatusMultiplier formula) {
      return Optional.empty();
    }

    @Override
    public Optional<PointType> firstTime(Formula.FirstTime formula) {
      return Optional.of(formula.points().type());
    }

    @Override
    public Optional<PointType> everyNth(Formula.EveryNth formula) {
      return Optional.of(formula.points().type());
    }

    @Override
    public Optional<PointType> goal(Formula.Goal formula) {
      return Optional.of(formula.points().type());
    }

    @Override
    public Optional<PointType> referral(Formula.Referral formula) {
      return Optional.of(formula.referrer().type());
    }

    @Override
    public Optional<PointType> custom(Formula.Custom formula) {
      return Optional.empty();
    }
  };

  private FormulaParts() {}

  static Optional<PointType> pointTypeOf(Formula formula) {
    return formula.match(POINT_TYPE);
  }
}
