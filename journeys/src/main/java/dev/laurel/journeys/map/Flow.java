package dev.laurel.journeys.map;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;

/**
 * The way through a map: steps in order, choices, what may be left out, what repeats, and what may
 * come in any order.
 *
 * <p>{@code inOrder(look, maybe(compare), repeated(drive), buy)} admits look, drive, buy as well as
 * look, compare, drive, drive, buy. A flow is a tree of at most 16 levels.
 */
public sealed interface Flow {
  /** The result of the case that this flow is. */
  <R> R match(Cases<R> cases);

  /** One decision for each kind of flow. */
  interface Cases<R> {
    /** For {@link One}. */
    R one(One flow);

    /** For {@link InOrder}. */
    R inOrder(InOrder flow);

    /** For {@link Choice}. */
    R choice(Choice flow);

    /** For {@link Maybe}. */
    R maybe(Maybe flow);

    /** For {@link Repeated}. */
    R repeated(Repeated flow);

    /** For {@link AnyOrder}. */
    R anyOrder(AnyOrder flow);
  }

  /** The flows that this one consists of. */
  ImmutableList<Flow> parts();

  /** All steps in the order in which they are written. */
  default ImmutableList<Step> steps() {
    ImmutableList.Builder<Step> steps = ImmutableList.builder();
    parts().forEach(part -> steps.addAll(part.steps()));
    return steps.build();
  }

  /** Whether there is one way through it only. */
  default boolean isLinear() {
    return false;
  }

  /** How many levels it has; 1 for a single step. */
  default int depth() {
    return 1 + parts().stream().mapToInt(Flow::depth).max().orElse(0);
  }

  /** A single step. */
  static Flow one(Step step) {
    return new One(step);
  }

  /** These steps, one after the other. */
  static Flow inOrder(Step... steps) {
    return inOrder(List.of(steps).stream().map(Flow::one).toList());
  }

  /** These flows, one after the other. */
  static Flow inOrder(Flow... parts) {
    return new InOrder(ImmutableList.copyOf(parts));
  }

  /** These flows, one after the other. */
  static Flow inOrder(List<? extends Flow> parts) {
    return new InOrder(ImmutableList.copyOf(parts));
  }

  /** Exactly one of these flows. */
  static Flow choice(Flow... parts) {
    return new Choice(ImmutableList.copyOf(parts));
  }

  /** This flow or nothing. */
  static Flow maybe(Flow part) {
    return new Maybe(part);
  }

  /** This flow once or several times. */
  static Flow repeated(Flow part) {
    return new Repeated(part);
  }

  /** Each of these flows once, one after the other in any order. */
  static Flow anyOrder(Flow... parts) {
    return new AnyOrder(ImmutableList.copyOf(parts));
  }

  /**
   * A single step.
   *
   * @param step the step
   */
  record One(Step step) implements Flow {
    /** A checked flow. */
    public One {
      requireNonNull(step, "step");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.one(this);
    }

    @Override
    public ImmutableList<Flow> parts() {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Step> steps() {
      return ImmutableList.of(step);
    }

    @Override
    public boolean isLinear() {
      return true;
    }
  }

  /**
   * Flows one after the other.
   *
   * @param parts the flows, at least one
   */
  record InOrder(ImmutableList<Flow> parts) implements Flow {
    /** A checked flow. */
    public InOrder {
      checkParts("a sequence", parts, 500);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.inOrder(this);
    }

    @Override
    public boolean isLinear() {
      return parts.stream().allMatch(Flow::isLinear);
    }
  }

  /**
   * Exactly one of several flows.
   *
   * @param parts the flows, at least one
   */
  record Choice(ImmutableList<Flow> parts) implements Flow {
    /** A checked flow. */
    public Choice {
      checkParts("a choice", parts, 64);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.choice(this);
    }
  }

  /**
   * A flow or nothing.
   *
   * @param part the flow
   */
  record Maybe(Flow part) implements Flow {
    /** A checked flow. */
    public Maybe {
      checkParts("an option", ImmutableList.of(part), 1);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.maybe(this);
    }

    @Override
    public ImmutableList<Flow> parts() {
      return ImmutableList.of(part);
    }
  }

  /**
   * A flow once or several times.
   *
   * @param part the flow
   */
  record Repeated(Flow part) implements Flow {
    /** A checked flow. */
    public Repeated {
      checkParts("a loop", ImmutableList.of(part), 1);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.repeated(this);
    }

    @Override
    public ImmutableList<Flow> parts() {
      return ImmutableList.of(part);
    }
  }

  /**
   * Each of several flows once, one after the other in any order.
   *
   * @param parts the flows, 1 to 8
   */
  record AnyOrder(ImmutableList<Flow> parts) implements Flow {
    /** A checked flow. */
    public AnyOrder {
      // Eight flows have 40,320 orders, which conformance follows through 256 subsets.
      checkParts("a set in any order", parts, 8);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.anyOrder(this);
    }
  }

  private static void checkParts(String what, ImmutableList<Flow> parts, int most) {
    InvalidValueException.check(
        !parts.isEmpty(), FailureCode.REQUIRED, "parts", "%s of a map must have a part", what);
    Checks.atMost(what + " of a map", "parts", parts, most);
    int depth = 1 + parts.stream().mapToInt(Flow::depth).max().orElse(0);
    InvalidValueException.check(
        depth <= 16,
        FailureCode.RULE_TOO_DEEP,
        "parts",
        "%s of a map must be at most 16 levels deep: %s",
        what,
        depth);
  }
}
