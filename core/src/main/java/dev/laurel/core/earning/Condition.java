package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.Location;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A question with the answer yes or no about an event, a member or a line of a purchase.
 *
 * <p>Conditions form a tree of at most 64 levels and 10,000 nodes. There are no patterns on text:
 * names are equal or they are not, character by character.
 */
public sealed interface Condition {
  /** The result of the case that this condition is. */
  <R> R match(Cases<R> cases);

  /** One decision for each condition. */
  interface Cases<R> {
    /** For {@link Always}. */
    R always(Always condition);

    /** For {@link All}. */
    R all(All condition);

    /** For {@link Any}. */
    R any(Any condition);

    /** For {@link Not}. */
    R not(Not condition);

    /** For {@link InCategory}. */
    R inCategory(InCategory condition);

    /** For {@link IsSku}. */
    R isSku(IsSku condition);

    /** For {@link OnChannel}. */
    R onChannel(OnChannel condition);

    /** For {@link WithPartner}. */
    R withPartner(WithPartner condition);

    /** For {@link AtLocation}. */
    R atLocation(AtLocation condition);

    /** For {@link AmountAtLeast}. */
    R amountAtLeast(AmountAtLeast condition);

    /** For {@link AmountBelow}. */
    R amountBelow(AmountBelow condition);

    /** For {@link OnWeekday}. */
    R onWeekday(OnWeekday condition);

    /** For {@link InTimeOfDay}. */
    R inTimeOfDay(InTimeOfDay condition);

    /** For {@link InDates}. */
    R inDates(InDates condition);

    /** For {@link IsFirstPurchase}. */
    R isFirstPurchase(IsFirstPurchase condition);

    /** For {@link AttributeIs}. */
    R attributeIs(AttributeIs condition);

    /** For {@link AttributeAtLeast}. */
    R attributeAtLeast(AttributeAtLeast condition);

    /** For {@link AttributeSet}. */
    R attributeSet(AttributeSet condition);

    /** For {@link InSegment}. */
    R inSegment(InSegment condition);

    /** For {@link IsKind}. */
    R isKind(IsKind condition);

    /** For {@link CountInWindow}. */
    R countInWindow(CountInWindow condition);

    /** For {@link Custom}. */
    R custom(Custom condition);
  }

  /** Whose attribute a condition looks at. */
  enum Owner {
    /** That of the member. */
    MEMBER,
    /** That of the activity. */
    ACTIVITY
  }

  /** The condition that everything meets. */
  static Condition always() {
    return new Always();
  }

  /** The condition that each of these is met. */
  static Condition all(Condition... conditions) {
    return new All(ImmutableList.copyOf(conditions));
  }

  /** The condition that one of these is met. */
  static Condition any(Condition... conditions) {
    return new Any(ImmutableList.copyOf(conditions));
  }

  /** The condition that this is not met. */
  static Condition not(Condition condition) {
    return new Not(condition);
  }

  /** The condition of a line of one of these categories. */
  static Condition category(Category... categories) {
    return new InCategory(ImmutableSet.copyOf(categories));
  }

  /** The condition of a line of one of these articles. */
  static Condition sku(Sku... skus) {
    return new IsSku(ImmutableSet.copyOf(skus));
  }

  /** The condition of one of these channels. */
  static Condition channel(Channel... channels) {
    return new OnChannel(ImmutableSet.copyOf(channels));
  }

  /** The condition of one of these partners. */
  static Condition partner(Partner... partners) {
    return new WithPartner(ImmutableSet.copyOf(partners));
  }

  /** The condition of one of these places. */
  static Condition location(Location... locations) {
    return new AtLocation(ImmutableSet.copyOf(locations));
  }

  /** The condition of a basis of this much or more. */
  static Condition amountAtLeast(ExactMoney minimum) {
    return new AmountAtLeast(minimum);
  }

  /** The condition of a basis below this. */
  static Condition amountBelow(ExactMoney limit) {
    return new AmountBelow(limit);
  }

  /** The condition of one of these weekdays in the program's zone. */
  static Condition weekday(DayOfWeek... days) {
    return new OnWeekday(ImmutableSet.copyOf(days));
  }

  /** The condition of a local time in the program's zone, from inclusive, until exclusive. */
  static Condition timeOfDay(LocalTime from, LocalTime until) {
    return new InTimeOfDay(from, until);
  }

  /** The condition of having occurred inside this span. */
  static Condition dates(Span span) {
    return new InDates(span);
  }

  /** The condition of a member's first purchase. */
  static Condition firstPurchase() {
    return new IsFirstPurchase();
  }

  /** The condition that an attribute is one of these texts. */
  static Condition attribute(Owner owner, String key, String... values) {
    return new AttributeIs(owner, key, ImmutableSet.copyOf(values));
  }

