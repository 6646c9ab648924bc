package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out for each rule by itself whether it is ready, and with which figures. */
final class Figures implements Formula.Cases<Optional<SkipReason>>, EventTest.Spending {
  private static final SkipReason OTHER_KIND = new SkipReason.OtherKind();
  private static final SkipReason NOTHING_ELIGIBLE = new SkipReason.NothingEligible();
  private static final Optional<SkipReason> NO_BASIS = Optional.of(NOTHING_ELIGIBLE);
  private static final Optional<SkipReason> NO_STATUS = Optional.of(new SkipReason.NoStatus());
  private static final Optional<SkipReason> NO_REFERRAL = Optional.of(new SkipReason.NoReferral());
  private static final Optional<SkipReason> NO_POINTS = Optional.of(new SkipReason.NothingAdded());
  private static final Working FIXED = new Working.Fixed();

  /** Stands for a condition that is not met where nobody asks what it misses. */
  private static final SkipReason UNMET = new SkipReason.NothingAdded();

  private final Occasion occasion;
  private final boolean isTelling;
  private final EventTest test;
  private Candidate candidate;

  /** Figures that tell for each rule which awards nothing why, or leave what it misses untold. */
  Figures(Occasion occasion, Candidate first, boolean isTelling) {
    this.occasion = occasion;
    this.candidate = first;
    this.isTelling = isTelling;
    this.test = new EventTest(occasion, this);
  }

  /** Looks at one rule; the order of questions is that of {@link SkipReason}. */
  void workOut(Candidate next) {
    candidate = next;
    PlannedRule planned = next.planned;
    Span active = planned.active();
    if (active != null && !active.contains(occasion.activity().occurredAt())) {
      next.skip(new SkipReason.NotActive(active));
      return;
    }
    SkipReason misfit = misfit(planned);
    if (misfit != null) {
      next.skip(misfit);
      return;
    }
    selectLines(next);
    Condition asked = planned.asked();
    if (asked != null && !asked.match(test)) {
      next.skip(isTelling || planned.isMissFragile() ? unmet(planned) : UNMET);
      return;
    }
    if (!hasSelectedLine(planned)) {
      next.skip(NOTHING_ELIGIBLE);
      return;
    }
    SkipReason noPoints = next.rule.formula().match(this).orElse(null);
    SkipReason reached = limitReached(planned);
    if (noPoints != null && !(noPoints instanceof SkipReason.GoalOpen && reached != null)) {
      next.skip(noPoints);
    } else if (reached != null) {
      next.skip(reached);
    }
  }

  /** Looks at one rule of which a coded accrual has already decided. */
  void workOut(Candidate next, long word) {
    candidate = next;
    PlannedRule planned = next.planned;
    if (word == AccrualWord.NOT_ACTIVE) {
      next.skip(new SkipReason.NotActive(requireNonNull(planned.active())));
    } else if (word == AccrualWord.OTHER_CURRENCY) {
      next.skip(requireNonNull(misfit(planned)));
    } else if (word == AccrualWord.NO_LINE) {
      next.skip(NOTHING_ELIGIBLE);
    } else {
      selectLines(next);
      if (word == AccrualWord.CONDITION_UNMET) {
        next.skip(unmet(planned));
        return;
      }
      Optional<SkipReason> noPoints = next.rule.formula().match(this);
      if (noPoints.isPresent() != (word == AccrualWord.NO_POINTS)) {
        throw new IllegalStateException("word must suit rule '" + next.rule.id() + "': " + word);
      }
      noPoints.ifPresent(next::skip);
    }
  }

  private void selectLines(Candidate next) {
    if (next.planned.isSelective() && occasion.purchase() != null) {
      next.lines = LineSelection.of(next.rule, occasion.purchase());
    }
  }

  /** Kind and currency, which no condition has to repeat. */
  private @Nullable SkipReason misfit(PlannedRule rule) {
    if (occasion.activity() instanceof Return) {
      return OTHER_KIND;
    }
    ExactMoney money = rule.money();
    if (money == null) {
      return null;
    }
    Purchase purchase = occasion.purchase();
    if (purchase == null) {
      return OTHER_KIND;
    }
    return money.currency().equals(purchase.currency())
        ? null
        : new SkipReason.OtherCurrency(money.currency(), purchase.currency());
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

  private SkipReason unmet(PlannedRule planned) {
    return new SkipReason.ConditionUnmet(planned.rule().when().match(new MissFinder(test)));
  }

  @Override
  public Condition lines() {
    return candidate.rule.lines();
  }

  @Override
  public ExactMoney basis() {
    ExactMoney known = candidate.basis;
    if (known == null) {
      known = basisAmount(candidate, null);
      candidate.basis = known;
    }
    return known;
  }

  private boolean hasSelectedLine(PlannedRule planned) {
    if (!planned.isSelective() || !planned.rule().selectsLines()) {
      return true;
    }
    Purchase purchase = occasion.purchase();
    for (int i = 0; purchase != null && i < purchase.lines().size(); i++) {
      if (candidate.looksAt(i)) {
        return true;
      }
    }
    return false;
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

  /** The amount of the lines that a rule looks at, or of those among them that are given. */
  ExactMoney basisAmount(Candidate of, boolean @Nullable [] among) {
    Purchase purchase = requireNonNull(occasion.purchase());
    long[] amounts = occasion.amounts(of.rule.basis());
    long sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      if (of.looksAt(i) && (among == null || among[i])) {
        sum = Accrual.sum(sum, amounts[i]);
      }
    }
    Ratio share = occasion.share(of.rule.basis());
    long minor = share.equals(Ratio.ONE) ? sum : Ratio.scale(sum, share, RoundingMode.FLOOR);
    return ExactMoney.ofMinor(purchase.currency(), minor);
  }

  private long units(Candidate of, boolean @Nullable [] among) {
    Purchase purchase = occasion.purchase();
    if (purchase == null) {
      return occasion.quantity();
    }
    long units = 0;
    for (int i = 0; i < purchase.lines().size(); i++) {
      if (of.looksAt(i) && (among == null || among[i])) {
        units += purchase.lines().get(i).quantity();
      }
    }
    return units;
  }

  /** What a base rule is worth on some of its lines: the base recomputed on them. */
  Ratio exactOn(Candidate base, boolean[] among) {
    Formula formula = base.rule.formula();
    if (formula instanceof Formula.PerAmount f) {
      return perAmount(f, basisAmount(base, among).minor());
    }
    if (formula instanceof Formula.PerStep f) {
      return Ratio.of(perStep(f, basisAmount(base, among).minor()));
    }
    if (formula instanceof Formula.PerUnit f) {
      return Ratio.of(times(f.points(), units(base, among)));
    }
    for (int i = 0; i < among.length; i++) {
      if (among[i] && base.looksAt(i)) {
        return base.exact;
      }
    }
    return Ratio.ZERO;
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
    ExactMoney basis = basis();
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
    ExactMoney basis = basis();
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
    long units = units(candidate, null);
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
        ? units(candidate, null)
        : basis().minor();
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
