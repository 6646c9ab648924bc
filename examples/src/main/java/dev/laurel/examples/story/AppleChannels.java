package dev.laurel.examples.story;

import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.FormatMethod;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.examples.programs.Dice;
import dev.laurel.journeys.experience.ChannelComparison;
import dev.laurel.journeys.experience.ChannelTally;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.moment.MomentPolicy;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.StepFlows;
import dev.laurel.journeys.path.Variants;
import dev.laurel.journeys.render.Mermaid;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One customer, many channels, in the manner of Apple: the same touchpoint in the store, on the
 * telephone and in the chat, and where customers change from one to the other. The customers are
 * invented from a seed.
 *
 * <p>What is planted: advice in the store ends in a purchase with probability 0.60, on the
 * telephone with 0.50, in the chat, where one conversation of eight breaks off, with 0.42; the
 * repair is as good everywhere.
 */
public final class AppleChannels {
  private static final int JOURNEYS = 1_600;
  private static final int STEPS = 4;
  private static final int MOST_CHANNELS = 6;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> CHANNELS = List.of("store", "phone", "chat");
  private static final List<Double> CONVERSIONS = List.of(0.60, 0.50, 0.42);
  private static final List<Double> FAILURES = List.of(0.01, 0.03, 0.125);

  private final StringBuilder text = new StringBuilder();
  private final Dice dice = new Dice(new SplittableRandom(1_976));

  private AppleChannels() {}

  /** The story, line by line. */
  public static String tell() {
    return new AppleChannels().told();
  }

  /** The pictures by the names of their files: by touchpoint, and from channel to channel. */
  public static ImmutableSortedMap<String, String> draw() {
    JourneyLog log = new AppleChannels().journeys();
    JourneyLog channels = byChannel(log);
    return ImmutableSortedMap.of(
        "apple-channels-touchpoints.svg",
        ProcessPicture.of(log, "Search, advice and repair"),
        "apple-channels-handovers.svg",
        ProcessPicture.of(channels, "From channel to channel"),
        "apple-channels-flows.mmd",
        Mermaid.sankey(StepFlows.of(Variants.of(channels), STEPS, MOST_CHANNELS)));
  }

  private JourneyLog journeys() {
    JourneyLog.Builder log = JourneyLog.builder();
    for (int i = 0; i < JOURNEYS; i++) {
      Traveller customer =
          new Traveller(log, dice, "journey-" + (10_000 + i), START.plus(Duration.ofHours(i)));
      boolean isRepair = dice.chance(0.4);
      customer.meets("search", dice.chance(0.7) ? "app" : "web");
      customer.waits(Duration.ofMinutes(5), Duration.ofDays(2));
      boolean isGood = isRepair ? repaired(customer) : advised(customer);
      customer.ends(isGood, 0);
    }
    return log.build();
  }

  private boolean advised(Traveller customer) {
    int channel = dice.weighted(45, 25, 30);
    boolean isBroken = dice.chance(FAILURES.get(channel));
    customer.rates(
        "advice",
        CHANNELS.get(channel),
        isBroken ? EventStatus.FAILED : EventStatus.COMPLETED,
        0.5,
        isBroken ? 1 : 3,
        isBroken ? 2 : 5);
    if (isBroken || dice.chance(0.1)) {
      channel = dice.chance(0.7) ? 0 : 1;
      customer.waits(Duration.ofHours(1), Duration.ofDays(1));
      customer.rates("advice", CHANNELS.get(channel), EventStatus.COMPLETED, 0.5, 3, 5);
    }
    boolean isBought = dice.chance(CONVERSIONS.get(channel));
    if (isBought) {
      customer.waits(Duration.ofMinutes(5), Duration.ofDays(3));
      customer.meets("order", dice.chance(0.5) ? "web" : "store");
    }
    return isBought;
  }

  private boolean repaired(Traveller customer) {
    String channel = dice.chance(0.6) ? "store" : "mail";
    customer.rates("repair", channel, EventStatus.COMPLETED, 0.5, 2, 5);
    return dice.chance(0.88);
  }

  private String told() {
    JourneyLog log = journeys();
    line("%s", log);
    touchpoint(log, "advice", "buy");
    touchpoint(log, "repair", "are content and stay");
    handOvers(log);
    return text.toString();
  }

  private void touchpoint(JourneyLog log, String touchpoint, String outcome) {
    ChannelComparison compared = ChannelComparison.of(
        ChannelTally.of(log, TouchpointId.of(touchpoint)), MomentPolicy.standard());
    line("%s, and how many %s:", touchpoint, outcome);
    for (ChannelComparison.Line each : compared.lines()) {
      line(
          "  %s: %s; %s",
          each.channel(),
          share(each.conversion()),
          each.difference()
              .match(
                  difference -> "against the others " + figure(difference, 100, "%+.1f")
                      + " points, " + words(each.verdict()),
                  why -> "too few to tell"));
      line(
          "    fails %s, feels %s",
          share(each.failed()),
          each.emotion().map(felt -> figure(felt, 1, "%.2f")).orElse("unknown"));
    }
    if (compared.severalChannels() > 0) {
      line("  %d more met it on several channels", compared.severalChannels());
    }
  }

  /** Where journeys go on after which channel, the touchpoints left aside. */
  private static JourneyLog byChannel(JourneyLog log) {
    JourneyLog.Builder channels = JourneyLog.builder();
    for (int journey = 0; journey < log.journeys(); journey++) {
      for (TouchEvent event : log.journey(journey).events()) {
        event
            .channel()
            .ifPresent(channel -> channels.add(event.renamed(TouchpointId.of(channel.value()))));
      }
    }
    return channels.build();
  }

  private void handOvers(JourneyLog log) {
    DirectlyFollows graph = DirectlyFollows.of(byChannel(log));
    line("Most often customers change");
    Comparator<Arc> mostFirst = Comparator.comparing(Arc::count).reversed();
    graph.arcs().stream()
        .filter(arc -> !arc.isLoop())
        .sorted(mostFirst.thenComparing(Arc::from).thenComparing(Arc::to))
        .limit(4)
        .forEach(arc -> line("  from %s to %s: %d", arc.from(), arc.to(), arc.count()));
    line(
        "Of the chat, %d go on to the store and %d to the phone",
        graph.count(TouchpointId.of("chat"), TouchpointId.of("store")),
        graph.count(TouchpointId.of("chat"), TouchpointId.of("phone")));
  }

  private static String words(ChannelComparison.Verdict verdict) {
    return switch (verdict) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case UNDECIDED -> "undecided";
    };
  }

  private static String share(Proportion share) {
    return String.format(
        Locale.ROOT,
        "%d of %d, %.1f %%",
        share.successes(),
        share.total(),
        100 * share.estimate().map(Estimate::value).orElse(0.0));
  }

  private static String figure(Estimate estimate, double factor, String format) {
    String value = String.format(Locale.ROOT, format, factor * estimate.value());
    return estimate
        .interval()
        .map(range -> value + " (" + String.format(Locale.ROOT, format, factor * range.lower())
            + " to " + String.format(Locale.ROOT, format, factor * range.upper()) + ")")
        .orElse(value);
  }

  @FormatMethod
  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
