package dev.laurel.journeys.conformance;

import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Step;

/**
 * A difference between a journey and a map.
 *
 * <p>Source of the four kinds: R. Halvorsrud, K. Kvale, A. Folstad, "Improving service quality
 * through customer journey analysis", Journal of Service Theory and Practice 26 (2016).
 */
public sealed interface Deviation {
  /** The kinds. */
  enum Kind {
    /** A step that did not happen. */
    MISSING,
    /** An event that the map does not have. */
    AD_HOC,
    /** A step that happened at another place of the way. */
    OUT_OF_ORDER,
    /** A step that was taken and failed. */
    FAILED
  }

  /** Which kind it is. */
  Kind kind();

  /** Where it is. */
  TouchpointId touchpoint();

  /**
   * A step that did not happen.
   *
   * @param step the step
   */
  record Missing(Step step) implements Deviation {
    @Override
    public Kind kind() {
      return Kind.MISSING;
    }

    @Override
    public TouchpointId touchpoint() {
      return step.id();
    }
  }

  /**
   * An event that the map does not have.
   *
   * @param event the event
   */
  record AdHoc(TouchEvent event) implements Deviation {
    @Override
    public Kind kind() {
      return Kind.AD_HOC;
    }

    @Override
    public TouchpointId touchpoint() {
      return event.touchpoint();
    }
  }

  /**
   * A step that happened at another place of the way.
   *
   * @param step the step
   * @param event when it happened
   */
  record OutOfOrder(Step step, TouchEvent event) implements Deviation {
    @Override
    public Kind kind() {
      return Kind.OUT_OF_ORDER;
    }

    @Override
    public TouchpointId touchpoint() {
      return step.id();
    }
  }

  /**
   * A step that was taken and failed.
   *
   * @param step the step
   * @param event how it failed
   */
  record Failed(Step step, TouchEvent event) implements Deviation {
    @Override
    public Kind kind() {
      return Kind.FAILED;
    }

    @Override
    public TouchpointId touchpoint() {
      return step.id();
    }
  }
}
