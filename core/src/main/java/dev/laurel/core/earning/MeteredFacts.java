package dev.laurel.core.earning;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The facts that the user's own code may read, each reading one step of its budget.
 *
 * <p>All of them are immutable. A loop that reads nothing is not metered: call {@link #step} in it.
 */
public final class MeteredFacts {
  private final Activity activity;
  private final EarningContext context;
  private int stepsLeft;

  /** That the budget is used up; the user's code shall let it through. */
  static final class UsedUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsedUp() {
      super("step budget used up", null, false, false);
    }
  }

  MeteredFacts(Activity activity, EarningContext context) {
    this.activity = activity;
    this.context = context;
    this.stepsLeft = context.customRules().stepBudget();
  }

  /** Uses up one step. */
  public void step() {
    stepsLeft--;
    if (stepsLeft < 0) {
      throw new UsedUp();
    }
  }

  /** The kind of activity. */
  public ActivityKind kind() {
    step();
    return activity.kind();
  }

  /** When it happened. */
  public Instant occurredAt() {
    step();
    return activity.occurredAt();
  }

  /** The day it happened in the program's zone. */
  public LocalDate day() {
    step();
    return context.calendar().dateOf(activity.occurredAt());
  }

  /** The time that clocks in the program's zone showed. */
  public LocalTime timeOfDay() {
    step();
    return context.calendar().localTimeOf(activity.occurredAt());
  }

  /** The number of lines, none for anything but a purchase. */
  public int lineCount() {
    step();
    return activity instanceof Purchase purchase ? purchase.lines().size() : 0;
  }

  /**
   * One line, counted from 0.
   *
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public Line line(int index) {
    step();
    if (activity instanceof Purchase purchase) {
      return purchase.lines().get(index);
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** The total of a purchase. */
  public Optional<ExactMoney> total() {
    step();
    return activity instanceof Purchase purchase ? Optional.of(purchase.total()) : Optional.empty();
  }

  /** The quantity of an engagement, one for anything else. */
  public long quantity() {
    step();
    return activity instanceof Engagement engagement ? engagement.quantity() : 1;
  }

  /** A text of the activity. */
  public Optional<String> text(String key) {
    step();
    return activity.attributes().text(key);
  }

  /** A number of the activity. */
  public Optional<BigDecimal> number(String key) {
    step();
    return activity.attributes().number(key);
  }

  /** A text of the member. */
  public Optional<String> memberText(String key) {
    step();
    return context.facts().attributes().text(key);
  }

  /** A number of the member. */
  public Optional<BigDecimal> memberNumber(String key) {
    step();
    return context.facts().attributes().number(key);
  }

  /** Whether the member belongs to a segment. */
  public boolean isInSegment(Segment segment) {
    step();
    return context.facts().segments().contains(segment);
  }

  /** How often the member did something before, within a window around the event. */
  public long countBefore(ActivityKind kind, Optional<Category> category, Window window) {
    step();
    return context.history().count(kind, category, span(window), context.calendar());
  }

  /** How often a rule awarded the member before, within a window around the event. */
  public long awardsBefore(RuleId rule, Window window) {
    step();
    return context.history().awards(rule, span(window), context.calendar());
  }

  /** Whether more was read than the budget allows, even if the code kept it to itself. */
  boolean isUsedUp() {
    return stepsLeft < 0;
  }

  private Span span(Window window) {
    return window.spanAt(activity.occurredAt(), context.memberAnchor(), context.calendar());
  }
}
