package dev.laurel.core.earning;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Conditions in words, for reading and never for parsing. */
public final class ConditionText implements Condition.Cases<String> {
  private static final ConditionText WORDS = new ConditionText();

  private ConditionText() {}

  /** The words, such as {@code category service and EUR 50.00 or more}. */
  public static String of(Condition condition) {
    return condition.match(WORDS);
  }

  @Override
  public String always(Condition.Always condition) {
    return "always";
  }

  @Override
  public String all(Condition.All condition) {
    return condition.of().isEmpty() ? "always" : joined(condition.of(), " and ");
  }

  @Override
  public String any(Condition.Any condition) {
    return joined(condition.of(), " or ");
  }

  @Override
  public String not(Condition.Not condition) {
    return "not " + part(condition.of());
  }

  @Override
  public String inCategory(Condition.InCategory condition) {
    return "category " + names(condition.categories());
  }

  @Override
  public String isSku(Condition.IsSku condition) {
    return "article " + names(condition.skus());
  }

  @Override
  public String onChannel(Condition.OnChannel condition) {
    return "channel " + names(condition.channels());
  }

  @Override
  public String withPartner(Condition.WithPartner condition) {
    return "partner " + names(condition.partners());
  }

  @Override
  public String atLocation(Condition.AtLocation condition) {
    return "location " + names(condition.locations());
  }

  @Override
  public String amountAtLeast(Condition.AmountAtLeast condition) {
    return condition.minimum() + " or more";
  }

  @Override
  public String amountBelow(Condition.AmountBelow condition) {
    return "less than " + condition.limit();
  }

  @Override
  public String onWeekday(Condition.OnWeekday condition) {
    return "on " + names(condition.days());
  }

  @Override
  public String inTimeOfDay(Condition.InTimeOfDay condition) {
    return "from " + condition.from() + " until " + condition.until();
  }

  @Override
  public String inDates(Condition.InDates condition) {
    return "within " + condition.span();
  }

  @Override
  public String isFirstPurchase(Condition.IsFirstPurchase condition) {
    return "first purchase";
  }

  @Override
  public String attributeIs(Condition.AttributeIs condition) {
    return owner(condition.owner()) + " '" + condition.key() + "' " + names(condition.values());
  }

  @Override
  public String attributeAtLeast(Condition.AttributeAtLeast condition) {
    return owner(condition.owner()) + " '" + condition.key() + "' at least "
        + condition.minimum().toPlainString();
  }

  @Override
  public String attributeSet(Condition.AttributeSet condition) {
    return owner(condition.owner()) + " '" + condition.key() + "' set";
  }

  @Override
  public String inSegment(Condition.InSegment condition) {
    return "segment " + names(condition.segments());
  }

  @Override
  public String isKind(Condition.IsKind condition) {
    return "kind " + names(condition.kinds());
  }

  @Override
  public String countInWindow(Condition.CountInWindow condition) {
    return "at least " + condition.atLeast() + " of " + condition.kind()
        + condition.category().map(category -> " in category " + category).orElse("")
        + WindowText.of(condition.window());
  }

  @Override
  public String custom(Condition.Custom condition) {
    return "custom condition '" + condition.key() + "'";
  }

  static String owner(Condition.Owner owner) {
    return owner == Condition.Owner.MEMBER ? "member attribute" : "activity attribute";
  }

  static String names(ImmutableSet<?> names) {
    return names.stream().map(ConditionText::name).collect(joining(" or "));
  }

  private static String name(Object name) {
    return name instanceof DayOfWeek day
        ? day.getDisplayName(TextStyle.FULL, Locale.ROOT)
        : name.toString();
  }

  private String joined(List<Condition> children, String word) {
    return children.stream().map(this::part).collect(joining(word));
  }

  private String part(Condition child) {
    boolean isTree = child instanceof Condition.All || child instanceof Condition.Any;
    return isTree ? "(" + child.match(this) + ")" : child.match(this);
  }
}
