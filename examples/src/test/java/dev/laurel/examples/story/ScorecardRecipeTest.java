package dev.laurel.examples.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.experience.ScorecardPolicy;
import dev.laurel.journeys.experience.ScorecardText;
import dev.laurel.journeys.experience.TouchpointFigures;
import dev.laurel.journeys.experience.TouchpointScorecard;
import dev.laurel.journeys.experience.TouchpointTally;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.moment.MomentPolicy;
import dev.laurel.journeys.moment.MomentsOfTruth;
import dev.laurel.journeys.moment.RiskSet;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.score.Scoring;
import dev.laurel.metrics.survey.Conventions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The recipe of {@code docs/recipes/touchpoint-scorecard.md}: what stands there is what is run. */
class ScorecardRecipeTest {
  private static final Path RECIPE = Path.of("..", "docs", "recipes", "touchpoint-scorecard.md");

  @Test
  void theRecipeShowsWhatIsRunHere() throws IOException {
    JourneyMap map = DealershipMap.before();
    JourneyLog log = DealershipYear.of(2026);
    // recipe
    SortedMap<TouchpointId, Estimate> satisfied = new TreeMap<>();
    Scoring.STANDARD
        .score(ScoreHistogram.of(Conventions.CSAT, 4, 6, 20, 60, 70))
        .ifPresent(score -> satisfied.put(TouchpointId.of("test-drive"), score.estimate()));
    Scoring.STANDARD
        .score(ScoreHistogram.of(Conventions.CSAT, 30, 25, 20, 15, 10))
        .ifPresent(score -> satisfied.put(TouchpointId.of("call-back"), score.estimate()));
    TouchpointScorecard scorecard = TouchpointScorecard.of(TouchpointScorecard.parts()
        .map(map)
        .tally(TouchpointTally.of(log, "EUR"))
        .scores(TouchpointFigures.of("CSAT, share of 4 and 5", satisfied))
        .effects(MomentsOfTruth.find(log, RiskSet.offTheMap(log, map), MomentPolicy.standard()))
        .reality(Conformance.evaluate(log, map))
        .policy(ScorecardPolicy.builder().goal(0.7).build())
        .build());
    String text = ScorecardText.text(scorecard, 2);
    // end
    String source = Files.readString(
        Path.of("src/test/java/dev/laurel/examples/story/ScorecardRecipeTest.java"));
    int from = source.indexOf('\n', source.indexOf("    // recipe\n")) + 1;
    String code = source.substring(from, source.indexOf("    // end\n", from)).indent(-4);

    assertThat(Files.readString(RECIPE))
        .contains("```java\n" + code + "```")
        .contains("```text\n" + text + "```");
  }
}
