package dev.laurel.benchmarks;

import java.time.Instant;

/**
 * One purchase of one article group, as flat as a hand-written program would keep it.
 *
 * <p>A bean with a tally, because that is the form in which Drools and Easy Rules are at their
 * best; the other contenders leave the tally alone.
 */
public final class Transaction {
  /** What was bought. */
  public enum Category {
    FUEL,
    SERVICE,
    ACCESSORIES,
    COFFEE,
    TYRES,
    WASH,
    PARTS,
    OTHER
  }

  /** How it was bought. */
  public enum Channel {
    SHOP,
    APP,
    ONLINE,
    PHONE
  }

  /** With whom it was bought. */
  public enum Partner {
    NONE,
    HOTEL,
    RENTAL,
    AIRLINE
  }

  private final Instant occurredAt;
  private final long cents;
  private final int quantity;
  private final Category category;
  private final Channel channel;
  private final Partner partner;
  private final int weekday;
  private final int minuteOfDay;
  private final int statusPercent;
  private final boolean first;

  private int percent;
  private long base;
  private long bonus;

  Transaction(
      Instant occurredAt,
      long cents,
      int quantity,
      Category category,
      Channel channel,
      Partner partner,
      int weekday,
      int minuteOfDay,
      int statusPercent,
      boolean first) {
    this.occurredAt = occurredAt;
    this.cents = cents;
    this.quantity = quantity;
    this.category = category;
    this.channel = channel;
    this.partner = partner;
    this.weekday = weekday;
    this.minuteOfDay = minuteOfDay;
    this.statusPercent = statusPercent;
    this.first = first;
  }

  /** When it happened. */
  public Instant getOccurredAt() {
    return occurredAt;
  }

  /** What was paid, in cents: a multiple of the quantity. */
  public long getCents() {
    return cents;
  }

  /** How many articles. */
  public int getQuantity() {
    return quantity;
  }

  public Category getCategory() {
    return category;
  }

  public Channel getChannel() {
    return channel;
  }

  public Partner getPartner() {
    return partner;
  }

  /** 1 for Monday to 7 for Sunday, in the program's zone. */
  public int getWeekday() {
    return weekday;
  }

  /** The minute in the program's zone, 0 to 1,439. */
  public int getMinuteOfDay() {
    return minuteOfDay;
  }

  /** 100, 125, 150 or 200. */
  public int getStatusPercent() {
    return statusPercent;
  }

  /** Whether it is the member's first. */
  public boolean isFirst() {
    return first;
  }

  /** The start of a new count. */
  public void clear() {
    percent = 100;
    base = 0;
    bonus = 0;
  }

  /** More of the base, in percent. */
  public void multiply(int more) {
    percent += more;
  }

  /** The base points, multiplied and cut to a whole number. */
  public void grantBase() {
    base = cents * percent / 10_000;
  }

  /** Points beside the base. */
  public void grant(long points) {
    bonus += points;
  }

  /** At most so many points for the whole. */
  public void cap(long most) {
    bonus = Math.min(bonus, most - Math.min(base, most));
    base = Math.min(base, most);
  }

  public long points() {
    return base + bonus;
  }
}
