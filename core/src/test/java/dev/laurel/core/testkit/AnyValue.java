package dev.laurel.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.draw.Seed;
import dev.laurel.core.earning.Budgets;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.HistoryEntry;
import dev.laurel.core.earning.Referrals;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.BurnOrder;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.ledger.RestoredExpiry;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.PaidWithPoints;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.reward.Availability;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.BenefitId;
import dev.laurel.core.reward.Choice;
import dev.laurel.core.reward.ChoiceId;
import dev.laurel.core.reward.Claim;
import dev.laurel.core.reward.Claims;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.reward.Stock;
import dev.laurel.core.time.ExpiryPolicy;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of any type of the library, made by chance: a type that is new needs no generator here
 * unless chance seldom meets its rules.
 */
public class AnyValue {
  /** The points of most values. */
  public static final PointType STARS = PointType.redeemable("stars", "Stars \u2605");

  /** The points of some values, so that now and then they do not fit. */
  public static final PointType MILES =
      new PointType("miles", "Miles", 2, PointType.Use.QUALIFYING);

  private static final int TRIES = 3_000;
  private static final List<String> TEXTS = List.of(
      "a",
      "gold",
      "x-1",
      "Ünïcödé",
      "\uD83D\uDE97 car",
      "\"quoted\"",
      "back\\slash",
      "İstanbul",
      "日本");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Z", "+05:30", "Pacific/Apia");

  private final Random random;

  /** Values that follow from this seed. */
  public AnyValue(long seed) {
    this.random = new Random(seed);
  }

  /** A value of this type; refusals of constructors are answered by another try. */
  public final <T> T of(Class<T> type) {
    return type.cast(any(type, 0));
  }

  /**
   * A value of a type whose rules chance seldom meets, made by who knows them; null for all others.
   */
  protected @Nullable Object own(Class<?> type) {
    return null;
  }

  /** A whole number from 0 to below the bound. */
  protected final int below(int bound) {
    return random.nextInt(bound);
  }

