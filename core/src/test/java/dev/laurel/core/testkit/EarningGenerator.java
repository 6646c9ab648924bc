package dev.laurel.core.testkit;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.earning.AwardLimit;
import dev.laurel.core.earning.Basis;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.CapId;
import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.GoalTarget;
import dev.laurel.core.earning.GroupId;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Phase;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.RuleGroup;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.earning.StatusFactor;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.Location;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Books of rules and baskets that use everything there is, the same for the same seed. */
public final class EarningGenerator {
  /** Whole points. */
  public static final PointType STARS = PointType.redeemable("stars", "Stars");

  /** Points with two decimal places. */
  public static final PointType MILES =
      new PointType("miles", "Miles", 2, PointType.Use.QUALIFYING);

  /** Whose events they are. */
  public static final MemberId MEMBER = MemberId.of("ann");

  private static final List<Category> CATEGORIES =
      List.of(Category.of("food"), Category.of("fuel"), Category.of("toys"));
  private static final List<Channel> CHANNELS = List.of(Channel.of("app"), Channel.of("shop"));
  private static final List<Partner> PARTNERS = List.of(Partner.of("bank"), Partner.of("hotel"));
  private static final List<Location> LOCATIONS = List.of(Location.of("Köln"), Location.of("Ulm"));
  private static final List<String> COLOURS = List.of("red", "green", "blue");
  private static final Segment VIP = Segment.of("vip");
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<RoundingMode> MODES = List.of(
      RoundingMode.FLOOR,
      RoundingMode.FLOOR,
      RoundingMode.DOWN,
      RoundingMode.HALF_UP,
      RoundingMode.CEILING,
      RoundingMode.HALF_EVEN);

  private final Random random;
  private final int size;

  /** A generator whose books and event lists have at most so many parts. */
  public EarningGenerator(long seed, int size) {
    this.random = new Random(seed * 1_000_003 + size);
    this.size = Math.max(1, size);
  }

  /** A member of whom something is known, without history. */
  public EarningContext context() {
    MemberFacts.Builder facts = MemberFacts.builder();
    if (random.nextBoolean()) {
      facts.addSegment(VIP);
    }
    if (random.nextBoolean()) {
      facts.enrolledOn(LocalDate.parse("2025-01-31"));
    }
    if (random.nextBoolean()) {
      facts.status(new StatusFactor(factor(), "Gold"));
    }
    facts.attributes(attributes());
    EarningContext.Builder context = EarningContext.builder();
    return context
        .calendar(
            ProgramCalendar.of(ZoneId.of(pick(List.of("UTC", "Europe/Berlin", "Asia/Kolkata")))))
        .facts(facts.build())
        .build();
  }

  /** A book of everything but referrals and custom code. */
  public RuleBook book() {
    List<EarningRule> rules = new ArrayList<>();
    List<Integer> priorities = new ArrayList<>();
    int count = 1 + random.nextInt(Math.min(12, size + 1));
    for (int i = 0; i < count; i++) {
      priorities.add(i);
    }
    Collections.shuffle(priorities, random);
    for (int i = 0; i < count; i++) {
      rules.add(rule("rule-" + i, priorities.get(i), random.nextInt(5) == 0 ? MILES : STARS));
    }
    RuleBook.Builder book = RuleBook.builder();
    book.addAllRules(rules).addSegment(VIP);
    addGroups(book, rules);
    addCaps(book, rules);
    book.putCombination(STARS, pick(List.of(Combination.values())));
    return book.build();
  }

  /**
   * A book whose points only depend on the money spent: rates and steps rounded down, multipliers
   * of 1 or more, minimum amounts; nothing that more spending could turn off.
   */
  public RuleBook linearBook() {
    RuleBook.Builder book = RuleBook.builder();
    int bases = 1 + random.nextInt(3);
    for (int i = 0; i < bases; i++) {
      EarningRule.Builder rule = named("base-" + i, STARS);
      rule.formula(random.nextInt(3) == 0 ? perStep(STARS) : perAmount(STARS, false));
      rule.rounding(RoundingMode.FLOOR).lines(lines()).priority(i);
      book.addRule(rule.build());
    }
    int multipliers = random.nextInt(3);
    for (int i = 0; i < multipliers; i++) {
      EarningRule.Builder rule = named("times-" + i, STARS);
      rule.formula(new Formula.Multiplier(Ratio.of(2 + random.nextInt(3), 2)));
      rule.lines(lines()).priority(10 + i);
      book.addRule(rule.build());
    }
    book.putCombination(STARS, pick(List.of(Combination.values())));
    return book.build();
  }

