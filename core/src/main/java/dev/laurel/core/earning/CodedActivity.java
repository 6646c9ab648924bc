package dev.laurel.core.earning;

/**
 * An activity, with what is known of its member, in the numbers that the rules of one book look at.
 *
 * <p>It is made once by {@link CompiledRules#encode} for the rules that shall read it, and
 * remembers of what it was made, so that {@link CompiledRules#explain} can say why. Most purchases
 * have one line; it lies in the activity itself, which then takes 56 bytes. An engagement has one
 * line without a price.
 */
public final class CodedActivity extends CodedLine {
  static final CodedLine[] NO_LINES = {};

  final ActivityLayout layout;
  final CodedLine[] furtherLines;
  final CodedSource source;

  /** The factor of the member's status in ten-thousandths. */
  final int statusFactor;

  CodedActivity(
      ActivityLayout layout,
      CodedLine first,
      CodedLine[] furtherLines,
      int statusFactor,
      CodedSource source) {
    super(first.facts, first.amount, first.articles, first.more);
    this.layout = layout;
    this.furtherLines = furtherLines;
    this.statusFactor = statusFactor;
    this.source = source;
  }
}