  private Object any(Type type, int depth) {
    RuntimeException last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return once(type, depth);
      } catch (RefusedException e) {
        last = e;
      }
    }
    throw new IllegalStateException("chance must meet the rules of " + type, last);
  }

  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(Throwable cause) {
      super(cause);
    }
  }

  private Object once(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, depth);
    }
    Class<?> plain = (Class<?>) type;
    Object own = own(plain);
    if (own != null) {
      return own;
    }
    Object scalar = scalar(plain);
    if (scalar != null) {
      return scalar;
    } else if (plain.isEnum()) {
      return one(List.of(plain.getEnumConstants()));
    } else if (plain.isSealed()) {
      return any(one(cases(plain, depth)), depth + 1);
    } else if (plain.isRecord()) {
      return record(plain, depth);
    } else {
      return built(plain, depth);
    }
  }

  /** One of these. */
  protected final <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** The cases of a sealed family, those of families within it included, by name. */
  public static List<Class<?>> cases(Class<?> family) {
    List<Class<?>> cases = new ArrayList<>();
    for (Class<?> each : family.getPermittedSubclasses()) {
      cases.addAll(each.isSealed() ? cases(each) : List.of(each));
    }
    // Compilers list them in orders of their own.
    cases.sort(Comparator.comparing(Class::getName));
    return cases;
  }

  /** These types, the cases of families one by one in place of the families. */
  public static List<Class<?>> casesOf(Collection<Class<?>> roots) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> root : roots) {
      types.addAll(root.isSealed() ? cases(root) : List.of(root));
    }
    return types;
  }

  /** The first of these types that a type belongs to. */
  public static Class<?> rootOf(Class<?> type, Collection<Class<?>> roots) {
    return roots.stream()
        .filter(root -> root.isAssignableFrom(type))
        .findFirst()
        .orElseThrow();
  }

  /** Far down only cases that hold nothing of their own family, so that trees end. */
  private static List<Class<?>> cases(Class<?> family, int depth) {
    List<Class<?>> all = cases(family);
    if (depth < 6) {
      return all;
    }
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> each : all) {
      boolean isLeaf = each.isRecord();
      if (isLeaf) {
        for (RecordComponent part : each.getRecordComponents()) {
          isLeaf &= !part.getGenericType().getTypeName().contains(family.getName());
        }
      }
      if (isLeaf) {
        leaves.add(each);
      }
    }
    // A family of builders has no such case, and no tree either.
    return leaves.isEmpty() ? all : leaves;
  }

  private Object generic(ParameterizedType type, int depth) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] of = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.empty() : Optional.of(any(of[0], depth + 1));
    } else if (Map.class.isAssignableFrom(raw)) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        map.put(any(of[0], depth + 1), any(of[1], depth + 1));
      }
      return ImmutableSortedMap.class.isAssignableFrom(raw)
              || java.util.SortedMap.class.isAssignableFrom(raw)
          ? sortedMap(map)
          : ImmutableMap.copyOf(map);
    }
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(depth > 4 ? 2 : 4); i > 0; i--) {
      list.add(any(of[0], depth + 1));
    }
    if (ImmutableSortedSet.class.isAssignableFrom(raw)) {
      return sortedSet(list);
    }
    Collection<Object> all =
        Set.class.isAssignableFrom(raw) ? ImmutableSet.copyOf(list) : ImmutableList.copyOf(list);
    return all;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object sortedMap(Map<Object, Object> map) {
    return ImmutableSortedMap.copyOf((Map) map);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object sortedSet(List<Object> list) {
    return ImmutableSortedSet.copyOf((List) list);
  }

  private Object record(Class<?> type, int depth) {
    RecordComponent[] parts = type.getRecordComponents();
    if (parts.length == 1 && parts[0].getName().equals("value")) {
      return call(
          type.getConstructors()[0], "n-" + random.nextInt(40) + one(List.of("", "é", " x")));
    }
    Object[] arguments = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      arguments[i] = any(parts[i].getGenericType(), depth + 1);
    }
    return call(type.getConstructors()[0], arguments);
  }

  private static Object call(Constructor<?> constructor, Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new RefusedException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By the public builder, each attribute with a default left alone half the time. */
  private Object built(Class<?> type, int depth) {
    try {
      Object builder = type.getMethod("builder").invoke(null);
      Method[] setters = builder.getClass().getMethods();
      // The JDK hands them out in any order, and chance shall be the same everywhere.
      Arrays.sort(setters, Comparator.comparing(Method::toString));
      for (Method setter : setters) {
        Method getter = getter(type, setter);
        boolean isLeftAlone =
            getter != null && !Modifier.isAbstract(getter.getModifiers()) && random.nextBoolean();
        if (getter != null && !isLeftAlone) {
          setter.invoke(builder, any(getter.getGenericReturnType(), depth + 1));
        }
      }
      return builder.getClass().getMethod("build").invoke(builder);
    } catch (InvocationTargetException e) {
      throw new RefusedException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The attribute that a builder's method sets whole, or null. */
  private static @Nullable Method getter(Class<?> type, Method setter) {
    String name = setter.getName().replaceFirst("^(addAll|putAll)(?=[A-Z])", "");
    if (!name.equals(setter.getName())) {
      name = name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }
    if (setter.getParameterCount() != 1 || setter.isBridge()) {
      return null;
    }
    try {
      Method getter = type.getMethod(name);
      return setter.getParameterTypes()[0].isAssignableFrom(getter.getReturnType()) ? getter : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private @Nullable Object scalar(Class<?> type) {
    if (type == String.class) {
      return one(TEXTS);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == long.class) {
      return random.nextInt(10) == 0 ? Long.MAX_VALUE : (long) random.nextInt(1000);
    } else if (type == int.class || type == Integer.class) {
      return random.nextInt(100);
    } else if (type == OptionalLong.class) {
      return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(9));
    } else if (type == BigDecimal.class) {
      return BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(5));
    } else if (type == Ratio.class) {
      return Ratio.of(1 + random.nextInt(100), 1 + random.nextInt(10));
    } else if (type == ExactMoney.class) {
      return ExactMoney.ofMinor(one(List.of("EUR", "EUR", "JPY", "BHD")), random.nextInt(100_000));
    } else if (type == PointType.class) {
      return random.nextInt(12) == 0 ? MILES : STARS;
    } else if (type == Attributes.class) {
      return attributes();
    } else if (type == Purchase.class) {
      return purchase();
    } else if (type == AccountTotals.class) {
      return totals();
    } else if (type == RuleBook.class) {
      return ruleBook();
    } else if (type == Program.class) {
      return program();
    } else if (type == Seed.class) {
      return Seed.of("seed " + random.nextInt(1_000_000));
    } else if (type == RewardCatalog.class) {
      return rewardCatalog();
    } else if (type == Claims.class) {
      return claims();
    } else if (type == Stock.class) {
      return Stock.of(Map.of(of(BenefitId.class), 1L + random.nextInt(9)));
    } else if (type == Budgets.class) {
      return Budgets.of(List.of(of(HistoryEntry.CapUsed.class)));
    } else if (type == Referrals.class) {
      return Referrals.of(Map.of(MemberId.of("m-2"), MemberId.of("m-" + (3 + random.nextInt(9)))));
    }
    return time(type);
  }

  private RewardCatalog rewardCatalog() {
    Benefit.Builder option = Benefit.builder().id(of(BenefitId.class)).name("Option");
    option.reward(of(Reward.class)).availability(Availability.byChoice());
    Benefit benefit = option.build();
    Choice choice = new Choice(
        of(ChoiceId.class), "One", List.of(benefit.id()), 1, Period.ofDays(random.nextInt(99)));
    return RewardCatalog.of(List.of(benefit), List.of(choice));
  }

  private Claims claims() {
    return Claims.of(
        of(MemberId.class), List.of(of(Claim.class)), List.of(of(Claims.Opened.class)));
  }

  private @Nullable Object time(Class<?> type) {
    Instant instant = Instant.parse("2020-01-01T00:00:00Z")
        .plusSeconds(random.nextInt(300_000_000))
        .plusNanos(1000L * random.nextInt(3) * 123_456);
    LocalDate date = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
    if (type == Instant.class) {
      return instant;
    } else if (type == LocalDate.class) {
      return date;
    } else if (type == LocalTime.class) {
      return LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(2) * 30);
    } else if (type == MonthDay.class) {
      return MonthDay.from(date);
    } else if (type == Period.class) {
      return Period.of(random.nextInt(3), random.nextInt(12), random.nextInt(30));
    } else if (type == Duration.class) {
      return Duration.ofSeconds(random.nextInt(100_000));
    } else if (type == ZoneId.class) {
      return ZoneId.of(one(ZONES));
    } else if (type == Span.class) {
      return one(List.of(
          Span.ALWAYS,
          Span.from(instant),
          Span.until(instant),
          Span.of(instant, instant.plusSeconds(1 + random.nextInt(1_000_000)))));
    }
    return null;
  }

  private Attributes attributes() {
    Attributes all = Attributes.none();
    for (int i = random.nextInt(4); i > 0; i--) {
      String key = one(TEXTS);
      switch (random.nextInt(3)) {
        case 0:
          all = all.with(key, one(TEXTS));
          break;
        case 1:
          all = all.with(key, BigDecimal.valueOf(random.nextLong(), random.nextInt(30)));
          break;
        default:
          all = all.with(key, random.nextBoolean());
      }
    }
    return all;
  }

  private Purchase purchase() {
    String currency = one(List.of("EUR", "JPY"));
    Purchase.Builder purchase = Purchase.builder();
    purchase
        .id(of(ActivityId.class))
        .member(of(MemberId.class))
        .occurredAt(of(Instant.class))
        .attributes(attributes())
        .currency(currency);
    ExactMoney total = ExactMoney.zero(currency);
    for (int i = random.nextInt(4); i > 0; i--) {
      Line.Builder line = Line.builder();
      line.sku(of(Sku.class))
          .quantity(1 + random.nextInt(5))
          .unitPrice(ExactMoney.ofMinor(currency, 100 + random.nextInt(1000)))
          .discount(ExactMoney.ofMinor(currency, random.nextInt(100)));
      Line made = line.build();
      total = total.plus(made.total());
      purchase.addLines(made);
    }
    if (random.nextBoolean()) {
      purchase.addTenders(new Tender(Tender.Kind.CARD, total));
      purchase.statedTotal(total);
    }
    if (random.nextBoolean()) {
      purchase.recordedAt(of(Instant.class)).channel(of(dev.laurel.core.identity.Channel.class));
    }
    return purchase.build();
  }

  /** Rules that come by chance, of which those stay that go together. */
  private RuleBook ruleBook() {
    List<EarningRule> rules = new ArrayList<>();
    List<Cap> caps = new ArrayList<>();
    RuleBook book = RuleBook.empty();
    for (int i = random.nextInt(5); i > 0; i--) {
      rules.add(of(EarningRule.class));
      book = together(rules, caps, book);
    }
    for (EarningRule rule : List.copyOf(rules)) {
      caps.add(Cap.perMember(
          "cap-" + caps.size(),
          rule.points().points(500),
          of(Window.class),
          rule.id().value()));
      book = together(rules, caps, book);
    }
    return book;
  }

  private RuleBook together(List<EarningRule> rules, List<Cap> caps, RuleBook before) {
    RuleBook.Builder book = RuleBook.builder();
    book.addAllRules(rules)
        .addAllCaps(caps)
        .putAllCombinations(Map.of(STARS, of(Combination.class)))
        .addSegments(Segment.of("gold"), Segment.of("any"));
    try {
      return book.build();
    } catch (InvalidValueException e) {
      rules.retainAll(before.rules());
      caps.retainAll(before.caps());
      return before;
    }
  }

  private Program program() {
    for (int i = 0; i < TRIES; i++) {
      PointTerms stars = terms(STARS);
      Program.Builder program = Program.builder();
      program
          .id(of(ProgramId.class))
          .version(1 + random.nextInt(9))
          .calendar(of(ProgramCalendar.class))
          .addPointTerms(stars, terms(MILES))
          .rules(ruleBook())
          .paidWithPoints(of(PaidWithPoints.class));
      try {
        return program.build();
      } catch (InvalidValueException e) {
        // Two clauses of inactivity do not go together; chance will find others.
      }
    }
    throw new IllegalStateException("chance must find a program");
  }

  private PointTerms terms(PointType type) {
    PointTerms.Builder terms = PointTerms.builder();
    terms
        .type(type)
        .expiry(of(ExpiryPolicy.class))
        .burnOrder(of(BurnOrder.class))
        .remainder(of(Remainder.class))
        .restoredExpiry(of(RestoredExpiry.class));
    return terms.build();
  }

  private AccountTotals totals() {
    long accrued = 1_000L + random.nextInt(1000);
    long redeemed = random.nextInt(500);
    return new AccountTotals(
        STARS, accrued, 0, 0, 0, accrued - redeemed, 0, 0, redeemed, 0, 0, 0, 0, 0, 0);
  }
}
