package dev.laurel.journeys.log;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.HashSet;

/**
 * The order of events of one journey that carry the same instant.
 *
 * <p>Equal instants are normal: many sources keep seconds, some days. The order decides what
 * followed what, so it is a declared part of a log. Each policy is a total order.
 * {@link InputOrder} depends on the order in which events were handed in; the others do not, since
 * after their own key they compare whole events: touchpoint, channel, status, experience, value,
 * attributes. Events equal in all of that cannot be told apart.
 */
public sealed interface TiePolicy {
  /** The event that was handed in first comes first; the default. */
  TiePolicy INPUT_ORDER = new InputOrder(false);

  /**
   * The event that was handed in last comes first; held beside the default, it shows how much of a
   * result rests on ties.
   */
  TiePolicy REVERSED_INPUT_ORDER = new InputOrder(true);

  /** The event with the smaller sequence number comes first, one without a number last. */
  TiePolicy SEQUENCE = new BySequence();

  /** The event whose touchpoint comes earlier in this list comes first, one not in it last. */
  static TiePolicy ranked(TouchpointId... touchpoints) {
    return new Ranked(ImmutableList.copyOf(touchpoints));
  }

  /** Whether the same events give the same log however they are handed in. */
  boolean isIndependentOfInput();

  /**
   * The order in which events were handed in.
   *
   * @param isReversed whether the last comes first
   */
  record InputOrder(boolean isReversed) implements TiePolicy {
    @Override
    public boolean isIndependentOfInput() {
      return false;
    }
  }

  /** The order of the sequence numbers. */
  record BySequence() implements TiePolicy {
    @Override
    public boolean isIndependentOfInput() {
      return true;
    }
  }

  /**
   * The order of a list of touchpoints.
   *
   * @param touchpoints the touchpoints, each once
   */
  record Ranked(ImmutableList<TouchpointId> touchpoints) implements TiePolicy {
    /**
     * A checked list.
     *
     * @throws InvalidValueException CONFIG_DUPLICATE if a touchpoint comes twice
     */
    public Ranked {
      InvalidValueException.check(
          new HashSet<>(touchpoints).size() == touchpoints.size(),
          FailureCode.CONFIG_DUPLICATE,
          "touchpoints",
          "a rank of touchpoints must have each of them once: %s",
          touchpoints);
    }

    @Override
    public boolean isIndependentOfInput() {
      return true;
    }
  }
}
