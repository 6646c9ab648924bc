package dev.laurel.tiers.simulation;

import static dev.laurel.tiers.simulation.Populations.simulation;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Determinism, merging and sums of simulations. */
class SimulationLaws {
  @Property(tries = 40)
  void theSameSeedHasTheSameResult(@ForAll long seed, @ForAll @IntRange(max = 6) int joiners) {
    assertThat(simulation(seed, joiners, 2).run())
        .isEqualTo(simulation(seed, joiners, 2).run());
  }

  @Property(tries = 60)
  void partsMergeToTheWhole(@ForAll long seed, @ForAll @IntRange(max = 8) int cut) {
    SimulationLaw.partsMergeToTheWhole(Simulation::run, simulation(seed, 5, 0, 3), cut);
  }

  @Property(tries = 60)
  void sumsAddUp(@ForAll long seed, @ForAll @IntRange(max = 6) int joiners) {
    SimulationLaw.sumsAddUp(simulation(seed, joiners, 3, 0).run());
  }
}
