package dev.laurel.journeys.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.Refused;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.daily.ContextId;
import dev.laurel.journeys.daily.DailyFlow;
import dev.laurel.journeys.daily.DayComparison;
import dev.laurel.journeys.daily.LifeContext;
import dev.laurel.journeys.daily.OfferingFit;
import dev.laurel.journeys.daily.OutsideIn;
import dev.laurel.journeys.daily.Relation;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.Maps;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.StepFlows;
import dev.laurel.journeys.path.Variants;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PicturesTest {
  private static final String HOSTILE = "Call 10:30; \"slot\" #1 </text><script>%%{x}%%\n--> x";

  @Test
  void aMapIsAMermaidJourney() {
    assertThat(Mermaid.journey(Maps.dealer())).isEqualTo("""
        journey
          title Buying a car
          section Discover
            Advertisement: 3: Long-distance commuter
          section Evaluate
            Comparison: 3: Long-distance commuter
          section Try
            Test drive: 4.5: Long-distance commuter
          section Buy
            Signature: 3: Long-distance commuter
        """);
  }

  @Test
  void noNameBreaksAMermaidJourney() {
    String text = Mermaid.journey(hostile());

    assertThat(text.lines().toList()).hasSize(4);
    assertThat(text.lines().toList().get(3).chars().filter(c -> c == ':').count())
        .isEqualTo(2);
    assertThat(text.lines().toList().get(3)).doesNotContain(";", "#", "%%");
  }

  @Test
  void aNameThatIsAWordOfMermaidStartsNoStatement() {
    String text = Mermaid.journey(
        Maps.of(Flow.one(Step.of(Action.of("title", "Title transfer at the bank"), "buy"))));

    assertThat(text.lines().toList().get(3)).startsWith("    \u200bTitle transfer at the bank: 3");
    assertThat(MermaidText.task("untitled")).isEqualTo("untitled");
  }

  @Test
  void aNameOfWhichNothingCanBeShownIsAQuestionMark() {
    assertThat(ShownText.of("\u00a0\u202e\u0007")).isEqualTo("?");
    assertThat(ShownText.of("a\ud83d b\u2028c\ufffe")).isEqualTo("a\ufffd b c\ufffd");
    // The joiner within an emoji stays.
    assertThat(ShownText.of("\ud83d\udc69\u200d\ud83d\ude80"))
        .isEqualTo("\ud83d\udc69\u200d\ud83d\ude80");
  }

  @Test
  void theFlowOfJourneysIsASankeyDiagram() {
    StepFlows flows = StepFlows.of(Variants.of(Logs.of("abc", "abd", "ab", "b")), 3, 1);

    assertThat(Mermaid.sankey(flows)).isEqualTo("""
        sankey-beta

        "a [1]","b [2]",3
        "others at 1","ended after 1",1
        "b [2]","c [3]",1
        "b [2]","others at 3",1
        "b [2]","ended after 2",1
        """);
  }

  @Test
  void aSankeyDiagramIsInAsciiAndTellsNamesApart() {
    String text = Mermaid.sankey(StepFlows.of(
        Variants.of(Hostile.log(List.of("Caf\u00e9", "Cafe", "say \"hi\"", "\u8eca", "R&D"))),
        5,
        9));

    assertThat(text)
        .contains("\"Cafe (2) [1]\",\"Cafe [2]\",1")
        .contains("\"say \"\"hi\"\" [1]\",\"U+8ECA [2]\",1")
        .contains("\"R+D [1]\",\"ended after 1\",1");
    assertThatThrownBy(() -> Mermaid.sankey(StepFlows.of(Variants.of(JourneyLog.empty()), 2, 1)))
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.REQUIRED);
  }

  @Test
  void theHistoryOfAMapIsATimeline() {
    Instant march = Instant.parse("2026-03-01T23:30:00Z");
    MapVersions versions = MapVersions.startingWith(
            Maps.linear("a", "b"), "Ada", march, "workshop: first")
        .activate(1, march)
        .draft(Maps.linear("a"), 1, "Bo", march, "one step less");

    assertThat(Mermaid.timeline(versions, ZoneId.of("Europe/Berlin"))).isEqualTo("""
        timeline
          title Buying a car
          Version 1 : active\u201a made on 2026-03-02 : in force from 2026-03-02 : workshop\ua789 first
          Version 2 : draft\u201a made on 2026-03-02 : one step less : removed steps.b : removed touchpoints.b
        """);
  }

  @Test
  void whatFollowedWhatIsAFlowchart() {
    assertThat(Mermaid.flowchart(graph("a b b", "a b"), 1)).isEqualTo("""
        flowchart LR
          t0["a"]
          t1["b"]
          t0 -->|"2 (67%)"| t1
          t1 -->|"1 (33%)"| t1
        """);
    assertThat(Mermaid.flowchart(graph("a b b", "a b"), 2)).doesNotContain("t1 -->");
  }

  @Test
  void noNameBreaksAFlowchartOrAGraph() {
    String label = MermaidText.label(HOSTILE);
    String dot = Dot.label("\\\" ];\nevil [label=\"");

    assertThat(label).doesNotContain("\"", "<", ">", "\n");
    assertThat(dot).isEqualTo("\\\\\\\" ]; evil [label=\\\"");
  }

  @Test
  void aGraphHasCountsAndTimes() {
    assertThat(Dot.graph(graph("a b"), 1))
        .contains("t0 [label=\"a\\n1\"];")
        .contains("t0 -> t1 [label=\"1\\nPT1M\", penwidth=6.0];");
  }

  @Test
  void aFlowchartStaysReadable() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 502; i++) {
      names.add("t" + i);
    }

    assertThatThrownBy(() -> Mermaid.flowchart(graph(String.join(" ", names)), 1))
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.LIMIT_EXCEEDED);
  }

  @Test
  void theImageOfAMapIsXmlWithAllItsParts() throws Exception {
    Document image = parsed(MapSvg.image(Maps.dealer()));

    assertThat(texts(image))
        .contains("Buying a car", "Advertisement", "Test drive", "Try", "optional")
        .contains(
            "Test drive: two weeks until a car is free",
            "high severity, assumed: 31 complaints in March")
        .contains("Test drive: more of those who compare come to the test drive")
        .contains("proposed, against 1", "first moment of truth", "+1.5")
        .contains("41.2 % of customers, counted; service records of 2025");
    // The mark of the pain on its step and beside its text, and that of the improvement.
    assertThat(texts(image)).filteredOn("1"::equals).hasSize(2);
    assertThat(texts(image)).filteredOn("A"::equals).hasSize(2);
  }

  @Test
  void aMapHeldAgainstRealityTellsWhatWasTaken() throws Exception {
    JourneyMap map = Maps.linear("a", "b");

    Document image = parsed(MapSvg.image(Conformance.evaluate(Logs.of("ab", "a", "axb"), map)));

    assertThat(texts(image))
        .contains("100 % took it", "67 % took it")
        .anyMatch(text ->
            text.startsWith("3 journeys: 33.3 % exactly as designed") && text.endsWith("x 1"));
  }

  /** Of a step that may be left out there is no share: nobody who leaves it out deviates. */
  @Test
  void ofAnOptionalStepOnlyACountIsTold() throws Exception {
    JourneyMap map = Maps.of(Flow.inOrder(Maps.one("a"), Flow.maybe(Maps.one("b"))));

    Document image = parsed(MapSvg.image(Conformance.evaluate(Logs.of("ab", "a", "a"), map)));

    assertThat(texts(image)).contains("100 % took it", "1 times");
  }

  @Test
  void ofAStepOnEveryWayAShareIsToldAlthoughThereIsAChoice() throws Exception {
    JourneyMap map = Maps.of(Flow.choice(
        Flow.inOrder(Maps.one("a"), Maps.one("b")), Flow.inOrder(Maps.one("a"), Maps.one("c"))));

    Document image = parsed(MapSvg.image(Conformance.evaluate(Logs.of("ab", "ac", "b"), map)));

    assertThat(texts(image)).contains("2 times", "1 times");
    assertThat(texts(image)).filteredOn("67 % took it"::equals).hasSize(2);
  }

  @Test
  void aLongMapHasSeveralRows() throws Exception {
    List<Flow> steps = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      steps.add(Maps.one("t" + i));
    }
    Document image = parsed(MapSvg.image(Maps.of(Flow.inOrder(steps))));

    assertThat(texts(image)).filteredOn("Buy"::equals).hasSize(3);
    assertThat(texts(image)).contains("The t0", "The t22");
    assertThat(Double.parseDouble(image.getDocumentElement().getAttribute("width")))
        .isLessThan(1_800);
  }

  @Test
  void theFlowOfAMapIsToldInWords() {
    assertThat(StepWords.of(Flow.inOrder(
            Maps.one("a"),
            Flow.maybe(Flow.repeated(Maps.one("b"))),
            Flow.choice(Maps.one("c"), Maps.one("d")),
            Flow.anyOrder(Maps.one("e"), Maps.one("f")),
            Flow.choice(Maps.one("g")))))
        .containsExactly(
            "", "optional, once or more", "one of 2", "one of 2", "any order", "any order", "");
  }

  @Test
  void aProcessMapHasCountsAndTimes() throws Exception {
    Document image = parsed(ProcessSvg.image(graph("a b b", "a b", "b a"), "Ways", 1));

    assertThat(texts(image))
        .contains("Ways", "start", "end", "a", "b")
        .contains("3 journeys, 7 events", "2 \u00b7 60 s", "1 \u00b7 60 s");
  }

  @Test
  void aProcessMapSaysWhatIsLeftOut() throws Exception {
    String svg = ProcessSvg.image(graph("a b", "a b", "a c b"), "Ways", 2);

    assertThat(String.join(" ", texts(parsed(svg))))
        .contains("3 journeys, 7 events; of all steps from one to the next 50 % are shown, those"
            + " that came at least 2 times and the most frequent of each touchpoint");
    assertThat(texts(parsed(svg))).doesNotContain("c");
    assertThat(ProcessSvg.leastCountFor(graph("a b", "a b", "a c b"), 1)).isEqualTo(4);
  }

  /** Most go straight from a to z, where they end; the few that come by b come to z thereafter. */
  @Test
  void theLastStepStandsLast() {
    ProcessGraph shown = new ProcessGraph(graph("a z", "a z", "a z", "a b z"), 1);
    ProcessLayout layout = new ProcessLayout(shown);

    assertThat(IntStream.range(1, shown.end()).mapToObj(shown::touchpoint))
        .extracting(TouchpointId::value)
        .containsExactly("a", "b", "z");
    assertThat(IntStream.range(0, 5).map(node -> layout.node(node).layer))
        .containsExactly(0, 1, 2, 3, 4);
  }

  /** A rare step that frequent ones would hide: b comes once, after a and before c. */
  @Test
  void aConnectedProcessMapKeepsEachTouchpointOnAWay() throws Exception {
    DirectlyFollows graph = graph("a c", "a c", "a c", "a b c", "c");

    assertThat(texts(parsed(ProcessSvg.image(graph, "Ways", 2)))).doesNotContain("b");
    assertThat(texts(parsed(ProcessSvg.connected(graph, "Ways", 3)))).contains("a", "b", "c");
    assertThat(String.join(" ", texts(parsed(ProcessSvg.connected(graph, "Ways", 3)))))
        .contains(
            "5 journeys, 10 events; of all steps from one to the next 100 % are shown, the most"
                + " frequent and those that connect each touchpoint; arrows left out: 1");
    assertThat(texts(parsed(ProcessSvg.connected(graph, "Ways", 99))))
        .contains("5 journeys, 10 events");
  }

  @Test
  void aProcessMapOfNothingIsAnEmptyImage() throws Exception {
    assertThat(texts(
            parsed(ProcessSvg.image(DirectlyFollows.of(JourneyLog.empty()), "Nothing yet", 1))))
        .contains("start", "end", "0 journeys, 0 events");
    assertThat(texts(
            parsed(ProcessSvg.connected(DirectlyFollows.of(JourneyLog.empty()), "Nothing yet", 9))))
        .contains("start", "end", "0 journeys, 0 events");
  }

  @Test
  void aProcessMapStaysReadable() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 252; i++) {
      names.add("t" + i);
    }

    DirectlyFollows graph = graph(String.join(" ", names));
    Refused.refused(FailureCode.LIMIT_EXCEEDED, () -> ProcessSvg.image(graph, "Long", 1));
    Refused.refused(FailureCode.LIMIT_EXCEEDED, () -> ProcessSvg.connected(graph, "Long", 9));
  }

  /** The longest bar has 400 pixels: 120 minutes of 240 are 200, of which 0.75 are filled. */
  @Test
  void aWeekHasABarForEachCompanyFilledAsFarAsItFits() throws Exception {
    Document image = parsed(WeekSvg.image(week("Park", "Acme")));

    assertThat(texts(image))
        .contains("Week", "Park", "Gym", "120 min a week, need 0.9", "towel, 0.8", "nothing")
        .contains("Acme: serves 66.7 % of the week, 50.0 % by how well it fits")
        .contains("Other: serves 0.0 % of the week, 0.0 % by how well it fits");
  }

  @Test
  void noNameBreaksAWeek() throws Exception {
    Document image = parsed(WeekSvg.image(week(HOSTILE, "]]>&lt;")));

    assertThat(image.getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(image)).anyMatch(text -> text.startsWith("]]>&lt;: serves"));
    assertThat(texts(parsed(WeekSvg.image(week("x".repeat(256), "y".repeat(128))))))
        .anyMatch(text -> text.startsWith("xxx") && text.endsWith("\u2026"));
  }

  @Test
  void timesAreToldAsPeopleSayThem() {
    assertThat(TimeWords.of(Duration.ofSeconds(89))).isEqualTo("89 s");
    assertThat(TimeWords.of(Duration.ofSeconds(150))).isEqualTo("2.5 min");
    assertThat(TimeWords.of(Duration.ofHours(47))).isEqualTo("47 h");
    assertThat(TimeWords.of(Duration.ofHours(84))).isEqualTo("3.5 d");
  }

  @Test
  void noNameBreaksAnImage() throws Exception {
    List<String> names = List.of(HOSTILE, "\u202e\u0001", "a\ud83d", "]]>", "&amp;");
    String process = ProcessSvg.image(
        DirectlyFollows.of(Hostile.log(List.of(HOSTILE, "]]>", "&amp;"))), HOSTILE, 1);

    assertThat(parsed(MapSvg.image(Hostile.map(names)))
            .getElementsByTagName("script")
            .getLength())
        .isZero();
    assertThat(parsed(process).getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(parsed(process))).contains("&amp;", "]]>");
    assertThat(MapSvg.image(hostile())).isEqualTo(MapSvg.image(hostile()));
  }

  @Test
  void longTextsAreBrokenBetweenWords() {
    double room = Letters.width("the quick brown", 10);

    assertThat(Letters.wrapped("the quick brown fox", room, 10, 3))
        .containsExactly("the quick brown", "fox");
    assertThat(Letters.wrapped("the quick brown fox jumps", room, 10, 1))
        .containsExactly("the quick bro\u2026");
    assertThat(Letters.wrapped("incomprehensibilities", Letters.width("incompre", 10), 10, 3))
        .containsExactly("incompre", "hensibili", "ties");
    assertThat(Letters.cut("", 10, 10)).isEqualTo("?");
  }

  /** Two hours of the one and four of the gym, for which the first company has a towel. */
  private static DayComparison week(String activity, String company) {
    List<LifeContext> contexts = new ArrayList<>();
    for (String id : List.of("park", "gym")) {
      LifeContext.Builder context = LifeContext.builder().id(ContextId.of(id));
      contexts.add(context
          .activity(id.equals("park") ? activity : "Gym")
          .place("town")
          .duration(Duration.ofHours(id.equals("park") ? 2 : 4))
          .timesPerWeek(1)
          .need(0.9)
          .relation(Relation.NONE)
          .build());
    }
    DailyFlow week = new DailyFlow("Week", Maps.commuter(), contexts);
    return new DayComparison(
        company,
        new OutsideIn(
            week, List.of(OfferingFit.of("towel", "gym", OfferingFit.Role.FUNCTIONAL, 0.75))),
        "Other",
        new OutsideIn(week, List.of()));
  }

  private static JourneyMap hostile() {
    return Maps.of(Flow.one(Step.of(Action.of("hostile", HOSTILE), "buy")));
  }

  private static DirectlyFollows graph(String... journeys) {
    JourneyLog.Builder log = JourneyLog.builder();
    for (int journey = 0; journey < journeys.length; journey++) {
      Instant at = Instant.parse("2026-01-01T00:00:00Z");
      for (String touchpoint : Splitter.on(' ').split(journeys[journey])) {
        log.add(TouchEvent.of(JourneyId.of("j" + journey), TouchpointId.of(touchpoint), at));
        at = at.plusSeconds(60);
      }
    }
    return DirectlyFollows.of(log.build());
  }

  private static List<String> texts(Document image) {
    NodeList texts = image.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
