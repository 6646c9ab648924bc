package dev.laurel.journeys.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.journeys.daily.OfferingFit.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OutsideInLaws {
  private final DailyFlow week = Week.driver();

  @Property
  void servedAndUnservedTimeIsTheWeek(@ForAll("fits") List<OfferingFit> fits) {
    OutsideIn view = new OutsideIn(week, fits);
    double white = view.whiteSpace().stream()
        .mapToDouble(OutsideIn.WhiteSpace::minutesPerWeek)
        .sum();

    assertThat(view.coverage() * week.minutesPerWeek() + white)
        .isCloseTo(week.minutesPerWeek(), within(1e-9));
    assertThat(view.weightedCoverage()).isBetween(0.0, view.coverage() + 1e-12);
  }

  @Property
  void moreFitsNeverServeLess(@ForAll("fits") List<OfferingFit> fits) {
    double before = 0;
    for (int some = 0; some <= fits.size(); some++) {
      double coverage = new OutsideIn(week, fits.subList(0, some)).weightedCoverage();
      assertThat(coverage).isGreaterThanOrEqualTo(before);
      before = coverage;
    }
  }

  /** Time and fit explain the whole difference, and to exchange the weeks turns both over. */
  @Property
  void timeAndFitAddUp(
      @ForAll("fits") List<OfferingFit> some,
      @ForAll("fits") List<OfferingFit> more,
      @ForAll("weeks") DailyFlow other) {
    timeAndFitAddUp(FlowComparison::fitEffect, some, more, other);
  }

  /** A twin that gives the whole fit to the second week leaves a rest. */
  @Example
  void theLawCatchesAFitThatIsCountedByOneWeekAlone() {
    List<OfferingFit> served = List.of(OfferingFit.of("karaoke", "charging", Role.SOCIAL, 1));
    DailyFlow longer = new DailyFlow(
        "Another week",
        week.persona(),
        List.of(Week.context("charging", 25, 30, Relation.ADJACENT).build()));

    assertThatThrownBy(() -> timeAndFitAddUp(
            weeks -> weeks.shifts().stream()
                .mapToDouble(shift -> shift.secondShare()
                    * ((shift.isServedSecond() ? 1 : 0) - (shift.isServedFirst() ? 1 : 0)))
                .sum(),
            served,
            List.of(),
            longer))
        .isInstanceOf(AssertionError.class);
  }

  private void timeAndFitAddUp(
      ToDoubleFunction<FlowComparison> fit,
      List<OfferingFit> some,
      List<OfferingFit> more,
      DailyFlow other) {
    OutsideIn first = new OutsideIn(week, some);
    OutsideIn second = new OutsideIn(
        other,
        more.stream().filter(each -> other.context(each.context()).isPresent()).toList());
    FlowComparison there = new FlowComparison(first, second);
    FlowComparison back = new FlowComparison(second, first);

    assertThat(there.timeEffect() + fit.applyAsDouble(there))
        .isCloseTo(there.coverageDifference(), within(1e-12));
    assertThat(back.timeEffect()).isCloseTo(-there.timeEffect(), within(1e-12));
    assertThat(fit.applyAsDouble(back)).isCloseTo(-fit.applyAsDouble(there), within(1e-12));
  }

  @Provide
  Arbitrary<DailyFlow> weeks() {
    return Combinators.combine(
            Arbitraries.of("breakfast", "commute", "charging", "desk"),
            Arbitraries.integers().between(1, 90),
            Arbitraries.integers().between(1, 10))
        .as((id, minutes, times) ->
            Week.context(id, minutes, times, Relation.NONE).build())
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .uniqueElements(LifeContext::id)
        .map(contexts -> new DailyFlow("Another week", week.persona(), contexts));
  }

  @Provide
  Arbitrary<List<OfferingFit>> fits() {
    return Combinators.combine(
            Arbitraries.of("karaoke", "arcade", "music"),
            Arbitraries.of("breakfast", "commute", "charging", "workshop", "school-run"),
            Arbitraries.of(Role.values()),
            Arbitraries.integers().between(1, 100))
        .as((offering, context, role, percent) ->
            OfferingFit.of(offering, context, role, percent / 100.0))
        .list()
        .ofMaxSize(15)
        .map(fits -> {
          Map<List<Object>, OfferingFit> once = new LinkedHashMap<>();
          fits.forEach(
              fit -> once.putIfAbsent(List.of(fit.offering(), fit.context(), fit.role()), fit));
          return List.copyOf(once.values());
        });
  }
}
