package dev.laurel.core.earning;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Window;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out for each rule by itself whether it is ready, and with which figures. */
final class Figures implements Formula.Cases<Optional<SkipReason>> {
  private static final Optional<SkipReason> NO_BASIS = Optional.of(Admission.NOTHING_ELIGIBLE);
  private static final Optional<SkipReason> NO_STATUS = Optional.of(new SkipReason.NoStatus());
  private static final Optional<SkipReason> NO_REFERRAL = Optional.of(new SkipReason.NoReferral());
  private static final Optional<SkipReason> NO_POINTS = Optional.of(new SkipReason.NothingAdded());
  private static final Working FIXED = new Working.Fixed();

  private final Occasion occasion;
  private final boolean isTelling;
  private final Admission admission;
  private Candidate candidate;

  /** Figures that tell for each rule which awards nothing why, or only that it does not. */
  Figures(Occasion occasion, PlannedRule first, boolean isTelling) {
    this.occasion = occasion;
    this.isTelling = isTelling;
    this.admission = new Admission(occasion, first, isTelling);
    this.candidate = first.out();
  }

  /** Looks at one rule. */
  Candidate workOut(PlannedRule rule) {
    SkipReason refusal = admission.refusal(rule);
    if (refusal != null) {
      return isTelling ? new Candidate(rule, refusal) : rule.out();
    }
    Candidate next = new Candidate(rule, admission.selected());
    candidate = next;
    SkipReason noPoints = rule.rule().formula().match(this).orElse(null);
    SkipReason reached = limitReached(rule);
    if (noPoints != null && !(noPoints instanceof SkipReason.GoalOpen && reached != null)) {
      next.skip(noPoints);
    } else if (reached != null) {
      next.skip(reached);
    }
    return next;
  }

  /** Looks at one rule of which a coded accrual has already decided. */
  Candidate workOut(PlannedRule rule, long word) {
    SkipReason refusal = admission.refusal(rule, word);
    if (refusal != null) {
      return new Candidate(rule, refusal);
    }
    Candidate next = new Candidate(rule, admission.selected());
    candidate = next;
    Optional<SkipReason> noPoints = rule.rule().formula().match(this);
    if (noPoints.isPresent() != (word == AccrualWord.NO_POINTS)) {
      throw new IllegalStateException("word must suit rule '" + next.rule.id() + "': " + word);
    }
    noPoints.ifPresent(next::skip);
    return next;
  }

  /** The money of which a formula speaks; null if it speaks of none. */
  static @Nullable ExactMoney moneyOf(Formula formula) {
    if (formula instanceof Formula.PerAmount f) {
      return f.rate().money();
    }
    if (formula instanceof Formula.PerStep f) {
      return f.step();
    }
    return formula instanceof Formula.Goal f && f.target() instanceof GoalTarget.Amount target
        ? target.money()
        : null;
  }

  private @Nullable SkipReason limitReached(PlannedRule planned) {
    AwardLimit limit = planned.limit();
    if (limit == null) {
      return null;
    }
    long awarded = awards(planned.rule(), limit.window());
    return awarded >= limit.times() ? new SkipReason.LimitReached(limit, awarded) : null;
  }

  private long awards(EarningRule rule, Window window) {
    EarningContext context = occasion.context();
    return context.history().awards(rule.id(), occasion.memberSpan(window), context.calendar());
  }

  /** What a base rule is worth on some of its lines: the base recomputed on them. */
  Ratio exactOn(Candidate base, boolean[] among) {
    Formula formula = base.rule.formula();
    if (formula instanceof Formula.PerAmount f) {
      return perAmount(f, spentOn(base, among));
    }
    if (formula instanceof Formula.PerStep f) {
      return Ratio.of(perStep(f, spentOn(base, among)));
    }
    if (formula instanceof Formula.PerUnit f) {
      return Ratio.of(times(f.points(), occasion.units(base.lines, among)));
    }
    for (int i = 0; i < among.length; i++) {
      if (among[i] && base.looksAt(i)) {
        return base.exact;
      }
    }
    return Ratio.ZERO;
  }

  private long spentOn(Candidate base, boolean[] among) {
    return occasion.spent(base.rule.basis(), base.lines, among).minor();
  }

  private static Ratio perAmount(Formula.PerAmount formula, long minor) {
    long units = formula.rate().points().units();
    long each = formula.rate().money().minor();
    return Math.multiplyHigh(units, minor) == (units * minor) >> 63
        ? Ratio.of(units * minor, each)
        : Ratio.of(units, each).times(minor);
  }

  private static long perStep(Formula.PerStep formula, long minor) {
    return times(formula.points(), stepsIn(formula, minor));
  }

  private static long stepsIn(Formula.PerStep formula, long minor) {
    return minor / formula.step().minor();
  }

  private static long times(Points points, long count) {
    return points.times(count).units();
  }

  @Override
  public Optional<SkipReason> perAmount(Formula.PerAmount formula) {
    ExactMoney basis = admission.basis();
    if (!basis.isPositive()) {
      return NO_BASIS;
    }
    if (formula.carriesRemainder()) {
      candidate.carried = occasion.context().history().carriedBy(candidate.rule.id());
    }
    candidate.working = new Working.Rated(basis, formula.rate(), candidate.carried);
    return ready(perAmount(formula, basis.minor()));
  }

