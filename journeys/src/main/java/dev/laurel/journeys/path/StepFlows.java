package dev.laurel.journeys.path;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;

/**
 * How journeys flow from step to step: of those that were at one touchpoint first, how many were
 * where second, and how many had ended.
 *
 * <p>Of journeys {@code abc}, {@code abd} and {@code ab} three flow from a at step 1 to b at step
 * 2, and from there one each to c, to d and to the end. At each step the touchpoints of most
 * journeys stand by themselves, the others together. What flows to a place before the last step
 * flows on from it, and what leaves step 1 adds up to all journeys.
 *
 * <p>This is a view of {@link Variants}; to join two, merge these.
 *
 * @param steps up to which step journeys are followed
 * @param flows the flows by step, at each from the place of most journeys to that of least, those
 *     put together and the end last
 */
public record StepFlows(int steps, ImmutableList<Flow> flows) {
  private static final int MOST_STEPS = 50;
  private static final int MOST_TOUCHPOINTS = 100;

  /** Where journeys are at a step. */
  public sealed interface Place {
    /** The result of the case that this place is. */
    <R> R match(Cases<R> cases);

    /** One decision for each kind of place. */
    interface Cases<R> {
      /** At this touchpoint. */
      R at(TouchpointId touchpoint);

      /** At one of the touchpoints that are put together. */
      R others();

      /** Nowhere any more. */
      R end();
    }
  }

  /**
   * At a touchpoint.
   *
   * @param touchpoint which
   */
  public record At(TouchpointId touchpoint) implements Place {
    /** The place of a touchpoint. */
    public At {
      requireNonNull(touchpoint, "touchpoint");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.at(touchpoint);
    }
  }

  /** At one of the touchpoints that are put together. */
  public record Others() implements Place {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.others();
    }
  }

  /** The journey had ended. */
  public record End() implements Place {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.end();
    }
  }

  /**
   * Journeys that went from one place to another in one step.
   *
   * @param step the step of the place before, from 1
   * @param from where they were
   * @param to where they were next
   * @param journeys how many
   */
  public record Flow(int step, Place from, Place to, long journeys) {
    /**
     * A checked flow.
     *
     * @throws InvalidValueException RANGE for the step or the number
     */
    public Flow {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      InvalidValueException.check(
          step >= 1 && journeys >= 1,
          FailureCode.RANGE,
          "journeys",
          "a flow must be of journeys from a step on: %s from step %s",
          journeys,
          step);
    }
  }

  /** Flows of these parts. */
  public StepFlows {
    requireNonNull(flows, "flows");
  }

  /**
   * The flows of the first steps of all journeys.
   *
   * @param steps up to which step journeys are followed, 2 to 50
   * @param touchpoints how many touchpoints stand by themselves at each step, 1 to 100; of as many
   *     journeys the one whose name comes first
   * @throws InvalidValueException RANGE
   */
  public static StepFlows of(Variants variants, int steps, int touchpoints) {
    InvalidValueException.check(
        steps >= 2 && steps <= MOST_STEPS,
        FailureCode.RANGE,
        "steps",
        "journeys must be followed up to a step from 2 to %s: %s",
        MOST_STEPS,
        steps);
    InvalidValueException.check(
        touchpoints >= 1 && touchpoints <= MOST_TOUCHPOINTS,
        FailureCode.RANGE,
        "touchpoints",
        "1 to %s touchpoints of a step must stand by themselves: %s",
        MOST_TOUCHPOINTS,
        touchpoints);
    return new StepFlows(steps, new FlowCounting(variants, steps, touchpoints).flows());
  }
}
