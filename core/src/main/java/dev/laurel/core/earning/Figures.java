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
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out for each rule by itself whether it is ready, and with which figures. */
final class Figures implements Formula.Cases<Optional<SkipReason>> {
  private final Occasion occasion;
  private final List<HistoryEntry.Progressed> goals = new ArrayList<>();
  private Candidate candidate;

  Figures(Occasion occasion, Candidate first) {
    this.occasion = occasion;
    this.candidate = first;
  }

  /** The progress of each goal that the event counts for, not yet saying which rounds are paid. */
  List<HistoryEntry.Progressed> goals() {
    return goals;
  }

  /** Looks at one rule; the order of questions is that of {@link SkipReason}. */
  void workOut(Candidate next) {
    candidate = next;
    EarningRule rule = next.rule;
    if (rule.active().isPresent()
        && !rule.active().get().contains(occasion.activity().occurredAt())) {
      next.skip(new SkipReason.NotActive(rule.active().get()));
      return;
    }
    SkipReason misfit = misfit(rule);
    if (misfit != null) {
      next.skip(misfit);
      return;
    }
    selectLines(next);
    SkipReason unmet = unmet(rule);
    if (unmet != null) {
      next.skip(unmet);
      return;
    }
    if (!hasSelectedLine(rule)) {
      next.skip(new SkipReason.NothingEligible());
      return;
    }
    SkipReason noPoints = rule.formula().match(this).orElse(null);
    SkipReason reached = limitReached(rule);
    if (noPoints != null && !(noPoints instanceof SkipReason.GoalOpen && reached != null)) {
      next.skip(noPoints);
    } else if (reached != null) {
      next.skip(reached);
    }
  }

  /** Looks at one rule of which a coded accrual has already decided. */
  void workOut(Candidate next, long word) {
    candidate = next;
    EarningRule rule = next.rule;
    if (word == AccrualWord.NOT_ACTIVE) {
      next.skip(new SkipReason.NotActive(rule.active().orElseThrow()));
    } else if (word == AccrualWord.OTHER_CURRENCY) {
      next.skip(requireNonNull(misfit(rule)));
    } else if (word == AccrualWord.NO_LINE) {
      next.skip(new SkipReason.NothingEligible());
    } else {
      selectLines(next);
      if (word == AccrualWord.CONDITION_UNMET) {
        next.skip(new SkipReason.ConditionUnmet(missOf(rule, test(rule))));
        return;
      }
      Optional<SkipReason> noPoints = rule.formula().match(this);
      if (noPoints.isPresent() != (word == AccrualWord.NO_POINTS)) {
        throw new IllegalStateException("word must suit rule '" + rule.id() + "': " + word);
      }
      noPoints.ifPresent(next::skip);
    }
  }

  private void selectLines(Candidate next) {
    if (LineSelection.isSelective(next.rule) && occasion.purchase() != null) {
      next.lines = LineSelection.of(next.rule, occasion.purchase());
    }
  }

  /** Kind and currency, which no condition has to repeat. */
  private @Nullable SkipReason misfit(EarningRule rule) {
    if (occasion.activity() instanceof Return) {
      return new SkipReason.OtherKind();
    }
    ExactMoney money = moneyOf(rule.formula());
    if (money == null) {
      return null;
    }
    Purchase purchase = occasion.purchase();
    if (purchase == null) {
      return new SkipReason.OtherKind();
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

  private @Nullable SkipReason unmet(EarningRule rule) {
    if (rule.when() instanceof Condition.Always) {
      return null;
    }
    EventTest test = test(rule);
    return rule.when().match(test) ? null : new SkipReason.ConditionUnmet(missOf(rule, test));
  }

  private EventTest test(EarningRule rule) {
    return new EventTest(occasion, rule.lines(), () -> basisAmount(candidate, null));
  }

  private static Miss missOf(EarningRule rule, EventTest test) {
    return rule.when().match(new MissFinder(test));
  }

  private boolean hasSelectedLine(EarningRule rule) {
    if (!rule.selectsLines()) {
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

  private @Nullable SkipReason limitReached(EarningRule rule) {
    if (rule.limit().isEmpty()) {
      return null;
    }
    AwardLimit limit = rule.limit().get();
    long awarded = awards(rule, limit.window());
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
    ExactMoney basis = basisAmount(candidate, null);
    if (!basis.isPositive()) {
      return Optional.of(new SkipReason.NothingEligible());
    }
    if (formula.carriesRemainder()) {
      candidate.carried = occasion.context().history().carriedBy(candidate.rule.id());
    }
    candidate.working = new Working.Rated(basis, formula.rate(), candidate.carried);
    return ready(perAmount(formula, basis.minor()));
  }

  @Override
  public Optional<SkipReason> perStep(Formula.PerStep formula) {
    ExactMoney basis = basisAmount(candidate, null);
    if (!basis.isPositive()) {
      return Optional.of(new SkipReason.NothingEligible());
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
      return Optional.of(new SkipReason.NothingEligible());
    }
    candidate.working = new Working.Counted(units, formula.points());
    return ready(Ratio.of(times(formula.points(), units)));
  }

  @Override
  public Optional<SkipReason> flat(Formula.Flat formula) {
    candidate.working = new Working.Fixed();
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
      return Optional.of(new SkipReason.NoStatus());
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
    candidate.working = new Working.Fixed();
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
      return Optional.of(new SkipReason.NothingEligible());
    }
    EarningHistory.Progress past = occasion.context().history().progressOf(candidate.rule.id());
    long after = Accrual.sum(past.progress(), step);
    goals.add(new HistoryEntry.Progressed(candidate.rule.id(), step, 0));
    if (!isRepeatable && past.roundsPaid() > 0) {
      return Optional.of(new SkipReason.LimitReached(AwardLimit.first(1), past.roundsPaid()));
    }
    long complete = Math.floorDiv(after, target.size());
    long due = (isRepeatable ? complete : Math.min(1, complete)) - past.roundsPaid();
    if (due <= 0) {
      return Optional.of(
          new SkipReason.GoalOpen(target, after, missing(target, after, past.roundsPaid())));
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
        : basisAmount(candidate, null).minor();
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
      return Optional.of(new SkipReason.NoReferral());
    }
    return candidate.exact.isZero() && candidate.otherSide == 0
        ? Optional.of(new SkipReason.NothingAdded())
        : Optional.empty();
  }

  @Override
  public Optional<SkipReason> custom(Formula.Custom formula) {
    candidate.working = new Working.Coded(formula.key());
    return ready(CustomCalls.points(formula.key(), occasion));
  }

  private Optional<SkipReason> ready(Ratio exact) {
    candidate.exact = exact;
    return exact.isZero() && candidate.carried.isZero()
        ? Optional.of(new SkipReason.NothingAdded())
        : Optional.empty();
  }
}
