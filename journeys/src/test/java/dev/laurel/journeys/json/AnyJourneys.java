package dev.laurel.journeys.json;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.testkit.AnyValue;
import dev.laurel.journeys.daily.ContextId;
import dev.laurel.journeys.daily.DailyFlow;
import dev.laurel.journeys.daily.LifeContext;
import dev.laurel.journeys.daily.OfferingFit;
import dev.laurel.journeys.daily.OfferingId;
import dev.laurel.journeys.daily.Offerings;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.PainPointId;
import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.ObservedJourney;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.CommunicationPoint;
import dev.laurel.journeys.map.Emotion;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Lane;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.MomentKind;
import dev.laurel.journeys.map.PainPoint;
import dev.laurel.journeys.map.Stage;
import dev.laurel.journeys.map.StageModel;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.map.Touchpoint;
import dev.laurel.journeys.persona.Persona;
import dev.laurel.journeys.persona.Segment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of this module's types, made by chance. */
final class AnyJourneys extends AnyValue {
  /** All types that stand alone. */
  static final List<Class<?>> DOCUMENTS = List.of(
      JourneyMap.class,
      MapVersions.class,
      Persona.class,
      DailyFlow.class,
      Offerings.class,
      TouchEvent.class,
      ObservedJourney.class);

  private int steps;

  AnyJourneys(long seed) {
    super(seed);
  }

  @Override
  protected @Nullable Object own(Class<?> type) {
    if (type == Emotion.class) {
      return Emotion.of(4 * share() - 2);
    } else if (type == Experience.class) {
      Experience.Scale scale =
          one(List.of(Experience.Scale.ONE_TO_FIVE, new Experience.Scale(-share(), 1e12)));
      return Experience.of(
          Math.min(scale.highest(), scale.lowest() + share() * (scale.highest() - scale.lowest())),
          scale);
    } else if (type == Proportion.class) {
      return Proportion.of(below(100), 100L + below(10_000));
    } else if (type == Segment.NumberWithin.class) {
      return new Segment.NumberWithin(
          "km", Optional.of(new BigDecimal(below(99))), Optional.of(new BigDecimal("99.5")));
    } else if (type == LifeContext.class) {
      return context(below(1_000));
    } else if (type == OfferingFit.class) {
      return new OfferingFit(
          of(OfferingId.class),
          of(ContextId.class),
          of(OfferingFit.Role.class),
          1 - share() / 2,
          below(2) == 0 ? List.of() : List.of("31 letters"));
    } else if (type == DailyFlow.class) {
      return new DailyFlow("Week", of(Persona.class), List.of(context(0), context(1), context(2)));
    } else if (type == Offerings.class) {
      return new Offerings("Acme", List.of(of(OfferingFit.class), of(OfferingFit.class)));
    } else if (type == ContextId.class) {
      return ContextId.of("context-" + below(99));
    } else if (type == OfferingId.class) {
      return OfferingId.of("offering-" + below(99));
    } else if (type == ObservedJourney.class) {
      return journey();
    } else if (type == JourneyMap.class) {
      return map();
    } else if (type == MapVersions.class) {
      return versions();
    }
    return null;
  }

  /** From 0 to 1, with as many digits as a number may have. */
  private double share() {
    return below(2) == 0 ? below(11) / 10.0 : below(1_000_000) / 999_999.0;
  }

  private LifeContext context(int number) {
    LifeContext.Builder context = LifeContext.builder();
    context
        .id(ContextId.of("context-" + number))
        .activity(of(String.class))
        .place(of(String.class))
        .duration(Duration.ofSeconds(1 + below(4_000)))
        .timesPerWeek(0.1 + 9 * share())
        .relation(of(dev.laurel.journeys.daily.Relation.class));
    if (below(2) == 0) {
      context.mood(of(Emotion.class)).job(of(String.class)).need(share());
      context.typicalTime(of(LocalTime.class));
    }
    return context.build();
  }

  private ObservedJourney journey() {
    JourneyId id = of(JourneyId.class);
    ImmutableList.Builder<TouchEvent> events = ImmutableList.builder();
    for (int i = 0; i <= below(4); i++) {
      events.add(of(TouchEvent.class));
    }
    return new ObservedJourney(id, of(dev.laurel.journeys.log.JourneyFacts.class), events.build());
  }

  private JourneyMap map() {
    StageModel stages = below(2) == 0
        ? StageModel.CUSTOMER_CYCLE
        : StageModel.of("Ours", Stage.of("buy", "Buy"), Stage.of("try", "\u8a66"));
    steps = 0;
    Flow flow = Flow.inOrder(step(), flow(3), step());
    Step first = flow.steps().get(0);
    JourneyMap.Builder map = JourneyMap.builder();
    map.id(MapId.of("map")).name(of(String.class)).persona(of(Persona.class));
    map.goal(of(String.class)).stages(stages).flow(flow);
    if (below(2) == 0) {
      map.addPainPoint(PainPoint.builder()
          .id(PainPointId.of("pain"))
          .touchpoint(first.id())
          .description(of(String.class))
          .severity(of(PainPoint.Severity.class))
          .build());
      map.addImprovement(Improvement.builder()
          .id(of(dev.laurel.journeys.identity.ImprovementId.class))
          .touchpoint(first.id())
          .painPoint(PainPointId.of("pain"))
          .hypothesis(of(String.class))
          .status(of(Improvement.Status.class))
          .build());
    }
    return map.build();
  }

  private Flow flow(int depth) {
    return switch (depth == 0 ? 0 : below(6)) {
      case 1 -> Flow.inOrder(flow(depth - 1), flow(depth - 1));
      case 2 -> Flow.choice(flow(depth - 1), flow(depth - 1));
      case 3 -> Flow.maybe(flow(depth - 1));
      case 4 -> Flow.repeated(flow(depth - 1));
      case 5 -> Flow.anyOrder(flow(depth - 1), flow(depth - 1));
      default -> step();
    };
  }

  private Flow step() {
    Step.Builder step = Step.builder();
    step.touchpoint(touchpoint("t" + steps++)).stage(StageId.of(one(List.of("buy", "try"))));
    if (below(2) == 0) {
      step.expectedEmotion(of(Emotion.class)).moment(of(MomentKind.class));
    }
    return Flow.one(step.build());
  }

  private Touchpoint touchpoint(String name) {
    Touchpoint plain =
        below(2) == 0 ? Action.of(name, "A " + name) : CommunicationPoint.of(name, name);
    if (below(2) == 0) {
      return plain;
    }
    Action.Builder action = Action.builder();
    return action
        .id(plain.id())
        .name(of(String.class))
        .addChannels(Channel.of("app"), Channel.of("shop"))
        .lane(of(Lane.class))
        .build();
  }

  private MapVersions versions() {
    Instant at = of(Instant.class);
    MapVersions versions = MapVersions.startingWith(map(), "Ada", at, of(String.class));
    if (below(2) == 0) {
      versions = versions.activate(1, at).draft(map(), 1, "Bo", at, of(String.class));
    }
    return below(2) == 0
        ? versions
        : versions.activate(versions.latest().number(), at.plusSeconds(1));
  }
}
