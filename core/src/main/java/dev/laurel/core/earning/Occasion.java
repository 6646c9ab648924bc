package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One activity in its context, with what several rules ask of it worked out once. */
final class Occasion {
  private static final long NOT_COUNTED = -1;

  private final Activity activity;
  private final ProgramCalendar calendar;
  private final MemberFacts facts;
  private final @Nullable EarningContext context;
  private final @Nullable Purchase purchase;
  private long purchasesBefore;
  private @Nullable LocalDate day;
  private @Nullable LocalTime timeOfDay;
  private @Nullable Basis lastBasis;

  /** The minor units of each line that count, before the share is taken off, and of shipping. */
  private long @Nullable [] lastAmounts;

  /** The share of the purchase that counts: 7/10 where points paid 30 percent. */
  private @Nullable Ratio lastShare;

  Occasion(Activity activity, EarningContext context) {
    this(activity, context.calendar(), context.facts(), context, NOT_COUNTED);
  }

  private Occasion(
      Activity activity,
      ProgramCalendar calendar,
      MemberFacts facts,
      @Nullable EarningContext context,
      long purchasesBefore) {
    this.activity = activity;
    this.calendar = calendar;
    this.facts = facts;
    this.context = context;
    this.purchasesBefore = purchasesBefore;
    this.purchase = activity instanceof Purchase bought ? bought : null;
  }

  /** An occasion for rules that ask for no more of their context than this. */
  static Occasion of(
      Activity activity, ProgramCalendar calendar, MemberFacts facts, long purchasesBefore) {
    return new Occasion(activity, calendar, facts, null, purchasesBefore);
  }

  Activity activity() {
    return activity;
  }

  ProgramCalendar calendar() {
    return calendar;
  }

  /** What is known of the member. */
  MemberFacts facts() {
    return facts;
  }

  /** The whole context, for rules that remember, choose, or are the user's own. */
  EarningContext context() {
    return requireNonNull(context);
  }

  LocalDate day() {
    LocalDate known = day;
    if (known == null) {
      known = calendar.dateOf(activity.occurredAt());
      day = known;
    }
    return known;
  }

  DayOfWeek weekday() {
    return day().getDayOfWeek();
  }

  LocalTime timeOfDay() {
    LocalTime known = timeOfDay;
    if (known == null) {
      known = calendar.localTimeOf(activity.occurredAt());
      timeOfDay = known;
    }
    return known;
  }

  @Nullable
  Purchase purchase() {
    return purchase;
  }

  boolean isPurchase() {
    return purchase != null;
  }

  /** The span of a member's window around the event. */
  Span memberSpan(Window window) {
    return window instanceof Window.LifetimeWindow
        ? Span.ALWAYS
        : window.spanAt(activity.occurredAt(), context().memberAnchor(), calendar);
  }

  /** The span of a program's window around the event. */
  Span programSpan(Window window) {
    return window.spanAt(activity.occurredAt(), context().programAnchor(), calendar);
  }

  /** How often the member did something before, within a window. */
  long countBefore(ActivityKind kind, Optional<Category> category, Window window) {
    return Math.max(0, context().history().count(kind, category, memberSpan(window), calendar));
  }

  /** How many purchases the member made before. */
  long purchasesBefore() {
    if (purchasesBefore == NOT_COUNTED) {
      purchasesBefore = countBefore(ActivityKind.PURCHASE, Optional.empty(), Window.lifetime());
    }
    return purchasesBefore;
  }

  /**
   * What was spent, by a basis, on the lines that a rule looks at, or on those among them that are
   * given; shipping stands last, and null is all of them.
   */
  ExactMoney spent(Basis basis, boolean @Nullable [] lines, boolean @Nullable [] among) {
    workOut(basis);
    long[] amounts = requireNonNull(lastAmounts);
    long sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      if (isIn(lines, i) && isIn(among, i)) {
        sum = Accrual.sum(sum, amounts[i]);
      }
    }
    Ratio share = requireNonNull(lastShare);
    long minor = share.equals(Ratio.ONE) ? sum : Ratio.scale(sum, share, RoundingMode.FLOOR);
    return ExactMoney.ofMinor(requireNonNull(purchase).currency(), minor);
  }

  /** The articles of such lines, or the quantity of an engagement. */
  long units(boolean @Nullable [] lines, boolean @Nullable [] among) {
    if (purchase == null) {
      return quantity();
    }
    long units = 0;
    for (int i = 0; i < purchase.lines().size(); i++) {
      if (isIn(lines, i) && isIn(among, i)) {
        units += purchase.lines().get(i).quantity();
      }
    }
    return units;
  }

  private static boolean isIn(boolean @Nullable [] lines, int line) {
    return lines == null || lines[line];
  }

  /** Most rules of a book share one basis, so that remembering the last is enough. */
  private void workOut(Basis basis) {
    if (lastBasis != null && (lastBasis == basis || lastBasis.equals(basis))) {
      return;
    }
    Purchase bought = requireNonNull(purchase);
    int lines = bought.lines().size();
    long[] amounts = new long[lines + 1];
    for (int i = 0; i < lines; i++) {
      Line line = bought.lines().get(i);
      amounts[i] = (basis.isBeforeDiscount() ? line.listPrice() : line.net()).minor();
      if (basis.isWithTax()) {
        amounts[i] = Accrual.sum(amounts[i], line.tax().minor());
      }
    }
    amounts[lines] = basis.isWithShipping() ? bought.shipping().minor() : 0;
    lastAmounts = amounts;
    lastShare = shareOf(bought, basis);
    lastBasis = basis;
  }

  private static Ratio shareOf(Purchase bought, Basis basis) {
    if (bought.tenders().isEmpty() || bought.total().isZero()) {
      return Ratio.ONE;
    }
    long left = bought.total().minor();
    if (!basis.isWithPointsPaid()) {
      left -= bought.paidBy(Tender.Kind.POINTS).minor();
    }
    if (!basis.isWithGiftCard()) {
      left -= bought.paidBy(Tender.Kind.GIFT_CARD).minor();
    }
    return Ratio.of(left, bought.total().minor());
  }

  /** The quantity of an engagement. */
  long quantity() {
    return activity instanceof Engagement engagement ? engagement.quantity() : 1;
  }
}
