package dev.laurel.journeys.experience;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.attribution.RemovalEffects;
import dev.laurel.journeys.attribution.RemovalIntervals;
import dev.laurel.journeys.conformance.DeviationCounts;
import dev.laurel.journeys.conformance.StepReality;
import dev.laurel.journeys.experience.TouchpointCard.Reason;
import dev.laurel.journeys.map.PainPoint;
import dev.laurel.journeys.moment.Moment;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A scorecard for people, one paragraph for each touchpoint; never to be parsed. */
public final class ScorecardText {
  private final TouchpointScorecard scorecard;
  private final StringBuilder text = new StringBuilder();

  private ScorecardText(TouchpointScorecard scorecard) {
    this.scorecard = scorecard;
  }

  /** All cards. */
  public static String text(TouchpointScorecard scorecard) {
    return text(scorecard, scorecard.cards().size());
  }

  /** The first cards, at most so many, and how many are not shown. */
  public static String text(TouchpointScorecard scorecard, int most) {
    return new ScorecardText(scorecard).told(most);
  }

  private String told(int most) {
    text.append(scorecard.map().name()).append(": ").append(scorecard.journeys());
    text.append(" journeys, ")
        .append(scorecard.cards().size())
        .append(" touchpoints; intervals at ");
    text.append(percent(scorecard.policy().confidence().level())).append('\n');
    int place = 0;
    for (TouchpointCard card : scorecard.cards()) {
      place++;
      if (place <= most) {
        text.append(place).append(". ").append(card.touchpoint());
        text.append(card.stage().map(stage -> ", " + stage).orElse(", not on the map"));
        text.append('\n');
        tell(card);
      }
    }
    if (place > most) {
      text.append("and ").append(place - most).append(" more\n");
    }
    return text.toString();
  }

  private void tell(TouchpointCard card) {
    line("reach", shareOf(card.reach()));
    part(scorecard.scores().orElse("score"), card.score(), ScorecardText::figure);
    part("effect", card.effect(), moment -> effect(card, moment));
    part("removal effect", card.removal(), removal -> removal(removal, card.removalInterval()));
    part("against the map", card.deviations(), ScorecardText::deviations);
    part(scorecard.values().orElse("value"), card.value(), ScorecardText::figure);
    for (PainPoint pain : card.pains()) {
      line("pain", pain.severity() + ", " + pain.description());
    }
    line(
        "why",
        card.reasons().isEmpty()
            ? "nothing stands out"
            : card.reasons().stream().map(ScorecardText::words).collect(Collectors.joining("; ")));
  }

  private <T> void part(String name, Part<T> part, Function<T, String> words) {
    line(name, part.match(words, why -> "missing, " + words(why)));
  }

  private void line(String name, String words) {
    text.append("   ").append(name).append(": ").append(words).append('\n');
  }

  private static String shareOf(Proportion share) {
    return share.successes() + " of " + share.total()
        + share.estimate().map(found -> ", " + percent(found.value())).orElse("");
  }

  private static String figure(Estimate figure) {
    return number(figure.value())
        + range(figure.interval(), 1)
        + (figure.observations().isPresent() ? ", n " + figure.observations().getAsLong() : "");
  }

  private static String effect(TouchpointCard card, Moment moment) {
    String told = shareOf(moment.with()) + " with it, " + shareOf(moment.without())
        + " without: " + number(100 * moment.effect().value()) + " points"
        + range(moment.effect().interval(), 100);
    return told
        + card.atStake()
            .filter(stake -> moment.isProven())
            .map(stake -> String.format(Locale.ROOT, ", %+.0f conversions", stake.value()))
            .orElse(", not proven");
  }

  private static String removal(
      RemovalEffects.Removal removal, Part<RemovalIntervals.Line> interval) {
    String lift = interval.known().map(line -> range(line.lift().interval(), 1)).orElse("");
    return String.format(
        Locale.ROOT,
        "%s = reach %s x lift %.2f%s",
        percent(removal.effect()),
        percent(removal.reach()),
        removal.lift(),
        lift);
  }

  private static String deviations(StepReality step) {
    DeviationCounts counts = step.counts();
    return counts.taken() + " taken, " + counts.failed() + " failed, " + counts.missing()
        + " missing, " + counts.adHoc() + " ad hoc, " + counts.outOfOrder() + " out of order";
  }

  private static String range(Optional<Interval> interval, double factor) {
    return interval
        .map(range ->
            " (" + number(factor * range.lower()) + " to " + number(factor * range.upper()) + ")")
        .orElse("");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value + 0.0);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String words(Part.Why why) {
    return switch (why) {
      case NOT_GIVEN -> "not given";
      case NOT_FOUND -> "not known here";
      case TOO_FEW -> "too few journeys with it or without it";
    };
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case BREAKS -> "breaks journeys";
      case MAKES -> "makes journeys";
      case DECLARED_AND_UNPROVEN -> "declared a moment of truth, not proven";
      case PROVEN_AND_UNDECLARED -> "proven a moment of truth, not declared";
      case SCORED_BELOW_GOAL -> "scored worse than the goal";
      case SCORED_ABOVE_GOAL -> "scored better than the goal";
      case FAILS -> "fails too often";
      case MISSED -> "skipped or not reached too often";
      case NOT_ON_THE_MAP -> "not on the map, yet met often";
      case PAIN_DECLARED -> "the map says that it hurts";
    };
  }
}
