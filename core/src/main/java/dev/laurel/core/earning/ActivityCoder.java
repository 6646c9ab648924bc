package dev.laurel.core.earning;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.earning.ActivityLayout.Cell;
import dev.laurel.core.earning.ActivityLayout.Fact;
import dev.laurel.core.exact.Ratio;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The translation of an activity and what is known of its member into numbers. */
final class ActivityCoder {
  /** The unit of status factors: 1.25 is 12,500. */
  static final int FACTOR_UNIT = 10_000;

  private static final long NANOS_PER_MICRO = 1_000;

  private final ActivityLayout layout;
  private final Occasion occasion;
  private final long[] words;
  private long size;

  private ActivityCoder(ActivityLayout layout, Occasion occasion) {
    this.layout = layout;
    this.occasion = occasion;
    this.words = new long[layout.words()];
  }

  /**
   * The activity in numbers; absent for the rare ones that compiled rules leave to the evaluation:
   * returns, purchases without lines or paid with points or gift cards, and a status factor with
   * more than four decimal places.
   */
  static Optional<CodedActivity> encode(
      ActivityLayout layout, Activity activity, EarningContext context) {
    Optional<StatusFactor> status = context.facts().status();
    Ratio factor = status.isPresent() ? status.get().factor() : Ratio.ONE;
    if (FACTOR_UNIT % factor.denominator() != 0 || !isPlain(activity)) {
      return Optional.empty();
    }
    int statusFactor = (int) (factor.numerator() * (FACTOR_UNIT / factor.denominator()));
    return Optional.of(
        new ActivityCoder(layout, new Occasion(activity, context)).encode(statusFactor));
  }

  private static boolean isPlain(Activity activity) {
    if (!(activity instanceof Purchase purchase)) {
      return activity instanceof Engagement;
    }
    for (Tender tender : purchase.tenders()) {
      if (tender.kind() == Tender.Kind.POINTS || tender.kind() == Tender.Kind.GIFT_CARD) {
        return false;
      }
    }
    return !purchase.lines().isEmpty();
  }

  /** Microseconds since 1970; instants have no smaller parts. */
  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** The first microsecond of the day that is not before this time. */
  static long firstMicroFrom(LocalTime time) {
    return (time.toNanoOfDay() + NANOS_PER_MICRO - 1) / NANOS_PER_MICRO;
  }

  private CodedActivity encode(int statusFactor) {
    long[] more = moreOf(layout.moreOfActivity());
    CodedLine[] further = CodedActivity.NO_LINES;
    long amount = 0;
    long articles = occasion.quantity();
    Purchase purchase = occasion.purchase();
    if (purchase != null) {
      List<Line> lines = purchase.lines();
      Line first = lines.get(0);
      words[0] = factsOf(first);
      amount = amountsOf(first, more);
      articles = first.quantity();
      further = furtherLines(lines);
      size = sum(size, purchase.shipping().minor());
    }
    size = sum(size, articles);
    long purchasesBefore = setFacts();
    fillMore(more);
    return new CodedActivity(
        layout,
        new CodedLine(words[0], amount, articles, more),
        further,
        statusFactor,
        new CodedSource(
            occasion.activity(), occasion.calendar(), occasion.facts(), purchasesBefore));
  }

  private CodedLine[] furtherLines(List<Line> lines) {
    if (lines.size() == 1) {
      return CodedActivity.NO_LINES;
    }
    CodedLine[] further = new CodedLine[lines.size() - 1];
    for (int i = 0; i < further.length; i++) {
      Line line = lines.get(i + 1);
      long[] more = moreOf(layout.moreOfLine());
      long amount = amountsOf(line, more);
      further[i] = new CodedLine(factsOf(line), amount, line.quantity(), more);
      size = sum(size, line.quantity());
    }
    return further;
  }

  private static long[] moreOf(int size) {
    return size == 0 ? CodedLine.NOTHING_MORE : new long[size];
  }

