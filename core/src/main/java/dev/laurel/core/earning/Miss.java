package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** What is missing to meet a condition, as a value: EUR 12.40 more in category service. */
public sealed interface Miss {
  /** What a name stands for. */
  enum What {
    /** A category among the lines. */
    CATEGORY,
    /** An article among the lines. */
    ARTICLE,
    /** The channel. */
    CHANNEL,
    /** The partner. */
    PARTNER,
    /** The place. */
    LOCATION,
    /** The kind of activity. */
    KIND,
    /** The weekday in the program's zone. */
    WEEKDAY,
    /** A segment of the member. */
    SEGMENT
  }

  /**
   * The share of what is asked for that is missing, above 0 and at most 1, where that can be said;
   * the smaller, the nearer.
   */
  default Ratio distance() {
    return Ratio.ONE;
  }

  /**
   * Too little was spent.
   *
   * @param minimum what is asked for
   * @param found what was spent on the lines
   * @param lines the lines that count
   */
  record AmountShort(ExactMoney minimum, ExactMoney found, Condition lines) implements Miss {
    /** A checked miss. */
    public AmountShort {
      requireNonNull(minimum, "minimum");
      requireNonNull(found, "found");
      requireNonNull(lines, "lines");
    }

    /** How much more must be spent. */
    public ExactMoney missing() {
      return minimum.minus(found);
    }

    @Override
    public Ratio distance() {
      return Ratio.of(missing().minor(), minimum.minor());
    }
  }

  /**
   * Too much was spent.
   *
   * @param limit below which it had to stay
   * @param found what was spent on the lines
   * @param lines the lines that count
   */
  record AmountOver(ExactMoney limit, ExactMoney found, Condition lines) implements Miss {
    /** A checked miss. */
    public AmountOver {
      requireNonNull(limit, "limit");
      requireNonNull(found, "found");
      requireNonNull(lines, "lines");
    }
  }

  /**
   * An amount was asked for in another currency.
   *
   * @param expected the currency asked for
   * @param found the currency of the purchase
   */
  record WrongCurrency(String expected, String found) implements Miss {
    /** A checked miss. */
    public WrongCurrency {
      requireNonNull(expected, "expected");
      requireNonNull(found, "found");
    }
  }

  /** A purchase was asked for. */
  record NotAPurchase() implements Miss {}

  /**
   * It did not happen often enough.
   *
   * @param kind what is counted
   * @param category if present, only purchases with a line of it
   * @param window the stretch of time
   * @param required how often it had to happen
   * @param found how often it did, this event included
   */
  record CountShort(
      ActivityKind kind, Optional<Category> category, Window window, long required, long found)
      implements Miss {
    /** A checked miss. */
    public CountShort {
      requireNonNull(kind, "kind");
      requireNonNull(category, "category");
      requireNonNull(window, "window");
    }

    /** How many more it takes. */
    public long missing() {
      return required - found;
    }

    @Override
    public Ratio distance() {
      return Ratio.of(missing(), required);
    }
  }

  /**
   * Another name than these.
   *
   * @param what what the names stand for
   * @param wanted the names asked for
   * @param found the names found, maybe none
   */
  record NotOneOf(What what, ImmutableSet<?> wanted, ImmutableSet<?> found) implements Miss {
    /** A checked miss. */
    public NotOneOf {
      requireNonNull(what, "what");
      requireNonNull(wanted, "wanted");
      requireNonNull(found, "found");
    }
  }

  /**
   * Another time of day.
   *
   * @param from the first time inside
   * @param until the first time after it
   * @param found the local time of the event
   */
  record OutsideTime(LocalTime from, LocalTime until, LocalTime found) implements Miss {
    /** A checked miss. */
    public OutsideTime {
      requireNonNull(from, "from");
      requireNonNull(until, "until");
      requireNonNull(found, "found");
    }
  }

  /**
   * Another date.
   *
   * @param span the time asked for
   * @param found the time of the event
   */
  record OutsideDates(Span span, Instant found) implements Miss {
    /** A checked miss. */
    public OutsideDates {
      requireNonNull(span, "span");
      requireNonNull(found, "found");
    }
  }

  /**
   * Not the first purchase.
   *
   * @param before how many there were before
   */
  record NotFirst(long before) implements Miss {}

  /**
   * An attribute with another text, or without one.
   *
   * @param owner whose attribute
   * @param key its name
   * @param wanted the texts asked for
   * @param found the text found
   */
  record OtherAttribute(
      Condition.Owner owner, String key, ImmutableSet<String> wanted, Optional<String> found)
      implements Miss {
    /** A checked miss. */
    public OtherAttribute {
      requireNonNull(owner, "owner");
      requireNonNull(key, "key");
      requireNonNull(wanted, "wanted");
      requireNonNull(found, "found");
    }

    /** What was asked for, and not what was found: that may be about a person. */
    @Override
    public String toString() {
      return "OtherAttribute[" + owner + " " + key + ": " + wanted + "]";
    }
  }

  /**
   * An attribute with too small a number, or without one.
   *
   * @param owner whose attribute
   * @param key its name
   * @param minimum the number asked for
   * @param found the number found
   */
  record NumberShort(
      Condition.Owner owner, String key, BigDecimal minimum, Optional<BigDecimal> found)
      implements Miss {
    /** A checked miss. */
    public NumberShort {
      requireNonNull(owner, "owner");
      requireNonNull(key, "key");
      requireNonNull(minimum, "minimum");
      requireNonNull(found, "found");
    }
  }

  /**
   * A flag that is not set.
   *
   * @param owner whose attribute
   * @param key its name
   */
  record FlagNotSet(Condition.Owner owner, String key) implements Miss {
    /** A checked miss. */
    public FlagNotSet {
      requireNonNull(owner, "owner");
      requireNonNull(key, "key");
    }
  }

  /**
   * Something that was not to be.
   *
   * @param condition what was met and should not have been
   */
  record Unwanted(Condition condition) implements Miss {
    /** A checked miss. */
    public Unwanted {
      requireNonNull(condition, "condition");
    }
  }

  /**
   * The user's own code said no.
   *
   * @param key the name of the code
   */
  record CustomUnmet(CustomKey key) implements Miss {
    /** A checked miss. */
    public CustomUnmet {
      requireNonNull(key, "key");
    }
  }

  /**
   * Several things are missing at once.
   *
   * @param misses at least two
   */
  record AllOf(ImmutableList<Miss> misses) implements Miss {
    /** A checked miss. */
    public AllOf {
      requireNonNull(misses, "misses");
    }
  }
}
