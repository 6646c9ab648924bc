package dev.laurel.core.earning;

/** A line of a purchase in numbers, which lie where an {@link ActivityLayout} says. */
class CodedLine {
  static final long[] NOTHING_MORE = {};

  /** Facts side by side, such as the code of the category. */
  final long facts;

  /** The first amount that rules ask for, in minor units. */
  final long amount;

  /** How many articles; the quantity of an engagement. */
  final long articles;

  /** All that is asked for and does not fit above. */
  final long[] more;

  CodedLine(long facts, long amount, long articles, long[] more) {
    this.facts = facts;
    this.amount = amount;
    this.articles = articles;
    this.more = more;
  }
}
