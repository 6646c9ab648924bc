package dev.laurel.core.earning;

/** A line of a purchase in numbers. */
class CodedLine {
  final int category;
  final int sku;
  final long articles;
  final long listPrice;
  final long net;
  final long tax;

  CodedLine(int category, int sku, long articles, long listPrice, long net, long tax) {
    this.category = category;
    this.sku = sku;
    this.articles = articles;
    this.listPrice = listPrice;
    this.net = net;
    this.tax = tax;
  }

  /** The sum of all that can count, or the largest number where that is more. */
  static long size(CodedLine line) {
    return sum(sum(line.listPrice, line.tax), line.articles);
  }

  /** The sum of two numbers from 0 on, or the largest number where that is more. */
  static long sum(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
