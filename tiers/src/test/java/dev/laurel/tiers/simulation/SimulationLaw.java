package dev.laurel.tiers.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.tiers.simulation.Growth.Flow;
import dev.laurel.tiers.simulation.Growth.Year;

/** What holds of every simulation, asked of any way to run a part of it. */
final class SimulationLaw {
  /** A way to run a part of a simulation. */
  interface Part {
    Growth run(Simulation simulation, long first, long end);
  }

  private SimulationLaw() {}

  /** Parts merge to the whole, in either order. */
  static void partsMergeToTheWhole(Part part, Simulation simulation, long cut) {
    long end = simulation.population().members();
    Growth low = part.run(simulation, 0, cut);
    Growth high = part.run(simulation, cut, end);

    assertThat(low.merge(high)).isEqualTo(part.run(simulation, 0, end));
    assertThat(high.merge(low)).isEqualTo(low.merge(high));
    assertThat(low.merge(Growth.none(simulation))).isEqualTo(low);
  }

  /** Each year's pyramid adds up to its members, and points to what was there before. */
  static void sumsAddUp(Growth growth) {
    long outstanding = 0;
    for (Year year : growth.years()) {
      assertThat(year.pyramid().values().stream().mapToLong(count -> count).sum())
          .isEqualTo(year.members());
      assertThat(year.active()).isBetween(0L, year.members());
      Flow flow = year.of(Populations.STARS);
      outstanding += flow.issued() - flow.redeemed() - flow.expired();
      assertThat(flow.outstanding()).isEqualTo(outstanding);
    }
  }
}
