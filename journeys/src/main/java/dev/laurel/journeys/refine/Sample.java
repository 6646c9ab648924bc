package dev.laurel.journeys.refine;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.conformance.JourneyReality;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.map.JourneyMap;
import java.util.Map;
import java.util.Optional;

/** What the journeys under one version say to each question. */
final class Sample {
  private static final double MICROS_OF_A_SECOND = 1e6;

  private final Moments fitness = new Moments();
  private final Moments times = new Moments();
  private long known;
  private long converted;
  private long met;
  private long dropped;

  /** The count, mean and sum of squared deviations of numbers, by the method of Welford. */
  static final class Moments {
    private long count;
    private double mean;
    private double squares;

    void add(double value, long times) {
      double before = value - mean;
      count += times;
      mean += before * times / count;
      squares += times * before * (value - mean);
    }

    long count() {
      return count;
    }

    double mean() {
      return mean;
    }

    double variance() {
      return Math.max(0, squares / (count - 1));
    }
  }

  static Sample of(JourneyLog log, JourneyMap map, TouchpointId touchpoint) {
    Sample sample = new Sample();
    for (Map.Entry<JourneyReality.Fit, Long> fit :
        Conformance.evaluate(log, map).fits().entrySet()) {
      sample.fitness.add(fit.getKey().fitness(), fit.getValue());
    }
    int code = log.codeOf(touchpoint).orElse(-1);
    for (int journey = 0; journey < log.journeys(); journey++) {
      Optional<Outcome> outcome = log.facts(journey).outcome();
      if (outcome.isPresent()) {
        sample.add(log, journey, code, outcome.get().isConverted());
      }
    }
    return sample;
  }

  private void add(JourneyLog log, int journey, int code, boolean isConverted) {
    int last = log.end(journey) - 1;
    known++;
    if (isConverted) {
      converted++;
      long micros = log.microsAt(last) - log.microsAt(log.begin(journey));
      times.add(micros / MICROS_OF_A_SECOND, 1);
    }
    boolean isMet = false;
    for (int event = log.begin(journey); event <= last; event++) {
      isMet |= log.codeAt(event) == code;
    }
    met += isMet ? 1 : 0;
    dropped += log.codeAt(last) == code && !isConverted ? 1 : 0;
  }

  long journeys() {
    return fitness.count();
  }

  long unknownOutcomes() {
    return journeys() - known;
  }

  Proportion conversion() {
    return Proportion.of(converted, known);
  }

  Proportion dropOff() {
    return Proportion.of(dropped, met);
  }

  Moments fitness() {
    return fitness;
  }

  Moments times() {
    return times;
  }
}
