package dev.laurel.core.testkit;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.identity.Category;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions of one event, answered from the list of all events before it. */
final class NaiveConditions {
  private final Activity event;
  private final EarningContext start;
  private final List<Activity> before;

  NaiveConditions(Activity event, EarningContext start, List<Activity> before) {
    this.event = event;
    this.start = start;
    this.before = before;
  }

  Span span(Window window) {
    LocalDate anchor = start.facts().enrolledOn().orElse(programAnchor());
    return window.spanAt(event.occurredAt(), anchor, start.calendar());
  }

  Span programSpan(Window window) {
    return window.spanAt(event.occurredAt(), programAnchor(), start.calendar());
  }

  private LocalDate programAnchor() {
    return start.calendar().yearStart().atYear(2000);
  }

  boolean isAlways(Condition condition) {
    return condition.equals(Condition.always());
  }

  boolean isMetBy(Condition condition, @Nullable Line line) {
    if (condition instanceof Condition.All c) {
      return c.of().stream().allMatch(child -> isMetBy(child, line));
    }
    if (condition instanceof Condition.Any c) {
      return c.of().stream().anyMatch(child -> isMetBy(child, line));
    }
    if (condition instanceof Condition.Not c) {
      return !isMetBy(c.of(), line);
    }
    if (condition instanceof Condition.InCategory c) {
      return line != null && line.category().filter(c.categories()::contains).isPresent();
    }
    return condition instanceof Condition.IsSku c
        ? line != null && c.skus().contains(line.sku())
        : isAlways(condition);
  }

  boolean isMet(Condition condition, @Nullable NaiveFraction basis) {
    if (condition instanceof Condition.All c) {
      return c.of().stream().allMatch(child -> isMet(child, basis));
    }
    if (condition instanceof Condition.Any c) {
      return c.of().stream().anyMatch(child -> isMet(child, basis));
    }
    if (condition instanceof Condition.Not c) {
      return !isMet(c.of(), basis);
    }
    if (condition instanceof Condition.InCategory || condition instanceof Condition.IsSku) {
      return event instanceof Purchase purchase
          && purchase.lines().stream().anyMatch(line -> isMetBy(condition, line));
    }
    if (condition instanceof Condition.OnChannel c) {
      return event.channel().filter(c.channels()::contains).isPresent();
    }
    if (condition instanceof Condition.WithPartner c) {
      return event.partner().filter(c.partners()::contains).isPresent();
    }
    if (condition instanceof Condition.AtLocation c) {
      return event.location().filter(c.locations()::contains).isPresent();
    }
    if (condition instanceof Condition.AmountAtLeast c) {
      return basis != null
          && c.minimum().currency().equals(((Purchase) event).currency())
          && basis.compare(NaiveFraction.of(c.minimum().minor())) >= 0;
    }
    if (condition instanceof Condition.AmountBelow c) {
      return basis != null
          && c.limit().currency().equals(((Purchase) event).currency())
          && basis.compare(NaiveFraction.of(c.limit().minor())) < 0;
    }
    return isMetByTimeOrMember(condition);
  }

  private boolean isMetByTimeOrMember(Condition condition) {
    if (condition instanceof Condition.OnWeekday c) {
      return c.days().contains(start.calendar().weekdayOf(event.occurredAt()));
    }
    if (condition instanceof Condition.InTimeOfDay c) {
      LocalTime time = start.calendar().localTimeOf(event.occurredAt());
      boolean passesMidnight = c.from().isAfter(c.until());
      boolean isInEvening = !time.isBefore(c.from());
      boolean isInMorning = time.isBefore(c.until());
      return passesMidnight ? isInEvening || isInMorning : isInEvening && isInMorning;
    }
    if (condition instanceof Condition.InDates c) {
      return c.span().contains(event.occurredAt());
    }
    if (condition instanceof Condition.IsFirstPurchase) {
      return event instanceof Purchase && before.stream().noneMatch(Purchase.class::isInstance);
    }
    if (condition instanceof Condition.AttributeIs c) {
      return attributes(c.owner()).text(c.key()).filter(c.values()::contains).isPresent();
    }
    if (condition instanceof Condition.AttributeAtLeast c) {
      return attributes(c.owner())
          .number(c.key())
          .filter(number -> number.compareTo(c.minimum()) >= 0)
          .isPresent();
    }
    if (condition instanceof Condition.AttributeSet c) {
      return attributes(c.owner()).isSet(c.key());
    }
    if (condition instanceof Condition.InSegment c) {
      return c.segments().stream().anyMatch(start.facts().segments()::contains);
    }
    if (condition instanceof Condition.IsKind c) {
      return c.kinds().contains(event.kind());
    }
    if (condition instanceof Condition.CountInWindow c) {
      long count = before.stream()
          .filter(earlier -> span(c.window()).contains(earlier.occurredAt()))
          .filter(earlier -> isCounted(earlier, c))
          .count();
      return count + (isCounted(event, c) ? 1 : 0) >= c.atLeast();
    }
    if (isAlways(condition)) {
      return true;
    }
    throw new AssertionError("the readable interpreter does not know " + condition);
  }

  /** Whether no part of a condition is the user's own code. */
  static boolean isKnown(Condition condition) {
    if (condition instanceof Condition.All c) {
      return c.of().stream().allMatch(NaiveConditions::isKnown);
    }
    if (condition instanceof Condition.Any c) {
      return c.of().stream().allMatch(NaiveConditions::isKnown);
    }
    return condition instanceof Condition.Not c
        ? isKnown(c.of())
        : !(condition instanceof Condition.Custom);
  }

  private static boolean isCounted(Activity activity, Condition.CountInWindow c) {
    Optional<Category> wanted = c.category();
    return activity.kind().equals(c.kind())
        && (wanted.isEmpty()
            || (activity instanceof Purchase purchase
                && purchase.lines().stream().anyMatch(line -> line.category().equals(wanted))));
  }

  private Attributes attributes(Condition.Owner owner) {
    return owner == Condition.Owner.MEMBER ? start.facts().attributes() : event.attributes();
  }
}
