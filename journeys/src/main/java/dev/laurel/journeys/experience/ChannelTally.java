package dev.laurel.journeys.experience;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened at one touchpoint on each of its channels, to be told apart by
 * {@link ChannelComparison}.
 *
 * <p>Tallies of parts of a log merge to the tally of the whole.
 *
 * @param touchpoint the touchpoint
 * @param channels what happened on each channel
 * @param severalChannels how many journeys met it on more than one channel; their outcome tells
 *     nothing of one of them
 * @param withoutChannel how many events of it had no channel and are in no count
 */
public record ChannelTally(
    TouchpointId touchpoint,
    SortedMap<Channel, Counted> channels,
    long severalChannels,
    long withoutChannel) {
  /**
   * One channel.
   *
   * @param failed its events, and how many of them failed
   * @param emotions what was told
   * @param conversion the journeys that met the touchpoint on this channel alone and whose outcome
   *     is known, and how many of them converted
   */
  public record Counted(Proportion failed, EmotionCounts emotions, Proportion conversion) {
    /** Counts of these parts. */
    public Counted {
      requireNonNull(failed, "failed");
      requireNonNull(emotions, "emotions");
      requireNonNull(conversion, "conversion");
    }

    Counted merge(Counted other) {
      return new Counted(
          failed.merge(other.failed),
          emotions.merge(other.emotions),
          conversion.merge(other.conversion));
    }
  }

  /** A tally of these parts. */
  public ChannelTally {
    requireNonNull(touchpoint, "touchpoint");
    channels = ImmutableSortedMap.copyOfSorted(channels);
  }

  /** The tally of a log. */
  public static ChannelTally of(JourneyLog log, TouchpointId touchpoint) {
    Pass pass = new Pass(log, log.codeOf(touchpoint).orElse(-1));
    for (int journey = 0; journey < log.journeys(); journey++) {
      pass.look(journey);
    }
    SortedMap<Channel, Counted> channels = new TreeMap<>();
    for (int channel = 0; channel < log.channels().size(); channel++) {
      if (pass.events[channel] > 0) {
        channels.put(log.channels().get(channel), pass.counted(channel));
      }
    }
    return new ChannelTally(touchpoint, channels, pass.severalChannels, pass.withoutChannel);
  }

  /** One pass over a log. */
  private static final class Pass {
    private final JourneyLog log;
    private final int code;
    private final long[] events;
    private final long[] failed;
    private final long[] known;
    private final long[] converted;
    private final EmotionCounts.Builder[] emotions;
    private long severalChannels;
    private long withoutChannel;

    Pass(JourneyLog log, int code) {
      this.log = log;
      this.code = code;
      int channels = log.channels().size();
      events = new long[channels];
      failed = new long[channels];
      known = new long[channels];
      converted = new long[channels];
      emotions = new EmotionCounts.Builder[channels];
      Arrays.setAll(emotions, channel -> new EmotionCounts.Builder());
    }

    void look(int journey) {
      BitSet met = new BitSet();
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        int channel = log.channelCodeAt(event);
        if (log.codeAt(event) == code && channel < 0) {
          withoutChannel++;
        } else if (log.codeAt(event) == code) {
          met.set(channel);
          count(event, channel);
        }
      }
      Optional<Outcome> outcome = log.facts(journey).outcome();
      if (met.cardinality() > 1) {
        severalChannels++;
      } else if (!met.isEmpty() && outcome.isPresent()) {
        known[met.nextSetBit(0)]++;
        converted[met.nextSetBit(0)] += outcome.get().isConverted() ? 1 : 0;
      }
    }

    private void count(int event, int channel) {
      events[channel]++;
      failed[channel] += log.isFailedAt(event) ? 1 : 0;
      log.experienceAt(event).ifPresent(emotions[channel]::add);
    }

    Counted counted(int channel) {
      return new Counted(
          Proportion.of(failed[channel], events[channel]),
          emotions[channel].build(),
          Proportion.of(converted[channel], known[channel]));
    }
  }

  /** The journeys that met it on one channel alone, whichever, and how many converted. */
  Proportion conversion() {
    return channels.values().stream()
        .map(Counted::conversion)
        .reduce(Proportion.of(0, 0), Proportion::merge);
  }

  /**
   * The tally of both.
   *
   * @throws InvalidValueException VALUE_INVALID if they are of two touchpoints
   */
  public ChannelTally merge(ChannelTally other) {
    InvalidValueException.check(
        touchpoint.equals(other.touchpoint),
        FailureCode.VALUE_INVALID,
        "touchpoint",
        "tallies must be of one touchpoint to be merged: '%s', '%s'",
        touchpoint,
        other.touchpoint);
    SortedMap<Channel, Counted> both = new TreeMap<>(channels);
    other.channels.forEach((channel, one) -> both.merge(channel, one, Counted::merge));
    return new ChannelTally(
        touchpoint,
        both,
        Math.addExact(severalChannels, other.severalChannels),
        Math.addExact(withoutChannel, other.withoutChannel));
  }
}
