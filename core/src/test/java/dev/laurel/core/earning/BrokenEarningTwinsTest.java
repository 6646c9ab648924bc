package dev.laurel.core.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.testkit.EarningLaw;
import dev.laurel.core.testkit.EarningModel;
import dev.laurel.core.testkit.NaiveEarning;
import dev.laurel.core.testkit.NaiveFraction;
import dev.laurel.core.time.Span;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each law is worth something: a model that is broken in one place breaks the law named for it. */
class BrokenEarningTwinsTest {
  private static final int CASES = 300;

  static List<Arguments> twins() {
    return List.of(
        twin("stops without having awarded", EarningLaw.A5_STOP_NEEDS_AN_AWARD, new NaiveEarning() {
          @Override
          protected boolean stops(EarningRule rule, long granted) {
            return rule.stopAfter();
          }
        }),
        twin("ignores caps", EarningLaw.D7_CAP, new NaiveEarning() {
          @Override
          protected long capped(long requested, long room) {
            return requested;
          }
        }),
        twin("caps all or nothing", EarningLaw.D7_CAP, new NaiveEarning() {
          @Override
          protected long capped(long requested, long room) {
            return requested <= room ? requested : 0;
          }
        }),
        twin("rounds twice", EarningLaw.A3_ROUNDED_ONCE, new NaiveEarning() {
          @Override
          protected long whole(EarningRule base, NaiveFraction exact) {
            return super.whole(base, exact) / 2 * 2;
          }
        }),
        twin("depends on the order of the list", EarningLaw.D6_RULE_ORDER, new LastEditedWins()),
        twin("earns on what points paid (Odoo 114004)", EarningLaw.D10_TENDER, new NaiveEarning() {
          @Override
          protected long paidWithPoints(Purchase purchase) {
            return 0;
          }
        }),
        twin(
            "takes any currency for its own (WooCommerce 2848)",
            EarningLaw.D12_CURRENCY,
            new NaiveEarning() {
              @Override
              protected boolean isSameCurrency(String ofRule, Purchase purchase) {
                return true;
              }
            }),
        twin("rounds halves up (salami)", EarningLaw.D4_NO_SALAMI, new NaiveEarning() {
          @Override
          protected long whole(EarningRule base, NaiveFraction exact) {
            return exact.rounded(RoundingMode.HALF_UP);
          }
        }),
        twin("ends a day late", EarningLaw.D13_WINDOW, new NaiveEarning() {
          @Override
          protected boolean isActive(Span active, Instant at) {
            return !at.isBefore(active.from()) && !at.isAfter(active.until());
          }
        }),
        twin("ignores the quantity (PrestaShop 23)", EarningLaw.D20_SCALE, new NaiveEarning() {
          @Override
          protected long articles(Line line) {
            return 1;
          }
        }),
        twin("pays the welcome each time", EarningLaw.D16_ONCE_ONLY, new Forgetful()),
        twin("counts a started step", EarningLaw.D2_MONOTONE, new NaiveEarning() {
          @Override
          protected long steps(NaiveFraction minor, long step) {
            return minor.rounded(RoundingMode.FLOOR) % step;
          }
        }),
        twin("pays for nothing", EarningLaw.D1_ZERO, new PaysForNothing()),
        twin("is not the engine", EarningLaw.D19_MODEL, new Forgetful()),
        twin("gives no reason", EarningLaw.D11_EXPLAIN, new Silent()),
        twin("forgets the remainder it should keep", EarningLaw.D3_SPLIT, new Forgetful()),
        twin("sees the first line alone", EarningLaw.D5_LINE_ORDER, new FirstLineOnly()),
        twin("pays for each rule there is", EarningLaw.D8_NEUTRAL, new PaysForRules()),
        twin("forgets what is excluded", EarningLaw.D9_EXCLUSION, new ForgetsExclusions()),
        twin("looks at the month", EarningLaw.D14_TIME_SHIFT, new NaiveEarning() {
          @Override
          protected boolean isActive(Span active, Instant at) {
            return super.isActive(active, at) && at.atZone(ZoneOffset.UTC).getMonthValue() % 2 == 0;
          }
        }),
        twin("takes the rules of the last call", EarningLaw.D15_PINNED, new RulesOfTheLastCall()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("twins")
  void breaksItsLaw(String name, EarningLaw law, EarningModel twin) {
    assertThat(failures(law, twin)).describedAs(name).isPositive();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("twins")
  void theUnbrokenInterpreterKeepsTheSameLaw(String name, EarningLaw law, EarningModel twin) {
    assertThat(failures(law, new NaiveEarning())).isZero();
  }

  @Test
  void everyLawHasATwin() {
    assertThat(twins().stream().map(twin -> twin.get()[1]))
        .containsAll(List.of(EarningLaw.values()));
  }

  private static int failures(EarningLaw law, EarningModel model) {
    int failures = 0;
    for (long seed = 0; seed < CASES; seed++) {
      try {
        law.check(model, seed);
      } catch (AssertionError expected) {
        failures++;
      }
    }
    return failures;
  }

  private static Arguments twin(String name, EarningLaw law, EarningModel model) {
    return Arguments.of(name, law, model);
  }

  /** Ranks rules by their place in the list, as programs do in which the last edited one wins. */
  private static final class LastEditedWins extends NaiveEarning {
    @Override
    public RuleBook assemble(List<EarningRule> rules, RuleBook rest) {
      List<EarningRule> ranked = new ArrayList<>();
      for (EarningRule rule : rules) {
        EarningRule.Builder copy = EarningRule.builder();
        ranked.add(copy.id(rule.id())
            .points(rule.points())
            .formula(rule.formula())
            .phase(rule.phase())
            .rounding(rule.rounding())
            .when(rule.when())
            .lines(rule.lines())
            .active(rule.active())
            .basis(rule.basis())
            .limit(rule.limit())
            .stopAfter(rule.stopAfter())
            .addAllOf(rule.of())
            .priority(ranked.size())
            .build());
      }
      return super.assemble(ranked, rest);
    }
  }

  /** Forgets each event at once. */
  private static final class Forgetful implements EarningModel {
    @Override
    public List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start) {
      List<Outcome> outcomes = new ArrayList<>();
      events.forEach(event -> outcomes.addAll(new NaiveEarning().run(book, List.of(event), start)));
      return outcomes;
    }
  }

  /** Gives a point for showing up. */
  private static final class PaysForNothing implements EarningModel {
    @Override
    public List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start) {
      return List.of(new Outcome(Map.of("base/" + events.get(0).member(), 1L), Map.of()));
    }
  }

  /** Earns, and does not say why not more. */
  private static final class Silent implements EarningModel {
    @Override
    public List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Outcome outcome : new NaiveEarning().run(book, events, start)) {
        outcomes.add(new Outcome(outcome.granted(), Map.of()));
      }
      return outcomes;
    }
  }

