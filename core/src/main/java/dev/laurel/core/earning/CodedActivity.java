package dev.laurel.core.earning;

/**
 * An activity, with what is known of its member, in numbers: all that compiled rules look at.
 *
 * <p>It is made once by {@link CompiledRules#encode} for the rules that shall read it. Most
 * purchases have one line; it lies in the activity itself. An engagement has one line without a
 * price.
 */
public final class CodedActivity extends CodedLine {
  static final CodedLine[] NO_LINES = {};

  final NameCodes codes;
  final CodedLine[] furtherLines;
  final boolean isPurchase;
  final int kind;
  final int currency;
  final int channel;
  final int partner;
  final int location;
  final int weekday;
  final long nanoOfDay;
  final long epochMicros;
  final long shipping;
  final long segments;
  final long statusFactor;
  final boolean isFirstPurchase;

  /** The sum of its amounts and quantities, which bounds every amount that a rule can see. */
  final long size;

  CodedActivity(
      NameCodes codes,
      CodedLine first,
      CodedLine[] furtherLines,
      boolean isPurchase,
      int kind,
      int currency,
      int channel,
      int partner,
      int location,
      int weekday,
      long nanoOfDay,
      long epochMicros,
      long shipping,
      long segments,
      long statusFactor,
      boolean isFirstPurchase) {
    super(first.category, first.sku, first.articles, first.listPrice, first.net, first.tax);
    this.codes = codes;
    this.furtherLines = furtherLines;
    this.isPurchase = isPurchase;
    this.kind = kind;
    this.currency = currency;
    this.channel = channel;
    this.partner = partner;
    this.location = location;
    this.weekday = weekday;
    this.nanoOfDay = nanoOfDay;
    this.epochMicros = epochMicros;
    this.shipping = shipping;
    this.segments = segments;
    this.statusFactor = statusFactor;
    this.isFirstPurchase = isFirstPurchase;
    long sum = sum(size(first), shipping);
    for (CodedLine line : furtherLines) {
      sum = sum(sum, size(line));
    }
    this.size = sum;
  }
}
