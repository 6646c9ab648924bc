package dev.laurel.journeys.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.json.LaurelJson;
import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.ObservedJourney;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** I1: what is written is read as the same value, and equal values are the same bytes. */
@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class JourneysRoundTripLaws {
  private static final LaurelJson JSON = JourneysJson.standard();

  @Property(tries = 60)
  void everyDocumentIsReadAsItWasWritten(@ForAll long seed) {
    for (Class<?> type : AnyJourneys.DOCUMENTS) {
      Object value = new AnyJourneys(seed).of(type);
      assertReadAsWritten(value, JSON::write);
      // Equal values, one of which came from text.
      assertThat(JSON.write(JSON.read(JSON.write(value), type))).isEqualTo(JSON.write(value));
    }
  }

  @Property(tries = 200)
  void mapsAreReadAsTheyWereWritten(@ForAll JourneyMap map) {
    assertReadAsWritten(map, JSON::write);
  }

  /** A log is its journeys, one on each line. */
  @Property(tries = 200)
  void logsAreReadAsTheyWereWritten(@ForAll JourneyLog log) {
    List<ObservedJourney> journeys = new ArrayList<>();
    for (int journey = 0; journey < log.journeys(); journey++) {
      journeys.add(log.journey(journey));
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    JSON.writeLines(journeys, lines);

    JourneyLog.Builder read = JourneyLog.builder();
    JSON.readLines(new ByteArrayInputStream(lines.toByteArray()), ObservedJourney.class)
        .forEachRemaining(line -> {
          ObservedJourney journey =
              ((dev.laurel.core.json.JsonLine.Accepted<ObservedJourney>) line).value();
          read.addAll(journey.events()).facts(journey.id(), journey.facts());
        });
    assertThat(read.build()).isEqualTo(log);
  }

  @Property(tries = 200)
  void eventsAreReadAsTheyWereWritten(@ForAll List<TouchEvent> events) {
    events.forEach(event -> assertReadAsWritten(event, JSON::write));
  }

  /** The twin forgets the feelings, as a writer would for which they are no attribute. */
  @Example
  void theLawCatchesACodecThatDropsAFeeling() {
    Function<Object, String> twin =
        value -> JSON.write(value).replaceAll("\"expectedEmotion\":[^,}]*,?", "");

    assertReadAsWritten(Maps.dealer(), JSON::write);
    assertThatThrownBy(() -> assertReadAsWritten(Maps.dealer(), twin))
        .isInstanceOf(AssertionError.class);
  }

  private static void assertReadAsWritten(Object value, Function<Object, String> writer) {
    String text = writer.apply(value);
    Class<?> type = AnyJourneys.DOCUMENTS.stream()
        .filter(root -> root.isInstance(value))
        .findFirst()
        .orElseThrow();
    assertThat((Object) JSON.read(text, type)).as(text).isEqualTo(value);
  }
}
