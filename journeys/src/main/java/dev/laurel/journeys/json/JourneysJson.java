package dev.laurel.journeys.json;

import dev.laurel.core.json.JsonTypes;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.journeys.daily.DailyFlow;
import dev.laurel.journeys.daily.LifeContext;
import dev.laurel.journeys.daily.Offerings;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.ObservedJourney;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.CommunicationPoint;
import dev.laurel.journeys.map.Emotion;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersion;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.PainPoint;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.persona.Persona;

/**
 * The door between journeys and JSON documents, which takes those of core as well.
 *
 * <p>The documents are those of {@link LaurelJson}, with its rules and its limits: a map, its
 * versions, a persona, a week and what a company offers in it; events and whole journeys with their
 * outcomes are lines. A feeling, a score, a strength and a share are decimals in text.
 *
 * <pre>
 *   {"schemaVersion":1,"id":"shop","name":"Shop",
 *    "persona":{"id":"buyer","name":"Buyer","evidence":{"type":"assumed","source":"workshop"}},
 *    "goal":"a thing","stages":{"name":"Ours","stages":[{"id":"buy","name":"Buy"}]},
 *    "flow":{"type":"one","step":{"touchpoint":{"type":"action","id":"pay","name":"Pays"},
 *                                 "stage":"buy","expectedEmotion":-0.5,"moment":"FIRST"}}}
 * </pre>
 */
public final class JourneysJson {
  // A new kind of flow, evidence, segment or touchpoint is a case of its family: no line here.
  private static final JsonTypes TYPES = JsonTypes.builder("journeys")
      .real(Emotion.class, Emotion::value, Emotion::of)
      .fields(JourneyMap.class, "id name persona goal stages flow painPoints improvements")
      .fields(Step.class, "touchpoint stage expectedEmotion moment")
      .fields(Action.class, "id name actor channels lane")
      .fields(CommunicationPoint.class, "id name initiator receiver message channels lane")
      .fields(PainPoint.class, "id touchpoint description severity level evidence")
      .fields(Improvement.class, "id touchpoint painPoint hypothesis status")
      .fields(
          MapVersion.class, "number parent author madeAt reason status activeFrom activeUntil map")
      .fields(Persona.class, "id name evidence motivations needs behaviours aspirations")
      .fields(
          LifeContext.class,
          "id activity place typicalTime duration timesPerWeek mood job need relation")
      .fields(
          TouchEvent.class,
          "journey touchpoint at channel status experience value sequence attributes")
      .fields(JourneyFacts.class, "member outcome attributes")
      .fields(Outcome.class, "isConverted isChurned value score")
      .document(JourneyMap.class)
      .document(MapVersions.class)
      .document(Persona.class)
      .document(DailyFlow.class)
      .document(Offerings.class)
      .document(TouchEvent.class)
      .document(ObservedJourney.class)
      .build();

  private static final LaurelJson STANDARD = LaurelJson.standard().with(TYPES);

  private JourneysJson() {}

  /** The door with the standard gate for money. */
  public static LaurelJson standard() {
    return STANDARD;
  }

  /** The documents of this module, for a door that takes those of others too. */
  public static JsonTypes types() {
    return TYPES;
  }

  /**
   * The JSON Schema, draft 2020-12, of every document of this module; what it shares with core is
   * in {@link LaurelJson#schema()}.
   */
  public static String schema() {
    return TYPES.published(JourneysJson.class);
  }
}
