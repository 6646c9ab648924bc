package dev.laurel.journeys.daily;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.daily.OfferingFit.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How much of a customer's week the offerings of a company serve.
 *
 * <p>A driver whose week has 75 minutes of charging and 225 minutes of other things is served for a
 * quarter of the time by a game that can be played while charging.
 *
 * @param flow the week
 * @param fits what serves where
 */
public record OutsideIn(DailyFlow flow, List<OfferingFit> fits) {
  /**
   * A checked view.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if a fit is for a context that the flow does
   *     not have; CONFIG_DUPLICATE if an offering fits one context twice in one role
   */
  public OutsideIn {
    requireNonNull(flow, "flow");
    fits = ImmutableList.copyOf(fits);
    for (int i = 0; i < fits.size(); i++) {
      OfferingFit fit = fits.get(i);
      InvalidValueException.check(
          flow.context(fit.context()).isPresent(),
          FailureCode.REFERENCE_UNKNOWN,
          "fits[" + i + "]",
          "offering '%s' must serve in a context of '%s': %s",
          fit.offering(),
          flow.name(),
          fit.context());
      InvalidValueException.check(
          fits.subList(0, i).stream()
              .noneMatch(other -> other.offering().equals(fit.offering())
                  && other.context().equals(fit.context())
                  && other.role() == fit.role()),
          FailureCode.CONFIG_DUPLICATE,
          "fits[" + i + "]",
          "offering '%s' must fit context '%s' once in a role",
          fit.offering(),
          fit.context());
    }
  }

  /**
   * A context that nothing serves.
   *
   * @param context the context
   * @param minutesPerWeek how long it takes
   * @param score minutes times need, by which it is ranked
   */
  public record WhiteSpace(LifeContext context, double minutesPerWeek, double score) {
    /** A context of these parts. */
    public WhiteSpace {
      requireNonNull(context, "context");
    }
  }

  /** The share of the week's time in contexts that something serves, from 0 to 1. */
  public double coverage() {
    return share(context -> strength(context.id()).isPresent());
  }

  /** The share of the week's time in contexts that something serves in this role. */
  public double coverage(Role role) {
    return share(context ->
        fits.stream().anyMatch(fit -> fit.context().equals(context.id()) && fit.role() == role));
  }

  /** The share of the week's time that is served, each context by its strongest fit. */
  public double weightedCoverage() {
    double served = 0;
    for (LifeContext context : flow.contexts()) {
      served += context.minutesPerWeek() * strength(context.id()).orElse(0);
    }
    return served / flow.minutesPerWeek();
  }

  /** The share of contexts that have anything to do with the company, from 0 to 1. */
  public double relevanceShare() {
    long related = flow.contexts().stream()
        .filter(context -> context.relation() != Relation.NONE)
        .count();
    return (double) related / flow.contexts().size();
  }

  /** The contexts that nothing serves, the most minutes times need first, then by name. */
  public ImmutableList<WhiteSpace> whiteSpace() {
    Comparator<WhiteSpace> greatestFirst =
        Comparator.comparing(WhiteSpace::score).reversed();
    return flow.contexts().stream()
        .filter(context -> strength(context.id()).isEmpty())
        .map(context -> new WhiteSpace(
            context, context.minutesPerWeek(), context.minutesPerWeek() * context.need()))
        .sorted(greatestFirst.thenComparing(space -> space.context().id()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The strongest fit in a context; empty if nothing serves there. */
  public OptionalDouble strength(ContextId context) {
    return fits.stream()
        .filter(fit -> fit.context().equals(context))
        .mapToDouble(OfferingFit::strength)
        .max();
  }

  /** The offering that serves best in a context; of equal ones the first by name. */
  public Optional<OfferingFit> best(ContextId context) {
    Comparator<OfferingFit> strongestFirst =
        Comparator.comparing(OfferingFit::strength).reversed();
    return fits.stream()
        .filter(fit -> fit.context().equals(context))
        .min(strongestFirst.thenComparing(OfferingFit::offering));
  }

  private double share(Predicate<LifeContext> isServed) {
    double served = flow.contexts().stream()
        .filter(isServed)
        .mapToDouble(LifeContext::minutesPerWeek)
        .sum();
    return served / flow.minutesPerWeek();
  }
}
