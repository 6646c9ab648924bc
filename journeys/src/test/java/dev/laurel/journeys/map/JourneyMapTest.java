package dev.laurel.journeys.map;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.journeys.identity.ImprovementId;
import dev.laurel.journeys.identity.PainPointId;
import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.identity.TouchpointId;
import org.junit.jupiter.api.Test;

class JourneyMapTest {
  private static final TouchpointId DRIVE = TouchpointId.of("test-drive");

  @Test
  void aMapKnowsItsStepsAndTheirStages() {
    JourneyMap map = Maps.dealer();

    assertThat(map.touchpoints().keySet())
        .extracting(TouchpointId::value)
        .containsExactly("advert", "compare", "test-drive", "sign");
    assertThat(map.stageOf(DRIVE)).contains(StageId.of("try"));
    assertThat(map.stageOf(TouchpointId.of("unknown"))).isEmpty();
    assertThat(map.declaredMoments()).extracting(Step::id).containsExactly(DRIVE);
    assertThat(map.isLinear()).isFalse();
    assertThat(Maps.linear("a", "b").isLinear()).isTrue();
  }

  @Test
  void whatIsOnEveryWayIsMandatory() {
    Flow flow = Flow.inOrder(
        Maps.one("a"),
        Flow.maybe(Maps.one("b")),
        Flow.choice(Flow.inOrder(Maps.one("c"), Maps.one("d")), Maps.one("c")),
        Flow.repeated(Maps.one("e")),
        Flow.anyOrder(Maps.one("f"), Flow.maybe(Maps.one("g"))));

    assertThat(Maps.of(flow).mandatory())
        .extracting(TouchpointId::value)
        .containsExactly("a", "c", "e", "f");
  }

  @Test
  void oneTouchpointMayComeTwice() {
    JourneyMap map = Maps.linear("pay", "ship", "pay");

    assertThat(map.steps()).hasSize(3);
    assertThat(map.touchpoints()).hasSize(2);
    assertThat(map.stepsOf(TouchpointId.of("pay"))).hasSize(2);
  }

  @Test
  void theStagesOfBothSidesAreReady() {
    assertThat(StageModel.CUSTOMER_CYCLE.stages())
        .extracting(Stage::name)
        .containsExactly("Discover", "Evaluate", "Try", "Buy", "Use", "Get support", "Re-engage");
    assertThat(StageModel.AICPRA.stages())
        .extracting(Stage::name)
        .containsExactly(
            "Awareness", "Interest", "Consideration", "Purchase", "Retention", "Advocacy");
    assertThat(StageModel.AICPRA.position(StageId.of("purchase"))).hasValue(3);
    assertThat(StageModel.AICPRA.position(StageId.of("buy"))).isEmpty();
  }

  @Test
  void aStepInAStageThatTheMapDoesNotHaveIsRefused() {
    refused(
        FailureCode.REFERENCE_UNKNOWN,
        () -> Maps.of(Flow.inOrder(Step.of(Action.of("x", "X"), "purchase"))));
  }

  @Test
  void aTouchpointDescribedInTwoWaysIsRefused() {
    refused(
        FailureCode.CONFIG_DUPLICATE,
        () -> Maps.of(Flow.inOrder(
            Step.of(Action.of("x", "X"), "buy"), Step.of(CommunicationPoint.of("x", "X"), "buy"))));
  }

  @Test
  void aNoteAboutNothingIsRefused() {
    PainPoint.Builder pain = PainPoint.builder();
    pain.id(PainPointId.of("p"))
        .touchpoint(TouchpointId.of("nowhere"))
        .description("hurts")
        .severity(PainPoint.Severity.LOW);
    Improvement.Builder improvement = Improvement.builder();
    improvement
        .id(ImprovementId.of("i"))
        .touchpoint(TouchpointId.of("a"))
        .painPoint(PainPointId.of("p"))
        .hypothesis("better");

    refused(
        FailureCode.REFERENCE_UNKNOWN,
        () -> Maps.buying(Maps.one("a")).addPainPoint(pain.build()).build());
    refused(
        FailureCode.REFERENCE_UNKNOWN,
        () -> Maps.buying(Maps.one("a")).addImprovement(improvement.build()).build());
  }

  @Test
  void flowsThatCannotBeAreRefused() {
    refused(FailureCode.REQUIRED, () -> Flow.choice());
    refused(
        FailureCode.LIMIT_EXCEEDED,
        () -> Flow.anyOrder(java.util.stream.IntStream.range(0, 9)
            .mapToObj(i -> Maps.one("t" + i))
            .toArray(Flow[]::new)));
    Flow deep = Maps.one("a");
    for (int level = 2; level <= 16; level++) {
      deep = Flow.maybe(deep);
    }
    Flow deepest = deep;
    refused(FailureCode.RULE_TOO_DEEP, () -> Flow.repeated(deepest));
  }

  @Test
  void aStageModelHasEachStageOnce() {
    refused(
        FailureCode.CONFIG_DUPLICATE,
        () -> StageModel.of("mine", Stage.of("a", "A"), Stage.of("a", "B")));
    refused(FailureCode.REQUIRED, () -> StageModel.of("mine"));
  }
}