  /** Earns on the first line alone, as where a loop breaks too early. */
  private static final class FirstLineOnly implements EarningModel {
    @Override
    public List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start) {
      List<Activity> cut = new ArrayList<>();
      for (Activity event : events) {
        cut.add(event instanceof Purchase purchase ? firstLine(purchase) : event);
      }
      return new NaiveEarning().run(book, cut, start);
    }

    private static Purchase firstLine(Purchase purchase) {
      return Purchase.builder()
          .id(purchase.id())
          .member(purchase.member())
          .occurredAt(purchase.occurredAt())
          .addLine(purchase.lines().get(0))
          .build();
    }
  }

  /** Gives a point for each rule, whether it says anything or not. */
  private static final class PaysForRules implements EarningModel {
    @Override
    public List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Outcome outcome : new NaiveEarning().run(book, events, start)) {
        Map<String, Long> granted = new TreeMap<>(outcome.granted());
        granted.put("all/" + events.get(0).member(), (long) book.rules().size());
        outcomes.add(new Outcome(granted, outcome.reasons()));
      }
      return outcomes;
    }
  }

  /** Evaluates rules without their basis. */
  private static final class ForgetsExclusions implements EarningModel {
    @Override
    public List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start) {
      RuleBook.Builder bare = RuleBook.builder();
      for (EarningRule rule : book.rules()) {
        bare.addRule(EarningRule.builder()
            .id(rule.id())
            .points(rule.points())
            .formula(rule.formula())
            .rounding(rule.rounding())
            .build());
      }
      return new NaiveEarning().run(bare.build(), events, start);
    }
  }

  /** Evaluates events by whatever rules were live before, as a cache without a key does. */
  private static final class RulesOfTheLastCall implements EarningModel {
    private RuleBook live = RuleBook.empty();

    @Override
    public List<Outcome> run(RuleBook book, List<? extends Activity> events, EarningContext start) {
      List<Outcome> outcomes = new NaiveEarning().run(live, events, start);
      live = book;
      return outcomes;
    }
  }
}
