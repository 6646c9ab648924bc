package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.money.MoneyGate;
import dev.laurel.core.points.PointType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is counted towards a tier, as a whole number: points in their smallest units, money in minor
 * units, times, months, partners.
 *
 * <p>Only {@link CurrentBalance} falls when a member spends points; every other metric counts what
 * was earned and is blind to redemption and to the expiry of points.
 */
public sealed interface Metric {
  /** The metric in words, such as {@code miles} or {@code different months}. */
  String label();

  /** Whether what two members have of it adds up; a month in which both came is one month. */
  default boolean isSum() {
    return true;
  }

  /** A count as people write it: 900000 of a metric in cents is 9000.00. */
  default String shown(long count) {
    return Long.toString(count);
  }

  /** Points of a type that were earned. */
  static Metric points(PointType type) {
    return new PointsOf(type);
  }

  /** Money paid in a currency, points tendered left out. */
  static Metric spent(String currency, int scale) {
    return new Spent(currency, scale);
  }

  /** How often something was done, engagements with their quantity. */
  static Metric times(ActivityKind kind) {
    return new Times(kind);
  }

  /** In how many different months something counted. */
  static Metric distinctMonths() {
    return new DistinctMonths(Optional.empty());
  }

  /** With how many different partners something counted. */
  static Metric distinctPartners() {
    return new DistinctPartners(Optional.empty());
  }

  /** The points that can be spent right now, less what is owed. */
  static Metric currentBalance(PointType type) {
    return new CurrentBalance(type);
  }

  /**
   * Points of a type that were earned, in the type's smallest units.
   *
   * @param type the points
   */
  record PointsOf(PointType type) implements Metric {
    /** A metric of these points. */
    public PointsOf {
      requireNonNull(type, "type");
    }

    @Override
    public String label() {
      return type.code();
    }

    @Override
    public String shown(long count) {
      return BigDecimal.valueOf(count, type.scale()).toPlainString();
    }
  }

  /**
   * Money paid for purchases in one currency, in minor units; what points paid is left out.
   *
   * @param currency the ISO 4217 code
   * @param scale the decimal places of the currency, for reading; 0 to 18
   */
  record Spent(String currency, int scale) implements Metric {
    /**
     * A metric of this currency.
     *
     * @throws dev.laurel.core.failure.InvalidValueException UNKNOWN_CURRENCY if the code is not
     *     three capitals; RANGE
     */
    public Spent {
      MoneyGate unused =
          MoneyGate.standard().withScale(requireNonNull(currency, "currency"), scale);
    }

    @Override
    public String label() {
      return currency + " spent";
    }

    @Override
    public String shown(long count) {
      return BigDecimal.valueOf(count, scale).toPlainString();
    }
  }

  /**
   * How often something was done: a purchase is once, an engagement its quantity, so that a stay of
   * three nights is three.
   *
   * @param kind what was done
   */
  record Times(ActivityKind kind) implements Metric {
    /** A metric of this kind. */
    public Times {
      requireNonNull(kind, "kind");
    }

    @Override
    public String label() {
      return "times " + kind;
    }
  }

  /**
   * In how many different calendar months, in the program's zone, something was done.
   *
   * @param kind what was done; anything unless said otherwise
   */
  record DistinctMonths(Optional<ActivityKind> kind) implements Metric {
    /** A metric of this kind. */
    public DistinctMonths {
      requireNonNull(kind, "kind");
    }

    @Override
    public String label() {
      return "different months" + kind.map(what -> " with " + what).orElse("");
    }

    @Override
    public boolean isSum() {
      return false;
    }
  }

  /**
   * With how many different partners something was done.
   *
   * @param kind what was done; anything unless said otherwise
   */
  record DistinctPartners(Optional<ActivityKind> kind) implements Metric {
    /** A metric of this kind. */
    public DistinctPartners {
      requireNonNull(kind, "kind");
    }

    @Override
    public String label() {
      return "different partners" + kind.map(what -> " with " + what).orElse("");
    }

    @Override
    public boolean isSum() {
      return false;
    }
  }

  /**
   * The points that can be spent, less what is owed, at least zero: a tier on it falls when points
   * are spent, which the static checks warn about.
   *
   * @param type the points
   */
  record CurrentBalance(PointType type) implements Metric {
    /** A metric of these points. */
    public CurrentBalance {
      requireNonNull(type, "type");
    }

    @Override
    public String label() {
      return type.code() + " in the account";
    }

    @Override
    public boolean isSum() {
      return false;
    }

    @Override
    public String shown(long count) {
      return BigDecimal.valueOf(count, type.scale()).toPlainString();
    }
  }
}
