package dev.laurel.journeys.experience;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one pass over a log counts at each touchpoint: how many journeys met it, what was said
 * there, and what the journeys that met it were worth.
 *
 * <p>Of three journeys two met the workshop, who said 4 and 2 on 1 to 5, a mean emotion of 0.0, and
 * bought for EUR 100.00 and EUR 300.00, a mean of 200. Tallies of parts of a log merge to the tally
 * of the whole, to the last bit: sums are whole numbers and answers are counted, not added.
 *
 * @param currency the currency in which worth is counted
 * @param journeys how many journeys there are
 * @param otherCurrency how many journeys were worth something in another currency, which no worth
 *     counts
 * @param touched what was counted, by touchpoint
 */
public record TouchpointTally(
    String currency, long journeys, long otherCurrency, SortedMap<TouchpointId, Touched> touched) {
  /**
   * What was counted at one touchpoint.
   *
   * @param journeys how many journeys met it
   * @param emotions what was told there
   * @param worth what the journeys that met it were worth, in minor units
   */
  public record Touched(long journeys, EmotionCounts emotions, WholeSums worth) {
    /** Counts of these parts. */
    public Touched {
      requireNonNull(emotions, "emotions");
      requireNonNull(worth, "worth");
    }

    Touched merge(Touched other) {
      return new Touched(
          Math.addExact(journeys, other.journeys),
          emotions.merge(other.emotions),
          worth.merge(other.worth));
    }
  }

  /**
   * A checked tally.
   *
   * @throws InvalidValueException UNKNOWN_CURRENCY for a currency that is none; TOTAL_MISMATCH if
   *     more journeys met a touchpoint than there are
   */
  public TouchpointTally {
    currency = ExactMoney.zero(currency).currency();
    touched = ImmutableSortedMap.copyOfSorted(touched);
    long all = journeys;
    touched.forEach((touchpoint, one) -> InvalidValueException.check(
        one.journeys() <= all,
        FailureCode.TOTAL_MISMATCH,
        "touched." + touchpoint,
        "no more journeys must meet '%s' than there are: %s of %s",
        touchpoint,
        one.journeys(),
        all));
  }

  /** The tally of a log; worth is what its outcomes say in this currency. */
  public static TouchpointTally of(JourneyLog log, String currency) {
    Pass pass = new Pass(log, currency);
    for (int journey = 0; journey < log.journeys(); journey++) {
      pass.look(journey);
    }
    return pass.tally();
  }

  /** One pass over a log. */
  private static final class Pass {
    private final JourneyLog log;
    private final String currency;
    private final long[] journeys;
    private final int[] lastMet;
    private final WholeSums.Builder[] worth;
    private final EmotionCounts.Builder[] emotions;
    private long otherCurrency;

    Pass(JourneyLog log, String currency) {
      this.log = log;
      this.currency = currency;
      int touchpoints = log.touchpoints().size();
      journeys = new long[touchpoints];
      lastMet = new int[touchpoints];
      Arrays.fill(lastMet, -1);
      emotions = new EmotionCounts.Builder[touchpoints];
      Arrays.setAll(emotions, code -> new EmotionCounts.Builder());
      worth = new WholeSums.Builder[touchpoints];
      Arrays.setAll(worth, code -> new WholeSums.Builder());
    }

    void look(int journey) {
      Optional<ExactMoney> value = log.facts(journey).outcome().flatMap(Outcome::value);
      boolean isOther = value.map(money -> !money.currency().equals(currency)).orElse(false);
      otherCurrency += isOther ? 1 : 0;
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        int code = log.codeAt(event);
        log.experienceAt(event).ifPresent(emotions[code]::add);
        if (lastMet[code] != journey) {
          lastMet[code] = journey;
          journeys[code]++;
          if (!isOther) {
            value.ifPresent(money -> worth[code].add(money.minor()));
          }
        }
      }
    }

    TouchpointTally tally() {
      SortedMap<TouchpointId, Touched> touched = new TreeMap<>();
      for (int code = 0; code < journeys.length; code++) {
        touched.put(
            log.touchpoints().get(code),
            new Touched(journeys[code], emotions[code].build(), worth[code].build()));
      }
      return new TouchpointTally(currency, log.journeys(), otherCurrency, touched);
    }
  }

  /** The journeys that met a touchpoint, of all. */
  public Proportion reach(TouchpointId touchpoint) {
    Touched one = touched.get(touchpoint);
    return Proportion.of(one == null ? 0 : one.journeys(), journeys);
  }

  /** The mean of what was said at each touchpoint, from -2 to 2, where something was said. */
  public TouchpointFigures emotions(Confidence confidence) {
    return figures("emotion, -2 to 2", one -> one.emotions().mean(confidence));
  }

  /**
   * The mean worth of the journeys that met each touchpoint, in major units, where one was worth
   * something or is known to have been worth nothing.
   */
  public TouchpointFigures worth(Confidence confidence) {
    double minorUnits = Math.pow(10, -ExactMoney.zero(currency).digits());
    return figures(
        currency + " per journey",
        one -> Means.ofSums(one.worth(), confidence).map(mean -> mean.times(minorUnits)));
  }

  private TouchpointFigures figures(String name, Function<Touched, Optional<Estimate>> figure) {
    SortedMap<TouchpointId, Estimate> figures = new TreeMap<>();
    touched.forEach((touchpoint, one) ->
        figure.apply(one).ifPresent(estimate -> figures.put(touchpoint, estimate)));
    return TouchpointFigures.of(name, figures);
  }

  /**
   * The tally of both.
   *
   * @throws InvalidValueException MIXED_CURRENCY if they count worth in two currencies
   */
  public TouchpointTally merge(TouchpointTally other) {
    InvalidValueException.check(
        currency.equals(other.currency),
        FailureCode.MIXED_CURRENCY,
        "currency",
        "tallies must count worth in one currency to be merged: %s, %s",
        currency,
        other.currency);
    SortedMap<TouchpointId, Touched> both = new TreeMap<>(touched);
    other.touched.forEach((touchpoint, one) -> both.merge(touchpoint, one, Touched::merge));
    return new TouchpointTally(
        currency,
        Math.addExact(journeys, other.journeys),
        Math.addExact(otherCurrency, other.otherCurrency),
        both);
  }
}
