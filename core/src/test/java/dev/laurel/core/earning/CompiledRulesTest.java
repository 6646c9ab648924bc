package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledRulesDomain.STARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompiledRulesTest {
  private static final EarningContext NOBODY = EarningContext.of(ZoneOffset.UTC);

  private final EarningRule starPerEuro = rule(
          "base",
          new Formula.PerAmount(PointRate.of(STARS.points(1), ExactMoney.parse("EUR 1.00")), false))
      .rounding(RoundingMode.FLOOR)
      .build();
  private final EarningRule serviceBonus = rule("service", new Formula.Flat(STARS.points(50)))
      .lines(Condition.category(Category.of("service")))
      .build();

  @Test
  void aPurchaseEarnsWhatTheEvaluationSays() {
    CompiledRules rules = compiled(RuleBook.of(starPerEuro, serviceBonus));

    assertThat(units(rules, purchase(line("service", "19.99")))).isEqualTo(69);
    assertThat(units(rules, purchase(line("goods", "19.99")))).isEqualTo(19);
    assertThat(units(rules, purchase(line("goods", "19.99"), line("service", "0.01"))))
        .isEqualTo(70);
  }

  @Nested
  class WhenRulesCannotBeCompiled {
    @Test
    void eachOfThemIsNamed() {
      EarningRule tenthVisit =
          rule("tenth", new Formula.EveryNth(10, STARS.points(100))).build();
      EarningRule onceADay = rule("daily", new Formula.Flat(STARS.points(1)))
          .limit(AwardLimit.onceADay())
          .build();

      assertThat(obstacles(RuleBook.of(starPerEuro, tenthVisit, onceADay)))
          .extracting(Finding::sentence)
          .containsExactly(
              "rule 'daily' is limited by earlier awards", "rule 'tenth' remembers earlier events");
      assertThat(obstacles(RuleBook.of(starPerEuro, tenthVisit)))
          .extracting(finding -> finding.rule().orElseThrow())
          .containsExactly(RuleId.of("tenth"));
    }

    @Test
    void soAreCapsAndGroups() {
      RuleBook.Builder book = RuleBook.builder();
      book.addRules(starPerEuro, serviceBonus)
          .addCap(Cap.perMember("yearly", STARS.points(500), Window.lifetime()))
          .addGroup(RuleGroup.of("either", RuleGroup.Mode.BEST_FOR_MEMBER, "service"));

      assertThat(obstacles(book.build()))
          .extracting(Finding::sentence)
          .containsExactly(
              "group 'either' chooses among its rules", "cap 'yearly' counts earlier events");
    }

    @Test
    void numbersWithoutRoomAreAnObstacle() {
      EarningRule everything =
          rule("all", new Formula.Flat(STARS.points(Long.MAX_VALUE))).build();

      assertThat(obstacles(RuleBook.of(everything)))
          .extracting(Finding::sentence)
          .containsExactly("the numbers in the rules leave no room within 64 bits");
    }
  }

  @Nested
  class WhenAnActivityIsLeftToTheEvaluation {
    private final CompiledRules rules = compiled(RuleBook.of(starPerEuro, serviceBonus));

    @Test
    void amountsThatMightNotFitAreToldApart() {
      assertThat(units(rules, purchase(line("goods", "9000000000.00")))).isEqualTo(9_000_000_000L);
      assertThat(units(rules, purchase(line("goods", "9000000000000.00"))))
          .isEqualTo(CompiledRules.LEFT_TO_EVALUATION);
    }

    @Test
    void aPurchasePaidWithPointsIsNotEncoded() {
      Purchase.Builder purchase = shopping();
      purchase
          .addLine(line("goods", "20.00"))
          .addTenders(
              new Tender(Tender.Kind.POINTS, ExactMoney.parse("EUR 5.00")),
              new Tender(Tender.Kind.CARD, ExactMoney.parse("EUR 15.00")));

      assertThat(rules.encode(purchase.build(), NOBODY)).isEmpty();
    }

    @Test
    void anActivityOfOtherRulesIsRefused() {
      CodedActivity coded =
          rules.encode(purchase(line("goods", "1.00")), NOBODY).orElseThrow();

      assertThatThrownBy(() -> compiled(RuleBook.of(starPerEuro)).units(coded))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("activity must be encoded for these rules");
    }
  }

  @Test
  void theLawCatchesRulesThatLostTheirCap() {
    RuleBook.Builder capped = RuleBook.builder();
    capped.addRules(starPerEuro, serviceBonus).addCap(Cap.perEvent("most", STARS.points(60)));
    CompiledRules brokenTwin = compiled(RuleBook.of(starPerEuro, serviceBonus));
    CompiledRulesDomain.Event event =
        new CompiledRulesDomain.Event(purchase(line("service", "19.99")), NOBODY);

    assertThatThrownBy(() -> CompiledRulesLaws.outcome(brokenTwin, capped.build(), event))
        .isInstanceOf(AssertionError.class);
  }

  @Nested
  class WhenAPurchaseIsExplained {
    private final EarningRule gold =
        rule("gold", new Formula.StatusMultiplier()).build();
    private final EarningRule app = rule("app", new Formula.Flat(STARS.points(25)))
        .when(Condition.channel(Channel.of("app")))
        .build();
    private final EarningRule welcome = rule("welcome", new Formula.Flat(STARS.points(500)))
        .when(Condition.firstPurchase())
        .build();
    private final RuleBook book = book(60, starPerEuro, gold, serviceBonus, app, welcome);
    private final CompiledRules rules = compiled(book);
    private final Purchase oilFilter =
        shopping().channel(Channel.of("app")).addLine(line("goods", "19.99")).build();
    private final EarningContext goldMember = member("gold", 2);

    @Test
    void itsTotalAndAWordForEachRuleAreKept() {
      CodedAccrual coded = explained(oilFilter, goldMember);

      assertThat(coded.units()).isEqualTo(60);
      assertThat(coded.total()).isEqualTo(STARS.points(60));
      assertThat(coded.activity()).isEqualTo(oilFilter);
      assertThat(coded.words)
          .containsExactly(19, 39, 25, AccrualWord.NO_LINE, AccrualWord.CONDITION_UNMET);
      assertThat(coded).hasToString("CodedAccrual[p: 60 stars]");
    }

    @Test
    void everyStepAndReasonCanBeReadFromThem() {
      Accrual accrual = explained(oilFilter, goldMember).accrual();

      assertThat(accrual.steps())
          .extracting(step -> step.rule() + " " + step.requested() + " " + step.granted())
          .containsExactly("base 19 19", "gold 20 20", "app 25 21");
      assertThat(accrual.reasonFor(RuleId.of("service")))
          .contains(new SkipReason.NothingEligible());
      assertThat(accrual.reasonFor(RuleId.of("welcome")))
          .contains(new SkipReason.ConditionUnmet(new Miss.NotFirst(2)));
      assertThat(accrual)
          .isEqualTo(Earning.evaluate(book, oilFilter, goldMember).orThrow());
    }

    @Test
    void laterEventsDoNotChangeWhatIsRead() {
      EarningContext newcomer = member("new", 0);
      CodedAccrual coded = explained(oilFilter, newcomer);
      Accrual then = Earning.evaluate(book, oilFilter, newcomer).orThrow();
      EarningContext later = newcomer.after(then);

      assertThat(Earning.evaluate(book, oilFilter, later).orThrow()).isNotEqualTo(then);
      assertThat(coded.accrual()).isEqualTo(then);
    }

    @Test
    void amountsThatMightNotFitAreLeftToTheEvaluation() {
      Purchase tooLarge = purchase(line("goods", "9000000000000.00"));

      assertThat(rules.explain(rules.encode(tooLarge, NOBODY).orElseThrow())).isEmpty();
    }

    @Test
    void anActivityOfOtherRulesIsRefused() {
      CodedActivity coded = rules.encode(oilFilter, goldMember).orElseThrow();
      CompiledRules others = compiled(RuleBook.of(starPerEuro));

      assertThatThrownBy(() -> others.explain(coded)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aBookWithoutRulesHasNothingToSay() {
      CompiledRules none = compiled(RuleBook.empty());
      CodedAccrual coded =
          none.explain(none.encode(oilFilter, NOBODY).orElseThrow()).orElseThrow();

      assertThat(coded.accrual())
          .isEqualTo(Earning.evaluate(RuleBook.empty(), oilFilter, NOBODY).orThrow());
    }

    @Test
    void theLawCatchesAWordThatSaysTooMuch() {
      CodedAccrual coded = explained(oilFilter, goldMember);
      CodedAccrual brokenTwin = withWord(coded, 0, 20);

      CompiledRulesLaws.checkReadsAsEvaluated(coded, book, event());
      assertThatThrownBy(() -> CompiledRulesLaws.checkReadsAsEvaluated(brokenTwin, book, event()))
          .isInstanceOf(AssertionError.class);
    }

    @Test
    void theLawCatchesAWordWithAnotherReason() {
      CodedAccrual brokenTwin = withWord(explained(oilFilter, goldMember), 4, AccrualWord.NO_LINE);

      assertThatThrownBy(() -> CompiledRulesLaws.checkReadsAsEvaluated(brokenTwin, book, event()))
          .isInstanceOf(AssertionError.class);
    }

    @Test
    void aWordThatContradictsItsRuleIsNotRead() {
      CodedAccrual brokenTwin =
          withWord(explained(oilFilter, goldMember), 2, AccrualWord.NO_POINTS);

      assertThatThrownBy(brokenTwin::accrual)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("word must suit rule 'app'");
    }

    private CompiledRulesDomain.Event event() {
      return new CompiledRulesDomain.Event(oilFilter, goldMember);
    }

    private CodedAccrual explained(Purchase purchase, EarningContext context) {
      return rules.explain(rules.encode(purchase, context).orElseThrow()).orElseThrow();
    }

    private static CodedAccrual withWord(CodedAccrual coded, int at, long word) {
      long[] words = coded.words.clone();
      words[at] = word;
      return new CodedAccrual(coded.reader, coded.source, words, coded.units());
    }
  }

  private static CompiledRules compiled(RuleBook book) {
    return ((CompiledRules.Compiled) CompiledRules.compile(book, STARS)).rules();
  }

  private static ImmutableList<Finding> obstacles(RuleBook book) {
    return ((CompiledRules.NotCompiled) CompiledRules.compile(book, STARS)).obstacles();
  }

  private static long units(CompiledRules rules, Purchase purchase) {
    return rules.units(rules.encode(purchase, NOBODY).orElseThrow());
  }

  private static EarningRule.Builder rule(String id, Formula formula) {
    EarningRule.Builder rule = EarningRule.builder();
    return rule.id(RuleId.of(id)).points(STARS).formula(formula);
  }

  private static RuleBook book(long most, EarningRule... rules) {
    RuleBook.Builder book = RuleBook.builder();
    book.addRules(rules).addCap(Cap.perEvent("most", STARS.points(most)));
    return book.build();
  }

  /** A member whose points count twice. */
  private static EarningContext member(String status, long purchasesBefore) {
    MemberFacts.Builder facts = MemberFacts.builder();
    facts.status(new StatusFactor(Ratio.of(2), status));
    EarningContext.Builder context = EarningContext.builder();
    context.calendar(NOBODY.calendar()).facts(facts.build());
    if (purchasesBefore > 0) {
      context.history(EarningHistory.of(ImmutableList.of(new HistoryEntry.Counted(
          ActivityKind.PURCHASE, Optional.empty(), LocalDate.of(2026, 1, 2), purchasesBefore))));
    }
    return context.build();
  }

  private static Purchase purchase(Line... lines) {
    return shopping().addLines(lines).build();
  }

  private static Purchase.Builder shopping() {
    Purchase.Builder purchase = Purchase.builder();
    return purchase
        .id(ActivityId.of("p"))
        .member(MemberId.of("ann"))
        .occurredAt(Instant.parse("2026-03-31T12:00:00Z"));
  }

  private static Line line(String category, String price) {
    Line.Builder line = Line.builder();
    return line.sku(Sku.of("sku"))
        .category(Category.of(category))
        .unitPrice(ExactMoney.parse("EUR " + price))
        .build();
  }
}