  /** A few events of one member in the order in which they happened. */
  public List<Activity> events() {
    List<Activity> events = new ArrayList<>();
    Instant at = START;
    int count = 1 + random.nextInt(Math.min(6, size + 1));
    for (int i = 0; i < count; i++) {
      at = at.plusSeconds(random.nextInt(12) * 3600L * random.nextInt(30));
      String id = "event-" + i;
      events.add(random.nextInt(4) == 0 ? engagement(id, at) : purchase(id, at));
    }
    return events;
  }

  /** A purchase of a few lines, maybe partly paid with points. */
  public Purchase purchase(String id, Instant at) {
    List<Line> lines = new ArrayList<>();
    int count = random.nextInt(Math.min(5, size + 1));
    for (int i = 0; i < count; i++) {
      lines.add(line());
    }
    String currency = "EUR";
    return purchase(id, at, currency, lines, random.nextInt(3) == 0);
  }

  /** A purchase of these lines. */
  public Purchase purchase(
      String id, Instant at, String currency, List<Line> lines, boolean isPartlyInPoints) {
    ExactMoney shipping = ExactMoney.ofMinor(currency, random.nextInt(3) * 250L);
    Purchase.Builder builder = Purchase.builder();
    builder
        .id(ActivityId.of(id))
        .member(MEMBER)
        .occurredAt(at)
        .currency(currency)
        .addAllLines(lines)
        .shipping(shipping);
    if (random.nextBoolean()) {
      builder.channel(pick(CHANNELS)).partner(pick(PARTNERS)).location(pick(LOCATIONS));
    }
    builder.attributes(attributes());
    long total = shipping.minor();
    for (Line line : lines) {
      total += line.total().minor();
    }
    if (isPartlyInPoints) {
      long points = random.nextInt(4) == 0 ? total : (long) (random.nextDouble() * total);
      long gift = (total - points) / 3;
      builder
          .addTender(new Tender(Tender.Kind.POINTS, ExactMoney.ofMinor(currency, points)))
          .addTender(new Tender(Tender.Kind.GIFT_CARD, ExactMoney.ofMinor(currency, gift)))
          .addTender(
              new Tender(Tender.Kind.CARD, ExactMoney.ofMinor(currency, total - points - gift)));
    }
    return builder.build();
  }

  private Attributes attributes() {
    Attributes attributes = Attributes.none();
    if (random.nextBoolean()) {
      attributes = attributes.with("colour", pick(COLOURS)).with("electric", random.nextBoolean());
    }
    return random.nextBoolean()
        ? attributes.with("mileage", BigDecimal.valueOf(random.nextInt(90), 1))
        : attributes;
  }

  /** One line in euros. */
  public Line line() {
    long price = random.nextInt(6) == 0 ? 0 : random.nextInt(5_000);
    int quantity = 1 + random.nextInt(3);
    Line.Builder line = Line.builder();
    line.sku(Sku.of("sku-" + random.nextInt(4)))
        .unitPrice(eur(price))
        .quantity(quantity)
        .discount(eur(random.nextInt(3) == 0 ? price / 4 : 0))
        .tax(eur(price / 5));
    if (random.nextInt(5) != 0) {
      line.category(pick(CATEGORIES));
    }
    return line.build();
  }

  private Engagement engagement(String id, Instant at) {
    Engagement.Builder engagement = Engagement.builder();
    return engagement
        .id(ActivityId.of(id))
        .member(MEMBER)
        .kind(random.nextBoolean() ? ActivityKind.REVIEW : ActivityKind.VEHICLE_EVENT)
        .occurredAt(at)
        .quantity(1 + random.nextInt(40))
        .build();
  }

