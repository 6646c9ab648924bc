package dev.laurel.journeys;

import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random maps and logs over a handful of touchpoints, so that they often have parts in common. */
public final class JourneyDomain extends DomainContextBase {
  private static final int DEEPEST = 3;

  /** Ways through touchpoints a to f. */
  @Provide
  public Arbitrary<Flow> flows() {
    return flows(DEEPEST);
  }

  /** Maps with such ways. */
  @Provide
  public Arbitrary<JourneyMap> maps() {
    return Combinators.combine(flows(), Arbitraries.of("a car", "a good car"))
        .as((flow, goal) -> Maps.buying(flow, goal).build());
  }

  private static Arbitrary<Flow> flows(int depth) {
    Arbitrary<Flow> steps = Arbitraries.of("a", "b", "c", "d", "e", "f").map(Maps::one);
    if (depth == 0) {
      return steps;
    }
    Arbitrary<Flow> below = Arbitraries.lazy(() -> flows(depth - 1));
    Arbitrary<Flow[]> several = below.array(Flow[].class).ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        steps,
        several.map(Flow::inOrder),
        several.map(Flow::choice),
        several.map(Flow::anyOrder),
        below.map(Flow::maybe),
        below.map(Flow::repeated));
  }
}
