package dev.laurel.core.earning;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.Category;
import dev.laurel.core.money.ExactMoney;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an event meets the condition of a rule. */
final class EventTest implements Condition.Cases<Boolean> {
  private final Occasion occasion;
  private final Spending spending;

  /** What the rule that is looked at counts of a purchase. */
  interface Spending {
    /** The lines that it looks at. */
    Condition lines();

    /** What was spent on them; not to be asked of anything but a purchase. */
    ExactMoney basis();
  }

  EventTest(Occasion occasion, Spending spending) {
    this.occasion = occasion;
    this.spending = spending;
  }

  Occasion occasion() {
    return occasion;
  }

  /** The lines that the rule looks at. */
  Condition lines() {
    return spending.lines();
  }

  /** What was spent on them; null without a purchase. */
  @Nullable
  ExactMoney basis() {
    return occasion.isPurchase() ? spending.basis() : null;
  }

  @Override
  public Boolean always(Condition.Always condition) {
    return true;
  }

  @Override
  public Boolean all(Condition.All condition) {
    List<Condition> parts = condition.of();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).match(this)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Boolean any(Condition.Any condition) {
    List<Condition> parts = condition.of();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).match(this)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Boolean not(Condition.Not condition) {
    return !condition.of().match(this);
  }

  @Override
  public Boolean inCategory(Condition.InCategory condition) {
    Purchase purchase = occasion.purchase();
    if (purchase != null) {
      List<Line> lines = purchase.lines();
      for (int i = 0; i < lines.size(); i++) {
        if (isIn(lines.get(i).category(), condition.categories())) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public Boolean isSku(Condition.IsSku condition) {
    Purchase purchase = occasion.purchase();
    if (purchase != null) {
      List<Line> lines = purchase.lines();
      for (int i = 0; i < lines.size(); i++) {
        if (condition.skus().contains(lines.get(i).sku())) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public Boolean onChannel(Condition.OnChannel condition) {
    return isIn(occasion.activity().channel(), condition.channels());
  }

  @Override
  public Boolean withPartner(Condition.WithPartner condition) {
    return isIn(occasion.activity().partner(), condition.partners());
  }

  @Override
  public Boolean atLocation(Condition.AtLocation condition) {
    return isIn(occasion.activity().location(), condition.locations());
  }

  @Override
  public Boolean amountAtLeast(Condition.AmountAtLeast condition) {
    ExactMoney found = comparable(condition.minimum());
    return found != null && found.minor() >= condition.minimum().minor();
  }

  @Override
  public Boolean amountBelow(Condition.AmountBelow condition) {
    ExactMoney found = comparable(condition.limit());
    return found != null && found.minor() < condition.limit().minor();
  }

  @Override
  public Boolean onWeekday(Condition.OnWeekday condition) {
    return condition.days().contains(occasion.weekday());
  }

  @Override
  public Boolean inTimeOfDay(Condition.InTimeOfDay condition) {
    boolean isAfterStart = !occasion.timeOfDay().isBefore(condition.from());
    boolean isBeforeEnd = occasion.timeOfDay().isBefore(condition.until());
    return condition.from().isBefore(condition.until())
        ? isAfterStart && isBeforeEnd
        : isAfterStart || isBeforeEnd;
  }

  @Override
  public Boolean inDates(Condition.InDates condition) {
    return condition.span().contains(occasion.activity().occurredAt());
  }

  @Override
  public Boolean isFirstPurchase(Condition.IsFirstPurchase condition) {
    return occasion.isPurchase() && occasion.purchasesBefore() == 0;
  }

  @Override
  public Boolean attributeIs(Condition.AttributeIs condition) {
    return isIn(attributes(occasion, condition.owner()).text(condition.key()), condition.values());
  }

  @Override
  public Boolean attributeAtLeast(Condition.AttributeAtLeast condition) {
    Optional<BigDecimal> number = attributes(occasion, condition.owner()).number(condition.key());
    return number.isPresent() && number.get().compareTo(condition.minimum()) >= 0;
  }

  @Override
  public Boolean attributeSet(Condition.AttributeSet condition) {
    return attributes(occasion, condition.owner()).isSet(condition.key());
  }

  @Override
  public Boolean inSegment(Condition.InSegment condition) {
    for (Segment segment : condition.segments()) {
      if (occasion.facts().segments().contains(segment)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Boolean isKind(Condition.IsKind condition) {
    return condition.kinds().contains(occasion.activity().kind());
  }

  @Override
  public Boolean countInWindow(Condition.CountInWindow condition) {
    return counted(occasion, condition) >= condition.atLeast();
  }

  @Override
  public Boolean custom(Condition.Custom condition) {
    return CustomCalls.isMet(condition.key(), occasion);
  }

  static Attributes attributes(Occasion occasion, Condition.Owner owner) {
    return owner == Condition.Owner.MEMBER
        ? occasion.facts().attributes()
        : occasion.activity().attributes();
  }

  /** How often it happened in the window, this event included where it counts. */
  static long counted(Occasion occasion, Condition.CountInWindow condition) {
    long before = occasion.countBefore(condition.kind(), condition.category(), condition.window());
    return countsNow(occasion, condition) ? before + 1 : before;
  }

  private static boolean countsNow(Occasion occasion, Condition.CountInWindow condition) {
    if (!condition.kind().equals(occasion.activity().kind())) {
      return false;
    }
    Purchase purchase = occasion.purchase();
    if (condition.category().isEmpty() || purchase == null) {
      return condition.category().isEmpty();
    }
    Category wanted = condition.category().get();
    for (Line line : purchase.lines()) {
      if (line.category().isPresent() && line.category().get().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable ExactMoney comparable(ExactMoney money) {
    ExactMoney found = basis();
    return found != null && found.currency().equals(money.currency()) ? found : null;
  }

  private static <T> boolean isIn(Optional<T> found, Set<T> wanted) {
    return found.isPresent() && wanted.contains(found.get());
  }
}
