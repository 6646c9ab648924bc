package dev.laurel.core.earning;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.exact.Ratio;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The translation of an activity and what is known of its member into numbers. */
final class ActivityCoder {
  /** The unit of status factors: 1.25 is 12,500. */
  static final long FACTOR_UNIT = 10_000;

  private ActivityCoder() {}

  /**
   * The activity in numbers; absent for the rare ones that compiled rules leave to the evaluation:
   * returns, purchases without lines or paid with points or gift cards, and a status factor with
   * more than four decimal places.
   */
  static Optional<CodedActivity> encode(
      NameCodes codes, Activity activity, EarningContext context) {
    Ratio factor = context.facts().status().map(StatusFactor::factor).orElse(Ratio.ONE);
    if (FACTOR_UNIT % factor.denominator() != 0) {
      return Optional.empty();
    }
    if (activity instanceof Engagement engagement) {
      CodedLine thing = new CodedLine(0, 0, engagement.quantity(), 0, 0, 0);
      return Optional.of(
          encode(codes, activity, context, thing, CodedActivity.NO_LINES, 0, "", factor));
    }
    if (activity instanceof Purchase purchase && isPlain(purchase)) {
      List<Line> lines = purchase.lines();
      CodedLine[] further =
          lines.size() == 1 ? CodedActivity.NO_LINES : new CodedLine[lines.size() - 1];
      for (int i = 0; i < further.length; i++) {
        further[i] = encode(codes, lines.get(i + 1));
      }
      return Optional.of(encode(
          codes,
          activity,
          context,
          encode(codes, lines.get(0)),
          further,
          purchase.shipping().minor(),
          purchase.currency(),
          factor));
    }
    return Optional.empty();
  }

  private static boolean isPlain(Purchase purchase) {
    for (Tender tender : purchase.tenders()) {
      if (tender.kind() == Tender.Kind.POINTS || tender.kind() == Tender.Kind.GIFT_CARD) {
        return false;
      }
    }
    return !purchase.lines().isEmpty();
  }

  private static CodedActivity encode(
      NameCodes codes,
      Activity activity,
      EarningContext context,
      CodedLine first,
      CodedLine[] further,
      long shipping,
      String currency,
      Ratio factor) {
    Occasion occasion = new Occasion(activity, context);
    return new CodedActivity(
        codes,
        first,
        further,
        occasion.isPurchase(),
        codes.of(activity.kind()),
        codes.of(currency),
        activity.channel().map(codes::of).orElse(NameCodes.OTHER),
        activity.partner().map(codes::of).orElse(NameCodes.OTHER),
        activity.location().map(codes::of).orElse(NameCodes.OTHER),
        occasion.weekday().getValue(),
        occasion.timeOfDay().toNanoOfDay(),
        micros(activity.occurredAt()),
        shipping,
        segments(codes, context),
        factor.numerator() * (FACTOR_UNIT / factor.denominator()),
        occasion.isPurchase() && EventTest.purchasesBefore(occasion) == 0);
  }

  /** Microseconds since 1970; instants have no smaller parts. */
  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static long segments(NameCodes codes, EarningContext context) {
    long segments = 0;
    for (Segment segment : context.facts().segments()) {
      segments |= 1L << codes.of(segment);
    }
    return segments;
  }

  private static CodedLine encode(NameCodes codes, Line line) {
    return new CodedLine(
        line.category().map(codes::of).orElse(NameCodes.OTHER),
        codes.of(line.sku()),
        line.quantity(),
        line.listPrice().minor(),
        line.net().minor(),
        line.tax().minor());
  }
}
