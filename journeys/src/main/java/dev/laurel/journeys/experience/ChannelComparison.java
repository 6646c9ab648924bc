package dev.laurel.journeys.experience;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.ProportionDifference;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.moment.MomentPolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One touchpoint on its channels: how often it fails there, how it feels, and whether journeys that
 * met it there, and on no other channel, convert more or less often than those of all other
 * channels together.
 *
 * <p>Of 100 who were advised in the store 60 buy, of 200 who were advised elsewhere 80: 20 points
 * more, with Newcombe's interval, tested by the pooled z, and the p-values of all channels adjusted
 * together. Association, not cause: who chooses a channel may differ in other ways as well.
 *
 * @param touchpoint the touchpoint
 * @param lines the channels, by name
 * @param severalChannels how many journeys met it on more than one channel and are in no difference
 * @param withoutChannel how many events had no channel and are in no line
 */
public record ChannelComparison(
    TouchpointId touchpoint, List<Line> lines, long severalChannels, long withoutChannel) {
  private static final double LEAST_EXPECTED = 5;

  /** What the data say of a channel. */
  public enum Verdict {
    /** Its journeys convert more often than the others. */
    BETTER,
    /** Its journeys convert less often than the others. */
    WORSE,
    /** The data do not decide. */
    UNDECIDED
  }

  /**
   * One channel.
   *
   * @param channel the channel
   * @param failed its events, and how many of them failed
   * @param emotion the mean of what was said, from -2 to 2; absent where nothing was
   * @param conversion the journeys on this channel alone, and how many of them converted
   * @param difference the share that converts on it less the share on the others; missing where one
   *     side has too few journeys, or fewer than 5 are expected to convert or not to
   * @param qValue the p-value of the difference, adjusted for all channels; 1 without a difference
   * @param verdict what the data say
   */
  public record Line(
      Channel channel,
      Proportion failed,
      Optional<Estimate> emotion,
      Proportion conversion,
      Part<Estimate> difference,
      double qValue,
      Verdict verdict) {
    /** A line of these parts. */
    public Line {
      requireNonNull(channel, "channel");
      requireNonNull(failed, "failed");
      requireNonNull(emotion, "emotion");
      requireNonNull(conversion, "conversion");
      requireNonNull(difference, "difference");
      requireNonNull(verdict, "verdict");
    }
  }

  /** A comparison of these parts. */
  public ChannelComparison {
    requireNonNull(touchpoint, "touchpoint");
    lines = ImmutableList.copyOf(lines);
  }

  /** The channels of a tally compared. */
  public static ChannelComparison of(ChannelTally tally, MomentPolicy policy) {
    Proportion all = tally.conversion();
    SortedMap<Channel, ProportionDifference> asked = new TreeMap<>();
    tally
        .channels()
        .forEach((channel, counted) -> difference(counted.conversion(), all, policy)
            .ifPresent(difference -> asked.put(channel, difference)));
    Iterator<Double> qValues = policy
        .correction()
        .adjust(asked.values().stream().map(ProportionDifference::pValue).toList())
        .iterator();
    List<Line> lines = new ArrayList<>();
    tally.channels().forEach((channel, counted) -> {
      Optional<ProportionDifference> difference = Optional.ofNullable(asked.get(channel));
      double qValue = difference.isPresent() ? qValues.next() : 1;
      lines.add(new Line(
          channel,
          counted.failed(),
          counted.emotions().mean(policy.confidence()),
          counted.conversion(),
          Part.of(difference.map(each -> each.newcombe(policy.confidence())), Part.Why.TOO_FEW),
          qValue,
          verdict(difference, qValue, policy)));
    });
    return new ChannelComparison(
        tally.touchpoint(), lines, tally.severalChannels(), tally.withoutChannel());
  }

  /** One channel against the others of all; absent where that would be of too few. */
  private static Optional<ProportionDifference> difference(
      Proportion one, Proportion all, MomentPolicy policy) {
    Proportion others = Proportion.of(all.successes() - one.successes(), all.total() - one.total());
    if (Math.min(one.total(), others.total()) < policy.leastJourneys()) {
      return Optional.empty();
    }
    return Optional.of(new ProportionDifference(one, others))
        .filter(difference -> difference.leastExpected() >= LEAST_EXPECTED);
  }

  private static Verdict verdict(
      Optional<ProportionDifference> difference, double qValue, MomentPolicy policy) {
    double value = difference.map(ProportionDifference::value).orElse(0.0);
    if (qValue > policy.level() || value == 0) {
      return Verdict.UNDECIDED;
    }
    return value > 0 ? Verdict.BETTER : Verdict.WORSE;
  }

  /** The line of a channel, if the touchpoint was met there. */
  public Optional<Line> at(Channel channel) {
    return lines.stream().filter(line -> line.channel().equals(channel)).findFirst();
  }
}
