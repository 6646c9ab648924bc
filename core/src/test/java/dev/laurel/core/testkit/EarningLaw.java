package dev.laurel.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.earning.Basis;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.Phase;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The laws of earning, each a check of a model on the case that a seed stands for.
 *
 * <p>The names are those of the invariants D1 to D20, and A3 and A5 of the rules of accrual. D17,
 * bounded work, is a test of the largest book; D18, referrals, a law of its own.
 *
 * <p>A law fails with an {@link AssertionError}. A model is Laurel itself, the naive interpreter,
 * or a broken twin of it.
 */
public enum EarningLaw {
  /** Nothing spent earns nothing, unless a rule pays for the visit. */
  D1_ZERO {
    @Override
    public void check(EarningModel model, long seed) {
      RuleBook book = new EarningGenerator(seed, 6).linearBook();
      assertThat(earned(model, book, buy(0), buy(0, 0))).isZero();
    }
  },
  /** More spending never earns less. */
  D2_MONOTONE {
    @Override
    public void check(EarningModel model, long seed) {
      EarningGenerator generator = new EarningGenerator(seed, 6);
      RuleBook book = generator.linearBook();
      List<Line> lines = new ArrayList<>(List.of(generator.line(), generator.line()));
      long less = earned(model, book, buy(lines));
      Line first = lines.get(0);
      lines.set(0, priced(first, first.unitPrice().minor() + 1 + Math.floorMod(seed, 3_000)));
      assertThat(earned(model, book, buy(lines))).isGreaterThanOrEqualTo(less);
    }
  },
  /** Splitting a purchase loses at most one unit for each rule, and none with a remainder kept. */
  D3_SPLIT {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      long a = 1L + random.nextInt(9_999);
      long b = 1L + random.nextInt(9_999);
      EarningRule kept = rate(random, true);
      assertThat(earned(model, RuleBook.of(kept), buy(a), buy(b)))
          .isEqualTo(earned(model, RuleBook.of(kept), buy(a + b)));
      EarningRule cut = rate(random, false);
      long whole = earned(model, RuleBook.of(cut), buy(a + b));
      assertThat(whole - earned(model, RuleBook.of(cut), buy(a), buy(b))).isBetween(0L, 1L);
    }
  },
  /** Many small purchases never earn more than one large one. */
  D4_NO_SALAMI {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      RuleBook book = RuleBook.of(rate(random, false));
      Purchase[] parts = new Purchase[2 + random.nextInt(5)];
      long total = 0;
      for (int i = 0; i < parts.length; i++) {
        long part = random.nextInt(200);
        total += part;
        parts[i] = buy(part);
      }
      assertThat(earned(model, book, parts)).isLessThanOrEqualTo(earned(model, book, buy(total)));
    }
  },
  /** The order of the lines changes nothing. */
  D5_LINE_ORDER {
    @Override
    public void check(EarningModel model, long seed) {
      EarningGenerator generator = new EarningGenerator(seed, 8);
      RuleBook book = generator.book();
      List<Line> lines = new ArrayList<>(
          List.of(generator.line(), generator.line(), generator.line(), generator.line()));
      Purchase bought = paidPartly(lines, seed);
      Collections.shuffle(lines, new Random(seed));
      assertThat(model.run(book, List.of(paidPartly(lines, seed)), NOBODY))
          .isEqualTo(model.run(book, List.of(bought), NOBODY));
    }
  },
  /** The order in which rules were written down changes nothing. */
  D6_RULE_ORDER {
    @Override
    public void check(EarningModel model, long seed) {
      EarningGenerator generator = new EarningGenerator(seed, 10);
      RuleBook book = generator.book();
      List<Activity> events = generator.events();
      List<EarningRule> shuffled = new ArrayList<>(book.rules());
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(model.run(model.assemble(shuffled, book), events, NOBODY))
          .isEqualTo(model.run(model.assemble(book.rules(), book), events, NOBODY));
    }
  },
  /** Within a window no more than the cap is granted, and as much as there is below it. */
  D7_CAP {
    @Override
    public void check(EarningModel model, long seed) {
      EarningGenerator generator = new EarningGenerator(seed, 8);
      RuleBook free = generator.linearBook();
      long limit = Math.floorMod(seed, 400);
      RuleBook.Builder capped = RuleBook.builder();
      capped
          .addAllRules(free.rules())
          .putAllCombinations(free.combinations())
          .addCap(Cap.perMember("most", EarningGenerator.STARS.points(limit), Window.lifetime()));
      Purchase[] events = {
        buy(List.of(generator.line(), generator.line())), buy(List.of(generator.line())), buy(999)
      };
      assertThat(earned(model, capped.build(), events))
          .isEqualTo(Math.min(limit, earned(model, free, events)));
    }
  },
  /** A rule that never matches, a factor of 1 and a bonus of 0 change nothing. */
  D8_NEUTRAL {
    @Override
    public void check(EarningModel model, long seed) {
      EarningGenerator generator = new EarningGenerator(seed, 6);
      RuleBook book = generator.linearBook();
      List<EarningRule> more = new ArrayList<>(book.rules());
      more.add(flat("never", 50).when(Condition.not(Condition.always())).build());
      more.add(flat("zero", 0).build());
      more.add(named("one", new Formula.Multiplier(Ratio.ONE)).priority(-1).build());
      Purchase bought = buy(List.of(generator.line(), generator.line()));
      boolean isNeutral = book.combination(EarningGenerator.STARS) != Combination.MAX
          || book.rules().stream().noneMatch(rule -> rule.formula() instanceof Formula.Multiplier);
      if (isNeutral) {
        assertThat(earned(model, model.assemble(more, book), bought))
            .isEqualTo(earned(model, book, bought));
      }
    }
  },
  /** Lines of an excluded category change nothing. */
  D9_EXCLUSION {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      Category tobacco = Category.of("tobacco");
      Basis.Builder basis = Basis.builder();
      basis.addExcludedCategory(tobacco);
      RuleBook book = RuleBook.of(
          namedRate("rate", random, false).basis(basis.build()).build(),
          named("unit", new Formula.PerUnit(EarningGenerator.STARS.points(3)))
              .basis(basis.build())
              .rounding(RoundingMode.FLOOR)
              .build());
      List<Line> lines = new ArrayList<>(buy(1_234, 987).lines());
      long without = earned(model, book, buy(lines));
      lines.add(random.nextInt(3), line(tobacco, 500 + random.nextInt(500), 2));
      assertThat(earned(model, book, buy(lines))).isEqualTo(without);
    }
  },
  /** What was paid with points earns nothing: 60 of 100 paid in money earn what 60 earn. */
  D10_TENDER {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      RuleBook book = RuleBook.of(rate(random, false));
      long total = 1L + random.nextInt(20_000);
      long inPoints = random.nextInt((int) total + 1);
      Purchase bought = buy(total);
      Purchase.Builder paid = Purchase.builder();
      paid.id(bought.id())
          .member(bought.member())
          .occurredAt(bought.occurredAt())
          .addAllLines(bought.lines())
          .addTender(new Tender(Tender.Kind.POINTS, eur(inPoints)))
          .addTender(new Tender(Tender.Kind.CARD, eur(total - inPoints)));
      assertThat(earned(model, book, paid.build()))
          .isEqualTo(earned(model, book, buy(total - inPoints)));
    }
  },
  /** Each rule either granted or has one reason, never both, never neither. */
  D11_EXPLAIN {
    @Override
    public void check(EarningModel model, long seed) {
      EarningGenerator generator = new EarningGenerator(seed, 10);
      RuleBook book = generator.book();
      for (EarningModel.Outcome outcome : model.run(book, generator.events(), NOBODY)) {
        for (EarningRule rule : book.rules()) {
          boolean granted =
              outcome.granted().containsKey(rule.id() + "/" + EarningGenerator.MEMBER);
          assertThat(granted)
              .describedAs("rule %s", rule.id())
              .isNotEqualTo(outcome.reasons().containsKey(rule.id()));
        }
      }
    }
  },
  /** A purchase in another currency than the rule's earns nothing, whatever the numbers. */
  D12_CURRENCY {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      RuleBook book = RuleBook.of(rate(random, false));
      Line.Builder rand = Line.builder();
      rand.sku(Sku.of("a")).unitPrice(ExactMoney.ofMinor("ZAR", 1_000 + random.nextInt(99_999)));
      assertThat(earned(model, book, buy(List.of(rand.build())))).isZero();
    }
  },
  /** A rule is in force from its first instant until just before its end. */
  D13_WINDOW {
    @Override
    public void check(EarningModel model, long seed) {
      Instant from = NOON.plusSeconds(Math.floorMod(seed, 86_400));
      Span span = Span.of(from, from.plus(Duration.ofHours(5)));
      RuleBook book = RuleBook.of(flat("flat", 7).active(span).build());
      long[] at = {
        earned(model, book, at(from.minusSeconds(1))),
        earned(model, book, at(from)),
        earned(model, book, at(span.until().minusSeconds(1))),
        earned(model, book, at(span.until()))
      };
      assertThat(at).containsExactly(0, 7, 7, 0);
    }
  },
  /** Moving events and rules by whole weeks changes nothing. */
  D14_TIME_SHIFT {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      Duration weeks = Duration.ofDays(7L * (1 + random.nextInt(50)));
      Instant event = NOON.plusSeconds(random.nextInt(1_000_000));
      Instant from = NOON.plusSeconds(random.nextInt(1_000_000));
      assertThat(earned(model, promotion(from.plus(weeks)), at(event.plus(weeks))))
          .isEqualTo(earned(model, promotion(from), at(event)));
    }

    private RuleBook promotion(Instant from) {
      Condition when = Condition.weekday(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
      return RuleBook.of(flat("flat", 7).when(when).active(Span.from(from)).build());
    }
  },
  /** The same rules give the same answer again, whatever was asked in between. */
  D15_PINNED {
    @Override
    public void check(EarningModel model, long seed) {
      EarningGenerator generator = new EarningGenerator(seed, 8);
      RuleBook book = generator.book();
      List<Activity> events = generator.events();
      List<EarningModel.Outcome> recorded = model.run(book, events, NOBODY);
      model.run(generator.book(), events, NOBODY);
      assertThat(model.run(book, events, NOBODY)).isEqualTo(recorded);
    }
  },
  /** A first-time bonus is paid once, however often and in whatever order events come. */
  D16_ONCE_ONLY {
    @Override
    public void check(EarningModel model, long seed) {
      EarningRule welcome = named(
              "welcome", new Formula.FirstTime(EarningGenerator.STARS.points(100)))
          .build();
      Purchase[] events = {buy(100 + Math.floorMod(seed, 50)), buy(200), buy(100), buy(300)};
      assertThat(earned(model, RuleBook.of(welcome), events)).isEqualTo(100);
    }
  },
  /** A rule stops later ones only if it awarded. */
  A5_STOP_NEEDS_AN_AWARD {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      long points = 1L + random.nextInt(90);
      EarningRule dry = named(
              "dry", new Formula.PerStep(eur(100_000), EarningGenerator.STARS.points(9)))
          .rounding(RoundingMode.FLOOR)
          .stopAfter(true)
          .priority(1)
          .build();
      EarningRule rounded = named("tiny", rateOf(1, 1_000_000))
          .rounding(RoundingMode.FLOOR)
          .stopAfter(true)
          .priority(2)
          .build();
      EarningRule last = named("last", new Formula.Flat(EarningGenerator.STARS.points(points)))
          .phase(Phase.BASE)
          .rounding(RoundingMode.FLOOR)
          .priority(3)
          .build();
      assertThat(earned(model, RuleBook.of(dry, rounded, last), buy(1_000))).isEqualTo(points);
    }
  },
  /** A chain of multipliers is rounded once: as much as the exact product, rounded down. */
  A3_ROUNDED_ONCE {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      long cents = 1L + random.nextInt(99_999);
      EarningRule times = named("times", new Formula.Multiplier(Ratio.of(3, 2))).build();
      EarningRule base =
          named("base", rateOf(3, 200)).rounding(RoundingMode.FLOOR).build();
      assertThat(earned(model, RuleBook.of(base, times), buy(cents)))
          .isEqualTo(Math.floorDiv(cents * 9, 400L));
    }
  },
  /** The readable interpreter says the same. */
  D19_MODEL {
    @Override
    public void check(EarningModel model, long seed) {
      EarningGenerator generator = new EarningGenerator(seed, 12);
      RuleBook book = generator.book();
      EarningContext context = generator.context();
      List<Activity> events = generator.events();
      assertThat(model.run(book, events, context))
          .describedAs("%s%n%s%n%s", book, events, context)
          .isEqualTo(new NaiveEarning().run(book, events, context));
    }
  },
  /** Several times as much, of an amount without a remainder, earns several times as much. */
  D20_SCALE {
    @Override
    public void check(EarningModel model, long seed) {
      Random random = new Random(seed);
      long step = 1L + random.nextInt(500);
      int times = 1 + random.nextInt(20);
      RuleBook book = RuleBook.of(
          named("rate", rateOf(1 + random.nextInt(9), step))
              .rounding(RoundingMode.FLOOR)
              .build(),
          named("unit", new Formula.PerUnit(EarningGenerator.STARS.points(2)))
              .rounding(RoundingMode.FLOOR)
              .build());
      Category any = Category.of("food");
      assertThat(earned(model, book, buy(List.of(line(any, step, times)))))
          .isEqualTo(times * earned(model, book, buy(List.of(line(any, step, 1)))));
    }
  };

  private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
  private static final EarningContext NOBODY = EarningContext.of(ZoneOffset.UTC);

  /** Checks the law on the case of a seed. */
  public abstract void check(EarningModel model, long seed);

  static long earned(EarningModel model, RuleBook book, Purchase... events) {
    return model.run(book, List.of(events), NOBODY).stream()
        .mapToLong(outcome -> outcome.total(EarningGenerator.MEMBER))
        .sum();
  }

  static Purchase buy(long... minor) {
    List<Line> lines = new ArrayList<>();
    for (long price : minor) {
      lines.add(line(Category.of("food"), price, 1));
    }
    return buy(lines);
  }

  static Purchase buy(List<Line> lines) {
    return bought(NOON, lines).build();
  }

  private static Purchase at(Instant at) {
    return bought(at, List.of(line(Category.of("food"), 100, 1))).build();
  }

  private static Purchase paidPartly(List<Line> lines, long seed) {
    long total = 0;
    for (Line line : lines) {
      total += line.total().minor();
    }
    long points = total == 0 ? 0 : Math.floorMod(seed, total);
    return bought(NOON, lines)
        .addTender(new Tender(Tender.Kind.POINTS, eur(points)))
        .addTender(new Tender(Tender.Kind.CARD, eur(total - points)))
        .build();
  }

  private static Purchase.Builder bought(Instant at, List<Line> lines) {
    Purchase.Builder purchase = Purchase.builder();
    return purchase
        .id(ActivityId.of("receipt"))
        .member(EarningGenerator.MEMBER)
        .occurredAt(at)
        .addAllLines(lines);
  }

  private static Line line(Category category, long price, int quantity) {
    Line.Builder line = Line.builder();
    return line.sku(Sku.of("a"))
        .category(category)
        .unitPrice(eur(price))
        .quantity(quantity)
        .build();
  }

  private static Line priced(Line line, long price) {
    Line.Builder priced = Line.builder();
    return priced
        .sku(line.sku())
        .category(line.category())
        .quantity(line.quantity())
        .unitPrice(eur(price))
        .discount(line.discount())
        .tax(line.tax())
        .build();
  }

  private static EarningRule rate(Random random, boolean carries) {
    return namedRate("rate", random, carries).build();
  }

  private static EarningRule.Builder namedRate(String id, Random random, boolean carries) {
    PointRate rate = PointRate.of(
        EarningGenerator.STARS.points(1 + random.nextInt(9)), eur(50 + random.nextInt(500)));
    return named(id, new Formula.PerAmount(rate, carries)).rounding(RoundingMode.FLOOR);
  }

  private static Formula rateOf(long points, long minor) {
    return new Formula.PerAmount(
        PointRate.of(EarningGenerator.STARS.points(points), eur(minor)), false);
  }

  private static EarningRule.Builder flat(String id, long points) {
    return named(id, new Formula.Flat(EarningGenerator.STARS.points(points)));
  }

  private static EarningRule.Builder named(String id, Formula formula) {
    EarningRule.Builder rule = EarningRule.builder();
    return rule.id(RuleId.of(id)).points(EarningGenerator.STARS).formula(formula);
  }

  private static ExactMoney eur(long minor) {
    return ExactMoney.ofMinor("EUR", minor);
  }
}