  private EarningRule rule(String id, int priority, PointType type) {
    EarningRule.Builder rule = named(id, type);
    rule.priority(priority);
    if (random.nextInt(3) != 0) {
      rule.when(condition(2));
    }
    rule.lines(lines());
    if (random.nextInt(6) == 0) {
      rule.active(Span.from(START.plusSeconds(random.nextInt(10) * 86_400L)));
    }
    if (random.nextInt(4) == 0) {
      rule.basis(basis());
    }
    if (random.nextInt(5) == 0) {
      rule.limit(AwardLimit.of(1 + random.nextInt(2), window()));
    }
    rule.stopAfter(random.nextInt(6) == 0);
    int kind = random.nextInt(10);
    if (kind < 5) {
      base(rule, type, random.nextInt(7) == 0);
    } else if (kind < 8) {
      rule.formula(
          random.nextInt(4) == 0
              ? new Formula.StatusMultiplier()
              : new Formula.Multiplier(factor()));
    } else {
      rule.formula(bonus(type));
    }
    return rule.build();
  }

  private void base(EarningRule.Builder rule, PointType type, boolean isFlat) {
    boolean carries = random.nextInt(4) == 0;
    Formula formula = isFlat
        ? new Formula.Flat(points(type))
        : switch (random.nextInt(4)) {
          case 0 -> perStep(type);
          case 1 -> new Formula.PerUnit(points(type));
          default -> perAmount(type, carries);
        };
    boolean roundsDown = formula instanceof Formula.PerAmount f && f.carriesRemainder();
    rule.formula(formula).phase(Phase.BASE);
    rule.rounding(roundsDown ? RoundingMode.FLOOR : pick(MODES));
  }

  private Formula bonus(PointType type) {
    return switch (random.nextInt(4)) {
      case 0 -> new Formula.Flat(points(type));
      case 1 -> new Formula.FirstTime(points(type));
      case 2 -> new Formula.EveryNth(1 + random.nextInt(3), points(type));
      default -> new Formula.Goal(target(), points(type), random.nextBoolean());
    };
  }

  private GoalTarget target() {
    return switch (random.nextInt(3)) {
      case 0 -> GoalTarget.events(1 + random.nextInt(3));
      case 1 -> GoalTarget.quantity(1 + random.nextInt(30));
      default -> GoalTarget.amount(eur(1 + random.nextInt(10_000)));
    };
  }

  private Formula perAmount(PointType type, boolean carries) {
    Points points = type.points(1 + random.nextInt(30));
    return new Formula.PerAmount(PointRate.of(points, eur(1 + random.nextInt(700))), carries);
  }

  private Formula perStep(PointType type) {
    return new Formula.PerStep(eur(1 + random.nextInt(2_000)), type.points(1 + random.nextInt(5)));
  }

  private Points points(PointType type) {
    return type.points(random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(60));
  }

  private Ratio factor() {
    return Ratio.of(1 + random.nextInt(12), 1 + random.nextInt(4));
  }

  private Basis basis() {
    Basis.Builder basis = Basis.builder();
    basis
        .isBeforeDiscount(random.nextBoolean())
        .isWithTax(random.nextBoolean())
        .isWithShipping(random.nextBoolean())
        .isWithPointsPaid(random.nextBoolean())
        .isWithGiftCard(random.nextBoolean());
    if (random.nextBoolean()) {
      basis.addExcludedCategory(pick(CATEGORIES));
    }
    return basis.build();
  }

  private Condition lines() {
    return switch (random.nextInt(6)) {
      case 0 -> Condition.category(pick(CATEGORIES));
      case 1 -> Condition.not(Condition.category(pick(CATEGORIES)));
      case 2 -> Condition.any(Condition.sku(Sku.of("sku-1")), Condition.category(pick(CATEGORIES)));
      default -> Condition.always();
    };
  }

