package dev.laurel.journeys.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.journeys.daily.OfferingFit.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