  @Override
  public Optional<SkipReason> perStep(Formula.PerStep formula) {
    ExactMoney basis = admission.basis();
    if (!basis.isPositive()) {
      return NO_BASIS;
    }
    long count = stepsIn(formula, basis.minor());
    if (count == 0) {
      Condition lines = candidate.rule.lines();
      return Optional.of(
          new SkipReason.ConditionUnmet(new Miss.AmountShort(formula.step(), basis, lines)));
    }
    candidate.working = new Working.Stepped(basis, formula.step(), count, formula.points());
    return ready(Ratio.of(times(formula.points(), count)));
  }

  @Override
  public Optional<SkipReason> perUnit(Formula.PerUnit formula) {
    long units = occasion.units(candidate.lines, null);
    if (units == 0) {
      return NO_BASIS;
    }
    candidate.working = new Working.Counted(units, formula.points());
    return ready(Ratio.of(times(formula.points(), units)));
  }

  @Override
  public Optional<SkipReason> flat(Formula.Flat formula) {
    candidate.working = FIXED;
    return ready(Ratio.of(formula.points().units()));
  }

  @Override
  public Optional<SkipReason> multiplier(Formula.Multiplier formula) {
    candidate.exact = formula.factor();
    return Optional.empty();
  }

  @Override
  public Optional<SkipReason> statusMultiplier(Formula.StatusMultiplier formula) {
    Optional<StatusFactor> status = occasion.facts().status();
    if (status.isEmpty()) {
      return NO_STATUS;
    }
    candidate.exact = status.get().factor();
    return Optional.empty();
  }

  @Override
  public Optional<SkipReason> firstTime(Formula.FirstTime formula) {
    long awarded = awards(candidate.rule, Window.lifetime());
    if (awarded >= 1) {
      return Optional.of(new SkipReason.LimitReached(AwardLimit.first(1), awarded));
    }
    candidate.working = FIXED;
    return ready(Ratio.of(formula.points().units()));
  }

  @Override
  public Optional<SkipReason> everyNth(Formula.EveryNth formula) {
    return goal(GoalTarget.events(formula.n()), formula.points(), true);
  }

  @Override
  public Optional<SkipReason> goal(Formula.Goal formula) {
    return goal(formula.target(), formula.points(), formula.isRepeatable());
  }

  private Optional<SkipReason> goal(GoalTarget target, Points points, boolean isRepeatable) {
    long step = contribution(target);
    if (step == 0) {
      return NO_BASIS;
    }
    EarningHistory.Progress past = occasion.context().history().progressOf(candidate.rule.id());
    long after = Accrual.sum(past.progress(), step);
    candidate.progressed = new HistoryEntry.Progressed(candidate.rule.id(), step, 0);
    if (!isRepeatable && past.roundsPaid() > 0) {
      return Optional.of(new SkipReason.LimitReached(AwardLimit.first(1), past.roundsPaid()));
    }
    long complete = Math.floorDiv(after, target.size());
    long due = (isRepeatable ? complete : Math.min(1, complete)) - past.roundsPaid();
    if (due <= 0) {
      long missing = missing(target, after, past.roundsPaid());
      return isTelling ? Optional.of(new SkipReason.GoalOpen(target, after, missing)) : NO_POINTS;
    }
    candidate.working = new Working.Reached(target, past.progress(), after, due);
    return ready(Ratio.of(times(points, due)));
  }

  private static long missing(GoalTarget target, long after, long roundsPaid) {
    long next = Math.max(0, roundsPaid) + 1;
    if (Math.multiplyHigh(next, target.size()) != 0 || next * target.size() < 0) {
      throw PointsOverflowException.of(next, "*", target.size());
    }
    return next * target.size() - after;
  }

  private long contribution(GoalTarget target) {
    if (target instanceof GoalTarget.Events) {
      return 1;
    }
    return target instanceof GoalTarget.Quantity
        ? occasion.units(candidate.lines, null)
        : admission.basis().minor();
  }

  @Override
  public Optional<SkipReason> referral(Formula.Referral formula) {
    MemberId member = occasion.activity().member();
    Referrals referrals = occasion.context().referrals();
    Optional<MemberId> named = occasion.activity() instanceof Engagement engagement
        ? engagement.referred()
        : Optional.empty();
    Optional<MemberId> referrer = referrals.referrerOf(member);
    if (named.isPresent() && referrals.admits(named.get(), member)) {
      candidate.working = new Working.Referred(member, named.get());
      candidate.otherSide = formula.referee().units();
      candidate.exact = Ratio.of(formula.referrer().units());
    } else if (named.isEmpty()
        && referrer.isPresent()
        && awards(candidate.rule, Window.lifetime()) == 0) {
      candidate.working = new Working.Referred(referrer.get(), member);
      candidate.otherSide = formula.referrer().units();
      candidate.exact = Ratio.of(formula.referee().units());
    } else {
      return NO_REFERRAL;
    }
    return candidate.exact.isZero() && candidate.otherSide == 0 ? NO_POINTS : Optional.empty();
  }

  @Override
  public Optional<SkipReason> custom(Formula.Custom formula) {
    candidate.working = new Working.Coded(formula.key());
    return ready(CustomCalls.points(formula.key(), occasion));
  }

  private Optional<SkipReason> ready(Ratio exact) {
    candidate.exact = exact;
    return exact.isZero() && candidate.carried.isZero() ? NO_POINTS : Optional.empty();
  }
}
