package dev.laurel.tiers.simulation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.tiers.simulation.Growth.Year;
import org.junit.jupiter.api.Test;

/** Twins that are wrong on purpose: the laws must catch each. */
class BrokenSimulationTest {
  private static final Simulation SIMULATION = Populations.simulation(11, 8, 4);

  /** Chance by the place in the part instead of the member's number, as one shared stream has. */
  @Test
  void chanceThatDependsOnThePartIsCaught() {
    SimulationLaw.Part broken = (simulation, first, end) -> simulation.run(0, end - first);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SimulationLaw.partsMergeToTheWhole(broken, SIMULATION, 5));
  }

  /** Members who have left are forgotten, but their tiers are not. */
  @Test
  void pyramidOfOtherMembersIsCaught() {
    Growth right = SIMULATION.run();
    Growth broken = new Growth(
        SIMULATION,
        right.years().stream()
            .map(year -> new Year(
                year.firstDay(),
                year.active(),
                year.active(),
                year.visits(),
                year.spent(),
                year.pyramid(),
                year.points(),
                year.rejected()))
            .toList());

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> SimulationLaw.sumsAddUp(broken));
  }
}
