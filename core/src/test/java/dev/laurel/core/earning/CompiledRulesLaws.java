package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledRulesDomain.STARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.earning.CompiledRulesDomain.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

@Domain(CompiledRulesDomain.class)
class CompiledRulesLaws {
  /** All reasons that rules can have which look at nothing but the event and its member. */
  private static final List<Class<?>> READ_REASONS = List.of(
      SkipReason.NotActive.class,
      SkipReason.OtherKind.class,
      SkipReason.OtherCurrency.class,
      SkipReason.ConditionUnmet.class,
      SkipReason.NothingEligible.class,
      SkipReason.NoStatus.class,
      SkipReason.NoBase.class,
      SkipReason.NothingAdded.class,
      SkipReason.RoundedToZero.class,
      SkipReason.CapUsedUp.class);

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void compiledRulesGiveTheTotalOfTheEvaluation(@ForAll RuleBook book, @ForAll List<Event> events) {
    checkTotals(book, events);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsReadFromTheWordsIsTheAccrualOfTheEvaluation(
      @ForAll RuleBook book, @ForAll List<Event> events) {
    checkAccruals(book, events);
  }

  /** Equal totals prove little where nothing happens. The seed is fixed: some cases are rare. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, seed = "1")
  @StatisticsReport(onFailureOnly = true)
  void theComparedTotalsAreOfEveryKind(@ForAll RuleBook book, @ForAll List<Event> events) {
    checkTotals(book, events).forEach(Statistics::collect);
    Statistics.coverage(coverage -> {
      coverage.check("equal, some points").percentage(share -> share > 20);
      coverage.check("equal, no points").percentage(share -> share > 10);
      coverage.check("left to the evaluation").count(count -> count > 0);
      coverage.check("not encoded").count(count -> count > 0);
      coverage.check("not compiled").percentage(share -> share > 1 && share < 30);
    });
  }

  /** Equal accruals likewise: each reason to skip and each way to grant occurs. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, seed = "1")
  @StatisticsReport(onFailureOnly = true)
  void theComparedAccrualsReachEveryReason(@ForAll RuleBook book, @ForAll List<Event> events) {
    checkAccruals(book, events).forEach(CompiledRulesLaws::collectCases);
    Statistics.coverage(coverage -> {
      for (Class<?> reason : READ_REASONS) {
        coverage.check(reason).count(count -> count > 0);
      }
      coverage.check("cut").count(count -> count > 0);
      coverage.check("taken back").count(count -> count > 0);
      coverage.check("multiplied").count(count -> count > 0);
      coverage.check("other type").count(count -> count > 0);
    });
  }

  private static List<String> checkTotals(RuleBook book, List<Event> events) {
    CompiledRules.Compilation compilation = CompiledRules.compile(book, STARS);
    if (compilation instanceof CompiledRules.Compiled compiled) {
      return events.stream()
          .map(event -> outcome(compiled.rules(), book, event))
          .toList();
    }
    assertThat(((CompiledRules.NotCompiled) compilation).obstacles()).isNotEmpty();
    return List.of("not compiled");
  }

  private static List<Accrual> checkAccruals(RuleBook book, List<Event> events) {
    List<Accrual> accruals = new ArrayList<>();
    if (CompiledRules.compile(book, STARS) instanceof CompiledRules.Compiled compiled) {
      for (Event event : events) {
        compiled
            .rules()
            .encode(event.activity(), event.context())
            .flatMap(compiled.rules()::explain)
            .ifPresent(coded -> {
              checkReadsAsEvaluated(coded, book, event);
              accruals.add(coded.accrual());
            });
      }
    }
    return accruals;
  }

  static void checkReadsAsEvaluated(CodedAccrual coded, RuleBook book, Event event) {
    Accrual evaluated =
        Earning.evaluate(book, event.activity(), event.context()).orThrow();
    assertThat(coded.accrual()).isEqualTo(evaluated);
    assertThat(coded.total()).isEqualTo(evaluated.total(STARS));
  }

  private static void collectCases(Accrual accrual) {
    for (Skipped skipped : accrual.skipped()) {
      Statistics.collect(skipped.reason().getClass());
    }
    for (AccrualStep step : accrual.steps()) {
      Statistics.collect(
          !step.points().equals(STARS)
              ? "other type"
              : !step.cuts().isEmpty()
                  ? "cut"
                  : step.granted() < 0
                      ? "taken back"
                      : step.working() instanceof Working.Multiplied ? "multiplied" : "granted");
    }
  }

  static String outcome(CompiledRules rules, RuleBook book, Event event) {
    Optional<CodedActivity> coded = rules.encode(event.activity(), event.context());
    if (coded.isEmpty()) {
      return "not encoded";
    }
    long units = rules.units(coded.get());
    if (units == CompiledRules.LEFT_TO_EVALUATION) {
      return "left to the evaluation";
    }
    Evaluation evaluation = Earning.evaluate(book, event.activity(), event.context());
    assertThat(evaluation).isInstanceOf(Evaluation.Earned.class);
    assertThat(units).isEqualTo(evaluation.orThrow().total(STARS).units());
    return units == 0 ? "equal, no points" : "equal, some points";
  }
}
