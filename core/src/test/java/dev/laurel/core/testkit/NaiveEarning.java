package dev.laurel.core.testkit;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.GoalTarget;
import dev.laurel.core.earning.Phase;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.RuleGroup;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What events earn, by a readable interpreter that shares nothing with the engine but the rules.
 *
 * <p>It counts everything again from the list of past events, computes in fractions without limits,
 * and is slow. It knows no referrals and no custom code. Its small decisions are methods, so that a
 * broken twin can take one of them wrongly.
 */
public class NaiveEarning implements EarningModel {
  /** A past event with what came of it. */
  private record Past(
      Activity event,
      Map<RuleId, Long> granted,
      Map<String, Long> capUse,
      Map<RuleId, long[]> goals,
      Map<RuleId, NaiveFraction> remainders) {}

  @Override
  public List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start) {
    List<Past> past = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Activity event : events) {
      outcomes.add(new OneEvent(book, event, start, past).outcome());
    }
    return outcomes;
  }

  /** Whether a rule is in force. */
  protected boolean isActive(Span active, Instant at) {
    return !at.isBefore(active.from()) && at.isBefore(active.until());
  }

  /** Whether a rule that granted this stops the ones after it. */
  protected boolean stops(EarningRule rule, long granted) {
    return rule.stopAfter() && granted != 0;
  }

  /** What is left of a request where there is this much room. */
  protected long capped(long requested, long room) {
    return Math.min(requested, Math.max(0, room));
  }

  /** The exact value at a step of a chain, as whole points. */
  protected long whole(EarningRule base, NaiveFraction exact) {
    return exact.sign() <= 0 ? 0 : exact.rounded(base.rounding().orElse(RoundingMode.DOWN));
  }

  /** The exact value before a multiplier's turn, from which the next step goes on. */
  protected NaiveFraction carriedInto(EarningRule base, NaiveFraction exact) {
    return exact;
  }

  /** The articles of a line. */
  protected long articles(Line line) {
    return line.quantity();
  }

  /** Whether the money of a rule fits a purchase. */
  protected boolean isSameCurrency(String ofRule, Purchase purchase) {
    return ofRule.equals(purchase.currency());
  }

  /** The minor units that count as paid with points. */
  protected long paidWithPoints(Purchase purchase) {
    return purchase.tenders().stream()
        .filter(tender -> tender.kind() == Tender.Kind.POINTS)
        .mapToLong(tender -> tender.amount().minor())
        .sum();
  }

  /** The whole steps in an amount. */
  protected long steps(NaiveFraction minor, long step) {
    return minor.times(NaiveFraction.of(1, step)).rounded(RoundingMode.FLOOR);
  }

  /** One event in the light of the ones before it. */
  private final class OneEvent {
    private final RuleBook book;
    private final Activity event;
    private final EarningContext start;
    private final List<Past> past;
    private final NaiveConditions conditions;
    private final Map<RuleId, String> reasons = new TreeMap<>();
    private final Map<RuleId, String> idle = new HashMap<>();
    private final Map<RuleId, NaiveFraction> exact = new HashMap<>();
    private final Map<RuleId, Long> granted = new LinkedHashMap<>();
    private final Map<String, Long> capUse = new HashMap<>();
    private final Map<RuleId, long[]> goals = new HashMap<>();
    private final Map<RuleId, NaiveFraction> remainders = new HashMap<>();

    OneEvent(RuleBook book, Activity event, EarningContext start, List<Past> past) {
      this.book = book;
      this.event = event;
      this.start = start;
      this.past = past;
      List<Activity> before = new ArrayList<>();
      past.forEach(earlier -> before.add(earlier.event()));
      this.conditions = new NaiveConditions(event, start, before);
    }

    Outcome outcome() {
      book.rules().forEach(this::look);
      for (PointType type : types()) {
        choose(type, true);
        choose(type, false);
        runBases(type);
        runBonuses(type);
      }
      Map<String, Long> byMember = new TreeMap<>();
      granted.forEach((rule, units) -> byMember.put(rule + "/" + event.member(), units));
      for (EarningRule rule : book.rules()) {
        if (!granted.containsKey(rule.id())) {
          String other = rule.phase() == Phase.MULTIPLIER ? "NoBase" : "NothingAdded";
          reasons.putIfAbsent(rule.id(), idle.getOrDefault(rule.id(), other));
        }
      }
      past.add(new Past(event, granted, capUse, goals, remainders));
      return new Outcome(byMember, reasons);
    }

    private List<PointType> types() {
      return book.rules().stream()
          .map(EarningRule::points)
          .distinct()
          .sorted(Comparator.comparing(PointType::code))
          .toList();
    }

    private List<EarningRule> rules(PointType type, Phase phase) {
      return book.rules().stream()
          .filter(rule -> rule.points().equals(type) && rule.phase() == phase)
          .sorted(Comparator.comparingInt(EarningRule::priority).thenComparing(EarningRule::id))
          .toList();
    }

    private NaiveFraction exactOf(EarningRule rule) {
      return exact.getOrDefault(rule.id(), NaiveFraction.ZERO);
    }

    private boolean isReady(EarningRule rule) {
      return !reasons.containsKey(rule.id());
    }

    /** Each rule by itself. */
    private void look(EarningRule rule) {
      String reason = firstReason(rule);
      if (reason != null) {
        reasons.put(rule.id(), reason);
      }
    }

    private @Nullable String firstReason(EarningRule rule) {
      if (rule.active().isPresent() && !isActive(rule.active().get(), event.occurredAt())) {
        return "NotActive";
      }
      Formula formula = rule.formula();
      String currency = currencyOf(formula);
      if (event instanceof Return || (currency != null && !(event instanceof Purchase))) {
        return "OtherKind";
      }
      if (currency != null && !isSameCurrency(currency, (Purchase) event)) {
        return "OtherCurrency";
      }
      NaiveFraction basis = event instanceof Purchase ? amount(rule, line -> true) : null;
      if (!conditions.isMet(rule.when(), basis)) {
        return "ConditionUnmet";
      }
      if (!conditions.isAlways(rule.lines()) && linesOf(rule).stream().noneMatch(l -> l != null)) {
        return "NothingEligible";
      }
      String noPoints = figure(rule, formula);
      boolean isLimited = rule.limit().isPresent()
          && awards(rule, rule.limit().get().window()) >= rule.limit().get().times();
      return noPoints == null || noPoints.equals("GoalOpen")
          ? (isLimited ? "LimitReached" : noPoints)
          : noPoints;
    }

    private @Nullable String currencyOf(Formula formula) {
      if (formula instanceof Formula.PerAmount f) {
        return f.rate().money().currency();
      }
      if (formula instanceof Formula.PerStep f) {
        return f.step().currency();
      }
      return formula instanceof Formula.Goal g && g.target() instanceof GoalTarget.Amount a
          ? a.money().currency()
          : null;
    }

    private long awards(EarningRule rule, Window window) {
      return pastWithin(window).stream()
          .filter(p -> p.granted().containsKey(rule.id()))
          .count();
    }

    private List<Past> pastWithin(Window window) {
      Span span = conditions.span(window);
      return past.stream().filter(p -> span.contains(p.event().occurredAt())).toList();
    }

    /** The lines a rule looks at; shipping is the null among them. */
    private List<@Nullable Line> linesOf(EarningRule rule) {
      List<@Nullable Line> lines = new ArrayList<>();
      if (event instanceof Purchase purchase) {
        for (Line line : purchase.lines()) {
          boolean isExcluded =
              line.category().map(rule.basis().excludedCategories()::contains).orElse(false);
          if (!isExcluded && conditions.isMetBy(rule.lines(), line)) {
            lines.add(line);
          }
        }
        if (conditions.isMetBy(rule.lines(), null)) {
          lines.add(null);
        }
      }
      return lines;
    }

    private NaiveFraction amount(EarningRule rule, Function<@Nullable Line, Boolean> among) {
      Purchase purchase = (Purchase) event;
      long sum = 0;
      for (Line line : linesOf(rule)) {
        if (among.apply(line)) {
          sum += minorOf(rule, purchase, line);
        }
      }
      long total = purchase.total().minor();
      long unpaid = rule.basis().isWithPointsPaid() ? 0 : paidWithPoints(purchase);
      if (!rule.basis().isWithGiftCard()) {
        unpaid += purchase.paidBy(Tender.Kind.GIFT_CARD).minor();
      }
      return total == 0
          ? NaiveFraction.of(sum)
          : NaiveFraction.of(NaiveFraction.of(sum)
              .times(NaiveFraction.of(total - unpaid, total))
              .rounded(RoundingMode.FLOOR));
    }

    /** Whether all of a purchase counts, so that lines can be added up one by one. */
    private boolean isPaidInMoney() {
      return event instanceof Purchase purchase && purchase.tenders().isEmpty();
    }

    private long minorOf(EarningRule rule, Purchase purchase, @Nullable Line line) {
      if (line == null) {
        return rule.basis().isWithShipping() ? purchase.shipping().minor() : 0;
      }
      return line.net().minor()
          + (rule.basis().isBeforeDiscount() ? line.discount().minor() : 0)
          + (rule.basis().isWithTax() ? line.tax().minor() : 0);
    }

    private long quantity(EarningRule rule) {
      if (event instanceof Engagement engagement) {
        return engagement.quantity();
      }
      return linesOf(rule).stream().mapToLong(l -> l == null ? 0 : articles(l)).sum();
    }

    /** The exact value of a rule by itself, or why it has none. */
    private @Nullable String figure(EarningRule rule, Formula formula) {
      if (formula instanceof Formula.Multiplier f) {
        return put(rule, NaiveFraction.of(f.factor().numerator(), f.factor().denominator()));
      }
      if (formula instanceof Formula.StatusMultiplier) {
        var status = start.facts().status();
        return status.isEmpty()
            ? "NoStatus"
            : put(
                rule,
                NaiveFraction.of(
                    status.get().factor().numerator(), status.get().factor().denominator()));
      }
      if (formula instanceof Formula.Flat f) {
        return put(rule, NaiveFraction.of(f.points().units()));
      }
      if (formula instanceof Formula.FirstTime f) {
        return awards(rule, Window.lifetime()) > 0
            ? "LimitReached"
            : put(rule, NaiveFraction.of(f.points().units()));
      }
      if (formula instanceof Formula.EveryNth f) {
        return goal(rule, f.n(), 1, f.points().units(), true);
      }
      if (formula instanceof Formula.Goal f) {
        return goal(rule, f);
      }
      if (formula instanceof Formula.PerUnit) {
        return quantity(rule) == 0
            ? "NothingEligible"
            : put(rule, multiplied(rule, line -> NaiveFraction.ONE));
      }
      if (amount(rule, line -> true).sign() <= 0) {
        return "NothingEligible";
      }
      if (formula instanceof Formula.PerStep f
          && steps(amount(rule, line -> true), f.step().minor()) == 0) {
        return "ConditionUnmet";
      }
      return put(rule, multiplied(rule, line -> NaiveFraction.ONE));
    }

    private @Nullable String put(EarningRule rule, NaiveFraction value) {
      exact.put(rule.id(), value);
      return value.sign() == 0 && kept(rule).sign() == 0 ? "NothingAdded" : null;
    }

    private @Nullable String goal(EarningRule rule, Formula.Goal f) {
      long step = 1;
      if (f.target() instanceof GoalTarget.Quantity) {
        step = quantity(rule);
      } else if (f.target() instanceof GoalTarget.Amount) {
        step = amount(rule, line -> true).rounded(RoundingMode.FLOOR);
      }
      return goal(rule, f.target().size(), step, f.points().units(), f.isRepeatable());
    }

    private @Nullable String goal(
        EarningRule rule, long target, long step, long points, boolean isRepeatable) {
      if (step == 0) {
        return "NothingEligible";
      }
      long progress = step;
      long paid = 0;
      for (Past earlier : past) {
        long[] was = earlier.goals().getOrDefault(rule.id(), new long[] {0, 0});
        progress += was[0];
        paid += was[1];
      }
      goals.put(rule.id(), new long[] {step, 0});
      if (!isRepeatable && paid > 0) {
        return "LimitReached";
      }
      long complete = progress / target;
      long due = (isRepeatable ? complete : Math.min(1, complete)) - paid;
      return due <= 0 ? "GoalOpen" : put(rule, NaiveFraction.of(points * due));
    }

    /** What a base is worth where each line has a factor. */
    private NaiveFraction multiplied(
        EarningRule base, Function<@Nullable Line, NaiveFraction> factor) {
      Formula formula = base.formula();
      if (formula instanceof Formula.PerAmount f && isPaidInMoney()) {
        NaiveFraction sum = NaiveFraction.ZERO;
        for (Line line : linesOf(base)) {
          sum = sum.plus(amount(base, other -> other == line).times(factor.apply(line)));
        }
        return sum.times(
            NaiveFraction.of(f.rate().points().units(), f.rate().money().minor()));
      }
      if (formula instanceof Formula.PerUnit f) {
        if (!(event instanceof Purchase)) {
          return NaiveFraction.of(quantity(base) * f.points().units()).times(factor.apply(null));
        }
        NaiveFraction sum = NaiveFraction.ZERO;
        for (Line line : linesOf(base)) {
          long count = line == null ? 0 : articles(line);
          sum = sum.plus(factor.apply(line).times(count * f.points().units()));
        }
        return sum;
      }
      return byLevels(base, factor);
    }

    /** Lowest factor for all lines, then the rest of the factor for the lines that have more. */
    private NaiveFraction byLevels(
        EarningRule base, Function<@Nullable Line, NaiveFraction> factor) {
      List<NaiveFraction> levels = new ArrayList<>();
      if (event instanceof Purchase) {
        linesOf(base).forEach(line -> levels.add(factor.apply(line)));
      } else {
        levels.add(factor.apply(null));
      }
      levels.sort(NaiveFraction::compare);
      NaiveFraction sum = NaiveFraction.ZERO;
      NaiveFraction reached = NaiveFraction.ZERO;
      for (NaiveFraction level : levels) {
        NaiveFraction height = level.minus(reached);
        NaiveFraction worth = worthOf(
            base.formula(), amountFrom(base, line -> factor.apply(line).compare(level) >= 0));
        sum = sum.plus(worth.times(height));
        reached = level;
      }
      return sum;
    }

    private NaiveFraction amountFrom(EarningRule base, Function<@Nullable Line, Boolean> among) {
      return event instanceof Purchase ? amount(base, among) : NaiveFraction.ZERO;
    }

    private NaiveFraction worthOf(Formula formula, NaiveFraction minor) {
      if (formula instanceof Formula.PerAmount f) {
        return minor.times(
            NaiveFraction.of(f.rate().points().units(), f.rate().money().minor()));
      }
      return formula instanceof Formula.PerStep f
          ? NaiveFraction.of(f.points().units() * steps(minor, f.step().minor()))
          : NaiveFraction.of(((Formula.Flat) formula).points().units());
    }

    private NaiveFraction combined(List<EarningRule> multipliers, @Nullable Line line) {
      Combination how = multipliers.isEmpty()
          ? Combination.ADD_EXCESS
          : book.combination(multipliers.get(0).points());
      NaiveFraction result = NaiveFraction.ONE;
      boolean isFirst = true;
      for (EarningRule multiplier : multipliers) {
        boolean isFor = !(event instanceof Purchase) || linesOf(multiplier).contains(line);
        if (isFor) {
          NaiveFraction factor = exactOf(multiplier);
          if (how == Combination.MULTIPLY) {
            result = result.times(factor);
          } else if (how == Combination.ADD_EXCESS) {
            result = result.plus(factor).minus(NaiveFraction.ONE);
          } else {
            result = isFirst || factor.compare(result) > 0 ? factor : result;
          }
          isFirst = false;
        }
      }
      return result.sign() < 0 ? NaiveFraction.ZERO : result;
    }

    /** What a rule kept from the events before. */
    private NaiveFraction kept(EarningRule rule) {
      NaiveFraction sum = NaiveFraction.ZERO;
      for (Past earlier : past) {
        sum = sum.plus(earlier.remainders().getOrDefault(rule.id(), NaiveFraction.ZERO));
      }
      return sum;
    }

    private void runBases(PointType type) {
      EarningRule stoppedBy = null;
      for (EarningRule base : rules(type, Phase.BASE)) {
        if (stoppedBy != null) {
          reasons.putIfAbsent(base.id(), "StoppedBy");
        }
        if (isReady(base)) {
          runChain(base, rules(type, Phase.MULTIPLIER));
          stoppedBy = stops(base, granted.getOrDefault(base.id(), 0L)) ? base : stoppedBy;
        }
      }
    }

    private void runChain(EarningRule base, List<EarningRule> multipliers) {
      Map<String, Long> usedByChain = new HashMap<>();
      List<EarningRule> applied = new ArrayList<>();
      NaiveFraction sum = kept(base).plus(exactOf(base));
      long whole = whole(base, sum);
      long total = grant(base, whole, sum.sign() == 0, usedByChain);
      EarningRule stoppedBy = null;
      for (EarningRule multiplier : multipliers) {
        boolean isFor = multiplier.of().isEmpty() || multiplier.of().contains(base.id());
        if (!isReady(multiplier) || !isFor) {
          continue;
        }
        if (stoppedBy != null) {
          idle.putIfAbsent(multiplier.id(), "StoppedBy");
          continue;
        }
        applied.add(multiplier);
        NaiveFraction next =
            carriedInto(base, kept(base).plus(multiplied(base, line -> combined(applied, line))));
        long nextWhole = whole(base, next);
        long got;
        if (nextWhole < whole) {
          got = -Math.max(0, total - nextWhole);
          release(multiplier, -got, usedByChain);
        } else {
          got = grant(multiplier, nextWhole - whole, next.compare(sum) == 0, usedByChain);
        }
        total += got;
        sum = next;
        whole = nextWhole;
        stoppedBy = stops(multiplier, got) ? multiplier : null;
      }
      if (base.formula() instanceof Formula.PerAmount f && f.carriesRemainder()) {
        remainders.put(base.id(), sum.minus(NaiveFraction.of(whole)).minus(kept(base)));
      }
    }

    private long grant(
        EarningRule rule, long requested, boolean addsNothing, Map<String, Long> usedByChain) {
      if (requested == 0) {
        idle.putIfAbsent(rule.id(), addsNothing ? "NothingAdded" : "RoundedToZero");
        return 0;
      }
      long units = requested;
      for (Cap cap : capsOf(rule)) {
        units = capped(units, room(cap) - capUse.getOrDefault(cap.id().value(), 0L));
      }
      if (units == 0) {
        idle.putIfAbsent(rule.id(), "CapUsedUp");
        return 0;
      }
      for (Cap cap : capsOf(rule)) {
        capUse.merge(cap.id().value(), units, Long::sum);
        usedByChain.merge(cap.id().value(), units, Long::sum);
      }
      granted.merge(rule.id(), units, Long::sum);
      return units;
    }

    private void release(EarningRule rule, long units, Map<String, Long> usedByChain) {
      if (units == 0) {
        idle.putIfAbsent(rule.id(), "NothingAdded");
        return;
      }
      for (Cap cap : capsOf(rule)) {
        String id = cap.id().value();
        long released = Math.min(units, usedByChain.getOrDefault(id, 0L));
        capUse.merge(id, -released, Long::sum);
        usedByChain.merge(id, -released, Long::sum);
      }
      granted.merge(rule.id(), -units, Long::sum);
    }

    private List<Cap> capsOf(EarningRule rule) {
      return book.caps().stream()
          .filter(cap -> cap.rules().isEmpty()
              ? cap.limit().type().equals(rule.points())
              : cap.rules().contains(rule.id()))
          .toList();
    }

    private long room(Cap cap) {
      Span span = Span.ALWAYS;
      if (cap.scope() instanceof Cap.PerEvent) {
        return cap.limit().units();
      }
      if (cap.scope() instanceof Cap.PerMember scope) {
        span = conditions.span(scope.window());
      } else if (cap.scope() instanceof Cap.PerProgram scope) {
        span = conditions.programSpan(scope.window());
      }
      long used = 0;
      for (Past earlier : past) {
        if (span.contains(earlier.event().occurredAt())) {
          used += earlier.capUse().getOrDefault(cap.id().value(), 0L);
        }
      }
      return Math.max(0, cap.limit().units() - used);
    }

    private void runBonuses(PointType type) {
      EarningRule stoppedBy = null;
      for (EarningRule bonus : rules(type, Phase.BONUS)) {
        if (stoppedBy != null) {
          reasons.putIfAbsent(bonus.id(), "StoppedBy");
        }
        if (isReady(bonus)) {
          runChain(bonus, List.of());
          if (goals.containsKey(bonus.id())) {
            goals.get(bonus.id())[1] = roundsOf(bonus);
          }
          stoppedBy = stops(bonus, granted.getOrDefault(bonus.id(), 0L)) ? bonus : stoppedBy;
        }
      }
    }

    private long roundsOf(EarningRule bonus) {
      long each = bonus.formula() instanceof Formula.Goal f
          ? f.points().units()
          : ((Formula.EveryNth) bonus.formula()).points().units();
      return exactOf(bonus).rounded(RoundingMode.UNNECESSARY) / each;
    }

    /** Groups choose by what each rule would be granted alone. */
    private void choose(PointType type, boolean bases) {
      for (RuleGroup group : book.groups()) {
        List<EarningRule> inside = rulesIn(group);
        if (!inside.isEmpty()
            && inside.get(0).points().equals(type)
            && (inside.get(0).phase() == Phase.BASE) == bases) {
          chooseIn(group);
        }
      }
    }

    private void chooseIn(RuleGroup group) {
      group.groups().forEach(this::chooseIn);
      if (group.mode() == RuleGroup.Mode.ALL) {
        return;
      }
      List<List<EarningRule>> members = membersOf(group).stream()
          .filter(member -> member.stream().anyMatch(this::isReady))
          .toList();
      if (members.isEmpty()) {
        return;
      }
      List<EarningRule> winner = members.stream()
          .filter(member -> worth(member) > 0)
          .min(Comparator.comparingLong(member -> rank(group.mode(), worth(member))))
          .orElse(members.get(0));
      for (List<EarningRule> member : members) {
        if (member != winner) {
          member.forEach(loser -> reasons.putIfAbsent(loser.id(), "Outranked"));
        }
      }
    }

    private long rank(RuleGroup.Mode mode, long worth) {
      return mode == RuleGroup.Mode.BEST_FOR_MEMBER
          ? -worth
          : mode == RuleGroup.Mode.CHEAPEST_FOR_PROGRAM ? worth : 0;
    }

    /** The rules of each member of a group, in the order of the members. */
    private List<List<EarningRule>> membersOf(RuleGroup group) {
      record Ranked(int priority, String id, List<EarningRule> rules) {}
      List<Ranked> ranked = new ArrayList<>();
      for (RuleId id : group.rules()) {
        EarningRule rule = book.rule(id).orElseThrow();
        ranked.add(new Ranked(rule.priority(), id.value(), List.of(rule)));
      }
      for (RuleGroup child : group.groups()) {
        ranked.add(new Ranked(child.priority(), child.id().value(), rulesIn(child)));
      }
      return ranked.stream()
          .sorted(Comparator.comparingInt(Ranked::priority).thenComparing(Ranked::id))
          .map(Ranked::rules)
          .toList();
    }

    private List<EarningRule> rulesIn(RuleGroup group) {
      List<EarningRule> rules = new ArrayList<>();
      membersOf(group).forEach(rules::addAll);
      return rules;
    }

    private long worth(List<EarningRule> rules) {
      return rules.stream().filter(this::isReady).mapToLong(this::worth).sum();
    }

    private long worth(EarningRule rule) {
      long units = 0;
      if (rule.phase() == Phase.MULTIPLIER) {
        for (EarningRule base : rules(rule.points(), Phase.BASE)) {
          if (isReady(base) && (rule.of().isEmpty() || rule.of().contains(base.id()))) {
            NaiveFraction with =
                kept(base).plus(multiplied(base, line -> combined(List.of(rule), line)));
            units += whole(base, with) - whole(base, kept(base).plus(exactOf(base)));
          }
        }
      } else {
        units = whole(rule, kept(rule).plus(exactOf(rule)));
      }
      for (Cap cap : capsOf(rule)) {
        units = Math.min(units, room(cap));
      }
      return Math.max(0, units);
    }
  }
}
