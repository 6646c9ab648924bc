package dev.laurel.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.AccrualStep;
import dev.laurel.core.earning.Cut;
import dev.laurel.core.earning.Earning;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.EarningHistory;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws that any book of rules keeps, for a user to point at their own: extend it, say which
 * book, and the properties run.
 *
 * <p>Baskets are generated, in euros unless {@link #events} is overridden.
 */
public abstract class EarningContract {
  /** The rules that are to keep the laws. */
  protected abstract RuleBook ruleBook();

  /** What is known of the member. */
  protected EarningContext context(long seed) {
    return new EarningGenerator(seed, 8).context();
  }

  /** Some events of one member in order. */
  protected List<? extends Activity> events(long seed) {
    return new EarningGenerator(seed, 8).events();
  }

  /** Each rule has a step or exactly one reason, and steps, cuts and totals add up. */
  @Property
  final void everyNumberHasItsReason(@ForAll long seed) {
    RuleBook book = ruleBook();
    for (Accrual accrual : accruals(book, seed)) {
      for (EarningRule rule : book.rules()) {
        boolean hasStep = accrual.steps().stream().anyMatch(step -> step.rule().equals(rule.id()));
        long reasons = accrual.skipped().stream()
            .filter(skip -> skip.rule().equals(rule.id()))
            .count();
        assertThat(reasons).describedAs("rule %s", rule.id()).isEqualTo(hasStep ? 0 : 1);
      }
      long granted = 0;
      for (AccrualStep step : accrual.steps()) {
        long cut = step.cuts().stream().mapToLong(Cut::units).sum();
        assertThat(step.requested() < 0 || step.granted() + cut == step.requested())
            .isTrue();
        granted += step.granted();
      }
      assertThat(accrual.grants().stream()
              .mapToLong(grant -> grant.points().units())
              .sum())
          .isEqualTo(granted);
    }
  }

  /** The order in which the rules are written down changes nothing. */
  @Property
  final void theOrderOfTheListChangesNothing(@ForAll long seed) {
    RuleBook book = ruleBook();
    List<EarningRule> shuffled = new ArrayList<>(book.rules());
    Collections.shuffle(shuffled, new Random(seed));
    RuleBook other = EarningModel.laurel().assemble(shuffled, book);
    assertThat(other).isEqualTo(book);
    assertThat(accruals(other, seed)).isEqualTo(accruals(book, seed));
  }

  /** The order of the lines of a purchase changes nothing. */
  @Property
  final void theOrderOfTheLinesChangesNothing(@ForAll long seed) {
    for (Activity event : events(seed)) {
      if (event instanceof Purchase purchase) {
        List<Line> lines = new ArrayList<>(purchase.lines());
        Collections.reverse(lines);
        assertThat(accrual(copy(purchase, lines), seed).totals())
            .isEqualTo(accrual(purchase, seed).totals());
      }
    }
  }

  /** The readable interpreter says the same, where it knows all formulas and conditions. */
  @Property
  final void theReadableInterpreterAgrees(@ForAll long seed) {
    RuleBook book = ruleBook();
    boolean isKnown = book.rules().stream()
        .noneMatch(rule -> rule.formula() instanceof Formula.Referral
            || rule.formula() instanceof Formula.Custom
            || !NaiveConditions.isKnown(rule.when()));
    if (isKnown) {
      assertThat(EarningModel.laurel().run(book, events(seed), context(seed)))
          .isEqualTo(new NaiveEarning().run(book, events(seed), context(seed)));
    }
  }

  /** What is taken back leaves no trace: caps, limits and goals are as they were. */
  @Property
  final void takingBackLeavesNoTrace(@ForAll long seed) {
    EarningHistory before = EarningHistory.empty();
    EarningContext context = context(seed);
    for (Activity event : events(seed)) {
      Accrual accrual = Earning.evaluate(ruleBook(), event, context).orThrow();
      assertThat(before.after(accrual).without(accrual)).isEqualTo(before);
      assertThat(before.after(accrual).afterReversal(accrual, accrual))
          .isEqualTo(before.after(accrual));
      assertThat(EarningHistory.of(before.after(accrual).entries()))
          .isEqualTo(before.after(accrual));
      before = before.after(accrual);
      context = context.after(accrual);
    }
  }

  private Accrual accrual(Activity event, long seed) {
    return Earning.evaluate(ruleBook(), event, context(seed)).orThrow();
  }

  private List<Accrual> accruals(RuleBook book, long seed) {
    List<Accrual> accruals = new ArrayList<>();
    EarningContext context = context(seed);
    for (Activity event : events(seed)) {
      Accrual accrual = Earning.evaluate(book, event, context).orThrow();
      accruals.add(accrual);
      context = context.after(accrual);
    }
    return accruals;
  }

  private static Purchase copy(Purchase purchase, List<Line> lines) {
    Purchase.Builder copy = Purchase.builder();
    return copy.id(purchase.id())
        .member(purchase.member())
        .occurredAt(purchase.occurredAt())
        .channel(purchase.channel())
        .partner(purchase.partner())
        .location(purchase.location())
        .attributes(purchase.attributes())
        .currency(purchase.currency())
        .shipping(purchase.shipping())
        .addAllLines(lines)
        .addAllTenders(purchase.tenders())
        .build();
  }
}
