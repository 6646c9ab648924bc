package dev.laurel.core.testkit;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.AccrualStep;
import dev.laurel.core.earning.Earning;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.Skipped;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Something that says what one member's events earn, one after the other: what laws speak of. */
public interface EarningModel {
  /**
   * What one event earned.
   *
   * @param granted units by rule and member, as {@code rule/member}
   * @param reasons the kind of reason of each rule that granted nothing
   */
  record Outcome(Map<String, Long> granted, Map<RuleId, String> reasons) {
    /** The units of one member. */
    public long total(MemberId member) {
      String suffix = "/" + member;
      return granted.entrySet().stream()
          .filter(entry -> entry.getKey().endsWith(suffix))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** What the events earn in this order, from a context without history. */
  List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start);

  /** A book of rules that were written down in this order; the rest is that of another book. */
  default RuleBook assemble(List<EarningRule> rules, RuleBook rest) {
    RuleBook.Builder builder = RuleBook.builder();
    builder
        .addAllRules(rules)
        .addAllGroups(rest.groups())
        .addAllCaps(rest.caps())
        .putAllCombinations(rest.combinations())
        .addAllSegments(rest.segments());
    return builder.build();
  }

  /** Laurel itself. */
  static EarningModel laurel() {
    return (book, events, start) -> {
      List<Outcome> outcomes = new ArrayList<>();
      EarningContext context = start;
      for (Activity event : events) {
        Accrual accrual = Earning.evaluate(book, event, context).orThrow();
        outcomes.add(outcomeOf(accrual));
        context = context.after(accrual);
      }
      return outcomes;
    };
  }

  /** What an accrual says, in the plain words of this interface. */
  static Outcome outcomeOf(Accrual accrual) {
    Map<String, Long> granted = new TreeMap<>();
    for (AccrualStep step : accrual.steps()) {
      granted.merge(step.rule() + "/" + step.member(), step.granted(), Math::addExact);
    }
    Map<RuleId, String> reasons = new TreeMap<>();
    for (Skipped skip : accrual.skipped()) {
      reasons.put(skip.rule(), skip.reason().getClass().getSimpleName());
    }
    return new Outcome(granted, reasons);
  }
}
