package dev.laurel.journeys.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.Channel;
import dev.laurel.core.json.JsonLine;
import dev.laurel.core.json.JsonLines;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.journeys.daily.Offerings;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.Maps;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the documents look like, letter for letter. */
class JourneysJsonFormTest {
  private static final LaurelJson JSON = JourneysJson.standard();

  @Test
  void aMapHasItsPersonaItsStagesAndItsFlow() {
    String json = JSON.write(Maps.dealer());

    assertThat(json)
        .startsWith("{\"schemaVersion\":1,\"id\":\"buy-a-car\",\"name\":\"Buying a car\","
            + "\"persona\":{\"id\":\"commuter\",\"name\":\"Long-distance commuter\","
            + "\"evidence\":{\"type\":\"statistical\",\"segment\":{\"type\":\"number-within\","
            + "\"key\":\"mileage\",\"least\":\"30000\"},"
            + "\"observed\":{\"successes\":412,\"total\":1000},")
        .contains("\"stages\":{\"name\":\"Customer cycle\",\"stages\":[{\"id\":\"discover\","
            + "\"name\":\"Discover\"},")
        .contains("{\"type\":\"maybe\",\"part\":{\"type\":\"one\",\"step\":{\"touchpoint\":"
            + "{\"type\":\"action\",\"id\":\"compare\",\"name\":\"Comparison\",")
        .contains("\"stage\":\"try\",\"expectedEmotion\":1.5,\"moment\":\"FIRST\"}")
        .contains("\"painPoints\":[{\"id\":\"long-wait\",\"touchpoint\":\"test-drive\",");
    assertThat(JSON.read(json, JourneyMap.class)).isEqualTo(Maps.dealer());
  }

  @Test
  void whatHasADefaultMayBeLeftOutByThoseWhoWriteByHand() {
    JourneyMap map = JSON.read("""
        {"schemaVersion": 1, "id": "shop", "name": "Shop", "goal": "a thing",
         "persona": {"id": "buyer", "name": "Buyer",
                     "evidence": {"type": "assumed", "source": "workshop"}},
         "stages": {"name": "Ours", "stages": [{"id": "buy", "name": "Buy"}]},
         "flow": {"type": "one", "step": {"stage": "buy",
           "touchpoint": {"type": "communication-point", "id": "offer", "name": "Offer"}}}}
        """, JourneyMap.class);

    assertThat(map.steps().get(0).touchpoint().actors()).hasSize(2);
    assertThat(map.isLinear()).isTrue();
  }

  @Test
  void aHistoryHasAllItsVersions() {
    MapVersions versions = MapVersions.startingWith(Maps.linear("a"), "Ada", Logs.START, "workshop")
        .activate(1, Logs.START);

    assertThat(JSON.write(versions))
        .startsWith("{\"schemaVersion\":1,\"versions\":[{\"number\":1,\"author\":\"Ada\","
            + "\"madeAt\":\"2026-03-01T00:00:00Z\",\"reason\":\"workshop\",\"status\":\"ACTIVE\","
            + "\"activeFrom\":\"2026-03-01T00:00:00Z\",\"map\":{\"id\":\"buy-a-car\",");
  }

  @Test
  void whatACompanyOffersIsALine() {
    String json = "{\"schemaVersion\":1,\"company\":\"Acme\",\"fits\":[{\"offering\":\"karaoke\","
        + "\"context\":\"charging\",\"role\":\"EMOTIONAL\",\"strength\":0.8}]}";

    assertThat(JSON.write(JSON.read(json, Offerings.class))).isEqualTo(json);
  }

  @Test
  void eventsAreLinesAndALineThatIsNoneIsKept() {
    TouchEvent.Builder event = TouchEvent.builder();
    TouchEvent paid = event
        .journey(JourneyId.of("j-1"))
        .touchpoint(TouchpointId.of("pay"))
        .at(Logs.START)
        .channel(Channel.of("app"))
        .status(EventStatus.FAILED)
        .experience(Experience.of(2, Experience.Scale.ONE_TO_FIVE))
        .build();
    String line = JSON.write(paid);

    assertThat(line)
        .isEqualTo("{\"schemaVersion\":1,\"journey\":\"j-1\",\"touchpoint\":\"pay\","
            + "\"at\":\"2026-03-01T00:00:00Z\",\"channel\":\"app\",\"status\":\"FAILED\","
            + "\"experience\":{\"score\":2,\"scale\":{\"lowest\":1,\"highest\":5}},"
            + "\"attributes\":{}}");
    JsonLines<TouchEvent> read = JSON.readLines(
        new ByteArrayInputStream((line + "\n{\"schemaVersion\":1,\"journey\":\"j-1\"}\n")
            .getBytes(StandardCharsets.UTF_8)),
        TouchEvent.class);
    assertThat(read.next()).isEqualTo(new JsonLine.Accepted<>(1, paid));
    assertThat(read.next()).hasToString("line 2: REQUIRED at touchpoint");
    assertThat(read.hasNext()).isFalse();
  }
}