  /** The condition that an attribute is a number of at least this. */
  static Condition attributeAtLeast(Owner owner, String key, BigDecimal minimum) {
    return new AttributeAtLeast(owner, key, minimum);
  }

  /** The condition that an attribute is a flag that is set. */
  static Condition attributeSet(Owner owner, String key) {
    return new AttributeSet(owner, key);
  }

  /** The condition of belonging to one of these segments. */
  static Condition segment(Segment... segments) {
    return new InSegment(ImmutableSet.copyOf(segments));
  }

  /** The condition of one of these kinds of activity. */
  static Condition kind(ActivityKind... kinds) {
    return new IsKind(ImmutableSet.copyOf(kinds));
  }

  /** The condition of the so-manieth activity of a kind within a window. */
  static Condition countInWindow(ActivityKind kind, Window window, long atLeast) {
    return new CountInWindow(kind, Optional.empty(), window, atLeast);
  }

  /** The condition of the so-manieth purchase with a line of the category within a window. */
  static Condition countInWindow(Category category, Window window, long atLeast) {
    return new CountInWindow(ActivityKind.PURCHASE, Optional.of(category), window, atLeast);
  }

  /** The condition that the user's own code is. */
  static Condition custom(CustomKey key) {
    return new Custom(key);
  }

  /** Met by everything. */
  record Always() implements Condition {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.always(this);
    }
  }

  /**
   * Met if each of these is.
   *
   * @param of the conditions; none is met by everything
   */
  record All(ImmutableList<Condition> of) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException RULE_TOO_DEEP or LIMIT_EXCEEDED
     */
    public All {
      ConditionTree.checkAll(requireNonNull(of, "of"));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.all(this);
    }
  }

  /**
   * Met if one of these is.
   *
   * @param of the conditions, at least one
   */
  record Any(ImmutableList<Condition> of) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException RULE_TOO_DEEP, LIMIT_EXCEEDED, or VALUE_INVALID if there are
     *     none
     */
    public Any {
      ConditionTree.checkAny(requireNonNull(of, "of"));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.any(this);
    }
  }

  /**
   * Met if this is not.
   *
   * @param of the condition
   */
  record Not(Condition of) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException RULE_TOO_DEEP or LIMIT_EXCEEDED
     */
    public Not {
      ConditionTree.checkAll(List.of(requireNonNull(of, "of")));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.not(this);
    }
  }

  /**
   * Met by a line of one of these categories, and by a purchase that has such a line.
   *
   * @param categories at least one
   */
  record InCategory(ImmutableSet<Category> categories) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are none
     */
    public InCategory {
      categories = sorted("categories", categories);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inCategory(this);
    }
  }

  /**
   * Met by a line of one of these articles, and by a purchase that has such a line.
   *
   * @param skus at least one
   */
  record IsSku(ImmutableSet<Sku> skus) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are none
     */
    public IsSku {
      skus = sorted("skus", skus);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.isSku(this);
    }
  }

  /**
   * Met by an event on one of these channels.
   *
   * @param channels at least one
   */
  record OnChannel(ImmutableSet<Channel> channels) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are none
     */
    public OnChannel {
      channels = sorted("channels", channels);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.onChannel(this);
    }
  }

  /**
   * Met by an event with one of these partners.
   *
   * @param partners at least one
   */
  record WithPartner(ImmutableSet<Partner> partners) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are none
     */
    public WithPartner {
      partners = sorted("partners", partners);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.withPartner(this);
    }
  }

  /**
   * Met by an event at one of these places.
   *
   * @param locations at least one
   */
  record AtLocation(ImmutableSet<Location> locations) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are none
     */
    public AtLocation {
      locations = sorted("locations", locations);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.atLocation(this);
    }
  }

  /**
   * Met if the rule's basis, on the lines the rule selects, is this much or more.
   *
   * @param minimum in the currency of the event
   */
  record AmountAtLeast(ExactMoney minimum) implements Condition {
    /** A checked condition. */
    public AmountAtLeast {
      requireNonNull(minimum, "minimum");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.amountAtLeast(this);
    }
  }

  /**
   * Met if the rule's basis, on the lines the rule selects, is less than this.
   *
   * @param limit in the currency of the event
   */
  record AmountBelow(ExactMoney limit) implements Condition {
    /** A checked condition. */
    public AmountBelow {
      requireNonNull(limit, "limit");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.amountBelow(this);
    }
  }

  /**
   * Met on these weekdays in the program's zone.
   *
   * @param days at least one
   */
  record OnWeekday(ImmutableSet<DayOfWeek> days) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are none
     */
    public OnWeekday {
      days = sorted("days", days);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.onWeekday(this);
    }
  }

  /**
   * Met from one local time until before another; 22:00 until 02:00 passes midnight.
   *
   * @param from the first time inside
   * @param until the first time after it, which differs from the first
   */
  record InTimeOfDay(LocalTime from, LocalTime until) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException WINDOW_INVALID
     */
    public InTimeOfDay {
      requireNonNull(from, "from");
      InvalidValueException.check(
          !from.equals(requireNonNull(until, "until")),
          FailureCode.WINDOW_INVALID,
          "until",
          "time of day must end at another time than it starts: from %s until %s",
          from,
          until);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inTimeOfDay(this);
    }
  }

  /**
   * Met if the event occurred inside the span.
   *
   * @param span half-open
   */
  record InDates(Span span) implements Condition {
    /** A checked condition. */
    public InDates {
      requireNonNull(span, "span");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inDates(this);
    }
  }

  /** Met by a purchase before which no surviving purchase of the member is known. */
  record IsFirstPurchase() implements Condition {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.isFirstPurchase(this);
    }
  }

  /**
   * Met if an attribute is one of these texts.
   *
   * @param owner whose attribute
   * @param key the name of the attribute
   * @param values at least one
   */
  record AttributeIs(Owner owner, String key, ImmutableSet<String> values) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are no values
     */
    public AttributeIs {
      requireNonNull(owner, "owner");
      requireNonNull(key, "key");
      values = sorted("values", values);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.attributeIs(this);
    }
  }

  /**
   * Met if an attribute is a number of at least this.
   *
   * @param owner whose attribute
   * @param key the name of the attribute
   * @param minimum an exact number
   */
  record AttributeAtLeast(Owner owner, String key, BigDecimal minimum) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException as ExactNumber.admit
     */
    public AttributeAtLeast {
      requireNonNull(owner, "owner");
      requireNonNull(key, "key");
      minimum = ExactNumber.admit(requireNonNull(minimum, "minimum"));
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.attributeAtLeast(this);
    }
  }

  /**
   * Met if an attribute is a flag that is set.
   *
   * @param owner whose attribute
   * @param key the name of the attribute
   */
  record AttributeSet(Owner owner, String key) implements Condition {
    /** A checked condition. */
    public AttributeSet {
      requireNonNull(owner, "owner");
      requireNonNull(key, "key");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.attributeSet(this);
    }
  }

  /**
   * Met if the member belongs to one of these segments.
   *
   * @param segments at least one
   */
  record InSegment(ImmutableSet<Segment> segments) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are none
     */
    public InSegment {
      segments = sorted("segments", segments);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inSegment(this);
    }
  }

  /**
   * Met by an event of one of these kinds.
   *
   * @param kinds at least one
   */
  record IsKind(ImmutableSet<ActivityKind> kinds) implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException VALUE_INVALID if there are none
     */
    public IsKind {
      kinds = sorted("kinds", kinds);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.isKind(this);
    }
  }

  /**
   * Met if, this event included, the member did something often enough within the window.
   *
   * @param kind what is counted
   * @param category if present, only purchases with a line of it
   * @param window the stretch of time around the event
   * @param atLeast above zero
   */
  record CountInWindow(ActivityKind kind, Optional<Category> category, Window window, long atLeast)
      implements Condition {
    /**
     * A checked condition.
     *
     * @throws InvalidValueException RANGE or VALUE_INVALID
     */
    public CountInWindow {
      requireNonNull(kind, "kind");
      requireNonNull(category, "category");
      requireNonNull(window, "window");
      InvalidValueException.check(
          atLeast > 0, FailureCode.RANGE, "atLeast", "count must be above zero: %s", atLeast);
      InvalidValueException.check(
          category.isEmpty() || kind.equals(ActivityKind.PURCHASE),
          FailureCode.VALUE_INVALID,
          "category",
          "only purchases have categories, not: %s",
          kind);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.countInWindow(this);
    }
  }

  /**
   * Met if the user's own code says so.
   *
   * @param key the name under which the code is passed to the evaluation
   */
  record Custom(CustomKey key) implements Condition {
    /** A checked condition. */
    public Custom {
      requireNonNull(key, "key");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.custom(this);
    }
  }

  /** Sorted, so that messages and data do not depend on the order in which names were given. */
  private static <T extends Comparable<T>> ImmutableSet<T> sorted(
      String path, Collection<T> values) {
    InvalidValueException.check(
        !requireNonNull(values, path).isEmpty(),
        FailureCode.VALUE_INVALID,
        path,
        "%s must name at least one",
        path);
    return ImmutableSet.copyOf(ImmutableSortedSet.copyOf(values));
  }
}
