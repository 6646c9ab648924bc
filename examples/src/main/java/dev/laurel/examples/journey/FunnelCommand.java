package dev.laurel.examples.journey;

import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.examples.intake.InputFailure;
import dev.laurel.examples.output.Figures;
import dev.laurel.journeys.exchange.LogReading;
import dev.laurel.journeys.funnel.Funnel;
import dev.laurel.journeys.funnel.FunnelResult;
import dev.laurel.journeys.funnel.FunnelSpec;
import dev.laurel.journeys.funnel.FunnelStep;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.moment.Moment;
import dev.laurel.journeys.moment.MomentPolicy;
import dev.laurel.journeys.moment.MomentsOfTruth;
import dev.laurel.journeys.moment.RiskSet;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel funnel}: how far journeys come, and what breaks them on the way. */
@Command(
    name = "funnel",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how many journeys come how far, with intervals, and which touchpoints beside the way"
          + " go with fewer coming through.",
      "Every rule is said: order, window, entry and ties."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the funnel is told; single events may have been rejected",
      " 2:the command line is wrong",
      " 3:the events cannot be read, or the steps make no funnel",
      "70:a mistake of laurel itself"
    })
public final class FunnelCommand implements Callable<Integer> {
  /** How closely the steps must follow each other. */
  enum Order {
    /** In order; anything may lie between. */
    ordered(FunnelSpec.Order.IN_ORDER),
    /** In any order. */
    any(FunnelSpec.Order.ANY_ORDER),
    /** In order, nothing between. */
    direct(FunnelSpec.Order.DIRECT);

    private final FunnelSpec.Order order;

    Order(FunnelSpec.Order order) {
      this.order = order;
    }
  }

  private static final int MOST_BREAKS = 8;

  @Spec
  private CommandSpec spec;

  @Mixin
  private EventFile events = new EventFile();

  @Option(
      names = "--steps",
      paramLabel = "A,B,C",
      required = true,
      split = ",",
      description = "The touchpoints of the steps.")
  private List<String> steps = List.of();

  @Option(names = "--order", defaultValue = "ordered", description = "ordered, any or direct.")
  private Order order = Order.ordered;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      description = "The longest time from the first step, such as PT1H; no bound if left out.")
  private @Nullable Duration window;

  @Option(names = "--first-entry", description = "Counts the first of several first steps alone.")
  private boolean firstEntry;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "When the funnel is taken; at the last event if left out.")
  private @Nullable String asOf;

  /** A command without arguments yet. */
  public FunnelCommand() {}

  @Override
  public Integer call() {
    FunnelSpec funnel = EventFile.checked(this::funnel);
    LogReading reading = events.read();
    JourneyLog log = events.journeys(reading);
    PrintWriter out = spec.commandLine().getOut();
    EventFile.tell(reading, log, out);
    Optional<Instant> end = instant().or(() -> EventFile.last(log));
    if (end.isPresent()) {
      tell(Funnel.evaluate(log, funnel, end.get()), out);
      breaks(log, out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private void tell(FunnelResult result, PrintWriter out) {
    out.println();
    out.println(Figures.left("Step", 24) + Figures.right("journeys", 10)
        + "   of the step before              of the first step");
    for (int step = 0; step < steps.size(); step++) {
      out.println(Figures.left(result.stages().get(step).step().name(), 24)
          + Figures.right(Figures.of(result.reached(step)), 10)
          + "   "
          + Figures.left(step == 0 ? "" : Texts.share(result.conversion(step - 1, step)), 32)
          + (step == 0 ? "" : Texts.share(result.conversion(0, step))));
    }
    if (result.open() > 0) {
      out.println(Figures.of(result.open()) + " are still open at " + result.asOf()
          + "; of the others " + Texts.share(result.maturedConversion(0, steps.size() - 1))
          + " come through");
    }
    result
        .timeToConvert()
        .median()
        .ifPresent(median -> out.println("Half of those who come through do so within " + median));
  }

  /** A touchpoint that goes with fewer coming through, among those who came to a step. */
  private record Break(TouchpointId gate, Moment moment) {}

  /**
   * What goes with fewer coming to the last step: each touchpoint once, among those who came to the
   * step at which it shows most.
   */
  private void breaks(JourneyLog all, PrintWriter out) {
    TouchpointId goal = TouchpointId.of(steps.get(steps.size() - 1));
    JourneyLog log = all.convertedAt(goal);
    Set<TouchpointId> way = new LinkedHashSet<>();
    steps.forEach(step -> way.add(TouchpointId.of(step)));
    Map<TouchpointId, Break> worst = new TreeMap<>();
    // The worst of several steps is shown, so that each is asked at its share of the level.
    double level = MomentPolicy.standard().level() / Math.max(1, way.size() - 1);
    MomentPolicy policy = MomentPolicy.builder().level(level).build();
    for (TouchpointId gate : way) {
      List<RiskSet> asked = log.touchpoints().stream()
          .filter(touchpoint -> !way.contains(touchpoint) && !gate.equals(goal))
          .map(touchpoint -> RiskSet.of(touchpoint, gate))
          .toList();
      MomentsOfTruth.find(log, asked, policy)
          .painPoints()
          .forEach(moment -> worst.merge(
              moment.touchpoint(),
              new Break(gate, moment),
              (known, other) -> effect(other) < effect(known) ? other : known));
    }
    out.println();
    out.println("Touchpoints beside the way that go with fewer journeys at " + goal
        + " (association, not cause):");
    List<Break> shown = worst.values().stream()
        .sorted(Comparator.comparingDouble(FunnelCommand::effect))
        .limit(MOST_BREAKS)
        .toList();
    shown.forEach(found -> out.println("  of those at " + found.gate() + ", "
        + found.moment().touchpoint() + ": " + Texts.effect(found.moment())));
    if (shown.isEmpty()) {
      out.println("  none that the data show");
    }
  }

  private static double effect(Break found) {
    return found.moment().effect().value();
  }

  private FunnelSpec funnel() {
    FunnelSpec.Builder funnel = FunnelSpec.builder();
    return funnel
        .addAllSteps(steps.stream().map(FunnelStep::at).toList())
        .order(order.order)
        .window(Optional.ofNullable(window))
        .entry(firstEntry ? FunnelSpec.Entry.FIRST : FunnelSpec.Entry.ANY)
        .build();
  }

  private Optional<Instant> instant() {
    if (asOf == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(TimeGate.parseInstant(asOf));
    } catch (MalformedInputException failure) {
      throw new InputFailure(InputFailure.Code.MAPPING_INVALID, "--as-of: " + failure.getMessage());
    }
  }
}