  /** The first amount that is asked for; the further ones go where they belong. */
  private long amountsOf(Line line, long[] more) {
    size = sum(size, sum(line.listPrice().minor(), line.tax().minor()));
    List<ActivityLayout.LineAmount> asked = layout.amounts();
    for (int i = 1; i < asked.size(); i++) {
      more[i - 1] = asked.get(i).of(line);
    }
    return asked.isEmpty() ? 0 : asked.get(0).of(line);
  }

  private long factsOf(Line line) {
    long facts = 0;
    Cell category = layout.cell(Fact.CATEGORY);
    if (category != null) {
      facts |= codeOf(line.category()) << category.shift();
    }
    Cell sku = layout.cell(Fact.SKU);
    if (sku != null) {
      facts |= (long) layout.codes().of(line.sku()) << sku.shift();
    }
    return facts;
  }

  /** Sets what is said of the activity as a whole; how many purchases came before, if asked. */
  private long setFacts() {
    Activity activity = occasion.activity();
    set(Fact.TOO_LARGE, size > layout.largestSize() ? 1 : 0);
    set(Fact.PURCHASE, occasion.isPurchase() ? 1 : 0);
    set(Fact.STATUS, occasion.facts().status().isPresent() ? 1 : 0);
    if (isAsked(Fact.WEEKDAY)) {
      set(Fact.WEEKDAY, occasion.weekday().getValue());
    }
    if (isAsked(Fact.MICRO_OF_DAY)) {
      set(Fact.MICRO_OF_DAY, occasion.timeOfDay().toNanoOfDay() / NANOS_PER_MICRO);
    }
    if (isAsked(Fact.KIND)) {
      set(Fact.KIND, layout.codes().of(activity.kind()));
    }
    Purchase purchase = occasion.purchase();
    if (purchase != null && isAsked(Fact.CURRENCY)) {
      set(Fact.CURRENCY, layout.codes().of(purchase.currency()));
    }
    if (isAsked(Fact.CHANNEL)) {
      set(Fact.CHANNEL, codeOf(activity.channel()));
    }
    if (isAsked(Fact.PARTNER)) {
      set(Fact.PARTNER, codeOf(activity.partner()));
    }
    if (isAsked(Fact.LOCATION)) {
      set(Fact.LOCATION, codeOf(activity.location()));
    }
    if (isAsked(Fact.SEGMENTS)) {
      set(Fact.SEGMENTS, segments());
    }
    if (purchase == null || !isAsked(Fact.FIRST_PURCHASE)) {
      return 0;
    }
    long purchasesBefore = occasion.purchasesBefore();
    set(Fact.FIRST_PURCHASE, purchasesBefore == 0 ? 1 : 0);
    return purchasesBefore;
  }

  private void fillMore(long[] more) {
    if (layout.shippingAt() != ActivityLayout.ABSENT && occasion.purchase() != null) {
      more[layout.shippingAt()] = occasion.purchase().shipping().minor();
    }
    if (layout.momentAt() != ActivityLayout.ABSENT) {
      more[layout.momentAt()] = micros(occasion.activity().occurredAt());
    }
    for (int word = 1; word < words.length; word++) {
      more[layout.moreAt(word)] = words[word];
    }
  }

  private boolean isAsked(Fact fact) {
    return layout.cell(fact) != null;
  }

  private void set(Fact fact, long value) {
    Cell cell = layout.cell(fact);
    if (cell != null) {
      words[cell.word()] |= value << cell.shift();
    }
  }

  private long codeOf(Optional<?> name) {
    return name.isPresent() ? layout.codes().of(name.get()) : NameCodes.OTHER;
  }

  private long segments() {
    long segments = 0;
    for (Segment segment : occasion.facts().segments()) {
      segments |= segmentBit(layout.codes().of(segment));
    }
    return segments;
  }

  /** Codes count from 1; a segment of which no rule speaks has no bit. */
  static long segmentBit(int code) {
    return code == NameCodes.OTHER ? 0 : 1L << (code - 1);
  }

  /** The sum of two numbers from 0 on, or the largest number where that is more. */
  private static long sum(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
