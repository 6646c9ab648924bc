package dev.laurel.core.breakage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.CompetingRisks;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.CurveScale;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Spells;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the fates of lots say: of points that are still there at an age, as many will be redeemed as
 * of those that were watched from that age on.
 *
 * <p>Expiry competes with redemption, points are the weights and members the clusters, so that the
 * standard error does not take a point for an observation. Start from {@link LotFates#spells}.
 */
public final class RedemptionCurve implements BreakageModel {
  private final CompetingRisks risks;

  private RedemptionCurve(CompetingRisks risks) {
    this.risks = risks;
  }

  /**
   * The model of spells in periods, of which {@link LotFates#REDEEMED} is one cause.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if it is not
   */
  public static RedemptionCurve of(Spells spells) {
    requireNonNull(spells, "spells");
    InvalidValueException.check(
        spells.causes().contains(LotFates.REDEEMED),
        FailureCode.REFERENCE_UNKNOWN,
        "spells",
        "spells of lots must end in '%s' among others: %s",
        LotFates.REDEEMED,
        spells.causes());
    return new RedemptionCurve(CompetingRisks.of(spells));
  }

  @Override
  public String name() {
    return "redemption curve";
  }

  /** The share of points that is redeemed by so many periods after they were earned. */
  public Estimate redeemedBy(int periods, Confidence confidence) {
    return risks.leavingIn(LotFates.REDEEMED).estimateAt(periods, CurveScale.LOG_LOG, confidence);
  }

  @Override
  public BreakageForecast forecast(List<Cohort> cohorts) {
    List<CohortForecast> forecasts = new ArrayList<>();
    List<CompetingRisks.Staying> all = new ArrayList<>();
    for (Cohort cohort : cohorts) {
      // A cohort of age 1 has lived through period 0, in which it was issued.
      CompetingRisks.Staying staying =
          new CompetingRisks.Staying(cohort.age() - 1, (double) cohort.outstanding());
      all.add(staying);
      forecasts.add(
          new CohortForecast(cohort, future(ImmutableList.of(staying)), Optional.empty()));
    }
    BreakageForecast.Builder forecast = BreakageForecast.builder().model(name());
    return forecast.addAllCohorts(forecasts).future(future(all)).build();
  }

  private Estimate future(List<CompetingRisks.Staying> staying) {
    Estimate still = risks.stillLeavingIn(LotFates.REDEEMED, staying);
    double error = still.standardError().orElseThrow();
    double outstanding =
        staying.stream().mapToDouble(CompetingRisks.Staying::units).sum();
    double future = Math.min(Math.max(still.value(), 0), outstanding);
    Estimate.Builder estimate = Estimate.builder().value(future).method(name());
    return estimate
        .standardError(error)
        .interval(Interval.normal(future, error, Confidence.P95).clippedTo(0, outstanding))
        .observations(still.observations().orElseThrow())
        .addAllAssumptions(still.assumptions())
        .build();
  }
}
