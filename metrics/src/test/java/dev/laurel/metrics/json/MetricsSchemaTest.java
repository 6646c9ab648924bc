package dev.laurel.metrics.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.testkit.SchemaContract;
import dev.laurel.metrics.score.ScoreHistogram;
import java.io.IOException;
import net.jqwik.api.Example;

/** The published schema says what the codecs do. */
class MetricsSchemaTest extends SchemaContract {
  MetricsSchemaTest() {
    super("metrics", MetricsJson.types(), MetricsJson.schema(), AnyMetrics.DOCUMENTS);
  }

  @Override
  protected Object any(Class<?> type, long seed) {
    return new AnyMetrics(seed).of(type);
  }

  @Example
  void itRefersToTheSchemaOfCoreForWhatCoreDefines() throws IOException {
    assertThat(MAPPER.readTree(MetricsJson.schema()).get("$defs").fieldNames())
        .toIterable()
        .contains("survey.MetricDefinition", "voice.Rating", "driver.ThemedAnswers.Combination")
        .doesNotContain("identity.MemberId", "program.Program");
  }

  @Example
  void aTypoDeepInsideBreaksTheSchemaAsWell() throws IOException {
    ObjectNode document = document(ScoreHistogram.class);
    assertThat(errors(ScoreHistogram.class, document)).isEmpty();
    ((ObjectNode) document.at("/definition/scale")).put("mn", 0);
    assertThat(errors(ScoreHistogram.class, document)).isNotEmpty();
  }
}
