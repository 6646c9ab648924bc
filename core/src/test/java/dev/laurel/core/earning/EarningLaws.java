package dev.laurel.core.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.testkit.EarningGenerator;
import dev.laurel.core.testkit.EarningLaw;
import dev.laurel.core.testkit.EarningModel;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

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
