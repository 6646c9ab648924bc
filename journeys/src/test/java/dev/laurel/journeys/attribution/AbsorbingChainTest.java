package dev.laurel.journeys.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AbsorbingChainTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Oracle: R markovchain, and Kemeny and Snell by hand. */
  @Test
  void theDrunkardGoesHome() {
    AbsorbingChain walk = AbsorbingChain.of(
        new double[][] {{0, .5, 0}, {.5, 0, .5}, {0, .5, 0}},
        new double[][] {{.5, 0}, {0, 0}, {0, .5}});

    double[][] visits = {{1.5, 1, .5}, {1, 2, 1}, {.5, 1, 1.5}};
    for (int from = 0; from < 3; from++) {
      for (int state = 0; state < 3; state++) {
        assertThat(walk.visits(from, state)).isCloseTo(visits[from][state], EXACT);
      }
    }
    assertThat(walk.steps(0)).isCloseTo(3, EXACT);
    assertThat(walk.steps(1)).isCloseTo(4, EXACT);
    assertThat(walk.steps(2)).isCloseTo(3, EXACT);
    assertThat(walk.absorption(0, 0)).isCloseTo(.75, EXACT);
    assertThat(walk.absorption(1, 0)).isCloseTo(.5, EXACT);
    assertThat(walk.absorption(2, 0)).isCloseTo(.25, EXACT);
    assertThat(walk.reach(0, 1)).isCloseTo(.5, EXACT);
    assertThat(walk.stepsVariance(1)).isCloseTo(8, EXACT);
  }

  /** Oracle: R clickstream, its own example; c, h, i, p are states, d and o ends. */
  @Test
  void theShopOfSixUsers() {
    AbsorbingChain shop = AbsorbingChain.of(
        new double[][] {
          {.32, .04, .12, .4},
          {.8, 0, .2, 0},
          {4.0 / 7, 1.0 / 7, 0, 1.0 / 7},
          {8.0 / 17, 0, 1.0 / 17, 6.0 / 17}
        },
        new double[][] {{.12, 0}, {0, 0}, {1.0 / 7, 0}, {0, 2.0 / 17}});

    double[] ordered = {0.348166259169, 0.341320293399, 0.313936430318, 0.463569682152};
    double[] steps = {8.53496332518, 9.51882640587, 8.45427872861, 8.52127139364};
    for (int state = 0; state < 4; state++) {
      assertThat(shop.absorption(state, 1)).isCloseTo(ordered[state], within(5e-12));
      assertThat(shop.steps(state)).isCloseTo(steps[state], within(5e-11));
    }
  }

  @Test
  void aRowThatIsNoDistributionIsRefused() {
    assertThatThrownBy(() -> AbsorbingChain.of(new double[][] {{.5}}, new double[][] {{.4}}))
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.PERCENT_RANGE);
  }

  @Test
  void aStateWithoutAWayOutIsRefused() {
    assertThatThrownBy(() -> AbsorbingChain.of(new double[][] {{1}}, new double[][] {{0}}))
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
  }
}
