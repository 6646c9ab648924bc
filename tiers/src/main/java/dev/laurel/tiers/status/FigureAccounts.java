package dev.laurel.tiers.status;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.Partner;
import dev.laurel.tiers.ladder.Metric;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells how figures came together. */
final class FigureAccounts {
  private FigureAccounts() {}

  static ImmutableList<FigureAccount> of(Climb climb, List<QualifyingEvent> tooLate) {
    return climb.ladder().metrics().stream()
        .filter(metric -> !(metric instanceof Metric.CurrentBalance))
        .map(metric -> account(climb, metric, tooLate))
        .collect(ImmutableList.toImmutableList());
  }

  private static FigureAccount account(Climb climb, Metric metric, List<QualifyingEvent> tooLate) {
    Events.Scope scope = climb.measures().scope();
    ImmutableList.Builder<FigureAccount.Counted> counted = ImmutableList.builder();
    ImmutableList.Builder<FigureAccount.Skipped> skipped = ImmutableList.builder();
    Set<Object> seen = new HashSet<>();
    for (QualifyingEvent event : climb.figures().events().inOrder()) {
      long amount = Events.amount(event, metric, scope);
      if (amount > 0) {
        counted.add(new FigureAccount.Counted(
            event.activity(), event.occurredAt(), told(event, metric, scope, amount, seen)));
      } else {
        reason(event, metric, climb)
            .ifPresent(reason -> skipped.add(
                new FigureAccount.Skipped(event.activity(), event.occurredAt(), reason)));
      }
    }
    for (QualifyingEvent event : tooLate) {
      if (Events.isAbout(event, metric)) {
        skipped.add(new FigureAccount.Skipped(
            event.activity(), event.occurredAt(), FigureAccount.Reason.TOO_LATE));
      }
    }
    return new FigureAccount(
        metric,
        scope.span(),
        counted.build(),
        skipped.build(),
        climb.figures().carriedIn(metric),
        climb.figures().usedUp(metric),
        climb.measures().of(metric, Optional.empty()));
  }

  private static long told(
      QualifyingEvent event, Metric metric, Events.Scope scope, long amount, Set<Object> seen) {
    if (metric instanceof Metric.DistinctMonths) {
      return seen.add(YearMonth.from(scope.ground().calendar().dateOf(event.occurredAt()))) ? 1 : 0;
    }
    if (metric instanceof Metric.DistinctPartners) {
      Partner partner = event.partner().orElseThrow();
      return seen.add(partner) ? 1 : 0;
    }
    return amount;
  }

  private static Optional<FigureAccount.Reason> reason(
      QualifyingEvent event, Metric metric, Climb climb) {
    if (event.isNothing()) {
      return Optional.of(FigureAccount.Reason.TAKEN_BACK);
    }
    if (!Events.isAbout(event, metric)) {
      return Optional.empty();
    }
    boolean isOwn = event.credits().stream()
            .anyMatch(credit ->
                Events.ownValidity(event, credit.rule(), climb.ladder()).isPresent())
        || Events.ownValidity(event, null, climb.ladder()).isPresent();
    return Optional.of(
        isOwn ? FigureAccount.Reason.VALIDITY_ENDED : FigureAccount.Reason.OTHER_PERIOD);
  }
}
