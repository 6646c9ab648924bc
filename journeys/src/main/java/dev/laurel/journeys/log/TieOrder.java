package dev.laurel.journeys.log;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.money.ExactMoney;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The order of the events of one journey: by instant, and then as a tie policy says. */
final class TieOrder implements Comparator<Integer> {
  private final TiePolicy policy;
  private final Columns events;
  private final int[] touchpointRanks;
  private final int[] channelRanks;
  private final int[] chosenRanks;

  /**
   * The order over these events.
   *
   * @param touchpoints the vocabulary by code
   * @param touchpointRanks the place of each code in the alphabet
   * @param channelRanks the place of each channel code in the alphabet
   */
  TieOrder(
      TiePolicy policy,
      Columns events,
      List<?> touchpoints,
      int[] touchpointRanks,
      int[] channelRanks) {
    this.policy = policy;
    this.events = events;
    this.touchpointRanks = touchpointRanks;
    this.channelRanks = channelRanks;
    this.chosenRanks = chosenRanks(policy, touchpoints);
  }

  /** Brings the events at {@code from} to {@code until} of these places into order. */
  void sort(int[] places, int from, int until) {
    if (isInOrder(places, from, until)) {
      return;
    }
    Integer[] boxed = new Integer[until - from];
    for (int i = from; i < until; i++) {
      boxed[i - from] = places[i];
    }
    // The sort is stable, and places come in input order.
    Arrays.sort(boxed, this);
    for (int i = from; i < until; i++) {
      places[i] = boxed[i - from];
    }
  }

  @Override
  public int compare(Integer left, Integer right) {
    int byInstant = Long.compare(events.micros[left], events.micros[right]);
    if (byInstant != 0) {
      return byInstant;
    }
    if (policy instanceof TiePolicy.InputOrder input) {
      return input.isReversed() ? Integer.compare(right, left) : Integer.compare(left, right);
    }
    int byKey = policy instanceof TiePolicy.Ranked
        ? Integer.compare(
            chosenRanks[events.touchpoint[left]], chosenRanks[events.touchpoint[right]])
        : compareSequence(left, right);
    return byKey != 0 ? byKey : compareContent(left, right);
  }

  private boolean isInOrder(int[] places, int from, int until) {
    boolean tiesAreInOrder = policy.equals(TiePolicy.INPUT_ORDER);
    for (int i = from + 1; i < until; i++) {
      long before = events.micros[places[i - 1]];
      long after = events.micros[places[i]];
      if (before > after || (before == after && !tiesAreInOrder)) {
        return false;
      }
    }
    return true;
  }

  private int compareSequence(int left, int right) {
    OptionalLong one = events.sequenceAt(left);
    OptionalLong other = events.sequenceAt(right);
    if (one.isPresent() && other.isPresent()) {
      return Long.compare(one.getAsLong(), other.getAsLong());
    }
    return Boolean.compare(other.isPresent(), one.isPresent());
  }

  private int compareContent(int left, int right) {
    int byTouchpoint = Integer.compare(
        touchpointRanks[events.touchpoint[left]], touchpointRanks[events.touchpoint[right]]);
    int byChannel = Integer.compare(channelRank(left), channelRank(right));
    int byStatus = Boolean.compare(events.failedAt(left), events.failedAt(right));
    int byExperience = text(events.experienceAt(left)).compareTo(text(events.experienceAt(right)));
    int byValue = text(events.valueAt(left)).compareTo(text(events.valueAt(right)));
    int bySequence = compareSequence(left, right);
    int byAttributes = text(events.attributesAt(left)).compareTo(text(events.attributesAt(right)));
    return first(
        byTouchpoint, byChannel, byStatus, byExperience, byValue, bySequence, byAttributes);
  }

  private int channelRank(int event) {
    int code = events.channelAt(event);
    return code == Columns.NO_CHANNEL ? -1 : channelRanks[code];
  }

  private static int first(int... comparisons) {
    for (int comparison : comparisons) {
      if (comparison != 0) {
        return comparison;
      }
    }
    return 0;
  }

  private static String text(@Nullable Experience experience) {
    return experience == null ? "" : experience.toString();
  }

  private static String text(@Nullable ExactMoney value) {
    return value == null ? "" : value.toString();
  }

  private static String text(@Nullable Attributes attributes) {
    return attributes == null ? "" : attributes.values().toString();
  }

  private static int[] chosenRanks(TiePolicy policy, List<?> touchpoints) {
    int[] ranks = new int[touchpoints.size()];
    if (policy instanceof TiePolicy.Ranked ranked) {
      for (int code = 0; code < ranks.length; code++) {
        int rank = ranked.touchpoints().indexOf(touchpoints.get(code));
        ranks[code] = rank < 0 ? Integer.MAX_VALUE : rank;
      }
    }
    return ranks;
  }
}
