package dev.laurel.examples.story;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.journeys.daily.ContextId;
import dev.laurel.journeys.daily.DailyFlow;
import dev.laurel.journeys.daily.DayComparison;
import dev.laurel.journeys.daily.InsideOutBias;
import dev.laurel.journeys.daily.LifeContext;
import dev.laurel.journeys.daily.OfferingFit;
import dev.laurel.journeys.daily.OfferingFit.Role;
import dev.laurel.journeys.daily.OutsideIn;
import dev.laurel.journeys.daily.Relation;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.PersonaId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.StageModel;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.persona.Evidence;
import dev.laurel.journeys.persona.Persona;
import dev.laurel.journeys.render.MapSvg;
import dev.laurel.journeys.render.WeekSvg;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The week of a driver who has become a passenger now and then, as Tesla and BMW serve it: the one
 * with games and karaoke while the car stands, the other with what belongs to driving. The figures
 * are invented for the story.
 */
public final class DriversDay {
  private DriversDay() {}

  /** The persona, of whom no more is assumed than the story needs. */
  public static Persona driver() {
    return Persona.builder()
        .id(PersonaId.of("driver"))
        .name("A driver with a family")
        .evidence(new Evidence.Assumed("the story"))
        .addNeed("not to waste the minutes at the charger")
        .build();
  }

  /** The week: what the driver does, and what it has to do with a car maker. */
  public static DailyFlow week() {
    return new DailyFlow(
        "A driver's week",
        driver(),
        List.of(
            context("breakfast", "Breakfast at home", 20, 7, 0.1, Relation.NONE),
            context("school-run", "Takes the children to school", 20, 5, 0.4, Relation.TOUCHED),
            context("commute", "Drives to work and back", 35, 10, 0.5, Relation.TOUCHED),
            context("charging", "Waits at the charger", 25, 3, 0.9, Relation.ADJACENT),
            context("waiting", "Waits for a child at the pool", 45, 2, 0.8, Relation.ADJACENT),
            context("weekend", "A trip with the family", 150, 1, 0.6, Relation.TOUCHED),
            context("workshop", "Brings the car to the workshop", 40, 0.1, 0.3, Relation.OWNED)));
  }

  private static LifeContext context(
      String id, String activity, int minutes, double times, double need, Relation relation) {
    LifeContext.Builder context = LifeContext.builder().id(ContextId.of(id)).activity(activity);
    context.place(id).duration(Duration.ofMinutes(minutes)).timesPerWeek(times);
    return context.need(need).relation(relation).build();
  }

  /** The week as Tesla and BMW serve it. */
  public static DayComparison day() {
    DailyFlow week = week();
    OutsideIn tesla = new OutsideIn(
        week,
        List.of(
            OfferingFit.of("karaoke", "charging", Role.EMOTIONAL, 0.8),
            OfferingFit.of("arcade", "charging", Role.SOCIAL, 0.7),
            OfferingFit.of("arcade", "waiting", Role.EMOTIONAL, 0.7),
            OfferingFit.of("autopilot", "commute", Role.FUNCTIONAL, 0.7),
            OfferingFit.of("karaoke", "weekend", Role.SOCIAL, 0.6)));
    OutsideIn bmw = new OutsideIn(
        week,
        List.of(
            OfferingFit.of("assistant", "commute", Role.FUNCTIONAL, 0.7),
            OfferingFit.of("assistant", "school-run", Role.FUNCTIONAL, 0.5),
            OfferingFit.of("service-booking", "workshop", Role.FUNCTIONAL, 0.9)));
    return new DayComparison("Tesla", tesla, "BMW", bmw);
  }

  /** The pictures by the names of their files: the week, and the map that the company draws. */
  public static ImmutableSortedMap<String, String> draw() {
    return ImmutableSortedMap.of(
        "drivers-day-map.svg", MapSvg.image(map()),
        "drivers-day-week.svg", WeekSvg.image(day()));
  }

  /** The story, line by line. */
  public static String tell() {
    DayComparison day = day();
    OutsideIn tesla = day.first();
    OutsideIn bmw = day.second();
    StringBuilder text = new StringBuilder(day.text());
    text.append("only Tesla serves: ").append(names(day.onlyFirst())).append('\n');
    text.append("only BMW serves: ").append(names(day.onlySecond())).append('\n');
    text.append("nobody at Tesla thought of: ").append(white(tesla)).append('\n');
    text.append("nobody at BMW thought of: ").append(white(bmw)).append('\n');
    InsideOutBias bias = InsideOutBias.of(map(), week(), placed());
    text.append("and a journey map of five touchpoints has ");
    text.append(bias.owned().successes()).append(" of ").append(bias.owned().total());
    return text.append(" inside the company\n").toString();
  }

  private static String names(List<LifeContext> contexts) {
    return String.join(", ", contexts.stream().map(one -> one.id().value()).toList());
  }

  private static String white(OutsideIn view) {
    OutsideIn.WhiteSpace first = view.whiteSpace().get(0);
    return first.context().activity() + ", " + Math.round(first.minutesPerWeek()) + " min a week";
  }

  /** The map that the company draws: from its advertisement to its workshop. */
  private static JourneyMap map() {
    JourneyMap.Builder map = JourneyMap.builder().id(MapId.of("own-a-car")).name("Owning a car");
    map.persona(driver()).goal("a car that is always ready").stages(StageModel.AICPRA);
    return map.flow(Flow.inOrder(
            Step.of(Action.of("advert", "Sees an advertisement"), "awareness"),
            Step.of(Action.of("configurator", "Configures a car"), "interest"),
            Step.of(Action.of("contract", "Signs"), "purchase"),
            Step.of(Action.of("commute", "Drives"), "retention"),
            Step.of(Action.of("service", "Has it serviced"), "retention")))
        .build();
  }

  private static Map<TouchpointId, ContextId> placed() {
    return Map.of(
        TouchpointId.of("commute"),
        ContextId.of("commute"),
        TouchpointId.of("service"),
        ContextId.of("workshop"));
  }
}
