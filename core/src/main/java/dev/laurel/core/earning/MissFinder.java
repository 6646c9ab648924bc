package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import java.util.Optional;

/** What is missing to meet a condition that is not met. */
final class MissFinder implements Condition.Cases<Miss> {
  private final Occasion occasion;
  private final EventTest test;

  MissFinder(EventTest test) {
    this.occasion = test.occasion();
    this.test = test;
  }

  @Override
  public Miss always(Condition.Always condition) {
    throw new IllegalStateException("always must be met");
  }

  /** All that is missing at once. */
  @Override
  public Miss all(Condition.All condition) {
    ImmutableList.Builder<Miss> builder = ImmutableList.builder();
    for (Condition child : condition.of()) {
      if (!child.match(test)) {
        builder.add(child.match(this));
      }
    }
    ImmutableList<Miss> misses = builder.build();
    return misses.size() == 1 ? misses.get(0) : new Miss.AllOf(misses);
  }

  /** The nearest; of equally near ones the first. */
  @Override
  public Miss any(Condition.Any condition) {
    Miss nearest = condition.of().get(0).match(this);
    for (Condition child : condition.of().subList(1, condition.of().size())) {
      Miss miss = child.match(this);
      if (miss.distance().compareTo(nearest.distance()) < 0) {
        nearest = miss;
      }
    }
    return nearest;
  }

  @Override
  public Miss not(Condition.Not condition) {
    return new Miss.Unwanted(condition.of());
  }

  @Override
  public Miss inCategory(Condition.InCategory condition) {
    Purchase purchase = occasion.purchase();
    if (purchase != null && purchase.lines().size() == 1) {
      return notOneOf(
          Miss.What.CATEGORY, condition.categories(), purchase.lines().get(0).category());
    }
    ImmutableSet.Builder<Category> found = ImmutableSet.builder();
    if (purchase != null) {
      for (Line line : purchase.lines()) {
        line.category().ifPresent(found::add);
      }
    }
    return new Miss.NotOneOf(Miss.What.CATEGORY, condition.categories(), found.build());
  }

  @Override
  public Miss isSku(Condition.IsSku condition) {
    ImmutableSet.Builder<Sku> found = ImmutableSet.builder();
    Purchase purchase = occasion.purchase();
    if (purchase != null) {
      for (Line line : purchase.lines()) {
        found.add(line.sku());
      }
    }
    return new Miss.NotOneOf(Miss.What.ARTICLE, condition.skus(), found.build());
  }

  @Override
  public Miss onChannel(Condition.OnChannel condition) {
    return notOneOf(Miss.What.CHANNEL, condition.channels(), occasion.activity().channel());
  }

  @Override
  public Miss withPartner(Condition.WithPartner condition) {
    return notOneOf(Miss.What.PARTNER, condition.partners(), occasion.activity().partner());
  }

  @Override
  public Miss atLocation(Condition.AtLocation condition) {
    return notOneOf(
        Miss.What.LOCATION, condition.locations(), occasion.activity().location());
  }

  @Override
  public Miss amountAtLeast(Condition.AmountAtLeast condition) {
    ExactMoney basis = test.basis();
    if (basis == null) {
      return new Miss.NotAPurchase();
    }
    return basis.currency().equals(condition.minimum().currency())
        ? new Miss.AmountShort(condition.minimum(), basis, test.lines())
        : new Miss.WrongCurrency(condition.minimum().currency(), basis.currency());
  }

  @Override
  public Miss amountBelow(Condition.AmountBelow condition) {
    ExactMoney basis = test.basis();
    if (basis == null) {
      return new Miss.NotAPurchase();
    }
    return basis.currency().equals(condition.limit().currency())
        ? new Miss.AmountOver(condition.limit(), basis, test.lines())
        : new Miss.WrongCurrency(condition.limit().currency(), basis.currency());
  }

  @Override
  public Miss onWeekday(Condition.OnWeekday condition) {
    return new Miss.NotOneOf(
        Miss.What.WEEKDAY, condition.days(), ImmutableSet.of(occasion.weekday()));
  }

  @Override
  public Miss inTimeOfDay(Condition.InTimeOfDay condition) {
    return new Miss.OutsideTime(condition.from(), condition.until(), occasion.timeOfDay());
  }

  @Override
  public Miss inDates(Condition.InDates condition) {
    return new Miss.OutsideDates(condition.span(), occasion.activity().occurredAt());
  }

  @Override
  public Miss isFirstPurchase(Condition.IsFirstPurchase condition) {
    return occasion.isPurchase()
        ? new Miss.NotFirst(occasion.purchasesBefore())
        : new Miss.NotAPurchase();
  }

  @Override
  public Miss attributeIs(Condition.AttributeIs condition) {
    return new Miss.OtherAttribute(
        condition.owner(),
        condition.key(),
        condition.values(),
        EventTest.attributes(occasion, condition.owner()).text(condition.key()));
  }

  @Override
  public Miss attributeAtLeast(Condition.AttributeAtLeast condition) {
    return new Miss.NumberShort(
        condition.owner(),
        condition.key(),
        condition.minimum(),
        EventTest.attributes(occasion, condition.owner()).number(condition.key()));
  }

  @Override
  public Miss attributeSet(Condition.AttributeSet condition) {
    return new Miss.FlagNotSet(condition.owner(), condition.key());
  }

  @Override
  public Miss inSegment(Condition.InSegment condition) {
    return new Miss.NotOneOf(
        Miss.What.SEGMENT,
        condition.segments(),
        ImmutableSet.copyOf(occasion.facts().segments()));
  }

  @Override
  public Miss isKind(Condition.IsKind condition) {
    return new Miss.NotOneOf(
        Miss.What.KIND, condition.kinds(), ImmutableSet.of(occasion.activity().kind()));
  }

  @Override
  public Miss countInWindow(Condition.CountInWindow condition) {
    return new Miss.CountShort(
        condition.kind(),
        condition.category(),
        condition.window(),
        condition.atLeast(),
        EventTest.counted(occasion, condition));
  }

  @Override
  public Miss custom(Condition.Custom condition) {
    return new Miss.CustomUnmet(condition.key());
  }

  private static <T> Miss notOneOf(Miss.What what, ImmutableSet<T> wanted, Optional<T> found) {
    ImmutableSet<T> one = found.isPresent() ? ImmutableSet.of(found.get()) : ImmutableSet.<T>of();
    return new Miss.NotOneOf(what, wanted, one);
  }
}
