package dev.laurel.journeys.log;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What customers really did: events grouped into journeys, each in the order of time.
 *
 * <p>A log is immutable and columnar. Touchpoints and channels are codes into sorted vocabularies,
 * journeys are sorted by name, and the events of a journey lie side by side, so that a pass over
 * ten million events touches two arrays: event {@code e} of journey {@code j}, with {@code begin(j)
 * <= e < end(j)}, is touchpoint {@code touchpoints().get(codeAt(e))} at {@code microsAt(e)}. For
 * reading, {@link #journey} and {@link #event} give values.
 *
 * <p>Two logs are equal exactly if they hold the same journeys with the same events in the same
 * order. How ties were broken to get there is told by {@link #ties} and is no part of equality.
 */
public final class JourneyLog {
  private final TiePolicy ties;
  private final ImmutableList<TouchpointId> touchpoints;
  private final ImmutableList<Channel> channels;
  private final List<JourneyId> ids;
  private final @Nullable JourneyFacts[] facts;
  private final int[] begins;
  private final Columns events;

  JourneyLog(
      TiePolicy ties,
      ImmutableList<TouchpointId> touchpoints,
      ImmutableList<Channel> channels,
      List<JourneyId> ids,
      @Nullable JourneyFacts[] facts,
      int[] begins,
      Columns events) {
    this.ties = ties;
    this.touchpoints = touchpoints;
    this.channels = channels;
    this.ids = ids;
    this.facts = facts;
    this.begins = begins;
    this.events = events;
  }

  /** A builder of a log whose ties stand in input order. */
  public static Builder builder() {
    return new Builder(TiePolicy.INPUT_ORDER);
  }

  /** A builder of a log with this order of ties. */
  public static Builder builder(TiePolicy ties) {
    return new Builder(ties);
  }

  /** The log of these events, whose ties stand in input order. */
  public static JourneyLog of(Iterable<TouchEvent> events) {
    return builder().addAll(events).build();
  }

  /** The log without a journey. */
  public static JourneyLog empty() {
    return builder().build();
  }

  /**
   * The log of events that are codes already, each array in the order of the source; ties stand in
   * that order.
   *
   * <p>Journeys are named by their numbers, with leading zeros.
   *
   * @param journeys how many journeys there are, each with at least one event
   * @param touchpoints the touchpoint of each code
   * @param journeyOf the journey of each event, from 0
   * @param codes the touchpoint of each event
   * @param micros the instant of each event in microseconds since 1970
   * @throws InvalidValueException RANGE if a number is none of these; CONFIG_DUPLICATE if a
   *     touchpoint has two codes
   */
  public static JourneyLog ofCodes(
      int journeys, List<TouchpointId> touchpoints, int[] journeyOf, int[] codes, long[] micros) {
    return CodedEvents.log(journeys, touchpoints, journeyOf, codes, micros);
  }

  /** How many journeys there are. */
  public int journeys() {
    return begins.length - 1;
  }

  /** How many events there are. */
  public int events() {
    return events.size;
  }

  /** How ties were broken. */
  public TiePolicy ties() {
    return ties;
  }

  /** The touchpoints of the log by code, which is the order of their names. */
  public ImmutableList<TouchpointId> touchpoints() {
    return touchpoints;
  }

  /** The channels of the log by code, which is the order of their names. */
  public ImmutableList<Channel> channels() {
    return channels;
  }

  /** The code of a touchpoint; absent if nobody came by. */
  public OptionalInt codeOf(TouchpointId touchpoint) {
    int code = Collections.binarySearch(touchpoints, touchpoint);
    return code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /** The place of a journey; absent if the log does not have it. */
  public OptionalInt placeOf(JourneyId journey) {
    int place = Collections.binarySearch(ids, journey);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The first event of a journey. */
  public int begin(int journey) {
    return begins[journey];
  }

  /** The first event after those of a journey. */
  public int end(int journey) {
    return begins[journey + 1];
  }

  /** How many events a journey has, at least one. */
  public int length(int journey) {
    return begins[journey + 1] - begins[journey];
  }

  /** The code of the touchpoint of an event. */
  public int codeAt(int event) {
    return events.touchpoint[event];
  }

  /** The instant of an event in microseconds since 1970. */
  public long microsAt(int event) {
    return events.micros[event];
  }

  /** The code of the channel of an event; -1 if it has none. */
  public int channelCodeAt(int event) {
    return events.channelAt(event);
  }

  /** Whether an event failed. */
  public boolean isFailedAt(int event) {
    return events.failedAt(event);
  }

  /** What the customer said about an event. */
  public Optional<Experience> experienceAt(int event) {
    return Optional.ofNullable(events.experienceAt(event));
  }

  /** The name of a journey. */
  public JourneyId id(int journey) {
    return ids.get(journey);
  }

  /** What is known of a journey as a whole. */
  public JourneyFacts facts(int journey) {
    JourneyFacts known = facts[journey];
    return known == null ? JourneyFacts.NONE : known;
  }

  /** An event as a value. */
  public TouchEvent event(int event) {
    return event(ids.get(journeyOf(event)), event);
  }

  /** A journey as a value. */
  public ObservedJourney journey(int journey) {
    ImmutableList.Builder<TouchEvent> all = ImmutableList.builder();
    for (int event = begin(journey); event < end(journey); event++) {
      all.add(event(ids.get(journey), event));
    }
    return new ObservedJourney(ids.get(journey), facts(journey), all.build());
  }

  /**
   * The journeys of both.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if they have a journey in common; VALUE_INVALID
   *     if they break ties in different ways
   */
  public JourneyLog merge(JourneyLog other) {
    if (journeys() == 0 || other.journeys() == 0) {
      return journeys() == 0 ? other : this;
    }
    InvalidValueException.check(
        ties.equals(other.ties),
        FailureCode.VALUE_INVALID,
        "ties",
        "logs must break ties in one way to be merged: %s, %s",
        ties,
        other.ties);
    for (int journey = 0; journey < other.journeys(); journey++) {
      InvalidValueException.check(
          placeOf(other.id(journey)).isEmpty(),
          FailureCode.CONFIG_DUPLICATE,
          "journeys",
          "logs must have no journey in common to be merged: %s",
          other.id(journey));
    }
    return inThisOrder().addAll(this).addAll(other).build();
  }

  /**
   * The journeys cut into shorter ones, named {@code customer-7/1}, {@code customer-7/2} and so on;
   * they keep member and attributes, and are without an outcome.
   *
   * @throws InvalidValueException TEXT_INVALID if a name becomes longer than 300 characters
   */
  public JourneyLog sessions(SessionRule rule) {
    return Sessions.of(this, rule);
  }

  /** The journeys up to and with the first event at this touchpoint, or whole without one. */
  public JourneyLog cutAfterFirst(TouchpointId touchpoint) {
    int code = codeOf(touchpoint).orElse(-1);
    Regrouping cut = new Regrouping(this);
    for (int journey = 0; journey < journeys(); journey++) {
      int until = begin(journey);
      while (until < end(journey) && codeAt(until) != code) {
        until++;
      }
      cut.add(id(journey), facts[journey], begin(journey), Math.min(until + 1, end(journey)));
    }
    return cut.log();
  }

  /** The journeys of which this is true. */
  public JourneyLog where(Predicate<ObservedJourney> condition) {
    return split(condition::test).getOrDefault(true, empty());
  }

  /** The journeys by the group to which each belongs. */
  public <K extends Comparable<K>> SortedMap<K, JourneyLog> split(
      Function<ObservedJourney, K> group) {
    SortedMap<K, Regrouping> parts = new TreeMap<>();
    for (int journey = 0; journey < journeys(); journey++) {
      K key = requireNonNull(group.apply(journey(journey)), "group");
      parts
          .computeIfAbsent(key, none -> new Regrouping(this))
          .add(id(journey), facts[journey], begin(journey), end(journey));
    }
    ImmutableSortedMap.Builder<K, JourneyLog> logs = ImmutableSortedMap.naturalOrder();
    parts.forEach((key, part) -> logs.put(key, part.log()));
    return logs.buildOrThrow();
  }

  /** The events under the names of a map; those that are no touchpoint are left out. */
  public JourneyLog mapped(TouchpointMapping mapping) {
    Builder mapped = inThisOrder();
    for (int journey = 0; journey < journeys(); journey++) {
      boolean isEmpty = true;
      for (TouchEvent event : journey(journey).events()) {
        isEmpty &= mapping
            .touchpoint(event)
            .map(touchpoint -> mapped.add(event.renamed(touchpoint)))
            .isEmpty();
      }
      if (!isEmpty) {
        mapped.facts(id(journey), facts(journey));
      }
    }
    return mapped.build();
  }

  /** The same journeys with other facts, such as an outcome that is read from the events. */
  public JourneyLog withFacts(Function<ObservedJourney, JourneyFacts> known) {
    @Nullable JourneyFacts[] all = new JourneyFacts[journeys()];
    for (int journey = 0; journey < journeys(); journey++) {
      all[journey] = requireNonNull(known.apply(journey(journey)), "facts");
    }
    return new JourneyLog(ties, touchpoints, channels, ids, all, begins, events);
  }

  /** The same journeys, of which those that came by this touchpoint are converted and no others. */
  public JourneyLog convertedAt(TouchpointId touchpoint) {
    int code = codeOf(touchpoint).orElse(-1);
    @Nullable JourneyFacts[] all = new JourneyFacts[journeys()];
    for (int journey = 0; journey < journeys(); journey++) {
      boolean isConverted = false;
      for (int event = begin(journey); event < end(journey); event++) {
        isConverted |= codeAt(event) == code;
      }
      all[journey] = facts(journey).endingIn(Outcome.converted(isConverted));
    }
    return new JourneyLog(ties, touchpoints, channels, ids, all, begins, events);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JourneyLog that
        && journeys() == that.journeys()
        && events() == that.events()
        && touchpoints.equals(that.touchpoints)
        && channels.equals(that.channels)
        && ids.equals(that.ids)
        && sameJourneys(that);
  }

  @Override
  public int hashCode() {
    return 31 * ids.hashCode() + touchpoints.hashCode();
  }

  /** The size alone, for example {@code 3605 journeys, 31106 events}. */
  @Override
  public String toString() {
    return journeys() + " journeys, " + events() + " events";
  }

  Columns columns() {
    return events;
  }

  private boolean sameJourneys(JourneyLog that) {
    for (int journey = 0; journey < journeys(); journey++) {
      if (end(journey) != that.end(journey) || !facts(journey).equals(that.facts(journey))) {
        return false;
      }
    }
    for (int event = 0; event < events(); event++) {
      if (codeAt(event) != that.codeAt(event)
          || channelCodeAt(event) != that.channelCodeAt(event)
          || !events.sameDetails(event, that.events, event)) {
        return false;
      }
    }
    return true;
  }

  /** A builder that keeps the order of what it is given, but remembers how it came about. */
  private Builder inThisOrder() {
    Builder builder = new Builder(TiePolicy.INPUT_ORDER);
    builder.remembered = ties;
    return builder;
  }

  private int journeyOf(int event) {
    int low = 0;
    int high = journeys() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (begins[middle] <= event) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private TouchEvent event(JourneyId journey, int event) {
    TouchEvent.Builder value = TouchEvent.builder();
    value
        .journey(journey)
        .touchpoint(touchpoints.get(codeAt(event)))
        .at(Instant.EPOCH.plus(microsAt(event), ChronoUnit.MICROS))
        .status(isFailedAt(event) ? EventStatus.FAILED : EventStatus.COMPLETED)
        .sequence(events.sequenceAt(event));
    if (channelCodeAt(event) != Columns.NO_CHANNEL) {
      value.channel(channels.get(channelCodeAt(event)));
    }
    Experience experience = events.experienceAt(event);
    if (experience != null) {
      value.experience(experience);
    }
    ExactMoney worth = events.valueAt(event);
    if (worth != null) {
      value.value(worth);
    }
    Attributes attributes = events.attributesAt(event);
    if (attributes != null) {
      value.attributes(attributes);
    }
    return value.build();
  }

  /** Builds a {@link JourneyLog} of events in any order. */
  public static final class Builder {
    private final TiePolicy ties;
    private TiePolicy remembered;
    private final Gathering gathering = new Gathering();

    private Builder(TiePolicy ties) {
      this.ties = requireNonNull(ties, "ties");
      this.remembered = ties;
    }

    /** One more event. */
    @CanIgnoreReturnValue
    public Builder add(TouchEvent event) {
      gathering.add(event);
      return this;
    }

    /** More events. */
    @CanIgnoreReturnValue
    public Builder addAll(Iterable<TouchEvent> events) {
      events.forEach(gathering::add);
      return this;
    }

    /** The journeys of a log, in their order. */
    @CanIgnoreReturnValue
    public Builder addAll(JourneyLog log) {
      for (int journey = 0; journey < log.journeys(); journey++) {
        addAll(log.journey(journey).events());
        if (!log.facts(journey).equals(JourneyFacts.NONE)) {
          facts(log.id(journey), log.facts(journey));
        }
      }
      return this;
    }

    /** What is known of a journey as a whole; said again, it replaces what was said before. */
    @CanIgnoreReturnValue
    public Builder facts(JourneyId journey, JourneyFacts facts) {
      gathering.facts(journey, facts);
      return this;
    }

    /**
     * The log of all events given so far.
     *
     * @throws InvalidValueException REFERENCE_UNKNOWN if facts are known of a journey without an
     *     event
     */
    public JourneyLog build() {
      return gathering.log(ties, remembered);
    }
  }
}