  private Condition condition(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      Condition one = condition(depth - 1);
      Condition other = condition(depth - 1);
      return switch (random.nextInt(3)) {
        case 0 -> Condition.all(one, other);
        case 1 -> Condition.any(one, other);
        default -> Condition.not(one);
      };
    }
    return random.nextInt(3) == 0 ? aboutCircumstances() : aboutGoodsAndHabits();
  }

  private Condition aboutCircumstances() {
    Condition.Owner owner = pick(List.of(Condition.Owner.values()));
    return switch (random.nextInt(6)) {
      case 0 -> Condition.partner(pick(PARTNERS));
      case 1 -> Condition.location(pick(LOCATIONS));
      case 2 ->
        Condition.dates(
            Span.of(START.plusSeconds(random.nextInt(100) * 3_600L), START.plusSeconds(400_000)));
      case 3 -> Condition.attribute(owner, "colour", pick(COLOURS), pick(COLOURS));
      case 4 -> Condition.attributeAtLeast(owner, "mileage", BigDecimal.valueOf(random.nextInt(9)));
      default -> Condition.attributeSet(owner, "electric");
    };
  }

  private Condition aboutGoodsAndHabits() {
    return switch (random.nextInt(11)) {
      case 0 -> Condition.category(pick(CATEGORIES));
      case 1 -> Condition.channel(pick(CHANNELS));
      case 2 -> Condition.amountAtLeast(eur(random.nextInt(8_000)));
      case 3 -> Condition.amountBelow(eur(random.nextInt(20_000)));
      case 4 -> Condition.weekday(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.SATURDAY);
      case 5 -> Condition.timeOfDay(LocalTime.of(22, 0), LocalTime.of(random.nextInt(20), 30));
      case 6 -> Condition.firstPurchase();
      case 7 -> Condition.segment(VIP);
      case 8 -> Condition.kind(ActivityKind.PURCHASE);
      case 9 -> Condition.countInWindow(ActivityKind.PURCHASE, window(), 1 + random.nextInt(3));
      default -> Condition.countInWindow(pick(CATEGORIES), window(), 1 + random.nextInt(2));
    };
  }

  private Window window() {
    return switch (random.nextInt(4)) {
      case 0 -> Window.lifetime();
      case 1 -> Window.calendar(CalendarPeriod.MONTH);
      case 2 -> Window.anniversary(Period.ofMonths(1));
      default -> Window.rolling(Period.ofDays(1 + random.nextInt(9)));
    };
  }

  private void addGroups(RuleBook.Builder book, List<EarningRule> rules) {
    for (boolean ofBases : List.of(true, false)) {
      List<EarningRule> own = new ArrayList<>();
      for (EarningRule rule : rules) {
        boolean fits = (rule.phase() == Phase.BASE) == ofBases && rule.points().equals(STARS);
        if (fits && random.nextInt(3) != 0) {
          own.add(rule);
        }
      }
      if (!own.isEmpty() && random.nextInt(2) == 0) {
        RuleGroup.Builder group =
            group((ofBases ? "bases" : "promotions"), own.subList(0, own.size() / 2 + 1));
        List<EarningRule> rest = own.subList(own.size() / 2 + 1, own.size());
        if (!rest.isEmpty()) {
          group.addGroup(group("inner-" + ofBases, rest).priority(100).build());
        }
        book.addGroup(group.build());
      }
    }
  }

  private RuleGroup.Builder group(String id, List<EarningRule> rules) {
    RuleGroup.Builder group = RuleGroup.builder();
    group.id(GroupId.of(id)).mode(pick(List.of(RuleGroup.Mode.values())));
    rules.forEach(rule -> group.addRule(rule.id()));
    return group;
  }

  private void addCaps(RuleBook.Builder book, List<EarningRule> rules) {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      EarningRule covered = pick(rules);
      Cap.Builder cap = Cap.builder();
      cap.id(CapId.of("cap-" + i));
      cap.limit(covered.points().points(random.nextInt(200)));
      cap.scope(
          switch (random.nextInt(3)) {
            case 0 -> new Cap.PerEvent();
            case 1 -> new Cap.PerProgram(window());
            default -> new Cap.PerMember(window());
          });
      if (random.nextBoolean()) {
        cap.addRule(covered.id());
      }
      book.addCap(cap.build());
    }
  }

  private static EarningRule.Builder named(String id, PointType type) {
    EarningRule.Builder rule = EarningRule.builder();
    return rule.id(RuleId.of(id)).points(type);
  }

  private static ExactMoney eur(long minor) {
    return ExactMoney.ofMinor("EUR", minor);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
