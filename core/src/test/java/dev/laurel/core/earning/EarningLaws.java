package dev.laurel.core.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.testkit.EarningGenerator;
import dev.laurel.core.testkit.EarningLaw;
import dev.laurel.core.testkit.EarningModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laurel keeps each law, on books of rules that use everything there is. */
class EarningLaws {
  @Property(tries = 4000)
  void keepsEachLaw(@ForAll EarningLaw law, @ForAll long seed) {
    law.check(EarningModel.laurel(), seed);
  }

  @Property(tries = 1000)
  void saysWhatTheReadableInterpreterSays(@ForAll long seed) {
    EarningLaw.D19_MODEL.check(EarningModel.laurel(), seed);
  }

  /** D18: whoever brings in whom, each member is brought in once and no circle pays. */
  @Property
  void noCircleOfReferralsPays(@ForAll long seed) {
    checkReferrals(seed, Referrals::after);
  }

  @Example
  void theLawOfReferralsCatchesAProgramThatForgetsThem() {
    assertThatThrownBy(() -> {
          for (long seed = 0; seed < 100; seed++) {
            checkReferrals(seed, (referrals, accrual) -> referrals);
          }
        })
        .isInstanceOf(AssertionError.class);
  }

  private static void checkReferrals(
      long seed, BiFunction<Referrals, Accrual, Referrals> remembering) {
    Random random = new Random(seed);
    RuleBook book = RuleBook.of(Earnings.rule(
            "friend", new Formula.Referral(Earnings.STARS.points(2), Earnings.STARS.points(1)))
        .build());
    Referrals referrals = Referrals.none();
    Map<MemberId, MemberId> paid = new HashMap<>();
    for (int i = 0; i < 30; i++) {
      int referrer = random.nextInt(6);
      MemberId referee = MemberId.of("m" + (referrer + 1 + random.nextInt(5)) % 6);
      EarningContext.Builder context = EarningContext.builder();
      context.calendar(Earnings.NOBODY.calendar()).referrals(referrals);
      Accrual accrual = Earning.evaluate(
              book, Earnings.referral("m" + referrer, referee.value()), context.build())
          .orThrow();
      if (!accrual.steps().isEmpty()) {
        assertThat(paid.put(referee, MemberId.of("m" + referrer))).isNull();
        assertThat(reaches(paid, referee)).isFalse();
      }
      referrals = remembering.apply(referrals, accrual);
    }
    assertThat(referrals.links()).isEqualTo(paid);
  }

  /** Whether going from referee to referrer leads back to the start. */
  private static boolean reaches(Map<MemberId, MemberId> referrers, MemberId start) {
    MemberId current = referrers.get(start);
    for (int i = 0; i < 10 && current != null; i++) {
      if (current.equals(start)) {
        return true;
      }
      current = referrers.get(current);
    }
    return false;
  }

  /** D17: however rules hang together, the code of each is asked once for an event. */
  @Property
  void everyRuleIsAskedOnce(@ForAll @IntRange(min = 1, max = 200) int count, @ForAll long seed) {
    assertAskedOnce(count, seed, Earning::evaluate);
  }

  /** The broken twin goes through the book anew for each rule that has a say. */
  @Example
  void theLawOfWorkCatchesAnEngineThatStartsAnewForEachRule() {
    Evaluating twin = (book, activity, context) -> {
      Evaluation last = Earning.evaluate(book, activity, context);
      for (int i = 1; i < book.rules().size(); i++) {
        last = Earning.evaluate(book, activity, context);
      }
      return last;
    };

    assertThatThrownBy(() -> assertAskedOnce(2, 1, twin)).isInstanceOf(AssertionError.class);
  }

  /** An engine. */
  private interface Evaluating {
    Evaluation evaluate(RuleBook book, Activity activity, EarningContext context);
  }

  /** Counts how often rules ask, of which the later half multiply some of the others. */
  private static void assertAskedOnce(int count, long seed, Evaluating engine) {
    Random random = new Random(seed);
    AtomicInteger asked = new AtomicInteger();
    List<EarningRule> rules = new ArrayList<>();
    int bases = (count + 1) / 2;
    for (int i = 0; i < count; i++) {
      EarningRule.Builder rule = i < bases
          ? Earnings.base("r-" + i, Earnings.perAmount(1, "1.00"))
          : Earnings.rule("r-" + i, Earnings.multiplier(2, 1));
      for (int j = 0; i >= bases && j < 3; j++) {
        rule.addOf(RuleId.of("r-" + random.nextInt(bases)));
      }
      rules.add(rule.priority(i).when(Condition.custom(CustomKey.of("counted"))).build());
    }
    CustomRules.Builder counting = CustomRules.builder();
    counting.putCondition(CustomKey.of("counted"), facts -> {
      asked.incrementAndGet();
      return random.nextInt(4) > 0;
    });
    EarningContext.Builder context = EarningContext.builder();
    context.calendar(Earnings.NOBODY.calendar()).customRules(counting.build());

    engine
        .evaluate(
            RuleBook.builder().addAllRules(rules).build(),
            Earnings.purchase("10.00"),
            context.build())
        .orThrow();

    assertThat(asked).hasValue(count);
  }

  /** Equal answers prove little where nothing happens: each way to grant and to skip occurs. */
  @Example
  void theGeneratedBooksReachEveryReason() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 300; seed++) {
      EarningGenerator generator = new EarningGenerator(seed, 12);
      RuleBook book = generator.book();
      EarningContext context = generator.context();
      for (Activity event : generator.events()) {
        Accrual accrual = Earning.evaluate(book, event, context).orThrow();
        accrual.skipped().forEach(skip -> seen.add(skip.reason().getClass().getSimpleName()));
        for (AccrualStep step : accrual.steps()) {
          seen.add(step.working().getClass().getSimpleName());
          seen.add(step.granted() < 0 ? "taken back" : step.cuts().isEmpty() ? "whole" : "cut");
        }
        context = context.after(accrual);
      }
    }
    assertThat(seen)
        .contains("CapUsedUp", "ConditionUnmet", "GoalOpen", "LimitReached", "NoBase", "NoStatus")
        .contains("NotActive", "NothingAdded", "NothingEligible", "OtherKind", "Outranked")
        .contains("RoundedToZero", "StoppedBy", "Counted", "Fixed", "Multiplied", "Rated")
        .contains("Reached", "Stepped", "taken back", "whole", "cut");
  }

  /**
   * A formula or condition that is new is met by the laws only once the generator makes it; those
   * of two members and of the user's own code have tests of their own.
   */
  @Example
  void theGeneratedBooksHaveEveryFormulaAndCondition() {
    Set<Class<?>> seen = new HashSet<>();
    for (long seed = 0; seed < 300; seed++) {
      for (EarningRule rule : new EarningGenerator(seed, 12).book().rules()) {
        seen.add(rule.formula().getClass());
        ConditionTree.walk(rule.when(), condition -> seen.add(condition.getClass()));
        ConditionTree.walk(rule.lines(), condition -> seen.add(condition.getClass()));
      }
    }
    Set<Class<?>> all = new HashSet<>();
    Collections.addAll(all, Formula.class.getPermittedSubclasses());
    Collections.addAll(all, Condition.class.getPermittedSubclasses());
    all.removeAll(Set.of(Formula.Referral.class, Formula.Custom.class, Condition.Custom.class));
    assertThat(seen).containsAll(all);
  }
}
